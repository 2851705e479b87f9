"""Layers that several networks have."""

from __future__ import annotations

from torch import Tensor, nn


class Film(nn.Module):
    """Scales and shifts channels (b, c, h, w) as a context (b, n) says (Perez et al. 2018).

    At first it changes nothing.
    """

    def __init__(self, context: int, channels: int) -> None:
        super().__init__()
        self.line = nn.Linear(context, 2 * channels)
        nn.init.zeros_(self.line.weight)
        nn.init.zeros_(self.line.bias)

    def forward(self, x: Tensor, context: Tensor) -> Tensor:
        scale, shift = self.line(context)[..., None, None].chunk(2, 1)
        return x * (1 + scale) + shift

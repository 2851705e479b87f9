"""The network of Deep Colorization: one for all scenes, and one for every kind of them."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from palette_studio.nets.deep_colorization.recipe import Recipe

SCALE = 0.25  # of U and V, whose values are then about 1


class PixelNet(nn.Module):
    """Features of pixels (n, f) to their U and V (n, 2), sRGB of 0..1 in BT.601; fully connected, ReLU."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(recipe.features))
        self.register_buffer("spread", torch.ones(recipe.features))
        lines: list[nn.Module] = []
        before = recipe.features
        for _ in range(recipe.layers):
            lines += [nn.Linear(before, recipe.hidden), nn.ReLU(inplace=True), nn.Dropout(recipe.dropped)]
            before = recipe.hidden
        self.lines = nn.Sequential(*lines, nn.Linear(before, 2))

    def forward(self, features: Tensor) -> Tensor:
        return SCALE * self.lines((features - self.mean) / self.spread)

    def measure(self, features: Tensor) -> None:
        """Have features weigh alike: their means and spreads are those of a sample."""
        self.mean = features.mean(0)
        self.spread = features.std(0).clamp(min=1e-3)

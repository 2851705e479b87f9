"""What is seen where: the shares of classes at every pixel of a gray photo, by a small network of our own."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTHS = (24, 48, 96, 160)
STEP = 8


class Parser(nn.Module):
    """Lightness (b, 1, h, w) about 0, sides multiples of 8, to scores of classes (b, n, h / 2, w / 2).

    A U-Net, at whose bottom a summary of the whole picture is added to every place.
    """

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.first = _twice(1, WIDTHS[0], stride=2)
        self.down = nn.ModuleList(_twice(before, after, stride=2) for before, after in pairwise(WIDTHS[:-1]))
        self.deep = nn.Sequential(
            _twice(WIDTHS[-2], WIDTHS[-1]),
            _twice(WIDTHS[-1], WIDTHS[-1], dilation=2),
            nn.Dropout2d(0.2),
        )
        self.whole = nn.Linear(WIDTHS[-1], WIDTHS[-1])
        self.up = nn.ModuleList(
            [
                _twice(WIDTHS[-1] + WIDTHS[1], WIDTHS[1]),
                _twice(WIDTHS[1] + WIDTHS[0], WIDTHS[0]),
            ]
        )
        self.out = nn.Conv2d(WIDTHS[0], classes, 1)

    def forward(self, light: Tensor) -> Tensor:
        kept = [self.first(light)]
        for down in self.down:
            kept.append(down(kept[-1]))
        deep = self.deep(kept.pop())
        x = deep + functional.relu(self.whole(deep.mean((2, 3))))[..., None, None]
        for up in self.up:
            x = functional.interpolate(x, scale_factor=2, mode="bilinear")
            x = up(torch.cat([x, kept.pop()], 1))
        return self.out(x)


def _twice(before: int, after: int, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    layers: list[nn.Module] = []
    for n, wide in enumerate((before, after)):
        layers += [
            nn.Conv2d(
                wide,
                after,
                3,
                stride if n == 0 else 1,
                padding=dilation,
                dilation=dilation,
                bias=False,
            ),
            nn.BatchNorm2d(after),
            nn.ReLU(inplace=True),
        ]
    return nn.Sequential(*layers)


def shares(parser: Parser, light: np.ndarray) -> np.ndarray:
    """Return (n, h, w, classes) float32, how much each class is there. light: (n, h, w) L 0..100."""
    height, width = light.shape[1:]
    down, right = -height % STEP, -width % STEP
    planes = torch.from_numpy(light / 100 - 0.5).float()[:, None]
    planes = functional.pad(planes, (0, right, 0, down), mode="replicate")
    with torch.no_grad():
        scores = parser(planes)
        scores[:, 0] = -1e4  # unknown is no class
        found = functional.interpolate(scores, planes.shape[2:], mode="bilinear").softmax(1)
    return found[:, :, :height, :width].permute(0, 2, 3, 1).contiguous().numpy()

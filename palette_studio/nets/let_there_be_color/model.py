"""The network of "Let there be color!": local and global features fused (Iizuka et al. 2016, table 1)."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from palette_studio.nets.let_there_be_color.recipe import Recipe
from palette_studio.nets.let_there_be_color.spaces import seen
from palette_studio.nets.study import pardoned

STEP = 8  # pixels a feature stands for; sides are multiples of it
LOW = ((64, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1))  # channels, stride
GLOBAL = ((512, 2), (512, 1), (512, 2), (512, 1))
LINES = (1024, 512, 256)
MID = ((512, 1), (256, 1))


class LetThereBeColor(nn.Module):
    """Tells the color of a picture from its lightness, and what kind of picture it is.

    Input: lightness (b, 1, h, w), zero in the mean, sides multiples of 8, and the same picture or another
    one whose style is wanted, as a square of the recipe's ``whole``. Output: color (b, 2|3, h/2, w/2) 0..1,
    and scores of the classes (b, n).
    """

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        self.low = _blocks(1, LOW, recipe)
        self.mid = _blocks(_wide(512, recipe), MID, recipe)
        self.far = _blocks(_wide(512, recipe), GLOBAL, recipe)
        side = recipe.whole // STEP
        for _, stride in GLOBAL:
            side = -(-side // stride)
        widths = [_wide(512, recipe) * side * side, *(_wide(each, recipe) for each in LINES)]
        self.lines = nn.ModuleList(
            nn.Sequential(nn.Linear(before, after, bias=False), nn.BatchNorm1d(after), nn.ReLU(inplace=True))
            for before, after in pairwise(widths)
        )
        fused = _wide(256, recipe)
        self.fusion = _block(
            2 * fused, fused, 1
        )  # 3 x 3, as in the authors' code; one pixel in the paper's text
        first, second, third = (_wide(each, recipe) for each in (128, 64, 32))
        self.color = nn.Sequential(
            _block(fused, first, 1),
            nn.Upsample(scale_factor=2),
            _block(first, second, 1),
            _block(second, second, 1),
            nn.Upsample(scale_factor=2),
            _block(second, third, 1),
            nn.Conv2d(third, 3 if recipe.space == "rgb" else 2, 3, padding=1),
        )
        self.tell = nn.Sequential(
            nn.Linear(widths[2], fused), nn.ReLU(inplace=True), nn.Linear(fused, max(1, recipe.classes))
        )

    def forward(self, light: Tensor, whole: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return color and scores. whole: None where ``light`` is such a square itself."""
        low = self.low(light)
        style, scores = self.style_of(low if whole is None else self.low(whole))
        return self.colored(low, style), scores

    def style(self, whole: Tensor) -> Tensor:
        """Return (b, n), the global features of squares of lightness."""
        return self.style_of(self.low(whole))[0]

    def style_of(self, low: Tensor) -> tuple[Tensor, Tensor]:
        """Return the global features of low-level ones, and the scores of the classes."""
        first, second, third = self.lines
        kind = second(first(self.far(low).flatten(1)))
        return third(kind), self.tell(kind)

    def colored(self, low: Tensor, style: Tensor) -> Tensor:
        """Return color, from low-level features with one vector of style fused in at every place."""
        mid = self.mid(low)
        there = style[:, :, None, None].expand(-1, -1, *mid.shape[2:])
        return torch.sigmoid(self.color(self.fusion(torch.cat([there, mid], 1))).float())


def lessons(
    net: LetThereBeColor, light: Tensor, color: Tensor, kinds: Tensor, whole: Tensor | None = None
) -> dict[str, Tensor]:
    """Return the losses: mean square of color at the output's size, and the kind's (below 0: unknown)."""
    made, scores = net(light, whole)
    wanted = functional.interpolate(color, made.shape[2:], mode="area")
    if net.recipe.errors_in == "srgb" and net.recipe.space == "lab":
        under = functional.interpolate(light, made.shape[2:], mode="area").float()
        made, wanted = seen(under, made), seen(under, wanted.float())
    found = {"color": pardoned((made - wanted).square().mean((1, 2, 3)), net.recipe.pardon).mean()}
    known = kinds >= 0
    if net.recipe.classes and bool(known.any()):
        found["kind"] = net.recipe.alpha * functional.cross_entropy(scores[known].float(), kinds[known])
    return found


def _wide(channels: int, recipe: Recipe) -> int:
    return max(8, round(channels * recipe.width / 8) * 8)


def _block(before: int, after: int, stride: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(before, after, 3, stride, padding=1, bias=False),
        nn.BatchNorm2d(after),
        nn.ReLU(inplace=True),
    )


def _blocks(before: int, plan: tuple[tuple[int, int], ...], recipe: Recipe) -> nn.Sequential:
    made = []
    for channels, stride in plan:
        after = _wide(channels, recipe)
        made.append(_block(before, after, stride))
        before = after
    return nn.Sequential(*made)

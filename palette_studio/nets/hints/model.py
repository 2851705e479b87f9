"""A U-Net that mixes what is known: color told automatically, color spread from points, and swatches.

Its color is a mixture of those three, pixel by pixel, and a little of its own; so what was hinted is never
far away. Points come in as by Zhang et al. 2017 (Real-Time User-Guided Image Colorization with Learned Deep
Priors), together with Levin's spread of them; a palette is a set of swatches that every place asks for the
color that fits it (attention), after Xiao et al. 2019 (Interactive Deep Colorization Using Simultaneous
Global and Local Inputs) in what it is for.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from palette_studio.nets.hints.recipe import Recipe
from palette_studio.nets.layers import Film

PLANES = 9  # lightness; automatic, hinted and spread chroma; where hinted; how near a hint is
SLOPE = 0.2
CONTEXT = 96
DEEPEST = 8


class Known(NamedTuple):
    """What the network goes by. Chroma is a and b of CIELab / 100, lightness L / 100 - 0.5.

    light: (b, 1, h, w). told: (b, 2, h, w) chroma of the automatic network. hinted: (b, 2, h, w) chroma, 0
    where there is none. where: (b, 1, h, w) 1 where hinted. spread: (b, 2, h, w), ``levin.flow`` of them.
    near: (b, 1, h, w) 0..1, how near a hint is. swatches: (b, k, 3) lightness and chroma. given: (b, k) bool,
    which of them there are.
    """

    light: Tensor
    told: Tensor
    hinted: Tensor
    where: Tensor
    spread: Tensor
    near: Tensor
    swatches: Tensor
    given: Tensor


class HintNet(nn.Module):
    """Returns chroma (b, 2, h, w) of what is known; sides are multiples of 2 to the number of levels."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        widths = [recipe.width * min(2**n, DEEPEST) for n in range(recipe.levels + 1)]
        self.first = _Twice(PLANES, widths[0])
        self.down = nn.ModuleList(_Twice(before, after, stride=2) for before, after in pairwise(widths))
        self.up = nn.ModuleList(
            _Twice(widths[n] + widths[n - 1], widths[n - 1]) for n in range(recipe.levels, 0, -1)
        )
        self.swatch = nn.Sequential(
            nn.Linear(3, CONTEXT), nn.LeakyReLU(SLOPE), nn.Linear(CONTEXT, CONTEXT), nn.LeakyReLU(SLOPE)
        )
        self.scene = nn.Linear(widths[-1], CONTEXT)
        self.film = nn.ModuleList(Film(CONTEXT, width) for width in reversed(widths))
        self.key = nn.Linear(2 * CONTEXT, recipe.heads)
        self.ask = nn.Conv2d(widths[0], recipe.heads, 1)
        self.out = nn.Conv2d(widths[0], 4, 3, padding=1)  # shares of spread and swatches, and own chroma
        nn.init.normal_(self.out.weight, std=1e-3)
        assert self.out.bias is not None
        nn.init.zeros_(self.out.bias)

    def forward(self, known: Known) -> Tensor:
        anything = known.where.amax((1, 2, 3), keepdim=True)
        palette = known.given.any(1).to(known.light.dtype)[:, None, None, None]
        x = self.first(torch.cat([known.light, *known[1:6]], 1))
        kept = [x]
        for down in self.down:
            x = down(x)
            kept.append(x)
        context, keys = self._read(known, kept.pop())
        x = self.film[0](x, context)
        for n, up in enumerate(self.up):
            x = functional.interpolate(x, scale_factor=2, mode="nearest")
            x = self.film[n + 1](up(torch.cat([x, kept.pop()], 1)), context)
        points, swatches, own = self.out(x).float().split([1, 1, 2], 1)
        made = known.told.lerp(known.spread, anything * torch.sigmoid(points))
        made = made.lerp(self._asked(x, keys, known), palette * torch.sigmoid(swatches))
        return made + own

    def _read(self, known: Known, deepest: Tensor) -> tuple[Tensor, Tensor]:
        """Return what palette and scene say, (b, n), and what each swatch answers to, (b, k, heads)."""
        given = known.given.to(deepest.dtype)[..., None]
        each = self.swatch(known.swatches.to(deepest.dtype)) * given
        together = each.sum(1) / given.sum(1).clamp(min=1)
        scene = functional.leaky_relu(self.scene(deepest.mean((2, 3))), SLOPE)
        context = together + scene
        return context, self.key(torch.cat([each, context[:, None].expand_as(each)], -1))

    def _asked(self, x: Tensor, keys: Tensor, known: Known) -> Tensor:
        """Return the mean chroma of the swatches, weighted by how well each fits a place."""
        fits = torch.einsum("bdhw,bkd->bkhw", self.ask(x), keys).float()
        fits = fits.masked_fill(~known.given[..., None, None], -1e4)
        return torch.einsum("bkhw,bkc->bchw", fits.softmax(1), known.swatches[..., 1:]).float()


class _Twice(nn.Sequential):
    """Two convolutions, each normed."""

    def __init__(self, before: int, after: int, stride: int = 1) -> None:
        layers: list[nn.Module] = []
        for n, wide in enumerate((before, after)):
            layers += [
                nn.Conv2d(wide, after, 3, stride if n == 0 else 1, padding=1, bias=False),
                nn.BatchNorm2d(after),
                nn.LeakyReLU(SLOPE, inplace=True),
            ]
        super().__init__(*layers)

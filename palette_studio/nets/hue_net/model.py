"""The generator of Hue-Net, and its discriminator: U-Net and PatchGAN of pix2pix (Isola et al. 2017)."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from palette_studio.nets.hue_net.recipe import Recipe
from palette_studio.nets.layers import Film

SLOPE = 0.2
DEEPEST = 8  # times the width
CONTEXT = 256  # numbers that say what both histograms hold


class Generator(nn.Module):
    """Turns the hue of a source to that of a reference.

    Input: (b, c, h, w), c being source hue, saturation and value and what the recipe adds; where the recipe
    has histograms, those as well. Output: (b, 1, h, w) in -1..1 (tanh), or 3 channels of YUV; with
    ``rotation`` (b, 2, h, w), the cosine less 1 and the sine of a turn.
    """

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        levels = recipe.size.bit_length() - 1  # down to one pixel
        self.step = 2**levels
        if recipe.resize:
            levels = 5
            self.step = 2**levels
        widths = [recipe.width * min(2**n, DEEPEST) for n in range(levels)]
        inputs = inputs_of(recipe)
        self.down = nn.ModuleList(
            _Down(inputs if n == 0 else widths[n - 1], width, recipe, first=n == 0, last=n == levels - 1)
            for n, width in enumerate(widths)
        )
        self.up = nn.ModuleList(
            _Up(widths[n] * (1 if n == levels - 1 else 2), widths[n - 1], recipe, drop=n > levels - 4)
            for n in range(levels - 1, 0, -1)
        )
        self.out = _Up(widths[0] * 2, outputs_of(recipe), recipe, last=True)
        if recipe.histograms:
            self.context = nn.Sequential(
                nn.Linear((3 if recipe.channels == "yuv" else 4) * recipe.bins, CONTEXT),
                nn.LeakyReLU(SLOPE),
                nn.Linear(CONTEXT, CONTEXT),
                nn.LeakyReLU(SLOPE),
            )

    def forward(self, picture: Tensor, histograms: Tensor | None = None) -> Tensor:
        context = None
        if self.recipe.histograms:
            assert histograms is not None
            context = self.context((histograms * self.recipe.bins).sqrt())  # about 1 each
        kept, x = [], picture
        for down in self.down:
            x = down(x, context)
            kept.append(x)
        kept.pop()
        for up in self.up:
            x = torch.cat([up(x, context), kept.pop()], 1)
        return self.out(x, context)


class Discriminator(nn.Module):
    """Says of every patch of 70 x 70 pixels whether its hues are real: (b, c, 256, 256) to (b, 1, 30, 30)."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        width = recipe.width
        widths = [width, 2 * width, 4 * width, 8 * width]
        layers: list[nn.Module] = []
        before = inputs_of(recipe) + (3 if recipe.channels == "yuv" else 1)
        for n, wide in enumerate(widths):
            layers.append(nn.Conv2d(before, wide, 4, stride=2 if n < 3 else 1, padding=1, bias=n == 0))
            if n:
                layers.append(nn.BatchNorm2d(wide))
            layers.append(nn.LeakyReLU(SLOPE))
            before = wide
        layers.append(nn.Conv2d(before, 1, 4, padding=1))
        self.layers = nn.Sequential(*layers)

    def forward(self, picture: Tensor) -> Tensor:
        return self.layers(picture)


def inputs_of(recipe: Recipe) -> int:
    """Return how many planes go in: hue as it is, or as a point of the circle, which has no seam."""
    if recipe.channels == "yuv":
        return 3 if recipe.histograms else 6
    own = 4 if recipe.rotation else 3  # hue or cosine and sine of hue, saturation, value
    return own + (0 if recipe.histograms else 1) + (4 if recipe.hint else 0)


def outputs_of(recipe: Recipe) -> int:
    if recipe.channels == "yuv":
        return 3
    return 2 if recipe.rotation else 1


class _Down(nn.Module):
    def __init__(self, before: int, after: int, recipe: Recipe, *, first: bool, last: bool) -> None:
        super().__init__()
        bare = first or (last and not recipe.resize)  # one pixel has no variance
        self.conv = nn.Conv2d(before, after, 4, stride=2, padding=1, bias=bare)
        self.norm = None if bare else nn.BatchNorm2d(after)
        self.film = Film(CONTEXT, after) if recipe.histograms and not first else None

    def forward(self, x: Tensor, context: Tensor | None) -> Tensor:
        x = self.conv(x)
        if self.norm is not None:
            x = self.norm(x)
        if self.film is not None:
            assert context is not None
            x = self.film(x, context)
        return functional.leaky_relu(x, SLOPE)


class _Up(nn.Module):
    def __init__(
        self, before: int, after: int, recipe: Recipe, *, drop: bool = False, last: bool = False
    ) -> None:
        super().__init__()
        self.resize, self.last, self.rotation = recipe.resize, last, recipe.rotation
        if recipe.resize:
            self.conv: nn.Conv2d | nn.ConvTranspose2d = nn.Conv2d(
                before, after, 3, padding=1, padding_mode="reflect" if last else "zeros", bias=last
            )
        else:
            self.conv = nn.ConvTranspose2d(before, after, 4, stride=2, padding=1, bias=last)
        self.norm = None if last else nn.BatchNorm2d(after)
        self.film = Film(CONTEXT, after) if recipe.histograms and not last else None
        self.drop = nn.Dropout(0.5) if drop and not recipe.resize else None
        if last and recipe.rotation:
            nn.init.normal_(self.conv.weight, std=1e-3)
            if self.conv.bias is not None:
                nn.init.zeros_(self.conv.bias)

    def forward(self, x: Tensor, context: Tensor | None) -> Tensor:
        if self.resize:
            x = functional.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
        x = self.conv(x)
        if self.last:
            return x if self.rotation else torch.tanh(x)
        assert self.norm is not None
        x = self.norm(x)
        if self.film is not None:
            assert context is not None
            x = self.film(x, context)
        return functional.relu(self.drop(x) if self.drop is not None else x)

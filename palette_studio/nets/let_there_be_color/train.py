"""The training of "Let there be color!": crops and flips of photos, color and kind learned together."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from palette_studio.nets import runtime
from palette_studio.nets.album import Album
from palette_studio.nets.let_there_be_color.model import LetThereBeColor, lessons
from palette_studio.nets.let_there_be_color.recipe import Recipe
from palette_studio.nets.let_there_be_color.spaces import MEAN, light_and_color, psnr_of
from palette_studio.nets.squares import crops, middle
from palette_studio.nets.study import Pupil

AT_ONCE = 40  # photos judged together


class Colorist(Pupil):
    """Learns one album, and is judged by another."""

    def __init__(
        self, recipe: Recipe, album: Album, judges: Album, *, seed: int = 0, device: str = "cpu"
    ) -> None:
        torch.manual_seed(seed)
        self.recipe, self._album, self._judges = recipe, album, judges
        self._seed, self._device = seed, device
        self.net = LetThereBeColor(recipe)

    def about(self) -> dict[str, object]:
        return {"recipe": self.recipe.as_dict(), "seed": self._seed, "photos": len(self._album)}

    def learn(self, net: nn.Module, step: int) -> dict[str, Tensor]:
        assert isinstance(net, LetThereBeColor)
        pixels, kinds, rng = crops(self._album, self.recipe, self._seed, step)
        light, color = light_and_color(torch.from_numpy(pixels).to(self._device), self.recipe.space)
        light = varied(light, self.recipe.tone, self.recipe.sharpness, rng)
        whole = None if self.recipe.whole == self.recipe.size else _square(light, self.recipe.whole)
        with runtime.quick(self._device):
            return lessons(net, light, color, torch.from_numpy(kinds).to(self._device), whole)

    def judge(self, net: nn.Module) -> dict[str, float]:
        """Return the mean PSNR in dB of sRGB of central squares, with their own lightness."""
        assert isinstance(net, LetThereBeColor)
        size, found = self.recipe.size, []
        for start in range(0, len(self._judges), AT_ONCE):
            rows = range(start, min(start + AT_ONCE, len(self._judges)))
            pixels = torch.from_numpy(np.stack([middle(self._judges[row], size) for row in rows]))
            pixels = pixels.to(self._device)
            light, _ = light_and_color(pixels, self.recipe.space)
            with torch.no_grad(), runtime.quick(self._device):
                made, _ = net(light, None if self.recipe.whole == size else _square(light, self.recipe.whole))
            found += psnr_of(made.float().cpu(), pixels.cpu(), self.recipe.space)
        return {"psnr": float(np.mean(found))}

    def write(self, net: nn.Module, path: Path) -> None:
        told = {"recipe": json.dumps(self.recipe.as_dict()), "kinds": json.dumps(self._album.kinds)}
        runtime.write(net, path, told)


def varied(light: Tensor, tone: float, sharpness: float, rng: np.random.Generator) -> Tensor:
    """Return lightness (b, 1, h, w) about 0 as other cameras have it; tone, sharpness: of a recipe."""
    if not tone and not sharpness:
        return light
    gamma = torch.from_numpy(np.exp(tone * rng.standard_normal(len(light)))).to(light)
    detail = torch.from_numpy(rng.uniform(-sharpness, 2 * sharpness, len(light))).to(light)
    blurred = nn.functional.avg_pool2d(light, 3, 1, 1, count_include_pad=False)
    other = light + detail[:, None, None, None] * (light - blurred)
    return (other + MEAN).clamp(0, 1) ** gamma[:, None, None, None] - MEAN


def _square(light: Tensor, side: int) -> Tensor:
    return nn.functional.interpolate(light, (side, side), mode="bilinear", antialias=True)

"""The training of the network of hints: photos hint at themselves."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from palette_studio.nets import runtime
from palette_studio.nets.album import Album
from palette_studio.nets.hints.model import HintNet, Known
from palette_studio.nets.hints.planes import SCALE, drawn, own_palette, scaled, spread_of
from palette_studio.nets.hints.recipe import Recipe
from palette_studio.nets.let_there_be_color.model import LetThereBeColor
from palette_studio.nets.let_there_be_color.spaces import painted
from palette_studio.nets.squares import crops, middle
from palette_studio.nets.study import Pupil, pardoned

JUDGED_BY = (0, 1, 5, 20, 100)  # points, in turn
JUDGES = 400
UNSURE = 3.0  # units of Lab by which an artist's swatches miss the photo's
LIVELY = 1.9  # times the chroma of the automatic network, at most, as an artist may want it
REPAINTED = 0.4  # of the photos with hints: something in them has a color of the artist's
THINGS = 0.01, 0.5  # of a picture


class HintedColorist(Pupil):
    """Learns one album, and is judged by another."""

    def __init__(
        self,
        recipe: Recipe,
        album: Album,
        judges: Album,
        automatic: LetThereBeColor,
        *,
        seed: int = 0,
        device: str = "cpu",
    ) -> None:
        torch.manual_seed(seed)
        self.recipe, self._album, self._judges = recipe, album, judges
        self._seed, self._device = seed, device
        self._automatic = automatic.to(device).eval()
        self.net = HintNet(recipe)

    def about(self) -> dict[str, object]:
        return {"recipe": self.recipe.as_dict(), "seed": self._seed, "photos": len(self._album)}

    def learn(self, net: nn.Module, step: int) -> dict[str, Tensor]:
        pixels, _, rng = crops(self._album, self.recipe, self._seed, step)
        known, truth = self._lesson(pixels, [self._hints(rng) for _ in pixels], rng)
        with runtime.quick(self._device):
            made = net(known)
        errors = functional.smooth_l1_loss(made, truth, beta=0.1, reduction="none").mean((1, 2, 3)) * 10
        return {"color": pardoned(errors, self.recipe.pardon).mean()}

    def judge(self, net: nn.Module) -> dict[str, float]:
        """Return mean dB of sRGB over judges with several numbers of points, and of a palette of five."""
        found: dict[str, list[float]] = {f"points {n}": [] for n in JUDGED_BY} | {"palette": []}
        rows = np.linspace(0, len(self._judges) - 1, min(JUDGES, len(self._judges))).astype(int)
        names = list(found)
        for start in range(0, len(rows), self.recipe.batch):
            own = rows[start : start + self.recipe.batch]
            pixels = np.stack([middle(self._judges[row], self.recipe.size) for row in own])
            for name in (names[start // self.recipe.batch % len(names)],):
                points, colors = (0, 5) if name == "palette" else (int(name.split()[1]), 0)
                rng = np.random.default_rng((self._seed, start))
                known, _ = self._lesson(pixels, [(points, 3, colors)] * len(pixels), rng, exact=True)
                with torch.no_grad(), runtime.quick(self._device):
                    made = net(known).float().cpu().permute(0, 2, 3, 1).numpy()
                found[name] += [_db(each, truth) for each, truth in zip(made, pixels, strict=True)]
        means = {name: float(np.mean(each)) for name, each in found.items() if each}
        return {"psnr": float(np.mean(list(means.values()))), **means}

    def write(self, net: nn.Module, path: Path) -> None:
        runtime.write(net, path, {"recipe": json.dumps(self.recipe.as_dict())})

    def _hints(self, rng: np.random.Generator) -> tuple[int, int, int]:
        """Return how many points of what side at most, and how many swatches."""
        recipe, share = self.recipe, rng.random()
        points = round(np.exp(rng.uniform(0, np.log(recipe.most_points))))
        colors = int(rng.integers(2, recipe.most_colors + 1))
        largest = int(rng.choice(range(1, recipe.largest + 1, 2)))
        if share < recipe.bare:
            return 0, 1, 0
        if share < recipe.bare + recipe.points:
            return points, largest, 0
        return (
            (0, 1, colors)
            if share < recipe.bare + recipe.points + recipe.palette
            else (points, largest, colors)
        )

    def _lesson(
        self,
        pixels: np.ndarray,
        hints: list[tuple[int, int, int]],
        rng: np.random.Generator,
        *,
        exact: bool = False,
    ) -> tuple[Known, Tensor]:
        """Return what is known of photos (b, h, w, 3), and their chroma.

        exact: the palette is their own, and no part of them has another color than it had.
        """
        most = self.recipe.most_colors
        parts: list[tuple[np.ndarray, ...]] = []
        labs = np.stack([cv2.cvtColor(each.astype(np.float32) / 255, cv2.COLOR_RGB2LAB) for each in pixels])
        light = torch.from_numpy(labs[:, None, ..., 0] / 100 - 0.5).to(self._device)
        told = self._told(light, np.ones(len(labs)) if exact else rng.uniform(1, LIVELY, len(labs)))
        begun = told.permute(0, 2, 3, 1).cpu().numpy() * SCALE
        for lab, start, (count, side, colors) in zip(labs, begun, hints, strict=True):
            first = None if exact or not count or rng.random() > REPAINTED else repaint(lab, rng)
            chroma, where = hinted(lab[..., 1:], count, side, rng, first)
            spread, near = spread_of(lab[..., 0], start, chroma, where)
            swatches, given = np.zeros((most, 3), np.float32), np.zeros(most, bool)
            if colors:
                own = own_palette(lab, colors, int(rng.integers(2**31)))
                if not exact:
                    own = own + rng.normal(0, UNSURE, own.shape)
                swatches[:colors], given[:colors] = scaled(own), True
            parts.append((chroma, where, spread, near, swatches, given))
        chroma, where, spread, near, swatches, given = (
            torch.from_numpy(np.stack(each)).to(self._device) for each in zip(*parts, strict=True)
        )
        known = Known(
            light,
            told,
            _first(chroma / SCALE),
            where[:, None].float(),
            _first(spread / SCALE),
            near[:, None],
            swatches,
            given,
        )
        return known, _first(torch.from_numpy(labs[..., 1:] / SCALE).to(self._device))

    def _told(self, light: Tensor, lively: np.ndarray) -> Tensor:
        """Return the chroma of the automatic network, each photo's so many times as lively."""
        with torch.no_grad(), runtime.quick(self._device):
            told = 2 * self._automatic(light)[0].float() - 1
        told = functional.interpolate(told, light.shape[2:], mode="bilinear")
        return told * torch.from_numpy(lively).to(told)[:, None, None, None]


def repaint(lab: np.ndarray, rng: np.random.Generator) -> tuple[int, int] | None:
    """Give a thing in a picture (h, w, 3) any color, as artists do, and return a place on it.

    A thing is what has one lightness around a random place. None where that is next to nothing, or most.
    """
    height, width = lab.shape[:2]
    place = int(rng.integers(0, width)), int(rng.integers(0, height))
    smooth = cv2.GaussianBlur(np.ascontiguousarray(lab[..., 0]), (0, 0), 1.0)
    mask = np.zeros((height + 2, width + 2), np.uint8)
    apart = float(rng.uniform(4, 12))
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (255 << 8)
    cv2.floodFill(smooth, mask, place, 0.0, apart, apart, flags)
    there = mask[1:-1, 1:-1]
    if not THINGS[0] < there.mean() / 255 < THINGS[1]:
        return None
    share = cv2.GaussianBlur(there, (0, 0), 0.7)[..., None].astype(np.float32) / 255
    angle, strength = rng.uniform(0, 2 * np.pi), rng.uniform(10, 70)
    color = (strength * np.array([np.cos(angle), np.sin(angle)])).astype(np.float32)
    lab[..., 1:] += share * (color - lab[..., 1:])
    return place


def hinted(
    chroma: np.ndarray, count: int, side: int, rng: np.random.Generator, first: tuple[int, int] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Return hints that a photo gives at random places: the mean chroma of squares. chroma: (h, w, 2).

    first: x and y of one that is to be among them.
    """
    height, width = chroma.shape[:2]
    places = np.stack([rng.integers(0, width, count), rng.integers(0, height, count)], -1)
    if first is not None:
        places[0] = first
    half = side // 2
    colors = [
        chroma[max(0, y - half) : y + half + 1, max(0, x - half) : x + half + 1].mean((0, 1))
        for x, y in places
    ]
    points = np.concatenate([places, np.full((count, 1), side)], -1)
    return drawn((height, width), points, np.array(colors, np.float32).reshape(count, 2))


def _first(picture: Tensor) -> Tensor:
    return picture.permute(0, 3, 1, 2).contiguous()


def _db(made: np.ndarray, truth: np.ndarray) -> float:
    seen = np.rint(painted(made / 2 + 0.5, truth, "lab").clip(0, 1) * 255)
    return float(10 * np.log10(255**2 / max(np.square(seen - truth).mean(), 1e-3)))

"""Recoloring by nearest swatch: each pixel moves in Lab as the swatch nearest to it does."""

from __future__ import annotations

import numpy as np

from palette_studio.core.palette import Palette
from palette_studio.core.recolor import exact
from palette_studio.core.recolor.swatches import Moves, placed
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block


def recolor(pixels: np.ndarray, moves: Moves, table: int | None, tick: Tick = no_tick) -> np.ndarray:
    """Return the recolored picture. Ties go to the darker swatch.

    Colors that leave the gamut go toward the gray of their lightness until they fit.
    """
    from palette_studio.core.kernels import labels, light

    shifts = moves.edited - moves.found

    def colors(part: np.ndarray) -> np.ndarray:
        out = np.empty(part.shape, part.dtype)
        labels.shifted(part, light.linear_table(part.dtype), moves.found, shifts, 0.5, out)
        return out

    return exact.recolored(pixels, colors, tick)


def weights(colors: np.ndarray, found: Palette) -> np.ndarray:
    """Return (n, k) float32: 1 at the nearest swatch; swatches of one color share equally."""
    centers, place = placed(found)
    label = _labels(colors, centers)
    share = (1 / np.bincount(place)).astype(np.float32)
    return np.where(label[:, None] == place[None], share[place], np.float32(0))


def _labels(colors: np.ndarray, centers: np.ndarray) -> np.ndarray:
    from palette_studio.core.kernels import labels, light

    label = np.empty(len(colors), np.uint8)
    light_of = light.linear_table(colors.dtype)

    def work(start: int, stop: int) -> None:
        labels.labeled(colors[start:stop], light_of, centers, label[start:stop])

    each_block(len(colors), work, block=1 << 14)
    return label


def membership(pixels: np.ndarray, found: Palette, index: int) -> np.ndarray:
    """Return (h, w) uint8, 255 where swatch ``index`` is the nearest."""
    centers, place = placed(found)
    colors = np.ascontiguousarray(pixels[..., :3]).reshape(-1, 3)
    colors.flags.writeable = False
    hits = _labels(colors, centers) == place[index]
    return (hits * np.uint8(255)).reshape(pixels.shape[:2])

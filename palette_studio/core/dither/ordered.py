"""Ordered dithering: every pixel decides alone, by a repeating pattern, between two palette colors.

The two are the nearest color and the one whose mixture with it comes closest (after Yliluoma's first method),
so that patterns suit any palette, a pair of colors as well as a wheel of them, and the mean is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from palette_studio.core.dither.blue_noise import blue_noise
from palette_studio.core.dither.scale import Scale
from palette_studio.core.recolor import exact
from palette_studio.core.tick import Tick
from palette_studio.core.tiles import each_block


@cache
def bayer(size: int) -> np.ndarray:
    """Return (size, size) ranks 0 .. size^2 - 1 of Bayer's pattern. size: a power of 2 (Bayer 1973)."""
    ranks = np.zeros((1, 1), np.int64)
    while len(ranks) < size:
        ranks = np.block([[4 * ranks, 4 * ranks + 2], [4 * ranks + 3, 4 * ranks + 1]])
    return ranks


def by_pattern(ranks: Callable[[], np.ndarray]) -> Callable[..., np.ndarray]:
    """Return the way to dither by a pattern of ranks."""

    def ordered(
        pixels: np.ndarray, scale: Scale, strength: float, serpentine: bool, tick: Tick
    ) -> np.ndarray:
        from palette_studio.core.kernels.dither import thresholded

        pattern = ranks()
        share = (pattern + 0.5) / pattern.size - 0.5
        thresholds = (127.5 + 255 * strength * share).astype(np.float32)
        planned = _planned(pixels, scale, exact.part(tick, 0.0, 0.9))
        out = np.empty(pixels.shape[:2], np.uint8)
        each_block(len(out), lambda a, b: thresholded(pixels[a:b], planned[a:b], thresholds, a, out[a:b]))
        tick(1.0)
        return out

    return ordered


def _planned(pixels: np.ndarray, scale: Scale, tick: Tick) -> np.ndarray:
    """Return each pixel's two colors and the share of the second, once for each distinct color."""
    from palette_studio.core.kernels.dither import plans

    off = scale.places[:, None] - scale.places[None]
    apart = (off * off).sum(axis=2)

    def plan(colors: np.ndarray) -> np.ndarray:
        out = np.empty(colors.shape, colors.dtype)
        plans(colors, scale.shift, scale.levels, *scale.table, scale.places, apart, out)
        return out

    return exact.recolored(pixels, plan, 1 + len(apart) // 8, tick)


METHODS = {f"bayer{size}": by_pattern(lambda size=size: bayer(size)) for size in (2, 4, 8, 16)}
METHODS["blue-noise"] = by_pattern(blue_noise)

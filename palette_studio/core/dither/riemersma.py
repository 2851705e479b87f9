"""Riemersma's dithering: errors fade along a curve that winds through the picture, so no direction shows."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from palette_studio.core.dither.scale import Scale
from palette_studio.core.tick import Tick

REMEMBERED = 16  # errors that a pixel looks back on (Riemersma 1998)
LAST = 1 / 16  # what the oldest of them counts, beside 1 for the newest
STRETCH = 1 << 18  # pixels between ticks


def riemersma(pixels: np.ndarray, scale: Scale, strength: float, serpentine: bool, tick: Tick) -> np.ndarray:
    """Return (h, w) uint8 indices (Riemersma, "A balanced dithering technique", 1998)."""
    from palette_studio.core.kernels.dither import along

    height, width = pixels.shape[:2]
    way = curve(width, height)
    fade = (LAST ** (np.arange(REMEMBERED) / (REMEMBERED - 1)) * strength).astype(np.float32)
    ring = np.zeros((REMEMBERED + 1, 3), np.float32)
    out = np.empty((height, width), np.uint8)
    fixed = (scale.shift, scale.levels, scale.bytes_of, *scale.table, scale.places, way, fade)
    for start in range(0, len(way), STRETCH):
        tick(start / len(way))
        along(pixels, *fixed, start, min(start + STRETCH, len(way)), ring, out)
    tick(1.0)
    return out


@lru_cache(maxsize=2)
def curve(width: int, height: int) -> np.ndarray:
    """Return (w * h,) int32 places y * w + x: a Hilbert curve through a rectangle of any size."""
    from palette_studio.core.kernels.dither import hilbert

    way = np.empty(width * height, np.int32)
    if len(way):
        hilbert(width, height, way)
    return way

"""Riemersma's dithering: error is handed on along a curve that winds about, so that no direction shows.

Riemersma 1998, "A balanced dithering technique", keeps the last 16 errors, the oldest counting 1/16 of the
newest. Here errors fade at the same rate without end, so the list is one number, and all that is handed on
sums to the whole error, so the mean is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from palette_studio.core.dither.options import Options
from palette_studio.core.dither.scale import Scale
from palette_studio.core.tick import Tick

FADE = (1 / 16) ** (1 / 15)  # from one pixel to the next
STRETCH = 1 << 17  # pixels between ticks


def riemersma(pixels: np.ndarray, colors: np.ndarray, options: Options, tick: Tick) -> np.ndarray:
    """Return (h, w) uint8 indices."""
    from palette_studio.core.kernels.dither_curve import walked
    from palette_studio.core.kernels.dither_lookup import SHIFT

    scale, (height, width) = Scale.of(pixels, colors, options, tick), pixels.shape[:2]
    out, state = np.empty((height, width), np.uint8), np.zeros(3, np.int64)
    keep, added = round(FADE * 2**SHIFT), round((1 - FADE) * options.strength * 2**SHIFT)
    fixed = (scale.values, scale.own, scale.look, scale.inks, scale.limit)
    done = 0
    for way in stretches(width, height):
        tick(done / out.size)
        walked(pixels, way, len(way), fixed, keep, added, state, out)
        done += len(way)
    tick(1.0)
    return out


def stretches(width: int, height: int) -> Iterator[np.ndarray]:
    """Yield places y * w + x, int32, of a Hilbert curve through a rectangle of any size; all in one array."""
    from palette_studio.core.kernels.dither_curve import hilbert

    stack, way, depth = np.zeros((256, 6), np.int64), np.empty(STRETCH, np.int32), int(width * height > 0)
    stack[0] = (0, 0, width, 0, 0, height) if width >= height else (0, 0, 0, height, width, 0)
    while depth:
        depth, count = hilbert(width, stack, depth, STRETCH, way)
        yield way[:count]


METHODS = {"riemersma": riemersma}

"""What all ways to dither need of a palette: where its colors stand, and which is nearest to any color."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from palette_studio.core.color import linear_to_srgb, srgb_to_linear
from palette_studio.core.dither.options import Options
from palette_studio.core.nearest.at_hand import cube_of
from palette_studio.core.tick import Tick
from palette_studio.core.tiles import each_block

PAST = 3  # how many times the range from black to white sums may be beyond it
SLACK = 1.5  # errors of in-between colors get larger than half the gap they lie in


@dataclass(frozen=True, eq=False)
class Scale:
    """Whole numbers in which colors are mixed, WHITE from black to white, encoded or linear.

    See kernels.dither_lookup. values: (256 or 65536,) int32, the sum of every pixel value. inks: (k, 3)
    int32, of the palette, without the SHIFT lowest bits. own: how pixels that are palette colors are told.
    look: how the nearest color is looked up. limit: the most error of a channel that is handed on.
    """

    values: np.ndarray
    inks: np.ndarray
    own: tuple
    look: tuple
    limit: int

    @classmethod
    def of(cls, pixels: np.ndarray, colors: np.ndarray, options: Options, tick: Tick) -> Scale:
        from palette_studio.core.kernels.dither_lookup import SHIFT

        most, linear = int(np.iinfo(pixels.dtype).max), options.linear
        cube = cube_of(colors, options.metric, tick, keep=False)
        own = colors.astype(np.int32) * (most // 255)
        drop, past, axis, eights = _rounding(linear)
        values = _values(most, linear) + (past << drop)
        look = (drop, _quick(*cube.table), *cube.table, axis, eights)
        return cls(values, values[own] >> SHIFT, (_flags(colors), own), look, _limit(colors, values, most))


def _limit(colors: np.ndarray, values: np.ndarray, most: int) -> int:
    """Return how much error of a channel is enough to mix all neighbors: somewhat more than half a gap.

    Where no palette color is near, more would pile up, and spill as specks over what lies beside. Neighbors
    are joined by the shortest tree (Prim 1957); half a gap in light is its larger part.
    """
    from palette_studio.core.kernels.dither_lookup import SHIFT

    points, values = colors.astype(np.int64), values.astype(np.int64) >> SHIFT
    apart, partner = np.full(len(points), np.inf), np.zeros(len(points), np.int64)
    widest, new, outside = 0, 0, np.ones(len(points), bool)
    for _ in range(len(points) - 1):
        outside[new], apart[new] = False, np.inf
        distance = ((points - points[new]) ** 2).sum(axis=1)
        nearer = outside & (distance < apart)
        apart[nearer], partner[nearer] = distance[nearer], new
        new = int(apart.argmin())
        ends = np.stack([points[new], points[partner[new]]])
        halves = np.abs(values[ends * (most // 255)] - values[ends.sum(axis=0) * (most // 255) // 2])
        widest = max(widest, int(halves.max()))
    return int(widest * SLACK) + 1


def _flags(colors: np.ndarray) -> np.ndarray:
    flags = np.zeros(7 * 255 + 1, bool)
    flags[colors.astype(np.int64) @ [1, 2, 4]] = True
    return flags


def _quick(top: np.ndarray, store: np.ndarray) -> np.ndarray:
    from palette_studio.core.kernels.dither_lookup import QUICK_CELLS, quick_cells
    from palette_studio.core.kernels.nearest_blocks import CELLS

    quick = np.empty(QUICK_CELLS, np.uint8)
    each_block(CELLS, lambda a, b: quick_cells(top, store, a, b, quick), block=4096)
    return quick


@cache
def _values(most: int, linear: bool) -> np.ndarray:
    """Return the sum of every pixel value 0..most from black on, with the halves that make it round."""
    from palette_studio.core.kernels.dither_lookup import SHIFT, WHITE

    share = np.arange(most + 1) / most
    units = np.rint((srgb_to_linear(share) if linear else share) * WHITE).astype(np.int32)
    half = 0 if linear else WHITE // 255 // 2
    return ((units + half) << SHIFT) + (1 << (SHIFT - 1))


@cache
def _rounding(linear: bool) -> tuple[int, int, np.ndarray, np.ndarray]:
    """Return how many bits of a sum to drop, where black then is, and what axis and eights are from 0 on.

    Encoded sums keep the 8 bits they round to; linear ones keep all, for dark tones lie close in light.
    """
    from palette_studio.core.kernels.dither_lookup import SHIFT, SPREAD, WHITE

    steps = WHITE if linear else 255
    share = np.arange(steps + 1) / steps
    inside = np.rint((linear_to_srgb(share) if linear else share) * 255).astype(np.uint8)
    eights = np.pad(inside, PAST * (steps + 1), mode="edge")
    drop = SHIFT if linear else SHIFT + 6
    return drop, PAST * (steps + 1), SPREAD[eights >> 2].astype(np.uint64), eights

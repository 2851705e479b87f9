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
    """Whole numbers 0..WHITE in which colors are mixed, encoded or linear (kernels.dither_lookup).

    values: (256 or 65536,) int32, of every pixel value, a half added, shifted up by
    SHIFT. inks: (k, 3) int32, of the palette, a half added. own: (k, 3) int32, the palette as pixel values.
    masks: (3, 256) uint64, bits of the colors, by their index modulo 64, that have a byte in a channel.
    look: how the nearest color is looked up. limit: the most error of a channel that is handed on.
    """

    values: np.ndarray
    inks: np.ndarray
    own: np.ndarray
    masks: np.ndarray
    look: tuple
    limit: int

    @classmethod
    def of(cls, pixels: np.ndarray, colors: np.ndarray, options: Options, tick: Tick) -> Scale:
        from palette_studio.core.kernels.dither_lookup import SHIFT

        most, linear = int(np.iinfo(pixels.dtype).max), options.linear
        cube = cube_of(colors, options.metric, tick, keep=False)
        own = colors.astype(np.int32) * (most // 255)
        values = _values(most, linear)
        drop, past, axes, eights = _rounding(linear)
        look = (drop, past, _quick(*cube.table), *cube.table, axes, eights)
        return cls(values, values[own] >> SHIFT, own, _masks(colors), look, _limit(colors, values, most))


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


def _masks(colors: np.ndarray) -> np.ndarray:
    masks = np.zeros((3, 256), np.uint64)
    for index, color in enumerate(colors):
        masks[np.arange(3), color] |= np.uint64(1 << index % 64)
    return masks


def _quick(top: np.ndarray, store: np.ndarray) -> np.ndarray:
    from palette_studio.core.kernels.dither_lookup import QUICK_CELLS, quick_cells
    from palette_studio.core.kernels.nearest_blocks import CELLS

    quick = np.empty(QUICK_CELLS, np.uint8)
    each_block(CELLS, lambda a, b: quick_cells(top, store, a, b, quick), block=4096)
    return quick


@cache
def _values(most: int, linear: bool) -> np.ndarray:
    from palette_studio.core.kernels.dither_lookup import SHIFT, WHITE

    share = np.arange(most + 1) / most
    units = np.rint((srgb_to_linear(share) if linear else share) * WHITE).astype(np.int32)
    half = 0 if linear else WHITE // 255 // 2
    return (units + half) << SHIFT


@cache
def _rounding(linear: bool) -> tuple[int, int, np.ndarray, np.ndarray]:
    """Return how many bits of a sum to drop, what to add then, and what axes and eights are at that place.

    Encoded sums keep the 8 bits they round to; linear ones keep all, for dark tones lie close in light.
    """
    from palette_studio.core.kernels.dither_lookup import SHIFT, SPREAD, WHITE

    steps = WHITE if linear else 255
    share = np.arange(steps + 1) / steps
    inside = np.rint((linear_to_srgb(share) if linear else share) * 255).astype(np.uint8)
    eights = np.pad(inside, PAST * (steps + 1), mode="edge")
    axes = np.stack([SPREAD[eights >> 2] << axis for axis in (2, 1, 0)])
    return SHIFT if linear else SHIFT + 6, PAST * (steps + 1), axes, eights

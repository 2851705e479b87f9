"""What all ways to dither need of a palette: where its colors stand, and which is nearest to any color."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from palette_studio.core.color import linear_to_srgb, srgb_to_linear
from palette_studio.core.nearest.at_hand import cube_of

ENCODED_STEPS, LINEAR_STEPS = 255, 65535  # in light, dark tones lie close together


@dataclass(frozen=True, eq=False)
class Scale:
    """Numbers 0..255 in which errors are counted, encoded or linear.

    table: the nearest color of any 8-bit color, (top, store) of kernels.nearest_blocks. shift: bits of a
    pixel value below its 8 upper ones. levels: (2^bits,) float32, of every pixel value. bytes_of: (n + 1,)
    uint8, from a share of 255 back to an encoded value. places: (k, 3) float32, the palette's levels.
    """

    table: tuple[np.ndarray, np.ndarray]
    shift: int
    levels: np.ndarray
    bytes_of: np.ndarray
    places: np.ndarray

    @classmethod
    def of(cls, colors: np.ndarray, dtype: np.dtype, metric: str, linear: bool) -> Scale:
        most = int(np.iinfo(dtype).max)
        levels = _levels(most, linear)
        places = np.ascontiguousarray(levels[np.asarray(colors, np.int64) * (most // 255)])
        return cls(
            cube_of(np.asarray(colors, np.uint8), metric, keep=False).table,
            0 if most == 255 else 8,
            levels,
            _bytes_of(linear),
            places,
        )


@cache
def _levels(most: int, linear: bool) -> np.ndarray:
    share = np.arange(most + 1) / most
    return ((srgb_to_linear(share) if linear else share) * 255).astype(np.float32)


@cache
def _bytes_of(linear: bool) -> np.ndarray:
    steps = LINEAR_STEPS if linear else ENCODED_STEPS
    share = np.arange(steps + 1) / steps
    return np.rint((linear_to_srgb(share) if linear else share) * 255).astype(np.uint8)

"""The palette color nearest to a color that carries error, by a table that fits into the cache of one core.

The exact answers are those of ``kernels.nearest_blocks``; ``quick`` (2^18,) uint8 has the answer of a cell of
4x4x4 colors that share one, else MIXED. Cells lie by the bits of their channels taken in turn (Morton order),
so that colors a small error apart are near in memory.

Values are counted in whole numbers, WHITE for the brightest, shifted up by SHIFT while errors are weighed.
All sums stand so far above 0 that they stay there: ``axis`` (n,) uint64 has for the upper bits of a sum its
bits of the cell, two zeros after each, ``eights`` (n,) uint8 the 8-bit color it rounds to. Sums beyond black
and white are as those.

``flags`` (1786,) bool says whether a palette color may have an 8-bit r + 2 g + 4 b of this sum.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.cube import PLACE_B, PLACE_G, PLACE_R
from palette_studio.core.kernels.nearest_blocks import BLOCK, answer

WHITE = 255 * 64
SHIFT = 14
MIXED = 255  # also the last of 256 colors: it is asked for in the exact table
QUICK_CELLS = 1 << 18
U = np.uint64

_BITS = np.arange(64)
_SPACED = [(_BITS >> bit & 1) << 3 * bit for bit in range(6)]
SPREAD = np.sum(_SPACED, axis=0).astype(np.uint32)  # two zeros after each bit


@njit(nogil=True, cache=True)
def quick_cells(top, store, start, stop, quick):
    """Write the quick answers of cells start to stop of 8x8x8 colors."""
    for cell in range(start, stop):
        r, g, b = cell >> 10 << 1, (cell >> 5 & 31) << 1, (cell & 31) << 1
        place = top[cell]
        for part in range(8):
            i, j, k = part >> 2, part >> 1 & 1, part & 1
            label = store[place]
            if place >= BLOCK:
                label = settled(store[place : place + BLOCK], i * 256 + j * 32 + k * 4)
            quick[SPREAD[r + i] << 2 | SPREAD[g + j] << 1 | SPREAD[b + k]] = label


@njit(nogil=True, cache=True)
def settled(block, first):
    """Return the one answer of the 4x4x4 colors from ``first`` on in a block of 8x8x8, or MIXED."""
    label = block[first]
    for r in range(4):
        for g in range(4):
            for b in range(4):
                if block[first + r * 64 + g * 8 + b] != label:
                    return np.uint8(MIXED)
    return label


@njit(nogil=True, cache=True)
def own_color(p, q, s, high, colors, top, store):
    """Return the palette color that a pixel is, plus 1, or 0.

    high: how many bits its values have above 8. colors: (k, 3), as pixel values.
    """
    found = exact(top, store, p >> high, q >> high, s >> high)
    same = colors[found, 0] == p and colors[found, 1] == q and colors[found, 2] == s
    return np.int64(found) + 1 if same else 0


@njit(nogil=True, cache=True, inline="always")
def exact(top, store, r, g, b):
    """Return the palette color nearest to an 8-bit color."""
    return answer(top, store, PLACE_R[r] | PLACE_G[g] | PLACE_B[b])

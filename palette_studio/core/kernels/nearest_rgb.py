"""The nearest palette color of every 8-bit color, in RGB: block by block, in whole numbers.

The key of palette color i at color x is 256 |c_i|^2 - 512 c_i x + i: the squared distance, less |x|^2, which
is the same for all, and in its last byte the index, so that of equal distances the lower index has the
lower key. Keys are linear in x. So color i is never nearest in a box if its key is above that of another
color at each corner, and what is left of the palette is found by halving boxes of 32, 16 and 8.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.nearest_blocks import BLOCK, DENSE

SCATTER = 205  # odd: roots near in number lie far apart, so that threads share a region that changed
HIGHEST = np.int32(2**31 - 1)  # above any key: they are at most 256 * 3 * 255^2 or so


@njit(nogil=True, cache=True)
def solved(keys, moved, start, stop, cells, entries, blocks):
    """Find the nearest colors in roots start to stop, or where they can differ after a color moved.

    keys: (k + 1, 4) int32, per palette color its key at black and by how much it grows with r, g and b; the
    last row is the color that was moved, before. moved: its index, or -1 to visit everything.
    cells, entries: (64 (stop - start),): which cells were visited, and their one answer, or DENSE + n when
    blocks[n], (512,) uint8, holds their answers. Returns how many cells and how many blocks were written.
    """
    k = keys.shape[0] - 1
    every = np.arange(k)
    in_root, in_half, in_cell = np.empty(k, np.int64), np.empty(k, np.int64), np.empty(k, np.int64)
    best, plane = np.empty(BLOCK, np.int32), np.empty(64, np.int32)
    count = dense = 0
    for number in range(start, stop):
        root = number * SCATTER & 511
        r, g, b = root >> 6 << 5, (root >> 3 & 7) << 5, (root & 7) << 5
        left = survivors(keys, every, k, r, g, b, 32, moved, in_root)
        if left == 0 or (left == 1 and held(keys, moved, in_root[0], r, g, b, 32)):
            continue
        for half in range(8):
            hr, hg, hb = r + (half >> 2 << 4), g + ((half >> 1 & 1) << 4), b + ((half & 1) << 4)
            few = survivors(keys, in_root, left, hr, hg, hb, 16, moved, in_half)
            if few == 0 or (few == 1 and held(keys, moved, in_half[0], hr, hg, hb, 16)):
                continue
            for cell in range(8):
                cr, cg, cb = hr + (cell >> 2 << 3), hg + ((cell >> 1 & 1) << 3), hb + ((cell & 1) << 3)
                last = survivors(keys, in_half, few, cr, cg, cb, 8, moved, in_cell)
                if last == 0:
                    continue
                cells[count] = cr >> 3 << 10 | cg >> 3 << 5 | cb >> 3
                entries[count] = in_cell[0]
                if last > 1:
                    entries[count] = DENSE + dense
                    fill(keys, in_cell, last, cr, cg, cb, plane, best)
                    for n in range(BLOCK):
                        blocks[dense, n] = best[n] & 255
                    dense += 1
                count += 1
    return count, dense


@njit(nogil=True, cache=True)
def held(keys, moved, owner, r, g, b, size):
    """Return whether the one nearest color of a box is the one that moved, and was before."""
    before = keys.shape[0] - 1
    if owner != moved:
        return False
    for i in range(before):
        if i != moved and least_lead(keys, i, before, r, g, b, size - 1) <= 0:
            return False
    return True


@njit(nogil=True, cache=True)
def survivors(keys, among, count, r, g, b, size, moved, out):
    """Write which of ``among`` can be nearest in the box of ``size`` at (r, g, b); return how many.

    With a color that moved: 0 where it neither was nor is nearest anywhere in the box.
    """
    chosen = among[0]
    middle = size >> 1
    least = key_at(keys, chosen, r + middle, g + middle, b + middle)
    for n in range(1, count):
        key = key_at(keys, among[n], r + middle, g + middle, b + middle)
        if key < least:
            least, chosen = key, among[n]
    before = keys.shape[0] - 1
    if moved >= 0 and chosen != moved:
        now = least_lead(keys, moved, chosen, r, g, b, size - 1)
        if min(now, least_lead(keys, before, chosen, r, g, b, size - 1)) > 0:
            return 0
    left = 0
    for n in range(count):
        i = among[n]
        if least_lead(keys, i, chosen, r, g, b, size - 1) <= 0:
            out[left] = i
            left += 1
    return left


@njit(nogil=True, cache=True, inline="always")
def key_at(keys, i, r, g, b):
    """Return the key of palette color i at (r, g, b)."""
    return keys[i, 0] + keys[i, 1] * r + keys[i, 2] * g + keys[i, 3] * b


@njit(nogil=True, cache=True, inline="always")
def least_lead(keys, i, j, r, g, b, reach):
    """Return the least of key i less key j in the box from (r, g, b) to (r, g, b) + reach."""
    dr, dg, db = keys[i, 1] - keys[j, 1], keys[i, 2] - keys[j, 2], keys[i, 3] - keys[j, 3]
    least = keys[i, 0] - keys[j, 0] + dr * r + dg * g + db * b
    return least + (min(dr, 0) + min(dg, 0) + min(db, 0)) * reach


@njit(nogil=True, cache=True)
def fill(keys, among, count, r, g, b, plane, best):
    """Write the least key of each of the 512 colors of the cell at (r, g, b). plane: (64,) scratch.

    All in 32 bits, and in strips, so that the compiler works on 8 or 16 colors at a time.
    """
    best[:] = HIGHEST
    for n in range(count):
        i = among[n]
        for m in range(np.int32(64)):
            plane[m] = np.int32(keys[i, 2] * (np.int32(m) >> np.int32(3)) + keys[i, 3] * (m & np.int32(7)))
        for row in range(8):
            base = np.int32(key_at(keys, i, r + row, g, b))
            strip = best[row << 6 : (row << 6) + 64]
            for m in range(64):
                strip[m] = min(np.int32(base + plane[m]), strip[m])

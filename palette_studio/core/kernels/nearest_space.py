"""The nearest palette color of every color, in any metric: boxes of 32, 16 and 8 values, then what is left.

For 8-bit colors the answers of all of them; for 16-bit colors, which are too many, the few palette colors
that can be nearest in each of 32^3 boxes.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.nearest_blocks import DENSE
from palette_studio.core.kernels.nearest_frames import VECTORS, frame_of, nearer
from palette_studio.core.kernels.nearest_points import CIEDE2000, closest, closest_seen, point_of
from palette_studio.core.kernels.nearest_seen import nearer_seen

PART = 64  # colors of a part of a cell


@njit(nogil=True, cache=True)
def survivors(space, linear, centers, among, count, r, g, b, size, moved, scratch, out):
    """Write which of ``among`` can be nearest in the box of ``size`` at (r, g, b); return how many."""
    frame, bounds = scratch
    frame_of(space, linear, r, g, b, size, frame)
    if space == CIEDE2000:
        return nearer_seen(centers, among, count, frame, moved, bounds, out)
    return nearer(space, centers, among, count, frame, moved, out)


@njit(nogil=True, cache=True)
def candidates(space, linear, centers, moved, root, counts, lists):
    """Write for each of the 64 cells of a root box which palette colors can be nearest in it.

    linear: (256,) or (65536,), whose length is the number of values of a channel. centers: (k + 1, 3), the
    last the color that moved, before; moved: its index, or -1. counts: (64,), 0 where a moved color changes
    nothing. lists: (64, k).
    """
    k, unit = centers.shape[0] - 1, linear.shape[0] >> 5
    every, in_root, in_half = np.arange(k), np.empty(k, np.int64), np.empty(k, np.int64)
    scratch = np.empty((1 + VECTORS, 3)), np.empty((k, 2))
    r, g, b = (root >> 6) * 4 * unit, (root >> 3 & 7) * 4 * unit, (root & 7) * 4 * unit
    counts[:] = 0
    left = survivors(space, linear, centers, every, k, r, g, b, 4 * unit, moved, scratch, in_root)
    if left == 0:
        return
    for half in range(8):
        hr, hg, hb = (half >> 2) * 2, (half >> 1 & 1) * 2, (half & 1) * 2
        at = r + hr * unit, g + hg * unit, b + hb * unit
        few = survivors(space, linear, centers, in_root, left, *at, 2 * unit, moved, scratch, in_half)
        if few == 0:
            continue
        for n in range(8):
            cr, cg, cb = hr + (n >> 2), hg + (n >> 1 & 1), hb + (n & 1)
            cell = cr << 4 | cg << 2 | cb
            at = r + cr * unit, g + cg * unit, b + cb * unit
            counts[cell] = survivors(
                space, linear, centers, in_half, few, *at, unit, moved, scratch, lists[cell]
            )


@njit(nogil=True, cache=True, inline="always")
def cell_number(root, cell):
    """Return the number, among all 32^3, of one of the 64 cells of a root box."""
    r, g, b = (
        (root >> 6) * 4 + (cell >> 4),
        (root >> 3 & 7) * 4 + (cell >> 2 & 3),
        (root & 7) * 4 + (cell & 3),
    )
    return r << 10 | g << 5 | b


@njit(nogil=True, cache=True)
def solved(space, linear, centers, moved, start, stop, cells, entries, blocks):
    """Find the nearest colors in roots start to stop, as ``nearest_rgb.solved`` does, in any metric."""
    k = centers.shape[0] - 1
    counts, lists = np.empty(64, np.int64), np.empty((64, k), np.int64)
    scratch = np.empty((1 + VECTORS, 3)), np.empty((k, 2))
    points = np.empty((3, PART)), np.empty((2, PART)), np.empty(PART, np.int32)
    few = np.empty(k, np.int64)
    count = dense = 0
    for root in range(start, stop):
        candidates(space, linear, centers, moved, root, counts, lists)
        for cell in range(64):
            if counts[cell] == 0:
                continue
            cells[count] = cell_number(root, cell)
            entries[count] = lists[cell, 0]
            if counts[cell] > 1:
                among = lists[cell, : counts[cell]]
                fill(space, linear, centers, cells[count], among, few, scratch, points, blocks[dense])
                entries[count] = DENSE + dense
                dense += 1
            count += 1
    return count, dense


@njit(nogil=True, cache=True)
def fill(space, linear, centers, cell, among, few, scratch, points, block):
    """Write the answers of the 512 colors of a cell, sought in its eight parts of 4^3 colors."""
    place, best, which = points
    r, g, b = cell >> 10 << 3, (cell >> 5 & 31) << 3, (cell & 31) << 3
    for n in range(8):
        pr, pg, pb = (n >> 2) * 4, (n >> 1 & 1) * 4, (n & 1) * 4
        at = r + pr, g + pg, b + pb
        left = survivors(space, linear, centers, among, len(among), *at, 4, -1, scratch, few)
        if left > 1:
            for m in range(PART):
                place[0, m], place[1, m], place[2, m] = point_of(
                    space, linear, at[0] + (m >> 4), at[1] + (m >> 2 & 3), at[2] + (m & 3)
                )
            if space == CIEDE2000:
                closest_seen(place, PART, centers, few, left, best, which)
            else:
                closest(place, PART, centers, few, left, best[0], which)
        else:
            which[:] = few[0]
        corner = pr << 6 | pg << 3 | pb
        for m in range(PART):
            block[corner + ((m >> 4) << 6 | (m >> 2 & 3) << 3 | m & 3)] = which[m]


@njit(nogil=True, cache=True)
def listed(space, linear, centers, start, stop, cells, starts, rows):
    """Write the candidates of each cell of roots start to stop, list after list; return their length.

    cells: (64 (stop - start),) the numbers of the cells, starts: where the list of each begins, and one more.
    rows: (64 (stop - start) k,) uint16.
    """
    counts, lists = np.empty(64, np.int64), np.empty((64, centers.shape[0] - 1), np.int64)
    length = n = 0
    for root in range(start, stop):
        candidates(space, linear, centers, -1, root, counts, lists)
        for cell in range(64):
            cells[n], starts[n] = cell_number(root, cell), length
            for m in range(counts[cell]):
                rows[length + m] = lists[cell, m]
            length += counts[cell]
            n += 1
    starts[n] = length
    return length

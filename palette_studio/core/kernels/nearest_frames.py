"""What can be nearest in a box of colors, by straight bounds in RGB, CIELab or OKLab.

A box of pixel values is a box in linear light. There X, Y, Z (or L, M, S) are sums, and their cube roots are
concave, so each lies between its chord over the box and the chord moved up to touch it. So the points of the
box lie in a frame: a middle plus or minus six vectors, three along the channels, three for the gaps. That one
color is farther than another, everywhere in a frame, is a matter of a scalar product with each vector.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core import color
from palette_studio.core.kernels.light import EPSILON, root
from palette_studio.core.kernels.nearest_points import OKLAB, RGB

LIGHT = np.stack([color.RGB_TO_XYZ / color.WHITE[:, None], color.RGB_TO_LMS])  # to what is rooted
SPACE = np.stack(  # from the roots; CIELab less its -16 in L
    [np.array([[0.0, 116.0, 0.0], [500.0, -500.0, 0.0], [0.0, 200.0, -200.0]]), color.LMS_TO_OKLAB]
)
SLACK = 1e-9  # of a root: above what ``root`` and rounding can be wrong by
VECTORS = 6
MARGINS = (0.5, 1e-3, 1e-9)  # by metric: squared distances that differ by less may come out either way


@njit(nogil=True, cache=True, error_model="numpy")
def frame_of(space, linear, r, g, b, size, frame):
    """Write the frame of the box of ``size`` values from (r, g, b): (7, 3), the middle and six vectors."""
    frame[:] = 0.0
    if space == RGB:
        half = 0.5 * (size - 1)
        frame[0, 0], frame[0, 1], frame[0, 2] = r + half, g + half, b + half
        frame[1, 0], frame[2, 1], frame[3, 2] = half, half, half
        return
    ok = 1 if space == OKLAB else 0
    low = (linear[r], linear[g], linear[b])
    high = (linear[r + size - 1], linear[g + size - 1], linear[b + size - 1])
    if not ok:
        frame[0, 0] = -16.0
    for t in range(3):
        start = stop = 0.0
        for c in range(3):
            start += LIGHT[ok, t, c] * low[c]
            stop += LIGHT[ok, t, c] * high[c]
        middle, slope, gap = chord(ok, start, stop)
        for d in range(3):
            weight = SPACE[ok, d, t]
            frame[0, d] += weight * middle
            frame[4 + t, d] = weight * gap
            for c in range(3):
                frame[1 + c, d] += weight * slope * LIGHT[ok, t, c] * 0.5 * (high[c] - low[c])


@njit(nogil=True, cache=True, error_model="numpy")
def chord(ok, start, stop):
    """Return the middle height of the cube root over [start, stop], its slope, and how far it may be off."""
    low, high = (np.cbrt(start), np.cbrt(stop)) if ok else (root(start), root(stop))
    slope = (high - low) / (stop - start) if stop > start else 0.0
    gap = 0.0
    if slope > 0.0:
        height = 1.0 / math.sqrt(3.0 * slope)  # of the point where the cube root is as steep
        place = height * height * height
        if start < place < stop and (ok or place > EPSILON):
            gap = max(height - low - slope * (place - start), 0.0)
    return 0.5 * (low + high + gap), slope, 0.5 * gap + SLACK


@njit(nogil=True, cache=True, error_model="numpy")
def nearer(space, centers, among, count, frame, moved, out):
    """Write which of ``among`` can be nearest in the frame; return how many.

    centers: (k + 1, 3), the last the color that moved, before. With a color that moved: 0 where it neither
    was nor is nearest anywhere in the frame.
    """
    margin = MARGINS[space]
    least, chosen = np.inf, among[0]
    for n in range(count):
        i = among[n]
        distance = 0.0
        for d in range(3):
            distance += (centers[i, d] - frame[0, d]) ** 2
        if distance < least:
            least, chosen = distance, i
    left, touched = 0, moved < 0 or chosen == moved
    for n in range(count):
        i = among[n]
        if i == chosen or lead(centers, i, chosen, frame) <= margin:
            out[left] = i
            left += 1
            touched = touched or i == moved
    if touched or lead(centers, centers.shape[0] - 1, chosen, frame) <= margin:
        return left
    return 0


@njit(nogil=True, cache=True, error_model="numpy")
def lead(centers, i, j, frame):
    """Return by how much, at least, color i is farther than color j in the frame, in squared distance."""
    dx, dy, dz = centers[j, 0] - centers[i, 0], centers[j, 1] - centers[i, 1], centers[j, 2] - centers[i, 2]
    sx, sy, sz = centers[j, 0] + centers[i, 0], centers[j, 1] + centers[i, 1], centers[j, 2] + centers[i, 2]
    least = dx * (2 * frame[0, 0] - sx) + dy * (2 * frame[0, 1] - sy) + dz * (2 * frame[0, 2] - sz)
    for v in range(1, 1 + VECTORS):
        least -= 2 * abs(dx * frame[v, 0] + dy * frame[v, 1] + dz * frame[v, 2])
    return least

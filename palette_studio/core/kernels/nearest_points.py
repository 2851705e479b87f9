"""Where a color lies in the space of a metric, and the nearest of a few points: the one definition of both.

Distances are compared squared, as (dx dx + dy dy) + dz dz in float32 or float64, as the arrays have it, or
as ``difference.squared_of`` has it.
RGB is exact in them: squared distances of 8-bit colors are below 2^24, of 16-bit colors below 2^53.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.color import LMS_TO_OKLAB, RGB_TO_LMS
from palette_studio.core.kernels.difference import squared_differences, squared_of
from palette_studio.core.kernels.light import lab_of

RGB, LAB, OKLAB, CIEDE2000 = range(4)  # CIEDE2000 is worked out from Lab
STRIP = 512  # points looked at together, so that the compiler compares several at a time
M, A = RGB_TO_LMS, LMS_TO_OKLAB


@njit(nogil=True, cache=True)
def oklab_of(r, g, b):
    """Return OKLab of linear RGB."""
    x = np.cbrt(M[0, 0] * r + M[0, 1] * g + M[0, 2] * b)
    y = np.cbrt(M[1, 0] * r + M[1, 1] * g + M[1, 2] * b)
    z = np.cbrt(M[2, 0] * r + M[2, 1] * g + M[2, 2] * b)
    return (
        A[0, 0] * x + A[0, 1] * y + A[0, 2] * z,
        A[1, 0] * x + A[1, 1] * y + A[1, 2] * z,
        A[2, 0] * x + A[2, 1] * y + A[2, 2] * z,
    )


@njit(nogil=True, cache=True, inline="always")
def point_of(space, linear, r, g, b):
    """Return the point of a color given by its pixel values; linear: their linear light."""
    if space == RGB:
        return np.float64(r), np.float64(g), np.float64(b)
    if space == OKLAB:
        return oklab_of(linear[r], linear[g], linear[b])
    return lab_of(linear[r], linear[g], linear[b])


@njit(nogil=True, cache=True)
def points(space, linear, colors, out):
    """Write the points of (n, 3) colors. out: (n, 3) float64."""
    for n in range(colors.shape[0]):
        out[n, 0], out[n, 1], out[n, 2] = point_of(space, linear, colors[n, 0], colors[n, 1], colors[n, 2])


@njit(nogil=True, cache=True)
def closest(place, n, centers, among, count, best, which):
    """Write for n points which of the centers ``among`` is nearest, the first of equals.

    place: (3, STRIP), centers: (k, 3), best: (STRIP,) scratch, all of one dtype. which: (STRIP,) int32.
    """
    x, y, z = place[0, :n], place[1, :n], place[2, :n]
    least, index = best[:n], which[:n]
    least[:] = np.inf
    index[:] = among[0]
    for c in range(count):
        i = np.int32(among[c])
        cx, cy, cz = centers[i, 0], centers[i, 1], centers[i, 2]
        for m in range(n):
            dx, dy, dz = x[m] - cx, y[m] - cy, z[m] - cz
            distance = dx * dx + dy * dy + dz * dz
            less = distance < least[m]
            least[m] = distance if less else least[m]
            index[m] = i if less else index[m]


@njit(nogil=True, cache=True)
def closest_seen(place, n, centers, among, count, best, which):
    """Write for n Lab points which of the centers ``among`` has the least CIEDE2000, the first of equals.

    best: (2, STRIP) float64, scratch; the rest as for ``closest``.
    """
    least, difference, index = best[0, :n], best[1, :n], which[:n]
    least[:] = np.inf
    index[:] = among[0]
    for c in range(count):
        i = np.int32(among[c])
        squared_differences(place[0, :n], place[1, :n], place[2, :n], centers[i], difference)
        for m in range(n):
            less = difference[m] < least[m]
            least[m] = difference[m] if less else least[m]
            index[m] = i if less else index[m]


@njit(nogil=True, cache=True)
def scanned(pixels, space, linear, centers, out):
    """Write the index of the nearest center of every pixel: each is compared with each.

    pixels: (h, w, 3|4) uint8 or uint16. centers: (k, 3) float32 or float64. out: (h, w).
    """
    every = np.arange(centers.shape[0])
    place, best = np.empty((3, STRIP), centers.dtype), np.empty(STRIP, centers.dtype)
    seen = np.empty((2, STRIP))
    which = np.empty(STRIP, np.int32)
    for i in range(pixels.shape[0]):
        for start in range(0, pixels.shape[1], STRIP):
            strip = pixels[i, start : start + STRIP]
            n = strip.shape[0]
            for m in range(n):
                place[0, m], place[1, m], place[2, m] = point_of(
                    space, linear, strip[m, 0], strip[m, 1], strip[m, 2]
                )
            if space == CIEDE2000:
                closest_seen(place, n, centers, every, len(every), seen, which)
            else:
                closest(place, n, centers, every, len(every), best, which)
            for m in range(n):
                out[i, start + m] = which[m]


@njit(nogil=True, cache=True)
def seen_distances(points, centers, out):
    """Write the squared CIEDE2000 of each point and center. points: (n, 3), centers: (k, 3), out: (n, k)."""
    for n in range(points.shape[0]):
        for i in range(centers.shape[0]):
            out[n, i] = squared_of(
                points[n, 0], points[n, 1], points[n, 2], centers[i, 0], centers[i, 1], centers[i, 2]
            )


@njit(nogil=True, cache=True)
def best_seen(points, centers, rows, out):
    """Write which center of a row has the least CIEDE2000 to a Lab point. rows: (n, m); out: (n,)."""
    for n in range(points.shape[0]):
        least = np.inf
        for i in rows[n]:
            difference = squared_of(
                points[n, 0], points[n, 1], points[n, 2], centers[i, 0], centers[i, 1], centers[i, 2]
            )
            if difference < least:
                least, out[n] = difference, i

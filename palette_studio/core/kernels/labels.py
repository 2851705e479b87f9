"""The nearest of a few points, and colors moved by their nearest swatch."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.light import lab_of, srgb_of


@njit(nogil=True, cache=True)
def nearest_points(points, centers, out):
    """Write the index of the nearest center of each point, ties to the lower.

    points: (n, 3), centers: (k, 3). Integers are compared as integers, floats as floats.
    """
    for n in range(points.shape[0]):
        x, y, z = points[n, 0], points[n, 1], points[n, 2]
        d, e, f = x - centers[0, 0], y - centers[0, 1], z - centers[0, 2]
        least, index = d * d + e * e + f * f, 0
        for i in range(1, centers.shape[0]):
            d, e, f = x - centers[i, 0], y - centers[i, 1], z - centers[i, 2]
            distance = d * d + e * e + f * f
            if distance < least:
                least, index = distance, i
        out[n] = index


@njit(nogil=True, cache=True, inline="always")
def nearest_lab(lightness, a, b, centers):
    """Return the row of the nearest (k, 3) Lab center, ties to the lower."""
    least, index = np.inf, 0
    for i in range(centers.shape[0]):
        dl, da, db = lightness - centers[i, 0], a - centers[i, 1], b - centers[i, 2]
        distance = dl * dl + da * da + db * db
        if distance < least:
            least, index = distance, i
    return index


@njit(nogil=True, cache=True)
def labeled(colors, linear, centers, out):
    """Write the row of the nearest Lab center of each color. colors: (n, 3) indexing ``linear``."""
    for n in range(colors.shape[0]):
        lightness, a, b = lab_of(linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]])
        out[n] = nearest_lab(lightness, a, b, centers)


@njit(nogil=True, cache=True)
def shifted(colors, linear, centers, shifts, half, out):
    """Write each color moved in Lab as its nearest center is, copied where that one stays."""
    most = linear.shape[0] - 1
    for n in range(colors.shape[0]):
        lightness, a, b = lab_of(linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]])
        shift = shifts[nearest_lab(lightness, a, b, centers)]
        if shift[0] == 0.0 and shift[1] == 0.0 and shift[2] == 0.0:
            for c in range(3):
                out[n, c] = colors[n, c]
            continue
        red, green, blue = srgb_of(lightness + shift[0], a + shift[1], b + shift[2])
        out[n, 0] = red * most + half
        out[n, 1] = green * most + half
        out[n, 2] = blue * most + half

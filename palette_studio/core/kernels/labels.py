"""The nearest of a few points, and colors moved by their nearest swatch."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.cube import PLACE_B, PLACE_G, PLACE_R
from palette_studio.core.kernels.light import LINEAR_8, lab_of, srgb_of
from palette_studio.core.kernels.table import CLIPPED, U, interpolated

UNKNOWN = 255  # a color of the cube whose nearest center has not been asked for yet


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


@njit(nogil=True, cache=True)
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


@njit(nogil=True, cache=True, inline="always")
def remembered(r, g, b, centers, cube):
    """Return the row of the nearest center of an 8-bit color, worked out the first time it is asked for.

    cube: (2^24,) uint8 of rows or UNKNOWN. Threads that meet at one color write the same row.
    """
    place = PLACE_R[r] | PLACE_G[g] | PLACE_B[b]
    label = cube[place]
    if label == UNKNOWN:
        lightness, c, d = lab_of(LINEAR_8[r], LINEAR_8[g], LINEAR_8[b])
        label = cube[place] = np.uint8(nearest_lab(lightness, c, d, centers))
    return label


@njit(nogil=True, cache=True)
def labeled_pixels(pixels, centers, cube, out):
    """Write the row of the nearest center of every pixel. pixels: (h, w, 3|4) uint8; out: (h, w) uint8."""
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            out[i, j] = remembered(pixels[i, j, 0], pixels[i, j, 1], pixels[i, j, 2], centers, cube)


@njit(nogil=True, cache=True)
def shifted_pixels(pixels, centers, cube, which, tables, steps, size, out):
    """Write every pixel interpolated in the table of its nearest center, or copied where that one stays.

    which: (k,) the table of each center, or -1. tables: (m, size^3) words; steps: see kernels.table.
    """
    cell, whole = U(256 // (size - 1)), U(size * size + size + 1)
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            r, g, b = pixels[i, j, 0], pixels[i, j, 1], pixels[i, j, 2]
            table = which[remembered(r, g, b, centers, cube)]
            if table < 0:
                for c in range(pixels.shape[2]):
                    out[i, j, c] = pixels[i, j, c]
                continue
            word = interpolated(steps[0, r], steps[1, g], steps[2, b], tables[table], cell, whole)
            out[i, j, 0] = CLIPPED[(word >> U(12)) & U(511)]
            out[i, j, 1] = CLIPPED[(word >> U(33)) & U(511)]
            out[i, j, 2] = CLIPPED[(word >> U(54)) & U(511)]
            if pixels.shape[2] == 4:
                out[i, j, 3] = pixels[i, j, 3]


@njit(nogil=True, cache=True)
def shifted_nodes(lab, shift, out):
    """Write the colors of (n, 3) Lab nodes moved by (3,) in Lab, unrounded, 0..255."""
    for n in range(lab.shape[0]):
        red, green, blue = srgb_of(lab[n, 0] + shift[0], lab[n, 1] + shift[1], lab[n, 2] + shift[2])
        out[n, 0], out[n, 1], out[n, 2] = red * 255.0, green * 255.0, blue * 255.0


@njit(nogil=True, cache=True)
def shifted(colors, linear, centers, shifts, out):
    """Write each color moved in Lab as its nearest center is, rounded, or copied where that one stays."""
    most = linear.shape[0] - 1
    for n in range(colors.shape[0]):
        lightness, a, b = lab_of(linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]])
        shift = shifts[nearest_lab(lightness, a, b, centers)]
        if shift[0] == 0.0 and shift[1] == 0.0 and shift[2] == 0.0:
            for c in range(3):
                out[n, c] = colors[n, c]
            continue
        red, green, blue = srgb_of(lightness + shift[0], a + shift[1], b + shift[2])
        out[n, 0] = red * most + 0.5
        out[n, 1] = green * most + 0.5
        out[n, 2] = blue * most + 0.5

"""Whole pictures as other eyes see them: a matrix on linear light."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core import color
from palette_studio.core.kernels.light import LINEAR_8

CODES = 1 << 16  # steps of linear light: the narrowest 8-bit value, near black, is 20 of them wide
EDGES = np.append(color.srgb_to_linear((np.arange(255) + 0.5) / 255), 2.0)  # where each value's light ends
LOWEST = np.searchsorted(EDGES, np.arange(CODES + 1) / CODES, "right").astype(np.uint8)  # at a step's start


@njit(nogil=True, cache=True)
def byte_of(light):
    """Return the 8-bit sRGB value nearest to linear light; light outside 0..1 is clipped. Exact."""
    light = min(max(light, 0.0), 1.0)
    value = LOWEST[int(light * CODES)]
    return value + 1 if light >= EDGES[value] else value


@njit(nogil=True, cache=True)
def seen(pixels, matrix, out):
    """Write the picture whose linear light is ``matrix`` times that of ``pixels``; alpha as it is.

    pixels, out: (h, w, 3|4) uint8. matrix: (3, 3).
    """
    a, b, c = matrix[0, 0], matrix[0, 1], matrix[0, 2]
    d, e, f = matrix[1, 0], matrix[1, 1], matrix[1, 2]
    g, h, i = matrix[2, 0], matrix[2, 1], matrix[2, 2]
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            red, green, blue = LINEAR_8[pixels[y, x, 0]], LINEAR_8[pixels[y, x, 1]], LINEAR_8[pixels[y, x, 2]]
            out[y, x, 0] = byte_of(a * red + b * green + c * blue)
            out[y, x, 1] = byte_of(d * red + e * green + f * blue)
            out[y, x, 2] = byte_of(g * red + h * green + i * blue)
            if pixels.shape[2] == 4:
                out[y, x, 3] = pixels[y, x, 3]

"""One value for each of the 2^24 8-bit colors: mark those a picture has, work on them, look them up.

A color's place interleaves its channels in cells of 8x8x8, so that neighbors in color are neighbors in
memory: place = (r>>3 g>>3 b>>3) (r&7 g&7 b&7).
"""

from __future__ import annotations

import numpy as np
from numba import njit

PLACES = 1 << 24
MARK = np.uint32(1 << 24)
_V = np.arange(256, dtype=np.uint32)
PLACE_B = (_V >> 3 << 9) | (_V & 7)
PLACE_G = (_V >> 3 << 14) | ((_V & 7) << 3)
PLACE_R = (_V >> 3 << 19) | ((_V & 7) << 6)


@njit(nogil=True, cache=True)
def mark(pixels, cube):
    """Mark the color of every pixel. pixels: (h, w, 3|4) uint8; cube: (2^24,) uint32."""
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            cube[PLACE_R[pixels[i, j, 0]] | PLACE_G[pixels[i, j, 1]] | PLACE_B[pixels[i, j, 2]]] = MARK


@njit(nogil=True, cache=True)
def marked(cube, start, stop, places, colors):
    """Write the places and colors marked in cube[start:stop] and return how many there are."""
    count = 0
    for place in range(start, stop):
        if cube[place] != 0:
            places[count] = place
            colors[count, 0] = (place >> 19 << 3) | (place >> 6 & 7)
            colors[count, 1] = (place >> 14 & 31) << 3 | (place >> 3 & 7)
            colors[count, 2] = (place >> 9 & 31) << 3 | (place & 7)
            count += 1
    return count


@njit(nogil=True, cache=True)
def put(cube, places, colors):
    """Store a color at each place."""
    for n in range(places.shape[0]):
        cube[places[n]] = colors[n, 0] | np.uint32(colors[n, 1]) << 8 | np.uint32(colors[n, 2]) << 16


@njit(nogil=True, cache=True)
def looked_up(pixels, cube, out):
    """Write the stored color of every pixel; alpha is copied."""
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            value = cube[PLACE_R[pixels[i, j, 0]] | PLACE_G[pixels[i, j, 1]] | PLACE_B[pixels[i, j, 2]]]
            out[i, j, 0] = value & 255
            out[i, j, 1] = value >> 8 & 255
            out[i, j, 2] = value >> 16 & 255
            if alpha:
                out[i, j, 3] = pixels[i, j, 3]

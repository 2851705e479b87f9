"""The nearest of the few palette colors that can be nearest in the box that a 16-bit color lies in."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.difference import squared_of
from palette_studio.core.kernels.nearest_points import CIEDE2000, point_of


@njit(nogil=True, cache=True)
def mapped_16(pixels, space, linear, centers, starts, stops, rows, out):
    """Write the index of the nearest center of every pixel. pixels: (h, w, 3|4) uint16; out: (h, w).

    starts, stops: (32768,), the part of ``rows``, ascending, that holds the candidates of each box.
    """
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            r, g, b = pixels[i, j, 0], pixels[i, j, 1], pixels[i, j, 2]
            box = np.int64(r >> 11) << 10 | np.int64(g >> 11) << 5 | np.int64(b >> 11)
            start, stop = starts[box], stops[box]
            index = rows[start]
            if stop - start > 1:
                x, y, z = point_of(space, linear, r, g, b)
                least = np.inf
                for n in range(start, stop):
                    c = centers[rows[n]]
                    if space == CIEDE2000:
                        distance = squared_of(x, y, z, c[0], c[1], c[2])
                    else:
                        dx, dy, dz = x - c[0], y - c[1], z - c[2]
                        distance = dx * dx + dy * dy + dz * dz
                    if distance < least:
                        least, index = distance, rows[n]
            out[i, j] = index

"""The pixels of a picture that are extreme in color where they stand."""

from __future__ import annotations

import numpy as np
from numba import njit

# Thirteen axes through a cube: through its faces, its edges and its corners.
AXES = np.array(
    [
        *([1, 0, 0], [0, 1, 0], [0, 0, 1]),
        *([1, 1, 0], [1, -1, 0], [1, 0, 1], [1, 0, -1], [0, 1, 1], [0, 1, -1]),
        *([1, 1, 1], [1, 1, -1], [1, -1, 1], [-1, 1, 1]),
    ],
    np.int64,
)


@njit(nogil=True, cache=True)
def extremes(pixels, start, stop, found):
    """Write the place (row times width plus column) of the extreme pixels of cells in rows of a grid.

    pixels: (h, w, 3|4) uint8; those of alpha 0 do not count. found: (rows, columns, 26), -1 where a cell has
    none; first the most along each axis, then the least. Ties go to the first.
    """
    height, width = pixels.shape[0], pixels.shape[1]
    most = np.empty(found.shape[2], np.int64)
    for row in range(start, stop):
        for column in range(found.shape[1]):
            most[:] = -100000
            for i in range(row * height // found.shape[0], (row + 1) * height // found.shape[0]):
                for j in range(column * width // found.shape[1], (column + 1) * width // found.shape[1]):
                    if pixels.shape[2] == 4 and pixels[i, j, 3] == 0:
                        continue
                    r, g, b = np.int64(pixels[i, j, 0]), np.int64(pixels[i, j, 1]), np.int64(pixels[i, j, 2])
                    for a in range(AXES.shape[0]):
                        value = AXES[a, 0] * r + AXES[a, 1] * g + AXES[a, 2] * b
                        if value > most[a]:
                            most[a], found[row, column, a] = value, i * width + j
                        low = a + AXES.shape[0]
                        if -value > most[low]:
                            most[low], found[row, column, low] = -value, i * width + j

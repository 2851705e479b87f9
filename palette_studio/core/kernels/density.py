"""Counting pixels by where their colors stand in a plane of color."""

from __future__ import annotations

from numba import njit

from palette_studio.core.kernels.light import LINEAR_8, lab_of


@njit(nogil=True, cache=True)
def add_up(pixels, lab, axes, reach, sums):
    """Add one block's pixels to the cells they stand in; those with alpha 0 are left out.

    pixels: (h, w, 3|4) uint8. lab: whether the plane is that of CIELab; if it is not, axes are its (2, 3)
    weights of the channels, to the right and up. reach: of the plane, on either side of gray.
    sums: (n, n, 4) int64: how many pixels, and the sums of their channels; row 0 is the highest.
    """
    alpha, side = pixels.shape[2] == 4, sums.shape[0]
    scale = side / (2 * reach)
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            if alpha and pixels[i, j, 3] == 0:
                continue
            r, g, b = pixels[i, j, 0], pixels[i, j, 1], pixels[i, j, 2]
            if lab:
                _, x, y = lab_of(LINEAR_8[r], LINEAR_8[g], LINEAR_8[b])
            else:
                x = axes[0, 0] * r + axes[0, 1] * g + axes[0, 2] * b
                y = axes[1, 0] * r + axes[1, 1] * g + axes[1, 2] * b
            column = min(max(int((x + reach) * scale), 0), side - 1)
            row = side - 1 - min(max(int((y + reach) * scale), 0), side - 1)
            sums[row, column, 0] += 1
            sums[row, column, 1] += r
            sums[row, column, 2] += g
            sums[row, column, 3] += b

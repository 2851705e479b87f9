"""Color tables of any size: tetrahedral interpolation, and lookups channel by channel.

Where a channel's value stands in a table is one 64-bit word: the node before it (24 bits), the share of the
way to the next node in steps of 1 / WAY (23 bits), and how far on that node is in memory (17 bits). The lower
two sort the axes by their shares; the upper ones add up to the cell. A curve before the table, its domain and
the depth of the pixels are all in the words, so that one kernel serves them all.
"""

from __future__ import annotations

import numpy as np
from numba import njit

WAY = 1 << 22
NODE_AT, WAY_AT = 40, 17
LOWER, STEP = (1 << NODE_AT) - 1, (1 << WAY_AT) - 1
ZERO, HALF, ONE = np.float32(0), np.float32(0.5), np.float32(1)


@njit(nogil=True, cache=True)
def interpolated(pixels, words, nodes, most, strength, out):
    """Write every pixel moved by ``strength`` of the way to its color in a table; alpha is copied.

    pixels, out: (h, w, 3|4) uint8 or uint16. words: (3, levels) int64. nodes: (n, 3) float32, 1 is white.
    most: 255 or 65535. What the table says is clipped to 0..1 before it is mixed. Sakamoto & Itooka 1981:
    the tetrahedron along the axes by falling shares.
    """
    most, strength = np.float32(most), np.float32(strength)
    unit = ONE / np.float32(WAY)
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            x, y, z = words[0, pixels[i, j, 0]], words[1, pixels[i, j, 1]], words[2, pixels[i, j, 2]]
            base = (x >> NODE_AT) + (y >> NODE_AT) + (z >> NODE_AT)
            x, y, z = x & LOWER, y & LOWER, z & LOWER
            high, least = max(max(x, y), z), min(min(x, y), z)
            middle = x + y + z - high - least
            first = base + (high & STEP)
            second = first + (middle & STEP)
            third = second + (least & STEP)
            f1 = np.float32(high >> WAY_AT) * unit
            f2 = np.float32(middle >> WAY_AT) * unit
            f3 = np.float32(least >> WAY_AT) * unit
            w0, w1, w2 = ONE - f1, f1 - f2, f2 - f3
            for c in range(3):
                value = nodes[base, c] * w0 + nodes[first, c] * w1 + nodes[second, c] * w2
                value += nodes[third, c] * f3
                value = min(max(value, ZERO), ONE) * most
                before = np.float32(pixels[i, j, c])
                out[i, j, c] = before + strength * (value - before) + HALF
            if alpha:
                out[i, j, 3] = pixels[i, j, 3]


@njit(nogil=True, cache=True)
def looked_up(pixels, curves, out):
    """Write each channel's entry of its curve; alpha is copied. curves: (3, levels) of the pixels' dtype."""
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            for c in range(3):
                out[i, j, c] = curves[c, pixels[i, j, c]]
            if alpha:
                out[i, j, 3] = pixels[i, j, 3]

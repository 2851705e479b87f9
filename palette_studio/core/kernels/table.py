"""Three-dimensional color tables and their tetrahedral interpolation.

A table for 8-bit pixels has 17, 33 or 65 nodes an axis, 16, 8 or 4 values apart, the last at 256. A node is
one 64-bit word of three 21-bit lanes (blue highest): 9 bits of value plus BIAS and 12 bits of fraction, of
which the weights of the interpolation, that sum to the cell's size, take their share. Four loads and four
multiplications then interpolate all three channels at once, and a table of unmoved nodes gives back every
pixel exactly.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numba import njit

BIAS = 128  # nodes at 256 are extrapolated, so values may lie a little below 0 and above 255
LANE, FRACTION = 21, 12
CLIPPED = np.clip(np.arange(512) - BIAS, 0, 255).astype(np.uint8)


@njit(nogil=True, cache=True)
def packed(values, size, start, stop, out):
    """Write words of the nodes [start, stop) of a table with ``size`` nodes an axis.

    values: (size^3, 3) floats 0..255 at node positions, the last of an axis standing at 255. It is moved on
    to 256 along the diagonal of the axes concerned, so that pixels of 255 come out exactly.
    """
    cell = 256 // (size - 1)
    scale = float((1 << FRACTION) // cell)
    stretch = cell / (cell - 1.0)
    last = size - 1
    for node in range(start, stop):
        i, j, k = node // (size * size), node // size % size, node % size
        back = (i == last) * size * size + (j == last) * size + (k == last)
        word = np.uint64(0)
        for c in range(3):
            value = values[node, c]
            if back:
                base = values[node - back, c]
                value = base + (value - base) * stretch
            value = min(max(value, -BIAS + 1.0), 382.0)
            word |= np.uint64((value + BIAS) * scale + 0.5) << np.uint64(LANE * c)
        out[node] = word


U = np.uint64
HALF = U((1 << 11) | (1 << 32) | (1 << 53))  # rounds each lane


@cache
def steps_of(size: int) -> np.ndarray:
    """Return (3, 256) words by channel and value: node << 32 | fraction << 16 | way to the next node.

    Sorting the lower halves sorts the axes by their fractions; the sum of the upper ones is the cell's node.
    """
    cell, values = 256 // (size - 1), np.arange(256)
    steps = np.array([[size * size], [size], [1]])
    return ((values // cell * steps) << 32 | (values % cell) << 16 | steps).astype(np.uint64)


@njit(nogil=True, cache=True, inline="always")
def interpolated(x, y, z, words, cell, whole):
    """Return the weighted sum of the nodes around a color. x, y, z: its entries of ``steps_of``."""
    total = x + y + z
    base = total >> U(32)
    x, y, z = x & U(0xFFFFFFFF), y & U(0xFFFFFFFF), z & U(0xFFFFFFFF)
    high, least = max(max(x, y), z), min(min(x, y), z)
    middle = (total & U(0xFFFFFFFF)) - high - least
    f1, f2, f3 = high >> U(16), middle >> U(16), least >> U(16)
    first = base + (high & U(0xFFFF))
    second = first + (middle & U(0xFFFF))
    word = words[base] * (cell - f1) + words[first] * (f1 - f2)
    return word + words[second] * (f2 - f3) + words[base + whole] * f3 + HALF


@njit(nogil=True, cache=True)
def applied_8(pixels, words, steps, size, out):
    """Write the interpolated color of every pixel. pixels, out: (h, w, 3|4) uint8; alpha is copied."""
    cell, whole = U(256 // (size - 1)), U(size * size + size + 1)
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            x, y, z = steps[0, pixels[i, j, 0]], steps[1, pixels[i, j, 1]], steps[2, pixels[i, j, 2]]
            word = interpolated(x, y, z, words, cell, whole)
            out[i, j, 0] = CLIPPED[(word >> U(12)) & U(511)]
            out[i, j, 1] = CLIPPED[(word >> U(33)) & U(511)]
            out[i, j, 2] = CLIPPED[(word >> U(54)) & U(511)]
            if alpha:
                out[i, j, 3] = pixels[i, j, 3]


@njit(nogil=True, cache=True)
def applied_one(pixels, words, steps, size, out):
    """Write the interpolated first lane alone. pixels: (h, w, 3|4) uint8; out: (h, w) uint8."""
    cell, whole = U(256 // (size - 1)), U(size * size + size + 1)
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            x, y, z = steps[0, pixels[i, j, 0]], steps[1, pixels[i, j, 1]], steps[2, pixels[i, j, 2]]
            word = interpolated(x, y, z, words, cell, whole)
            out[i, j] = CLIPPED[(word >> U(12)) & U(511)]


@njit(nogil=True, cache=True)
def applied_16(pixels, changes, size, out):
    """Write every 16-bit pixel plus its interpolated change; alpha is copied.

    changes: (size^3, 3) float32, in 16-bit steps, at nodes 257 times as far apart as for 8 bits, the last
    one of an axis at 65535.
    """
    cell = 256 // (size - 1)
    width = np.float32(1.0 / (257 * cell))
    tail = np.float32(1.0 / (257 * cell - 257))  # the last cell of an axis is a little narrower
    step = (size * size, size, 1)
    place = np.empty(3, np.int64)
    share = np.empty(3, np.float32)
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            base = 0
            for c in range(3):
                value = int(pixels[i, j, c])
                index = min(value // (257 * cell), size - 2)
                share[c] = (value - index * 257 * cell) * (tail if index == size - 2 else width)
                place[c] = c
                base += index * step[c]
            for p in range(2):  # an insertion sort of three, largest share first
                for q in range(2 - p):
                    if share[place[q]] < share[place[q + 1]]:
                        place[q], place[q + 1] = place[q + 1], place[q]
            first = base + step[place[0]]
            second = first + step[place[1]]
            third = second + step[place[2]]
            f1, f2, f3 = share[place[0]], share[place[1]], share[place[2]]
            one = np.float32(1.0)
            for c in range(3):
                change = changes[base, c] * (one - f1) + changes[first, c] * (f1 - f2)
                change += changes[second, c] * (f2 - f3) + changes[third, c] * f3
                value = np.float32(pixels[i, j, c]) + change + np.float32(0.5)
                out[i, j, c] = min(max(value, np.float32(0.0)), np.float32(65535.0))
            if pixels.shape[2] == 4:
                out[i, j, 3] = pixels[i, j, 3]

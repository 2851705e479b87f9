"""Color flowing from known pixels along lightness, coarse to fine: Levin's system, solved nearly."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

NARROWEST = 2e-6  # variance of lightness 0..1, as in levin.py
LEAST_LIKE = 4.605170185988091  # -ln 0.01: the likest neighbor counts a hundredth or more


@njit(nogil=True, cache=True)
def weigh(light, weights):
    """Write the weights of each pixel's eight neighbors, (h, w, 8) float32; those outside get 0."""
    height, width = light.shape
    apart = np.empty(8)
    for y in range(height):
        for x in range(width):
            own = np.float64(light[y, x])
            n, count, total, squares, least = 0, 1, 0.0, 0.0, np.inf
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    if dy == 0 and dx == 0:
                        continue
                    j, i = y + dy, x + dx
                    apart[n] = -1.0
                    if 0 <= j < height and 0 <= i < width:
                        unlike = light[j, i] - own
                        apart[n] = unlike * unlike
                        total += unlike
                        squares += apart[n]
                        least = min(least, apart[n])
                        count += 1
                    n += 1
            variance = squares / count - (total / count) ** 2
            wide = max(0.6 * variance, least / LEAST_LIKE, NARROWEST)
            total = 0.0
            for n in range(8):
                weight = math.exp(-apart[n] / wide) if apart[n] >= 0.0 else 0.0
                weights[y, x, n] = weight
                total += weight
            for n in range(8):
                weights[y, x, n] /= max(total, 1e-30)


@njit(nogil=True, cache=True)
def halve(light, chroma, known, small_light, small_chroma, small_known):
    """Write means of blocks of 2 x 2 pixels; chroma is the mean of what is known of it, known its share."""
    height, width = light.shape
    for y in range(small_light.shape[0]):
        for x in range(small_light.shape[1]):
            count, total, share, a, b = 0, 0.0, 0.0, 0.0, 0.0
            for j in range(2 * y, min(2 * y + 2, height)):
                for i in range(2 * x, min(2 * x + 2, width)):
                    count += 1
                    total += light[j, i]
                    share += known[j, i]
                    a += known[j, i] * chroma[j, i, 0]
                    b += known[j, i] * chroma[j, i, 1]
            small_light[y, x] = total / count
            small_known[y, x] = share / count
            small_chroma[y, x, 0] = a / share if share > 0 else 0.0
            small_chroma[y, x, 1] = b / share if share > 0 else 0.0


@njit(nogil=True, cache=True)
def relax(weights, known, chroma, turns, over):
    """Have free pixels become the weighted means of their neighbors, in turns there and back (SOR)."""
    height, width = known.shape
    for turn in range(turns):
        for row in range(height):
            y = row if turn % 2 == 0 else height - 1 - row
            for column in range(width):
                x = column if turn % 2 == 0 else width - 1 - column
                if known[y, x] > 0.0:
                    continue
                n, a, b = 0, np.float32(0.0), np.float32(0.0)
                for dy in range(-1, 2):
                    for dx in range(-1, 2):
                        if dy == 0 and dx == 0:
                            continue
                        weight = weights[y, x, n]
                        n += 1
                        j, i = y + dy, x + dx
                        if weight > 0.0 and 0 <= j < height and 0 <= i < width:
                            a += weight * chroma[j, i, 0]
                            b += weight * chroma[j, i, 1]
                chroma[y, x, 0] += over * (a - chroma[y, x, 0])
                chroma[y, x, 1] += over * (b - chroma[y, x, 1])


@njit(nogil=True, cache=True)
def grow(small, known, chroma):
    """Write a coarse solution into the free pixels of a finer one, bilinearly."""
    height, width = known.shape
    rows, columns = small.shape[0], small.shape[1]
    for y in range(height):
        v = (y + 0.5) * 0.5 - 0.5
        j = min(max(math.floor(v), 0), rows - 1)
        below = min(j + 1, rows - 1)
        down = min(max(v - j, 0.0), 1.0)
        for x in range(width):
            if known[y, x] > 0.0:
                continue
            u = (x + 0.5) * 0.5 - 0.5
            i = min(max(math.floor(u), 0), columns - 1)
            right = min(i + 1, columns - 1)
            along = min(max(u - i, 0.0), 1.0)
            for c in range(2):
                upper = small[j, i, c] + along * (small[j, right, c] - small[j, i, c])
                lower = small[below, i, c] + along * (small[below, right, c] - small[below, i, c])
                chroma[y, x, c] = upper + down * (lower - upper)

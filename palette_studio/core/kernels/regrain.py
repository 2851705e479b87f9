"""Rounds of Jacobi that give a picture the gradients of another."""

from __future__ import annotations

import numpy as np
from numba import njit

KEPT = 0.2  # of the round before


@njit(nogil=True, cache=True)
def relaxed(source, colored, start, rounds, level):
    """Return start after some rounds. Arrays: (h, w, 3) float32, 0..1 (Pitié et al. 2007, eq. 22)."""
    height, width, channels = source.shape
    own, pull = np.empty((height, width), np.float32), np.empty((height, width), np.float32)
    for y in range(height):
        for x in range(width):
            steep = np.float32(0)
            left, right = max(x - 1, 0), min(x + 1, width - 1)
            above, below = max(y - 1, 0), min(y + 1, height - 1)
            for c in range(channels):
                across = source[y, right, c] - source[y, left, c]
                down = source[below, x, c] - source[above, x, c]
                steep += across * across + down * down
            steep = np.sqrt(steep)
            own[y, x] = min(np.float32(1), np.float32(256 / 5) * steep)
            pull[y, x] = np.float32(30 * 2.0**-level) / (1 + 10 * steep)
    found, other = start.copy(), np.empty_like(start)
    for _ in range(rounds):
        for y in range(height):
            above, below = max(y - 1, 0), min(y + 1, height - 1)
            for x in range(width):
                left, right = max(x - 1, 0), min(x + 1, width - 1)
                here = pull[y, x]
                one, two = (pull[above, x] + here) / 2, (pull[below, x] + here) / 2
                three, four = (pull[y, left] + here) / 2, (pull[y, right] + here) / 2
                total = own[y, x] + one + two + three + four
                for c in range(channels):
                    base = source[y, x, c]
                    value = own[y, x] * colored[y, x, c]
                    value += one * (found[above, x, c] - source[above, x, c] + base)
                    value += two * (found[below, x, c] - source[below, x, c] + base)
                    value += three * (found[y, left, c] - source[y, left, c] + base)
                    value += four * (found[y, right, c] - source[y, right, c] + base)
                    other[y, x, c] = value / total * np.float32(1 - KEPT) + found[y, x, c] * np.float32(KEPT)
        found, other = other, found
    return found

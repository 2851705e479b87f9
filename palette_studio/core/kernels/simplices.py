"""Walks through tessellations: the simplex that holds a point, and the shares of its corners.

A tessellation of points in d dimensions is given by ``simplices`` (m, d + 1), their corners; ``neighbors``
(m, d + 1), the simplex across from each corner, -1 outside; and ``maps`` (m, d + 1, d + 1), which take a
point with a 1 appended to the shares of the corners.
"""

from __future__ import annotations

import numpy as np
from numba import njit

INSIDE = 1e-9  # shares above it are for certain; a point with a lesser one may seem to be in two simplices
MOST_STEPS = 4000


@njit(nogil=True, cache=True)
def shares_at(point, maps, place, shares):
    """Write the shares of the corners of simplex ``place`` at a point and return the corner of the least."""
    count, least = shares.shape[0], 0
    for i in range(count):
        share = maps[place, i, count - 1]
        for c in range(count - 1):
            share += maps[place, i, c] * point[c]
        shares[i] = share
        if share < shares[least]:
            least = i
    return least


@njit(nogil=True, cache=True)
def straight(point, center, home, neighbors, maps, shares, start):
    """Walk from the center, in simplex ``home``, straight to a point; return the simplex and its shares.

    Outside the tessellation that is where the way leaves it. shares, start: (d + 1,), written to. The
    result follows from the point alone.
    """
    place = home
    for _ in range(MOST_STEPS):
        shares_at(point, maps, place, shares)
        shares_at(center, maps, place, start)
        leaving, least = -1, np.inf
        for i in range(shares.shape[0]):
            if shares[i] < -1e-12 and start[i] > shares[i]:
                along = start[i] / (start[i] - shares[i])
                if along < least:
                    least, leaving = along, i
        if leaving < 0:
            break
        if neighbors[place, leaving] < 0:
            for i in range(shares.shape[0]):
                shares[i] = start[i] + least * (shares[i] - start[i])
            break
        place = neighbors[place, leaving]
    normalize(shares)
    return place


@njit(nogil=True, cache=True)
def normalize(shares):
    """Raise shares to 0 and make them sum to 1."""
    total = 0.0
    for i in range(shares.shape[0]):
        shares[i] = max(0.0, shares[i])
        total += shares[i]
    for i in range(shares.shape[0]):
        shares[i] /= total


@njit(nogil=True, cache=True)
def located(point, center, home, place, neighbors, maps, shares, start):
    """Return the simplex that holds a point, and write its shares, from any simplex ``place`` to begin at.

    Across the face of the most negative share, until none is. Where the result might depend on the way, on
    a face and outside, the straight way from the center decides.
    """
    for _ in range(MOST_STEPS):
        least = shares_at(point, maps, place, shares)
        if shares[least] > INSIDE:
            return place
        if shares[least] > -INSIDE or neighbors[place, least] < 0:
            break
        place = neighbors[place, least]
    return straight(point, center, home, neighbors, maps, shares, start)

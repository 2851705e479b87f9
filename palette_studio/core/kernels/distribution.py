"""Distributions of places matched along lines: the inner loop of every iterative transfer."""

from __future__ import annotations

import numpy as np
from numba import njit

RAMP = 1e-9  # of a share, each level: where nothing is, the order stays


@njit(nogil=True, cache=True)
def step_along(places, shares, wanted, wanted_shares, axes, levels, out):
    """Write how far each place moves so that along each axis the places lie as the wanted ones.

    places, out: (n, 3) float32; wanted: (m, 3) float32; shares: their weights, (n,) and (m,) float32 with
    sums above 0; axes: (3, 3), orthonormal rows. Along a line: t = F_wanted^-1(F_own(place)), by cumulated
    histograms of so many levels, read linearly.
    """
    out[:] = 0
    own, other = np.empty(len(places), np.float32), np.empty(len(wanted), np.float32)
    for c in range(3):
        x, y, z = np.float32(axes[c, 0]), np.float32(axes[c, 1]), np.float32(axes[c, 2])
        low, high = _projected(places, x, y, z, own, np.float32(np.inf), np.float32(-np.inf))
        low, high = _projected(wanted, x, y, z, other, low, high)
        if not high - low > 1e-6:
            continue
        scale = np.float32(levels / (high - low))
        mine = _cumulated(own, shares, low, scale, levels)
        theirs = _cumulated(other, wanted_shares, low, scale, levels)
        table = _table(mine, theirs, levels)
        for i in range(len(places)):
            place = (own[i] - low) * scale
            level = min(int(place), levels - 1)
            share = place - np.float32(level)
            moved = (table[level] + share * (table[level + 1] - table[level]) - place) / scale
            out[i, 0] += moved * x
            out[i, 1] += moved * y
            out[i, 2] += moved * z


@njit(nogil=True, cache=True)
def _projected(places, x, y, z, out, low, high):
    for i in range(len(places)):
        value = places[i, 0] * x + places[i, 1] * y + places[i, 2] * z
        out[i] = value
        low, high = min(low, value), max(high, value)
    return low, high


@njit(nogil=True, cache=True)
def _cumulated(values, shares, low, scale, levels):
    """Return (levels + 1,) shares below each edge, with a ramp so that they rise everywhere."""
    found = np.zeros(levels + 1)
    for i in range(len(values)):
        found[min(int((values[i] - low) * scale), levels - 1) + 1] += shares[i]
    for level in range(levels):
        found[level + 1] += found[level]
    total = found[levels]
    for level in range(levels + 1):
        found[level] = found[level] / total + level * RAMP
    return found


@njit(nogil=True, cache=True)
def _table(mine, theirs, levels):
    """Return (levels + 1,) float32: where each edge goes, in levels."""
    table = np.empty(levels + 1, np.float32)
    at = 0
    for level in range(levels + 1):
        while at < levels - 1 and theirs[at + 1] < mine[level]:
            at += 1
        share = (mine[level] - theirs[at]) / (theirs[at + 1] - theirs[at])
        table[level] = at + min(max(share, 0.0), 1.0)
    return table

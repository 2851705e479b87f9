"""Distributions of places matched along lines: the inner loop of every iterative transfer.

Axes are (3, 3), orthonormal rows, bounds (3, 2) float32: the least and the most along each. What is asked of
places in blocks comes to the same as of all of them at once.
"""

from __future__ import annotations

import numpy as np
from numba import njit

RAMP = 1e-9  # of a share, each level: where nothing is, the order stays


@njit(nogil=True, cache=True)
def step_along(places, shares, wanted, wanted_shares, axes, levels, out):
    """Write how far each place moves so that along each axis the places lie as the wanted ones.

    places, out: (n, 3) float32; wanted: (m, 3) float32; shares: their weights, (n,) and (m,) float32 with
    sums above 0. Along a line: t = F_wanted^-1(F_own(place)), by cumulated histograms of so many levels, read
    linearly.
    """
    bounds = np.empty((3, 2), np.float32)
    bounds[:, 0], bounds[:, 1] = np.inf, -np.inf
    widen(places, axes, bounds)
    widen(wanted, axes, bounds)
    own, other = np.zeros((3, levels)), np.zeros((3, levels))
    count(places, shares, axes, bounds, own)
    count(wanted, wanted_shares, axes, bounds, other)
    step(places, axes, bounds, matched(own, other), out)


@njit(nogil=True, cache=True)
def widen(places, axes, bounds):
    """Make the bounds hold (n, 3) float32 places too."""
    for c in range(3):
        x, y, z = np.float32(axes[c, 0]), np.float32(axes[c, 1]), np.float32(axes[c, 2])
        low, high = bounds[c, 0], bounds[c, 1]
        for i in range(len(places)):
            value = places[i, 0] * x + places[i, 1] * y + places[i, 2] * z
            low = value if value < low else low
            high = value if value > high else high
        bounds[c, 0], bounds[c, 1] = low, high


@njit(nogil=True, cache=True)
def _scale(bounds, c, levels):
    """Return levels a unit along an axis, 0 where all places are at one."""
    reach = bounds[c, 1] - bounds[c, 0]
    return np.float32(levels / reach) if reach > 1e-6 else np.float32(0)


@njit(nogil=True, cache=True)
def count(places, shares, axes, bounds, counts):
    """Add the shares of places to (3, levels) histograms."""
    levels = counts.shape[1]
    for c in range(3):
        x, y, z = np.float32(axes[c, 0]), np.float32(axes[c, 1]), np.float32(axes[c, 2])
        low, scale = bounds[c, 0], _scale(bounds, c, levels)
        for i in range(len(places)):
            value = places[i, 0] * x + places[i, 1] * y + places[i, 2] * z
            counts[c, min(int((value - low) * scale), levels - 1)] += shares[i]


@njit(nogil=True, cache=True)
def matched(own, other):
    """Return (3, levels + 1) float32: where the edges of one's levels go, in levels of the other."""
    levels = own.shape[1]
    tables = np.empty((3, levels + 1), np.float32)
    for c in range(3):
        mine, theirs = _cumulated(own[c]), _cumulated(other[c])
        at = 0
        for level in range(levels + 1):
            while at < levels - 1 and theirs[at + 1] < mine[level]:
                at += 1
            share = (mine[level] - theirs[at]) / (theirs[at + 1] - theirs[at])
            tables[c, level] = at + min(max(share, 0.0), 1.0)
    return tables


@njit(nogil=True, cache=True)
def _cumulated(counts):
    """Return (levels + 1,) shares below each edge, with a ramp so that they rise everywhere."""
    levels = len(counts)
    found = np.zeros(levels + 1)
    for level in range(levels):
        found[level + 1] = found[level] + counts[level]
    total = found[levels]
    for level in range(levels + 1):
        found[level] = found[level] / total + level * RAMP
    return found


@njit(nogil=True, cache=True)
def step(places, axes, bounds, tables, out):
    """Write how far tables of ``matched`` move (n, 3) float32 places."""
    out[:] = 0
    levels = tables.shape[1] - 1
    for c in range(3):
        x, y, z = np.float32(axes[c, 0]), np.float32(axes[c, 1]), np.float32(axes[c, 2])
        low, scale = bounds[c, 0], _scale(bounds, c, levels)
        if scale == 0:
            continue
        for i in range(len(places)):
            place = (places[i, 0] * x + places[i, 1] * y + places[i, 2] * z - low) * scale
            level = min(int(place), levels - 1)
            share = place - np.float32(level)
            moved = (tables[c, level] + share * (tables[c, level + 1] - tables[c, level]) - place) / scale
            out[i, 0] += moved * x
            out[i, 1] += moved * y
            out[i, 2] += moved * z


@njit(nogil=True, cache=True)
def products(places):
    """Return (4, 4) float64 sums of products of (n, 3) float32 places and of 1, which stands last."""
    x = y = z = xx = xy = xz = yy = yz = zz = 0.0
    for i in range(len(places)):
        a, b, c = np.float64(places[i, 0]), np.float64(places[i, 1]), np.float64(places[i, 2])
        x += a
        y += b
        z += c
        xx += a * a
        xy += a * b
        xz += a * c
        yy += b * b
        yz += b * c
        zz += c * c
    n = np.float64(len(places))
    return np.array([[xx, xy, xz, x], [xy, yy, yz, y], [xz, yz, zz, z], [x, y, z, n]])


@njit(nogil=True, cache=True)
def carried(places, matrix, middle, wanted):
    """Turn (n, 3) float32 places about a middle by a (3, 3) matrix, to be about another one, in place."""
    for i in range(len(places)):
        x, y, z = places[i, 0] - middle[0], places[i, 1] - middle[1], places[i, 2] - middle[2]
        for c in range(3):
            places[i, c] = x * matrix[c, 0] + y * matrix[c, 1] + z * matrix[c, 2] + wanted[c]

"""Expectation maximization: one round over the bins of a line, many rounds of it, and sums over points."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.gaussian import LOG_2PI, NEVER


@njit(nogil=True, cache=True)
def line_round(bins, period, old, new):
    """Write the mixture after one round into ``new``, before any lock or floor; return its log likelihood.

    bins: (2, n) places and shares that sum to 1. period: of a circle, or 0 for a line. old, new: (3, k)
    weights, means, variances; a component that nothing belongs to stays where it is, with weight 0.
    The log likelihood is that of ``old``, in nats a pixel. On a circle a normal is wrapped, with its two
    nearest turns.
    """
    k, turns = old.shape[1], 1 if period > 0 else 0
    height, narrow, belongs = np.empty(k), np.empty(k), np.empty((k, 3))
    sums = np.zeros((3, k))
    for i in range(k):
        narrow[i] = -0.5 / old[2, i]
        height[i] = np.log(old[0, i]) - 0.5 * (LOG_2PI + np.log(old[2, i])) if old[0, i] > 0 else NEVER
    likelihood = 0.0
    for b in range(bins.shape[1]):
        share = bins[1, b]
        if share == 0:
            continue
        most = -np.inf
        for i in range(k):
            for t in range(-turns, turns + 1):
                off = bins[0, b] + t * period - old[1, i]
                log = height[i] + narrow[i] * off * off
                belongs[i, t + 1] = log
                most = max(most, log)
        total = 0.0
        for i in range(k):
            for t in range(-turns, turns + 1):
                less = belongs[i, t + 1] - most
                belongs[i, t + 1] = np.exp(less) if less < 0 else 1.0
                total += belongs[i, t + 1]
        likelihood += share * (most + np.log(total))
        for i in range(k):
            for t in range(-turns, turns + 1):
                say = share * belongs[i, t + 1] / total
                off = bins[0, b] + t * period - old[1, i]
                sums[0, i] += say
                sums[1, i] += say * off
                sums[2, i] += say * off * off
    for i in range(k):
        new[0, i] = sums[0, i]
        if sums[0, i] > 0:
            step = sums[1, i] / sums[0, i]
            new[1, i] = old[1, i] + step
            new[2, i] = max(sums[2, i] / sums[0, i] - step * step, 0.0)
        else:
            new[1, i], new[2, i] = old[1, i], old[2, i]
    return likelihood


@njit(nogil=True, cache=True)
def line_held(new, old, locked, floor, added, period):
    """Widen variances by ``added``, to ``floor`` at least; locked components stay as in ``old``."""
    k, kept, free = new.shape[1], 0.0, 0.0
    for i in range(k):
        if locked[i]:
            new[:, i] = old[:, i]
            kept += old[0, i]
        else:
            free += new[0, i]
            new[2, i] = max(new[2, i] + added, floor)
            if period > 0:
                new[1, i] -= period * np.floor(new[1, i] / period)
    if kept > 0 and free > 0:
        for i in range(k):
            if not locked[i]:
                new[0, i] *= (1 - kept) / free


@njit(nogil=True, cache=True)
def line_rounds(bins, period, locked, floor, added, trace, likelihoods):
    """Fill ``trace`` from its first mixture on, one round each: (n + 1, 3, k), and (n + 1,) likelihoods."""
    for n in range(1, trace.shape[0]):
        likelihoods[n - 1] = line_round(bins, period, trace[n - 1], trace[n])
        line_held(trace[n], trace[n - 1], locked, floor, added, period)
    likelihoods[-1] = line_round(bins, period, trace[-1], np.empty_like(trace[-1]))


@njit(nogil=True, cache=True)
def line_curvature(bins, period, mixture, slope, curve):
    """Fill the first and second derivatives of the log likelihood and return it, in nats a pixel.

    mixture: (3, k), see line_round. slope: (3 k,), curve: (3 k, 3 k), by what multiplies the weights (as
    logarithms, before they are made to sum to 1), by means in standard deviations, and by logarithms of
    standard deviations: all first ones, then all second ones, then all third ones.
    """
    k, turns = mixture.shape[1], 1 if period > 0 else 0
    count = k * (2 * turns + 1)
    log, off, own = np.empty(count), np.empty(count), np.empty(3 * k)
    slope[:], curve[:] = 0.0, 0.0
    likelihood = 0.0
    for b in range(bins.shape[1]):
        share = bins[1, b]
        if share == 0:
            continue
        most = -np.inf
        for n in range(count):
            i, turn = n % k, n // k - turns
            deviation = np.sqrt(mixture[2, i])
            off[n] = (bins[0, b] + turn * period - mixture[1, i]) / deviation
            height = np.log(mixture[0, i]) - np.log(deviation) - 0.5 * LOG_2PI if mixture[0, i] > 0 else NEVER
            log[n] = height - 0.5 * off[n] * off[n]
            most = max(most, log[n])
        total = 0.0
        for n in range(count):
            log[n] = np.exp(log[n] - most)
            total += log[n]
        likelihood += share * (most + np.log(total))
        own[:] = 0.0
        for n in range(count):
            i, u, say = n % k, off[n], log[n] / total
            square = u * u
            own[i] += say
            own[k + i] += say * u
            own[2 * k + i] += say * (square - 1)
            say *= share
            curve[i, i] += say
            curve[i, k + i] += say * u
            curve[i, 2 * k + i] += say * (square - 1)
            curve[k + i, k + i] += say * (square - 1)
            curve[k + i, 2 * k + i] += say * u * (square - 3)
            curve[2 * k + i, 2 * k + i] += say * ((square - 1) * (square - 1) - 2 * square)
        for i in range(3 * k):
            slope[i] += share * own[i]
            for j in range(i, 3 * k):
                curve[i, j] -= share * own[i] * own[j]
    for i in range(k):
        slope[i] -= mixture[0, i]
        for j in range(i, k):
            curve[i, j] += mixture[0, i] * mixture[0, j]
        curve[i, i] -= mixture[0, i]
    for i in range(3 * k):
        for j in range(i):
            curve[i, j] = curve[j, i]
    return likelihood


@njit(nogil=True, cache=True)
def point_posteriors(points, mixture, diagonal, dims, posteriors, logs):
    """Write (n, k) whose each point is, and (n,) the logs of their densities.

    points: (n, d). mixture: (k,) heights, (k, d) means, (k, d, d) factors, lower triangles. The log density
    of component i at x is height_i - |factor_i (x - mean_i)|^2 / 2. diagonal: leave out what lies off the
    diagonals. dims: d zeros, for loops unrolled at compile time, or none.
    """
    heights, means, factors = mixture
    d, k = len(dims), len(heights)
    if d == 0:
        d = points.shape[1]
    log = np.empty(k)
    for n in range(points.shape[0]):
        most = -np.inf
        for i in range(k):
            square = 0.0
            for a in range(d):
                y = 0.0
                for b in range(a if diagonal else 0, a + 1):
                    y += factors[i, a, b] * (points[n, b] - means[i, b])
                square += y * y
            log[i] = heights[i] - 0.5 * square
            most = max(most, log[i])
        total = 0.0
        for i in range(k):
            log[i] = np.exp(log[i] - most)
            total += log[i]
        logs[n] = most + np.log(total)
        for i in range(k):
            posteriors[n, i] = log[i] / total


@njit(nogil=True, cache=True)
def point_moments(points, shares, means, posteriors, dims, sums):
    """Add to ``sums`` the moments, about the means, of what belongs to each component.

    shares: (n,) the say of the points; the others as above. sums: (k, 1 + d + d (d + 1) / 2): say, first
    moments, second ones.
    """
    d, k = len(dims), means.shape[0]
    if d == 0:
        d = points.shape[1]
    off = np.empty(d)
    for n in range(points.shape[0]):
        for i in range(k):
            say = shares[n] * posteriors[n, i]
            if say == 0:
                continue
            sums[i, 0] += say
            place = 1 + d
            for a in range(d):
                off[a] = points[n, a] - means[i, a]
                sums[i, 1 + a] += say * off[a]
                for b in range(a + 1):
                    sums[i, place] += say * off[a] * off[b]
                    place += 1

"""Soft histograms and their gradients: every pixel falls into a few bins near it, by a logistic kernel.

A value lies at t = (x - low) / L bins. Its share of bin k is s(k) - s(k + 1), with the logistic s of
``SHARPNESS`` (t - k) at the lower edge k of the bin. Edges stand one bin apart, so that all exponentials of
a pixel are one, multiplied by a constant again and again. Bins farther off than ``REACH`` are left out.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

SHARPNESS = 2.5  # L / W, of the authors' code; the paper's W is lost
REACH = 5  # bins to each side: all but 3e-6 of a pixel
TAPS = 2 * REACH + 1
GROWTH = math.exp(SHARPNESS)


@njit(inline="always", nogil=True, cache=True)
def _taps(t, bins, cyclic, shares, slopes, places):
    """Write a value's shares of the bins near it, their derivatives by t, and which bins they are."""
    first = math.floor(t) - REACH
    exponential = math.exp(-SHARPNESS * (t - first))
    upper = 1 / (1 + exponential)
    for n in range(TAPS):
        exponential *= GROWTH
        lower = 1 / (1 + exponential)
        shares[n] = upper - lower
        slopes[n] = SHARPNESS * (upper * (1 - upper) - lower * (1 - lower))
        place = first + n
        if cyclic:
            place %= bins
        elif place < 0:  # mirrored, so that nothing is lost at the ends
            place = min(-1 - place, bins - 1)
        elif place >= bins:
            place = max(2 * bins - 1 - place, 0)
        places[n] = place
        upper = lower


@njit(nogil=True, cache=True)
def counted(t, weights, cyclic, histogram):
    """Add pixels to a histogram (k,). t, weights: (n,)."""
    shares, slopes = np.empty(TAPS, t.dtype), np.empty(TAPS, t.dtype)
    places = np.empty(TAPS, np.int64)
    for j in range(t.shape[0]):
        _taps(t[j], histogram.shape[0], cyclic, shares, slopes, places)
        for n in range(TAPS):
            histogram[places[n]] += weights[j] * shares[n]


@njit(nogil=True, cache=True)
def counted_back(t, weights, cyclic, gradient, by_t, by_weight):
    """Write the gradient by t and by weights, given that by the histogram."""
    shares, slopes = np.empty(TAPS, t.dtype), np.empty(TAPS, t.dtype)
    places = np.empty(TAPS, np.int64)
    for j in range(t.shape[0]):
        _taps(t[j], gradient.shape[0], cyclic, shares, slopes, places)
        moved, weighed = 0.0, 0.0
        for n in range(TAPS):
            moved += slopes[n] * gradient[places[n]]
            weighed += shares[n] * gradient[places[n]]
        by_t[j], by_weight[j] = weights[j] * moved, weighed


@njit(nogil=True, cache=True)
def counted_both(t, u, weights, cyclic, histogram):
    """Add pairs of values to a joint histogram (k, k). t, u, weights: (n,)."""
    bins = histogram.shape[0]
    shares, slopes = np.empty(TAPS, t.dtype), np.empty(TAPS, t.dtype)
    others, other_slopes = np.empty(TAPS, t.dtype), np.empty(TAPS, t.dtype)
    rows, columns = np.empty(TAPS, np.int64), np.empty(TAPS, np.int64)
    for j in range(t.shape[0]):
        _taps(t[j], bins, cyclic, shares, slopes, rows)
        _taps(u[j], bins, cyclic, others, other_slopes, columns)
        for n in range(TAPS):
            row, share = histogram[rows[n]], weights[j] * shares[n]
            for m in range(TAPS):
                row[columns[m]] += share * others[m]


@njit(nogil=True, cache=True)
def counted_both_back(t, u, weights, cyclic, gradient, by_t, by_u, by_weight):
    """Write the gradients by t, u and weights, given that by the joint histogram."""
    bins = gradient.shape[0]
    shares, slopes = np.empty(TAPS, t.dtype), np.empty(TAPS, t.dtype)
    others, other_slopes = np.empty(TAPS, t.dtype), np.empty(TAPS, t.dtype)
    rows, columns = np.empty(TAPS, np.int64), np.empty(TAPS, np.int64)
    for j in range(t.shape[0]):
        _taps(t[j], bins, cyclic, shares, slopes, rows)
        _taps(u[j], bins, cyclic, others, other_slopes, columns)
        by_first, by_second, weighed = 0.0, 0.0, 0.0
        for n in range(TAPS):
            row, along, across = gradient[rows[n]], 0.0, 0.0
            for m in range(TAPS):
                along += others[m] * row[columns[m]]
                across += other_slopes[m] * row[columns[m]]
            by_first += slopes[n] * along
            by_second += shares[n] * across
            weighed += shares[n] * along
        by_t[j], by_u[j], by_weight[j] = weights[j] * by_first, weights[j] * by_second, weighed

"""The inner loops of Stauffer and Grimson's background model, 1999: one block of rows at a time.

A row's state is planes of (w,) floats, so that a loop along the row is one over vectors. Component k, in the
order of weight over deviation, has planes k (c + 2) + (0 .. c - 1 mean, c variance, c + 1 weight); of an
unused one the weight is 0. Weights are in units of ``scale``, which grows by 1 / (1 - alpha) a frame: so
all fade (5) and only the matched one need be touched, for memory is what takes the time.

Most pixels match the first component: these are done by plain loops without branches, a whole row at a time,
and only the others are looked at one by one.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import njit

TWO_PI = 2 * math.pi
FLAT, SHARED, LIKELY = 0, 1, 2  # rho: alpha, alpha over the weight, alpha times the density


class Dials(NamedTuple):
    """Numbers of one frame, all of the state's own type, so that a loop in float32 stays in it."""

    alpha: np.floating
    before: np.floating  # scale of the weights up to this frame
    scale: np.floating  # and after it
    match: np.floating  # square of the deviations that still match
    threshold: np.floating
    variance: np.floating  # of a new component
    floor: np.floating
    least: np.floating  # at most any variance there is
    weight: np.floating  # of a new component, before all are made to sum to 1
    shadow: np.floating  # least brightness of a shadow, over its ground's; above 1: shadows are not told
    hue: np.floating  # squared deviations that a shadow may be off its ground's color
    zero: np.floating
    one: np.floating
    light: tuple[np.floating, ...]  # of the frame, by channel, over that of the means
    dark: tuple[np.floating, ...]  # 1 / light
    each: tuple[np.floating, ...]  # 1 / c, c times: its length tells the compiler the number of channels


@njit(nogil=True, cache=True, error_model="numpy")
def watched(pixels, state, mask, dials, rho):
    """Write 255 into ``mask`` where a pixel is no background, 127 in shadows, 0 elsewhere; learn the frame.

    pixels: (h, w c) uint8, state: (h, k (c + 2), w), mask: (h, w) uint8. With alpha 0 nothing is learned.
    """
    height, width, channels = mask.shape[0], mask.shape[1], len(dials.each)
    x = np.empty((channels, width), state.dtype)
    rate, far, sure = np.empty(width, state.dtype), np.empty(width, state.dtype), np.empty(width, np.bool_)
    odd = np.empty(width, np.uint32)
    for y in range(height):
        planes, verdicts = state[y], mask[y]
        _load(pixels[y], x, dials)
        _compare(x, planes, far, sure, dials)
        verdicts[:] = 0
        count = _unsure(sure, odd)
        for n in range(count):
            verdicts[odd[n]] = _look(x, planes, odd[n], dials, rho)
        if dials.alpha > dials.zero:
            _rates(planes, far, sure, rate, dials, rho)
            _learn_first(x, planes, rate, far, dials)
            _order(planes, sure, odd, dials)


@njit(nogil=True, cache=True)
def _load(row, x, dials):
    """Write the row's pixels, one after the other, as planes."""
    channels = len(dials.each)
    for c in range(channels):
        line = x[c]
        for i in range(line.shape[0]):
            line[i] = row[channels * i + c]


@njit(nogil=True, cache=True)
def _unsure(sure, odd):
    """Write where the first component is not matched; return how often. No branch is there to be guessed."""
    count = 0
    for i in range(sure.shape[0]):
        odd[count] = i
        count += not sure[i]
    return count


@njit(nogil=True, cache=True)
def _compare(x, planes, far, sure, dials):
    """Write the squared distances to the first components, and where they are matched."""
    far[:] = dials.zero
    for c in range(len(dials.each)):
        line, mean, light = x[c], planes[c], dials.light[c]
        for i in range(far.shape[0]):
            off = line[i] - light * mean[i]
            far[i] += off * off
    variance = planes[len(dials.each)]
    for i in range(far.shape[0]):
        sure[i] = far[i] < dials.match * variance[i]


@njit(nogil=True, cache=True, error_model="numpy")
def _rates(planes, far, sure, rate, dials, rho):
    """Change weights (5) of first components where they are matched; write their rho, 0 elsewhere."""
    channels, gain = len(dials.each), dials.alpha * dials.scale
    variance, weight = planes[channels], planes[channels + 1]
    for i in range(rate.shape[0]):
        weight[i] += gain if sure[i] else dials.zero
    if rho == FLAT:
        for i in range(rate.shape[0]):
            rate[i] = dials.alpha if sure[i] else dials.zero
    elif rho == SHARED:
        for i in range(rate.shape[0]):
            rate[i] = gain / weight[i] if sure[i] else dials.zero
    else:
        for i in range(rate.shape[0]):
            rate[i] = dials.zero
            if sure[i]:
                rate[i] = dials.alpha * _density(far[i], variance[i], channels)


@njit(inline="always", nogil=True, cache=True)
def _density(far, variance, channels):
    """Return the Gaussian's density (3), Sigma being variance times the identity (4)."""
    return math.exp(-0.5 * far / variance) / (TWO_PI * variance) ** (0.5 * channels)


@njit(nogil=True, cache=True)
def _learn_first(x, planes, rate, far, dials):
    """Move means (6) and variances (7) of first components; the new mean is (1 - rho) as far away."""
    for c in range(len(dials.each)):
        line, mean, dark = x[c], planes[c], dials.dark[c]
        for i in range(rate.shape[0]):
            mean[i] += rate[i] * (dark * line[i] - mean[i])
    variance = planes[len(dials.each)]
    for i in range(rate.shape[0]):
        rest = dials.one - rate[i]
        moved = rest * variance[i] + rate[i] * rest * rest * far[i] * dials.each[0]
        variance[i] = max(moved, dials.floor)


@njit(nogil=True, cache=True)
def _order(planes, sure, odd, dials):
    """Let first components that fell behind sink to their place.

    None other can be before one whose weight over deviation exceeds what is left of the weights over the
    least deviation; so the others need not even be read.
    """
    stride = len(dials.each) + 2
    variance, weight = planes[stride - 2], planes[stride - 1]
    for i in range(sure.shape[0]):
        rest = dials.scale - weight[i]
        ahead = weight[i] * weight[i] * dials.least > rest * rest * variance[i]
        sure[i] = ahead | (not sure[i])
    for n in range(_unsure(sure, odd)):
        _settle(planes, odd[n], 0, dials)


@njit(inline="always", nogil=True, cache=True)
def _look(x, planes, i, dials, rho):
    """Return 255, 127 or 0 for a pixel that the first component does not match, and learn it."""
    channels = len(dials.each)
    stride, before, far, found = channels + 2, dials.zero, dials.zero, 0
    for k in range(1, planes.shape[0] // stride):
        base = k * stride
        before += planes[base - 1, i]
        if planes[base + channels + 1, i] <= dials.zero:
            break
        far = dials.zero
        for c in range(channels):
            off = x[c, i] - dials.light[c] * planes[base + c, i]
            far += off * off
        if far < dials.match * planes[base + channels, i]:
            found = k
            break
    verdict = 0 if found and before <= dials.threshold * dials.before else 255
    if verdict == 255 and dials.shadow <= dials.one and _shaded(x, planes, i, dials):
        verdict = 127
    if dials.alpha > dials.zero:
        if found:
            _learn(x, planes, i, found, far, dials, rho)
        else:
            _replace(x, planes, i, dials)
        _settle(planes, i, found if found else planes.shape[0] // stride - 1, dials)
    return verdict


@njit(inline="always", nogil=True, cache=True, error_model="numpy")
def _shaded(x, planes, i, dials):
    """Return whether a pixel is its likeliest component's color, only darker (Prati et al. 2003).

    With share = <x, m> / <m, m>, it is at most 1, at least ``shadow``, and |x - share m|^2 is below ``hue``
    variances times share^2; both sides are multiplied by <m, m>^2, which spares divisions.
    """
    own, along, square = dials.zero, dials.zero, dials.zero
    for c in range(len(dials.each)):
        ground = dials.light[c] * planes[c, i]
        own += x[c, i] * x[c, i]
        along += x[c, i] * ground
        square += ground * ground
    off = (own * square - along * along) * square
    alike = off < dials.hue * planes[len(dials.each), i] * along * along
    return alike & (along < square) & (along >= dials.shadow * square)


@njit(inline="always", nogil=True, cache=True, error_model="numpy")
def _learn(x, planes, i, k, far, dials, rho):
    """Change weights (5), mean (6) and variance (7) where component k is matched."""
    channels = len(dials.each)
    stride = channels + 2
    base = k * stride
    gain = dials.alpha * dials.scale
    planes[base + channels + 1, i] += gain
    variance, rate = planes[base + channels, i], dials.alpha
    if rho == SHARED:
        rate = gain / planes[base + channels + 1, i]
    elif rho == LIKELY:
        rate = dials.alpha * planes.dtype.type(_density(far, variance, channels))
    rest = dials.one - rate
    for c in range(channels):
        planes[base + c, i] += rate * (dials.dark[c] * x[c, i] - planes[base + c, i])
    moved = rest * variance + rate * rest * rest * far * dials.each[0]
    planes[base + channels, i] = max(moved, dials.floor)


@njit(inline="always", nogil=True, cache=True, error_model="numpy")
def _replace(x, planes, i, dials):
    """Put a new component in place of the last, the least probable one; weights sum to 1 again."""
    channels = len(dials.each)
    stride = channels + 2
    base = planes.shape[0] - stride
    for c in range(channels):
        planes[base + c, i] = dials.dark[c] * x[c, i]
    planes[base + channels, i] = dials.variance
    planes[base + channels + 1, i] = dials.weight * dials.before
    total = dials.zero
    for plane in range(stride - 1, planes.shape[0], stride):
        total += planes[plane, i]
    for plane in range(stride - 1, planes.shape[0], stride):
        planes[plane, i] *= dials.scale / total


@njit(inline="always", nogil=True, cache=True)
def _settle(planes, i, k, dials):
    """Move component k to its place in the order of weight over deviation; among equals it stays behind."""
    stride = len(dials.each) + 2
    while k > 0 and _above(planes, i, k, k - 1, stride):
        _swap(planes, i, k, k - 1, stride)
        k -= 1
    while (k + 1) * stride < planes.shape[0] and _above(planes, i, k + 1, k, stride):
        _swap(planes, i, k, k + 1, stride)
        k += 1


@njit(inline="always", nogil=True, cache=True)
def _above(planes, i, a, b, stride):
    """Return whether a's weight over deviation is larger than b's; squares spare the roots."""
    first, second = planes[(a + 1) * stride - 1, i], planes[(b + 1) * stride - 1, i]
    return first * first * planes[(b + 1) * stride - 2, i] > second * second * planes[(a + 1) * stride - 2, i]


@njit(inline="always", nogil=True, cache=True)
def _swap(planes, i, a, b, stride):
    for n in range(stride):
        held = planes[a * stride + n, i]
        planes[a * stride + n, i] = planes[b * stride + n, i]
        planes[b * stride + n, i] = held

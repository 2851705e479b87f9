"""The inner loop of Zivkovic's background model, 2004 and 2006, step by step as OpenCV's MOG2 has it.

The state's planes are those of ``background``, but components are ordered by weight alone, and a pixel has
only as many as it needs; ``used`` tells how many. All sums are float32, in OpenCV's order.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit


class Mog2Dials(NamedTuple):
    """Numbers of one frame, float32. Names in brackets are the paper's or OpenCV's."""

    alpha: np.float32
    keep: np.float32  # 1 - alpha
    match: np.float32  # squared deviations within which a pixel is background (Tb)
    near: np.float32  # squared deviations within which it belongs to a component (Tg)
    threshold: np.float32  # share of the weights that is background (TB)
    variance: np.float32
    least: np.float32
    most: np.float32
    prune: np.float32  # - alpha times the complexity reduction (CT)
    shadow: np.float32  # least brightness of a shadow, over its ground's (tau); above 1: shadows are not told
    zero: np.float32
    one: np.float32
    each: tuple[np.float32, ...]  # as long as there are channels


@njit(nogil=True, cache=True, error_model="numpy")
def watched_mog2(pixels, state, used, mask, dials):
    """Write 255, 127 (shadow) or 0 into ``mask`` and learn the frame.

    pixels: (h, w c) uint8, state: (h, k (c + 2), w) float32, used, mask: (h, w) uint8.
    """
    channels = len(dials.each)
    x = np.empty(channels, np.float32)
    for y in range(mask.shape[0]):
        for i in range(mask.shape[1]):
            for c in range(channels):
                x[c] = pixels[y, i * channels + c]
            fits, background = _fit(x, state[y], used[y], i, dials)
            if not fits and dials.alpha > dials.zero:
                _add(x, state[y], used[y], i, dials)
            mask[y, i] = 0 if background else 127 if _in_shadow(x, state[y], used[y, i], i, dials) else 255


@njit(inline="always", nogil=True, cache=True, error_model="numpy")
def _fit(x, planes, used, i, dials):
    """Change the components that are there; return whether one is matched, and is background."""
    channels, total = len(dials.each), dials.zero
    fits, background, count, mode = False, False, np.intp(used[i]), 0
    while mode < count:
        base = mode * (channels + 2)
        weight, place = dials.keep * planes[base + channels + 1, i] + dials.prune, mode
        if not fits:
            variance, far = planes[base + channels, i], dials.zero
            for c in range(channels):
                off = planes[base + c, i] - x[c]
                far += off * off
            background = background or (total < dials.threshold and far < dials.match * variance)
            if far < dials.near * variance:
                fits, weight = True, weight + dials.alpha
                _learn_mode(x, planes, i, base, far, dials.alpha / weight, dials)
                place = _rise(planes, i, mode, weight, channels)
        if weight < -dials.prune:
            weight = dials.zero
            count -= 1
        planes[place * (channels + 2) + channels + 1, i] = weight
        total += weight
        mode += 1
    scale = dials.one / total if abs(total) > np.float32(1.1920929e-07) else dials.zero
    for mode in range(count):
        planes[mode * (channels + 2) + channels + 1, i] *= scale
    used[i] = count
    return fits, background


@njit(inline="always", nogil=True, cache=True)
def _learn_mode(x, planes, i, base, far, rate, dials):
    channels = len(dials.each)
    for c in range(channels):
        planes[base + c, i] -= rate * (planes[base + c, i] - x[c])
    variance = planes[base + channels, i]
    variance += rate * (far - variance)
    planes[base + channels, i] = min(max(variance, dials.least), dials.most)


@njit(inline="always", nogil=True, cache=True)
def _rise(planes, i, mode, weight, channels):
    """Move a component before all whose weight is not larger; return its new place."""
    stride = channels + 2
    while mode > 0 and weight >= planes[mode * stride - 1, i]:
        for n in range(stride):
            held = planes[mode * stride + n, i]
            planes[mode * stride + n, i] = planes[(mode - 1) * stride + n, i]
            planes[(mode - 1) * stride + n, i] = held
        mode -= 1
    return mode


@njit(inline="always", nogil=True, cache=True)
def _add(x, planes, used, i, dials):
    """Add a component for a pixel that fits none; where there is no room it replaces the least."""
    channels = len(dials.each)
    stride, count = channels + 2, np.intp(used[i])
    count = min(count + 1, planes.shape[0] // stride)
    last = (count - 1) * stride
    for mode in range(count - 1):
        planes[mode * stride + channels + 1, i] *= dials.keep
    for c in range(channels):
        planes[last + c, i] = x[c]
    planes[last + channels, i] = dials.variance
    planes[last + channels + 1, i] = dials.one if count == 1 else dials.alpha
    if count > 1:
        _rise(planes, i, count - 1, dials.alpha, channels)
    used[i] = count


@njit(inline="always", nogil=True, cache=True, error_model="numpy")
def _in_shadow(x, planes, count, i, dials):
    """Return whether a pixel is a background component's color, only darker (Prati et al. 2003)."""
    channels, total = len(dials.each), dials.zero
    if dials.shadow > dials.one:
        return False
    for mode in range(count):
        base, along, square = mode * (channels + 2), dials.zero, dials.zero
        for c in range(channels):
            along += x[c] * planes[base + c, i]
            square += planes[base + c, i] * planes[base + c, i]
        if square == dials.zero:
            return False
        if along <= square and along >= dials.shadow * square:
            share, far = along / square, dials.zero
            for c in range(channels):
                off = share * planes[base + c, i] - x[c]
                far += off * off
            if far < dials.match * planes[base + channels, i] * share * share:
                return True
        total += planes[base + channels + 1, i]
        if total > dials.threshold:
            return False
    return False

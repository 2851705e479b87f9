"""A second look at foreground, once a frame is learned: is it a shadow, or the background moved a little?

The state is that of ``background``. Only pixels that are 255 in the mask are looked at, and none is learned.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit


class Looks(NamedTuple):
    """What excuses a foreground pixel, in the state's own type."""

    match: np.floating  # squared deviations within which a neighbor's component is matched
    spread: int  # pixels, to each side, that the background may have moved; 0: not looked at
    shadow: np.floating  # least brightness of a shadow, over its ground's; above 1: shadows are not told
    hue: np.floating  # squared deviations that a shadow may be off its ground's color
    threshold: np.floating
    zero: np.floating
    one: np.floating
    light: tuple[np.floating, ...]
    each: tuple[np.floating, ...]


@njit(nogil=True, cache=True, error_model="numpy")
def look_again(pixels, state, mask, rows, looks):
    """Write 0 for background that moved, 127 for shadows. rows: first and last + 1, of the whole picture."""
    channels, width = len(looks.each), mask.shape[1]
    x = np.empty(channels, state.dtype)
    for y in range(rows[0], rows[1]):
        for i in range(width):
            if mask[y, i] != 255:
                continue
            for c in range(channels):
                x[c] = pixels[y, i * channels + c]
            if looks.spread > 0 and _moved(x, state, y, i, looks):
                mask[y, i] = 0
            elif looks.shadow <= looks.one and _shaded(x, state[y], i, looks):
                mask[y, i] = 127


@njit(inline="always", nogil=True, cache=True)
def _moved(x, state, y, i, looks):
    """Return whether a pixel nearby has it in its background (Elgammal et al. 2000, section 3)."""
    found = False
    for v in range(max(y - looks.spread, 0), min(y + looks.spread + 1, state.shape[0])):
        for u in range(max(i - looks.spread, 0), min(i + looks.spread + 1, state.shape[2])):
            if not found:
                found = _belongs(x, state[v], u, looks)
    return found


@njit(inline="always", nogil=True, cache=True)
def _belongs(x, planes, i, looks):
    channels, before, found = len(looks.each), looks.zero, False
    for base in range(0, planes.shape[0], channels + 2):
        if not found and before <= looks.threshold and planes[base + channels + 1, i] > looks.zero:
            far = looks.zero
            for c in range(channels):
                off = x[c] - looks.light[c] * planes[base + c, i]
                far += off * off
            found = far < looks.match * planes[base + channels, i]
            before += planes[base + channels + 1, i]
    return found


@njit(inline="always", nogil=True, cache=True, error_model="numpy")
def _shaded(x, planes, i, looks):
    """Return whether a pixel is a background component's color, only darker (Prati et al. 2003)."""
    channels, before, found = len(looks.each), looks.zero, False
    for base in range(0, planes.shape[0], channels + 2):
        if not found and before <= looks.threshold and planes[base + channels + 1, i] > looks.zero:
            along, square = looks.zero, looks.zero
            for c in range(channels):
                ground = looks.light[c] * planes[base + c, i]
                along += x[c] * ground
                square += ground * ground
            if square > looks.zero and along <= square and along >= looks.shadow * square:
                share, far = along / square, looks.zero
                for c in range(channels):
                    off = share * looks.light[c] * planes[base + c, i] - x[c]
                    far += off * off
                found = far < looks.hue * planes[base + channels, i] * share * share
            before += planes[base + channels + 1, i]
    return found

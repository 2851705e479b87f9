"""A second look at foreground, once a frame is learned: is it background that moved a little?

The state is that of ``background``; nothing is learned here.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit


class Looks(NamedTuple):
    """Where and how to look, in the state's own type."""

    first: int  # row
    last: int  # row, not looked at any more
    spread: int  # pixels, to each side, that the background may have moved
    match: np.floating  # squared deviations within which a neighbor's component is matched
    threshold: np.floating
    zero: np.floating
    light: tuple[np.floating, ...]


@njit(nogil=True, cache=True)
def look_around(pixels, state, asked, moved, looks):
    """Write 1 into ``moved`` where a pixel nearby has an ``asked`` one's color in its background.

    Elgammal, Harwood & Davis 2000, section 3. pixels: (h, w c), asked, moved: (h, w) uint8, whole pictures.
    """
    channels, spread = len(looks.light), looks.spread
    x = np.empty(channels, state.dtype)
    for y in range(looks.first, looks.last):
        for i in range(asked.shape[1]):
            if not asked[y, i]:
                continue
            for c in range(channels):
                x[c] = pixels[y, i * channels + c]
            for v in range(max(y - spread, 0), min(y + spread + 1, state.shape[0])):
                if _belongs(x, state[v], max(i - spread, 0), min(i + spread + 1, state.shape[2]), looks):
                    moved[y, i] = 1
                    break


@njit(inline="always", nogil=True, cache=True)
def _belongs(x, planes, start, stop, looks):
    """Return whether a color matches a background component of a pixel from ``start`` to ``stop``."""
    channels = len(looks.light)
    for i in range(start, stop):
        before = looks.zero
        for base in range(0, planes.shape[0], channels + 2):
            if before > looks.threshold or planes[base + channels + 1, i] <= looks.zero:
                break
            far = looks.zero
            for c in range(channels):
                off = x[c] - looks.light[c] * planes[base + c, i]
                far += off * off
            if far < looks.match * planes[base + channels, i]:
                return True
            before += planes[base + channels + 1, i]
    return False

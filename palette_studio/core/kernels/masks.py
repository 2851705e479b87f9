"""The original mixed back in where a mask is below full."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(nogil=True, cache=True)
def kept(pixels, mask, out):
    """Take ``out`` back to the pixels as far as the mask is below 255, rounded; where it is 0, to the byte.

    pixels, out: (h, w, 3|4) uint8 or uint16, of which three channels are mixed. mask: (h, w) uint8.
    """
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            share = np.uint32(mask[i, j])
            if share == 255:
                continue
            rest = np.uint32(255) - share
            for c in range(3):
                mixed = np.uint32(pixels[i, j, c]) * rest + np.uint32(out[i, j, c]) * share
                out[i, j, c] = (mixed + np.uint32(127)) // np.uint32(255)

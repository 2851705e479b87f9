"""Many floats from sRGB to CIELab and back, to float32 precision; OpenCV's own are off by up to .6."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core import color
from palette_studio.core.kernels.light import encoded, lab_of, linear_of

STEPS = 4096  # error < 3e-8
DECODED = color.srgb_to_linear(np.arange(STEPS + 2) / STEPS)


@njit(nogil=True, cache=True)
def decoded(value):
    """Return linear light of sRGB 0..1; values outside are clipped."""
    place = min(max(value, 0.0), 1.0) * STEPS
    index = int(place)
    return DECODED[index] + (place - index) * (DECODED[index + 1] - DECODED[index])


@njit(nogil=True, cache=True)
def to_lab(srgb, out):
    """Write CIELab of (n, 3) float32 sRGB."""
    for i in range(len(srgb)):
        out[i] = lab_of(decoded(srgb[i, 0]), decoded(srgb[i, 1]), decoded(srgb[i, 2]))


@njit(nogil=True, cache=True)
def from_lab(lab, out):
    """Write sRGB of (n, 3) float32 CIELab, each channel clipped to 0..1."""
    for i in range(len(lab)):
        r, g, b, _ = linear_of(np.float64(lab[i, 0]), np.float64(lab[i, 1]), np.float64(lab[i, 2]))
        out[i, 0], out[i, 1], out[i, 2] = encoded(r), encoded(g), encoded(b)

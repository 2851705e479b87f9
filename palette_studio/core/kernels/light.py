"""Scalar color arithmetic shared by the kernels: sRGB to CIELab and back, and how far out of the gamut."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numba import njit

from palette_studio.core import color

M, N = color.RGB_TO_XYZ / color.WHITE[:, None], color.XYZ_TO_RGB * color.WHITE
X_R, X_G, X_B, Y_R, Y_G, Y_B, Z_R, Z_G, Z_B = (float(v) for v in M.ravel())
R_X, R_Y, R_Z, G_X, G_Y, G_Z, B_X, B_Y, B_Z = (float(v) for v in N.ravel())
EPSILON, KAPPA, KNEE = color.EPSILON, color.KAPPA, 6 / 29

ROOT_STEPS = 1024
CUBE_ROOT = np.cbrt(np.arange(ROOT_STEPS + 2) / ROOT_STEPS)
ENCODE_STEPS = (
    4096  # by the square root of light: sRGB is nearly straight there; error < 2e-7, 0.013 of 65535
)
ENCODED = color.linear_to_srgb((np.arange(ENCODE_STEPS + 2) / ENCODE_STEPS) ** 2)


@cache
def linear_table(dtype: np.dtype) -> np.ndarray:
    """Return linear light of every pixel value of uint8 or uint16, float64; not to be written to."""
    most = np.iinfo(dtype).max
    return color.srgb_to_linear(np.arange(most + 1) / most)


LINEAR_8 = linear_table(np.dtype(np.uint8))


@njit(nogil=True, cache=True)
def root(t):
    """Return the f of CIELab for t in 0..1.1; the cube root to 1e-10: a table, then one Halley step."""
    if t <= EPSILON:
        return (KAPPA * t + 16.0) * (1.0 / 116.0)
    place = t * ROOT_STEPS
    index = min(int(place), ROOT_STEPS)
    share = place - index
    guess = CUBE_ROOT[index] + share * (CUBE_ROOT[index + 1] - CUBE_ROOT[index])
    cube = guess * guess * guess
    return guess * (cube + 2.0 * t) / (2.0 * cube + t)


@njit(nogil=True, cache=True)
def cubed(f):
    """Return the inverse of CIELab's f."""
    if f > KNEE:
        return f * f * f
    return (116.0 * f - 16.0) * (1.0 / KAPPA)


@njit(nogil=True, cache=True)
def lab_of(r, g, b):
    """Return CIELab of linear RGB."""
    fx = root(X_R * r + X_G * g + X_B * b)
    fy = root(Y_R * r + Y_G * g + Y_B * b)
    fz = root(Z_R * r + Z_G * g + Z_B * b)
    return 116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)


@njit(nogil=True, cache=True)
def linear_of(lightness, a, b):
    """Return linear RGB of CIELab, and its luminance."""
    fy = (lightness + 16.0) * (1.0 / 116.0)
    x, y, z = cubed(fy + a * 0.002), cubed(fy), cubed(fy - b * 0.005)
    return (
        R_X * x + R_Y * y + R_Z * z,
        G_X * x + G_Y * y + G_Z * z,
        B_X * x + B_Y * y + B_Z * z,
        y,
    )


@njit(nogil=True, cache=True)
def room(value, y):
    """Return how much of the way from the gray ``y`` to a channel's value stays in 0..1, at most 1."""
    if value > 1.0:
        return (1.0 - y) / (value - y)
    if value < 0.0:
        return y / (y - value)
    return 1.0


@njit(nogil=True, cache=True)
def encoded(value):
    """Return sRGB of linear light, clipped to 0..1."""
    place = math.sqrt(min(max(value, 0.0), 1.0)) * ENCODE_STEPS
    index = int(place)
    return ENCODED[index] + (place - index) * (ENCODED[index + 1] - ENCODED[index])


@njit(nogil=True, cache=True)
def srgb_of(lightness, a, b):
    """Return sRGB of CIELab; what lies outside the gamut goes to the gray of its lightness until it fits.

    The way is straight in linear light, so luminance, and with it lightness, stays what it was.
    """
    r, g, blue, y = linear_of(min(max(lightness, 0.0), 100.0), a, b)
    keep = min(room(r, y), room(g, y), room(blue, y))
    return (
        encoded(y + keep * (r - y)),
        encoded(y + keep * (g - y)),
        encoded(y + keep * (blue - y)),
    )

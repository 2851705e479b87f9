"""Numbers of all kinds that TIFF files hold, as 16-bit ones from black to white."""

from __future__ import annotations

import numpy as np

from palette_studio.core.files.by_pillow import ROWS


def to_16_bit(pixels: np.ndarray, bits: int) -> np.ndarray:
    """Return uint16 values. bits: that whole numbers have; 8 to 32.

    Floating-point numbers: 0 is black, 1 is white, and what lies beyond is cut off. Signed numbers: the least
    that there is is black or, in a picture without negative ones, 0. So do most programs.
    """
    if pixels.dtype.kind == "f":
        return _from_fractions(pixels)
    if pixels.dtype.kind == "i":
        pixels = _unsigned(pixels)
    if bits == 16:
        return pixels if pixels.dtype.isnative else pixels.astype(np.uint16)
    if bits > 16:
        return (pixels >> (bits - 16)).astype(np.uint16)
    most = 2**bits - 1
    return ((pixels.astype(np.uint32) * 65535 + most // 2) // most).astype(np.uint16)


def _from_fractions(pixels: np.ndarray) -> np.ndarray:
    result = np.empty(pixels.shape, np.uint16)
    for top in range(0, len(pixels), ROWS):
        part = np.nan_to_num(pixels[top : top + ROWS].astype(np.float64), nan=0.0)
        result[top : top + ROWS] = np.rint(np.clip(part, 0, 1) * 65535)
    return result


def _unsigned(pixels: np.ndarray) -> np.ndarray:
    """Return whole numbers of the same width, the order kept."""
    native = pixels.astype(pixels.dtype.newbyteorder("="), copy=False)
    bits = 8 * native.dtype.itemsize
    whole = native.view(f"u{native.dtype.itemsize}")
    if native.min() < 0:
        return whole ^ whole.dtype.type(1 << (bits - 1))
    return (whole << 1) | (whole >> (bits - 2))  # the greatest becomes the greatest


def linear_to_srgb(light: np.ndarray) -> np.ndarray:
    """Return sRGB fractions of linear light, cut off beyond 1 (IEC 61966-2-1)."""
    light = np.clip(np.nan_to_num(light, nan=0.0), 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)

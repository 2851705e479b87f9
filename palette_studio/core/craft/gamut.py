"""The edge of sRGB in OKLCH: colors brought inside it by giving up chroma."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from palette_studio.core.color import linear_to_srgb, oklch_to_srgb, srgb_to_linear, srgb_to_oklch
from palette_studio.core.palette import Palette, Rgb

STEPS = 24  # halvings: 0.5 / 2^24 of chroma is far below what 8 bits can show
SLACK = 1e-6  # of linear light: what rounding puts outside
GRAY = 0.02  # OKLCH chroma under which a color of 8 bits has no hue worth keeping


def within(oklch: ArrayLike) -> np.ndarray:
    """Return (..., 3) OKLCH in which each color has as much of its chroma as sRGB holds.

    Lightness, 0..1, and hue, in degrees, are kept; lightness outside 0..1 becomes black or white. Colors
    inside come back as they are. Bisection to 3e-8 of chroma; the gamut is met by the line toward gray at one
    place only in all but a sliver of deep blues, where the result is inside all the same.
    """
    lch = np.array(oklch, np.float64)
    lch[..., 0] = np.clip(lch[..., 0], 0, 1)
    lch[..., 1] = np.where((lch[..., 0] <= 0) | (lch[..., 0] >= 1), 0, np.maximum(lch[..., 1], 0))
    out = ~fits(lch)
    inside, outside = np.zeros(lch.shape[:-1]), lch[..., 1].copy()
    for _ in range(STEPS if out.any() else 0):
        middle = (inside + outside) / 2
        good = fits(np.stack([lch[..., 0], middle, lch[..., 2]], axis=-1))
        inside, outside = np.where(good, middle, inside), np.where(good, outside, middle)
    lch[..., 1] = np.where(out, inside, lch[..., 1])
    return lch


def fits(oklch: np.ndarray) -> np.ndarray:
    """Return (...) bool: whether each OKLCH color is one of sRGB, tested on linear light."""
    linear = srgb_to_linear(oklch_to_srgb(oklch))
    return np.asarray(np.all((linear >= -SLACK) & (linear <= 1 + SLACK), axis=-1))


def rgb_of(oklch: ArrayLike) -> list[Rgb]:
    """Return the 8-bit sRGB colors of (n, 3) OKLCH, brought inside sRGB as ``within`` does."""
    srgb = linear_to_srgb(np.clip(srgb_to_linear(oklch_to_srgb(within(oklch))), 0, 1))
    return [(int(r), int(g), int(b)) for r, g, b in np.rint(srgb * 255)]


def oklch_of(palette: Palette) -> np.ndarray:
    """Return (k, 3) OKLCH of the swatches: L 0..1, chroma, hue in degrees."""
    return srgb_to_oklch(palette.colors / 255)

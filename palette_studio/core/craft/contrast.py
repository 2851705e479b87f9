"""Contrast of text by WCAG 2: relative luminance, ratios, and what they are enough for."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from palette_studio.core.color import srgb_to_linear

LUMINANCE = (0.2126, 0.7152, 0.0722)  # WCAG 2.2, "relative luminance"
FLARE = 0.05  # WCAG 2.2, "contrast ratio": light that a screen reflects
# Least ratios for text, WCAG 2.2, criteria 1.4.3 and 1.4.6; large: from 18 pt, or 14 pt bold
VERDICTS = ((7.0, "AAA"), (4.5, "AA"), (3.0, "AA large"), (1.0, "fails"))


def luminance(colors: ArrayLike) -> np.ndarray:
    """Return the relative luminance, 0..1, of (..., 3) 8-bit sRGB colors (WCAG 2.2).

    The standard's own text puts the end of the linear part at 0.03928, IEC 61966-2-1 at 0.04045; no 8-bit
    value lies between.
    """
    return srgb_to_linear(np.asarray(colors) / 255) @ np.array(LUMINANCE)


def contrast(first: ArrayLike, second: ArrayLike) -> np.ndarray:
    """Return the contrast ratios, 1..21, of 8-bit sRGB colors; the leading shapes broadcast (WCAG 2.2)."""
    one, other = luminance(first), luminance(second)
    return (np.maximum(one, other) + FLARE) / (np.minimum(one, other) + FLARE)


def contrast_matrix(colors: ArrayLike) -> np.ndarray:
    """Return (k, k) contrast ratios of (k, 3) 8-bit sRGB colors: symmetric, 1 on the diagonal."""
    colors = np.asarray(colors).reshape(-1, 3)
    return contrast(colors[:, None], colors[None])


def verdict(ratio: float) -> str:
    """Return what a ratio is enough for: "AAA", "AA", "AA large" (large text only), or "fails".

    A ratio just below a limit is below it: the standard does not round up.
    Raises ValueError for a ratio below 1.
    """
    for least, word in VERDICTS:
        if ratio >= least:
            return word
    raise ValueError(f"a contrast ratio is at least 1, not {ratio}")

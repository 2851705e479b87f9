"""A color as three numbers in the spaces the color panel shows, and back to the nearest 8-bit color."""

from __future__ import annotations

import numpy as np

from palette_studio.core import color
from palette_studio.core.palette import Rgb
from palette_studio.ui import reach


def numbers(space: str, rgb: Rgb) -> tuple[float, ...]:
    """space: "RGB" 0..255, "HSV" in degrees and percent, "Lab", or "OKLCH" with hue in degrees."""
    srgb = np.array(rgb) / 255.0
    if space == "RGB":
        return tuple(float(v) for v in rgb)
    if space == "HSV":
        h, s, v = color.srgb_to_hsv(srgb)
        return float(h), float(s) * 100, float(v) * 100
    return tuple(float(v) for v in (color.srgb_to_lab if space == "Lab" else color.srgb_to_oklch)(srgb))


def nearest_rgb(space: str, values: tuple[float, ...]) -> Rgb:
    """Return the nearest 8-bit color; what sRGB cannot hold loses chroma, not hue or lightness."""
    a, b, c = values
    if space == "RGB":
        return round(a), round(b), round(c)
    if space == "HSV":
        return _rounded(color.hsv_to_srgb(np.array([a, b / 100, c / 100])))
    lab = space == "Lab"
    exact = (color.lab_to_srgb if lab else color.oklch_to_srgb)(np.array(values))
    if reach.in_srgb(exact):
        return _rounded(exact)
    if lab:
        lightness, chroma, hue = (float(v) for v in color.to_polar(np.array(values)))
        within = min(chroma, float(color.max_chroma(lightness, hue)))
        return _rounded(color.lab_to_srgb(color.from_polar(np.array([lightness, within, hue]))))
    within = min(b, float(reach.oklch_reach(np.array(a), np.array(c))))
    return _rounded(color.oklch_to_srgb(np.array([a, within, c])))


def _rounded(srgb: np.ndarray) -> Rgb:
    r, g, b = np.rint(np.clip(srgb, 0, 1) * 255).astype(int)
    return int(r), int(g), int(b)

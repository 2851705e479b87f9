"""Colors that a place in a gray photo may well have."""

from __future__ import annotations

import numpy as np

from palette_studio.core.palette import Rgb

# a and b of CIELab of what photos are full of, at a middling chroma; lightness decides how much of it fits.
MATERIALS = (
    ("Skin", 14, 18),
    ("Foliage", -18, 26),
    ("Sky", -6, -28),
    ("Wood", 12, 26),
    ("Brick", 30, 24),
    ("Sand", 4, 20),
)
LIVELY = 1.8  # times what the model tells


def shown(light: float, chroma: np.ndarray) -> Rgb:
    """Return the color of a lightness and a chroma, 8 bits; what does not fit gives up chroma."""
    from palette_studio.core.color import from_polar, in_gamut, lab_to_srgb, max_chroma, to_polar

    lab = np.array([light, *chroma], np.float64)
    if not in_gamut(lab, 1e-3):
        _, _, hue = to_polar(lab)
        lab = from_polar(np.array([light, float(max_chroma(light, hue)), hue]))
    r, g, b = np.rint(lab_to_srgb(lab).clip(0, 1) * 255)
    return int(r), int(g), int(b)


def suggestions(light: float, told: np.ndarray | None) -> tuple[tuple[str, Rgb], ...]:
    """Return names and colors. light: L at the place. told: a and b that a model tells there, or None."""
    found: list[tuple[str, Rgb]] = []
    if told is not None:
        found = [("As told", shown(light, told)), ("Livelier", shown(light, LIVELY * told))]
    found += [(name, shown(light, np.array([a, b]))) for name, a, b in MATERIALS]
    return tuple(found)

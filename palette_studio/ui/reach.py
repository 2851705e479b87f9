"""Hue, saturation and lightness as the wheel means them: OKLCH with chroma as a share of what sRGB reaches.

Every point of the wheel is a color that the screen and the file can hold, at every lightness.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QImage

from palette_studio.core import color
from palette_studio.core.palette import Rgb

GRAY = 0.004  # OKLCH chroma below which 8-bit rounding makes the hue meaningless
FARTHEST, STEPS = 0.36, 73  # beyond any sRGB chroma; a walk in steps of 0.005
FINE = 721  # steps of 0.0005: the blue corner of sRGB is a sliver
SLACK = 0.5 / 255
HUES = np.arange(0.0, 361.0, 3.0)  # where the edge is known; closed
SIDE = 120  # the disc is computed this large and scaled: its colors change slowly


def oklch_reach(lightness: np.ndarray, hue_deg: np.ndarray, steps: int = STEPS) -> np.ndarray:
    """Return the largest OKLCH chroma inside sRGB; lightness 0..1, shapes broadcast, to 1e-5.

    Along a ray sRGB may be left and entered again (near yellow and dark blue), so the last step inside
    of a coarse walk is refined by bisection.
    """
    lightness, hue_deg = (v[..., None] for v in np.broadcast_arrays(lightness, hue_deg))
    walk = np.linspace(0, FARTHEST, steps)
    inside = _fits(lightness, walk, hue_deg)
    last = steps - 1 - np.argmax(inside[..., ::-1], axis=-1)
    low = np.where(inside.any(axis=-1), walk[last], 0.0)[..., None]
    high = np.minimum(low + walk[1], FARTHEST)
    for _ in range(10):
        middle = (low + high) / 2
        fits = _fits(lightness, middle, hue_deg)
        low, high = np.where(fits, middle, low), np.where(fits, high, middle)
    return low[..., 0]


def _fits(lightness: np.ndarray, chroma: np.ndarray, hue_deg: np.ndarray) -> np.ndarray:
    lch = np.stack(np.broadcast_arrays(lightness, chroma, hue_deg), axis=-1)
    return in_srgb(color.oklch_to_srgb(lch))


def in_srgb(srgb: np.ndarray) -> np.ndarray:
    """Return which colors round to 8 bits without being clipped by more than half a step."""
    return np.asarray(((srgb >= -SLACK) & (srgb <= 1 + SLACK)).all(axis=-1))


@lru_cache(maxsize=64)
def _edge(percent: int) -> np.ndarray:
    """Return the reach at the hues of ``HUES`` for a lightness in percent."""
    return oklch_reach(np.full(len(HUES), percent / 100), HUES)


def to_wheel(rgb: Rgb) -> tuple[float, float, float]:
    """Return (hue in degrees, saturation 0..1, lightness 0..1); grays have saturation 0 and hue 0."""
    lightness, chroma, hue = (float(v) for v in color.srgb_to_oklch(np.array(rgb) / 255.0))
    if chroma < GRAY:
        return 0.0, 0.0, lightness
    reach = float(oklch_reach(np.array(lightness), np.array(hue), FINE))
    return hue, min(chroma / max(reach, 1e-6), 1.0), lightness


def from_wheel(hue_deg: float, saturation: float, lightness: float) -> Rgb:
    """Return the 8-bit color at a point of the wheel."""
    lightness = min(max(lightness, 0.0), 1.0)
    reach = float(oklch_reach(np.array(lightness), np.array(hue_deg % 360), FINE))
    chroma = min(max(saturation, 0.0), 1.0) * reach
    r, g, b = _bytes(color.oklch_to_srgb(np.array([lightness, chroma, hue_deg])))
    return int(r), int(g), int(b)


@lru_cache(maxsize=32)
def disc(percent: int) -> QImage:
    """Return the wheel's colors at a lightness in percent: a square picture whose inscribed circle counts."""
    axis = np.linspace(-1, 1, SIDE)
    x, y = np.meshgrid(axis, -axis)
    hue = np.degrees(np.arctan2(y, x)) % 360
    reach = np.interp(hue, HUES, _edge(percent))
    lch = np.stack([np.full(hue.shape, percent / 100), np.minimum(np.hypot(x, y), 1) * reach, hue], axis=-1)
    return _image(_bytes(color.oklch_to_srgb(lch)))


@lru_cache(maxsize=64)
def lightness_column(hue_deg: int, saturation_percent: int) -> QImage:
    """Return a column, lightest on top, of the colors reachable at this hue and saturation."""
    lightness = np.linspace(1, 0, 96)
    hues = np.full(96, float(hue_deg))
    chroma = oklch_reach(lightness, hues) * saturation_percent / 100
    lch = np.stack([lightness, chroma, hues], axis=-1)
    return _image(_bytes(color.oklch_to_srgb(lch))[:, None, :])


def _bytes(srgb: np.ndarray) -> np.ndarray:
    return np.rint(np.clip(srgb, 0, 1) * 255).astype(np.uint8)


def _image(rgb: np.ndarray) -> QImage:
    rgb = np.ascontiguousarray(rgb)
    height, width = rgb.shape[:2]
    return QImage(rgb.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()

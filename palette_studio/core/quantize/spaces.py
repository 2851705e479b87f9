"""Spaces in which plain distances are what a mode measures."""

from __future__ import annotations

from functools import cache

import numpy as np

from palette_studio.core.color import lab_to_srgb, oklab_to_srgb, srgb_to_lab, srgb_to_oklab

LUMA_FIRST = 0.75  # of OKLab's a and b: structure is seen in lightness, and SSIM is measured on it
PER_CHROMA = 0.045  # CIEDE2000's S_C = 1 + 0.045 C
STEPS = 2001  # of the table of lightness


def srgb_to_structure(srgb: np.ndarray) -> np.ndarray:
    """Return OKLab with a and b drawn in."""
    return srgb_to_oklab(srgb) * (1, LUMA_FIRST, LUMA_FIRST)


def structure_to_srgb(place: np.ndarray) -> np.ndarray:
    return oklab_to_srgb(place / (1, LUMA_FIRST, LUMA_FIRST))


@cache
def _lightness() -> tuple[np.ndarray, np.ndarray]:
    """Return CIELab L and the integral of dL / S_L up to it (Sharma, Wu & Dalal 2005, eq. 15)."""
    lightness = np.linspace(0, 100, STEPS)
    off = (lightness - 50) ** 2
    rate = 1 / (1 + 0.015 * off / np.sqrt(20 + off))
    steps = (rate[1:] + rate[:-1]) / 2 * np.diff(lightness)
    return lightness, np.concatenate([[0.0], np.cumsum(steps)])


def srgb_to_even(srgb: np.ndarray) -> np.ndarray:
    """Return places whose distances are close to CIEDE2000: its weights, integrated along each axis.

    The lightness of CIELab becomes the integral of dL / S_L, chroma that of dC / S_C, ln(1 + 0.045 C) /
    0.045; hue angles stay, which fits S_H to within a tenth at common chromas. The turn of blues is left out.
    """
    lab = srgb_to_lab(srgb)
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    drawn_in = np.where(chroma > 1e-9, np.log1p(PER_CHROMA * chroma) / PER_CHROMA, chroma)
    lab[..., 1:] *= (drawn_in / np.maximum(chroma, 1e-9))[..., None]
    lab[..., 0] = np.interp(lab[..., 0], *_lightness())
    return lab


def even_to_srgb(place: np.ndarray) -> np.ndarray:
    """Return the inverse of ``srgb_to_even``."""
    drawn_in = np.hypot(place[..., 1], place[..., 2])
    chroma = np.expm1(PER_CHROMA * drawn_in) / PER_CHROMA
    share = np.where(drawn_in > 1e-9, chroma / np.maximum(drawn_in, 1e-9), 1.0)
    lightness, even = _lightness()
    lab = place * share[..., None]
    lab[..., 0] = np.interp(place[..., 0], even, lightness)
    return lab_to_srgb(lab)

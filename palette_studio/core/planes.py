"""Planes of color: two axes of chroma around gray at each lightness, as plots lay them out.

"ab" is CIELab: lightness is L, 0..100, a goes to the right and b up. "vectorscope" is that of video:
lightness is luma Y' of gamma-encoded RGB, 0..1, Cb goes to the right and Cr up, both -0.5..0.5.
Places are (..., 3) floats: lightness, right, up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from palette_studio.core import color
from palette_studio.core.palette import Rgb

PLANES = ("ab", "vectorscope")
REACH = {"ab": 112.0, "vectorscope": 0.505}  # no sRGB color is farther from gray on either axis
LIGHTEST = {"ab": 100.0, "vectorscope": 1.0}
KR, KB = 0.2126, 0.0722  # ITU-R BT.709-6, item 3.2: luma, and the differences scaled to -0.5..0.5
KG = 1 - KR - KB
TO_CB, TO_CR = 2 * (1 - KB), 2 * (1 - KR)  # 1.8556 and 1.5748
RGB_TO_YCC = np.array(
    [
        [KR, KG, KB],
        [-KR / TO_CB, -KG / TO_CB, (1 - KB) / TO_CB],
        [(1 - KR) / TO_CR, -KG / TO_CR, -KB / TO_CR],
    ]
)
YCC_TO_RGB = np.linalg.inv(RGB_TO_YCC)


def places_of(plane: str, srgb: ArrayLike) -> np.ndarray:
    """Return where sRGB colors, 0..1, stand. Raises ValueError for an unknown plane."""
    _check(plane)
    if plane == "ab":
        return color.srgb_to_lab(srgb)
    return np.asarray(srgb, np.float64) @ RGB_TO_YCC.T


def srgb_at(plane: str, places: ArrayLike) -> np.ndarray:
    """Return the sRGB colors at places, unclipped; the inverse of ``places_of``."""
    _check(plane)
    if plane == "ab":
        return color.lab_to_srgb(places)
    return np.asarray(places, np.float64) @ YCC_TO_RGB.T


def held(plane: str, place: ArrayLike) -> np.ndarray:
    """Return a (3,) place, or the last one on the way to it from the gray of its lightness that sRGB has."""
    _check(plane)
    spot = np.array(place, np.float64)
    spot[0] = min(max(spot[0], 0.0), LIGHTEST[plane])
    if plane == "ab":
        if color.in_gamut(spot, 1e-4):
            return spot
        lightness, chroma, hue_deg = color.to_polar(spot)
        return color.from_polar([lightness, min(chroma, color.max_chroma(lightness, hue_deg)), hue_deg])
    return spot * [1.0, *[min(1.0, float(_share_inside(spot)))] * 2]


def edge(plane: str, lightness: float, n: int = 180) -> np.ndarray:
    """Return (n, 2) points around the edge of sRGB at a lightness, by equal angles about gray."""
    _check(plane)
    if plane == "ab":
        return color.lab_gamut_boundary(lightness, n)
    angle = np.arange(n) * (2 * np.pi / n)
    ways = np.stack([np.full(n, lightness), np.cos(angle), np.sin(angle)], axis=-1)
    return ways[:, 1:] * _share_inside(ways)[:, None]


def rgb_at(plane: str, place: ArrayLike) -> Rgb:
    """Return the nearest 8-bit color to a (3,) place; what sRGB cannot hold is ``held`` first."""
    r, g, b = np.rint(np.clip(srgb_at(plane, held(plane, place)), 0, 1) * 255).astype(int).tolist()
    return r, g, b


def _share_inside(ycc: np.ndarray) -> np.ndarray:
    """Return how much of the way from gray to each (..., 3) place lies in sRGB; may be above 1."""
    luma = ycc[..., :1]
    way = ycc @ YCC_TO_RGB.T - luma
    room = np.where(way > 0, 1 - luma, luma)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(np.abs(way) > 1e-12, room / np.abs(way), np.inf)
    least = shares.min(axis=-1)
    return np.where(np.isfinite(least), least, 1.0)


def _check(plane: str) -> None:
    if plane not in PLANES:
        raise ValueError(f"{plane!r} is no plane of color; there are {', '.join(PLANES)}")

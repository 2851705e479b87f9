"""Color spaces: sRGB, linear RGB, XYZ, CIELab, OKLab, HSV and HSL, and how different two colors look.

Arrays are (..., 3) floats in and out, of any leading shape. sRGB and linear RGB are 0..1, Lab has L 0..100,
OKLab has L 0..1, hues are degrees 0..360. Nothing is clipped: values outside the gamut go through.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

Floats = np.ndarray

WHITE = np.array([0.95047, 1.0, 1.08883])  # D65, 2 degrees, ASTM E308
# Linear sRGB to XYZ: IEC 61966-2-1 primaries and D65, digits after Lindbloom; rows sum to WHITE.
RGB_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
RGB_TO_XYZ *= (WHITE / RGB_TO_XYZ.sum(axis=1))[:, None]  # exactly, so that grays have a = b = 0
XYZ_TO_RGB = np.linalg.inv(RGB_TO_XYZ)
EPSILON, KAPPA = (6 / 29) ** 3, (29 / 3) ** 3  # CIE 15:2004, eq. 8.6: where the cube root gives way to a line
# OKLab: Ottosson 2020, "A perceptual color space for image processing", linear sRGB to LMS and LMS' to Lab.
RGB_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
LMS_TO_OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
LMS_TO_RGB, OKLAB_TO_LMS = np.linalg.inv(RGB_TO_LMS), np.linalg.inv(LMS_TO_OKLAB)


def srgb_to_linear(srgb: ArrayLike) -> Floats:
    """Return linear light of sRGB values 0..1, odd about 0 (IEC 61966-2-1)."""
    value = np.asarray(srgb, np.float64)
    size = np.abs(value)
    return np.sign(value) * np.where(size <= 0.04045, size / 12.92, ((size + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(linear: ArrayLike) -> Floats:
    """Return sRGB values of linear light 0..1, odd about 0 (IEC 61966-2-1)."""
    value = np.asarray(linear, np.float64)
    size = np.abs(value)
    return np.sign(value) * np.where(size <= 0.0031308, size * 12.92, 1.055 * size ** (1 / 2.4) - 0.055)


def linear_to_xyz(linear: ArrayLike) -> Floats:
    """Return XYZ with Y of white 1."""
    return np.asarray(linear, np.float64) @ RGB_TO_XYZ.T


def xyz_to_linear(xyz: ArrayLike) -> Floats:
    """Return linear RGB of XYZ with Y of white 1."""
    return np.asarray(xyz, np.float64) @ XYZ_TO_RGB.T


def xyz_to_lab(xyz: ArrayLike) -> Floats:
    """Return CIELab under D65, L 0..100 (CIE 15:2004, eq. 8.3 to 8.8)."""
    t = np.asarray(xyz, np.float64) / WHITE
    f = np.where(t > EPSILON, np.cbrt(t), (KAPPA * t + 16) / 116)
    return np.stack(
        [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1
    )


def lab_to_xyz(lab: ArrayLike) -> Floats:
    """Return XYZ of CIELab under D65."""
    lightness, a, b = np.moveaxis(np.asarray(lab, np.float64), -1, 0)
    fy = (lightness + 16) / 116
    f = np.stack([fy + a / 500, fy, fy - b / 200], axis=-1)
    return np.where(f > 6 / 29, f**3, (116 * f - 16) / KAPPA) * WHITE


def srgb_to_lab(srgb: ArrayLike) -> Floats:
    return xyz_to_lab(linear_to_xyz(srgb_to_linear(srgb)))


def lab_to_srgb(lab: ArrayLike) -> Floats:
    return linear_to_srgb(xyz_to_linear(lab_to_xyz(lab)))


def srgb_to_oklab(srgb: ArrayLike) -> Floats:
    """Return OKLab, L 0..1 (Ottosson 2020)."""
    return np.cbrt(srgb_to_linear(srgb) @ RGB_TO_LMS.T) @ LMS_TO_OKLAB.T


def oklab_to_srgb(oklab: ArrayLike) -> Floats:
    """Return sRGB of OKLab, unclipped (Ottosson 2020)."""
    return linear_to_srgb((np.asarray(oklab, np.float64) @ OKLAB_TO_LMS.T) ** 3 @ LMS_TO_RGB.T)


def to_polar(lab: ArrayLike) -> Floats:
    """Return (lightness, chroma, hue in degrees) of Lab or OKLab; the hue of grays is 0."""
    lightness, a, b = np.moveaxis(np.asarray(lab, np.float64), -1, 0)
    chroma = np.hypot(a, b)
    hue_deg = np.where(chroma < 1e-9, 0.0, np.degrees(np.arctan2(b, a)) % 360)
    return np.stack([lightness, chroma, hue_deg], axis=-1)


def from_polar(lch: ArrayLike) -> Floats:
    """Return Lab or OKLab of (lightness, chroma, hue in degrees)."""
    lightness, chroma, hue_deg = np.moveaxis(np.asarray(lch, np.float64), -1, 0)
    hue = np.radians(hue_deg)
    return np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=-1)


def srgb_to_oklch(srgb: ArrayLike) -> Floats:
    return to_polar(srgb_to_oklab(srgb))


def oklch_to_srgb(oklch: ArrayLike) -> Floats:
    return oklab_to_srgb(from_polar(oklch))


def _hue_and_range(srgb: Floats) -> tuple[Floats, Floats, Floats]:
    """Return hue in degrees (0 for grays), the largest and the smallest channel."""
    r, g, b = np.moveaxis(srgb, -1, 0)
    most, least = srgb.max(axis=-1), srgb.min(axis=-1)
    spread = np.where(most > least, most - least, 1.0)
    sixth = np.where(
        most == r, (g - b) / spread, np.where(most == g, 2 + (b - r) / spread, 4 + (r - g) / spread)
    )
    return np.where(most > least, sixth * 60 % 360, 0.0), most, least


def srgb_to_hsv(srgb: ArrayLike) -> Floats:
    """Return (hue in degrees, saturation 0..1, value 0..1) (Smith 1978)."""
    hue, most, least = _hue_and_range(np.asarray(srgb, np.float64))
    saturation = np.where(most > 0, (most - least) / np.where(most > 0, most, 1), 0.0)
    return np.stack([hue, saturation, most], axis=-1)


def hsv_to_srgb(hsv: ArrayLike) -> Floats:
    """Return sRGB of (hue in degrees, saturation 0..1, value 0..1) (Smith 1978)."""
    hue, saturation, value = np.moveaxis(np.asarray(hsv, np.float64), -1, 0)
    k = (np.array([5.0, 3.0, 1.0]) + hue[..., None] / 60) % 6
    share = np.clip(np.minimum(k, 4 - k), 0, 1)
    return value[..., None] * (1 - saturation[..., None] * share)


def srgb_to_hsl(srgb: ArrayLike) -> Floats:
    """Return (hue in degrees, saturation 0..1, lightness 0..1) (CSS Color 4, section 7)."""
    hue, most, least = _hue_and_range(np.asarray(srgb, np.float64))
    lightness = (most + least) / 2
    room = 1 - np.abs(2 * lightness - 1)
    saturation = np.where(room > 1e-12, (most - least) / np.where(room > 1e-12, room, 1), 0.0)
    return np.stack([hue, saturation, lightness], axis=-1)


def hsl_to_srgb(hsl: ArrayLike) -> Floats:
    """Return sRGB of (hue in degrees, saturation 0..1, lightness 0..1) (CSS Color 4, section 7)."""
    hue, saturation, lightness = np.moveaxis(np.asarray(hsl, np.float64), -1, 0)
    reach = saturation * np.minimum(lightness, 1 - lightness)
    k = (np.array([0.0, 8.0, 4.0]) + hue[..., None] / 30) % 12
    return lightness[..., None] - reach[..., None] * np.clip(np.minimum(k - 3, 9 - k), -1, 1)


def in_gamut(lab: ArrayLike, tolerance: float = 1e-6) -> np.ndarray:
    """Return whether each CIELab color is an sRGB color, tested on linear light."""
    linear = xyz_to_linear(lab_to_xyz(lab))
    return np.asarray(np.all((linear >= -tolerance) & (linear <= 1 + tolerance), axis=-1))


def max_chroma(lightness: ArrayLike, hue_deg: ArrayLike) -> Floats:
    """Return the largest CIELab chroma that sRGB holds at these lightnesses and hues; 0 at L <= 0, L >= 100.

    Bisection to 1e-5. The shapes broadcast.
    """
    lightness, hue_deg = np.broadcast_arrays(
        np.asarray(lightness, np.float64), np.asarray(hue_deg, np.float64)
    )
    inside, outside = np.zeros(lightness.shape), np.full(lightness.shape, 200.0)
    for _ in range(25):  # 200 / 2^25 < 1e-5
        middle = (inside + outside) / 2
        fits = in_gamut(from_polar(np.stack([lightness, middle, hue_deg], axis=-1)))
        inside, outside = np.where(fits, middle, inside), np.where(fits, outside, middle)
    return inside


def lab_gamut_boundary(lightness: float, n: int = 180) -> Floats:
    """Return (n, 2) ab points around the edge of sRGB at this CIELab lightness, by equal steps of hue."""
    hue_deg = np.arange(n) * (360 / n)
    lch = np.stack([np.full(n, lightness), max_chroma(lightness, hue_deg), hue_deg], axis=-1)
    return from_polar(lch)[:, 1:]


def ciede2000(first: ArrayLike, second: ArrayLike) -> Floats:
    """Return how different CIELab colors look: CIEDE2000 with kL = kC = kH = 1.

    After Sharma, Wu & Dalal 2005, eq. 2 to 22. The leading shapes broadcast.
    """
    (l1, a1, b1), (l2, a2, b2) = (np.moveaxis(np.asarray(x, np.float64), -1, 0) for x in (first, second))
    mean_c7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - np.sqrt(mean_c7 / (mean_c7 + 25.0**7)))
    c1, c2 = np.hypot(stretch * a1, b1), np.hypot(stretch * a2, b2)
    h1 = np.degrees(np.arctan2(b1, stretch * a1)) % 360
    h2 = np.degrees(np.arctan2(b2, stretch * a2)) % 360
    hueless = c1 * c2 == 0
    turn = np.where(hueless, 0.0, (h2 - h1 + 180) % 360 - 180)
    turn = np.where((turn == -180) & (h2 > h1), 180.0, turn)  # eq. 10: exactly opposite hues keep their sign
    mean_h = np.where(np.abs(h1 - h2) <= 180, h1 + h2, h1 + h2 + np.where(h1 + h2 < 360, 360, -360)) / 2
    mean_h = np.where(hueless, h1 + h2, mean_h)
    return _ciede2000_sum(l2 - l1, (l1 + l2) / 2, c1, c2, np.radians(turn), mean_h)


def _ciede2000_sum(
    dl: Floats, mean_l: Floats, c1: Floats, c2: Floats, turn: Floats, mean_h: Floats
) -> Floats:
    """Return the weighted sum of the three differences (Sharma, Wu & Dalal 2005, eq. 15 to 22)."""
    dc, mean_c, dh = c2 - c1, (c1 + c2) / 2, 2 * np.sqrt(c1 * c2) * np.sin(turn / 2)
    t = 1 - 0.17 * np.cos(np.radians(mean_h - 30)) + 0.24 * np.cos(np.radians(2 * mean_h))
    t += 0.32 * np.cos(np.radians(3 * mean_h + 6)) - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    off = (mean_l - 50) ** 2
    sl, sc, sh = 1 + 0.015 * off / np.sqrt(20 + off), 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    swing = np.radians(60 * np.exp(-(((mean_h - 275) / 25) ** 2)))
    rt = -np.sin(swing) * 2 * np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7))
    return np.sqrt(np.maximum((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * dc * dh / (sc * sh), 0))

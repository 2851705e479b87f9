"""Colors of other spaces in sRGB, for palette files. Numbers in, floats out, 0..1 inside sRGB, unclipped.

Palette files name no device, so inks are turned naively, as Scribus, Krita without profiles and CSS Color 4
(section 16.4, "device-cmyk") do: R = (1 - C)(1 - K). Lab and XYZ are those of print: D50, ICC.1:2010
section 6.3.4.3, brought to the D65 of sRGB by Bradford's adaptation. Gray is an sRGB value unless it is
said to be linear light. Plain Python, since the window opens before numpy does; tests hold it against
``core.color``.
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Sequence

Srgb = tuple[float, float, float]

D50 = (0.96422, 1.0, 0.82521)  # ICC.1:2010, section 6.3.4.3, as the tables of Lindbloom have it
XYZ_D50_TO_LINEAR = (  # Lindbloom, "RGB/XYZ matrices": sRGB under D50, by Bradford
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
LARGEST = 1e6  # beyond it, a number is damage and no color


def rgb(values: Sequence[float], most: float = 1.0) -> Srgb:
    """values: red, green, blue, 0..most."""
    r, g, b = _checked(values, 3)
    return r / most, g / most, b / most


def linear_rgb(values: Sequence[float]) -> Srgb:
    """values: linear light 0..1 with sRGB's primaries."""
    r, g, b = _checked(values, 3)
    return _encoded(r), _encoded(g), _encoded(b)


def cmyk(values: Sequence[float]) -> Srgb:
    """values: ink 0..1."""
    c, m, y, k = _checked(values, 4)
    return (1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)


def gray(value: float, linear: bool = False) -> Srgb:
    """value: 0 black to 1 white."""
    (value,) = _checked([value], 1)
    value = _encoded(value) if linear else value
    return value, value, value


def hsb(values: Sequence[float]) -> Srgb:
    """values: hue, of which 1 is a whole turn, saturation and brightness 0..1 (Smith 1978)."""
    hue, saturation, brightness = _checked(values, 3)
    return colorsys.hsv_to_rgb(hue % 1.0, min(max(saturation, 0.0), 1.0), brightness)


def hsl(values: Sequence[float]) -> Srgb:
    """values: hue, of which 1 is a whole turn, saturation and lightness 0..1 (CSS Color 4, section 7)."""
    hue, saturation, lightness = _checked(values, 3)
    return colorsys.hls_to_rgb(hue % 1.0, lightness, saturation)


def lab(values: Sequence[float]) -> Srgb:
    """values: L 0..100, a, b, under D50 (CIE 15:2004, eq. 8.3 to 8.8, turned around)."""
    lightness, a, b = _checked(values, 3)
    fy = (lightness + 16) / 116
    scaled = (_cube(fy + a / 500), _cube(fy), _cube(fy - b / 200))
    return xyz([share * white for share, white in zip(scaled, D50, strict=True)])


def xyz(values: Sequence[float]) -> Srgb:
    """values: X, Y, Z under D50, Y of white 1."""
    x, y, z = _checked(values, 3)
    r, g, b = (_encoded(row[0] * x + row[1] * y + row[2] * z) for row in XYZ_D50_TO_LINEAR)
    return r, g, b


def _checked(values: Sequence[float], count: int) -> Sequence[float]:
    """Raises ValueError for too few or too many numbers, and for those that are no color."""
    if len(values) != count:
        raise ValueError(f"it has {len(values)} numbers where its color has {count}")
    for value in values:
        if not math.isfinite(value) or abs(value) > LARGEST:
            raise ValueError("its numbers are no color")
    return values


def _cube(f: float) -> float:
    return f**3 if f > 6 / 29 else (116 * f - 16) / (29 / 3) ** 3


def _encoded(linear: float) -> float:
    """IEC 61966-2-1, odd about 0."""
    size = abs(linear)
    value = 12.92 * size if size <= 0.0031308 else 1.055 * size ** (1 / 2.4) - 0.055
    return math.copysign(value, linear)

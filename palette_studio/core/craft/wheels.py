"""Color wheels: circles on which harmonies are drawn, as angles against OKLCH hues.

A wheel says at which angle each OKLCH hue stands. On all of them 0 is red.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from palette_studio.core.color import srgb_to_oklch

# Full hues at every 60 degrees, sRGB 0..1, straight lines between them.
HSV = ((1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1), (1, 0, 1))
# Red, orange, yellow, green, blue, violet: the paints of Gossett & Chen 2004, "Paint inspired color mixing
# and compositing for visualization", figure 3; the edges of their cube, lines between its corners.
RYB = ((1, 0, 0), (1, 0.5, 0), (1, 1, 0), (0, 0.66, 0.2), (0.163, 0.373, 0.6), (0.5, 0, 0.5))
WHEELS = ("oklch", "hsv", "ryb")
STEPS = 720  # of a wheel's table; between them lines, off by less than 0.01 degrees
RISE = 1e-5  # degrees of hue a degree, so that there too every hue has one angle


@cache
def _table(wheel: str) -> tuple[np.ndarray, np.ndarray]:
    """Return ascending angles 0..360 and the OKLCH hues there, ascending over one turn."""
    corners = np.array({"hsv": HSV, "ryb": RYB}[wheel], np.float64)
    angles = np.linspace(0, 360, STEPS + 1)
    at = np.append(np.arange(6) * 60.0, 360.0)
    ring = np.concatenate([corners, corners[:1]])
    srgb = np.stack([np.interp(angles, at, ring[:, c]) for c in range(3)], axis=1)
    hues = np.degrees(np.unwrap(np.radians(srgb_to_oklch(srgb)[:, 2])))
    # From 227 degrees of HSV to its blue, OKLCH hues run back by 0.16: there the wheel all but stands still.
    ahead = np.minimum.accumulate(hues[::-1])[::-1]
    return angles, ahead - RISE * (-angles % 60)


def _check(wheel: str) -> None:
    if wheel not in WHEELS:
        raise ValueError(f"{wheel!r} is no color wheel; there are {', '.join(WHEELS)}")


def angle_of(hue_deg: ArrayLike, wheel: str) -> np.ndarray:
    """Return the angles, 0..360, at which OKLCH hues stand on a wheel.

    wheel: "oklch", where they are the hues, from that of sRGB's red on; "hsv", by the full hues of HSV; or
    "ryb", by the paints of Gossett & Chen. A hue stands where the wheel's color of that OKLCH hue does,
    whatever its lightness and chroma.
    Raises ValueError for another wheel.
    """
    _check(wheel)
    hues = np.asarray(hue_deg, np.float64)
    if wheel == "oklch":
        return (hues - RED) % 360
    angles, known = _table(wheel)
    return np.interp((hues - known[0]) % 360 + known[0], known, angles) % 360


def hue_of(angle_deg: ArrayLike, wheel: str) -> np.ndarray:
    """Return the OKLCH hues, 0..360, at angles of a wheel; the inverse of ``angle_of``."""
    _check(wheel)
    angle = np.asarray(angle_deg, np.float64)
    if wheel == "oklch":
        return (angle + RED) % 360
    return np.interp(angle % 360, *_table(wheel)) % 360


RED = float(srgb_to_oklch([1.0, 0.0, 0.0])[2])  # where the OKLCH wheel begins too

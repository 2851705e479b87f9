"""Which gamut a color lies in, and the nearest color that sRGB has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from palette_studio.core.color import (
    RGB_TO_XYZ,
    WHITE,
    ciede2000,
    linear_to_xyz,
    srgb_to_lab,
    srgb_to_linear,
    srgb_to_oklch,
    xyz_to_lab,
)
from palette_studio.core.craft.gamut import rgb_of
from palette_studio.core.palette import Rgb

# Chromaticities x, y of red, green and blue under D65: Display P3 as CSS Color 4 has it, section 10.4, after
# SMPTE RP 431-2.
P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
REC_2020 = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))  # ITU-R BT.2020-2, table 3; D65 too
SLACK = (
    5e-4  # of a channel, as CSS functions in core.color_text have it: what numbers of 3 digits put outside
)


def _xyz_of(primaries: tuple[tuple[float, float], ...]) -> np.ndarray:
    """Return the (3, 3) matrix from linear light of these primaries to XYZ, white being WHITE."""
    xyz = np.array([(x / y, 1.0, (1 - x - y) / y) for x, y in primaries]).T
    return xyz * np.linalg.solve(xyz, WHITE)


GAMUTS = {  # small to large
    "sRGB": np.linalg.inv(RGB_TO_XYZ),
    "Display P3": np.linalg.inv(_xyz_of(P3)),
    "Rec. 2020": np.linalg.inv(_xyz_of(REC_2020)),
}


@dataclass(frozen=True)
class Reach:
    """Where a color lies. inside: the gamuts that hold it, from small to large: sRGB, Display P3, Rec. 2020.

    nearest: the 8-bit sRGB color with its OKLCH lightness and hue and as much of its chroma as there is.
    alike: the 8-bit sRGB color from which it differs least by CIEDE2000, and difference: by how much.
    """

    inside: tuple[str, ...]
    nearest: Rgb
    alike: Rgb
    difference: float

    @property
    def words(self) -> str:
        """As a person reads it: "outside sRGB, inside Display P3"."""
        names = list(GAMUTS)
        smaller = names[: names.index(self.inside[0])] if self.inside else names
        *others, last = smaller or [""]
        outside = [f"outside {', '.join(others)} and {last}" if others else f"outside {last}"]
        return ", ".join([*(outside if smaller else []), *(f"inside {name}" for name in self.inside[:1])])


def reach(srgb: ArrayLike) -> Reach:
    """Return where a color lies. srgb: (3,), unclipped: outside 0..1 where it is outside sRGB.

    From other spaces: core.color's lab_to_srgb, oklch_to_srgb; from text: color_text.unbounded_color.
    """
    color = np.asarray(srgb, np.float64)
    xyz = linear_to_xyz(srgb_to_linear(color))
    inside = tuple(name for name, matrix in GAMUTS.items() if _holds(matrix @ xyz))
    nearest = rgb_of(srgb_to_oklch(color)[None])[0]
    alike, difference = _most_alike(xyz_to_lab(xyz), nearest)
    return Reach(inside, nearest, alike, difference)


def _holds(linear: np.ndarray) -> bool:
    edge = srgb_to_linear(np.array([-SLACK, 1 + SLACK]))  # sRGB's curve is near enough for Rec. 2020's
    return bool(((linear >= edge[0]) & (linear <= edge[1])).all())


def _most_alike(lab: np.ndarray, start: Rgb) -> tuple[Rgb, float]:
    """Return the 8-bit color of least CIEDE2000 from a CIELab color, and that difference.

    A search from ``start``: the best of its 26 neighbors at a distance, which is halved where none is better.
    """
    around = np.stack(np.meshgrid(*[(0, -1, 1)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    here, step = np.array(start), 32
    while step:
        near = np.clip(here + step * around, 0, 255)
        off = ciede2000(srgb_to_lab(near / 255), lab)
        best = int(off.argmin())  # the first one is here itself: it wins where others are as good
        if best == 0:
            step //= 2
        here = near[best]
    r, g, b = here.tolist()
    return (r, g, b), float(ciede2000(srgb_to_lab(here / 255), lab))

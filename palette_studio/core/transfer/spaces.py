"""Where colors are moved: CIELab, and the decorrelated space of Ruderman that Reinhard 2001 took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from palette_studio.core.tiles import each_block

# Reinhard et al. 2001, eq. 4, 6 and 8: RGB to cones, and logarithms of cones to l, alpha, beta
RGB_TO_LMS = np.array([[0.3811, 0.5783, 0.0402], [0.1967, 0.7244, 0.0782], [0.0241, 0.1288, 0.8444]])
LMS_TO_LAB = np.diag([3**-0.5, 6**-0.5, 2**-0.5]) @ np.array([[1, 1, 1], [1, 1, -2], [1, -1, 0]])
DARKEST = 1 / 255  # a logarithm needs some light


@dataclass(frozen=True)
class Space:
    """Two functions between (n, 3) float32 sRGB and places."""

    to_place: Callable[[np.ndarray], np.ndarray]
    to_srgb: Callable[[np.ndarray], np.ndarray]


def to_lab(srgb: np.ndarray) -> np.ndarray:
    """Return CIELab of (n, 3) sRGB, as (n, 3) float32."""
    from palette_studio.core.kernels import lab

    return _by_blocks(lab.to_lab, srgb)


def from_lab(places: np.ndarray) -> np.ndarray:
    """Return sRGB of (n, 3) CIELab, as (n, 3) float32; each channel is clipped to 0..1."""
    from palette_studio.core.kernels import lab

    return _by_blocks(lab.from_lab, places)


def _by_blocks(kernel: Callable[[np.ndarray, np.ndarray], None], colors: np.ndarray) -> np.ndarray:
    colors = np.ascontiguousarray(colors, np.float32)
    out = np.empty_like(colors)
    each_block(len(colors), lambda start, stop: kernel(colors[start:stop], out[start:stop]), block=1 << 16)
    return out


def _to_ruderman(srgb: np.ndarray) -> np.ndarray:
    cones = np.maximum(srgb.astype(np.float32), DARKEST) @ RGB_TO_LMS.T.astype(np.float32)
    return np.log10(cones) @ LMS_TO_LAB.T.astype(np.float32)


def _from_ruderman(places: np.ndarray) -> np.ndarray:
    cones = 10 ** (places @ np.linalg.inv(LMS_TO_LAB).T.astype(np.float32))
    return cones @ np.linalg.inv(RGB_TO_LMS).T.astype(np.float32)


SPACES = {"lab": Space(to_lab, from_lab), "lalphabeta": Space(_to_ruderman, _from_ruderman)}

"""Where colors are moved: CIELab, and the decorrelated space of Ruderman that Reinhard 2001 took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

# Reinhard et al. 2001, eq. 4, 6 and 8: RGB to cones, and logarithms of cones to l, alpha, beta
RGB_TO_LMS = np.array([[0.3811, 0.5783, 0.0402], [0.1967, 0.7244, 0.0782], [0.0241, 0.1288, 0.8444]])
LMS_TO_LAB = np.diag([3**-0.5, 6**-0.5, 2**-0.5]) @ np.array([[1, 1, 1], [1, 1, -2], [1, -1, 0]])
DARKEST = 1 / 255  # of linear light: a logarithm needs some


@dataclass(frozen=True)
class Space:
    """Two functions between (n, 3) float32 sRGB and places."""

    to_place: Callable[[np.ndarray], np.ndarray]
    to_srgb: Callable[[np.ndarray], np.ndarray]


def _converted(colors: np.ndarray, code: int) -> np.ndarray:
    return cv2.cvtColor(np.ascontiguousarray(colors, np.float32)[None], code)[0]


def to_lab(srgb: np.ndarray) -> np.ndarray:
    return _converted(srgb, cv2.COLOR_RGB2LAB)


def from_lab(lab: np.ndarray) -> np.ndarray:
    return _converted(lab, cv2.COLOR_LAB2RGB)


def _to_ruderman(srgb: np.ndarray) -> np.ndarray:
    cones = np.maximum(srgb.astype(np.float32), DARKEST) @ RGB_TO_LMS.T.astype(np.float32)
    return np.log10(cones) @ LMS_TO_LAB.T.astype(np.float32)


def _from_ruderman(places: np.ndarray) -> np.ndarray:
    cones = 10 ** (places @ np.linalg.inv(LMS_TO_LAB).T.astype(np.float32))
    return cones @ np.linalg.inv(RGB_TO_LMS).T.astype(np.float32)


SPACES = {"lab": Space(to_lab, from_lab), "lalphabeta": Space(_to_ruderman, _from_ruderman)}

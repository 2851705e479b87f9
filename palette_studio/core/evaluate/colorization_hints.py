"""Color from few points, by what learns nothing: Levin, OpenCV's smoother, the nearest hint, the mean."""

from __future__ import annotations

import numpy as np

from palette_studio.core.colorize.levin import spread
from palette_studio.core.evaluate.colorization import Truth, drawn

LIKE = 0.1  # sides of a picture that 1 L of CIELab counts as, times 100


def levin(truth: Truth, places: np.ndarray, chroma: np.ndarray) -> np.ndarray:
    """Return (h, w, 2) chroma: the exact solution of Levin, Lischinski, Weiss 2004."""
    picture, known = drawn(truth, places, chroma)
    return spread(truth.lab[..., 0] / 100, picture, known)


def smoother(truth: Truth, places: np.ndarray, chroma: np.ndarray) -> np.ndarray:
    """Return hints spread by OpenCV's fast global smoother (Min et al. 2014), with lightness as guide."""
    import cv2

    picture, known = drawn(truth, places, chroma)
    guide = np.rint(truth.lab[..., 0] * 2.55).clip(0, 255).astype(np.uint8)
    there = known.astype(np.float32)
    planes = [
        cv2.ximgproc.fastGlobalSmootherFilter(guide, np.ascontiguousarray(each), 1000.0, 4.0)
        for each in (*np.moveaxis(picture, -1, 0), there)
    ]
    return np.stack(planes[:2], -1) / np.maximum(planes[2], 1e-6)[..., None]


def nearest(truth: Truth, places: np.ndarray, chroma: np.ndarray) -> np.ndarray:
    """Return the chroma of the hint that is nearest in place and lightness."""
    light = truth.lab[..., 0]
    height, width = light.shape
    y, x = np.mgrid[:height, :width]
    near = LIKE * min(height, width)
    apart = [
        np.square(x - px) + np.square(y - py) + np.square((light - light[py, px]) * near / 10)
        for px, py in places
    ]
    return chroma[np.argmin(apart, 0)]


def mean(truth: Truth, places: np.ndarray, chroma: np.ndarray) -> np.ndarray:
    return np.broadcast_to(chroma.mean(0), (*truth.lab.shape[:2], 2))


PEERS = {"Levin 2004": levin, "OpenCV smoother": smoother, "nearest hint": nearest, "mean of hints": mean}

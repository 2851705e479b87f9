"""The region of a photo that a place in it belongs to: what hangs together with it and looks alike."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color import srgb_to_lab

LIGHT = 0.4  # how much lightness counts: shading runs over one thing, hue seldom does
ALIKE = 14.0  # CIELab, lightness weighed so, from the place's own color that is still the same thing
AROUND = 2  # pixels to each side whose median is the place's color


def region_at(pixels: np.ndarray, x: int, y: int, alike: float = ALIKE) -> np.ndarray:
    """Return (h, w) bool, the pixels that hang together with (x, y) and differ little from it in color.

    pixels: (h, w, 3|4) uint8 sRGB. The color of the place is the median of 5 x 5 pixels; small gaps, as
    grain makes them, are closed. The place itself is always inside.
    Raises ValueError for a place outside.
    """
    import cv2

    height, width = pixels.shape[:2]
    if not (0 <= x < width and 0 <= y < height):
        raise ValueError(f"({x}, {y}) is outside of {width} x {height} pixels")
    lab = np.asarray(srgb_to_lab(pixels[..., :3].astype(np.float32) / 255), np.float32)
    rows = slice(max(y - AROUND, 0), y + AROUND + 1)
    columns = slice(max(x - AROUND, 0), x + AROUND + 1)
    seed = np.median(lab[rows, columns].reshape(-1, 3), axis=0)
    off = (lab - seed) * np.array([LIGHT, 1, 1], np.float32)
    near = ((off * off).sum(axis=2) <= alike * alike).astype(np.uint8)
    near[y, x] = 1
    near = cv2.morphologyEx(near, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    labels = cv2.connectedComponents(near, connectivity=4)[1]
    return np.asarray(labels == labels[y, x])

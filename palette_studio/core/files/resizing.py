"""Photos at another size.

Smaller: each pixel is the mean, by area, of the light of those it replaces. It is what a camera with fewer
pixels would have seen: no halos, and fine bright detail does not go dark as it would in sRGB values.
Larger: Lanczos in sRGB values, where its ringing is even in light and dark; in light it would be black.
"""

from __future__ import annotations

import cv2
import numpy as np

from palette_studio.core.color import linear_to_srgb, srgb_to_linear


def size_within(pixels: np.ndarray, long_edge: int) -> tuple[int, int]:
    """Return (width, height) with the longer side ``long_edge`` px; those of the picture for 0."""
    height, width = pixels.shape[:2]
    if not long_edge:
        return width, height
    scale = long_edge / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def resized(pixels: np.ndarray, width: int, height: int) -> np.ndarray:
    """Return (height, width, 3|4) pixels of the same dtype; color counts as much as its alpha."""
    if pixels.shape[:2] == (height, width):
        return pixels
    smaller = height < pixels.shape[0] or width < pixels.shape[1]
    most = int(np.iinfo(pixels.dtype).max)
    curve = np.linspace(0, 1, most + 1)
    light = (srgb_to_linear(curve) if smaller else curve).astype(np.float32)
    parts = [light[pixels[..., channel]] for channel in range(3)]
    if pixels.shape[2] == 4:
        alpha = pixels[..., 3].astype(np.float32) / most
        parts = [part * alpha for part in parts] + [alpha]
    # one channel at a time: a whole picture of floats would be large
    parts = [_scaled(part, width, height, smaller) for part in parts]
    if pixels.shape[2] == 4:
        covered = parts[3] > 0
        parts[:3] = [np.where(covered, part / np.where(covered, parts[3], 1), 0) for part in parts[:3]]
    values = [linear_to_srgb(np.clip(part, 0, 1)) if smaller else part for part in parts[:3]] + parts[3:]
    return np.stack([np.rint(np.clip(v, 0, 1) * most).astype(pixels.dtype) for v in values], axis=2)


def _scaled(part: np.ndarray, width: int, height: int, smaller: bool) -> np.ndarray:
    way = cv2.INTER_AREA if smaller else cv2.INTER_LANCZOS4
    return cv2.resize(part, (width, height), interpolation=way)

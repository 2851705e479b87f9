"""Photos at another size.

Smaller: each pixel is the mean, by area, of the light of those it replaces. It is what a camera with fewer
pixels would have seen: no halos, and fine bright detail does not go dark as it would in sRGB values.
Larger: Lanczos in sRGB values, where its ringing is even in light and dark; in light it would be black.
"""

from __future__ import annotations

import cv2
import numpy as np

from palette_studio.core.color import linear_to_srgb, srgb_to_linear
from palette_studio.core.tiles import each_block


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
    result = np.empty((height, width, pixels.shape[2]), pixels.dtype)
    alpha = large = None
    if pixels.shape[2] == 4:
        alpha = pixels[..., 3].astype(np.float32) / most
        large = _scaled(alpha, width, height, smaller)
        result[..., 3] = np.rint(np.clip(large, 0, 1) * most)
    for channel in range(3):  # one at a time, and then some rows: a picture of floats is large
        part = light[pixels[..., channel]]
        if alpha is not None:
            part *= alpha
        part = _scaled(part, width, height, smaller)

        def finish(start: int, stop: int, part: np.ndarray = part, channel: int = channel) -> None:
            value = part[start:stop]
            if large is not None:
                seen = large[start:stop]
                value = np.where(seen > 0, value / np.where(seen > 0, seen, 1), 0)
            value = linear_to_srgb(np.clip(value, 0, 1)) if smaller else value
            result[start:stop, :, channel] = np.rint(np.clip(value, 0, 1) * most)

        each_block(height, finish)
        del part, finish
    return result


def _scaled(part: np.ndarray, width: int, height: int, smaller: bool) -> np.ndarray:
    way = cv2.INTER_AREA if smaller else cv2.INTER_LANCZOS4
    return cv2.resize(part, (width, height), interpolation=way)

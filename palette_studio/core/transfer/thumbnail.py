"""A photo made small, in CIELab: what its colors are, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.tiles import each_block
from palette_studio.core.transfer.spaces import to_lab


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """lab: (h, w, 3) float32. weight: (h, w) float32, 0..1, the share of it that shows."""

    lab: np.ndarray
    weight: np.ndarray


def thumbnail(pixels: np.ndarray, longest_px: int) -> Thumbnail:
    """Return the picture by area averages, its longer side at most so long; color counts by alpha."""
    height, width = pixels.shape[:2]
    scale = min(1.0, longest_px / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small, weight = _averaged(pixels, size)
    lab = to_lab(small.reshape(-1, 3)).reshape(small.shape)
    return Thumbnail(lab, weight)


def _averaged(pixels: np.ndarray, size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    import cv2

    most = np.float32(np.iinfo(pixels.dtype).max)
    if pixels.shape[2] == 3:
        small = cv2.resize(np.ascontiguousarray(pixels), size, interpolation=cv2.INTER_AREA)
        return small / most, np.ones(size[::-1], np.float32)
    # Each row is made as narrow as it will be before all rows are at hand as floats
    planes = np.empty((len(pixels), size[0], 4), np.float32)

    def work(start: int, stop: int) -> None:
        part = pixels[start:stop] / most
        part[..., :3] *= part[..., 3:]
        planes[start:stop] = cv2.resize(part, (size[0], stop - start), interpolation=cv2.INTER_AREA)

    each_block(len(pixels), work)
    planes = cv2.resize(planes, size, interpolation=cv2.INTER_AREA)
    weight = planes[..., 3]
    return planes[..., :3] / np.maximum(weight, np.float32(1e-6))[..., None], weight

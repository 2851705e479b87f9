"""The plain way: every distance, in numpy."""

from __future__ import annotations

import numpy as np

CHUNK = 1 << 20  # distances held at a time


def brute(points: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """Return (n,) indices of the nearest center of (n, 3) points, ties to the lower."""
    result = np.empty(len(points), np.intp)
    step = max(1, CHUNK // len(centers))
    for start in range(0, len(points), step):
        d, e, f = np.moveaxis(points[start : start + step, None] - centers[None], -1, 0)
        result[start : start + step] = (d * d + e * e + f * f).argmin(axis=1)
    return result

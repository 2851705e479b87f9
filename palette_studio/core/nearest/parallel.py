"""The compiled way: the same comparisons, one pass, no distances kept."""

from __future__ import annotations

import numpy as np


def parallel(points: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """Return (n,) indices of the nearest center of (n, 3) points, ties to the lower."""
    from palette_studio.core.kernels.labels import nearest_points

    result = np.empty(len(points), np.uint16)
    nearest_points(np.ascontiguousarray(points), np.ascontiguousarray(centers), result)
    return result

"""How colors can be compared, and where they lie by each measure."""

from __future__ import annotations

import numpy as np

# Euclidean distance, but for the last. In the order of the numbers that kernels.nearest_points gives them.
METRICS = ("rgb", "lab", "oklab", "ciede2000")
MOST_IN_CUBE = 256  # colors that one byte tells apart


def space_of(metric: str) -> int:
    """Return the number that the kernels know a metric by. Raises ValueError when there is no such metric."""
    if metric not in METRICS:
        raise ValueError(f"{metric!r} is no metric; there are {', '.join(METRICS)}")
    return METRICS.index(metric)


def light_of(dtype: np.dtype) -> np.ndarray:
    """Return linear light of every pixel value of uint8 or uint16."""
    from palette_studio.core.kernels.light import linear_table

    return linear_table(np.dtype(dtype))


def points_of(pixels: np.ndarray, metric: str) -> np.ndarray:
    """Return (n, 3) float64 places of (n, 3) uint8 or uint16 pixels: their values, Lab, or OKLab.

    CIEDE2000 is worked out from Lab.
    """
    from palette_studio.core.kernels.nearest_points import points

    result = np.empty((len(pixels), 3))
    points(space_of(metric), light_of(pixels.dtype), np.ascontiguousarray(pixels), result)
    return result


def centers_of(colors: np.ndarray, dtype: np.dtype, metric: str) -> np.ndarray:
    """Return (k, 3) float64 places of palette colors, (k, 3) 0..255, among pixels of uint8 or uint16."""
    most = int(np.iinfo(dtype).max)
    return points_of((colors.astype(np.int64) * (most // 255)).astype(dtype), metric)

"""Which exact search is done first, for the photo and palette at hand."""

from __future__ import annotations

import numpy as np

from palette_studio.core.nearest import at_hand, cache
from palette_studio.core.nearest.metrics import MOST_IN_CUBE

# Nanoseconds on one core, measured; only their ratios matter.
COMPARED = {"rgb": 0.25, "lab": 0.4, "oklab": 0.4, "ciede2000": 18.0}  # a pixel with a color, plainly
PLACED = {"rgb": 2.0, "lab": 15.0, "oklab": 60.0, "ciede2000": 15.0}  # a pixel in the space of the metric
LOOKED_UP = 1.5  # a pixel in a cube
BUILT = {"rgb": 4e6, "lab": 8e7, "oklab": 2e8, "ciede2000": 1e9}  # a cube
BUILT_MORE = {"rgb": 3e4, "lab": 3e5, "oklab": 3e5, "ciede2000": 1.3e7}  # for each of its colors
READ = 3e7  # a cube from disk
MOVED = 0.15  # of building, when a cube differs in one color
BOXED = {"rgb": 1e7, "lab": 2e7, "oklab": 2e7, "ciede2000": 5e8}  # lists of candidates for 16-bit boxes
CHOSEN = {"rgb": 10.0, "lab": 20.0, "oklab": 70.0, "ciede2000": 500.0}  # a pixel among the few of its box


def fastest(pixels: np.ndarray, colors: np.ndarray, metric: str) -> str:
    """Return "parallel" or "cube", whichever should take less time, with what is in memory or on disk."""
    if len(colors) > MOST_IN_CUBE:
        return "parallel"
    count = pixels.shape[0] * pixels.shape[1]
    plainly = count * (PLACED[metric] + COMPARED[metric] * len(colors))
    if pixels.dtype == np.uint16:
        return "parallel" if plainly <= BOXED[metric] + count * CHOSEN[metric] else "cube"
    if plainly <= count * LOOKED_UP:
        return "parallel"
    return "parallel" if plainly <= count * LOOKED_UP + _getting(colors, metric) else "cube"


def _getting(colors: np.ndarray, metric: str) -> float:
    """Return how long it takes to have the cube."""
    colors = colors.astype(np.uint8)
    if at_hand.in_memory(colors, metric):
        return 0.0
    built = BUILT[metric] + BUILT_MORE[metric] * len(colors)
    if at_hand.can_move(colors, metric):
        return MOVED * built
    if metric not in at_hand.QUICKLY_BUILT and cache.path_of(colors, metric).exists():
        return min(READ, built)
    return built

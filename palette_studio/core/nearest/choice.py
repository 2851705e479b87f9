"""Which exact search is done first, for the photo and palette at hand."""

from __future__ import annotations

import numpy as np

from palette_studio.core.nearest import at_hand, cache
from palette_studio.core.nearest.metrics import MOST_IN_CUBE

# Nanoseconds on one core, measured; only their ratios matter.
COMPARED = {"rgb": 0.25, "lab": 0.4, "oklab": 0.4, "ciede2000": 90.0}  # a pixel with a color, plainly
PLACED = {"rgb": 2.0, "lab": 15.0, "oklab": 60.0, "ciede2000": 15.0}  # a pixel in the space of the metric
LOOKED_UP = 1.5  # a pixel in a cube
BUILT = {"rgb": 6e6, "lab": 8e7, "oklab": 2e8, "ciede2000": 4e9}  # a cube, all in all
READ = 3e7  # a cube from disk
MOVED = 0.2  # of building, when a cube differs in one color
BOXED = {"rgb": 1e7, "lab": 2e7, "oklab": 2e7, "ciede2000": 6e8}  # lists of candidates for 16-bit boxes
CANDIDATES = 4  # in such a box, about


def fastest(pixels: np.ndarray, colors: np.ndarray, metric: str) -> str:
    """Return "parallel" or "cube", whichever should take less time, with what is in memory or on disk."""
    if len(colors) > MOST_IN_CUBE:
        return "parallel"
    count = pixels.shape[0] * pixels.shape[1]
    plainly = count * (PLACED[metric] + COMPARED[metric] * len(colors))
    if pixels.dtype == np.uint16:
        lists = BOXED[metric] + count * (PLACED[metric] + 4 * COMPARED[metric] * CANDIDATES)
        return "parallel" if plainly <= lists else "cube"
    if plainly <= count * LOOKED_UP:
        return "parallel"
    return "parallel" if plainly <= count * LOOKED_UP + _getting(colors, metric) else "cube"


def _getting(colors: np.ndarray, metric: str) -> float:
    """Return how long it takes to have the cube."""
    colors = colors.astype(np.uint8)
    if at_hand.in_memory(colors, metric):
        return 0.0
    if at_hand.can_move(colors, metric):
        return MOVED * BUILT[metric]
    if metric not in at_hand.QUICKLY_BUILT and cache.path_of(colors, metric).exists():
        return min(READ, BUILT[metric])
    return BUILT[metric]

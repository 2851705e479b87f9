"""How many swatches a picture wants."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.tick import Tick

COUNTED = range(2, 13)  # counts whose error draws the curve
FEWEST, MOST = 3, 10
BITS = 4  # the bins that the error is measured on


def count_of(
    histogram: ColorHistogram,
    method: Callable[[ColorHistogram, int, np.ndarray, Tick], np.ndarray],
    locked: np.ndarray,
    tick: Tick,
) -> int:
    """Return how many swatches a picture wants by a method, 3..10 (or as many as are locked).

    The knee of the error curve: root mean square Lab distance to the nearest swatch against k = 2..12, both
    scaled to 0..1; the k farthest below the chord from first to last (Satopaa et al. 2011).
    """
    points = histogram.bins("lab", BITS)
    errors = np.zeros(len(COUNTED))
    for i, k in enumerate(COUNTED):
        tick(i / len(COUNTED))
        errors[i] = _error(points, method(histogram, k, locked, _part(tick, i)))
    if errors[0] - errors[-1] < 1e-9:
        return max(FEWEST, len(locked))
    fall = (errors - errors[-1]) / (errors[0] - errors[-1])
    way = np.linspace(0, 1, len(errors))
    knee = COUNTED[int(np.argmax(1 - way - fall))]
    return max(min(max(knee, FEWEST), MOST), len(locked))


def _part(tick: Tick, i: int) -> Tick:
    return lambda fraction, partial=None: tick((i + fraction) / len(COUNTED))


def _error(points: Points, srgb: np.ndarray) -> float:
    centers = srgb_to_lab(np.clip(srgb, 0, 1))
    nearest = ((points.place[:, None] - centers) ** 2).sum(axis=2).min(axis=1)
    return float(np.sqrt((nearest * points.weight).sum() / points.weight.sum()))

"""What the methods share that cut the color cube up: colors that locked swatches take, means of the rest."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.tick import Tick

CLAIMED = 40.0  # Lab units over which a locked color takes the weight of those around it
BITS = 6

Cut = Callable[[Points, int, Tick], np.ndarray]


def beside_locked(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick, cut: Cut) -> np.ndarray:
    """Return the locked colors and those that ``cut`` finds in what they leave, (m, 3) sRGB.

    cut: from (n, 3) sRGB 0..1 points, the number wanted, and tick, to at most so many colors. Points are
    the mean colors of 64^3 bins, or all colors where bins are fewer than k. Around a locked color weights
    fall by 1 - exp(-(d / CLAIMED)^2), d in Lab: the others share out what is left.
    """
    points = histogram.points("srgb", BITS, k)
    weight, lab = points.weight.copy(), srgb_to_lab(points.place)
    for center in srgb_to_lab(locked):
        weight *= 1 - np.exp(-((lab - center) ** 2).sum(axis=1) / CLAIMED**2)
    left = weight > 0
    free = k - len(locked)
    if free <= 0 or not left.any():
        return locked
    return np.concatenate([locked, cut(Points(points.place[left], weight[left]), free, tick)])


def means(points: Points, group: np.ndarray) -> np.ndarray:
    """Return the weighted mean of each group, (m, 3). group: (n,) numbers from 0 on, none left out."""
    weight = np.bincount(group, points.weight)
    sums = [np.bincount(group, points.weight * points.place[:, c]) for c in range(3)]
    return np.stack(sums, axis=1) / weight[:, None]

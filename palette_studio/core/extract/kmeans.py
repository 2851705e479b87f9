"""A palette by weighted k-means in Lab after Chang et al. 2015, section 3.2."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.tick import Tick, no_tick

REACH = 80.0  # Chang 2015: seeds push each other away over this many Lab units
BLACK = np.zeros((1, 3))  # a center of its own, dropped from the palette: it keeps dark mud out of it
MOST_ROUNDS = 60  # photos settle in 4 to 20
BITS = 4


def kmeans(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, m <= k or as many as are locked; see extract.METHODS.

    Ties go to the center that comes first, to black last. Centers come from the mean Lab of each of 16^3
    bins of color, or from the distinct colors where bins are fewer than k.
    """
    points = histogram.points("lab", BITS, k)
    fixed = srgb_to_lab(locked)
    free = max(0, min(k, len(points.weight) + len(locked)) - len(locked))
    centers = np.concatenate([fixed, _seeds(points, free, fixed)])
    return lab_to_srgb(_settled(points, centers, len(locked), tick))


def _seeds(points: Points, count: int, locked: np.ndarray) -> np.ndarray:
    """Return (count, 3): again and again the heaviest point, those near it losing weight."""
    say = points.weight.astype(np.float64)
    for center in locked:
        say = say * (1 - np.exp(-_squared(points.place, center[None])[:, 0] / REACH**2))
    seeds = []
    for _ in range(min(count, len(say))):
        seeds.append(points.place[int(np.argmax(say))])
        say = say * (1 - np.exp(-_squared(points.place, seeds[-1][None])[:, 0] / REACH**2))
    return np.array(seeds).reshape(-1, 3)


def _squared(lab: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """Return (n, k) squared distances, exactly 0 where equal."""
    return ((lab[:, None] - centers[None]) ** 2).sum(axis=2)


def _settled(points: Points, centers: np.ndarray, fixed: int, tick: Tick) -> np.ndarray:
    """Return the centers that keep points once no point changes sides.

    A center left without points begins again at the point that errs most; the first ``fixed`` never move.
    """
    centers, before = centers.copy(), np.empty(0)
    for round_ in range(MOST_ROUNDS):
        tick(round_ / MOST_ROUNDS)
        label, loss = _assigned(points, centers)
        if np.array_equal(label, before):
            break
        before = label
        _recentered(points, centers, fixed, label, loss * points.weight)
    label, _ = _assigned(points, centers)
    weight = np.bincount(label, points.weight, len(centers) + 1)[:-1]
    return centers[(weight > 0) | (np.arange(len(centers)) < fixed)]


def _assigned(points: Points, centers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each point's nearest center (black is the last) and its squared distance."""
    squared = _squared(points.place, np.concatenate([centers, BLACK]))
    label = squared.argmin(axis=1)
    return label, squared[np.arange(len(label)), label]


def _recentered(points: Points, centers: np.ndarray, fixed: int, label: np.ndarray, loss: np.ndarray) -> None:
    """Move each free center to the mean of its points, or to the costliest point if it has none."""
    weight = np.bincount(label, points.weight, len(centers) + 1)
    for i in range(fixed, len(centers)):
        if weight[i] > 0:
            mine = label == i
            centers[i] = (points.place[mine] * points.weight[mine, None]).sum(axis=0) / weight[i]
        elif loss.max() > 0:
            worst = int(np.argmax(loss))
            centers[i], loss[worst] = points.place[worst], 0.0

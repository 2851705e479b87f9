"""A palette by weighted k-means in Lab after Chang et al. 2015, section 3.2."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

REACH = 80.0  # Chang 2015: seeds push each other away over this many Lab units
BLACK = np.zeros((1, 3))  # a center of its own, dropped from the palette: it keeps dark mud out of it
MOST_ROUNDS = 60  # photos settle in 4 to 20
AUTO = range(2, 13)  # counts whose error draws the curve
FEWEST_AUTO, MOST_AUTO = 3, 10


@dataclass(frozen=True, eq=False)
class Points:
    """Data points: (n, 3) Lab, and (n,) how many pixels each stands for."""

    lab: np.ndarray
    say: np.ndarray


def kmeans(points: Points, k: int, locked: np.ndarray) -> np.ndarray:
    """Return (m, 3) Lab centers, m <= k: the locked ones first, then those found. No randomness.

    locked: (l, 3) Lab centers that stay. Fewer points than k give fewer centers. Ties go to the center that
    comes first, to black last.
    """
    free = max(0, min(k, len(points.say) + len(locked)) - len(locked))
    return _settled(points, np.concatenate([locked, _seeds(points, free, locked)]), len(locked))[0]


def count_of(points: Points, locked: np.ndarray) -> int:
    """Return how many swatches a picture wants, 3..10 (or as many as are locked).

    The knee of the error curve: root mean square Lab distance to the nearest center against k = 2..12, both
    scaled to 0..1; the k farthest below the chord from first to last (Satopaa et al. 2011).
    """
    errors = np.array([_error(points, k, locked) for k in AUTO])
    if errors[0] - errors[-1] < 1e-9:
        return max(FEWEST_AUTO, len(locked))
    fall = (errors - errors[-1]) / (errors[0] - errors[-1])
    way = np.linspace(0, 1, len(errors))
    knee = AUTO[int(np.argmax(1 - way - fall))]
    return max(min(max(knee, FEWEST_AUTO), MOST_AUTO), len(locked))


def _error(points: Points, k: int, locked: np.ndarray) -> float:
    free = max(0, k - len(locked))
    centers = np.concatenate([locked, _seeds(points, free, locked)])
    distance = _settled(points, centers, len(locked))[1]
    return float(np.sqrt((distance * points.say).sum() / points.say.sum()))


def _seeds(points: Points, count: int, locked: np.ndarray) -> np.ndarray:
    """Return (count, 3): again and again the heaviest point, those near it losing weight."""
    say = points.say.astype(np.float64)
    for center in locked:
        say = say * (1 - np.exp(-_squared(points.lab, center[None])[:, 0] / REACH**2))
    seeds = []
    for _ in range(min(count, len(say))):
        seeds.append(points.lab[int(np.argmax(say))])
        say = say * (1 - np.exp(-_squared(points.lab, seeds[-1][None])[:, 0] / REACH**2))
    return np.array(seeds).reshape(-1, 3)


def _squared(lab: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """Return (n, k) squared distances, exactly 0 where equal."""
    return ((lab[:, None] - centers[None]) ** 2).sum(axis=2)


def _settled(points: Points, centers: np.ndarray, fixed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the centers that keep points once no point changes sides, and each point's squared distance.

    A center left without points begins again at the point that errs most; the first ``fixed`` never move.
    """
    centers, before = centers.copy(), np.empty(0)
    for _ in range(MOST_ROUNDS):
        label, loss = _assigned(points, centers)
        if np.array_equal(label, before):
            break
        before = label
        _recentered(points, centers, fixed, label, loss * points.say)
    label, loss = _assigned(points, centers)
    weight = np.bincount(label, points.say, len(centers) + 1)[:-1]
    return centers[(weight > 0) | (np.arange(len(centers)) < fixed)], loss


def _assigned(points: Points, centers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each point's nearest center (black is the last) and its squared distance."""
    squared = _squared(points.lab, np.concatenate([centers, BLACK]))
    label = squared.argmin(axis=1)
    return label, squared[np.arange(len(label)), label]


def _recentered(points: Points, centers: np.ndarray, fixed: int, label: np.ndarray, loss: np.ndarray) -> None:
    """Move each free center to the mean of its points, or to the costliest point if it has none."""
    weight = np.bincount(label, points.say, len(centers) + 1)
    for i in range(fixed, len(centers)):
        if weight[i] > 0:
            mine = label == i
            centers[i] = (points.lab[mine] * points.say[mine, None]).sum(axis=0) / weight[i]
        elif loss.max() > 0:
            worst = int(np.argmax(loss))
            centers[i], loss[worst] = points.lab[worst], 0.0

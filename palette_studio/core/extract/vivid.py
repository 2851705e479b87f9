"""Small vivid regions keep a color of their own in a small palette: a red flower in a meadow."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import numpy as np

from palette_studio.core.color import srgb_to_oklab
from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.tick import Tick, no_tick

BITS = 5  # bins of color in which regions are looked for
UNLIKE = 0.11  # OKLab distance in a and b from the nearest swatch: hue or chroma is plainly another
LEAST = 0.002  # share of the picture that is worth a swatch
RESCUED = 6  # at most one swatch in so many is given away: fewer colors have more to hold

Method = Callable[[ColorHistogram, int, np.ndarray, Tick], np.ndarray]


def keeps_vivid(method: Method) -> Method:
    """Return a palette method whose palettes have the small vivid regions too; see ``with_vivid``."""

    @wraps(method)
    def keeping(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        return with_vivid(histogram, method(histogram, k, locked, tick), len(locked))[0]

    return keeping


def with_vivid(histogram: ColorHistogram, srgb: np.ndarray, fixed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the (m, 3) palette in which what is vivid and missing took the place of what is missed least.

    Missing is what differs in a and b from its nearest color by UNLIKE or more, is more colorful than that
    one, and with its like makes up LEAST of the picture. Also returns the indices of the new colors.
    srgb: 0..1, the first ``fixed`` stay. A palette that misses nothing comes back as it is.
    """
    bins = histogram.bins("srgb", BITS)
    points = Points(srgb_to_oklab(bins.place), bins.weight, bins.holds)
    srgb, kept = srgb.copy(), list(range(fixed))
    for _ in range((len(srgb) - fixed) // RESCUED):
        place = srgb_to_oklab(np.clip(srgb, 0, 1))
        label = _labels(points.place, place)
        region = _missing(points, place, label)
        if region is None:
            break
        gone = _missed_least(points, place, label, kept)
        if gone is None:
            break
        srgb[gone] = _mean_color(histogram, points, region)
        kept.append(gone)
    return srgb, np.array(kept[fixed:], np.int64)


def _labels(place: np.ndarray, centers: np.ndarray) -> np.ndarray:
    from palette_studio.core.kernels.labels import nearest_points

    label = np.empty(len(place), np.int64)
    nearest_points(place, centers, label)
    return label


def _missing(points: Points, centers: np.ndarray, label: np.ndarray) -> np.ndarray | None:
    """Return a mask of the points of the heaviest vivid region that the palette misses, or None."""
    mine = centers[label]
    off = points.place - mine
    unlike = np.hypot(off[:, 1], off[:, 2])
    vivid = np.hypot(points.place[:, 1], points.place[:, 2]) > np.hypot(mine[:, 1], mine[:, 2])
    missing = (unlike >= UNLIKE) & vivid
    total = points.weight.sum()
    if points.weight[missing].sum() < LEAST * total:
        return None
    heaviest = points.place[np.argmax(np.where(missing, points.weight, 0.0))]
    region = missing & (((points.place - heaviest) ** 2)[:, 1:].sum(axis=1) < UNLIKE**2)
    return region if points.weight[region].sum() >= LEAST * total else None


def _missed_least(points: Points, centers: np.ndarray, label: np.ndarray, kept: list[int]) -> int | None:
    """Return the color, not one of ``kept``, whose points lose least when they go to their next nearest."""
    weight = np.bincount(label, points.weight, len(centers))
    squared = ((centers[:, None] - centers) ** 2).sum(axis=2)
    np.fill_diagonal(squared, np.inf)
    cost = weight * squared.min(axis=1)
    cost[kept] = np.inf
    gone = int(np.argmin(cost))
    return gone if np.isfinite(cost[gone]) else None


def _mean_color(histogram: ColorHistogram, points: Points, region: np.ndarray) -> np.ndarray:
    assert points.holds is not None
    inside = region[points.holds]
    return np.average(histogram.srgb[inside], axis=0, weights=histogram.weight[inside])

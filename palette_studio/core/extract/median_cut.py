"""A palette by median cut (Heckbert 1982, "Color image quantization for frame buffer display")."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.extract.boxes import beside_locked, means
from palette_studio.core.tick import Tick, no_tick


def median_cut(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: means of boxes with about as many pixels each."""
    return beside_locked(histogram, k, locked, tick, _cut)


def _cut(points: Points, k: int, tick: Tick) -> np.ndarray:
    """Halve the box that holds most, of those with more than one color, until there are ``k``."""
    boxes = [np.arange(len(points.weight))]
    holds = [float(points.weight.sum())]
    while len(boxes) < k:
        tick(len(boxes) / k)
        most = max(range(len(boxes)), key=lambda i: (holds[i] if len(boxes[i]) > 1 else 0.0, -i))
        if len(boxes[most]) < 2:
            break
        parts = _halves(points, boxes[most])
        boxes[most : most + 1] = parts
        holds[most : most + 1] = [float(points.weight[part].sum()) for part in parts]
    group = np.empty(len(points.weight), np.int64)
    for number, box in enumerate(boxes):
        group[box] = number
    return means(points, group)


def _halves(points: Points, box: np.ndarray) -> list[np.ndarray]:
    """Return the box cut across its longest side at the median pixel; each part has a color at least."""
    place = points.place[box]
    side = int(np.argmax(np.ptp(place, axis=0)))
    box = box[np.argsort(place[:, side], kind="stable")]
    below = np.cumsum(points.weight[box])
    cut = int(np.searchsorted(below, below[-1] / 2)) + 1
    cut = min(max(cut, 1), len(box) - 1)
    return [box[:cut], box[cut:]]

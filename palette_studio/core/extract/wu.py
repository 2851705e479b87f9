"""A palette by greedy cuts of least variance (Wu 1991, "Efficient statistical computations for optimal color
quantization", Graphics Gems II)."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.extract.boxes import beside_locked, means
from palette_studio.core.tick import Tick, no_tick

LEVELS = 32  # of each channel
Box = tuple[int, int, int, int, int, int]  # r from, to, g from, to, b from, to


def wu(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: the means of boxes of 32^3 cells."""
    return beside_locked(histogram, k, locked, tick, _cut)


def _cut(points: Points, k: int, tick: Tick) -> np.ndarray:
    """Cut the box of the largest sum of squares where that helps most, until there are ``k``."""
    cell = np.minimum((points.place * LEVELS).astype(np.int64), LEVELS - 1)
    table = _moments(points, cell)
    boxes: list[Box] = [(0, LEVELS, 0, LEVELS, 0, LEVELS)]
    spread = [_spread(table, boxes[0])]
    while len(boxes) < k:
        tick(len(boxes) / k)
        worst = int(np.argmax(spread))
        if spread[worst] <= 0:
            break
        parts = _best_parts(table, boxes[worst])
        if parts is None:
            spread[worst] = 0.0
            continue
        boxes[worst : worst + 1] = parts
        spread[worst : worst + 1] = [_spread(table, part) for part in parts]
    number = np.empty((LEVELS,) * 3, np.int64)
    for i, (r0, r1, g0, g1, b0, b1) in enumerate(boxes):
        number[r0:r1, g0:g1, b0:b1] = i
    group = number[cell[:, 0], cell[:, 1], cell[:, 2]]
    return means(points, np.unique(group, return_inverse=True)[1])


def _moments(points: Points, cell: np.ndarray) -> np.ndarray:
    """Return (5, 33, 33, 33) sums over all cells below: weight, three first moments, squares."""
    flat = np.ravel_multi_index((cell[:, 0], cell[:, 1], cell[:, 2]), (LEVELS,) * 3)
    squares = (points.place**2).sum(axis=1)
    values = [np.ones(len(flat)), *points.place.T, squares]
    table = np.zeros((5, LEVELS + 1, LEVELS + 1, LEVELS + 1))
    for i, value in enumerate(values):
        counted = np.bincount(flat, points.weight * value, LEVELS**3).reshape((LEVELS,) * 3)
        table[i, 1:, 1:, 1:] = counted.cumsum(axis=0).cumsum(axis=1).cumsum(axis=2)
    return table


def _slabs(table: np.ndarray, box: Box, axis: int) -> np.ndarray:
    """Return (5, n) moments of the box's part from its lower side up to each next level along ``axis``."""
    low, high = box[2 * axis], box[2 * axis + 1]
    others = [other for other in range(3) if other != axis]
    (u0, u1), (v0, v1) = ((box[2 * other], box[2 * other + 1]) for other in others)
    lines = np.moveaxis(table, axis + 1, 1)[:, low : high + 1]
    corner = lines[:, :, u1, v1] - lines[:, :, u0, v1] - lines[:, :, u1, v0] + lines[:, :, u0, v0]
    return corner[:, 1:] - corner[:, :1]


def _spread(table: np.ndarray, box: Box) -> float:
    """Return the sum of squares about the mean; 0 for a single cell, which cannot be cut."""
    weight, *first, squares = _slabs(table, box, 0)[:, -1]
    single = all(box[2 * axis + 1] - box[2 * axis] == 1 for axis in range(3))
    return 0.0 if single or weight <= 0 else float(squares - sum(f * f for f in first) / weight)


def _best_parts(table: np.ndarray, box: Box) -> list[Box] | None:
    """Return the two parts of least variance, or None where all is in one cell (Wu 1991, eq. 12 to 15)."""
    best, parts = 0.0, None
    for axis in range(3):
        below = _slabs(table, box, axis)
        whole = below[:4, -1:]
        above = whole - below[:4, :-1]
        below = below[:4, :-1]
        both = (below[0] > 1e-9 * whole[0]) & (above[0] > 1e-9 * whole[0])
        if not both.any():
            continue
        value = np.where(both, _scatter(below, both) + _scatter(above, both), 0.0)
        if value.max() > best:
            best, cut = float(value.max()), box[2 * axis] + 1 + int(np.argmax(value))
            low, high = list(box), list(box)
            low[2 * axis + 1] = high[2 * axis] = cut
            parts = [tuple(low), tuple(high)]
    return parts  # type: ignore[return-value]  # six numbers each


def _scatter(moments: np.ndarray, full: np.ndarray) -> np.ndarray:
    return (moments[1:] ** 2).sum(axis=0) / np.where(full, moments[0], 1.0)

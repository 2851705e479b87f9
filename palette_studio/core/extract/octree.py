"""A palette by an octree (Gervautz & Purgathofer 1988, "A simple method for color quantization")."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.extract.boxes import beside_locked, means
from palette_studio.core.tick import Tick, no_tick

DEPTH = 8


def octree(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: the means of what is in each leaf of the tree."""
    return beside_locked(histogram, k, locked, tick, _cut)


def _cut(points: Points, k: int, tick: Tick) -> np.ndarray:
    """Merge leaves from the deepest level up, into the parents of fewest pixels first, until ``k`` are left.

    Where all leaves of the last parent would be more than need go, only its lightest are merged.
    """
    cell = np.rint(points.place * 255).astype(np.int64)
    leaf = np.unique(_path(cell), return_inverse=True)
    paths, group = leaf[0], leaf[1]
    for level in range(DEPTH - 1, -1, -1):
        tick(1 - level / DEPTH)
        if len(paths) <= k:
            break
        weight = np.bincount(group, points.weight)
        merged = _merged(paths >> 3, weight, len(paths) - k)
        paths, group = _numbered(paths, merged, group)
    return means(points, group)


def _path(cell: np.ndarray) -> np.ndarray:
    """Return the way from the root to each color: three bits a level, the root's first."""
    path = np.zeros(len(cell), np.int64)
    for bit in range(DEPTH - 1, -1, -1):
        for c in range(3):
            path = path << 1 | (cell[:, c] >> bit & 1)
    return path


def _merged(parents: np.ndarray, weight: np.ndarray, excess: int) -> np.ndarray:
    """Return (n,) for each leaf the first of the leaves it is merged with, itself where it stays.

    parents: (n,) ascending. excess: how many leaves are to go; fewer go where the level has no more.
    """
    first, count = np.unique(parents, return_index=True, return_counts=True)[1:]
    order = np.argsort(np.add.reduceat(weight, first), kind="stable")
    going = np.empty_like(count)
    going[order] = np.diff(np.minimum(np.cumsum(count[order] - 1), excess), prepend=0)
    into = np.where(np.repeat(going == count - 1, count), np.repeat(first, count), np.arange(len(parents)))
    for parent in np.flatnonzero((going > 0) & (going < count - 1)):  # one at most
        leaves = np.arange(first[parent], first[parent] + count[parent])
        lightest = leaves[np.argsort(weight[leaves], kind="stable")][: going[parent] + 1]
        into[lightest] = lightest.min()
    return into


def _numbered(paths: np.ndarray, into: np.ndarray, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the paths of the leaves left, one level up, and the leaf of each point."""
    left, number = np.unique(into, return_inverse=True)
    return paths[left] >> 3, number[group]

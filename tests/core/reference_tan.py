"""Tan 2018, section 3.1, as plainly as it can be said: every edge solved anew each time, by a library.

Only for tests and benchmarks; nothing here shares code with what it is held against.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import linprog
from scipy.spatial import ConvexHull

FAR = 16  # a corner farther from the gamut, 0..1, would be the tip of a needle


def plainly_simplified(colors: np.ndarray, count: int) -> np.ndarray:
    """Return the corners, at least ``count``, of the hull of (n, 3) colors once edges have collapsed."""
    hull = ConvexHull(colors)
    while len(hull.vertices) > count:
        faces = hull.points[hull.simplices]
        areas = np.linalg.norm(np.cross(faces[:, 1] - faces[:, 0], faces[:, 2] - faces[:, 0]), axis=1) / 2
        best = min((collapse(hull, areas, edge) for edge in edges_of(hull)), key=lambda found: found[0])
        if not np.isfinite(best[0]):
            break
        kept = [i for i in hull.vertices if i not in best[2]]
        hull = ConvexHull(np.concatenate([hull.points[kept], best[1][None]]))
    return hull.points[hull.vertices]


def edges_of(hull: ConvexHull) -> set[tuple[int, int]]:
    pairs = hull.simplices[:, [[0, 1], [0, 2], [1, 2]]].reshape(-1, 2)
    return {(min(a, b), max(a, b)) for a, b in pairs.tolist()}


def collapse(
    hull: ConvexHull, areas: np.ndarray, edge: tuple[int, int]
) -> tuple[float, np.ndarray, tuple[int, int]]:
    """Return the volume added when the edge becomes a vertex outside all its faces, that vertex, the edge."""
    near = np.isin(hull.simplices, edge).any(axis=1)
    normals, offsets, areas = hull.equations[near, :3], -hull.equations[near, 3], areas[near]
    goal = areas @ normals
    found = linprog(goal, A_ub=-normals, b_ub=-offsets, bounds=(-FAR, FAR), method="highs")
    if not found.success or np.abs(found.x).max() > FAR - 1e-6:
        return np.inf, np.zeros(3), edge
    return float(goal @ found.x - areas @ offsets) / 3, found.x, edge

"""Few corners around colors on a plane or on a line: what a polyhedron is where there is no volume."""

from __future__ import annotations

import numpy as np


def polygon(points: np.ndarray, count: int) -> np.ndarray:
    """Return (c, 2) corners, 3 <= c <= count where it can be, of a convex polygon around (n, 2) points.

    Again and again the edge whose neighbors, made longer, meet with least added area gives way to the point
    where they meet. Raises scipy.spatial.QhullError when the points lie on a line.
    """
    from scipy.spatial import ConvexHull

    corners = points[ConvexHull(points).vertices]
    while len(corners) > max(3, count):
        place, area = _meetings(corners)
        least = int(np.argmin(area))
        if not np.isfinite(area[least]):
            break
        corners = np.roll(corners, -least, axis=0)
        corners = np.concatenate([place[least][None], corners[2:]])
    return corners


def _meetings(corners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (c, 2) where the neighbors of each edge meet beyond it, and (c,) the areas added, or infinity.

    Edge i goes from corner i to corner i + 1; corners run counterclockwise.
    """
    start, end = corners, np.roll(corners, -1, axis=0)
    before, after = start - np.roll(corners, 1, axis=0), end - np.roll(corners, -2, axis=0)
    across = _cross(before, after)
    with np.errstate(divide="ignore", invalid="ignore"):
        along = _cross(end - start, after) / across
        place = start + along[:, None] * before
        area = np.abs(_cross(end - start, place - start)) / 2
    # Neighbors that turn by half a circle or more never meet beyond their edge.
    return place, np.where((along > 0) & (across < 0), area, np.inf)


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]

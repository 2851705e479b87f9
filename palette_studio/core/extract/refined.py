"""A hull palette drawn toward colors that the picture has (Wang, Liu & Xu 2019, "An improved geometric
approach for palette-based image decomposition and recoloring", section 4)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.extract.hull import hull
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

OUTSIDE = 20.0  # lambda: what distance outside the polyhedron counts beside a corner's from its colors
NEIGHBORS = 0.001  # share of the picture that is a corner's own colors
SWEEPS, STEPS, PRECISION = 2, 10, 1e-4  # over all corners; along each one's way, then closer
BITS = 5  # bins of color that stand for the picture


@dataclass(frozen=True, eq=False)
class Polyhedron:
    """(m, 3) corners, sRGB 0..1, and (f, 3) triangles counter-clockwise from outside, which move with them.

    It may cease to be convex.
    """

    corners: np.ndarray
    faces: np.ndarray

    @classmethod
    def around(cls, corners: np.ndarray) -> Polyhedron:
        """Return the hull of corners, but for those inside. Raises scipy.spatial.QhullError in a plane."""
        from scipy.spatial import ConvexHull

        found = ConvexHull(corners)
        faces = found.simplices.astype(np.int64)
        a, b, c = (corners[faces[:, i]] for i in range(3))
        inward = (np.cross(b - a, c - a) * found.equations[:, :3]).sum(axis=1) < 0
        faces[inward] = faces[inward, ::-1]
        return cls(corners, np.ascontiguousarray(faces))

    def with_corner(self, index: int, place: np.ndarray) -> Polyhedron:
        corners = self.corners.copy()
        corners[index] = place
        return Polyhedron(corners, self.faces)

    def distance(self, places: np.ndarray) -> np.ndarray:
        """Return (n,) how far places lie outside, 0 inside."""
        from palette_studio.core.kernels import mean_value_loss

        out = np.empty(len(places))

        def work(start: int, stop: int) -> None:
            mean_value_loss.outside(places[start:stop], self.corners, self.faces, out[start:stop])

        each_block(len(places), work, block=1024)
        return out


def refined(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: the corners of the hull, refined.

    Each corner in turn goes toward its own colors as far as that lowers OUTSIDE times the mean distance of
    the picture from the polyhedron plus the mean distance of the corners from their colors inside. Bins of
    color stand for the samples of the paper, weighing what they hold. Palettes in a plane stay as they are.
    """
    from scipy.spatial import QhullError

    corners = hull(histogram, k, locked, lambda fraction, partial=None: tick(fraction * 0.7))
    if len(corners) < 4:
        return corners
    try:
        polyhedron = Polyhedron.around(corners)
    except QhullError:
        return corners
    points, moves = histogram.bins("srgb", BITS), np.unique(polyhedron.faces)
    moves = np.tile(moves[moves >= len(locked)], SWEEPS)
    for number, index in enumerate(moves):
        polyhedron = _drawn(points, polyhedron, int(index))
        tick(0.7 + 0.3 * (number + 1) / len(moves))
    return polyhedron.corners


def loss(points: Points, polyhedron: Polyhedron) -> float:
    """Return OUTSIDE times the mean distance from the polyhedron, plus the mean of corners from their own."""
    off = polyhedron.distance(points.place)
    apart = [np.linalg.norm(corner - _own(points, corner, off <= 0)) for corner in polyhedron.corners]
    return float(OUTSIDE * np.average(off, weights=points.weight) + np.mean(apart))


def _own(points: Points, corner: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Return the mean of the NEIGHBORS nearest to a corner, of those ``among`` the points; itself if none."""
    place, weight = points.place[among], points.weight[among]
    if not len(place):
        return corner
    order = np.argsort(((place - corner) ** 2).sum(axis=1), kind="stable")
    before = np.cumsum(weight[order]) - weight[order]
    taken = np.clip(NEIGHBORS * points.weight.sum() - before, 0, weight[order])
    return taken @ place[order] / taken.sum()


def _drawn(points: Points, polyhedron: Polyhedron, index: int) -> Polyhedron:
    """Return the polyhedron with one corner where the loss is least between it and its own colors."""
    from scipy.optimize import minimize_scalar

    corner, count = polyhedron.corners[index], len(polyhedron.corners)
    aim = _own(points, corner, np.ones(len(points.weight), bool))
    own = _own(points, corner, polyhedron.distance(points.place) <= 0)
    near = polyhedron.with_corner(index, aim)
    there = (near.distance(points.place) > 0) | (polyhedron.distance(points.place) > 0)
    place, weight = points.place[there], points.weight[there] / points.weight.sum()

    def cost(share: float) -> float:
        moved = polyhedron.with_corner(index, aim + share * (corner - aim))
        return float(
            OUTSIDE * (weight @ moved.distance(place)) + np.linalg.norm(moved.corners[index] - own) / count
        )

    shares = np.linspace(0, 1, STEPS + 1)
    costs = [cost(share) for share in shares]
    best = int(np.argmin(costs))
    around = max(0.0, shares[best] - 1 / STEPS), min(1.0, shares[best] + 1 / STEPS)
    found = minimize_scalar(cost, bounds=around, method="bounded", options={"xatol": PRECISION})
    share = float(found.x) if found.fun < costs[best] else float(shares[best])
    return polyhedron.with_corner(index, aim + share * (corner - aim))

"""A picture's pixels as mixtures of a few extreme ones, by their color and their place: its RGBXY hull."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.hull.tessellation import Tessellation, maps_of
from palette_studio.core.scene import Part, Scene
from palette_studio.core.tiles import each_block

CELLS = 24  # along each side of the picture, whose extreme colors are looked at
AIMS = 256  # directions in five dimensions along which the farthest pixel is a corner
ROUNDS = 3  # in which corners are added where the hull leaves most outside
SLACK = 3.0 / 255  # what may stay outside
ADDED = 64  # corners in a round
JITTER = 1e-5  # so that no six corners lie on one sphere, no pixel on a face


@dataclass(frozen=True, eq=False)
class Places:
    """A Delaunay tessellation of corners (n, 5): r, g, b, x, y, each 0..1. See kernels.simplices.

    center: (5,) inside, in simplex ``home``. bounds: (2, 2) the least and most x and y of the corners.
    """

    corners: np.ndarray
    simplices: np.ndarray
    neighbors: np.ndarray
    maps: np.ndarray
    center: np.ndarray
    home: int
    bounds: np.ndarray

    @classmethod
    def of(cls, scene: Scene) -> Places | None:
        """Return the tessellation of a scene, or None where its pixels span no five dimensions."""
        from scipy.spatial import Delaunay, QhullError

        try:
            corners = _corners(_extremes(scene.pixels))
            corners = corners + np.random.default_rng(0).uniform(-JITTER, JITTER, corners.shape)
            found = Delaunay(corners)
            maps = maps_of(corners, found.simplices)
        except (QhullError, np.linalg.LinAlgError):
            return None
        center = corners.mean(axis=0)
        home = int(np.argmax((maps @ np.append(center, 1.0)).min(axis=1)))
        height, width = scene.pixels.shape[:2]
        bounds = np.array([[0.5 / width, 1 - 0.5 / width], [0.5 / height, 1 - 0.5 / height]])
        simplices, neighbors = (np.ascontiguousarray(a, np.int32) for a in (found.simplices, found.neighbors))
        return cls(corners, simplices, neighbors, maps, center, home, bounds)

    def mix(
        self, pixels: np.ndarray, part: Part, mixture: np.ndarray, swatches: Tessellation, out: np.ndarray
    ) -> None:
        """Write (h, k, w) uint16 shares of swatches, 65535 is all. mixture: (n, k) of them in the corners."""
        from palette_studio.core.kernels import layers as kernels

        step = np.array([1 / part.width, 1 / part.height])
        corner = (np.array([part.x, part.y]) + 0.5) * step
        scale = 1.0 / np.iinfo(pixels.dtype).max
        own = (self.simplices, self.neighbors, self.maps, self.center, self.home, self.bounds)
        kernels.mixed_in_place(pixels, scale, corner, step, own, mixture, swatches.arrays, out)


def _extremes(pixels: np.ndarray) -> np.ndarray:
    """Return (n, 5) r, g, b, x, y of the pixels extreme in color in each cell of a grid, read row by row.

    A corner of the hull is extreme in its cell, but for cells' own size.
    """
    from palette_studio.core.kernels import places as kernels

    height, width = pixels.shape[:2]
    rows, columns = min(CELLS, height), min(CELLS, width)
    found = np.full((rows, columns, 2 * len(kernels.AXES)), -1, np.int64)
    each_block(rows, lambda a, b: kernels.extremes(pixels, a, b, found), block=1)
    place = np.unique(found[found >= 0])
    y, x = np.divmod(place, width)
    colors = pixels[y, x, :3] / 255
    return np.concatenate([colors, ((x + 0.5) / width)[:, None], ((y + 0.5) / height)[:, None]], axis=1)


def _corners(points: np.ndarray) -> np.ndarray:
    """Return those of (n, 5) points whose hull leaves little outside. Raises QhullError in a plane."""
    from scipy.spatial import ConvexHull, QhullError

    if len(points) < 7:
        raise QhullError("a hull in five dimensions has at least six corners")
    aims = np.random.default_rng(0).standard_normal((AIMS, 5))
    chosen = np.unique(np.argmax(points @ aims.T, axis=0))
    for _ in range(ROUNDS):
        hull = ConvexHull(points[chosen])
        farthest, distance = _farthest(points, hull.equations)
        beyond = np.unique(farthest[distance > SLACK])
        if not len(beyond):
            break
        worst = np.full(len(points), 0.0)
        np.maximum.at(worst, farthest, distance)
        beyond = beyond[np.argsort(-worst[beyond], kind="stable")[:ADDED]]
        chosen = np.unique(np.concatenate([chosen, beyond]))
    return points[chosen]


def _farthest(points: np.ndarray, planes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return for each plane (f, 6) the index of the point farthest outside of it and how far it lies."""
    index, distance = np.empty(len(planes), np.int64), np.empty(len(planes))
    normals = planes[:, :5].astype(np.float32)
    across = np.ascontiguousarray(points.T, np.float32)  # 1e-7 is nothing beside the slack, and half the time

    def work(start: int, stop: int) -> None:
        off = normals[start:stop] @ across
        index[start:stop] = off.argmax(axis=1)
        distance[start:stop] = np.take_along_axis(off, index[start:stop, None], axis=1)[:, 0]

    each_block(len(planes), work, block=64)
    return index, distance + planes[:, 5]

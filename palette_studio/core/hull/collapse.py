"""A convex hull of few vertices that encloses colors: edges collapse where that adds least volume."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

Edge = tuple[int, int]
FEWEST = 4  # vertices of a polyhedron


@dataclass(frozen=True, eq=False)
class Polyhedron:
    """A convex polyhedron with triangular faces.

    points: (n, 3), of which (v,) ``corners`` are the vertices. faces: (m, 3) indices of points.
    normals: (m, 3) of unit length, pointing out. offsets: (m,), n . x on the face. areas: (m,).
    """

    points: np.ndarray
    corners: np.ndarray
    faces: np.ndarray
    normals: np.ndarray
    offsets: np.ndarray
    areas: np.ndarray

    @classmethod
    def around(cls, points: np.ndarray, among: np.ndarray | None = None) -> Polyhedron:
        """Return the hull of (n, 3) points, or of some ``among`` them.

        Raises scipy.spatial.QhullError when they lie in a plane.
        """
        from scipy.spatial import ConvexHull

        rows = np.arange(len(points)) if among is None else among
        hull = ConvexHull(points[rows])
        faces = np.sort(rows[hull.simplices], axis=1)
        faces = faces[order := np.lexsort(faces.T[::-1])]
        a, b, c = (points[faces[:, i]] for i in range(3))
        areas = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
        plane = hull.equations[order]
        corners = np.sort(rows[hull.vertices])
        return cls(points, corners, faces, plane[:, :3].copy(), -plane[:, 3].copy(), areas)

    @property
    def places(self) -> np.ndarray:
        """(v, 3) of the vertices."""
        return self.points[self.corners]

    @property
    def edges(self) -> np.ndarray:
        """(e, 2) of points, each once, ascending."""
        return np.unique(self.faces[:, [[0, 1], [0, 2], [1, 2]]].reshape(-1, 2), axis=0)


def simplified(colors: np.ndarray) -> Iterator[Polyhedron]:
    """Yield the hull of (n, 3) colors, then hulls around it of one vertex fewer each time, or less.

    Again and again the edge whose collapse adds least volume becomes one vertex outside all faces that it
    touched (Tan, Echevarria & Gingold 2018, "Efficient palette-based decomposition and recoloring of images
    via RGBXY-space geometry", section 3.1). Ends where no edge can collapse. Hulls are not clipped.
    Raises scipy.spatial.QhullError when the colors lie in a plane.
    """
    hull = Polyhedron.around(np.ascontiguousarray(colors, np.float64))
    hull = Polyhedron.around(hull.places)
    known: dict[Edge, tuple[float, np.ndarray]] = {}
    yield hull
    while len(hull.corners) > FEWEST:
        _solve(hull, known)
        edge = min(known, key=lambda edge: (known[edge][0], edge))
        cost, place = known[edge]
        if not np.isfinite(cost):
            return
        after = _collapsed(hull, edge, place)
        _forget(hull, after, known)
        hull = after
        yield hull


def _solve(hull: Polyhedron, known: dict[Edge, tuple[float, np.ndarray]]) -> None:
    """Find out what each edge costs that is not known: those whose faces have changed."""
    from palette_studio.core.kernels import hull as kernels

    edges = [(a, b) for a, b in hull.edges.tolist() if (a, b) not in known]
    cost, place = np.empty(len(edges)), np.empty((len(edges), 3))
    kernels.collapses(hull.faces, hull.normals, hull.offsets, hull.areas, np.array(edges), cost, place)
    known.update(zip(edges, zip(cost.tolist(), place, strict=True), strict=True))


def _collapsed(hull: Polyhedron, edge: Edge, place: np.ndarray) -> Polyhedron:
    points = np.concatenate([hull.points, place[None]])
    kept = hull.corners[(hull.corners != edge[0]) & (hull.corners != edge[1])]
    return Polyhedron.around(points, np.append(kept, len(hull.points)))


def _forget(before: Polyhedron, after: Polyhedron, known: dict[Edge, tuple[float, np.ndarray]]) -> None:
    """Drop the edges with a vertex on a face that has come or gone: all others touch the same faces still."""
    changed = set(map(tuple, before.faces.tolist())) ^ set(map(tuple, after.faces.tolist()))
    touched = {vertex for face in changed for vertex in face}
    for edge in [edge for edge in known if edge[0] in touched or edge[1] in touched]:
        del known[edge]

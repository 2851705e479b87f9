"""Swatches as corners of tetrahedra that fill their hull: what share of each is in a color."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FLAT = 1e-10  # volume of a tetrahedron, in a cube of 1, that holds nothing which its neighbors do not
THIN = 1e-6  # extent of swatches that lie in a plane, on a line, at a point


@dataclass(frozen=True, eq=False)
class Tessellation:
    """Where (k, 3) points, sRGB 0..1, share out all colors among them.

    tetrahedra: (t, 4) indices of points, and maps: (t, 4, 4) from (r, g, b, 1) to the shares of the four.
    faces: (f, 3) of the surface, on which colors outside have their nearest place; points that lie in a
    plane, on a line or at one place have no tetrahedra, and faces that may be segments and points. planes:
    (f, 4) of the faces where there are tetrahedra, pointing out: p . (r, g, b, 1) is 0 on a face.
    convex: all points are corners of their hull, which has a volume.
    """

    points: np.ndarray
    tetrahedra: np.ndarray
    maps: np.ndarray
    faces: np.ndarray
    planes: np.ndarray
    convex: bool

    @classmethod
    def of(cls, points: np.ndarray) -> Tessellation:
        """Return the tessellation of (k, 3) distinct points, k >= 1.

        Points in convex position are joined to the darkest, the one of least r + g + b, as Tan 2018 (section
        3.2) has it, so that shades of a color share one hue; others by Delaunay.
        """
        from scipy.spatial import QhullError

        points = np.ascontiguousarray(points, np.float64)
        for fill in (_filled, _plane):
            try:
                return fill(points)
            except QhullError:
                continue
        return _line(points)

    @property
    def arrays(self) -> tuple[np.ndarray, ...]:
        """As kernels.layers takes them."""
        return self.points, self.tetrahedra, self.maps, self.faces, self.planes

    def shares(self, colors: np.ndarray) -> np.ndarray:
        """Return (n, k) float64 shares in (n, 3) colors: sRGB 0..1, or uint8 or uint16; rows sum to 1."""
        from palette_studio.core.kernels import layers as kernels
        from palette_studio.core.tiles import each_block

        out = np.empty((len(colors), len(self.points)))
        whole = colors.dtype.kind == "u"
        scale = 1.0 / np.iinfo(colors.dtype).max if whole else 1.0
        colors = np.ascontiguousarray(colors) if whole else np.ascontiguousarray(colors, np.float64)
        if colors.flags.writeable:
            colors = colors.view()
            colors.flags.writeable = False

        def work(start: int, stop: int) -> None:
            part, own = colors[start:stop], out[start:stop]
            kernels.shared(part, scale, self.arrays, own)

        each_block(len(colors), work, block=4096)
        return out


def maps_of(points: np.ndarray, simplices: np.ndarray) -> np.ndarray:
    """Return (m, d + 1, d + 1): from a point with 1 appended to its shares of each simplex's corners."""
    corners = points[simplices]
    return np.ascontiguousarray(
        np.linalg.inv(np.concatenate([corners, np.ones((*simplices.shape, 1))], axis=2).transpose(0, 2, 1))
    )


def _filled(points: np.ndarray) -> Tessellation:
    """Raises QhullError for points in a plane."""
    from scipy.spatial import ConvexHull, Delaunay, QhullError

    if _extent(points)[2] < THIN:
        raise QhullError("the swatches lie in a plane")
    hull = ConvexHull(points)
    convex = len(hull.vertices) == len(points)
    if convex:
        darkest = int(np.argmin(points.sum(axis=1)))
        apart = hull.simplices[(hull.simplices != darkest).all(axis=1)]
        tetrahedra = np.concatenate([np.full((len(apart), 1), darkest), apart], axis=1)
    else:
        tetrahedra = Delaunay(points).simplices
    corners = points[tetrahedra]
    volume = np.abs(np.linalg.det(corners[:, 1:] - corners[:, :1])) / 6
    tetrahedra = np.ascontiguousarray(tetrahedra[volume > FLAT], np.int64)
    faces = np.ascontiguousarray(hull.simplices, np.int64)
    return Tessellation(points, tetrahedra, maps_of(points, tetrahedra), faces, hull.equations.copy(), convex)


def _extent(points: np.ndarray) -> np.ndarray:
    """Return (3,) the extent along each principal axis, falling."""
    around = points - points.mean(axis=0)
    return np.linalg.svd(np.concatenate([around, np.zeros((3, 3))]), compute_uv=False)


def _flat(points: np.ndarray, faces: np.ndarray) -> Tessellation:
    none = np.empty((0, 4), np.int64)
    faces = np.ascontiguousarray(faces, np.int64)
    return Tessellation(points, none, np.empty((0, 4, 4)), faces, np.empty((0, 4)), convex=False)


def _plane(points: np.ndarray) -> Tessellation:
    """Raises QhullError for points on a line."""
    from scipy.spatial import Delaunay, QhullError

    if len(points) < 3 or _extent(points)[1] < THIN:
        raise QhullError("the swatches lie on a line")
    axes = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)[2]
    return _flat(points, Delaunay(points @ axes[:2].T).simplices)


def _line(points: np.ndarray) -> Tessellation:
    if len(points) == 1:
        return _flat(points, np.zeros((1, 3)))
    axis = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)[2][0]
    order = np.argsort(points @ axis, kind="stable")
    return _flat(points, np.stack([order[:-1], order[1:], order[1:]], axis=1))

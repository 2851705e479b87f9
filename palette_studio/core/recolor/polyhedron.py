"""The polyhedron whose corners are the swatches, for any number of them anywhere in the cube of colors."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from palette_studio.core.color import lab_to_srgb
from palette_studio.core.recolor.swatches import Moves

FLAT = 10.0  # of 255: a body thinner than this is its middle plane, a plane figure its middle line
APART = 0.5  # of their distance is what swatches must keep of it in that plane or line
MINOR = 0.1  # of its largest share in a swatch inside: a corner of less has no say in where that one rules


class Mesh(NamedTuple):
    """What the kernel needs to know of a palette. Places are in levels, 0..255, along ``axes``.

    origin: (3,); axes: (d, 3) orthonormal, d = 0..3 dimensions. corners: (m, d) of the convex hull; members:
    (m,) which swatches they are. faces: (f, d) corners of its sides, counter-clockwise from outside;
    normals: (f, d), pointing out, and offsets: (f,), n . x on the side. edges: (e, 2) corners; sides: (f, 3)
    edges of each face against its corners, turns: (f, 3) +1 or -1 as they run with it; empty for d < 3.
    inner: (q,) swatches inside the hull; own: (q, k) shares that the others would have in each; major:
    (q, k) swatches that bound its realm, then -1.
    """

    origin: np.ndarray
    axes: np.ndarray
    corners: np.ndarray
    members: np.ndarray
    faces: np.ndarray
    normals: np.ndarray
    offsets: np.ndarray
    edges: np.ndarray
    sides: np.ndarray
    turns: np.ndarray
    inner: np.ndarray
    own: np.ndarray
    major: np.ndarray


def levels_of(moves: Moves) -> tuple[np.ndarray, np.ndarray]:
    """Return (k, 3) found and edited swatches in levels of sRGB, 0..255; those that stay are equal.

    Targets outside the gamut keep their lightness and hue.
    """
    from palette_studio.core.kernels.labels import shifted_nodes

    found = np.rint(lab_to_srgb(moves.found) * 255)
    edited = np.empty(found.shape)
    shifted_nodes(moves.edited, np.zeros(3), edited)
    return found, np.where(moves.moved[:, None], edited, found)


@lru_cache(maxsize=8)
def mesh_of(swatches: bytes) -> Mesh:
    """Return the mesh of (k, 3) distinct whole levels, float64, given as bytes, k >= 1."""
    points = np.frombuffer(swatches).reshape(-1, 3)
    origin, axes = _span(points)
    places = (points - origin) @ axes.T
    members, faces = (_point, _line, _polygon, _solid)[len(axes)](places, points)
    corners, inner = places[members], np.setdiff1d(np.arange(len(points)), members)
    normals, offsets = _planes(corners, faces)
    edges, sides, turns = _edges(faces)
    none = np.zeros((0, len(points)))
    parts = origin, axes, corners, members, faces, normals, offsets, edges, sides, turns
    rest = inner[:0], none, none.astype(np.int64)
    mesh = Mesh._make((*map(np.ascontiguousarray, parts), *rest))  # one layout, as kernels are compiled for
    for swatch in inner:
        mesh = _with_inner(mesh, points, int(swatch))
    return mesh


def _with_inner(mesh: Mesh, points: np.ndarray, swatch: int) -> Mesh:
    """Return the mesh with one more swatch inside: it rules where those rule that would make it up."""
    from palette_studio.core.kernels import mean_value

    own = np.zeros((1, len(points)))
    mean_value.split_coordinates(points[swatch : swatch + 1], tuple(mesh), own)
    falling = np.argsort(-own[0], kind="stable")
    bounds = own[0, falling] >= min(MINOR * own.max(), own[0, falling[1]])
    major = np.where(bounds & (own[0, falling] > 0), falling, -1)[None]
    return mesh._replace(
        inner=np.append(mesh.inner, swatch),
        own=np.concatenate([mesh.own, own]),
        major=np.concatenate([mesh.major, major]),
    )


def _span(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the center and the axes of as few dimensions as the swatches need."""
    count, origin = len(points), points.mean(axis=0)
    around = points - origin
    axes = np.linalg.svd(np.concatenate([around, np.zeros((3, 3))]), full_matrices=False)[2]
    distance = np.linalg.norm(points[:, None] - points, axis=2)
    for dimensions in range(min(1, count - 1), 3):
        beyond, within = around @ axes[dimensions:].T, around @ axes[:dimensions].T
        kept = np.linalg.norm(within[:, None] - within, axis=2) >= APART * distance
        if kept.all() and np.ptp(beyond, axis=0).max() < FLAT:
            return origin, axes[:dimensions]
    return np.zeros(3), np.eye(3)  # the cube's own axes, in which whole levels stay whole


def _point(places: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.zeros(1, np.int64), np.zeros((0, 0), np.int64)


def _line(places: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    ends = np.array([np.argmin(places[:, 0]), np.argmax(places[:, 0])])
    return ends, np.array([[0], [1]])


def _polygon(places: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners counter-clockwise (Andrew 1979, "Another efficient algorithm for convex hulls")."""
    order = np.lexsort(places.T[::-1]).tolist()
    chain: list[int] = []
    for half in (order, order[::-1]):
        start = len(chain)
        for i in half:
            while len(chain) - start >= 2 and _turn(places, chain[-2], chain[-1], i) <= 1e-9:
                chain.pop()
            chain.append(i)
        chain.pop()
    ring = np.arange(len(chain))
    return np.array(chain), np.stack([ring, np.roll(ring, -1)], axis=1)


def _turn(places: np.ndarray, a: int, b: int, c: int) -> float:
    (ux, uy), (vx, vy) = places[b] - places[a], places[c] - places[b]
    return float(ux * vy - uy * vx)


def _solid(places: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners and the triangles of the hull, exactly: levels are whole, so volumes are too.

    Point by point, in their order: the faces that see it give way to those that join it to their rim. A
    point that no face sees strictly is none of the corners, unless it was one before.
    """
    whole = np.rint(points).astype(np.int64)
    first = _first_four(whole)
    faces = np.array([[0, 1, 2], [0, 3, 1], [0, 2, 3], [1, 3, 2]])
    if _volumes(whole[first], faces[:1], whole[first[3]])[0] > 0:
        faces = faces[:, ::-1]
    faces = np.array(first)[faces]
    for i in range(len(whole)):
        sees = _volumes(whole, faces, whole[i]) > 0
        if sees.any():
            rim = _rim(faces[sees])
            faces = np.concatenate([faces[~sees], np.insert(rim, 2, i, axis=1)])
    members, local = np.unique(faces, return_inverse=True)
    return members, local.reshape(-1, 3)


def _first_four(whole: np.ndarray) -> list[int]:
    """Return the first points that are no line, no plane; there are such."""
    chosen = [0]
    for i in range(1, len(whole)):
        span = whole[[*chosen[1:], i]] - whole[0]
        if np.linalg.matrix_rank(span) == len(span):
            chosen.append(i)
    return chosen[:4]


def _volumes(whole: np.ndarray, faces: np.ndarray, point: np.ndarray) -> np.ndarray:
    """Return (f,) six times the volume from each face to the point, > 0 where it lies outside."""
    a, b, c = (whole[faces[:, i]] for i in range(3))
    return (np.cross(b - a, c - a) * (point - a)).sum(axis=1)


def _rim(faces: np.ndarray) -> np.ndarray:
    """Return (r, 2) the directed edges that no other of the faces runs along the other way."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    back = set(map(tuple, edges[:, ::-1].tolist()))
    return np.array([edge for edge in edges.tolist() if tuple(edge) not in back])


def _planes(corners: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return outward normals of length 1 and offsets of the sides, in as many dimensions as there are."""
    if faces.shape[1] == 3:
        a, b, c = (corners[faces[:, i]] for i in range(3))
        normals = np.cross(b - a, c - a)
    elif faces.shape[1] == 2:
        along = corners[faces[:, 1]] - corners[faces[:, 0]]
        normals = np.stack([along[:, 1], -along[:, 0]], axis=1)
    else:
        normals = np.array([[-1.0], [1.0]])[: len(faces)].reshape(len(faces), faces.shape[1])
    length = np.linalg.norm(normals, axis=1)
    normals = normals / length[:, None]
    return normals, (normals * corners[faces[:, 0]]).sum(axis=1) if len(faces) else length


def _edges(faces: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the edges of triangles, and for each face the edge against each corner and how it runs."""
    if faces.shape[1] != 3:
        none = np.zeros((0, 3), np.int64)
        return none[:, :2], none, none.astype(np.float64)
    against = np.stack([faces[:, [1, 2]], faces[:, [2, 0]], faces[:, [0, 1]]], axis=1)
    edges, number = np.unique(np.sort(against, axis=2).reshape(-1, 2), axis=0, return_inverse=True)
    turns = np.where(against[..., 0] < against[..., 1], 1.0, -1.0)
    return edges, number.reshape(-1, 3), turns

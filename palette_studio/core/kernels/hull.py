"""Convex polyhedra of colors: the vertex that two others collapse to, and the nearest place of a face."""

from __future__ import annotations

import numpy as np
from numba import njit

FAR = 16.0  # the program is solved inside a cube of this half side; a vertex at its wall is no vertex
LEVEL = 1e-10  # a plane that is missed by less holds
MOST_PIVOTS = 200


@njit(nogil=True, cache=True)
def collapses(faces, normals, offsets, areas, edges, cost, place):
    """Write where each edge's two vertices best become one, and the volume that the polyhedron gains.

    faces: (m, 3) vertices; normals, offsets: (m, 3), (m,) of their planes, n . x = offset, pointing out;
    areas: (m,). edges: (e, 2) vertices. cost: (e,), infinite where no vertex serves; place: (e, 3).
    The new vertex lies outside of all faces of either vertex and adds the least volume (Sander et al. 2000,
    "Silhouette clipping", section 4.1): least sum of area_f (n_f . v - offset_f) / 3.
    """
    near = np.empty(faces.shape[0], np.int64)
    planes, levels = np.empty((faces.shape[0] + 6, 3)), np.empty(faces.shape[0] + 6)
    for i in range(6):
        planes[i] = 0.0
        planes[i, i // 2] = 1.0 - 2.0 * (i % 2)
        levels[i] = -FAR
    for e in range(edges.shape[0]):
        count = _touching(faces, edges[e, 0], edges[e, 1], near)
        goal, level = np.zeros(3), 0.0
        for i in range(count):
            f = near[i]
            planes[6 + i], levels[6 + i] = normals[f], offsets[f]
            goal += areas[f] * normals[f]
            level += areas[f] * offsets[f]
        if _least(planes[: 6 + count], levels[: 6 + count], goal, place[e]):
            cost[e] = (goal @ place[e] - level) / 3.0
        else:
            cost[e] = np.inf


@njit(nogil=True, cache=True)
def _touching(faces, a, b, near):
    """Write the faces that have vertex a or b and return how many they are."""
    count = 0
    for f in range(faces.shape[0]):
        for c in range(3):
            if faces[f, c] == a or faces[f, c] == b:
                near[count] = f
                count += 1
                break
    return count


@njit(nogil=True, cache=True)
def _least(planes, levels, goal, place):
    """Write the place of least goal . x over planes x >= levels and return whether there is one.

    The dual simplex method: from the corner of the surrounding cube, the plane missed most takes the place
    of one of the three that hold x, until none is missed. The first six planes are the cube.
    """
    held = np.empty(3, np.int64)
    for c in range(3):
        held[c] = 2 * c if goal[c] >= 0 else 2 * c + 1
    share = np.abs(goal)
    matrix, right = np.empty((3, 3)), np.empty(3)
    for _ in range(MOST_PIVOTS):
        for c in range(3):
            matrix[c], right[c] = planes[held[c]], levels[held[c]]
        place[:] = _solved(matrix, right)
        worst, entering = -LEVEL, -1
        for f in range(planes.shape[0]):
            missed = planes[f] @ place - levels[f]
            if missed < worst:
                worst, entering = missed, f
        if entering < 0:
            return held.min() >= 6
        part = _solved(matrix.T.copy(), planes[entering])
        leaving, least = -1, np.inf
        for c in range(3):
            if part[c] > 1e-12 and share[c] / part[c] < least:
                least, leaving = share[c] / part[c], c
        if leaving < 0:
            return False
        for c in range(3):
            share[c] = max(0.0, share[c] - least * part[c])
        share[leaving], held[leaving] = least, entering
    return False


@njit(nogil=True, cache=True)
def _solved(matrix, right):
    """Return x of matrix x = right by Cramer's rule; far away where the three planes hardly meet."""
    a, b, c = matrix[0], matrix[1], matrix[2]
    bc, ca, ab = _cross(b, c), _cross(c, a), _cross(a, b)
    volume = a[0] * bc[0] + a[1] * bc[1] + a[2] * bc[2]
    if abs(volume) < 1e-14:
        volume = 1e-14
    return (right[0] * bc + right[1] * ca + right[2] * ab) / volume


@njit(nogil=True, cache=True)
def _cross(a, b):
    return np.array([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


@njit(nogil=True, cache=True)
def nearest_on_triangle(point, points, a, b, c):
    """Return the weights of points a, b and c, (n, 3), at the place of their triangle nearest to ``point``.

    Degenerate triangles are segments or points (Ericson 2005, "Real-time collision detection", 5.1.5).
    """
    d1 = d2 = d3 = d4 = d5 = d6 = 0.0
    for i in range(3):
        ab, ac = points[b, i] - points[a, i], points[c, i] - points[a, i]
        d1 += ab * (point[i] - points[a, i])
        d2 += ac * (point[i] - points[a, i])
        d3 += ab * (point[i] - points[b, i])
        d4 += ac * (point[i] - points[b, i])
        d5 += ab * (point[i] - points[c, i])
        d6 += ac * (point[i] - points[c, i])
    if d1 <= 0.0 and d2 <= 0.0:
        return 1.0, 0.0, 0.0
    if d3 >= 0.0 and d4 <= d3:
        return 0.0, 1.0, 0.0
    vc = d1 * d4 - d3 * d2
    if vc <= 0.0 and d1 >= 0.0 and d3 <= 0.0:
        along = d1 / (d1 - d3)
        return 1.0 - along, along, 0.0
    if d6 >= 0.0 and d5 <= d6:
        return 0.0, 0.0, 1.0
    vb = d5 * d2 - d1 * d6
    if vb <= 0.0 and d2 >= 0.0 and d6 <= 0.0:
        along = d2 / (d2 - d6)
        return 1.0 - along, 0.0, along
    va = d3 * d6 - d5 * d4
    if va <= 0.0 and d4 - d3 >= 0.0 and d5 - d6 >= 0.0:
        along = (d4 - d3) / ((d4 - d3) + (d5 - d6))
        return 0.0, 1.0 - along, along
    whole = va + vb + vc
    return va / whole, vb / whole, vc / whole

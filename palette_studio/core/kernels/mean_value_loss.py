"""How far colors lie outside a polyhedron that need not be convex."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core.kernels.mean_value import nearest_of_triangle


@njit(nogil=True, cache=True)
def outside(points, corners, faces, distance):
    """Write each point's distance from a closed mesh of triangles, 0 inside.

    points: (n, 3); corners: (m, 3); faces: (f, 3), counter-clockwise from outside; distance: (n,).
    Inside is where the faces' solid angles sum to a full sphere rather than to nothing.
    """
    for n in range(points.shape[0]):
        angle = 0.0
        for f in range(faces.shape[0]):
            angle += solid_angle(points[n], corners, faces[f])
        distance[n] = 0.0
        if angle > 2.0 * math.pi:
            continue
        least = np.inf
        for f in range(faces.shape[0]):
            least = min(least, nearest_of_triangle(points[n], corners, faces[f])[0])
        distance[n] = math.sqrt(least)


@njit(nogil=True, cache=True)
def solid_angle(point, corners, face):
    """Return the signed solid angle of a triangle (van Oosterom & Strackee 1983, eq. 8)."""
    a, b, c = face[0], face[1], face[2]
    ax, ay, az = corners[a, 0] - point[0], corners[a, 1] - point[1], corners[a, 2] - point[2]
    bx, by, bz = corners[b, 0] - point[0], corners[b, 1] - point[1], corners[b, 2] - point[2]
    cx, cy, cz = corners[c, 0] - point[0], corners[c, 1] - point[1], corners[c, 2] - point[2]
    la = math.sqrt(ax * ax + ay * ay + az * az)
    lb = math.sqrt(bx * bx + by * by + bz * bz)
    lc = math.sqrt(cx * cx + cy * cy + cz * cz)
    volume = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
    ab, bc, ca = ax * bx + ay * by + az * bz, bx * cx + by * cy + bz * cz, cx * ax + cy * ay + cz * az
    return 2.0 * math.atan2(volume, la * lb * lc + ab * lc + bc * la + ca * lb)

"""Mean value coordinates of colors in the hull of the swatches, one color at a time.

A mesh is the tuple of ``recolor.polyhedron.Mesh``. Scratch arrays are made once a call.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numba import njit

NEAR = 1e-7  # levels from a side of the hull within which a color lies on it
SOFT = 4.0  # levels of black and white within which all colors count as equally dark or light
FADES, FULL = 0.06, 0.4  # shares, of the largest, below which one is cut, above which it is whole


def _angles() -> np.ndarray:
    """Return (n, 4) Taylor coefficients, in steps, of acos(u) / sqrt(1 - u^2) for u = 0..1 in ANGLE_STEPS.

    With u the cosine of half an angle, that over u is the angle over its sine. It is smooth all the way, so
    a polynomial that meets it at Chebyshev's points has its derivatives too.
    """

    def value(u: np.ndarray) -> np.ndarray:
        sine = np.sqrt((1 - u) * (1 + u))
        return np.arctan2(sine, u) / sine

    smooth = np.polynomial.Chebyshev.interpolate(value, 24, domain=[0, 1])
    u = np.arange(ANGLE_STEPS + 1) / ANGLE_STEPS
    parts = [smooth.deriv(n)(u) / (math.factorial(n) * ANGLE_STEPS**n) for n in range(4)]
    return np.ascontiguousarray(np.stack(parts, axis=1))


ANGLE_STEPS = 256
ANGLES = _angles()  # to 1e-11


@cache
def level_table(dtype: np.dtype) -> np.ndarray:
    """Return (n,) the level 0..255 of every pixel value of uint8 or uint16; exact where it is whole."""
    most = np.iinfo(dtype).max
    return np.arange(most + 1) / (most // 255)


@njit(nogil=True, cache=True)
def coordinates(place, mesh, unit, length, cross, weights):
    """Write the shares of the hull's corners in a place; sums to 1, none negative, continuous everywhere.

    Inside, mean value coordinates; outside, those of the nearest place of the hull. place: (d,). unit:
    (m, 3), length: (m,), cross: (e, 4) are scratch. weights: (k,), 0 for swatches that are no corners.
    """
    corners, members, faces, normals, offsets = mesh[2], mesh[3], mesh[4], mesh[5], mesh[6]
    weights[:] = 0.0
    d = place.shape[0]
    if d == 0:
        weights[members[0]] = 1.0
        return
    if d == 1:
        share = (place[0] - corners[0, 0]) / (corners[1, 0] - corners[0, 0])
        share = min(max(share, 0.0), 1.0)
        weights[members[0]], weights[members[1]] = 1.0 - share, share
        return
    nearest, side, u, v = np.inf, -1, 0.0, 0.0
    for f in range(faces.shape[0]):
        off = -offsets[f]
        for c in range(d):
            off += normals[f, c] * place[c]
        if off > -NEAR:
            if d == 3:
                squared, fu, fv = nearest_of_triangle(place, corners, faces[f])
            else:
                squared, fu, fv = nearest_of_segment(place, corners, faces[f])
            if squared < nearest:
                nearest, side, u, v = squared, f, fu, fv
    if side >= 0:
        for c, share in enumerate((1.0 - u - v, u, v)):
            if c < d:
                weights[members[faces[side, c]]] = max(share, 0.0)
    elif d == 3:
        in_solid(place, mesh, unit, length, cross, weights)
    else:
        in_polygon(place, corners, members, length, weights)


@njit(nogil=True, cache=True)
def in_solid(place, mesh, unit, length, cross, weights):
    """Write mean value coordinates of a place strictly inside a closed mesh of triangles.

    Ju, Schaefer & Warren 2005, "Mean value coordinates for closed triangular meshes", eq. 8 to 11, in the
    form of Floater, Kos & Reimers 2005, "Mean value coordinates in 3D", eq. 4.8: the mean vector of a
    spherical triangle is half the sum of its sides' angles times their normals.
    """
    corners, members, faces, edges, sides, turns = mesh[2], mesh[3], mesh[4], mesh[7], mesh[8], mesh[9]
    for i in range(corners.shape[0]):
        x, y, z = corners[i, 0] - place[0], corners[i, 1] - place[1], corners[i, 2] - place[2]
        inverse = 1.0 / math.sqrt(x * x + y * y + z * z)
        length[i], unit[i, 0], unit[i, 1], unit[i, 2] = inverse, x * inverse, y * inverse, z * inverse
    for e in range(edges.shape[0]):
        a, b = edges[e, 0], edges[e, 1]
        ax, ay, az, bx, by, bz = unit[a, 0], unit[a, 1], unit[a, 2], unit[b, 0], unit[b, 1], unit[b, 2]
        x, y, z = ax + bx, ay + by, az + bz
        cosine = min(
            0.5 * math.sqrt(x * x + y * y + z * z), 1.0
        )  # of half the angle: exact where the angle is straight
        spot = cosine * ANGLE_STEPS
        i = int(spot + 0.5)
        spot -= i
        ratio = ANGLES[i, 0] + spot * (ANGLES[i, 1] + spot * (ANGLES[i, 2] + spot * ANGLES[i, 3]))
        cross[e, 0], cross[e, 1], cross[e, 2] = ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx
        cross[e, 3] = ratio / max(cosine, 1e-12)
    total = 0.0
    for f in range(faces.shape[0]):
        x = y = z = 0.0
        for c in range(3):
            e = sides[f, c]
            angle = turns[f, c] * cross[e, 3]
            x += angle * cross[e, 0]
            y += angle * cross[e, 1]
            z += angle * cross[e, 2]
        a, e = faces[f, 0], sides[f, 0]
        volume = unit[a, 0] * cross[e, 0] + unit[a, 1] * cross[e, 1] + unit[a, 2] * cross[e, 2]
        volume *= turns[f, 0]
        if volume == 0.0:
            continue
        inverse = 1.0 / volume
        for c in range(3):
            a, e = faces[f, c], sides[f, c]
            share = (x * cross[e, 0] + y * cross[e, 1] + z * cross[e, 2]) * turns[f, c]
            share *= length[a] * inverse
            weights[members[a]] += share
            total += share
    inverse = 1.0 / total
    for i in range(members.shape[0]):
        weights[members[i]] = max(weights[members[i]] * inverse, 0.0)


@njit(nogil=True, cache=True)
def in_polygon(place, corners, members, length, weights):
    """Write mean value coordinates of a place strictly inside a convex polygon (Floater 2003, eq. 2.1)."""
    count = corners.shape[0]
    for i in range(count):
        x, y = corners[i, 0] - place[0], corners[i, 1] - place[1]
        length[i] = math.sqrt(x * x + y * y)
    total = 0.0
    for i in range(count):
        j = (i + 1) % count
        x, y = corners[i, 0] - place[0], corners[i, 1] - place[1]
        p, q = corners[j, 0] - place[0], corners[j, 1] - place[1]
        half = (length[i] * length[j] - (x * p + y * q)) / (x * q - y * p)  # tangent of half the angle
        weights[members[i]] += half / length[i]
        weights[members[j]] += half / length[j]
        total += half / length[i] + half / length[j]
    for i in range(count):
        weights[members[i]] = max(weights[members[i]] / total, 0.0)


@njit(nogil=True, cache=True)
def nearest_of_segment(place, corners, side):
    """Return the squared distance, the share of the second corner where it is least, and 0."""
    ax, ay, bx, by = corners[side[0], 0], corners[side[0], 1], corners[side[1], 0], corners[side[1], 1]
    x, y = bx - ax, by - ay
    u = min(max(((place[0] - ax) * x + (place[1] - ay) * y) / (x * x + y * y), 0.0), 1.0)
    x, y = ax + u * x - place[0], ay + u * y - place[1]
    return x * x + y * y, u, 0.0


@njit(nogil=True, cache=True)
def nearest_of_triangle(place, corners, side):
    """Return the squared distance, and the shares of the second and third corner where it is least.

    Ericson 2005, "Real-time collision detection", section 5.1.5, by the products of the sides alone.
    """
    a, b, c = side[0], side[1], side[2]
    bx, by, bz = corners[b, 0] - corners[a, 0], corners[b, 1] - corners[a, 1], corners[b, 2] - corners[a, 2]
    cx, cy, cz = corners[c, 0] - corners[a, 0], corners[c, 1] - corners[a, 1], corners[c, 2] - corners[a, 2]
    x, y, z = place[0] - corners[a, 0], place[1] - corners[a, 1], place[2] - corners[a, 2]
    bb, bc = bx * bx + by * by + bz * bz, bx * cx + by * cy + bz * cz
    cc = cx * cx + cy * cy + cz * cz
    d1, d2 = bx * x + by * y + bz * z, cx * x + cy * y + cz * z
    d3, d4, d5, d6 = d1 - bb, d2 - bc, d1 - bc, d2 - cc
    va, vb, vc = d3 * d6 - d5 * d4, d5 * d2 - d1 * d6, d1 * d4 - d3 * d2
    u, v = 0.0, 0.0
    if d1 <= 0.0 and d2 <= 0.0:
        pass
    elif d3 >= 0.0 and d4 <= d3:
        u = 1.0
    elif vc <= 0.0 and d1 >= 0.0 and d3 <= 0.0:
        u = d1 / bb
    elif d6 >= 0.0 and d5 <= d6:
        v = 1.0
    elif vb <= 0.0 and d2 >= 0.0 and d6 <= 0.0:
        v = d2 / cc
    elif va <= 0.0 and d4 >= d3 and d5 >= d6:
        v = (d4 - d3) / ((d4 - d3) + (d5 - d6))
        u = 1.0 - v
    else:
        u, v = vb / (va + vb + vc), vc / (va + vb + vc)
    x, y, z = x - u * bx - v * cx, y - u * by - v * cy, z - u * bz - v * cz
    return x * x + y * y + z * z, u, v


@njit(nogil=True, cache=True)
def split(inner, own, major, weights):
    """Let each swatch inside the hull take its share from those that would make it up, and sum to 1 again.

    It takes as much of what they are together as the one with least of its part allows: all at the swatch
    itself, nothing where one of its major parts has none. Without minor ones this is how a tetrahedron's
    shares change when it is split at a point inside.
    """
    for q in range(inner.shape[0]):
        taken = np.inf
        for i in major[q]:
            if i < 0 or taken <= 0.0:
                break
            taken = min(taken, weights[i] / own[q, i])
        if taken <= 0.0:
            continue
        total = taken = min(taken, 1.0)
        for i in range(weights.shape[0]):
            weights[i] = max(weights[i] - taken * own[q, i], 0.0)
            total += weights[i]
        weights[inner[q]] = taken
        for i in range(weights.shape[0]):
            weights[i] /= total


@njit(nogil=True, cache=True)
def sparse(weights):
    """Fade small shares out smoothly, so that a swatch does not tint what hardly has any of it; sum to 1."""
    most = 0.0
    for i in range(weights.shape[0]):
        most = max(most, weights[i])
    total, steep = 0.0, 1.0 / (most * (FULL - FADES))
    for i in range(weights.shape[0]):
        t = min(max((weights[i] - most * FADES) * steep, 0.0), 1.0)
        weights[i] *= t * t * (3.0 - 2.0 * t)
        total += weights[i]
    inverse = 1.0 / total
    for i in range(weights.shape[0]):
        weights[i] *= inverse


@njit(nogil=True, cache=True)
def scratch(mesh):
    """Return place, unit, length and cross for ``coordinates``."""
    count = mesh[2].shape[0]
    return np.empty(mesh[1].shape[0]), np.empty((count, 3)), np.empty(count), np.empty((mesh[7].shape[0], 4))


@njit(nogil=True, cache=True)
def put(x, y, z, mesh, place):
    """Write where a color lies along the mesh's axes."""
    origin, axes = mesh[0], mesh[1]
    for c in range(place.shape[0]):
        place[c] = (x - origin[0]) * axes[c, 0] + (y - origin[1]) * axes[c, 1] + (z - origin[2]) * axes[c, 2]


@njit(nogil=True, cache=True)
def split_coordinates(points, mesh, out):
    """Write the shares (n, k) before they are made sparse. points: (n, 3) levels."""
    place, unit, length, cross = scratch(mesh)
    for n in range(points.shape[0]):
        put(points[n, 0], points[n, 1], points[n, 2], mesh, place)
        coordinates(place, mesh, unit, length, cross, out[n])
        split(mesh[10], mesh[11], mesh[12], out[n])


@njit(nogil=True, cache=True)
def shares(colors, levels, mesh, out):
    """Write the share of each swatch of each color. colors: (n, 3) indexing ``levels``; out: (n, k)."""
    place, unit, length, cross = scratch(mesh)
    weights = np.empty(out.shape[1])
    for n in range(colors.shape[0]):
        put(levels[colors[n, 0]], levels[colors[n, 1]], levels[colors[n, 2]], mesh, place)
        coordinates(place, mesh, unit, length, cross, weights)
        split(mesh[10], mesh[11], mesh[12], weights)
        sparse(weights)
        for i in range(out.shape[1]):
            out[n, i] = weights[i]


@njit(nogil=True, cache=True, inline="always")
def shifted(x, y, z, weights, found, shifts):
    """Return where a color goes, not clipped: what its swatches do, by their shares, as far as it is of them.

    A color darker or lighter than its swatches mixed goes less far, so that black stays black and white
    white where the palette has neither: palettes need not enclose a picture. found, shifts: (k, 3) levels.
    """
    r = g = b = dr = dg = db = 0.0
    for i in range(weights.shape[0]):
        w = weights[i]
        r, g, b = r + w * found[i, 0], g + w * found[i, 1], b + w * found[i, 2]
        dr, dg, db = dr + w * shifts[i, 0], dg + w * shifts[i, 1], db + w * shifts[i, 2]
    dark = (max(max(x, y), z) + SOFT) / (max(max(r, g), b) + SOFT)
    light = (255.0 + SOFT - min(min(x, y), z)) / (255.0 + SOFT - min(min(r, g), b))
    far = min(min(dark, light), 1.0)
    return x + far * dr, y + far * dg, z + far * db


@njit(nogil=True, cache=True)
def recolored(colors, levels, mesh, found, shifts, out):
    """Write the recolored colors, rounded. colors, out: (n, 3) integers; found, shifts: (k, 3) levels."""
    place, unit, length, cross = scratch(mesh)
    weights = np.empty(shifts.shape[0])
    scale = (levels.shape[0] - 1) // 255
    for n in range(colors.shape[0]):
        x, y, z = levels[colors[n, 0]], levels[colors[n, 1]], levels[colors[n, 2]]
        put(x, y, z, mesh, place)
        coordinates(place, mesh, unit, length, cross, weights)
        split(mesh[10], mesh[11], mesh[12], weights)
        sparse(weights)
        x, y, z = shifted(x, y, z, weights, found, shifts)
        out[n, 0] = min(max(x, 0.0), 255.0) * scale + 0.5
        out[n, 1] = min(max(y, 0.0), 255.0) * scale + 0.5
        out[n, 2] = min(max(z, 0.0), 255.0) * scale + 0.5


@njit(nogil=True, cache=True)
def recolored_nodes(colors, weights, found, shifts, out):
    """Write the recolored colors of a table's nodes, neither rounded nor clipped.

    colors: (n, 3) uint8; weights: (n, k) theirs; found, shifts: (k, 3) levels; out: (n, 3).
    """
    for n in range(colors.shape[0]):
        x, y, z = float(colors[n, 0]), float(colors[n, 1]), float(colors[n, 2])
        out[n, 0], out[n, 1], out[n, 2] = shifted(x, y, z, weights[n], found, shifts)

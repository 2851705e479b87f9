"""Palette-based recoloring after Chang et al. 2015, one color at a time."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core.kernels.light import (
    B_X,
    B_Y,
    B_Z,
    G_X,
    G_Y,
    G_Z,
    R_X,
    R_Y,
    R_Z,
    cubed,
    lab_of,
    srgb_of,
)

SLACK = 1e-9  # a color of the gamut's own surface counts as inside
CLOSE = 1e-7  # how near the edge, in linear light, a search ends
INWARD = 1 - 1e-4  # points said to be on the edge are taken a trifle inside, where searches can start
FAR = 400.0  # no color of the gamut is that far, in Lab, from another


@njit(nogil=True, cache=True, inline="always")
def excess(fy, y, a, b):
    """Return by how much, in linear light, a color of the plane fy lies outside the gamut; <= 0 inside."""
    x, z = cubed(fy + a * 0.002), cubed(fy - b * 0.005)
    r = R_X * x + R_Y * y + R_Z * z
    g = G_X * x + G_Y * y + G_Z * z
    blue = B_X * x + B_Y * y + B_Z * z
    return max(max(max(r, g), blue) - 1.0, -min(min(r, g), blue)) - SLACK


@njit(nogil=True, cache=True)
def edge(fy, y, a, b, da, db, inside, outside, above):
    """Return the t in [inside, outside] at which (a, b) + t (da, db) leaves the gamut.

    above: the excess at ``outside``, > 0. Regula falsi after Illinois, ending within CLOSE.
    """
    low = excess(fy, y, a + inside * da, b + inside * db)
    if low >= 0.0:
        return inside
    side = 0
    for _ in range(60):
        t = (inside * above - outside * low) / (above - low)
        value = excess(fy, y, a + t * da, b + t * db)
        if value > 0.0:
            outside, above = t, value
            if side > 0:
                low *= 0.5
            side = 1
        else:
            inside, low = t, value
            if side < 0:
                above *= 0.5
            side = -1
        if abs(value) < CLOSE:
            return t
        if outside - inside < 1e-7:
            break
    return inside


@njit(nogil=True, cache=True)
def closest(a, b, da, db):
    """Return the t >= 0 at which (a, b) + t (da, db) is nearest to gray, where the gamut is if anywhere."""
    return max(0.0, -(a * da + b * db) / (da * da + db * db))


@njit(nogil=True, cache=True)
def ways(ab, shifts, start, stop, out):
    """Write how far each swatch can go, and whence colors that cannot follow it are drawn, by lightness.

    ab, shifts: (m, 2). out: (m, q + 1, 3), of which columns start to stop are written, column j at lightness
    100 j / q: how many times its shift leads the swatch to the last point of the gamut (where a swatch
    outside does not pass through it, its nearest approach counts); and the ab of the moved swatch, or of
    that point where the moved swatch is outside, drawn toward gray until it is inside.
    """
    last = out.shape[1] - 1
    for j in range(start, stop):
        fy = (100.0 * j / last + 16.0) * (1.0 / 116.0)
        y = cubed(fy)
        for m in range(ab.shape[0]):
            a, b, da, db = ab[m, 0], ab[m, 1], shifts[m, 0], shifts[m, 1]
            inside, most = 0.0, FAR / math.sqrt(da * da + db * db)
            if excess(fy, y, a, b) > 0.0:
                inside = nearest_approach(fy, y, a, b, da, db, most)
            above = excess(fy, y, a + most * da, b + most * db)
            reach = edge(fy, y, a, b, da, db, inside, most, above) * INWARD
            ta, tb = a + min(1.0, reach) * da, b + min(1.0, reach) * db
            above = excess(fy, y, ta, tb)
            keep = 1.0
            if above > 0.0:
                keep = edge(fy, y, 0.0, 0.0, ta, tb, 0.0, 1.0, above) * INWARD
            out[m, j, 0], out[m, j, 1], out[m, j, 2] = reach, keep * ta, keep * tb


@njit(nogil=True, cache=True)
def nearest_approach(fy, y, a, b, da, db, most):
    """Return the t in [0, most] at which (a, b) + t (da, db) is in the gamut, or least outside."""
    best = min(closest(a, b, da, db), most)
    least = excess(fy, y, a + best * da, b + best * db)
    for step in range(64):
        if least <= 0.0:
            return best
        t = most * (step / 64.0)
        value = excess(fy, y, a + t * da, b + t * db)
        if value < least:
            best, least = t, value
    width = most / 64.0
    for _ in range(20):
        for t in (best - width, best + width):
            value = excess(fy, y, a + t * da, b + t * db)
            if t >= 0.0 and value < least:
                best, least = t, value
        width *= 0.5
    return best


@njit(nogil=True, cache=True)
def shifted(fy, y, a, b, ca, cb, da, db, reach, ta, tb):
    """Return where the ab (a, b) goes when the swatch at (ca, cb) goes by (da, db), at one lightness.

    reach, (ta, tb): see ``ways``. That colors are drawn from (ta, tb) where the moved swatch is outside the
    gamut at this lightness is left open by the paper, and makes the result continuous.
    """
    above = excess(fy, y, a + da, b + db)
    if above <= 0.0:
        share = 1.0
        if reach > 1.0:
            above = excess(fy, y, a + reach * da, b + reach * db)
            if above > 0.0:
                share = min(1.0, edge(fy, y, a, b, da, db, 1.0, reach, above) / reach)
        return a + share * da, b + share * db
    ua, ub = a - ca, b - cb
    above = excess(fy, y, ta + ua, tb + ub)
    if above > 0.0:
        outside = excess(fy, y, ta, tb)
        if outside > 0.0:  # by a trifle, as a point between two columns of ``ways`` can be
            keep = edge(fy, y, 0.0, 0.0, ta, tb, 0.0, 1.0, outside) * INWARD
            ta, tb = keep * ta, keep * tb
            above = excess(fy, y, ta + ua, tb + ub)
    if above <= 0.0:
        return a + da, b + db
    # The moved color is outside: turn toward the edge between it and the moved swatch.
    t = edge(fy, y, ta, tb, ua, ub, 0.0, 1.0, above)
    va, vb = ta + t * ua - a, tb + t * ub - b
    length = math.sqrt(va * va + vb * vb)
    if length <= 1e-12:
        return a, b
    share = math.sqrt(da * da + db * db) / length
    if reach > 0.0:
        share = min(share, 1.0 / reach)
    return a + share * va, b + share * vb


@njit(nogil=True, cache=True, inline="always")
def memberships(lightness, a, b, centers, blend, gain, phi, weights):
    """Fill ``weights`` with the share of each swatch in a color: radial basis functions, clipped, sum 1.

    phi is scratch. The nearest swatch's distance is taken out of all exponents, which cancels in the
    normalization and keeps far colors from underflowing.
    """
    k = centers.shape[0]
    nearest, index = np.inf, 0
    for j in range(k):
        dl, da, db = lightness - centers[j, 0], a - centers[j, 1], b - centers[j, 2]
        phi[j] = dl * dl + da * da + db * db
        if phi[j] < nearest:
            nearest, index = phi[j], j
    for j in range(k):
        phi[j] = math.exp((nearest - phi[j]) * gain)
    total = 0.0
    for i in range(k):
        weight = 0.0
        for j in range(k):
            weight += blend[i, j] * phi[j]
        weights[i] = max(weight, 0.0)
        total += weights[i]
    if total <= 0.0:
        weights[index] = total = 1.0
    for i in range(k):
        weights[i] /= total


@njit(nogil=True, cache=True, inline="always")
def raised(lightness, knots, rises):
    """Return by how much a lightness rises: straight lines between knots (ascending, from 0 to 100)."""
    i = 1
    while i < knots.shape[0] - 1 and lightness > knots[i]:
        i += 1
    low, high = rises[i - 1], rises[i]
    width = knots[i] - knots[i - 1]
    if low == high or width <= 0.0:
        return high
    return low + (high - low) * min(max((lightness - knots[i - 1]) / width, 0.0), 1.0)


@njit(nogil=True, cache=True, inline="always")
def destination(lightness, a, b, weights, plan):
    """Return whether a color moves at all, and the Lab it goes to. plan: see ``recolored``."""
    centers, _, _, moved, shifts, knots, rises, way = plan
    rise = raised(lightness, knots, rises)
    fy = (lightness + 16.0) * (1.0 / 116.0)
    y = cubed(fy)
    to_a, to_b, moves = a, b, rise != 0.0
    place = min(max(lightness, 0.0) * (0.01 * (way.shape[1] - 1)), way.shape[1] - 1.000001)
    column = int(place)
    place -= column
    for m in range(moved.shape[0]):
        weight = weights[moved[m]]
        if weight > 0.0:
            moves = True
            low, high = way[m, column], way[m, column + 1]
            reach = low[0] + place * (high[0] - low[0])
            ta = low[1] + place * (high[1] - low[1])
            tb = low[2] + place * (high[2] - low[2])
            ca, cb, da, db = centers[moved[m], 1], centers[moved[m], 2], shifts[m, 0], shifts[m, 1]
            na, nb = shifted(fy, y, a, b, ca, cb, da, db, reach, ta, tb)
            to_a += weight * (na - a)
            to_b += weight * (nb - b)
    return moves, lightness + rise, to_a, to_b


@njit(nogil=True, cache=True)
def recolored(colors, linear, plan, out):
    """Write the recolored colors, rounded. colors, out: (n, 3) integers; colors index ``linear``.

    plan: centers (k, 3) Lab, blend (k, k), gain, moved (m,), shifts (m, 2), knots (q,), rises (q,), and
    way (m, r, 3), see ``ways``. A color that does not move is copied.
    """
    centers, blend, gain = plan[0], plan[1], plan[2]
    most = linear.shape[0] - 1
    phi, weights = np.empty(centers.shape[0]), np.empty(centers.shape[0])
    for n in range(colors.shape[0]):
        lightness, a, b = lab_of(linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]])
        memberships(lightness, a, b, centers, blend, gain, phi, weights)
        moves, lightness, a, b = destination(lightness, a, b, weights, plan)
        if not moves:
            for c in range(3):
                out[n, c] = colors[n, c]
            continue
        red, green, blue = srgb_of(lightness, a, b)
        out[n, 0] = red * most + 0.5
        out[n, 1] = green * most + 0.5
        out[n, 2] = blue * most + 0.5


@njit(nogil=True, cache=True)
def recolored_nodes(colors, lab, weights, plan, out):
    """Write the recolored colors of a table's nodes, unrounded; a color that does not move is copied.

    colors: (n, 3) uint8, lab: (n, 3) theirs, weights: (n, k) theirs, out: (n, 3) floats 0..255.
    """
    for n in range(colors.shape[0]):
        moves, lightness, a, b = destination(lab[n, 0], lab[n, 1], lab[n, 2], weights[n], plan)
        if not moves:
            for c in range(3):
                out[n, c] = colors[n, c]
            continue
        red, green, blue = srgb_of(lightness, a, b)
        out[n, 0], out[n, 1], out[n, 2] = red * 255.0, green * 255.0, blue * 255.0


@njit(nogil=True, cache=True)
def shares(colors, linear, centers, blend, gain, lab, out):
    """Write the Lab and the share of each swatch of each color.

    colors: (n, 3) indexing ``linear``; lab: (n, 3); out: (n, k), rows sum to 1.
    """
    phi = np.empty(centers.shape[0])
    for n in range(colors.shape[0]):
        lightness, a, b = lab_of(linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]])
        memberships(lightness, a, b, centers, blend, gain, phi, out[n])
        lab[n, 0], lab[n, 1], lab[n, 2] = lightness, a, b

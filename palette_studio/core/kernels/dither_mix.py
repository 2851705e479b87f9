"""Ordered dithering: each color as a mixture of up to four palette colors, and which of them a pixel shows.

The mixture of a color p has the weights w that make least of

    (1 - s) sum_i w_i d(p, c_i)  +  s |p - sum_i w_i c_i|^2,    w_i >= 0, sum_i w_i = 1,

where d is the squared distance by the metric and s the strength. The first part alone, at s = 0, is the
nearest color; the second is the error of the mean. With s near 1 it is the quietest of all mixtures that
keep the mean: of the corners of the Delaunay cell that p lies in, or of the face of the palette's hull that
is nearest to p. Between two colors it is the threshold pattern scaled by s. The minimum is found as Wolfe
1976 finds the nearest point in a polytope: the corner of least gradient enters, one of weight 0 leaves.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.cube import PLACE_B, PLACE_G, PLACE_R
from palette_studio.core.kernels.light import LINEAR_8
from palette_studio.core.kernels.nearest_points import point_of

CORNERS = 5  # while one enters; a mixture needs no more than four
FULL = 1023  # a whole weight; thresholds are below
KNOWN = np.uint64(1 << 62)  # set in every mixture that has been found
RIDGE = 1e-7  # beside squared distances of at least 1; where corners are dependent, the gradient decides
SLIGHT = 1e-4  # a gradient this little lower gains nothing
ROUNDS = 50
U = np.uint64


@njit(nogil=True, cache=True)
def target(corner, n, inks, far, p, s, gram, u):
    """Write into ``u`` the weights, some perhaps negative, that are best for n corners, by Cholesky."""
    first = corner[0]
    x, y, z = inks[0, first], inks[1, first], inks[2, first]
    for i in range(1, n):
        c = corner[i]
        d, e, f = inks[0, c] - x, inks[1, c] - y, inks[2, c] - z
        u[i] = s * (d * (p[0] - x) + e * (p[1] - y) + f * (p[2] - z)) - 0.5 * (far[c] - far[first])
        for j in range(1, i + 1):
            other = corner[j]
            dot = d * (inks[0, other] - x) + e * (inks[1, other] - y) + f * (inks[2, other] - z)
            gram[i, j] = s * dot + (RIDGE if i == j else 0.0)
    for i in range(1, n):
        for j in range(1, i + 1):
            total = gram[i, j]
            for k in range(1, j):
                total -= gram[i, k] * gram[j, k]
            gram[i, j] = np.sqrt(max(total, 0.25 * RIDGE)) if i == j else total / gram[j, j]
        for j in range(1, i):
            u[i] -= gram[i, j] * u[j]
        u[i] /= gram[i, i]
    u[0] = 1.0
    for i in range(n - 1, 0, -1):
        for j in range(i + 1, n):
            u[i] -= gram[j, i] * u[j]
        u[i] /= gram[i, i]
        u[0] -= u[i]


@njit(nogil=True, cache=True)
def settled(corner, n, inks, far, p, s, gram, u, w):
    """Move the weights to the best for these corners, dropping those that get to 0; return how many stay."""
    while True:
        target(corner, n, inks, far, p, s, gram, u)
        way, leaving = 1.0, -1
        for i in range(n):
            if u[i] < 0.0:
                reach = w[i] / (w[i] - u[i])
                if reach < way:
                    way, leaving = reach, i
        for i in range(n):
            w[i] += way * (u[i] - w[i])
        if leaving < 0:
            return n
        n -= 1
        w[leaving], corner[leaving] = w[n], corner[n]


@njit(nogil=True, cache=True)
def distances(point, points, share, out):
    """Write the squared distances of (3, k) points to a point, each times ``share``."""
    for i in range(out.shape[0]):
        d, e, f = points[0, i] - point[0], points[1, i] - point[1], points[2, i] - point[2]
        out[i] = share * (d * d + e * e + f * f)


@njit(nogil=True, cache=True)
def entering(corner, n, w, inks, far, p, s, gradient):
    """Return the palette color by more of which a mixture gains most, or -1 when none is left."""
    x, y, z = -p[0], -p[1], -p[2]
    for i in range(n):
        c = corner[i]
        x, y, z = x + w[i] * inks[0, c], y + w[i] * inks[1, c], z + w[i] * inks[2, c]
    x, y, z = 2.0 * s * x, 2.0 * s * y, 2.0 * s * z
    for i in range(gradient.shape[0]):
        gradient[i] = far[i] + x * inks[0, i] + y * inks[1, i] + z * inks[2, i]
    bar, below = gradient[corner[0]] - SLIGHT, 0  # at its best, all corners of a mixture are level
    for i in range(gradient.shape[0]):
        below += 1 if gradient[i] < bar else 0
    return np.argmin(gradient) if below else -1


@njit(nogil=True, cache=True)
def mixed(p, point, inks, points, unit, s, exact, corner, n, w, scratch):
    """Find the mixture of a color from one of n corners on, if n is not 0; return how many corners it has.

    p: (3,) the color, 0..255, and inks: (3, k) the palette where they are mixed. point, points: the same in
    the space of the metric, whose squared distances count ``unit`` times. corner, w: (CORNERS,), the result.
    Which colors are mixed is decided at strength s; then how much of each at ``exact``, which is not below.
    """
    far, gradient, gram, u = scratch
    distances(point, points, (1.0 - s) * unit, far)
    if n == 0:
        corner[0], w[0], n = np.argmin(far), 1.0, 1
    else:
        n = settled(corner, n, inks, far, p, s, gram, u, w)
    for _ in range(ROUNDS):
        index = entering(corner, n, w, inks, far, p, s, gradient)
        if index < 0:
            break
        corner[n], w[n] = index, 0.0
        n = settled(corner, n + 1, inks, far, p, s, gram, u, w)
        if n == CORNERS:  # they lie on one sphere, so that one is as good as the other
            n = thinned(corner, n, w)
    if exact > s:
        distances(point, points, (1.0 - exact) * unit, far)
        n = settled(corner, n, inks, far, p, exact, gram, u, w)
    return n


@njit(nogil=True, cache=True)
def thinned(corner, n, w):
    """Drop the corner of least weight; return how many are left."""
    least = np.argmin(w[:n])
    w[least], corner[least] = w[n - 1], corner[n - 1]
    w[: n - 1] /= w[: n - 1].sum()
    return n - 1


@njit(nogil=True, cache=True)
def packed(corner, n, w, luma):
    """Return a mixture as one number: four indices, dark to light, and three sums of their weights."""
    for i in range(1, n):
        for j in range(i, 0, -1):
            if luma[corner[j]] < luma[corner[j - 1]]:
                corner[j], corner[j - 1] = corner[j - 1], corner[j]
                w[j], w[j - 1] = w[j - 1], w[j]
    word, total = KNOWN, 0.0
    for i in range(4):
        if i < n:
            total += w[i]
            word |= U(corner[i]) << U(8 * i)
        if i < 3:
            word |= U(int(total * FULL + 0.5) if i < n - 1 else FULL) << U(32 + 10 * i)
    return word


@njit(nogil=True, cache=True)
def unpacked(word, corner, w):
    """Write the corners and weights of a mixture; return how many have a weight."""
    n, before = 0, 0
    for i in range(4):
        total = int(word >> U(32 + 10 * i) & U(FULL)) if i < 3 else FULL
        if total > before:
            corner[n], w[n] = word >> U(8 * i) & U(255), (total - before) / FULL
            n, before = n + 1, total
    return n


@njit(nogil=True, cache=True)
def found(r, g, b, n, palette, corner, w, scratch):
    """Return the mixture of an 8-bit color as one number, found from n corners on."""
    levels, ease, inks, points, space, unit, s, exact, luma = palette
    unit *= 0.25 * (ease[r] + 2.0 * ease[g] + ease[b])
    p = (levels[r], levels[g], levels[b])
    point = point_of(space, LINEAR_8, r, g, b)
    n = mixed(p, point, inks, points, unit, s, exact, corner, n, w, scratch)
    return packed(corner, n, w, luma)


@njit(nogil=True, cache=True)
def found_near(r, g, b, palette, starts, corner, w, scratch):
    """Return the mixture of an 8-bit color, found from that of the middle of its cell of 8x8x8 on.

    starts: (2^15,) uint64, those of the middles, by cell. So it depends on nothing that was asked before.
    """
    cell = r >> 3 << 10 | g >> 3 << 5 | b >> 3
    if starts[cell] == U(0):
        starts[cell] = found(r & 248 | 4, g & 248 | 4, b & 248 | 4, 0, palette, corner, w, scratch)
    n = unpacked(starts[cell], corner, w)
    return found(r, g, b, n, palette, corner, w, scratch)


@njit(nogil=True, cache=True)
def ordered(pixels, first, thresholds, palette, keep, middle, known, starts, out):
    """Write the index each pixel shows: of its mixture, dark to light, the one its threshold falls to.

    pixels: (n, w, 3|4) uint8, the rows from ``first`` on. thresholds: (m, m) uint64, 0..FULL - 1. palette:
    where bytes lie when they are mixed, (256,) float64, and the squared step there; inks and points, (3, k);
    the number of the metric; unit; both strengths; luma, (k,). keep, middle: bits of a value to look at, and
    to set. known: (2^24,) uint64, mixtures found so far, by the place in ``kernels.cube``. Threads that meet
    at a color write the same.
    """
    k, size = palette[2].shape[1], thresholds.shape[0]
    scratch = np.empty(k), np.empty(k), np.empty((CORNERS, CORNERS)), np.empty(CORNERS)
    corner, w = np.empty(CORNERS, np.int64), np.empty(CORNERS)
    for i in range(pixels.shape[0]):
        row, line = pixels[i], thresholds[(first + i) % size]
        for j in range(row.shape[0]):
            if row.shape[1] == 4 and row[j, 3] == 0:
                out[i, j] = 0
                continue
            r, g, b = row[j, 0] & keep | middle, row[j, 1] & keep | middle, row[j, 2] & keep | middle
            place = PLACE_R[r] | PLACE_G[g] | PLACE_B[b]
            word = known[place]
            if word == U(0):
                word = known[place] = found_near(r, g, b, palette, starts, corner, w, scratch)
            out[i, j] = shown(word, line[j % size])


@njit(nogil=True, cache=True, inline="always")
def shown(word, threshold):
    """Return the index that a mixture shows at a threshold."""
    part = U(0)
    for i in range(3):
        part += U(1) if threshold >= (word >> U(32 + 10 * i) & U(FULL)) else U(0)
    return word >> (U(8) * part) & U(255)

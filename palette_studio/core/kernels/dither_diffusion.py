"""Error diffusion: each pixel takes up what those before it could not show.

A pixel's error is kept; others draw their share of it when their turn comes. A row takes three passes: what
its pixels are, what they draw from the rows above, and the walk, in which every pixel waits for the one
before; the less is done there, the less all have to wait. So colors are looked up in place: numba counts
references to arrays that are handed to small functions, which doubles the time. All numbers are whole: see
``kernels.dither_lookup``.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.dither_lookup import MIXED, SHIFT, U, exact, own_color

REACH = 2  # pixels to either side, and rows down, that a kernel hands error to


@njit(nogil=True, cache=True)
def prepared(row, left, right, values, own, look, sums, stays):
    """Write the values of pixels left to right into sums, and which of them stay what they are into stays.

    row: (w, 3|4). sums: (3 w,) int32. stays: (w,) int16, the palette color that a pixel is plus 1, or 0;
    a clear pixel is the first.
    """
    (flags, colors), top, store = own, look[2], look[3]
    alpha, high = row.shape[1] == 4, 8 if row.itemsize == 2 else 0
    for x in range(left, right):
        p, q, s = row[x, 0], row[x, 1], row[x, 2]
        n = 3 * x
        sums[n], sums[n + 1], sums[n + 2] = values[p], values[q], values[s]
        stays[x] = 0
        if flags[U(p >> high) + U(2) * U(q >> high) + U(4) * U(s >> high)]:
            stays[x] = own_color(p, q, s, high, colors, top, store)
        if alpha and row[x, 3] == 0:
            stays[x] = 1


@njit(nogil=True, cache=True)
def drawn(errors, y, left, right, turns, below, sums):
    """Add what pixels left to right of row y draw from the rows above.

    errors: (rows, 3 (w + 4)) int32, of row y in errors[y % rows]. below: (2, 2, 5) int32 weights of a row
    walked through forward or backward, one or two rows up, by columns from x - 2 to x + 2. sums: (3 w,).
    """
    part = sums[3 * left : 3 * right]
    for up in range(1, REACH + 1):
        weights = below[1 if turns and (y - up) % 2 == 1 else 0, up - 1]
        line = errors[(y - up) % errors.shape[0]]
        for column in range(2 * REACH + 1):
            weight = weights[column]
            if weight != 0:
                above = line[3 * (left + column) : 3 * (right + column)]
                for n in range(part.shape[0]):
                    part[n] += weight * above[n]


@njit(nogil=True, cache=True)
def walked(left, right, step, sums, stays, inks, look, beside, limit, line, labels):
    """Write the labels of pixels left to right, from the one end or the other, and keep their errors.

    inks: (8 k,) int64, of each palette color r, g and b, then those times the weight of the pixel before.
    beside: the weights of the pixel before and of the one before that. limit: the most error of a channel
    that is handed on. line: (3 (w + 4),), the errors of the row. labels: (w,).
    """
    (drop, quick, top, store, axis, eights), (ahead, beyond) = look, beside
    part = np.int64(1)  # errors below it in size are within the limit
    while 2 * part <= limit:
        part *= 2
    outside = ~(2 * part - 1)
    x = right - 1 if step < 0 else left
    last = 3 * (x + REACH - step)
    vr, vg, vb = (
        ahead * np.int64(line[last]),
        ahead * np.int64(line[last + 1]),
        ahead * np.int64(line[last + 2]),
    )
    for _ in range(right - left):
        u = U(x)
        n = U(3) * u
        r, g, b = sums[n] + vr, sums[n + U(1)] + vg, sums[n + U(2)] + vb
        if beyond != 0:
            older = U(3 * (x + REACH - 2 * step))
            r += beyond * line[older]
            g += beyond * line[older + U(1)]
            b += beyond * line[older + U(2)]
        i, j, k = U(r >> drop), U(g >> drop), U(b >> drop)
        label = quick[U(4) * axis[i] + U(2) * axis[j] + axis[k]]
        if label == MIXED:
            label = exact(top, store, eights[i], eights[j], eights[k])
        ink = U(8) * U(label)
        r, g, b = r >> SHIFT, g >> SHIFT, b >> SHIFT
        er, eg, eb = r - inks[ink], g - inks[ink + U(1)], b - inks[ink + U(2)]
        vr, vg, vb = ahead * r - inks[ink + U(3)], ahead * g - inks[ink + U(4)], ahead * b - inks[ink + U(5)]
        if stays[u]:
            label = np.uint8(stays[u] - 1)
            er = eg = eb = vr = vg = vb = 0
        if ((er + part) | (eg + part) | (eb + part)) & outside:
            er, eg = min(max(er, -limit), limit), min(max(eg, -limit), limit)
            eb = min(max(eb, -limit), limit)
            vr, vg, vb = ahead * er, ahead * eg, ahead * eb
        n += U(3 * REACH)
        line[n], line[n + U(1)], line[n + U(2)] = er, eg, eb
        labels[u] = label
        x += step


@njit(nogil=True, cache=True)
def diffused(pixels, start, stop, left, right, skew, fixed, errors, sums, stays, out):
    """Write the indices of a tile; each row reaches ``skew`` pixels less far than the one above.

    Error that reaches a pixel that is a palette color, or a clear one, ends there.
    pixels: (h, w, 3|4). fixed: (turns, values, own, look, inks, weights, limit). turns: whether odd rows run
    backward. values: (256 or 65536,) int32, the sum of every pixel value. own, look: see
    ``kernels.dither_lookup``. weights: (below, (next, after next)). sums, stays: scratch. out: (h, w).
    """
    turns, values, own, look, inks, weights, limit = fixed
    below, beside = weights
    for y in range(start, stop):
        low = max(left - skew * (y - start), 0)
        high = min(right - skew * (y - start), pixels.shape[1])
        if low < high:
            prepared(pixels[y], low, high, values, own, look, sums, stays)
            drawn(errors, y, low, high, turns, below, sums)
            step = -1 if turns and y % 2 == 1 else 1
            line = errors[y % errors.shape[0]]
            walked(low, high, step, sums, stays, inks, look, beside, limit, line, out[y])

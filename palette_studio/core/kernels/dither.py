"""Dithering loops: error diffusion row by row, Riemersma's along a curve, thresholds of a repeating pattern.

Values are 0..255, encoded or linear; ``levels`` turns pixel values into them, ``bytes_of`` (n + 1,) uint8
turns them, as shares of 255 in n steps, into encoded 8-bit colors, whose palette color is looked up (see
kernels.nearest_blocks). A pixel that is a palette color stays as it is: error that reaches it ends there, so
that flat areas stay flat and nothing leaks through them. Clear pixels take no part.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.cube import PLACE_B, PLACE_G, PLACE_R
from palette_studio.core.kernels.nearest_blocks import answer

MARGIN = 2  # of the error rows on either side: as far as any kernel reaches
LEAST, MOST = -128.0, 383.0  # error piles up where no palette color is near; here it stops


@njit(nogil=True, cache=True, inline="always")
def index_of(top, store, r, g, b):
    """Return the palette color nearest to an 8-bit color."""
    return answer(top, store, PLACE_R[r] | PLACE_G[g] | PLACE_B[b])


@njit(nogil=True, cache=True, inline="always")
def byte_of(value, bytes_of, per_value):
    """Return the encoded 8-bit value of a value 0..255, clamped."""
    return bytes_of[int(min(max(value, 0.0), 255.0) * per_value + 0.5)]


@njit(nogil=True, cache=True)
def diffused(pixels, shift, levels, bytes_of, top, store, places, taps, weights, turns, first, rows, out):
    """Write the indices of some rows and carry the error on in ``rows``.

    pixels: (n, w, 3|4), the rows from number ``first`` on. shift: bits below 8. levels: (2^bits,) float32.
    places: (k, 3) float32, the palette in levels. taps: (m, 2) rows down and columns
    ahead, weights: (m,) float32. turns: whether odd rows run backward. rows: (3, w + 4, 3) float32, the error
    for row y in rows[y % 3]. out: (n, w).
    """
    width = pixels.shape[1]
    per_value = (bytes_of.shape[0] - 1) / 255.0
    for i in range(pixels.shape[0]):
        y = first + i
        here = rows[y % 3]
        backward = turns and y % 2 == 1
        ahead = -1 if backward else 1
        for step in range(width):
            j = width - 1 - step if backward else step
            if pixels.shape[2] == 4 and pixels[i, j, 3] == 0:
                out[i, j] = 0
                continue
            own = index_of(
                top, store, pixels[i, j, 0] >> shift, pixels[i, j, 1] >> shift, pixels[i, j, 2] >> shift
            )
            r, g, b = levels[pixels[i, j, 0]], levels[pixels[i, j, 1]], levels[pixels[i, j, 2]]
            if r == places[own, 0] and g == places[own, 1] and b == places[own, 2]:
                out[i, j] = own
                continue
            at = here[j + MARGIN]
            r = min(max(r + at[0], LEAST), MOST)
            g = min(max(g + at[1], LEAST), MOST)
            b = min(max(b + at[2], LEAST), MOST)
            index = index_of(
                top,
                store,
                byte_of(r, bytes_of, per_value),
                byte_of(g, bytes_of, per_value),
                byte_of(b, bytes_of, per_value),
            )
            out[i, j] = index
            r, g, b = r - places[index, 0], g - places[index, 1], b - places[index, 2]
            for t in range(taps.shape[0]):
                to = rows[(y + taps[t, 0]) % 3, j + MARGIN + ahead * taps[t, 1]]
                to[0] += r * weights[t]
                to[1] += g * weights[t]
                to[2] += b * weights[t]
        here[:] = 0.0  # it serves again three rows down


@njit(nogil=True, cache=True)
def along(pixels, shift, levels, bytes_of, top, store, places, way, fade, start, stop, ring, out):
    """Write the indices of the pixels way[start:stop], each moved by the faded errors of those before it.

    way: (n,) places y * w + x. fade: (m,) float32, of the newest error first. ring: (m + 1, 3)
    float32 errors.
    """
    width, length = pixels.shape[1], ring.shape[0]
    per_value = (bytes_of.shape[0] - 1) / 255.0
    for n in range(start, stop):
        i, j = way[n] // width, way[n] % width
        slot = ring[n % length]
        slot[0] = slot[1] = slot[2] = 0.0
        if pixels.shape[2] == 4 and pixels[i, j, 3] == 0:
            out[i, j] = 0
            continue
        own = index_of(
            top, store, pixels[i, j, 0] >> shift, pixels[i, j, 1] >> shift, pixels[i, j, 2] >> shift
        )
        red, green, blue = levels[pixels[i, j, 0]], levels[pixels[i, j, 1]], levels[pixels[i, j, 2]]
        if red == places[own, 0] and green == places[own, 1] and blue == places[own, 2]:
            out[i, j] = own
            continue
        r, g, b = red, green, blue
        for back in range(1, length):
            error, share = ring[(n - back) % length], fade[back - 1]
            r += error[0] * share
            g += error[1] * share
            b += error[2] * share
        index = index_of(
            top,
            store,
            byte_of(r, bytes_of, per_value),
            byte_of(g, bytes_of, per_value),
            byte_of(b, bytes_of, per_value),
        )
        out[i, j] = index
        slot[0], slot[1], slot[2] = red - places[index, 0], green - places[index, 1], blue - places[index, 2]


@njit(nogil=True, cache=True)
def plans(colors, shift, levels, top, store, places, apart, out):
    """Write for each color the two palette colors that mix to it best, and how much of the second, of 255.

    colors: (n, 3). out: (n, 3) of their dtype: nearest color, its partner, share of the partner. The partner
    is the one whose mixture with the nearest color comes closest; colors far ``apart``, (k, k) float32
    squared, are rather not mixed, because their grain shows.
    """
    for n in range(colors.shape[0]):
        index = index_of(top, store, colors[n, 0] >> shift, colors[n, 1] >> shift, colors[n, 2] >> shift)
        r = levels[colors[n, 0]] - places[index, 0]
        g = levels[colors[n, 1]] - places[index, 1]
        b = levels[colors[n, 2]] - places[index, 2]
        partner, share, least = index, np.float32(0.0), np.float32(np.inf)
        if r != 0 or g != 0 or b != 0:
            for other in range(places.shape[0]):
                length = apart[index, other]
                if length == 0:
                    continue
                dr = places[other, 0] - places[index, 0]
                dg = places[other, 1] - places[index, 1]
                db = places[other, 2] - places[index, 2]
                mix = min(max((r * dr + g * dg + b * db) / length, np.float32(0.0)), np.float32(1.0))
                er, eg, eb = r - mix * dr, g - mix * dg, b - mix * db
                cost = er * er + eg * eg + eb * eb + GRAIN * length * mix * (np.float32(1.0) - mix)
                if mix > 0 and cost < least:
                    partner, share, least = other, mix, cost
        out[n, 0], out[n, 1] = index, partner
        out[n, 2] = int(share * np.float32(255.0) + np.float32(0.5))


GRAIN = np.float32(0.06)  # what the unevenness of a mixture costs, beside its error


@njit(nogil=True, cache=True)
def thresholded(pixels, planned, thresholds, first, out):
    """Write each pixel's index: the partner's where its share is above the pattern's threshold.

    planned: (n, w, 3|4) as ``plans`` writes. thresholds: (m, m) float32 of 255. first: the first row.
    """
    size = thresholds.shape[0]
    for i in range(planned.shape[0]):
        line = thresholds[(first + i) % size]
        for j in range(planned.shape[1]):
            out[i, j] = planned[i, j, 1] if planned[i, j, 2] > line[j % size] else planned[i, j, 0]
            if pixels.shape[2] == 4 and pixels[i, j, 3] == 0:
                out[i, j] = 0


@njit(nogil=True, cache=True)
def hilbert(width, height, out):
    """Write a way through every pixel, (w * h,) int32 places y * w + x, each step to a neighbor.

    A Hilbert curve for rectangles of any size (Cerveny's generalized curve): a rectangle is cut in two along
    its longer side, or in three when it is nearly square, with a stack in place of recursion. A rectangle is
    a corner, its main axis and its other axis. Where a side is odd one step is diagonal.
    """
    stack = np.zeros((256, 6), np.int64)
    if width >= height:
        stack[0, 2], stack[0, 5] = width, height
    else:
        stack[0, 3], stack[0, 4] = height, width
    depth, count = 1, 0
    while depth > 0:
        depth -= 1
        x, y, ax, ay = stack[depth, 0], stack[depth, 1], stack[depth, 2], stack[depth, 3]
        bx, by = stack[depth, 4], stack[depth, 5]
        long, wide = abs(ax + ay), abs(bx + by)
        dax, day, dbx, dby = np.sign(ax), np.sign(ay), np.sign(bx), np.sign(by)
        if wide == 1 or long == 1:
            dx, dy = (dax, day) if wide == 1 else (dbx, dby)
            for _ in range(max(long, wide)):
                out[count] = y * width + x
                count += 1
                x, y = x + dx, y + dy
            continue
        cx, cy, ex, ey = ax // 2, ay // 2, bx // 2, by // 2
        if 2 * long > 3 * wide:
            if abs(cx + cy) % 2 and long > 2:
                cx, cy = cx + dax, cy + day
            put(stack, depth, x + cx, y + cy, ax - cx, ay - cy, bx, by)
            put(stack, depth + 1, x, y, cx, cy, bx, by)
            depth += 2
        else:
            if abs(ex + ey) % 2 and wide > 2:
                ex, ey = ex + dbx, ey + dby
            far_x, far_y = x + ax - dax + ex - dbx, y + ay - day + ey - dby
            put(stack, depth, far_x, far_y, -ex, -ey, cx - ax, cy - ay)
            put(stack, depth + 1, x + ex, y + ey, ax, ay, bx - ex, by - ey)
            put(stack, depth + 2, x, y, ex, ey, cx, cy)
            depth += 3


@njit(nogil=True, cache=True, inline="always")
def put(stack, depth, x, y, ax, ay, bx, by):
    """Put a rectangle on the stack."""
    stack[depth, 0], stack[depth, 1], stack[depth, 2] = x, y, ax
    stack[depth, 3], stack[depth, 4], stack[depth, 5] = ay, bx, by

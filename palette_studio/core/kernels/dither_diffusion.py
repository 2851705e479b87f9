"""Error diffusion: each pixel takes up what those before it could not show.

A pixel's error is kept; others draw their share of it when their turn comes. So all that a row draws from
the rows above is summed up at once, before the row is walked through, and the walk itself, in which every
pixel waits for the one before, is short. All numbers are whole: see ``kernels.dither_lookup``.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.dither_lookup import MIXED, SHIFT, U, exact

REACH = 2  # pixels to either side, and rows down, that a kernel hands error to
HALF = 1 << (SHIFT - 1)


@njit(nogil=True, cache=True)
def drawn(errors, y, left, right, turns, below, carry):
    """Write what pixels left to right of row y draw from the rows above, and the half that rounds it.

    errors: (rows, 3 (w + 4)) int32, of row y in errors[y % rows]. below: (2, 2, 5) int32 weights of a row
    walked through forward or backward, one or two rows up, by columns from x - 2 to x + 2. carry: (3 w,).
    """
    part = carry[3 * left : 3 * right]
    part[:] = HALF
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
def diffused(
    pixels, y, left, right, turns, values, masks, own, inks, look, weights, limit, errors, carry, out
):
    """Write the indices of the pixels left to right of row y, and keep their errors.

    pixels: (h, w, 3|4). turns: whether odd rows run backward. values: (256 or 65536,) int32, WHITE << SHIFT
    for the brightest. masks: (3, 256) uint64, bits of the palette colors that have a byte in a channel. own:
    (k, 3) int32, the palette as pixel values; inks: (k, 3) int32, as 0..WHITE, a half added as to values.
    look: (bits to drop, what to add, quick, top, store, axes, eights). weights: (below, next, after next).
    limit: the most error of a channel that is handed on. out: (h, w). Error that reaches a pixel that is a
    palette color, or a clear one, ends there.
    """
    drop, past, quick, top, store, axes, eights = look
    below, ahead, beyond = weights
    drawn(errors, y, left, right, turns, below, carry)
    step = -1 if turns and y % 2 == 1 else 1
    row, line, labels = pixels[y], errors[y % errors.shape[0]], out[y]
    ink_r, ink_g, ink_b, pace_r, pace_g, pace_b = inks[0], inks[1], inks[2], inks[3], inks[4], inks[5]
    mask_r, mask_g, mask_b = masks[0], masks[1], masks[2]
    axis_r, axis_g, axis_b = axes[0], axes[1], axes[2]
    alpha, high = pixels.shape[2] == 4, 8 if values.shape[0] > 256 else 0
    x = right - 1 if step < 0 else left
    last, older = 3 * (x + REACH - step), 3 * (x + REACH - 2 * step)
    er, eg, eb = np.int64(line[last]), np.int64(line[last + 1]), np.int64(line[last + 2])
    fr, fg, fb = np.int64(line[older]), np.int64(line[older + 1]), np.int64(line[older + 2])
    vr, vg, vb = ahead * er, ahead * eg, ahead * eb
    wr = wg = wb = np.int64(0)
    for _ in range(right - left):
        u = U(x)
        n = U(3) * u
        p, q, s = row[u, 0], row[u, 1], row[u, 2]
        r = (carry[n] + values[p] + beyond * fr + vr) - wr
        g = (carry[n + U(1)] + values[q] + beyond * fg + vg) - wg
        b = (carry[n + U(2)] + values[s] + beyond * fb + vb) - wb
        i, j, k = U((r >> drop) + past), U((g >> drop) + past), U((b >> drop) + past)
        label = quick[axis_r[i] | axis_g[j] | axis_b[k]]
        if label == MIXED:
            label = exact(top, store, eights[i], eights[j], eights[k])
        fr, fg, fb = er, eg, eb
        wr, wg, wb = pace_r[label], pace_g[label], pace_b[label]
        r, g, b = r >> SHIFT, g >> SHIFT, b >> SHIFT
        vr, vg, vb = ahead * r, ahead * g, ahead * b
        er, eg, eb = r - ink_r[label], g - ink_g[label], b - ink_b[label]
        if mask_r[p >> high] & mask_g[q >> high] & mask_b[s >> high]:
            found = exact(top, store, p >> high, q >> high, s >> high)
            if own[found, 0] == p and own[found, 1] == q and own[found, 2] == s:
                label = found
                er = eg = eb = vr = vg = vb = wr = wg = wb = 0
        if alpha and row[u, 3] == 0:
            label = np.uint8(0)
            er = eg = eb = vr = vg = vb = wr = wg = wb = 0
        if abs(er) > limit or abs(eg) > limit or abs(eb) > limit:
            er, eg = min(max(er, -limit), limit), min(max(eg, -limit), limit)
            eb = min(max(eb, -limit), limit)
            vr, vg, vb = ahead * er, ahead * eg, ahead * eb
            wr = wg = wb = 0
        labels[u] = label
        n += U(3 * REACH)
        line[n], line[n + U(1)], line[n + U(2)] = er, eg, eb
        x += step


@njit(nogil=True, cache=True)
def diffused_rows(pixels, start, stop, fixed, errors, carry, out):
    """Write the indices of whole rows, in turn."""
    turns, values, masks, own, inks, look, weights, limit = fixed
    for y in range(start, stop):
        diffused(
            pixels,
            y,
            0,
            pixels.shape[1],
            turns,
            values,
            masks,
            own,
            inks,
            look,
            weights,
            limit,
            errors,
            carry,
            out,
        )


@njit(nogil=True, cache=True)
def diffused_tile(pixels, start, stop, left, right, skew, fixed, errors, carry, out):
    """Write the indices of a slanted tile: each row reaches ``skew`` pixels less far than the one above."""
    turns, values, masks, own, inks, look, weights, limit = fixed
    width = pixels.shape[1]
    for y in range(start, stop):
        low, high = max(left - skew * (y - start), 0), min(right - skew * (y - start), width)
        if low < high:
            diffused(
                pixels,
                y,
                low,
                high,
                turns,
                values,
                masks,
                own,
                inks,
                look,
                weights,
                limit,
                errors,
                carry,
                out,
            )

"""Riemersma's dithering: error is handed on along a Hilbert curve, and fades with every pixel it passes."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.dither_lookup import MIXED, SHIFT, U, exact, own_color


@njit(nogil=True, cache=True)
def walked(pixels, way, count, fixed, keep, strength, state, out):
    """Write the indices of the first ``count`` places of a way, and carry the error on in ``state``.

    way: (n,) int32 places y * w + x. fixed: (values, own, look, inks, limit) as in kernels.dither_diffusion,
    inks (k, 3). keep: what is left of older errors after a pixel, strength: how much of its own is added,
    both of 2^SHIFT. state: (3,) int64, the error that the next pixel takes up, with SHIFT bits below 1.
    """
    values, (flags, colors), (drop, quick, top, store, axis, eights), inks, limit = fixed
    width, high = pixels.shape[1], 8 if pixels.itemsize == 2 else 0
    sr, sg, sb = state[0], state[1], state[2]
    for n in range(count):
        y, x = way[n] // width, way[n] % width
        p, q, s = pixels[y, x, 0], pixels[y, x, 1], pixels[y, x, 2]
        r, g, b = values[p] + sr, values[q] + sg, values[s] + sb
        i, j, k = U(r >> drop), U(g >> drop), U(b >> drop)
        label = quick[U(4) * axis[i] + U(2) * axis[j] + axis[k]]
        if label == MIXED:
            label = exact(top, store, eights[i], eights[j], eights[k])
        er, eg = (r >> SHIFT) - inks[label, 0], (g >> SHIFT) - inks[label, 1]
        eb = (b >> SHIFT) - inks[label, 2]
        stays = 0
        if flags[U(p >> high) + U(2) * U(q >> high) + U(4) * U(s >> high)]:
            stays = own_color(p, q, s, high, colors, top, store)
        if pixels.shape[2] == 4 and pixels[y, x, 3] == 0:
            stays = 1
        if stays:
            label = np.uint8(stays - 1)
            er = eg = eb = 0
        out[y, x] = label
        er, eg, eb = min(max(er, -limit), limit), min(max(eg, -limit), limit), min(max(eb, -limit), limit)
        sr = ((sr * keep) >> SHIFT) + er * strength
        sg = ((sg * keep) >> SHIFT) + eg * strength
        sb = ((sb * keep) >> SHIFT) + eb * strength
    state[0], state[1], state[2] = sr, sg, sb


@njit(nogil=True, cache=True)
def hilbert(width, stack, depth, most, out):
    """Write the next places y * w + x of a way through every pixel; return how deep the stack is, how many.

    A Hilbert curve for rectangles of any size, after Cerveny's "generalized Hilbert curve": a rectangle is
    cut in two along its longer side, or in three when it is nearly square. Each step goes to a neighbor;
    where a side is odd one is diagonal. stack: (n, 6) int64 rectangles still to be walked through, the next
    at depth - 1: a corner, the main axis and the other axis. At most ``most`` places are written.
    """
    count = 0
    while depth > 0:
        x, y, ax, ay = stack[depth - 1, 0], stack[depth - 1, 1], stack[depth - 1, 2], stack[depth - 1, 3]
        bx, by = stack[depth - 1, 4], stack[depth - 1, 5]
        long, wide = abs(ax + ay), abs(bx + by)
        dax, day, dbx, dby = np.sign(ax), np.sign(ay), np.sign(bx), np.sign(by)
        if wide == 1 or long == 1:
            dx, dy = (dax, day) if wide == 1 else (dbx, dby)
            steps = min(max(long, wide), most - count)
            for n in range(steps):
                out[count + n] = (y + n * dy) * width + x + n * dx
            count += steps
            if steps < max(long, wide):
                left = max(long, wide) - steps  # a line that goes on next time
                put(stack, depth - 1, x + steps * dx, y + steps * dy, left * dx, left * dy, abs(dy), abs(dx))
                return depth, count
            depth -= 1
            continue
        depth -= 1
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
    return depth, count


@njit(nogil=True, cache=True, inline="always")
def put(stack, depth, x, y, ax, ay, bx, by):
    """Put a rectangle on the stack."""
    stack[depth, 0], stack[depth, 1], stack[depth, 2] = x, y, ax
    stack[depth, 3], stack[depth, 4], stack[depth, 5] = ay, bx, by

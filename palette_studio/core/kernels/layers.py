"""Colors as mixtures of swatches, and pictures whose layers have other colors."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.hull import nearest_on_triangle

INSIDE = -1e-9
FULL = 65535  # of a share of 16 bits


@njit(nogil=True, cache=True)
def shared(colors, scale, points, tetrahedra, maps, faces, out):
    """Write the shares of (k, 3) points in each color, summing to 1.

    colors: (n, 3), times scale in 0..1. tetrahedra: (t, 4) corners, with maps: (t, 4, 4), see
    kernels.simplices; of two that hold a color the one that holds it deeper is taken. A color in none is
    that of the nearest place on faces: (f, 3). out: (n, k) float64.
    """
    color, shares = np.empty(3), np.empty(4)
    for n in range(colors.shape[0]):
        for c in range(3):
            color[c] = colors[n, c] * scale
        out[n] = 0.0
        held = _deepest(color, maps, shares)
        if held >= 0:
            for i in range(4):
                out[n, tetrahedra[held, i]] += shares[i]
            continue
        _on_nearest(color, points, faces, out[n])


@njit(nogil=True, cache=True)
def _deepest(color, maps, shares):
    """Write the shares, not below 0, in the tetrahedron that holds a color and return it; -1: none does."""
    held, deepest = -1, INSIDE
    for t in range(maps.shape[0]):
        least = np.inf
        for i in range(4):
            share = (
                maps[t, i, 0] * color[0] + maps[t, i, 1] * color[1] + maps[t, i, 2] * color[2] + maps[t, i, 3]
            )
            least = min(least, share)
            if least <= deepest:
                break
        if least > deepest:
            held, deepest = t, least
    if held < 0:
        return held
    total = 0.0
    for i in range(4):
        share = maps[held, i, 3]
        for c in range(3):
            share += maps[held, i, c] * color[c]
        shares[i] = max(0.0, share)
        total += shares[i]
    for i in range(4):
        shares[i] /= total
    return held


@njit(nogil=True, cache=True)
def _on_nearest(color, points, faces, out):
    """Add the shares at the nearest place on any of the faces; ties go to the first."""
    best, least = 0, np.inf
    x = y = z = 0.0
    for f in range(faces.shape[0]):
        a, b, c = points[faces[f, 0]], points[faces[f, 1]], points[faces[f, 2]]
        u, v, w = nearest_on_triangle(color, a, b, c)
        distance = 0.0
        for i in range(3):
            off = u * a[i] + v * b[i] + w * c[i] - color[i]
            distance += off * off
        if distance < least:
            best, least, x, y, z = f, distance, u, v, w
    out[faces[best, 0]] += x
    out[faces[best, 1]] += y
    out[faces[best, 2]] += z


@njit(nogil=True, cache=True)
def mixed(pixels, points, tetrahedra, maps, faces, out):
    """Write (h, k, w) uint16 shares of (k, 3) points in the colors of (h, w, 3|4) pixels, see ``shared``."""
    scale = 1.0 / (255 if pixels.itemsize == 1 else 65535)
    shares = np.empty((pixels.shape[1], points.shape[0]))
    for i in range(pixels.shape[0]):
        shared(pixels[i], scale, points, tetrahedra, maps, faces, shares)
        for j in range(pixels.shape[1]):
            for k in range(points.shape[0]):
                out[i, k, j] = np.uint16(shares[j, k] * FULL + 0.5)


@njit(nogil=True, cache=True)
def missed(pixels, shares, points, squares):
    """Write for each row the sum of squares of pixels minus their mixture, and how many show.

    shares: (h, k, w) uint16; points: (k, 3), 0..255; squares: (h, 2).
    """
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            if pixels.shape[2] == 4 and pixels[i, j, 3] == 0:
                continue
            squares[i, 1] += 1.0
            for c in range(3):
                off = -float(pixels[i, j, c])
                for k in range(points.shape[0]):
                    off += shares[i, k, j] * points[k, c] * (1.0 / FULL)
                squares[i, 0] += off * off


@njit(nogil=True, cache=True)
def applied(pixels, layers, which, shifts, out):
    """Write every pixel plus each moved swatch's shift times its share of the pixel, rounded; alpha copied.

    layers: (h, k, w) uint16 shares, of which (m,) ``which`` move; shifts: (m, 3) float32 for one unit of a
    share, in units of the pixels. What leaves the range goes toward the gray of its luma until it fits.
    """
    alpha, most = pixels.shape[2] == 4, np.float32(255 if pixels.itemsize == 1 else 65535)
    zero, half = np.float32(0), np.float32(0.5)
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            r, g, b = np.float32(pixels[i, j, 0]), np.float32(pixels[i, j, 1]), np.float32(pixels[i, j, 2])
            for m in range(which.shape[0]):
                share = np.float32(layers[i, which[m], j])
                r += share * shifts[m, 0]
                g += share * shifts[m, 1]
                b += share * shifts[m, 2]
            if min(r, g, b) < zero or max(r, g, b) > most:
                r, g, b = fitted(r, g, b, most)
            out[i, j, 0], out[i, j, 1], out[i, j, 2] = r + half, g + half, b + half
            if alpha:
                out[i, j, 3] = pixels[i, j, 3]


@njit(nogil=True, cache=True)
def fitted(r, g, b, most):
    """Return a color in 0..most of the same luma and hue angle, as colorful as fits."""
    luma = np.float32(0.299) * r + np.float32(0.587) * g + np.float32(0.114) * b  # ITU-R BT.601
    gray = min(max(luma, np.float32(0)), most)
    keep = np.float32(1)
    for value in (r, g, b):
        if value > most:
            keep = min(keep, (most - gray) / (value - gray))
        elif value < np.float32(0):
            keep = min(keep, gray / (gray - value))
    low, high = np.float32(0), most  # rounding may leave them by a hair
    return (
        min(max(gray + keep * (r - gray), low), high),
        min(max(gray + keep * (g - gray), low), high),
        min(max(gray + keep * (b - gray), low), high),
    )

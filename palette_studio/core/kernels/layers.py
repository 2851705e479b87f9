"""Colors as mixtures of swatches, and pictures whose layers have other colors."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.hull import nearest_on_triangle
from palette_studio.core.kernels.simplices import located, normalize, shares_at

INSIDE = -1e-6  # a color that misses a tetrahedron by less is in it: some are too flat to be there
FULL = 65535  # of a share of 16 bits
TOGETHER = 64  # pixels of a row that are looked at one by one where any of them leaves the range


@njit(nogil=True, cache=True)
def shared(colors, scale, swatches, out):
    """Write the shares of k swatches in each color, summing to 1.

    colors: (n, 3), times scale in 0..1. out: (n, k) float64. swatches: points (k, 3), tetrahedra (t, 4) of
    them, with maps (t, 4, 4), see kernels.simplices, faces (f, 3) and their planes (f, 4). Of two
    tetrahedra that hold a color the one that holds it deeper is taken. A color in none is that of the
    nearest place on a face.
    """
    color, four = np.empty(3), np.empty(4)
    for n in range(colors.shape[0]):
        for c in range(3):
            color[c] = colors[n, c] * scale
        out[n] = 0.0
        _add_shares(color, 1.0, swatches, four, out[n])


@njit(nogil=True, cache=True)
def _add_shares(color, amount, swatches, four, out):
    """Add ``amount`` times the shares of a color to ``out``. four: (4,), written to."""
    points, tetrahedra, maps, faces, planes = swatches
    held = _deepest(color, maps, four)
    if held < 0:
        _on_nearest(color, amount, points, faces, planes, out)
        return
    for i in range(4):
        out[tetrahedra[held, i]] += amount * four[i]


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
    shares_at(color, maps, held, shares)
    normalize(shares)
    return held


@njit(nogil=True, cache=True)
def _on_nearest(color, amount, points, faces, planes, out):
    """Add ``amount`` times the shares at the nearest place on any of the faces; ties go to the first.

    From outside a hull it is on one of those seen, and no nearer than its plane.
    """
    best, least = 0, np.inf
    x = y = z = 0.0
    for f in range(faces.shape[0]):
        if planes.shape[0] > 0:
            above = planes[f, 0] * color[0] + planes[f, 1] * color[1] + planes[f, 2] * color[2] + planes[f, 3]
            if (above <= 0.0 or above * above > least) and least < np.inf:
                continue
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        u, v, w = nearest_on_triangle(color, points, a, b, c)
        distance = 0.0
        for i in range(3):
            off = u * points[a, i] + v * points[b, i] + w * points[c, i] - color[i]
            distance += off * off
        if distance < least:
            best, least, x, y, z = f, distance, u, v, w
    out[faces[best, 0]] += amount * x
    out[faces[best, 1]] += amount * y
    out[faces[best, 2]] += amount * z


@njit(nogil=True, cache=True)
def mixed(pixels, scale, swatches, out):
    """Write (h, k, w) uint16 shares of swatches in the colors of (h, w, 3|4) pixels; see ``shared``."""
    shares = np.empty((pixels.shape[1], swatches[0].shape[0]))
    for i in range(pixels.shape[0]):
        shared(pixels[i], scale, swatches, shares)
        for j in range(pixels.shape[1]):
            for k in range(shares.shape[1]):
                out[i, k, j] = np.uint16(shares[j, k] * FULL + 0.5)


@njit(nogil=True, cache=True)
def mixed_in_place(pixels, scale, corner, step, places, mixture, swatches, out):
    """Write (h, k, w) uint16 shares of swatches in pixels, by their color and their place.

    pixels: (h, w, 3|4); scale: 1 / their largest value. corner, step: (2,) x and y of the first pixel, and
    from pixel to pixel. places: a tessellation of (r, g, b, x, y), see hull.places; mixture: (n, k) shares
    of the swatches in its corners.
    Corners that the swatches cannot mix draw colors between them along; see ``_mend``.
    """
    simplices, neighbors, maps, center, home, bounds = places
    count = mixture.shape[1]
    point, shares, start, four = np.empty(5), np.empty(6), np.empty(6), np.empty(4)
    color, way, mix = np.empty(3), np.empty(3), np.empty(count)
    at = home
    for i in range(pixels.shape[0]):
        point[4] = min(max(corner[1] + i * step[1], bounds[1, 0]), bounds[1, 1])
        for j in range(pixels.shape[1]):
            point[3] = min(max(corner[0] + j * step[0], bounds[0, 0]), bounds[0, 1])
            for c in range(3):
                point[c] = pixels[i, j, c] * scale
            at = located(point, center, home, at, neighbors, maps, shares, start)
            mix[:] = 0.0
            for s in range(6):
                for k in range(count):
                    mix[k] += shares[s] * mixture[simplices[at, s], k]
            _mend(point, mix, swatches, color, way, four)
            normalize(mix)
            for k in range(count):
                out[i, k, j] = np.uint16(mix[k] * FULL + 0.5)


@njit(nogil=True, cache=True)
def _mend(point, mix, swatches, color, way, four):
    """Make a mixture, which is of about the color of a point, one of exactly that color.

    The line from what is mixed through the color meets the surface of the hull: the color is between the
    mixture and that place, which is a mixture as well. A color outside is that of the nearest place.
    color, way: (3,), four: (4,), written to.
    """
    points, _, _, _, planes = swatches
    for c in range(3):
        color[c] = 0.0
        for k in range(mix.shape[0]):
            color[c] += mix[k] * points[k, c]
        way[c] = point[c] - color[c]
    reach = 1e9
    for f in range(planes.shape[0]):
        rise = planes[f, 0] * way[0] + planes[f, 1] * way[1] + planes[f, 2] * way[2]
        if rise > 1e-12:
            depth = planes[f, 0] * color[0] + planes[f, 1] * color[1] + planes[f, 2] * color[2] + planes[f, 3]
            reach = min(reach, -depth / rise)
    if reach <= 1.0:
        mix[:] = 0.0
        _add_shares(point[:3], 1.0, swatches, four, mix)
        return
    for k in range(mix.shape[0]):
        mix[k] *= 1.0 - 1.0 / reach
    for c in range(3):
        color[c] += reach * way[c]
    _add_shares(color, 1.0 / reach, swatches, four, mix)


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
def ways(layers, which, shifts, way):
    """Write how far every pixel goes: each moved swatch's shift times its share of the pixel.

    layers: (h, k, w) uint16 shares, of which (m,) ``which`` move; shifts: (m, 3) float32 for one unit of a
    share. way: (h, 3, w) float32. One loop a channel and swatch, which compiles to many pixels at a time; in
    one kernel with ``moved`` it does not.
    """
    for i in range(layers.shape[0]):
        for c in range(3):
            row = way[i, c]
            row[:] = np.float32(0)
            for m in range(which.shape[0]):
                layer, shift = layers[i, which[m]], shifts[m, c]
                for j in range(row.shape[0]):
                    row[j] += np.float32(layer[j]) * shift


@njit(nogil=True, cache=True)
def moved(pixels, way, out):
    """Write every pixel plus its way (h, 3, w), rounded; alpha copied.

    What leaves the range goes toward the gray of its luma until it fits. Ways are first put beside each other
    as pixels are: the loop over values then compiles to many at a time.
    """
    channels, bits, half = pixels.shape[2], 8 * pixels.itemsize, np.float32(0.5)
    ways_of_row = np.zeros(pixels.shape[1] * channels, np.float32)
    for i in range(pixels.shape[0]):
        row, result = pixels[i].reshape(-1), out[i].reshape(-1)
        for c in range(3):
            for j in range(pixels.shape[1]):
                ways_of_row[j * channels + c] = way[i, c, j]
        for start in range(0, pixels.shape[1], TOGETHER):
            stop, beyond = min(start + TOGETHER, pixels.shape[1]), np.int32(0)
            part = slice(start * channels, stop * channels)
            values, ways_of, results = row[part], ways_of_row[part], result[part]
            for n in range(values.shape[0]):
                value = np.int32(np.float32(values[n]) + (ways_of[n] + half))
                beyond |= value >> bits  # not 0 below the range and above it
                results[n] = value
            if beyond != 0:
                _fit(pixels[i], way[i], start, stop, out[i])


@njit(nogil=True, cache=True)
def _fit(pixels, way, start, stop, out):
    """Write again those pixels of a part of a row that leave the range."""
    most, half = np.float32(255 if pixels.itemsize == 1 else 65535), np.float32(0.5)
    for j in range(start, stop):
        r, g, b = pixels[j, 0] + way[0, j], pixels[j, 1] + way[1, j], pixels[j, 2] + way[2, j]
        if min(r, g, b) < -half or max(r, g, b) >= most + half:
            r, g, b = fitted(r, g, b, most)
            out[j, 0], out[j, 1], out[j, 2] = r + half, g + half, b + half


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

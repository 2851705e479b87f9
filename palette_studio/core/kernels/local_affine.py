"""Displacements of colors as affine functions of color that vary over the picture: a color guided filter.

He, Sun & Tang 2013, "Guided Image Filtering", eq. 14 to 16 with the fast variant's coefficients at low
resolution. A grid of models is (h, w, 12) float32: for the displacement of each of L, a, b the three slopes
over the color, less ``CENTER``, then the three offsets.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.light import encoded, lab_of, linear_of

CENTER = 50.0  # of lightness: small numbers keep float32 exact


@njit(nogil=True, cache=True)
def inverses(means, counts, eps_light, eps_color, out):
    """Write the inverses of each window's covariance of colors plus eps, for lightness and for a and b.

    means: (h, w, 9) window sums of weighted color (3) and its products (6), counts: (h, w) those of weights;
    out: (h, w, 2, 6), symmetric matrices. Divides means by counts in place.
    """
    for y in range(means.shape[0]):
        for x in range(means.shape[1]):
            m = means[y, x]
            for c in range(9):
                m[c] /= counts[y, x]
            for kind in range(2):
                eps = eps_light if kind == 0 else eps_color
                p, q, r = m[3] - m[0] * m[0] + eps, m[4] - m[0] * m[1], m[5] - m[0] * m[2]
                s, t, u = m[6] - m[1] * m[1] + eps, m[7] - m[1] * m[2], m[8] - m[2] * m[2] + eps
                i, j, k = s * u - t * t, r * t - q * u, q * t - r * s
                scale = 1 / (p * i + q * j + r * k)
                one = out[y, x, kind]
                one[0], one[1], one[2] = i * scale, j * scale, k * scale
                one[3], one[4], one[5] = (
                    (p * u - r * r) * scale,
                    (q * r - p * t) * scale,
                    (p * s - q * q) * scale,
                )


@njit(nogil=True, cache=True)
def products(guide, weight, field, out):
    """Write what windows sum up: (h, w, 12), field times color, then field. guide: (h, w, 3), L centered."""
    for y in range(guide.shape[0]):
        for x in range(guide.shape[1]):
            for c in range(3):
                value = field[y, x, c] * weight[y, x]
                for i in range(3):
                    out[y, x, 3 * c + i] = value * guide[y, x, i]
                out[y, x, 9 + c] = value


@njit(nogil=True, cache=True)
def models(sums, counts, means, inverse, weight, keep_light, out):
    """Write each window's model, times its weight (eq. 14 and 15). sums: ``products``, summed by windows."""
    for y in range(sums.shape[0]):
        for x in range(sums.shape[1]):
            over, m, w = 1 / counts[y, x], means[y, x], weight[y, x]
            for c in range(3):
                keep = w * keep_light if c == 0 else w
                v = inverse[y, x, min(c, 1)]
                mean = sums[y, x, 9 + c] * over
                d = sums[y, x, 3 * c] * over - mean * m[0]
                e = sums[y, x, 3 * c + 1] * over - mean * m[1]
                f = sums[y, x, 3 * c + 2] * over - mean * m[2]
                one = v[0] * d + v[1] * e + v[2] * f
                two = v[1] * d + v[3] * e + v[4] * f
                three = v[2] * d + v[4] * e + v[5] * f
                out[y, x, 3 * c], out[y, x, 3 * c + 1], out[y, x, 3 * c + 2] = (
                    one * keep,
                    two * keep,
                    three * keep,
                )
                out[y, x, 9 + c] = (mean - one * m[0] - two * m[1] - three * m[2]) * keep


@njit(nogil=True, cache=True)
def displacements(grid, counts, guide, out):
    """Divide the window sums of models by the counts, in place, and write what they say (eq. 16)."""
    for y in range(grid.shape[0]):
        for x in range(grid.shape[1]):
            m, g = grid[y, x], guide[y, x]
            over = 1 / counts[y, x]
            for c in range(12):
                m[c] *= over
            for c in range(3):
                out[y, x, c] = m[3 * c] * g[0] + m[3 * c + 1] * g[1] + m[3 * c + 2] * g[2] + m[9 + c]


@njit(nogil=True, cache=True)
def painted(pixels, linear, grid, start, height, look, out):
    """Write pixels displaced by the grid's models, read bilinearly at each pixel of the full picture.

    pixels, out: (rows, w, 3|4) uint8 or uint16, rows from ``start`` on of a picture of that height. linear:
    light of every value. look: (strength, luminance, intensity, mean lightness, 1 where lightness is kept).
    Pixels with alpha 0 stay. Channels are clipped, as the field was solved for it.
    """
    rows, width, channels = pixels.shape
    tall, wide = grid.shape[:2]
    most = float(len(linear) - 1)
    strength, luminance, intensity, middle, kept = look
    line = np.empty((wide + 1, 12), np.float32)
    for row in range(rows):
        _mixed(grid, (start + row + 0.5) * tall / height - 0.5, line)
        for x in range(width):
            if channels == 4:
                out[row, x, 3] = pixels[row, x, 3]
                if pixels[row, x, 3] == 0:
                    out[row, x, 0], out[row, x, 1], out[row, x, 2] = (
                        pixels[row, x, 0],
                        pixels[row, x, 1],
                        pixels[row, x, 2],
                    )
                    continue
            place = min(max((x + 0.5) * wide / width - 0.5, 0.0), wide - 1.0)
            at = int(place)
            share = np.float32(place - at)
            near, far = line[at], line[at + 1]
            light, a, b = lab_of(
                linear[pixels[row, x, 0]], linear[pixels[row, x, 1]], linear[pixels[row, x, 2]]
            )
            centered, fa, fb = np.float32(light - CENTER), np.float32(a), np.float32(b)
            l0, a0, b0 = _said(near, centered, fa, fb)
            l1, a1, b1 = _said(far, centered, fa, fb)
            new = light + l0 + share * (l1 - l0)
            new_a = (a + a0 + share * (a1 - a0)) * intensity
            new_b = (b + b0 + share * (b1 - b0)) * intensity
            new = light if kept > 0 else middle + (new - middle) * luminance
            red, green, blue, _ = linear_of(
                light + strength * (new - light), a + strength * (new_a - a), b + strength * (new_b - b)
            )
            out[row, x, 0] = int(encoded(red) * most + 0.5)
            out[row, x, 1] = int(encoded(green) * most + 0.5)
            out[row, x, 2] = int(encoded(blue) * most + 0.5)


@njit(nogil=True, cache=True)
def _said(model, light, a, b):
    return (
        model[0] * light + model[1] * a + model[2] * b + model[9],
        model[3] * light + model[4] * a + model[5] * b + model[10],
        model[6] * light + model[7] * a + model[8] * b + model[11],
    )


@njit(nogil=True, cache=True)
def _mixed(grid, place, line):
    """Write the grid's row at a place between two, and its last model once more behind the end."""
    tall, wide = grid.shape[:2]
    place = min(max(place, 0.0), tall - 1.0)
    above = int(place)
    below, share = min(above + 1, tall - 1), np.float32(place - above)
    for x in range(wide):
        for c in range(12):
            line[x, c] = grid[above, x, c] + share * (grid[below, x, c] - grid[above, x, c])
    line[wide] = line[wide - 1]

"""Recoloring by soft shares of Gaussian components around the swatches, one color at a time, in Lab."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core.kernels.light import lab_of, srgb_of
from palette_studio.core.kernels.nearest_points import oklab_of

FAR = 23.0  # log of how much less likely, 1e-10, a component may be and count
END = 1e-6  # of lightness: a swatch that near to black or white is it, and takes it along
FADES, FULL = 0.02, 0.12  # shares, of the largest, below which one is cut, above which it is whole


@njit(nogil=True, cache=True)
def memberships(r, g, b, lab, model, density, weights):
    """Write the share of each swatch in a color: posteriors, corrected, clipped, faded out, sum 1.

    The color is linear r, g, b and, the same, lab. model: means (k, 3), factors (k, 3, 3) lower triangular,
    heights (k,), blend (k, k), and whether they are of 100 times OKLab in place of Lab. density: (k,) is
    scratch. The likeliest component's height is taken out of all exponents, which cancels.
    """
    means, factors, heights, blend, oklab = model
    p, q, s = lab
    if oklab:
        p, q, s = oklab_of(r, g, b)
        p, q, s = 100.0 * p, 100.0 * q, 100.0 * s
    k, most, index = means.shape[0], -np.inf, 0
    for i in range(k):
        x, y, z = p - means[i, 0], q - means[i, 1], s - means[i, 2]
        f = factors[i]
        u, v, w = f[0, 0] * x, f[1, 0] * x + f[1, 1] * y, f[2, 0] * x + f[2, 1] * y + f[2, 2] * z
        density[i] = heights[i] - 0.5 * (u * u + v * v + w * w)
        if density[i] > most:
            most, index = density[i], i
    total = 0.0
    weights[:] = 0.0
    for j in range(k):
        if density[j] < most - FAR:
            continue
        part = math.exp(density[j] - most)
        total += part
        for i in range(k):
            weights[i] += part * blend[j, i]
    largest = 0.0
    for i in range(k):
        weights[i] = max(weights[i] / total, 0.0)
        largest = max(largest, weights[i])
    if largest <= 0.0:
        weights[index] = largest = 1.0
    total = 0.0
    for i in range(k):
        t = min(max((weights[i] / largest - FADES) / (FULL - FADES), 0.0), 1.0)
        weights[i] *= t * t * (3.0 - 2.0 * t)
        total += weights[i]
    for i in range(k):
        weights[i] /= total


@njit(nogil=True, cache=True)
def toned(lightness, before, after):
    """Return where a lightness goes when ``before`` goes to ``after``, black and white staying."""
    if before > END and lightness < before:
        return lightness * (after / before)
    if before > 100.0 - END:
        return after + (lightness - before)
    return 100.0 - (100.0 - lightness) * ((100.0 - after) / (100.0 - before))


@njit(nogil=True, cache=True)
def destination(lightness, a, b, weights, edit):
    """Return whether a color moves at all, and the Lab it goes to. edit: (k, 3) found, edited, (m,) moved."""
    found, edited, moved = edit
    to_l, to_a, to_b, moves = lightness, a, b, False
    for n in range(moved.shape[0]):
        i = moved[n]
        if weights[i] > 0.0:
            moves = True
            to_l += weights[i] * (toned(lightness, found[i, 0], edited[i, 0]) - lightness)
            to_a += weights[i] * (edited[i, 1] - found[i, 1])
            to_b += weights[i] * (edited[i, 2] - found[i, 2])
    return moves, to_l, to_a, to_b


@njit(nogil=True, cache=True)
def recolored(colors, linear, model, edit, out):
    """Write the recolored colors, rounded. colors, out: (n, 3) integers; colors index ``linear``.

    A color that does not move is copied.
    """
    most = linear.shape[0] - 1
    density, weights = np.empty(model[0].shape[0]), np.empty(model[0].shape[0])
    for n in range(colors.shape[0]):
        r, g, b = linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]]
        color = lab_of(r, g, b)
        memberships(r, g, b, color, model, density, weights)
        moves, to_l, to_a, to_b = destination(color[0], color[1], color[2], weights, edit)
        if not moves:
            for c in range(3):
                out[n, c] = colors[n, c]
            continue
        red, green, blue = srgb_of(to_l, to_a, to_b)
        out[n, 0] = red * most + 0.5
        out[n, 1] = green * most + 0.5
        out[n, 2] = blue * most + 0.5


@njit(nogil=True, cache=True)
def recolored_nodes(colors, lab, weights, edit, out):
    """Write the recolored colors of a table's nodes, unrounded; a color that does not move is copied.

    colors: (n, 3) uint8, lab: (n, 3) theirs, weights: (n, k) theirs, out: (n, 3) floats 0..255.
    """
    for n in range(colors.shape[0]):
        moves, lightness, a, b = destination(lab[n, 0], lab[n, 1], lab[n, 2], weights[n], edit)
        if not moves:
            for c in range(3):
                out[n, c] = colors[n, c]
            continue
        red, green, blue = srgb_of(lightness, a, b)
        out[n, 0], out[n, 1], out[n, 2] = red * 255.0, green * 255.0, blue * 255.0


@njit(nogil=True, cache=True)
def shares(colors, linear, model, lab, out):
    """Write the Lab and the share of each swatch of each color.

    colors: (n, 3) indexing ``linear``; lab: (n, 3); out: (n, k), rows sum to 1.
    """
    density, weights = np.empty(out.shape[1]), np.empty(out.shape[1])
    for n in range(colors.shape[0]):
        r, g, b = linear[colors[n, 0]], linear[colors[n, 1]], linear[colors[n, 2]]
        color = lab_of(r, g, b)
        memberships(r, g, b, color, model, density, weights)
        lab[n, 0], lab[n, 1], lab[n, 2] = color
        for i in range(out.shape[1]):
            out[n, i] = weights[i]

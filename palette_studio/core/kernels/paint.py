"""A photo's lightness with new chroma: brought up from small, kept inside the gamut, lightness untouched."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from palette_studio.core.kernels.light import Y_B, Y_G, Y_R, root, srgb_of

REACH = 2  # samples to each side
NARROW = 0.5 / (0.5 * 0.5)  # 1 / 2 sigma^2, of samples
SPOT_LIKE = 8.0  # L of CIELab: lightness this far from a spot's is another thing
FINE = 32  # steps of L that likeness is told in
FLOOR = 1e-3  # of a sample whose lightness is another one: where all are, the nearest ones count


@njit(nogil=True, cache=True)
def lightness_of(pixels, table, out):
    """Write L of CIELab, (h, w) float32, of (h, w, 3|4) sRGB whose linear light is in a table."""
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            luminance = (
                Y_R * table[pixels[y, x, 0]] + Y_G * table[pixels[y, x, 1]] + Y_B * table[pixels[y, x, 2]]
            )
            out[y, x] = 116.0 * root(luminance) - 16.0


def likeness(deviation):
    """Return the weights that ``risen`` asks for: of lightness that is unlike, in ``1 / FINE`` of L."""
    unlike = np.arange(100 * FINE + 2) / FINE
    return (FLOOR + np.exp(-0.5 * (unlike / deviation) ** 2)).astype(np.float32)


@njit(nogil=True, cache=True)
def samples(length, count):
    """Return which samples are near each of so many places, (n, 4), and their weights."""
    rows = np.empty((length, 2 * REACH), np.int64)
    weights = np.empty((length, 2 * REACH), np.float32)
    for place in range(length):
        at = (place + 0.5) * count / length - 0.5
        first = math.floor(at) - REACH + 1
        for n in range(2 * REACH):
            rows[place, n] = min(max(first + n, 0), count - 1)
            weights[place, n] = math.exp(-NARROW * (first + n - at) ** 2)
    return rows, weights


@njit(nogil=True, cache=True, fastmath={"contract", "reassoc"})
def risen(light, top, height, small_light, chroma, alike, out):
    """Write chroma (h, w, 2) for rows of lightness from a smaller one: samples near in place and light count.

    light: (h, w), rows from ``top`` on of a picture so many rows high. small_light: (h', w'), and chroma:
    (h', w', 2), of the whole picture. alike: of ``likeness`` (joint bilateral upsampling: Kopf et al. 2007).
    """
    rows, down = samples(height, chroma.shape[0])
    columns, along = samples(light.shape[1], chroma.shape[1])
    for y in range(light.shape[0]):
        for x in range(light.shape[1]):
            own = light[y, x]
            total, a, b = np.float32(0.0), np.float32(0.0), np.float32(0.0)
            for m in range(2 * REACH):
                row, beside = rows[top + y, m], down[top + y, m]
                for n in range(2 * REACH):
                    column = columns[x, n]
                    unlike = abs(own - small_light[row, column])
                    weight = beside * along[x, n] * alike[int(unlike * np.float32(FINE))]
                    total += weight
                    a += weight * chroma[row, column, 0]
                    b += weight * chroma[row, column, 1]
            out[y, x, 0] = a / total
            out[y, x, 1] = b / total


@njit(nogil=True, cache=True)
def dabbed(light, top, spots, chroma):
    """Put chroma of spots where they are, fading to their rims and where lightness is another one.

    light: (h, w), rows from ``top`` on. spots: (n, 6) x, y, radius, a, b and lightness of the middle.
    """
    for n in range(spots.shape[0]):
        middle_x, middle_y = math.floor(spots[n, 0]), math.floor(spots[n, 1])
        radius = max(spots[n, 2], 0.5)
        reach = math.ceil(radius)
        for y in range(max(middle_y - reach - top, 0), min(middle_y + reach + 1 - top, light.shape[0])):
            for x in range(max(middle_x - reach, 0), min(middle_x + reach + 1, light.shape[1])):
                apart = math.hypot(x - middle_x, y + top - middle_y) / (radius + 0.5)
                if apart >= 1.0:
                    continue
                unlike = (light[y, x] - spots[n, 5]) / SPOT_LIKE
                share = min(1.0, 2.0 * (1.0 - apart)) * math.exp(-0.5 * unlike * unlike)
                chroma[y, x, 0] += share * (spots[n, 3] - chroma[y, x, 0])
                chroma[y, x, 1] += share * (spots[n, 4] - chroma[y, x, 1])


@njit(nogil=True, cache=True)
def painted(pixels, light, chroma, strength, out):
    """Write pixels of a lightness with a chroma, times a strength, in their own integers; alpha stays.

    Gray with no chroma is left as it is, to the bit.
    """
    top = np.float64(np.iinfo(pixels.dtype).max)
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            a, b = strength * chroma[y, x, 0], strength * chroma[y, x, 1]
            gray = pixels[y, x, 0] == pixels[y, x, 1] and pixels[y, x, 1] == pixels[y, x, 2]
            if gray and a == 0.0 and b == 0.0:
                for channel in range(3):
                    out[y, x, channel] = pixels[y, x, channel]
            else:
                red, green, blue = srgb_of(np.float64(light[y, x]), a, b)
                out[y, x, 0] = int(red * top + 0.5)
                out[y, x, 1] = int(green * top + 0.5)
                out[y, x, 2] = int(blue * top + 0.5)
            for channel in range(3, pixels.shape[2]):
                out[y, x, channel] = pixels[y, x, channel]

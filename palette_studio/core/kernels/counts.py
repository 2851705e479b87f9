"""Counting pixels: by channel, lightness and hue, by color, by bins of color."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.cube import PLACE_B, PLACE_G, PLACE_R
from palette_studio.core.kernels.light import EPSILON, KAPPA, LINEAR_8, Y_B, Y_G, Y_R

LUMINANCE = np.stack([LINEAR_8 * Y_R, LINEAR_8 * Y_G, LINEAR_8 * Y_B])


def _luminance_of(lightness: np.ndarray) -> np.ndarray:
    return np.where(lightness > KAPPA * EPSILON, ((lightness + 16) / 116) ** 3, lightness / KAPPA)


STEPS = 4096
# LOWEST[i] is the least luminance of lightness bin i; FIRST_BIN the bin at the start of each luminance step.
LOWEST = np.append(_luminance_of(np.arange(256) * (100 / 256)), np.inf)
FIRST_BIN = np.clip(np.searchsorted(LOWEST, np.arange(STEPS + 2) / STEPS, side="right") - 1, 0, 255)


@njit(inline="always")
def lightness_bin(r, g, b):
    y = LUMINANCE[0, r] + LUMINANCE[1, g] + LUMINANCE[2, b]
    place = FIRST_BIN[int(y * STEPS)]
    while y >= LOWEST[place + 1]:
        place += 1
    return place


@njit(inline="always")
def hue_bin(r, g, b):
    """Return the whole degree of hue, 360 for a gray."""
    most, least = max(max(r, g), b), min(min(r, g), b)
    spread = most - least
    degree = np.uint32(360)
    if spread > 0:
        if most == r:
            sixths = g - b + (6 * spread if g < b else 0)
        elif most == g:
            sixths = b - r + 2 * spread
        else:
            sixths = r - g + 4 * spread
        degree = np.uint32(60 * sixths) // np.uint32(spread)
    return degree


@njit(nogil=True, cache=True)
def counted(pixels, rgb, lightness, hue):
    """Add one block's pixels to the counts; those with alpha 0 are left out.

    pixels: (h, w, 3|4) uint8. rgb: (3, 256), lightness: (256,), hue: (361,) int64; hue[360] counts grays.
    """
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            if alpha and pixels[i, j, 3] == 0:
                continue
            r, g, b = np.int32(pixels[i, j, 0]), np.int32(pixels[i, j, 1]), np.int32(pixels[i, j, 2])
            rgb[0, r] += 1
            rgb[1, g] += 1
            rgb[2, b] += 1
            lightness[lightness_bin(r, g, b)] += 1
            hue[hue_bin(r, g, b)] += 1


@njit(nogil=True, cache=True)
def lightness_plane(pixels, out):
    """Write the lightness bin, 0..255 for L* 0..100, of (h, w, 3|4) uint8 pixels into (h, w) uint8."""
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            out[i, j] = lightness_bin(
                np.int32(pixels[i, j, 0]), np.int32(pixels[i, j, 1]), np.int32(pixels[i, j, 2])
            )


@njit(nogil=True, cache=True)
def hue_plane(pixels, out):
    """Write the whole degree of hue of (h, w, 3|4) uint8 pixels, 360 for grays, into (h, w) uint16."""
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            out[i, j] = hue_bin(
                np.int32(pixels[i, j, 0]), np.int32(pixels[i, j, 1]), np.int32(pixels[i, j, 2])
            )


@njit(nogil=True, cache=True)
def plane_counted(plane, alpha, counts):
    """Add one block of (h, w) values to the counts; where (h, w) alpha is 0, none. No alpha: (0, 0).

    counts: (4, n) int64: equal neighbors go to different rows, so that none waits for the other.
    """
    some = alpha.shape[0] > 0
    for i in range(plane.shape[0]):
        for j in range(plane.shape[1]):
            if some and alpha[i, j] == 0:
                continue
            counts[j & 3, plane[i, j]] += 1


@njit(nogil=True, cache=True)
def plane_labeled(plane, labels, out):
    """Write the label of each value of a block, (h, w) into (h, w) uint8. labels: one for every value."""
    for i in range(plane.shape[0]):
        for j in range(plane.shape[1]):
            out[i, j] = labels[plane[i, j]]


@njit(nogil=True, cache=True)
def tallied(pixels, tally, cells):
    """Add one block's pixels to the tally of all colors: their alpha, 255 where they have none.

    pixels: (h, w, 3|4) uint8. tally: (2^24,) unsigned, by place (see kernels.cube). cells: (2^15,) bool,
    the cells of 512 places that were touched.
    """
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            say = np.uint32(255)
            if alpha:
                say = np.uint32(pixels[i, j, 3])
                if say == 0:
                    continue
            place = PLACE_R[pixels[i, j, 0]] | PLACE_G[pixels[i, j, 1]] | PLACE_B[pixels[i, j, 2]]
            tally[place] += say
            cells[place >> np.uint32(9)] = True


@njit(nogil=True, cache=True)
def collected(tally, cells):
    """Return (n,) codes 0xRRGGBB of the colors tallied, and (n,) int64 their tallies, by ascending place.

    cells: (m,) ascending numbers of the cells to look at.
    """
    count = 0
    for cell in cells:
        for place in range(cell << 9, (cell + 1) << 9):
            count += tally[place] != 0
    codes, tallies = np.empty(count, np.int64), np.empty(count, np.int64)
    n = 0
    for cell in cells:
        for place in range(cell << 9, (cell + 1) << 9):
            if tally[place] != 0:
                r = place >> 19 << 3 | (place >> 6 & 7)
                g = (place >> 14 & 31) << 3 | (place >> 3 & 7)
                b = (place >> 9 & 31) << 3 | (place & 7)
                codes[n], tallies[n] = r << 16 | g << 8 | b, tally[place]
                n += 1
    return codes, tallies


@njit(nogil=True, cache=True)
def summed(colors, weight, place, bits, number, holds, sums):
    """Add up places by bins of color, numbered as they are met, and return how many there are.

    colors: (n, 3) uint8, weight: (n,), place: (n, 3). number: (8^bits,) of -1, the number of each bin.
    holds: (n,) the bin of each color. sums: (m, 4) weight and weighted places, m at least the bins met.
    """
    shift, count = 8 - bits, 0
    for n in range(colors.shape[0]):
        r, g, b = int(colors[n, 0]) >> shift, int(colors[n, 1]) >> shift, int(colors[n, 2]) >> shift
        code = r << 2 * bits | g << bits | b
        i = number[code]
        if i < 0:
            i = number[code] = count
            count += 1
        holds[n] = i
        w = weight[n]
        sums[i, 0] += w
        sums[i, 1] += w * place[n, 0]
        sums[i, 2] += w * place[n, 1]
        sums[i, 3] += w * place[n, 2]
    return count

"""Counting pixels: by channel, lightness and hue, by bins of color, by nearest swatch."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.labels import nearest_lab
from palette_studio.core.kernels.light import EPSILON, KAPPA, LINEAR_8, Y_B, Y_G, Y_R, lab_of

FINE = 1 << 20  # Lab is summed in whole steps of 1 / FINE, so that the sum is the same in any order
LUMINANCE = np.stack([LINEAR_8 * Y_R, LINEAR_8 * Y_G, LINEAR_8 * Y_B])


def _luminance_of(lightness: np.ndarray) -> np.ndarray:
    return np.where(lightness > KAPPA * EPSILON, ((lightness + 16) / 116) ** 3, lightness / KAPPA)


STEPS = 4096
# LOWEST[i] is the least luminance of lightness bin i; FIRST_BIN the bin at the start of each luminance step.
LOWEST = np.append(_luminance_of(np.arange(256) * (100 / 256)), np.inf)
FIRST_BIN = np.clip(np.searchsorted(LOWEST, np.arange(STEPS + 2) / STEPS, side="right") - 1, 0, 255)


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
            y = LUMINANCE[0, r] + LUMINANCE[1, g] + LUMINANCE[2, b]
            place = FIRST_BIN[int(y * STEPS)]
            while y >= LOWEST[place + 1]:
                place += 1
            lightness[place] += 1
            most, least = max(max(r, g), b), min(min(r, g), b)
            spread = most - least
            if spread == 0:
                hue[360] += 1
                continue
            if most == r:
                sixths = g - b + (6 * spread if g < b else 0)
            elif most == g:
                sixths = b - r + 2 * spread
            else:
                sixths = r - g + 4 * spread
            hue[np.uint32(60 * sixths) // np.uint32(spread)] += 1


@njit(nogil=True, cache=True)
def binned(pixels, counts, sums):
    """Add one block's pixels to 16 x 16 x 16 bins of color; those with alpha 0 are left out.

    pixels: (h, w, 3|4) uint8. counts: (4096,) int64. sums: (4096, 3) int64, Lab in steps of 1 / FINE.
    """
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            if alpha and pixels[i, j, 3] == 0:
                continue
            r, g, b = int(pixels[i, j, 0]), int(pixels[i, j, 1]), int(pixels[i, j, 2])
            place = r >> 4 << 8 | g >> 4 << 4 | b >> 4
            lightness, a, blue = lab_of(LINEAR_8[r], LINEAR_8[g], LINEAR_8[b])
            counts[place] += 1
            sums[place, 0] += np.int64(lightness * FINE)
            sums[place, 1] += np.int64(a * FINE)
            sums[place, 2] += np.int64(blue * FINE)


@njit(nogil=True, cache=True)
def covered(pixels, centers, counts):
    """Count the pixels nearest to each (k, 3) Lab center; those with alpha 0 are left out."""
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            if alpha and pixels[i, j, 3] == 0:
                continue
            lightness, a, b = lab_of(
                LINEAR_8[pixels[i, j, 0]], LINEAR_8[pixels[i, j, 1]], LINEAR_8[pixels[i, j, 2]]
            )
            counts[nearest_lab(lightness, a, b, centers)] += 1

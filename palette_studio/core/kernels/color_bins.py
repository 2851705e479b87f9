"""Colors of a picture by bins, with the moments inside each, and rounds of EM over them."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.color import srgb_to_linear
from palette_studio.core.kernels.light import lab_of
from palette_studio.core.kernels.nearest_points import oklab_of

LINEAR = srgb_to_linear(np.arange(257) / 255)  # one more, so that a fraction above 255 finds a next one
PAIRS = ((0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2))  # the order of second moments
SPACES = ("lab", "oklab", "rgb")
LAB, OKLAB, RGB = range(3)  # in kernels


def _low_bits() -> np.ndarray:
    """Return (512, 5) uint64: of every three low 3-bit values 1, themselves and their products.

    Two 32-bit numbers share a word: half as many additions.
    """
    low = np.stack(np.unravel_index(np.arange(512), (8, 8, 8)), axis=1)
    table = np.ones((512, 10), np.uint32)
    table[:, 1:4] = low
    for n, (i, j) in enumerate(PAIRS):
        table[:, 4 + n] = low[:, i] * low[:, j]
    return table.view(np.uint64)


LOW_BITS = _low_bits()
MOST_PIXELS = (1 << 32) // 49 - 1  # that a tally holds


@njit(nogil=True, cache=True)
def moments_tallied(pixels, tally):
    """Add (h, w, 3|4) uint8 pixels that are not quite transparent to the tally of their bin.

    tally: (2^15, 5) uint64, as uint32 (2^15, 10): of each bin of 8 values a channel the count, the sums of
    the low bits, and of their products in the order of PAIRS. At most MOST_PIXELS fit.
    """
    alpha = pixels.shape[2] == 4
    for i in range(pixels.shape[0]):
        for j in range(pixels.shape[1]):
            if alpha and pixels[i, j, 3] == 0:
                continue
            r, g, b = np.uint32(pixels[i, j, 0]), np.uint32(pixels[i, j, 1]), np.uint32(pixels[i, j, 2])
            code = (r >> 3) << 10 | (g >> 3) << 5 | b >> 3
            low = (r & 7) << 6 | (g & 7) << 3 | b & 7
            for n in range(5):
                tally[code, n] += LOW_BITS[low, n]


@njit(inline="always")
def _place(space, r, g, b):
    """Return where a color of linear light r, g and b is: CIELab, or 100 times OKLab."""
    x, y, z = oklab_of(r, g, b) if space == OKLAB else lab_of(r, g, b)
    size = 100.0 if space == OKLAB else 1.0
    return size * x, size * y, size * z


@njit(nogil=True, cache=True)
def converted(colors, space, out):
    """Write (n, 3) sRGB colors 0..255 with fractions into (n, 3): CIELab, 100 times OKLab, or percents."""
    for n in range(len(colors)):
        r, g, b = colors[n, 0], colors[n, 1], colors[n, 2]
        x, y, z = r / 2.55, g / 2.55, b / 2.55
        if space != RGB:
            x, y, z = _place(space, _light(r), _light(g), _light(b))
        out[n, 0], out[n, 1], out[n, 2] = x, y, z


@njit(inline="always")
def _light(value):
    """Return linear light of an sRGB value 0..255 with a fraction."""
    value = min(max(value, 0.0), 255.0)
    index = int(value)
    return LINEAR[index] + (value - index) * (LINEAR[index + 1] - LINEAR[index])


@njit(nogil=True, cache=True)
def bins_round(place, share, spread, mixture, sums):
    """Add to ``sums`` what one round of EM needs of a block of bins; return its log likelihood.

    place: (n, 3), share: (n,), spread: (n, 6) as PAIRS. mixture: (k,) log heights, (k, 3) means, (k, 6)
    precisions as PAIRS, off-diagonals doubled. sums: (k, 10) say, first and second moments about the means.
    All of a bin has the same say in each component: its mean log density (Gauss's moments make it exact).
    """
    heights, means, precisions = mixture
    k = len(heights)
    log, off = np.empty(k), np.empty((k, 9))
    likelihood = 0.0
    for n in range(len(share)):
        most = -np.inf
        for i in range(k):
            x, y, z = place[n, 0] - means[i, 0], place[n, 1] - means[i, 1], place[n, 2] - means[i, 2]
            off[i, 0], off[i, 1], off[i, 2] = x, y, z
            off[i, 3], off[i, 4], off[i, 5] = x * x + spread[n, 0], y * y + spread[n, 1], z * z + spread[n, 2]
            off[i, 6], off[i, 7], off[i, 8] = x * y + spread[n, 3], x * z + spread[n, 4], y * z + spread[n, 5]
            square = 0.0
            for c in range(6):
                square += precisions[i, c] * off[i, 3 + c]
            log[i] = heights[i] - 0.5 * square
            most = max(most, log[i])
        total = 0.0
        for i in range(k):
            log[i] = np.exp(log[i] - most)
            total += log[i]
        likelihood += share[n] * (most + np.log(total))
        for i in range(k):
            say = share[n] * log[i] / total
            if say > 1e-15 * share[n]:
                sums[i, 0] += say
                for c in range(9):
                    sums[i, 1 + c] += say * off[i, c]
    return likelihood


@njit(nogil=True, cache=True)
def pixels_labeled(pixels, linear, space, mixture, out):
    """Write the likeliest component of (h, w, 3|4) uint8 pixels into (h, w) uint8.

    linear: (256,) light of each value. mixture: see bins_round; equal colors in a row are worked out once.
    """
    heights, means, precisions = mixture
    for i in range(pixels.shape[0]):
        last, label = np.int64(-1), np.uint8(0)
        for j in range(pixels.shape[1]):
            r, g, b = np.int64(pixels[i, j, 0]), np.int64(pixels[i, j, 1]), np.int64(pixels[i, j, 2])
            code = r << 16 | g << 8 | b
            if code != last:
                last, most = code, -np.inf
                u, v, w = r / 2.55, g / 2.55, b / 2.55
                if space != RGB:
                    u, v, w = _place(space, linear[r], linear[g], linear[b])
                for n in range(len(heights)):
                    x, y, z = u - means[n, 0], v - means[n, 1], w - means[n, 2]
                    log = heights[n] - 0.5 * (
                        x * (precisions[n, 0] * x + precisions[n, 3] * y + precisions[n, 4] * z)
                        + y * (precisions[n, 1] * y + precisions[n, 5] * z)
                        + z * precisions[n, 2] * z
                    )
                    if log > most:
                        most, label = log, np.uint8(n)
            out[i, j] = label


@njit(nogil=True, cache=True)
def pixels_shared(pixels, linear, space, mixture, out):
    """Write how much (h, w, 3|4) uint8 pixels belong to each component into (h, w, k) float32."""
    heights, means, precisions = mixture
    k = len(heights)
    log = np.empty(k)
    for i in range(pixels.shape[0]):
        last = np.int64(-1)
        for j in range(pixels.shape[1]):
            r, g, b = np.int64(pixels[i, j, 0]), np.int64(pixels[i, j, 1]), np.int64(pixels[i, j, 2])
            code = r << 16 | g << 8 | b
            if code == last:
                for n in range(k):
                    out[i, j, n] = out[i, j - 1, n]
                continue
            last, most = code, -np.inf
            u, v, w = r / 2.55, g / 2.55, b / 2.55
            if space != RGB:
                u, v, w = _place(space, linear[r], linear[g], linear[b])
            for n in range(k):
                x, y, z = u - means[n, 0], v - means[n, 1], w - means[n, 2]
                log[n] = heights[n] - 0.5 * (
                    x * (precisions[n, 0] * x + precisions[n, 3] * y + precisions[n, 4] * z)
                    + y * (precisions[n, 1] * y + precisions[n, 5] * z)
                    + z * precisions[n, 2] * z
                )
                most = max(most, log[n])
            total = 0.0
            for n in range(k):
                log[n] = np.exp(log[n] - most)
                total += log[n]
            for n in range(k):
                out[i, j, n] = log[n] / total

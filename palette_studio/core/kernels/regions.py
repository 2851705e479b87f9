"""Regions of a picture: smoothed posteriors, what hangs together, colors inside, borders between."""

from __future__ import annotations

import numpy as np
from numba import njit

from palette_studio.core.kernels.light import lab_of

NONE = np.uint8(255)  # the label of pixels that do not count


@njit(inline="always")
def _row_blended(coefficients, y, scale, out):
    """Write the (w, 4, k) coefficients at row ``y`` of the picture into ``out``."""
    place = min(max((y + 0.5) * scale - 0.5, 0.0), coefficients.shape[0] - 1.0)
    first = min(int(place), max(coefficients.shape[0] - 2, 0))
    second = min(first + 1, coefficients.shape[0] - 1)
    part = np.float32(place - first)
    for j in range(coefficients.shape[1]):
        for c in range(4):
            for n in range(coefficients.shape[3]):
                low = coefficients[first, j, c, n]
                out[j, c, n] = low + part * (coefficients[second, j, c, n] - low)


@njit(inline="always")
def _blended(row, j, scale, color, values):
    """Write the k filtered posteriors at column ``j`` of a picture into ``values``."""
    place = min(max((j + 0.5) * scale - 0.5, 0.0), row.shape[0] - 1.0)
    first = min(int(place), max(row.shape[0] - 2, 0))
    second = min(first + 1, row.shape[0] - 1)
    part = np.float32(place - first)
    rest = np.float32(1) - part
    r, g, b = color
    for n in range(len(values)):
        low = row[first, 0, n] * r + row[first, 1, n] * g + row[first, 2, n] * b + row[first, 3, n]
        high = row[second, 0, n] * r + row[second, 1, n] * g + row[second, 2, n] * b + row[second, 3, n]
        values[n] = rest * low + part * high


@njit(inline="always")
def _color(pixels, i, j):
    share = np.float32(1 / 255)
    return pixels[i, j, 0] * share, pixels[i, j, 1] * share, pixels[i, j, 2] * share


@njit(nogil=True, cache=True)
def filtered_labels(pixels, seen, coefficients, start, out):
    """Write the component with the largest filtered posterior into (h, w) uint8, NONE where unseen.

    pixels: (h, w, 3|4) uint8, rows ``start`` and on of a picture as large as seen, (H, W) bool. coefficients:
    (y, x, 4, k) float32 of a grid over the picture: a posterior is the sum of the first three times r, g, b
    0..1, and the fourth (He & Sun 2015), between the four nodes around. The first of equal ones wins.
    """
    row = np.empty(coefficients.shape[1:], np.float32)
    values = np.empty(coefficients.shape[3], np.float32)
    down, across = coefficients.shape[0] / seen.shape[0], coefficients.shape[1] / seen.shape[1]
    for i in range(pixels.shape[0]):
        _row_blended(coefficients, start + i, down, row)
        for j in range(pixels.shape[1]):
            out[i, j] = NONE
            if seen[start + i, j]:
                _blended(row, j, across, _color(pixels, i, j), values)
                best = 0
                for n in range(1, len(values)):
                    if values[n] > values[best]:
                        best = n
                out[i, j] = best


@njit(nogil=True, cache=True)
def filtered_shares(pixels, seen, coefficients, start, chosen, out):
    """Write the filtered posteriors of the chosen components into (h, w) uint8: 0..255, and 0 where unseen.

    See filtered_labels. chosen: (k,) bool. What is below 0 is raised to it. Laid end to end, shares are
    rounded where they end: those of all components sum to 255.
    """
    row = np.empty(coefficients.shape[1:], np.float32)
    values = np.empty(coefficients.shape[3], np.float32)
    down, across = coefficients.shape[0] / seen.shape[0], coefficients.shape[1] / seen.shape[1]
    for i in range(pixels.shape[0]):
        _row_blended(coefficients, start + i, down, row)
        for j in range(pixels.shape[1]):
            out[i, j] = 0
            if seen[start + i, j]:
                _blended(row, j, across, _color(pixels, i, j), values)
                out[i, j] = _share(values, chosen)


@njit(inline="always")
def _share(values, chosen):
    """Return 0..255 the chosen part of values; all of those below 0 count as 0."""
    total = np.float32(0)
    for n in range(len(values)):
        total += max(values[n], np.float32(0))
    if total <= 0:
        return 0
    end, last, share = np.float32(0), 0, 0
    for n in range(len(values)):
        end += max(values[n], np.float32(0))
        place = int(end / total * np.float32(255) + np.float32(0.5))
        if chosen[n]:
            share += place - last
        last = place
    return share


@njit(inline="always")
def _root(parent, one):
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


@njit(nogil=True, cache=True)
def joined(labels, parent, start, stop):
    """Join rows start ... stop of (h, w) labels to what they hang together with, above and to the left.

    parent: (h w,) int32. The root of a region is its first pixel; NONE has no region and is -1.
    """
    width = labels.shape[1]
    for i in range(start, stop):
        for j in range(width):
            here, label = np.int32(i * width + j), labels[i, j]
            if label == NONE:
                parent[here] = -1
                continue
            parent[here] = here
            if j > 0 and labels[i, j - 1] == label:
                parent[here] = _root(parent, here - 1)
            if i > 0 and labels[i - 1, j] == label:
                above, left = _root(parent, here - width), _root(parent, here)
                parent[max(above, left)] = min(above, left)


@njit(nogil=True, cache=True)
def numbered(parent, count, regions, start, stop):
    """Write the number of each pixel's region, in the order of first pixels, and return how many there are.

    count: how many there are above. parent is used up: it holds the numbers as negative values - 2.
    """
    width = regions.shape[1]
    for i in range(start, stop):
        for j in range(width):
            here = i * width + j
            root = parent[here]
            if root == -1:
                regions[i, j] = -1
                continue
            if root == here:
                parent[here] = -2 - count
                count += 1
            else:
                while parent[root] >= 0:  # roots come first, so that theirs are numbers already
                    root = parent[root]
                parent[here] = parent[root]
            regions[i, j] = -2 - parent[here]
    return count


@njit(nogil=True, cache=True)
def inside(pixels, regions, linear, sums):
    """Add the pixels of each region to (n, 10) sums: 1, CIELab, and its products as color_bins.PAIRS.

    pixels: (h, w, 3|4) uint8. linear: (256,) light of each value.
    """
    for i in range(pixels.shape[0]):
        last, x, y, z = np.int64(-1), 0.0, 0.0, 0.0
        for j in range(pixels.shape[1]):
            n = regions[i, j]
            if n < 0:
                continue
            r, g, b = np.int64(pixels[i, j, 0]), np.int64(pixels[i, j, 1]), np.int64(pixels[i, j, 2])
            if r << 16 | g << 8 | b != last:
                last = r << 16 | g << 8 | b
                x, y, z = lab_of(linear[r], linear[g], linear[b])
            own = sums[n]
            own[0] += 1
            own[1] += x
            own[2] += y
            own[3] += z
            own[4] += x * x
            own[5] += y * y
            own[6] += z * z
            own[7] += x * y
            own[8] += x * z
            own[9] += y * z


@njit(inline="always")
def _slot(keys, a, b):
    """Return where a table of borders holds that of regions ``a`` and ``b``, which it does from now on."""
    key = np.int64(min(a, b)) << 32 | max(a, b)
    slot = np.int64(np.uint64(key) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(32)) & (len(keys) - 1)
    while keys[slot] != key and keys[slot] != -1:
        slot = (slot + 1) & (len(keys) - 1)
    keys[slot] = key
    return slot


@njit(inline="always")
def _add_border(table, a, b, strength):
    slot = _slot(table[0], a, b)
    table[1][slot] += 1
    table[2][slot] += strength


@njit(nogil=True, cache=True)
def borders(regions, strength, table, start, stop):
    """Add all edges between pixels of different regions, in rows start ... stop, to a table of borders.

    strength: (y, x) float32 of a grid over the picture; an edge has the larger of its two pixels. table: (m,)
    int64 keys, lower region << 32 | higher, or -1 where nothing is; (m,) counts and (m,) sums of strength.
    m is a power of two above the number of borders, at most 3 a region where pixels touch by their sides
    (Euler).
    """
    height, width = regions.shape
    down, across = strength.shape[0] / height, strength.shape[1] / width
    for i in range(start, stop):
        y = min(int((i + 0.5) * down), strength.shape[0] - 1)
        below = min(int((i + 1.5) * down), strength.shape[0] - 1)
        for j in range(width):
            here = regions[i, j]
            if here < 0:
                continue
            x = min(int((j + 0.5) * across), strength.shape[1] - 1)
            if j + 1 < width and regions[i, j + 1] >= 0 and regions[i, j + 1] != here:
                right = min(int((j + 1.5) * across), strength.shape[1] - 1)
                _add_border(table, here, regions[i, j + 1], max(strength[y, x], strength[y, right]))
            if i + 1 < height and regions[i + 1, j] >= 0 and regions[i + 1, j] != here:
                _add_border(table, here, regions[i + 1, j], max(strength[y, x], strength[below, x]))


@njit(nogil=True, cache=True)
def renumbered(regions, numbers):
    """Replace each number of a block of regions by that in (n,) numbers; -1 stays."""
    for i in range(regions.shape[0]):
        for j in range(regions.shape[1]):
            if regions[i, j] >= 0:
                regions[i, j] = numbers[regions[i, j]]


@njit(nogil=True, cache=True)
def nearest_borders(sums, pairs, start, least, best, nearest):
    """Write into (n,) best the border with the neighbor of the nearest mean color, of each small region.

    sums: (n, 10), see inside. pairs: (m, 2), borders ``start`` and on. Regions of at least ``least`` pixels
    have none. nearest: (n,) squared distances, infinite at first. Of equally near ones the first stays.
    """
    for m in range(len(pairs)):
        i, j = pairs[m]
        if sums[i, 0] >= least and sums[j, 0] >= least:
            continue
        square = 0.0
        for c in range(1, 4):
            square += (sums[i, c] / sums[i, 0] - sums[j, c] / sums[j, 0]) ** 2
        for n in (i, j):
            if sums[n, 0] < least and square < nearest[n]:
                nearest[n], best[n] = square, start + m


@njit(nogil=True, cache=True)
def regrouped(pairs, lengths, strengths, group, table):
    """Add borders, under the regions' new numbers (n,), to a table; those inside a region vanish."""
    keys, counts, sums = table
    for m in range(len(pairs)):
        i, j = group[pairs[m, 0]], group[pairs[m, 1]]
        if i != j:
            slot = _slot(keys, i, j)
            counts[slot] += lengths[m]
            sums[slot] += lengths[m] * strengths[m]


@njit(nogil=True, cache=True)
def region_labels(labels, regions, own, sizes):
    """Write the label that all of a region has, and its size, into (n,) own and (n,) sizes, first 0."""
    for i in range(regions.shape[0]):
        for j in range(regions.shape[1]):
            if regions[i, j] >= 0:
                own[regions[i, j]] = labels[i, j]
                sizes[regions[i, j]] += 1


@njit(nogil=True, cache=True)
def relabeled(regions, label, out):
    """Write the (n,) label of each pixel's region into a block of labels; what has no region stays."""
    for i in range(regions.shape[0]):
        for j in range(regions.shape[1]):
            if regions[i, j] >= 0:
                out[i, j] = label[regions[i, j]]


@njit(nogil=True, cache=True)
def colors_summed(pixels, labels, sums):
    """Add the pixels of each label to (256, 4) int64 sums: 1, red, green, blue."""
    for i in range(labels.shape[0]):
        for j in range(labels.shape[1]):
            own = sums[labels[i, j]]
            own[0] += 1
            for c in range(3):
                own[1 + c] += pixels[i, j, c]

"""Color from scribbles: neighbors of like lightness get like color (Levin, Lischinski, Weiss 2004)."""

from __future__ import annotations

import numpy as np

NARROWEST = 2e-6  # variance of lightness 0..1, so that flat places divide by something
COARSEST = 4  # pixels of a shorter side
REACH = 0.6  # of the shorter side: how far a hint reaches where lightness is like its own
UNLIKE = 10.0  # L of CIELab: so unlike, a place counts as twice as far
TURNS, OVER = 10, np.float32(1.5)  # of relaxation; twice as many at each coarser level


def spread(light: np.ndarray, chroma: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return (h, w, c) float64 chroma that equals ``chroma`` where it is known and flows along lightness.

    light: (h, w) 0..1. chroma: (h, w, c). known: (h, w) bool; where nothing is known, all is 0. Every other
    pixel is the mean of its eight neighbors, weighted by how near their lightness is to its own (eq. 2 and 3,
    with the variances of the authors' code); one sparse system is solved exactly.
    """
    from scipy.sparse import csc_array, identity
    from scipy.sparse.linalg import splu

    count = light.size
    if not known.any():
        return np.zeros((*light.shape, chroma.shape[-1]))
    rows, columns, weights = _affinities(np.asarray(light, np.float64))
    free = ~known.ravel()[rows]
    system = identity(count, format="csc") - csc_array(
        (weights[free], (rows[free], columns[free])), shape=(count, count)
    )
    given = np.where(known[..., None], chroma, 0.0).reshape(count, -1)
    # Rows of free pixels sum to 0: diagonally dominant, so pivots on the diagonal are safe, and sparse.
    solver = splu(system.tocsc(), permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0)
    return solver.solve(given).reshape(*light.shape, -1)


def _affinities(light: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return rows, columns and weights of every pixel's neighbors; the weights of a row sum to 1."""
    height, width = light.shape
    places = np.arange(light.size).reshape(height, width)
    own = np.pad(light, 1, constant_values=np.nan)
    near = np.stack(
        [
            own[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width]
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
            if (dy, dx) != (0, 0)
        ]
    )
    there = ~np.isnan(near)
    near = np.where(there, near, light)
    apart = np.square(near - light)
    number = there.sum(0) + 1
    mean = (np.where(there, near, 0).sum(0) + light) / number
    variance = (np.where(there, np.square(near - mean), 0).sum(0) + np.square(light - mean)) / number
    least = np.where(there, apart, np.inf).min(0)
    wide = np.maximum(np.maximum(0.6 * variance, least / -np.log(0.01)), NARROWEST)
    weights = np.where(there, np.exp(-apart / wide), 0.0)
    weights /= np.maximum(weights.sum(0), 1e-300)
    index = np.pad(places, 1)
    columns = np.stack(
        [
            index[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width]
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
            if (dy, dx) != (0, 0)
        ]
    )
    rows = np.broadcast_to(places, columns.shape)
    return rows[there], columns[there], weights[there]


def flow(light: np.ndarray, chroma: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return nearly what ``spread`` does, (h, w, 2) float32, some ten times as fast.

    Levels of half the size each are solved from coarse to fine, by turns of over-relaxation.
    """
    from palette_studio.core.kernels.spread import grow, halve, relax, weigh

    if not known.any():
        return np.zeros((*light.shape, 2), np.float32)
    share = known.astype(np.float32)
    own = np.where(known[..., None], chroma, 0).astype(np.float32)
    levels = [(np.ascontiguousarray(light, np.float32), own, share)]
    while min(levels[-1][0].shape) > COARSEST:
        height, width = levels[-1][0].shape
        half = ((height + 1) // 2, (width + 1) // 2)
        levels.append(
            (np.empty(half, np.float32), np.empty((*half, 2), np.float32), np.empty(half, np.float32))
        )
        halve(*levels[-2], *levels[-1])
    _, last, last_share = levels[-1]
    last[last_share == 0] = np.float32(own[share > 0].mean(0))
    for n in range(len(levels) - 1, -1, -1):
        own_light, colors, shares = levels[n]
        if n < len(levels) - 1:
            grow(levels[n + 1][1], shares, colors)
        weights = np.empty((*own_light.shape, 8), np.float32)
        weigh(own_light, weights)
        relax(weights, shares, colors, TURNS * 2**n, OVER)
    return levels[0][1]


def kept(light: np.ndarray, made: np.ndarray, hinted: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return chroma that equals what was hinted: what it misses there flows on along lightness, and fades.

    light: (h, w) L 0..100. A red hat does not make a red face: what is far or of another lightness is let be.
    """
    import cv2

    if not where.any():
        return made
    apart, label = cv2.distanceTransformWithLabels(
        (~where).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    label = label.astype(np.intp)
    own = np.zeros(label.max() + 1, np.float32)
    own[label[where]] = light[where]
    far = apart * (1 + np.abs(light - own[label]) / UNLIKE) / (REACH * min(light.shape))
    return made + flow(light / 100, hinted - made, where) * np.exp(-0.5 * np.square(far))[..., None]

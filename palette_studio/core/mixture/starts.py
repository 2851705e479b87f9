"""Where the fit of a line begins: mixtures made from the counts alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from palette_studio.core.mixture.line import Bins

Start = Callable[[Bins, int, np.random.Generator], np.ndarray]


def equal(bins: Bins, k: int, random: np.random.Generator) -> np.ndarray:
    """Divide the range into k equal parts, a component for what is in each: the seed's beginning.

    Where a part is empty, the parts hold equally many pixels instead.
    """
    edges = np.linspace(bins.places[0], bins.places[-1] + bins.width, k + 1)
    part = np.searchsorted(edges, bins.places, side="right") - 1
    if (np.bincount(part, bins.shares, k) == 0).any():
        return quantiles(bins, k, random)
    return parted(bins, part, k)


def quantiles(bins: Bins, k: int, random: np.random.Generator) -> np.ndarray:
    """Divide the counted values into k parts of as nearly equally many pixels as whole bins allow."""
    filled = np.flatnonzero(bins.shares)
    before = np.cumsum(bins.shares[filled]) - bins.shares[filled] / 2
    part = np.minimum((before * k).astype(int), k - 1)
    ranks = np.arange(len(filled))
    part = np.maximum(part, k - len(filled) + ranks)  # enough values are left for the parts that follow
    part[0] = 0
    for n in range(1, len(part)):  # no part is skipped
        part[n] = min(part[n], part[n - 1] + 1)
    parts = np.zeros(len(bins.places), int)
    parts[filled] = part
    return parted(bins, parts, k)


def kmeans(bins: Bins, k: int, random: np.random.Generator) -> np.ndarray:
    """Cluster the counted values, beginning at quantiles, and make a component of every cluster."""
    values = quantiles(bins, k, random)
    while True:
        edges = (values[1, 1:] + values[1, :-1]) / 2
        part = np.searchsorted(edges, bins.places)
        if (np.bincount(part, bins.shares, k) == 0).any():
            return values
        better = parted(bins, part, k)
        if np.array_equal(better, values):
            return values
        values = better


def scattered(bins: Bins, k: int, random: np.random.Generator) -> np.ndarray:
    """Begin at k different values, drawn by their counts, all as wide as the k-th part of the whole."""
    chosen = random.choice(len(bins.places), k, replace=False, p=bins.shares)
    whole = parted(bins, np.zeros(len(bins.places), int), 1)
    variance = np.full(k, max(whole[2, 0] / k**2, bins.floor))
    return np.stack([np.full(k, 1 / k), bins.places[np.sort(chosen)], variance])


def parted(bins: Bins, part: np.ndarray, k: int) -> np.ndarray:
    """Return (3, k) weights, means and variances of the parts: part, (n,) the number of each bin's."""
    weights = np.bincount(part, bins.shares, k)
    means = np.bincount(part, bins.shares * bins.places, k) / weights
    off = bins.places - means[part]
    variances = np.bincount(part, bins.shares * off * off, k) / weights
    return np.stack([weights, means, np.maximum(variances, bins.floor)])


STARTS: dict[str, Start] = {"equal": equal, "quantiles": quantiles, "kmeans": kmeans, "random": scattered}

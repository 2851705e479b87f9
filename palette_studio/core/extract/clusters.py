"""Weighted k-means that leaves the first hollow it falls into.

Clusters are halved, those that gain most first, until there are k (Linde, Buzo & Gray 1980); then, again and
again, those that would be missed least are dropped and those that gain most are halved (a batch of the
swaps of Fritzke 1997, "The LBG-U method"), with rounds of Lloyd's in between. No randomness.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

MANY, BITS = 1 << 16, 6  # colors that are searched one by one; bits a channel of bins of more
BLOCK = 1 << 12  # points a thread takes; sums are over blocks, so that they do not depend on the threads
BESIDE = 1 << 6  # centers a thread takes
GROWTH = 0.15  # of the clusters are halved at a time
SWAPS, SWAPPED = 20, 0.25  # batches at most, and the share of the clusters that one may replace
ROUNDS_GROWN, ROUNDS_SWAPPED, ROUNDS_LAST, ROUNDS_FINE = 3, 2, 12, 5
ROUNDS_TYPICAL, NEAR = 5, 0.25  # toward medians, and what distance is near, in mean ones
XX_TO_YZ = ((0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2))  # the order of second moments


@dataclass(frozen=True, eq=False)
class Clusters:
    """Centers, (k, 3), the first ``fixed`` of which never move; labels of points; moments about centers.

    changed: how many points changed sides in the round that made this.
    """

    centers: np.ndarray
    fixed: int
    label: np.ndarray
    moments: np.ndarray
    changed: int

    @property
    def weight(self) -> np.ndarray:
        return self.moments[:, 0]

    @property
    def offset(self) -> np.ndarray:
        """(k, 3) from each center to the mean of its points; 0 where it has none."""
        return self.moments[:, 1:4] / np.maximum(self.weight, 1e-300)[:, None]

    @property
    def error(self) -> float:
        """Sum of the weighted squared distances to the centers."""
        return float(self.moments[:, 4:7].sum())


@dataclass(frozen=True, eq=False)
class Halves:
    """What halving each cluster would give: where its center goes, a new one, and the error saved."""

    stays: np.ndarray
    new: np.ndarray
    gain: np.ndarray


def clustered(points: Points, k: int, fixed: np.ndarray, tick: Tick = no_tick) -> Clusters:
    """Return at most ``k`` clusters of the points, fewer where there are fewer points; the fixed ones first.

    fixed: (l, 3) centers that stay; with l >= k they are all.
    """
    clusters = grown(points, k, fixed, tick)
    clusters = best = rounds(points, clusters, ROUNDS_GROWN)
    for number in range(SWAPS):
        tick(0.5 + 0.5 * number / SWAPS)
        after = swapped(points, clusters)
        if after is None:
            break
        clusters = rounds(points, after, ROUNDS_SWAPPED)
        if clusters.error < best.error:
            best = clusters
    return rounds(points, best, ROUNDS_LAST)


def assigned(
    points: Points, centers: np.ndarray, fixed: int, label: np.ndarray, tick: Tick = no_tick
) -> Clusters:
    """Return the clusters about ``centers``. label: (n,) a center of each point, the nearer the faster."""
    from palette_studio.core.kernels import clusters as kernels

    k, n = len(centers), len(points.weight)
    most = min(k - 1, kernels.NEIGHBORS)
    order, reach = np.zeros((k, most), np.int64), np.zeros((k, most))
    if most:
        each_block(k, lambda start, stop: kernels.neighbors(centers, start, stop, order, reach), block=BESIDE)
    blocks = -(-n // BLOCK)
    moments, changed = np.zeros((blocks, k, kernels.MOMENTS)), np.zeros(blocks, np.int64)
    label = label.copy()

    def work(start: int, stop: int) -> None:
        i, part = start // BLOCK, slice(start, stop)
        changed[i] = kernels.assigned(
            points.place[part], points.weight[part], centers, order, reach, label[part], moments[i]
        )

    each_block(n, work, tick, BLOCK)
    return Clusters(centers, fixed, label, moments.sum(axis=0), int(changed.sum()))


def rounds(points: Points, clusters: Clusters, most: int, tick: Tick = no_tick) -> Clusters:
    """Return the clusters after at most so many of Lloyd's rounds: free centers go to their means."""
    for _ in range(most):
        centers = clusters.centers + clusters.offset
        centers[: clusters.fixed] = clusters.centers[: clusters.fixed]
        clusters = assigned(points, centers, clusters.fixed, clusters.label, tick)
        if not clusters.changed:
            break
    return clusters


def grown(points: Points, k: int, fixed: np.ndarray, tick: Tick = no_tick) -> Clusters:
    """Return ``k`` clusters, halved from one or from the fixed ones."""
    first = fixed if len(fixed) else np.average(points.place, axis=0, weights=points.weight)[None]
    clusters = assigned(points, first, len(fixed), np.zeros(len(points.weight), np.int64))
    while (count := len(clusters.centers)) < k:
        tick(0.5 * count / k)
        halves = halved(points, clusters)
        most = min(k - count, int(np.ceil(GROWTH * count)), int(np.count_nonzero(halves.gain)))
        if most == 0:
            break
        chosen = np.argsort(-halves.gain, kind="stable")[:most]
        centers = clusters.centers.copy()
        centers[chosen] = halves.stays[chosen]
        centers = np.concatenate([centers, halves.new[chosen]])
        clusters = assigned(points, centers, len(fixed), clusters.label)
    return clusters


def halved(points: Points, clusters: Clusters) -> Halves:
    """Return what halving each cluster, through its mean across its longest axis, would give.

    A fixed center stays; the half whose mean is farther from it gets a center of its own.
    """
    from palette_studio.core.kernels import clusters as kernels

    means, axes = clusters.centers + clusters.offset, _axes(clusters)
    sums = np.zeros((-(-len(points.weight) // BLOCK), len(means), 4))

    def work(start: int, stop: int) -> None:
        part = slice(start, stop)
        kernels.halved(
            points.place[part], points.weight[part], clusters.label[part], means, axes, sums[start // BLOCK]
        )

    each_block(len(points.weight), work, block=BLOCK)
    sums = sums.sum(axis=0)
    beyond, before = sums[:, 0], clusters.weight - sums[:, 0]
    whole = (beyond > 0) & (before > 1e-9 * clusters.weight)
    far = sums[:, 1:] / np.where(whole, beyond, 1)[:, None]
    near = -sums[:, 1:] / np.where(whole, before, 1)[:, None]
    gain = beyond * (far**2).sum(axis=1) + before * (near**2).sum(axis=1)
    stays, new = means + near, means + far
    for i in range(clusters.fixed):
        stays[i], new[i], gain[i] = _beside(clusters.centers[i], (stays[i], new[i]), (before[i], beyond[i]))
    return Halves(stays, new, np.where(whole, gain, 0.0))


def _beside(
    center: np.ndarray, halves: tuple[np.ndarray, np.ndarray], weights: tuple[float, float]
) -> tuple[np.ndarray, np.ndarray, float]:
    """Return the fixed center, the mean of the half farther from it, and the error that this one saves."""
    squared = [float(((half - center) ** 2).sum()) for half in halves]
    i = int(squared[1] >= squared[0])
    return center.copy(), halves[i].copy(), weights[i] * squared[i]


def _axes(clusters: Clusters) -> np.ndarray:
    """Return (k, 3) the direction in which each cluster is longest, from its moments."""
    mean, weight = clusters.offset, np.maximum(clusters.weight, 1e-300)
    spread = np.empty((len(mean), 3, 3))
    for n, (i, j) in enumerate(XX_TO_YZ):
        spread[:, i, j] = spread[:, j, i] = clusters.moments[:, 4 + n] / weight - mean[:, i] * mean[:, j]
    return np.ascontiguousarray(np.linalg.eigh(spread)[1][:, :, 2])


def merging(clusters: Clusters) -> tuple[np.ndarray, np.ndarray]:
    """Return what it costs, in error, to merge each cluster with the one where that is least, and which.

    Ward 1963: w v / (w + v) times the squared distance. A cluster with a fixed center costs infinity.
    """
    centers, weight = clusters.centers, clusters.weight
    squared = ((centers[:, None] - centers) ** 2).sum(axis=2)
    ward = squared * weight[:, None] * weight / np.maximum(weight[:, None] + weight, 1e-300)
    np.fill_diagonal(ward, np.inf)
    cost = ward.min(axis=1)
    cost[: clusters.fixed] = np.inf
    return cost, ward.argmin(axis=1)


def swapped(points: Points, clusters: Clusters) -> Clusters | None:
    """Return clusters of which some were merged and as many halved, or None where nothing is gained by it.

    The cheapest merge pays for the best halving, and so on while that pays; no cluster takes part twice.
    """
    if len(clusters.centers) < 3:
        return None
    halves, (cost, into) = halved(points, clusters), merging(clusters)
    best = np.argsort(-halves.gain, kind="stable").tolist()
    centers, weight, busy = clusters.centers.copy(), clusters.weight, set()
    left = max(1, int(len(centers) * SWAPPED))
    for gone in np.argsort(cost, kind="stable").tolist():
        host = int(into[gone])
        if {gone, host} & busy:
            continue
        split = next((i for i in best if i not in busy and i not in (gone, host)), None)
        if split is None or left == 0 or halves.gain[split] <= cost[gone]:
            break
        if host >= clusters.fixed:
            both = weight[gone] * clusters.centers[gone] + weight[host] * clusters.centers[host]
            centers[host] = both / max(weight[gone] + weight[host], 1e-300)
        centers[split], centers[gone] = halves.stays[split], halves.new[split]
        busy |= {gone, host, split}
        left -= 1
    return assigned(points, centers, clusters.fixed, clusters.label) if busy else None


def still(tick: Tick) -> Tick:
    """Return a tick that can cancel, and shows last steps, whose number nobody knows, as the end."""
    return lambda fraction, partial=None: tick(1.0, partial)


def clusters_of(
    histogram: ColorHistogram, place: np.ndarray, k: int, fixed: np.ndarray, tick: Tick = no_tick
) -> tuple[Points, Clusters]:
    """Return every color of a picture as a point, and at most ``k`` clusters of them.

    place: (n, 3) of the colors in any space. Where colors are many, the clusters are found among bins of
    them, and last rounds see all colors.
    """
    every = Points(np.ascontiguousarray(place, np.float64), histogram.weight)
    if len(histogram) <= MANY:
        return every, clustered(every, k, fixed, tick)
    bins = histogram.binned(every.place, BITS)
    found = clustered(bins, k, fixed, tick)
    assert bins.holds is not None
    begun = assigned(every, found.centers, found.fixed, found.label[bins.holds], still(tick))
    return every, rounds(every, begun, ROUNDS_FINE, still(tick))


def typical(points: Points, clusters: Clusters, tick: Tick = no_tick) -> Clusters:
    """Return the clusters about centers of least mean distance, not of least mean square.

    Weiszfeld 1937, with the distance kept from 0: each round, points count by one over their distance.
    """
    for _ in range(ROUNDS_TYPICAL):
        off = points.place - clusters.centers[clusters.label]
        squared = np.einsum("ij,ij->i", off, off)
        near = NEAR * np.average(np.sqrt(squared), weights=points.weight)
        if near == 0:
            break
        nearer = replace(points, weight=points.weight / np.sqrt(squared + near * near))
        weighed = assigned(nearer, clusters.centers, clusters.fixed, clusters.label, tick)
        clusters = rounds(nearer, weighed, 1, tick)
    return clusters

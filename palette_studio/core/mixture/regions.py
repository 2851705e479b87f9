"""Regions of a labeled picture, and which of them become one."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

ROWS, PAIRS = 64, 1 << 18  # of pixels, and of regions that touch, between two ticks
FLOOR = 30.0  # added to variances in CIELab: what two regions may differ by and still look alike
SIZE = 0.8  # power of the size in the cost: below 1, small regions count for more than their pixels
BORDER = 2.5  # power of the strength of the border in the cost


@dataclass(frozen=True, eq=False)
class Borders:
    """(m, 2) numbers of regions that touch, (m,) edges between their pixels, (m,) mean strength of those."""

    pairs: np.ndarray
    lengths: np.ndarray
    strengths: np.ndarray


def connected(labels: np.ndarray, tick: Tick = no_tick) -> tuple[np.ndarray, int]:
    """Return (h, w) int32 numbers of what hangs together by sides, and how many there are.

    labels: (h, w) uint8; 255 is no region, -1. Regions are numbered in the order of their first pixels.
    """
    from palette_studio.core.kernels.regions import joined, numbered

    regions = np.empty(labels.shape, np.int32)
    parent = np.empty(labels.size, np.int32)
    count, height = 0, len(labels)
    for start in range(0, height, ROWS):
        tick(start / height / 2)
        joined(labels, parent, start, min(start + ROWS, height))
    for start in range(0, height, ROWS):
        tick((1 + start / height) / 2)
        count = numbered(parent, count, regions, start, min(start + ROWS, height))
    return regions, count


def sums_inside(pixels: np.ndarray, regions: np.ndarray, count: int, tick: Tick = no_tick) -> np.ndarray:
    """Return (n, 10) sums over each region: pixels, CIELab, its products as kernels.color_bins.PAIRS."""
    from palette_studio.core.kernels.light import LINEAR_8
    from palette_studio.core.kernels.regions import inside

    sums = np.zeros((count, 10))
    for start in range(0, len(regions), ROWS):
        tick(start / len(regions))
        inside(pixels[start : start + ROWS], regions[start : start + ROWS], LINEAR_8, sums)
    return sums


def borders_between(regions: np.ndarray, count: int, strength: np.ndarray, tick: Tick = no_tick) -> Borders:
    """Return what regions share. strength: (y, x) float32 of a grid over the picture."""
    from palette_studio.core.kernels.regions import borders

    table = _Table(count)
    for start in range(0, len(regions), ROWS):
        tick(start / len(regions))
        borders(regions, strength, table.columns, start, min(start + ROWS, len(regions)))
    return table.borders


class _Table:
    """Where kernels gather borders: at most three a region, in the plane."""

    def __init__(self, count: int) -> None:
        size = 1 << max(4, (4 * count).bit_length())
        self.columns = np.full(size, -1, np.int64), np.zeros(size, np.int64), np.zeros(size)

    @property
    def borders(self) -> Borders:
        keys, lengths, sums = self.columns
        held = np.flatnonzero(keys >= 0)
        pairs = np.stack([keys[held] >> 32, keys[held] & 0xFFFFFFFF], axis=1)
        return Borders(pairs, lengths[held], sums[held] / lengths[held])


def without_small(
    sums: np.ndarray, borders: Borders, least: float, tick: Tick = no_tick
) -> tuple[np.ndarray, np.ndarray, Borders]:
    """Let every region of fewer than ``least`` pixels become one with the neighbor of the nearest mean color.

    Returns (n,) new numbers, in the order of first members, and the sums and borders of what there is then.
    Regions without neighbors stay.
    """
    numbers = np.arange(len(sums))
    while True:
        chosen = _chosen(sums, borders, least, tick)
        if not len(chosen):
            return numbers, sums, borders
        ways = coo_array((np.ones(len(chosen)), (chosen[:, 0], chosen[:, 1])), shape=(len(sums),) * 2)
        count, group = connected_components(ways, directed=False)
        sums = np.stack([np.bincount(group, column, count) for column in sums.T], axis=1)
        borders = _regrouped(borders, group, count, tick)
        numbers = group[numbers]


def _chosen(sums: np.ndarray, borders: Borders, least: float, tick: Tick) -> np.ndarray:
    """Return (m, 2) each small region and its nearest neighbor; of equally near ones the first border's."""
    from palette_studio.core.kernels.regions import nearest_borders

    best, nearest = np.full(len(sums), -1, np.int64), np.full(len(sums), np.inf)
    for start in range(0, len(borders.pairs), PAIRS):
        tick(0.5)
        nearest_borders(sums, borders.pairs[start : start + PAIRS], start, least, best, nearest)
    return borders.pairs[best[best >= 0]]


def _regrouped(borders: Borders, group: np.ndarray, count: int, tick: Tick) -> Borders:
    from palette_studio.core.kernels.regions import regrouped

    table = _Table(count)
    for start in range(0, len(borders.pairs), PAIRS):
        tick(0.5)
        part = slice(start, start + PAIRS)
        regrouped(borders.pairs[part], borders.lengths[part], borders.strengths[part], group, table.columns)
    return table.borders


def merged(sums: np.ndarray, borders: Borders, threshold: float, tick: Tick = no_tick) -> np.ndarray:
    """Return (n,) new numbers of regions, when those that differ least became one until all differ enough.

    See costs for how much two differ; it is looked at again after each merger.
    """
    graph = _Graph(sums, borders)
    gone = 0
    while graph.heap:
        tick(gone / len(sums))
        cost, first, second, *ages = heapq.heappop(graph.heap)
        if cost >= threshold:
            break
        if ages == [graph.ages[first], graph.ages[second]]:
            graph.merge(first, second)
            gone += 1
    return graph.numbers


def costs(one: np.ndarray, others: np.ndarray, strengths: np.ndarray, total: float) -> np.ndarray:
    """Return (m,) how much a region differs from each of its neighbors.

    one: (10,) and others: (m, 10) sums, see sums_inside. total: pixels of the picture. The log likelihood
    that is lost when the colors of both have one normal distribution instead of two (a likelihood ratio,
    with FLOOR added to the variances), per pixel of half their harmonic mean; times that size, a share of
    the picture, to the power of SIZE; times the strength of the border to the power of BORDER. FLOOR and the
    powers were chosen on 20 photos of the Berkeley Segmentation Data Set.
    """
    both = one + others
    part = one[0] / both[:, 0]
    lost = _log_volume(both) - part * _log_volume(one[None]) - (1 - part) * _log_volume(others)
    size = part * others[:, 0] / total
    return lost / (part * (1 - part)) / 2 * size**SIZE * strengths**BORDER


def _log_volume(sums: np.ndarray) -> np.ndarray:
    """Return (n,) log determinants of the covariances, FLOOR added to the variances."""
    mean = sums[:, 1:] / sums[:, :1]
    x, y, z = mean[:, 0], mean[:, 1], mean[:, 2]
    xx, yy, zz = (mean[:, 3 + n] - (x, y, z)[n] ** 2 + FLOOR for n in range(3))
    xy, xz, yz = mean[:, 6] - x * y, mean[:, 7] - x * z, mean[:, 8] - y * z
    return np.log(xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz))


class _Graph:
    """Regions and their neighbors while they merge. heap: (cost, region, region, their ages) of neighbors."""

    def __init__(self, sums: np.ndarray, borders: Borders) -> None:
        self._sums, self._total = sums.copy(), float(sums[:, 0].sum())
        self._parent = list(range(len(sums)))
        self.ages = [0] * len(sums)  # grows with every change; below 0 when a region is no more
        self._beside: list[dict[int, tuple[float, float]]] = [{} for _ in sums]
        for (i, j), length, strength in zip(
            borders.pairs.tolist(), borders.lengths.tolist(), borders.strengths.tolist(), strict=True
        ):
            self._beside[i][j] = self._beside[j][i] = length, length * strength
        self.heap: list[tuple[float, int, int, int, int]] = []
        for i, beside in enumerate(self._beside):
            self._push(i, [j for j in beside if j > i])
        heapq.heapify(self.heap)

    def merge(self, into: int, gone: int) -> None:
        self._sums[into] += self._sums[gone]
        self._parent[gone] = into
        self.ages[gone] = -1
        self.ages[into] += 1
        del self._beside[into][gone], self._beside[gone][into]
        for other, (length, strength) in self._beside[gone].items():
            del self._beside[other][gone]
            old = self._beside[into].get(other, (0.0, 0.0))
            self._beside[into][other] = self._beside[other][into] = old[0] + length, old[1] + strength
        self._beside[gone] = {}
        self._push(into, list(self._beside[into]))

    def _push(self, one: int, others: list[int]) -> None:
        if not others:
            return
        shared = np.array([self._beside[one][other] for other in others])
        found = costs(self._sums[one], self._sums[others], shared[:, 1] / shared[:, 0], self._total)
        for cost, other in zip(found.tolist(), others, strict=True):
            heapq.heappush(self.heap, (cost, one, other, self.ages[one], self.ages[other]))

    @property
    def numbers(self) -> np.ndarray:
        for n in range(len(self._parent)):  # those that others went into may have a higher number
            root = n
            while self._parent[root] != root:
                root = self._parent[root]
            self._parent[n] = root
        return in_order(np.array(self._parent, np.int64))


def in_order(numbers: np.ndarray) -> np.ndarray:
    """Return the numbers as 0, 1, 2 ... in the order in which they first occur."""
    _, first, inverse = np.unique(numbers, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse.ravel()].astype(np.int32)


def renumber(regions: np.ndarray, numbers: np.ndarray) -> None:
    """Replace each number in (h, w) int32 regions, in place; -1 stays."""
    from palette_studio.core.kernels.regions import renumbered

    numbers = numbers.astype(np.int32)
    each_block(len(regions), lambda start, stop: renumbered(regions[start:stop], numbers))

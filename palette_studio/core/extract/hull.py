"""A palette of which all colors of the picture are mixtures: the corners of a simple hull around them
(Tan, Echevarria & Gingold 2018, section 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.extract.kmeans import kmeans
from palette_studio.core.hull.tessellation import Tessellation
from palette_studio.core.tick import Tick, no_tick

STOP = 2 / 255  # root mean square distance from the hull that is too small to see, Tan 2018
FEWEST_AUTO, MOST_AUTO = 4, 10
BITS = 5  # bins of color that distances are measured on
NEAR = 24 / 255  # corners nearer than this: noise would flip pixels from one's layer to the other's
LIKELY_MERGED = 3  # corners, at most, that are looked at for being too near others
STEPS = 24  # of settling
THIN = 1 / 255  # extent, a standard deviation, along an axis that does not count as one


@dataclass(frozen=True, eq=False)
class Around:
    """What encloses the colors of a histogram in few corners."""

    histogram: ColorHistogram
    tick: Tick

    def corners(self, k: int) -> np.ndarray:
        """Return (m, 3) corners, 1 <= m <= k, in as many dimensions as the colors have and k allows."""
        from scipy.spatial import QhullError

        mean, axes = self._axes
        for dimensions in range(min(k - 1, len(axes)), 1, -1):
            try:
                found = self._solid(k) if dimensions == 3 else self._flat(k, mean, axes[:2])
            except QhullError:
                continue
            if len(found) <= k:
                return found
        return self._long(k, mean, axes)

    @cached_property
    def _axes(self) -> tuple[np.ndarray, np.ndarray]:
        return _axes(self.histogram)

    @cached_property
    def _solids(self) -> list[np.ndarray]:
        """The corners of the whole hull, and of ever simpler ones."""
        from palette_studio.core.hull.collapse import simplified

        solids: list[np.ndarray] = []
        for polyhedron in simplified(self.histogram.srgb):
            solids.append(polyhedron.places)
            self.tick(1 - len(solids[-1]) / (len(solids[0]) + 1))
        return solids

    def _solid(self, k: int) -> np.ndarray:
        for places in self._solids:
            if len(places) <= k + LIKELY_MERGED:
                found = merged(self.histogram, np.clip(places, 0, 1))
                if len(found) <= k:
                    return found
        return self._solids[-1]

    def _flat(self, k: int, mean: np.ndarray, axes: np.ndarray) -> np.ndarray:
        from palette_studio.core.hull.flat import polygon

        corners = mean + polygon((self.histogram.srgb - mean) @ axes.T, k) @ axes
        return merged(self.histogram, np.clip(corners, 0, 1))

    def _long(self, k: int, mean: np.ndarray, axes: np.ndarray) -> np.ndarray:
        """Return the ends of the longest axis, and what k-means finds between them."""
        if not len(axes) or k < 2:
            return kmeans(self.histogram, k, np.empty((0, 3)), self.tick)
        along = (self.histogram.srgb - mean) @ axes[0]
        ends = np.clip(mean + np.array([[along.min()], [along.max()]]) * axes[0], 0, 1)
        return kmeans(self.histogram, k, ends, self.tick)


def hull(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: the corners of a hull, clipped to the gamut.

    Where clipping leaves out more than STOP they settle elsewhere in the gamut.
    Below four colors, and for pictures whose colors lie in a plane or on a line, it is a polygon or a segment
    along their main axes; between the ends of a segment the other colors are those of k-means. Locked colors
    stand beside the corners or in place of those nearest, whichever leaves less outside.
    """
    centers = _colors(Around(histogram, tick), k, locked)
    return settled(histogram, centers, len(locked))


def hull_count(histogram: ColorHistogram, locked: np.ndarray, tick: Tick = no_tick) -> int:
    """Return the least number, 4..10, whose hull misses at most STOP; else the one that misses least.

    Hulls that have settled count only where no other misses so little: settled corners go far out.
    """
    around = Around(histogram, tick)
    counts = list(range(max(FEWEST_AUTO, len(locked)), MOST_AUTO + 1)) or [len(locked)]
    tried = [_colors(around, k, locked) for k in counts]
    for settle in (False, True):
        if settle:
            tried = [settled(histogram, centers, len(locked)) for centers in tried]
        misses = [missed(histogram, centers) for centers in tried]
        if min(misses) <= STOP:
            return next(k for k, miss in zip(counts, misses, strict=True) if miss <= STOP)
    return counts[int(np.argmin(misses))]


def _colors(around: Around, k: int, locked: np.ndarray) -> np.ndarray:
    free = k - len(locked)
    if free <= 0:
        return locked
    if not len(locked):
        return around.corners(k)
    beside = np.concatenate([locked, around.corners(free)])
    instead = np.concatenate([locked, _unclaimed(around.corners(k), locked, free)])
    return min((instead, beside), key=lambda centers: missed(around.histogram, centers))


def merged(histogram: ColorHistogram, corners: np.ndarray) -> np.ndarray:
    """Return the corners without one of each two that are too near: the one that is missed less."""
    corners = np.unique(corners, axis=0)
    while len(corners) > 1:
        apart = ((corners[:, None] - corners) ** 2).sum(axis=2)
        np.fill_diagonal(apart, np.inf)
        pair = np.unravel_index(int(np.argmin(apart)), apart.shape)
        if apart[pair] >= NEAR**2:
            break
        corners = min((np.delete(corners, i, axis=0) for i in pair), key=lambda left: missed(histogram, left))
    return corners


def settled(histogram: ColorHistogram, centers: np.ndarray, fixed: int) -> np.ndarray:
    """Return centers in the gamut that miss at most STOP, or less than before; ``fixed`` of them stay.

    Each step moves a corner by the mean of what it misses, colors outside weighing as the corner does at the
    nearest place on the hull: the gradient of the squared distance, by its own curvature.
    """
    bins = histogram.bins("srgb", BITS)
    best, least = centers, np.inf
    for _ in range(STEPS):
        points = Tessellation.of(centers)
        shares = points.shares(bins.place)
        off = bins.place - shares @ centers
        miss = _weighted(off, bins.weight)
        if miss < least:
            best, least = centers, miss
        if miss <= STOP:
            break
        pull = shares * (bins.weight * (np.abs(off).max(axis=1) > 1e-6))[:, None]
        step = pull.T @ off / np.maximum((pull * shares).sum(axis=0), 1e-12)[:, None]
        step[:fixed] = 0.0
        centers = np.clip(centers + step, 0, 1)
        if len(np.unique(centers, axis=0)) < len(centers):
            break
    return best


def _weighted(off: np.ndarray, weight: np.ndarray) -> float:
    return float(np.sqrt((off * off).sum(axis=1) @ weight / weight.sum()))


def missed(histogram: ColorHistogram, centers: np.ndarray) -> float:
    """Return the root mean square distance of the picture's colors from the hull of centers, sRGB 0..1."""
    points = Tessellation.of(np.unique(centers, axis=0))
    bins = histogram.bins("srgb", BITS)
    return _weighted(points.shares(bins.place) @ points.points - bins.place, bins.weight)


def _unclaimed(corners: np.ndarray, locked: np.ndarray, count: int) -> np.ndarray:
    """Return at most ``count`` corners: those left when each locked color has taken the nearest to it."""
    left = list(range(len(corners)))
    for color in locked:
        if len(left) > 1:
            left.remove(min(left, key=lambda i: float(((corners[i] - color) ** 2).sum())))
    return corners[left[:count]]


def _axes(histogram: ColorHistogram) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean color, and (d, 3) the main axes along which colors spread."""
    bins = histogram.bins("srgb", BITS)
    mean = np.average(bins.place, axis=0, weights=bins.weight)
    off = bins.place - mean
    spread, axes = np.linalg.eigh((off * bins.weight[:, None]).T @ off / bins.weight.sum())
    return mean, axes.T[::-1][spread[::-1] > THIN**2]

"""The colors of a picture by bins, with their spread inside each: what color mixtures are fitted to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.color import lab_to_srgb, oklab_to_srgb
from palette_studio.core.mixture.components import BLOCK, Components, Sums
from palette_studio.core.mixture.line import frozen
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, to_8_bit

PARTS = 4  # of a picture that are counted at once; a tally is 1.3 MB
FLAT = 1e-3  # of 255: a bin without spread in a direction
HEAVY = 0.9  # of the picture lies in bins that are told by four points each
SIX = np.sqrt(3.0) * np.concatenate([np.eye(3), -np.eye(3)])  # points with mean 0 and covariance 1
FOUR = np.array([[1.0, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]])  # so do these, with less sense of skew


@dataclass(frozen=True, eq=False)
class ColorBins:
    """(n, 3) mean colors, (n,) share of the picture, (n, 6) covariances inside, as kernels.color_bins.PAIRS.

    Colors are CIELab, OKLab times 100, or sRGB in percent. With the covariances a mixture is fitted as to
    the pixels, but that all of a bin have the same say in each component; on means alone, components would
    collapse on flat colors. total: pixels counted.
    """

    places: np.ndarray
    shares: np.ndarray
    spreads: np.ndarray
    total: float

    @classmethod
    def of(cls, pixels: np.ndarray, space: str = "lab", tick: Tick = no_tick) -> ColorBins:
        """Return the bins of (h, w, 3|4) uint8 or uint16 pixels, 32 a channel; 16 bits are rounded to 8.

        Bins that hold much come as four points with their mean and covariance in sRGB; then what is in them
        can belong to different components. Raises ValueError when no pixel shows, or for an unknown space.
        """
        space_number(space)
        tally = _tallied(to_8_bit(pixels), tick)
        codes = np.flatnonzero(tally[:, 0])
        if not len(codes):
            raise ValueError(
                "The picture holds no pixel that shows: there are no colors to fit a mixture to."
            )
        weight, means, roots = _in_srgb(codes, tally[codes])
        heavy = _heavy(weight)
        points = _points(means[heavy], roots[heavy], FOUR, space)
        light = _points(means[~heavy], roots[~heavy], SIX, space)
        places = light.mean(axis=1)
        off = light - places[:, None]
        return cls.weighted(
            np.concatenate([points.reshape(-1, 3), places]),
            np.concatenate([np.repeat(weight[heavy] / 4, 4), weight[~heavy]]),
            np.concatenate([np.zeros((4 * len(points), 6)), _pairs(off.transpose(0, 2, 1) @ off / 6)]),
        )

    @classmethod
    def distinct(cls, pixels: np.ndarray, space: str = "lab", tick: Tick = no_tick) -> ColorBins:
        """Return every color of the pixels by itself: a mixture is fitted to them as to the pixels."""
        from palette_studio.core.color_histogram import ColorHistogram

        if pixels.shape[2] == 4:
            pixels = pixels[..., :3][pixels[..., 3] > 0][:, None]
        colors = ColorHistogram.of(pixels, tick)
        places = _placed(colors.colors.astype(float), space)
        return cls.weighted(places, colors.weight, np.zeros((len(colors), 6)))

    @classmethod
    def weighted(cls, places: np.ndarray, weight: np.ndarray, spreads: np.ndarray) -> ColorBins:
        """weight: (n,) how many pixels each bin stands for."""
        total = float(weight.sum())
        return cls(frozen(places), frozen(weight / (total or 1.0)), frozen(spreads), total)

    def __len__(self) -> int:
        return len(self.shares)

    def sums(self, components: Components) -> Sums:
        """Return what a round of EM needs: the same on any number of cores."""
        from palette_studio.core.kernels.color_bins import PAIRS, bins_round

        mixture = components.heights, components.means, doubled(components)
        parts: dict[int, tuple[np.ndarray, float]] = {}

        def work(start: int, stop: int) -> None:
            own, part = np.zeros((len(components), 10)), slice(start, stop)
            height = bins_round(self.places[part], self.shares[part], self.spreads[part], mixture, own)
            parts[start] = own, height

        each_block(len(self), work, block=BLOCK)
        sums = sum((parts[start][0] for start in sorted(parts)), np.zeros((len(components), 10)))
        second = np.empty((len(components), 3, 3))
        for n, (i, j) in enumerate(PAIRS):
            second[:, i, j] = second[:, j, i] = sums[:, 4 + n]
        height = sum(parts[start][1] for start in sorted(parts))
        return Sums(sums[:, 0], sums[:, 1:4], second, height)


def doubled(components: Components) -> np.ndarray:
    """Return (k, 6) precisions as kernels.color_bins.PAIRS, off-diagonals twice."""
    precisions = _pairs(components.factors.transpose(0, 2, 1) @ components.factors)
    return precisions * np.array([1, 1, 1, 2, 2, 2])


def _pairs(matrices: np.ndarray) -> np.ndarray:
    from palette_studio.core.kernels.color_bins import PAIRS

    return np.stack([matrices[:, i, j] for i, j in PAIRS], axis=1)


def _tallied(pixels: np.ndarray, tick: Tick) -> np.ndarray:
    """Return (2^15, 10): the count, sums and sums of products of each bin's low bits."""
    from palette_studio.core.kernels.color_bins import MOST_PIXELS, moments_tallied

    rows = max(1, min(-(-len(pixels) // PARTS), MOST_PIXELS // max(1, pixels.shape[1])))
    parts: dict[int, np.ndarray] = {}

    def work(start: int, stop: int) -> None:
        tally = np.zeros((1 << 15, 5), np.uint64)
        moments_tallied(pixels[start:stop], tally)
        parts[start] = tally.view(np.uint32)

    each_block(len(pixels), work, tick, block=rows)
    return sum(parts.values(), np.zeros((1 << 15, 10), np.uint64))


def _in_srgb(codes: np.ndarray, tally: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (n,) counts, (n, 3) mean sRGB 0..255, and (n, 3, 3) Cholesky factors of the covariances."""
    weight = tally[:, 0].astype(float)
    low = tally[:, 1:4] / weight[:, None]
    means = np.stack([codes >> 10, codes >> 5 & 31, codes & 31], axis=1) * 8 + low
    xx, yy, zz, xy, xz, yz = (tally[:, 4:] / weight[:, None]).T
    x, y, z = low.T
    roots = np.zeros((len(codes), 3, 3))
    with np.errstate(divide="ignore", invalid="ignore"):
        roots[:, 0, 0] = np.sqrt(np.maximum(xx - x * x, 0))
        roots[:, 1, 0], roots[:, 2, 0] = (xy - x * y) / roots[:, 0, 0], (xz - x * z) / roots[:, 0, 0]
        roots[roots[:, 0, 0] < FLAT, 1:, 0] = 0
        roots[:, 1, 1] = np.sqrt(np.maximum(yy - y * y - roots[:, 1, 0] ** 2, 0))
        roots[:, 2, 1] = (yz - y * z - roots[:, 2, 0] * roots[:, 1, 0]) / roots[:, 1, 1]
        roots[roots[:, 1, 1] < FLAT, 2, 1] = 0
    roots[:, 2, 2] = np.sqrt(np.maximum(zz - z * z - roots[:, 2, 0] ** 2 - roots[:, 2, 1] ** 2, 0))
    return weight, means, roots


def _heavy(weight: np.ndarray) -> np.ndarray:
    """Return (n,) which bins are the fewest that hold HEAVY of the picture."""
    order = np.argsort(-weight, kind="stable")
    before = np.cumsum(weight[order]) - weight[order]
    heavy = np.zeros(len(weight), bool)
    heavy[order] = before < HEAVY * weight.sum()
    return heavy


def _points(means: np.ndarray, roots: np.ndarray, corners: np.ndarray, space: str) -> np.ndarray:
    """Return (n, m, 3) colors of m points around each mean, by (n, 3, 3) roots of covariances in sRGB."""
    colors = means[:, None] + corners @ roots.transpose(0, 2, 1)
    return _placed(colors.reshape(-1, 3), space).reshape(colors.shape)


def _placed(colors: np.ndarray, space: str) -> np.ndarray:
    """Return (n, 3) sRGB colors 0..255 in a space."""
    from palette_studio.core.kernels.color_bins import converted

    result, number = np.empty_like(colors), space_number(space)
    each_block(len(colors), lambda a, b: converted(colors[a:b], number, result[a:b]), block=BLOCK)
    return result


def space_number(space: str) -> int:
    """Return what kernels know a space by."""
    from palette_studio.core.kernels.color_bins import SPACES

    if space not in SPACES:
        raise ValueError(f"colors are mixed in {', '.join(SPACES[:-1])} or {SPACES[-1]}, not {space!r}")
    return SPACES.index(space)


def seen(places: np.ndarray, space: str) -> np.ndarray:
    """Return (n, 3) uint8 sRGB colors of places in a space, those out of gamut clipped."""
    ways = {"lab": lab_to_srgb, "oklab": lambda places: oklab_to_srgb(places / 100), "rgb": lambda p: p / 100}
    return (np.clip(ways[space](places), 0, 1) * 255).round().astype(np.uint8)

"""A palette from a photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.extract.count import count_of
from palette_studio.core.extract.hull import hull, hull_count
from palette_studio.core.extract.kmeans import kmeans
from palette_studio.core.extract.kmeans_oklab import kmeans_oklab
from palette_studio.core.extract.median_cut import median_cut
from palette_studio.core.extract.mixture import mixture
from palette_studio.core.extract.octree import octree
from palette_studio.core.extract.refined import refined
from palette_studio.core.extract.vivid import keeps_vivid
from palette_studio.core.extract.wu import wu
from palette_studio.core.palette import Palette, Rgb, Swatch
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

# (histogram, k, locked, tick) -> centers. k: 2..256, how many centers are wanted, the locked ones included.
# locked: (l, 3) sRGB 0..1, distinct; l may be 0 and may exceed k. centers: (m, 3) sRGB, the locked ones
# first and unmoved, m at most max(k, l), fewer where the method finds no use for more; what lies outside
# 0..1 is clipped. No randomness: the same for the same colors and weights. The histogram has at least one
# color and, except while counts are tried for "auto", more than k with the locked ones. tick: called at
# least every 50 ms with 0..1.
Method = Callable[[ColorHistogram, int, np.ndarray, Tick], np.ndarray]
METHODS: dict[str, Method] = {
    "kmeans": keeps_vivid(kmeans),
    "kmeans-oklab": keeps_vivid(kmeans_oklab),
    "median-cut": keeps_vivid(median_cut),
    "wu": keeps_vivid(wu),
    "octree": keeps_vivid(octree),
    "hull": hull,
    "refined": refined,
    "mixture": keeps_vivid(mixture),
}
# (histogram, locked, tick) -> k, of methods that know better than ``count_of`` how many swatches they need.
COUNTS: dict[str, Callable[[ColorHistogram, np.ndarray, Tick], int]] = {
    "hull": hull_count,
    "refined": hull_count,
}
FEWEST, MOST = 2, 256  # swatches that may be asked for


def extract(
    pixels: np.ndarray,
    k: int | str = 6,
    *,
    method: str = "kmeans",
    locked: Sequence[Sequence[int]] = (),
    tick: Tick = no_tick,
) -> Palette:
    """Return the picture's palette by ascending CIELab lightness, with coverages that sum to 1.

    pixels: (h, w, 3|4) uint8 or uint16; a pixel counts as much as it shows, by its alpha. k: 2..256, or
    "auto" for what the method needs, most often 3..10 by the error (see count.count_of). locked: sRGB colors
    that stay and count among the k; all of them appear, locked, even when more than k. A picture of fewer
    distinct colors gives fewer swatches; one with nothing to see gives the locked ones, or one black,
    covering 0.
    Raises ValueError for another k, an unknown method, or a picture of another shape or dtype.
    """
    if method not in METHODS:
        raise ValueError(f"{method!r} is no extract method; there are {', '.join(METHODS)}")
    if k != "auto" and not (isinstance(k, int | np.integer) and FEWEST <= k <= MOST):
        raise ValueError(f"k is {k!r}; it is {FEWEST}..{MOST} or 'auto'")
    histogram = ColorHistogram.of(pixels, lambda fraction, partial=None: tick(fraction * 0.3))

    def centers(fixed: np.ndarray) -> np.ndarray:
        count = _counted(histogram, method, fixed, tick) if isinstance(k, str) else int(k)
        return METHODS[method](
            histogram, count, fixed, lambda fraction, partial=None: tick(0.6 + fraction * 0.3)
        )

    return palette_from(histogram, FEWEST if isinstance(k, str) else int(k), locked, centers, tick)


def palette_from(
    histogram: ColorHistogram,
    k: int,
    locked: Sequence[Sequence[int]],
    centers: Callable[[np.ndarray], np.ndarray],
    tick: Tick,
) -> Palette:
    """Return the palette of the centers that are found, by ascending lightness, with coverages.

    centers: from (l, 3) locked sRGB 0..1 to (m, 3), those first. It is not called where the picture's colors,
    the locked ones included, are at most k: they are the palette.
    """
    kept = list(dict.fromkeys((int(r), int(g), int(b)) for r, g, b in locked))
    if not len(histogram):
        seen = [Swatch(color, locked=True) for color in kept]
        return Palette(tuple(seen) or (Swatch((0, 0, 0)),))
    others = histogram.colors
    if len(others) > k or len({*kept, *_tuples(others)}) > max(k, len(kept)):
        found = centers(np.array(kept, np.float64).reshape(-1, 3) / 255)[len(kept) :]
        others = np.rint(np.clip(found, 0, 1) * 255).astype(np.uint8)
    colors = list(dict.fromkeys([*kept, *_tuples(others)]))
    colors.sort(key=lambda color: (float(srgb_to_lab(np.array(color) / 255)[0]), color))
    shares = shares_of(histogram, np.array(colors))
    tick(1.0)
    return Palette(
        tuple(
            Swatch(color, coverage=float(share), locked=color in kept)
            for color, share in zip(colors, shares, strict=True)
        )
    )


def _tuples(colors: np.ndarray) -> list[Rgb]:
    return [(int(r), int(g), int(b)) for r, g, b in colors]


def _counted(histogram: ColorHistogram, method: str, locked: np.ndarray, tick: Tick) -> int:
    def half(fraction: float, partial: object = None) -> None:
        tick(0.3 + fraction * 0.3)

    if method in COUNTS:
        return COUNTS[method](histogram, locked, half)
    return count_of(histogram, METHODS[method], locked, half)


def coverage(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """Return (k,) the share of pixels whose nearest color, in Lab, is each of (k, 3) sRGB colors 0..255.

    Ties go to the lower index. A pixel counts by its alpha; the shares sum to 1, or are 0 when none shows.
    """
    return shares_of(ColorHistogram.of(pixels), colors)


def shares_of(histogram: ColorHistogram, colors: np.ndarray) -> np.ndarray:
    """Return the coverage by each of (k, 3) sRGB colors 0..255 of the picture that the histogram is of."""
    from palette_studio.core.kernels.labels import nearest_points

    centers = srgb_to_lab(np.asarray(colors, np.float64) / 255)
    label = np.empty(len(histogram), np.int64)

    def work(start: int, stop: int) -> None:
        nearest_points(histogram.lab[start:stop], centers, label[start:stop])

    each_block(len(histogram), work, block=1 << 13)
    total = np.bincount(label, histogram.weight, len(centers))
    return total / max(1e-9, total.sum())

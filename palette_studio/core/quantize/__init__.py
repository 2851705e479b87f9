"""The palette that a picture loses least in: by PSNR, by CIEDE2000, or by SSIM."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram, Points
from palette_studio.core.extract import palette_from
from palette_studio.core.extract.clusters import Clusters, assigned, clusters_of, rounds, still, typical
from palette_studio.core.extract.vivid import with_vivid
from palette_studio.core.palette import Palette
from palette_studio.core.quantize.count import sized
from palette_studio.core.quantize.spaces import (
    even_to_srgb,
    srgb_to_even,
    srgb_to_structure,
    structure_to_srgb,
)
from palette_studio.core.tick import Tick, no_tick

FEWEST, MOST = 2, 256
ROUNDS_VIVID = 3


@dataclass(frozen=True)
class Mode:
    """A measure that a palette is to be good by.

    to_place, to_srgb: between sRGB 0..1 and the space where its error is a distance. metric: of
    ``nearest``, by which its pixels should be mapped. typical: the mean distance counts, not its square.
    """

    to_place: Callable[[np.ndarray], np.ndarray]
    to_srgb: Callable[[np.ndarray], np.ndarray]
    metric: str
    typical: bool


def _same(place: np.ndarray) -> np.ndarray:
    return place


MODES = {
    "photo": Mode(_same, _same, "rgb", typical=False),  # PSNR
    "perceptual": Mode(srgb_to_even, even_to_srgb, "lab", typical=True),  # mean CIEDE2000
    "structure": Mode(srgb_to_structure, structure_to_srgb, "oklab", typical=True),  # SSIM of luma
}
# The metric, one of ``nearest``, by which pixels go to the colors that a mode found.
METRIC_OF = {name: mode.metric for name, mode in MODES.items()}


def quantize(
    pixels: np.ndarray,
    k: int | str,
    *,
    mode: str = "photo",
    locked: Sequence[Sequence[int]] = (),
    tick: Tick = no_tick,
) -> Palette:
    """Return the palette of at most ``k`` colors that a picture loses least in, by ascending lightness.

    pixels: (h, w, 3|4) uint8 or uint16; a pixel counts by its alpha. k: 2..256, or "auto" for as many as
    leave an error that is hardly seen (see count.sized). mode: "photo" (PSNR),
    "perceptual" (mean CIEDE2000) or "structure" (SSIM). locked: sRGB colors that stay and count among the
    k; all appear, even when more than k. A picture of at most k colors gives exactly those; one with
    nothing to see the locked ones, or one black. Only the colors and how often they occur matter.
    Raises ValueError for another k or mode, or a picture of another shape or dtype.
    """
    chosen = mode_of(mode)
    if k != "auto" and not (isinstance(k, int | np.integer) and FEWEST <= k <= MOST):
        raise ValueError(f"k is {k!r}; it is {FEWEST}..{MOST} or 'auto'")
    histogram = ColorHistogram.of(pixels, lambda fraction, partial=None: tick(0.3 * fraction))

    def palette_for(count: int) -> Palette:
        def centers(fixed: np.ndarray) -> np.ndarray:
            return palette_centers(
                histogram, count, chosen, fixed, lambda fraction, partial=None: tick(0.3 + 0.6 * fraction)
            )

        return palette_from(histogram, count, locked, centers, tick)

    return sized(histogram, chosen.metric, palette_for) if k == "auto" else palette_for(int(k))


def mode_of(name: str) -> Mode:
    if name not in MODES:
        raise ValueError(f"{name!r} is no mode; there are {', '.join(MODES)}")
    return MODES[name]


def palette_centers(
    histogram: ColorHistogram, k: int, mode: Mode, locked: np.ndarray, tick: Tick
) -> np.ndarray:
    """Return (m, 3) sRGB centers for a mode, as a method of ``extract`` does."""
    points, clusters = clusters_of(histogram, mode.to_place(histogram.srgb), k, mode.to_place(locked), tick)
    srgb, rescued = with_vivid(histogram, mode.to_srgb(clusters.centers), len(locked))
    if len(rescued):
        clusters = _kept(points, clusters, mode.to_place(srgb), rescued, still(tick))
    if mode.typical:
        clusters = typical(points, clusters, still(tick))
    return np.concatenate([locked, mode.to_srgb(clusters.centers[len(locked) :])])


def _kept(
    points: Points, clusters: Clusters, centers: np.ndarray, rescued: np.ndarray, tick: Tick
) -> Clusters:
    """Return the clusters about the centers, of which those rescued stay as the fixed ones do."""
    others = np.setdiff1d(np.arange(clusters.fixed, len(centers)), rescued)
    order = np.concatenate([np.arange(clusters.fixed), rescued, others])
    number = np.argsort(order)
    held = assigned(points, centers[order], clusters.fixed + len(rescued), number[clusters.label], tick)
    return rounds(points, held, ROUNDS_VIVID, tick)

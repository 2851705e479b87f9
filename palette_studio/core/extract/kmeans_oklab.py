"""A palette by weighted k-means in OKLab."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color import oklab_to_srgb, srgb_to_oklab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.extract.clusters import clustered, typical
from palette_studio.core.tick import Tick, no_tick

BITS = 5


def kmeans_oklab(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: of mean OKLab in 32^3 bins of color.

    Last rounds go toward medians, which are colors of the picture rather than between them.
    """
    points = histogram.points("oklab", BITS, k)
    clusters = typical(points, clustered(points, k, srgb_to_oklab(locked), tick))
    return np.concatenate([locked, oklab_to_srgb(clusters.centers[len(locked) :])])

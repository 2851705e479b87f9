"""A palette by a Gaussian mixture of the colors in Lab, fitted by expectation maximization."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.extract.gaussians import bins_of, fitted
from palette_studio.core.extract.kmeans import kmeans
from palette_studio.core.tick import Tick, no_tick


def mixture(histogram: ColorHistogram, k: int, locked: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return (m, 3) sRGB centers, see extract.METHODS: the means of components that began at k-means.

    Locked colors are means that stay. Unlike clusters, components overlap and differ in width: a wide one
    may lie around a narrow one.
    """
    centers = kmeans(histogram, k, locked, lambda fraction, partial=None: tick(fraction * 0.5))
    stays = np.arange(len(centers)) < len(locked)
    found = fitted(
        bins_of(histogram),
        srgb_to_lab(centers),
        stays,
        lambda fraction, partial=None: tick(0.5 + fraction / 2),
    )
    return np.concatenate([locked, lab_to_srgb(found.means[len(locked) :])])

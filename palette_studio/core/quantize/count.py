"""How many colors a picture needs: as many as bring the error down to what an eye hardly sees."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.nearest import nearest
from palette_studio.core.palette import Palette
from palette_studio.core.trust import differences

SIZES = (4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256)
SEEN = 2.3  # mean CIEDE2000, a just noticeable difference (Mahy, Van Eycken & Oosterlinck 1994)


def sized(histogram: ColorHistogram, metric: str, palette_for: Callable[[int], Palette]) -> Palette:
    """Return the first palette of SIZES whose mean error is SEEN or less, the last where none is.

    Larger palettes are taken to err less, so that a few are tried. metric: of ``nearest``.
    """
    low, high, best = 0, len(SIZES) - 1, None
    while low < high:
        middle = (low + high) // 2
        palette = palette_for(SIZES[middle])
        if _error(histogram, palette, metric) <= SEEN:
            high, best = middle, palette
        else:
            low = middle + 1
    return palette_for(SIZES[-1]) if best is None else best


def _error(histogram: ColorHistogram, palette: Palette, metric: str) -> float:
    if not len(histogram.colors):
        return 0.0
    picked = nearest(histogram.colors[:, None], palette.colors, metric=metric)[:, 0]
    shown = np.ascontiguousarray(palette.colors.astype(np.uint8)[picked])
    return float(np.average(differences(histogram.colors, shown), weights=histogram.weight))

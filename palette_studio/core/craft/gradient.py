"""Even steps between swatches."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from palette_studio.core.color import from_polar, to_polar
from palette_studio.core.craft.gamut import oklch_of, rgb_of
from palette_studio.core.craft.unlocked import unlocked, with_colors
from palette_studio.core.palette import Palette


def gradient(palette: Palette, rows: Iterable[int]) -> Palette:
    """Return the palette in which swatches take even steps, in OKLab, from the first of ``rows`` to the last.

    With two rows, all swatches between them take the steps, in their order; with more, those between that are
    among the rows. The two ends keep their colors, and so do locked swatches between, which the steps leave
    out: n that move stand at 1 / (n + 1) to n / (n + 1) of the way.
    Raises ValueError for fewer than two rows, or one that the palette does not have.
    """
    chosen = sorted(set(rows))
    free = unlocked(palette, chosen)  # checks them too
    if len(chosen) < 2:
        raise ValueError(f"A gradient goes from one swatch to another; {len(chosen)} is chosen.")
    first, last = chosen[0], chosen[-1]
    steps = [row for row in (unlocked(palette) if len(chosen) == 2 else free) if first < row < last]
    ends = from_polar(oklch_of(palette)[[first, last]])
    way = (np.arange(len(steps)) + 1)[:, None] / (len(steps) + 1)
    colors = rgb_of(to_polar(ends[0] + way * (ends[1] - ends[0])))
    return with_colors(palette, dict(zip(steps, colors, strict=True)))

"""The swatches of a palette in another order, as permutations for ``Palette.reordered``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from palette_studio.core.craft.contrast import luminance
from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.unlocked import unlocked
from palette_studio.core.palette import Palette


def _hues(palette: Palette) -> list[float]:
    return oklch_of(palette)[:, 2].tolist()


def _lightnesses(palette: Palette) -> list[float]:
    return oklch_of(palette)[:, 0].tolist()


def _chromas(palette: Palette) -> list[float]:
    return oklch_of(palette)[:, 1].tolist()


def _coverages(palette: Palette) -> list[float]:
    return [swatch.coverage for swatch in palette.swatches]


def _luminances(palette: Palette) -> list[float]:
    return luminance(palette.colors).tolist()


def _names(palette: Palette) -> list[str]:
    return [swatch.name.casefold() for swatch in palette.swatches]


# What is ascending in each order; lightness, chroma and hue are OKLCH's, luminance is WCAG's.
KEYS: dict[str, Callable[[Palette], Sequence[float] | Sequence[str]]] = {
    "hue": _hues,
    "lightness": _lightnesses,
    "chroma": _chromas,
    "coverage": _coverages,
    "luminance": _luminances,
    "name": _names,
}


def sorted_by(palette: Palette, key: str, *, descending: bool = False) -> list[int]:
    """Return the order in which a palette is sorted: place p of it holds swatch ``order[p]``.

    key: of KEYS. By hue, grays (OKLCH chroma below 0.02) come after all others, by lightness, descending or
    not. Equal swatches stay in their order. A locked swatch keeps its place, and the others are sorted in the
    places between.
    Raises ValueError for another key.
    """
    if key not in KEYS:
        raise ValueError(f"{key!r} is nothing to sort by; there are {', '.join(KEYS)}")
    values = KEYS[key](palette)
    rows = sorted(unlocked(palette), key=lambda row: values[row], reverse=descending)
    if key == "hue":
        gray, light = oklch_of(palette)[:, 1] < GRAY, _lightnesses(palette)
        grays = sorted((row for row in rows if gray[row]), key=lambda row: light[row], reverse=descending)
        rows = [row for row in rows if not gray[row]] + grays
    return _around_locked(palette, rows)


def reverse(palette: Palette) -> list[int]:
    """Return the order in which the unlocked swatches are back to front; locked ones keep their places."""
    return _around_locked(palette, unlocked(palette)[::-1])


def _around_locked(palette: Palette, rows: list[int]) -> list[int]:
    """Return the order whose unlocked places hold ``rows``, in their order."""
    order = np.arange(len(palette))
    order[unlocked(palette)] = rows
    return order.tolist()

"""Which swatches an operation on many may touch, and the palette in which they have other colors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from palette_studio.core.craft.gamut import rgb_of
from palette_studio.core.palette import Palette, Rgb


def unlocked(palette: Palette, rows: Iterable[int] | None = None) -> list[int]:
    """Return the rows, in ascending order and each once, that are not locked. rows: None for all.

    Raises ValueError for a row that the palette does not have.
    """
    wanted = range(len(palette)) if rows is None else sorted(set(rows))
    for row in wanted:
        if not 0 <= row < len(palette):
            raise ValueError(f"there is no swatch {row} among {len(palette)}")
    return [row for row in wanted if not palette[row].locked]


def with_colors(palette: Palette, colors: Mapping[int, Rgb]) -> Palette:
    """Return the palette in which some swatches have another color, all else about them kept."""
    swatches = list(palette.swatches)
    for row, color in colors.items():
        swatches[row] = replace(swatches[row], color=color)
    return Palette(tuple(swatches))


def with_oklch(palette: Palette, before: np.ndarray, after: np.ndarray, rows: list[int]) -> Palette:
    """Return the palette in which ``rows`` have the colors of ``after``, brought inside sRGB.

    before, after: (k, 3) OKLCH of all swatches. A row in which both are equal, bit for bit, keeps its color.
    """
    moved = [row for row in rows if (before[row] != after[row]).any()]
    return with_colors(palette, dict(zip(moved, rgb_of(after[moved]), strict=True)))

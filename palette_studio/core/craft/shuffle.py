"""Palettes by chance: the same seed gives the same palette."""

from __future__ import annotations

import numpy as np

from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.unlocked import unlocked, with_colors, with_oklch
from palette_studio.core.palette import Palette


def shuffled_hues(palette: Palette, seed: int) -> Palette:
    """Return the palette in which every unlocked swatch that is not gray has a hue by chance.

    Each is drawn evenly from the OKLCH circle; lightness and chroma are kept, chroma as far as sRGB holds it.
    """
    before, rows = oklch_of(palette), unlocked(palette)
    after = before.copy()
    after[:, 2] = np.where(
        before[:, 1] < GRAY, before[:, 2], np.random.default_rng(seed).uniform(0, 360, len(palette))
    )
    return with_oklch(palette, before, after, rows)


def shuffled_tones(palette: Palette, seed: int) -> Palette:
    """Return the palette whose unlocked swatches have changed lightness and chroma, together, among them.

    Each keeps its OKLCH hue, a gray that of 0; chroma as far as sRGB holds it there.
    """
    before, rows = oklch_of(palette), unlocked(palette)
    after = before.copy()
    after[rows, :2] = before[[rows[i] for i in _moved(len(rows), seed)], :2]
    return with_oklch(palette, before, after, rows)


def shuffled_assignment(palette: Palette, seed: int) -> Palette:
    """Return the palette whose unlocked swatches have changed their colors among them.

    Names, coverages and places stay: in Recolor, other parts of the photo get each color.
    """
    rows = unlocked(palette)
    order = _moved(len(rows), seed)
    return with_colors(palette, {row: palette[rows[i]].color for row, i in zip(rows, order, strict=True)})


def _moved(count: int, seed: int) -> list[int]:
    """Return a permutation by chance, never the identity where there is another."""
    order = np.random.default_rng(seed).permutation(count)
    if count > 1 and (order == np.arange(count)).all():
        order = np.roll(order, 1)
    return order.tolist()

"""Many swatches moved together, each by the same difference in OKLCH."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from palette_studio.core.color import srgb_to_oklch
from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.unlocked import unlocked, with_oklch
from palette_studio.core.palette import Palette, Rgb


class Shift(NamedTuple):
    """A difference in OKLCH: of lightness (white is 1), of chroma, and of hue in degrees."""

    lightness: float = 0.0
    chroma: float = 0.0
    hue_deg: float = 0.0


def difference(start: Rgb, end: Rgb) -> Shift:
    """Return by how much one 8-bit sRGB color differs from another; no turn where either is gray."""
    before, after = srgb_to_oklch(np.array([start, end]) / 255)
    lightness, chroma, hue = (float(part) for part in after - before)
    hued = min(before[1], after[1]) >= GRAY
    return Shift(lightness, chroma, (hue + 180) % 360 - 180 if hued else 0.0)


def shifted(palette: Palette, shift: Shift, rows: Iterable[int] | None = None) -> Palette:
    """Return the palette in which the unlocked swatches among ``rows`` have moved by ``shift``.

    palette: as it was when the drag began, so that nothing adds up: a drag back to its start, a shift of 0,
    gives every color exactly. rows: None for all. A color that leaves sRGB gives up chroma; lightness stops
    at black and white. Chroma comes to a swatch as far as it has a hue: a gray stays gray, and up to a chroma
    of 0.02 a swatch takes part of an increase.
    Raises ValueError for a row that the palette does not have.
    """
    before, free = oklch_of(palette), unlocked(palette, rows)
    hued = np.minimum(before[:, 1] / GRAY, 1) if shift.chroma > 0 else 1.0
    after = before + np.array(shift)
    after[:, 1] = np.maximum(before[:, 1] + shift.chroma * hued, 0)
    return with_oklch(palette, before, after, free)

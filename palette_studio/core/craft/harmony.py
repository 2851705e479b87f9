"""Harmonies: hues at fixed angles of a wheel from a key, and palettes brought to them."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color import srgb_to_oklch
from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.unlocked import unlocked, with_colors, with_oklch
from palette_studio.core.craft.wheels import angle_of, hue_of
from palette_studio.core.palette import Palette, Rgb

# Degrees of a wheel from the key, after Itten 1961, "The art of color"; 30 beside the key for analogous hues
# and beside its opposite for split complements are those of his wheel of twelve.
HARMONIES: dict[str, tuple[float, ...]] = {
    "complementary": (0, 180),
    "analogous": (0, 30, -30),
    "split complementary": (0, 150, 210),
    "triad": (0, 120, 240),
    "tetrad": (0, 60, 180, 240),
    "square": (0, 90, 180, 270),
    "monochrome": (0,),
}


def guides(key_deg: float, harmony: str, wheel: str = "oklch") -> np.ndarray:
    """Return (n,) OKLCH hues, 0..360, of a harmony, that of its key first. key_deg: an OKLCH hue.

    Raises ValueError for an unknown harmony or wheel.
    """
    return hue_of(angle_of(key_deg, wheel) + _offsets(harmony), wheel)


def _offsets(harmony: str) -> np.ndarray:
    if harmony not in HARMONIES:
        raise ValueError(f"{harmony!r} is no harmony; there are {', '.join(HARMONIES)}")
    return np.array(HARMONIES[harmony], np.float64)


def harmonized(
    palette: Palette, harmony: str, key: int | Rgb, wheel: str = "oklch", strength: float = 1.0
) -> Palette:
    """Return the palette in which every unlocked swatch has gone to the nearest hue of a harmony.

    key: the swatch whose hue the harmony begins at, which may be locked, or any 8-bit sRGB color. strength:
    0..1 of the way each goes, in degrees of the wheel. Lightness and chroma in OKLCH are kept, chroma as far
    as sRGB holds it at the new hue. Grays, which have no hue, stay, and so do all where the key is one. A
    swatch midway between two hues goes to the one named first.
    Raises ValueError for an unknown harmony, wheel or key, or a strength outside 0..1.
    """
    if not 0 <= strength <= 1:
        raise ValueError(f"strength is {strength}; it lies in 0..1")
    if isinstance(key, int):
        if not 0 <= key < len(palette):
            raise ValueError(f"there is no swatch {key} among {len(palette)}")
        key = palette[key].color
    begin, before = srgb_to_oklch(np.array(key) / 255), oklch_of(palette)
    wanted = angle_of(begin[2], wheel) + _offsets(harmony)
    if begin[1] < GRAY:
        return palette
    ways = _turn(wanted[None] - angle_of(before[:, 2], wheel)[:, None])
    nearest = np.argmin(np.round(np.abs(ways), 9), axis=1)  # rounding shall not decide between equals
    return _turned(palette, strength * ways[np.arange(len(before)), nearest], wheel)


def linked(palette: Palette, row: int, color: Rgb, wheel: str = "oklch") -> Palette:
    """Return the palette in which one swatch has a new color and the others have turned with it.

    palette: as it was when the drag began: a drag back to its start gives every color exactly. They turn by
    as many degrees of the wheel as the swatch does, so that their offsets stay; lightness and chroma are
    theirs, as in ``harmonized``. Locked swatches and grays stay; where the swatch itself is locked or was or
    becomes gray, no other turns, and a locked one keeps its color.
    Raises ValueError for a row that the palette does not have.
    """
    if not unlocked(palette, [row]):
        return palette
    start, end = srgb_to_oklch(np.array([palette[row].color, color]) / 255)
    if min(start[1], end[1]) < GRAY:
        return with_colors(palette, {row: color})
    turn = _turn(angle_of(end[2], wheel) - angle_of(start[2], wheel))
    return with_colors(_turned(palette, np.full(len(palette), turn), wheel), {row: color})


def _turned(palette: Palette, degrees: np.ndarray, wheel: str) -> Palette:
    """Return the palette whose unlocked swatches, grays apart, have turned. degrees: (k,) of the wheel."""
    before = oklch_of(palette)
    after = before.copy()
    moving = (np.abs(degrees) > 1e-9) & (before[:, 1] >= GRAY)
    after[moving, 2] = hue_of(angle_of(before[moving, 2], wheel) + degrees[moving], wheel)
    return with_oklch(palette, before, after, unlocked(palette))


def _turn(degrees: np.ndarray) -> np.ndarray:
    """Return the same turns as -180..180."""
    return (degrees + 180) % 360 - 180

"""What an artist does to many swatches: from a document to the next one, and the words for the history.

Locked swatches are left alone by all of these. What takes longer than a moment (halves of a swatch, pairs of
palettes, a region's color, variations) is worked out before, by core.craft, and comes as an argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from palette_studio.core.document import BY_LUT, RECOLORS, Document
from palette_studio.core.palette import Palette, Rgb, Swatch, hex_of

if TYPE_CHECKING:
    from palette_studio.core.craft.relative import Shift

Edit = tuple[str, Document]
SHUFFLES = {
    "hues": "Shuffle hues",
    "tones": "Shuffle lightness and chroma",
    "assignment": "Shuffle which swatch has which color",
}


def _with_edited(document: Document, edited: Palette) -> Document:
    """Return the document with other edited colors; swatches that a color table has set take over from it."""
    if document.method == BY_LUT and document.workspace in RECOLORS:
        document = replace(document, method="rbf")
    return replace(document, edited=edited)


def _called(swatch: Swatch) -> str:
    return swatch.name or swatch.hex


def _several(document: Document, rows: Sequence[int]) -> str:
    """Return "Brick", "Brick and Moss" or "3 swatches"."""
    if len(rows) > 2:
        return f"{len(rows)} swatches"
    return " and ".join(_called(document.edited[row]) for row in rows)


def shifted(document: Document, shift: Shift, rows: Sequence[int]) -> Edit:
    """Return the document whose chosen swatches have moved together. document: as when the drag began."""
    from palette_studio.core.craft.relative import shifted as moved

    return f"Move {_several(document, rows)}", _with_edited(document, moved(document.edited, shift, rows))


def harmonized(document: Document, harmony: str, key: int | Rgb, wheel: str, strength: float) -> Edit:
    """key: a swatch, or any color, whose hue the harmony begins at."""
    from palette_studio.core.craft.harmony import harmonized as brought

    text = f"Harmonize: {harmony} of {_called(document.edited[key]) if isinstance(key, int) else hex_of(key)}"
    return text, _with_edited(document, brought(document.edited, harmony, key, wheel, strength))


def linked(document: Document, row: int, color: Rgb, wheel: str) -> Edit:
    """Return the document in which all turn with one swatch. document: as when the drag began."""
    from palette_studio.core.craft.harmony import linked as turned

    text = f"Turn all with {_called(document.edited[row])} → {hex_of(color)}"
    return text, _with_edited(document, turned(document.edited, row, color, wheel))


def sorted_by(document: Document, key: str, *, descending: bool = False) -> Edit:
    from palette_studio.core.craft.order import sorted_by as order_by

    text = f"Sort by {key}{', descending' if descending else ''}"
    return text, document.reordered(order_by(document.edited, key, descending=descending))


def back_to_front(document: Document) -> Edit:
    from palette_studio.core.craft.order import reverse

    return "Reverse the order", document.reordered(reverse(document.edited))


def stepped(document: Document, rows: Sequence[int]) -> Edit:
    """Return the document whose swatches take even steps from the first to the last of ``rows``."""
    from palette_studio.core.craft.gradient import gradient

    ends = [min(rows), max(rows)] if rows else []
    text = f"Gradient from {' to '.join(_called(document.edited[row]) for row in ends)}"
    return text, _with_edited(document, gradient(document.edited, rows))


def shuffled(document: Document, what: str, seed: int) -> Edit:
    """what: a key of SHUFFLES. Raises ValueError for another."""
    from palette_studio.core.craft import shuffle

    ways = {
        "hues": shuffle.shuffled_hues,
        "tones": shuffle.shuffled_tones,
        "assignment": shuffle.shuffled_assignment,
    }
    if what not in ways:
        raise ValueError(f"{what!r} is nothing to shuffle; there are {', '.join(ways)}")
    return SHUFFLES[what], _with_edited(document, ways[what](document.edited, seed))


def split(document: Document, row: int, parts: tuple[Swatch, Swatch]) -> Edit:
    """parts: what core.craft.pieces.halves made of the swatch."""
    from palette_studio.core.craft import pieces

    found, edited = pieces.split(document.found, document.edited, row, parts)
    return f"Split {_called(document.edited[row])}", replace(document, found=found, edited=edited)


def duplicated(document: Document, row: int) -> Edit:
    from palette_studio.core.craft import pieces

    found, edited = pieces.duplicated(document.found, document.edited, row)
    return f"Duplicate {_called(document.edited[row])}", replace(document, found=found, edited=edited)


def merged(document: Document, rows: Sequence[int]) -> Edit:
    """Return the document with one swatch for several, where the first of ``rows`` stood."""
    from palette_studio.core.craft import pieces

    found, edited = pieces.merged(document.found, document.edited, rows)
    return f"Merge {_several(document, rows)}", replace(document, found=found, edited=edited)


def varied(document: Document, variation: Palette, number: int) -> Edit:
    """variation: one that core.craft.variations drew for the edited palette. number: as it is shown."""
    return f"Variation {number}", _with_edited(document, _colors_of(document, variation))


def dressed(document: Document, other: Palette, pairs: Sequence[int | None], name: str) -> Edit:
    """Return the document in the colors of another palette. pairs: from core.craft.matching; name: of it."""
    from palette_studio.core.craft.matching import applied

    return f"Colors of {name}", _with_edited(document, applied(document.edited, other, pairs))


def region_colored(document: Document, palette: Palette, color: Rgb) -> Edit:
    """palette: what core.craft.region_color found for the region to become a color."""
    return f"Make the region {hex_of(color)}", _with_edited(document, _colors_of(document, palette))


def _colors_of(document: Document, palette: Palette) -> Palette:
    """Return the edited palette with the colors of one of the same length, but for locked swatches.

    Names and locks may have changed while that was worked out; the document's are the newer ones.
    """
    pairs = zip(document.edited.swatches, palette.swatches, strict=True)
    return Palette(tuple(now if now.locked else replace(now, color=new.color) for now, new in pairs))

"""What an artist does to many swatches: from a document to the next one, and the words for the history.

Locked swatches are left alone by all of these. What takes longer than a moment (halves of a swatch, pairs of
palettes, a region's color, variations) is worked out before, by core.craft, and comes as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from palette_studio.core.document import BY_LUT, RECOLORS, Document
from palette_studio.core.palette import Palette, Rgb, Swatch, hex_of
from palette_studio.workbench.edits import Edit, several
from palette_studio.workbench.words import step_words

if TYPE_CHECKING:
    from palette_studio.core.craft.relative import Shift

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


def shifted(document: Document, shift: Shift, rows: Sequence[int]) -> Edit:
    """Return the document whose chosen swatches have moved together. document: as when the drag began."""
    from palette_studio.core.craft.relative import shifted as moved

    edited = moved(document.edited, shift, rows)
    return step_words("Move %1", several(document.edited, rows)), _with_edited(document, edited)


def moved_along(document: Document, row: int, color: Rgb, rows: Sequence[int]) -> Edit:
    """Return the document in which a swatch has a new color and others have moved by the same difference.

    rows: all of them. document: as when the drag began.
    """
    from palette_studio.core.craft.relative import difference

    text, new = shifted(document, difference(document.edited[row].color, color), rows)
    return text, new.with_color(row, color)


def given(document: Document, colors: Mapping[int, Rgb]) -> Edit:
    """Return the document whose swatches have other colors, by their rows; none of them is locked."""
    from palette_studio.core.craft.unlocked import with_colors

    rows = list(colors)
    name = several(document.edited, rows)
    text = f"{name} → {hex_of(colors[rows[0]])}" if len(rows) == 1 else step_words("Colors for %1", name)
    return text, _with_edited(document, with_colors(document.edited, colors))


def harmonized(document: Document, harmony: str, key: int | Rgb, wheel: str, strength: float) -> Edit:
    """key: a swatch, or any color, whose hue the harmony begins at."""
    from palette_studio.core.craft.harmony import harmonized as brought

    name = several(document.edited, [key]) if isinstance(key, int) else hex_of(key)
    text = step_words("Harmonize: %1 of %2", step_words(harmony), name)
    return text, _with_edited(document, brought(document.edited, harmony, key, wheel, strength))


def linked(document: Document, row: int, color: Rgb, wheel: str) -> Edit:
    """Return the document in which all turn with one swatch. document: as when the drag began."""
    from palette_studio.core.craft.harmony import linked as turned

    text = step_words("Turn all with %1 → %2", several(document.edited, [row]), hex_of(color))
    return text, _with_edited(document, turned(document.edited, row, color, wheel))


def sorted_by(document: Document, key: str, *, descending: bool = False) -> Edit:
    from palette_studio.core.craft.order import sorted_by as order_by

    name = step_words(key)
    text = step_words("Sort by %1, descending", name) if descending else step_words("Sort by %1", name)
    return text, document.reordered(order_by(document.edited, key, descending=descending))


def back_to_front(document: Document) -> Edit:
    from palette_studio.core.craft.order import reverse

    return step_words("Reverse the order"), document.reordered(reverse(document.edited))


def stepped(document: Document, rows: Sequence[int]) -> Edit:
    """Return the document whose swatches take even steps from the first to the last of ``rows``."""
    from palette_studio.core.craft.gradient import gradient

    ends = [min(rows), max(rows)] if rows else []
    names = [several(document.edited, [row]) for row in ends] or ["", ""]
    text = step_words("Gradient from %1 to %2", *names)
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
    return step_words(SHUFFLES[what]), _with_edited(document, ways[what](document.edited, seed))


def split(document: Document, row: int, parts: tuple[Swatch, Swatch]) -> Edit:
    """parts: what core.craft.pieces.halves made of the swatch."""
    from palette_studio.core.craft import pieces

    found, edited = pieces.split(document.found, document.edited, row, parts)
    text = step_words("Split %1", several(document.edited, [row]))
    return text, replace(document, found=found, edited=edited)


def duplicated(document: Document, rows: Sequence[int], place: int | None = None) -> Edit:
    """Return the document with chosen swatches twice; the photo stays.

    place: the copies stand before what is there now, None: each beside its original.
    """
    from palette_studio.core.craft import pieces

    text = step_words("Duplicate %1", several(document.edited, rows))
    for row in sorted(rows, reverse=True):
        found, edited = pieces.duplicated(document.found, document.edited, row)
        document = replace(document, found=found, edited=edited)
    if place is not None:
        copies = [row + 1 + number for number, row in enumerate(sorted(rows))]
        others = [row for row in range(len(document.edited)) if row not in copies]
        document = document.reordered([*others[:place], *copies, *others[place:]])
    return text, document


def merged(document: Document, rows: Sequence[int]) -> Edit:
    """Return the document with one swatch for several, where the first of ``rows`` stood."""
    from palette_studio.core.craft import pieces

    found, edited = pieces.merged(document.found, document.edited, rows)
    text = step_words("Merge %1", several(document.edited, rows))
    return text, replace(document, found=found, edited=edited)


def varied(document: Document, variation: Palette, number: int) -> Edit:
    """variation: one that core.craft.variations drew for the edited palette. number: as it is shown."""
    return step_words("Variation %1", number), _with_edited(document, _colors_of(document, variation))


def dressed(document: Document, other: Palette, pairs: Sequence[int | None], name: str) -> Edit:
    """Return the document in the colors of another palette. pairs: from core.craft.matching; name: of it."""
    from palette_studio.core.craft.matching import applied

    return step_words("Colors of %1", name), _with_edited(document, applied(document.edited, other, pairs))


def region_colored(document: Document, palette: Palette, color: Rgb) -> Edit:
    """palette: what core.craft.region_color found for the region to become a color."""
    text = step_words("Make the region %1", hex_of(color))
    return text, _with_edited(document, _colors_of(document, palette))


def _colors_of(document: Document, palette: Palette) -> Palette:
    """Return the edited palette with the colors of one of the same length, but for locked swatches.

    Names and locks may have changed while that was worked out; the document's are the newer ones.
    """
    pairs = zip(document.edited.swatches, palette.swatches, strict=True)
    return Palette(tuple(now if now.locked else replace(now, color=new.color) for now, new in pairs))

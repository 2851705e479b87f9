"""What an artist does to a palette: from a document to the next one, and the words for the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from palette_studio.core.coloring import Coloring
from palette_studio.core.document import BY_LUT, RECOLORS, Document
from palette_studio.core.palette import Palette, Rgb, Swatch
from palette_studio.core.region import Region
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.sequencing import Sequencing
from palette_studio.core.transferring import Transferring
from palette_studio.workbench.words import step_words

if TYPE_CHECKING:
    from palette_studio.core.lut import Lut

Edit = tuple[str, Document]


def colored(document: Document, row: int, color: Rgb) -> Edit:
    """Return the document with another color; swatches that a color table has set take over from it."""
    swatch = document.edited[row]
    if document.method == BY_LUT and document.workspace in RECOLORS:
        document = replace(document, method="rbf")
    return f"{swatch.name} → {replace(swatch, color=color).hex}", document.with_color(row, color)


def several(palette: Palette, rows: Sequence[int]) -> str:
    """Return "Brick", "Brick and Moss" or "3 swatches"."""
    if len(rows) > 2:
        return step_words("%1 swatches", len(rows))
    names = [palette[row].name or palette[row].hex for row in rows]
    return step_words("%1 and %2", *names) if len(names) == 2 else "".join(names)


def locked(document: Document, rows: Sequence[int], on: bool) -> Edit:
    edited = document.edited
    for row in rows:
        edited = edited.with_swatch(row, replace(edited[row], locked=on))
    name = several(document.edited, rows)
    text = step_words("Lock %1", name) if on else step_words("Unlock %1", name)
    return text, replace(document, edited=edited)


def reset(document: Document, rows: Sequence[int]) -> Edit:
    text = step_words("Reset %1", several(document.edited, rows))
    for row in rows:
        document = document.with_color(row, document.found[row].color)
    return text, document


def renamed(document: Document, row: int, name: str) -> Edit:
    swatch = document.edited[row]
    edited = document.edited.with_swatch(row, replace(swatch, name=name))
    text = step_words("Rename %1 to %2", several(document.edited, [row]), name)
    return text, replace(document, edited=edited)


def reset_all(document: Document) -> Edit:
    """Return the document with every unlocked swatch as it was found."""
    swatches = tuple(
        now if now.locked else replace(now, color=then.color)
        for now, then in zip(document.edited.swatches, document.found.swatches, strict=True)
    )
    return step_words("Reset all swatches"), replace(document, edited=Palette(swatches))


def removed(document: Document, rows: Sequence[int]) -> Edit:
    text = step_words("Remove %1", several(document.edited, rows))
    for row in sorted(rows, reverse=True):
        document = document.without(row)
    return text, document


def reordered(document: Document, order: list[int]) -> Edit:
    return step_words("Reorder swatches"), document.reordered(order)


SUITED = {"layers": "hull", "mean-value": "refined", "mixture": "mixture"}  # others: kmeans


def palette_method(document: Document, map_mode: str) -> str:
    """Return how a palette is found that suits the document: by a mode of quantizing, or for its engine."""
    return map_mode if document.workspace == "map" else SUITED.get(document.method, "kmeans")


def kept_colors(document: Document) -> tuple[Rgb, ...]:
    """Return the colors that finding a palette anew must keep: those of locked and edited swatches.

    In Recolor they are colors of the photo, in Map those the artist made of them.
    """
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    return tuple(_anchor(document, then, now) for then, now in pairs if now.locked or now.color != then.color)


def _anchor(document: Document, found: Swatch, edited: Swatch) -> Rgb:
    return edited.color if document.workspace == "map" else found.color


def found_anew(document: Document, palette: Palette) -> Edit:
    """Return the document with another palette; kept colors keep their edit, name and lock."""
    kept = set(kept_colors(document))
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    before = {_anchor(document, then, now): now for then, now in pairs}
    edited = tuple(
        replace(before[s.color], coverage=s.coverage) if s.color in kept else s for s in palette.swatches
    )
    return step_words("Find %1 swatches", len(palette)), replace(
        document, found=palette, edited=Palette(edited), found_in=document.place_found
    )


def opened_palette(document: Document, palette: Palette, name: str) -> Edit:
    """Return the document mapped to a palette from a file."""
    new = replace(document.with_palette(palette), workspace="map")
    return step_words("Open %1", name), new


def graded(document: Document, lut: Lut, colors: tuple[Rgb, ...]) -> Edit:
    """Return the document under a color table. colors: what it makes of the found ones, for the strip."""
    edited = tuple(
        swatch if swatch.locked else replace(swatch, color=color)
        for swatch, color in zip(document.edited.swatches, colors, strict=True)
    )
    new = replace(document, edited=Palette(edited), lut=lut, method=BY_LUT, workspace="recolor")
    return step_words("Color table %1", lut.title), new


def added(document: Document, color: Rgb, name: str, shares: tuple[float, ...]) -> Edit:
    """shares: the coverage of every swatch, the new one last."""
    grown = document.added(Swatch(color, name))
    found, edited = (
        Palette(tuple(replace(s, coverage=share) for s, share in zip(p.swatches, shares, strict=True)))
        for p in (grown.found, grown.edited)
    )
    return step_words("Add %1", name), replace(grown, found=found, edited=edited)


def segmented(document: Document, how: Segmenting, words: str) -> Edit:
    return words, replace(document, segmenting=how)


def transferring(document: Document, how: Transferring, words: str) -> Edit:
    return words, replace(document, transferring=how)


def entered(document: Document, workspace: str) -> Document:
    """Return the document in a workspace; a gray photo is colored at once where that is done."""
    from palette_studio.core.colorize.paint import grayish

    photo, how = document.photo, document.coloring
    if workspace == "colorize" and not how.on and photo is not None and grayish(photo.levels[-1]):
        how = replace(how, on=True)
    return replace(document, workspace=workspace, coloring=how)


def coloring(document: Document, how: Coloring, words: str) -> Edit:
    return words, replace(document, coloring=how)


def sequenced(document: Document, how: Sequencing, words: str) -> Edit:
    return words, replace(document, sequencing=how)


def components_as_palette(document: Document, palette: Palette) -> Edit:
    return step_words("Palette of %1 components", len(palette)), document.with_palette(palette)


def recolored_in(document: Document, region: Region, words: str) -> Edit:
    """Return the document in Recolor, where a change of the palette reaches a region alone."""
    return words, replace(document, region=region, workspace="recolor")


def turned(document: Document) -> Edit:
    """Return the document that recolors all but its region."""
    assert document.region is not None
    return step_words("Invert the region"), replace(document, region=document.region.turned())


def everywhere(document: Document) -> Edit:
    return step_words("Recolor the whole photo"), replace(document, region=None)


def look(document: Document) -> tuple[object, ...]:
    """Return what the picture on the screen depends on; names, locks and, in Recolor, order do not count."""
    photo = id(document.photo), document.place_found
    if document.workspace == "map":
        mapping = document.mapping
        if mapping.method != "flann":  # all other searches give the same pixels
            mapping = replace(mapping, method="auto")
        return photo, tuple(swatch.color for swatch in document.edited.swatches), mapping
    if document.workspace == "segment":
        how = document.segmenting
        return photo, how.key, how.iteration, how.smooth
    if document.workspace == "sequence":
        return photo, document.workspace
    if document.method == BY_LUT:
        return photo, id(document.lut), document.strength, document.region
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    moves = Counter((then.color, now.color) for then, now in pairs)
    how = document.method, document.strength, document.keep_light, document.region
    mixed = document.found.mixed if document.method == "mixture" else None
    return photo, frozenset(moves.items()), how, mixed

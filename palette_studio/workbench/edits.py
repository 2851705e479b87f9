"""What an artist does to a palette: from a document to the next one, and the words for the history."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette, Rgb, Swatch

Edit = tuple[str, Document]


def colored(document: Document, row: int, color: Rgb) -> Edit:
    swatch = document.edited[row]
    return f"{swatch.name} → {replace(swatch, color=color).hex}", document.with_color(row, color)


def locked(document: Document, row: int, on: bool) -> Edit:
    swatch = document.edited[row]
    text = f"Lock {swatch.name}" if on else f"Unlock {swatch.name}"
    return text, replace(document, edited=document.edited.with_swatch(row, replace(swatch, locked=on)))


def reset(document: Document, row: int) -> Edit:
    return f"Reset {document.edited[row].name}", document.with_color(row, document.found[row].color)


def reset_all(document: Document) -> Edit:
    """Return the document with every unlocked swatch as it was found."""
    swatches = tuple(
        now if now.locked else replace(now, color=then.color)
        for now, then in zip(document.edited.swatches, document.found.swatches, strict=True)
    )
    return "Reset all swatches", replace(document, edited=Palette(swatches))


def removed(document: Document, row: int) -> Edit:
    return f"Remove {document.edited[row].name}", document.without(row)


def reordered(document: Document, order: list[int]) -> Edit:
    return "Reorder swatches", document.reordered(order)


def kept_colors(document: Document) -> tuple[Rgb, ...]:
    """Return the found colors that finding a palette anew must keep: locked and edited ones."""
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    return tuple(then.color for then, now in pairs if now.locked or now.color != then.color)


def found_anew(document: Document, palette: Palette) -> Edit:
    """Return the document with another palette; kept colors keep their edit, name and lock."""
    kept = set(kept_colors(document))
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    before = {then.color: now for then, now in pairs if then.color in kept}
    edited = tuple(
        replace(before[s.color], coverage=s.coverage) if s.color in before else s for s in palette.swatches
    )
    return f"Find {len(palette)} swatches", replace(document, found=palette, edited=Palette(edited))


def added(document: Document, color: Rgb, name: str, shares: tuple[float, ...]) -> Edit:
    """shares: the coverage of every swatch, the new one last."""
    grown = document.added(Swatch(color, name))
    found, edited = (
        Palette(tuple(replace(s, coverage=share) for s, share in zip(p.swatches, shares, strict=True)))
        for p in (grown.found, grown.edited)
    )
    return f"Add {name}", replace(grown, found=found, edited=edited)


def look(document: Document) -> tuple[object, ...]:
    """Return what the recolored photo depends on; the order, names and locks of swatches do not count."""
    pairs = zip(document.found.swatches, document.edited.swatches, strict=True)
    moves = Counter((then.color, now.color) for then, now in pairs)
    return (
        id(document.photo),
        frozenset(moves.items()),
        document.method,
        document.strength,
        document.keep_light,
    )

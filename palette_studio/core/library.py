"""Palettes that are kept, and how they are found again: by name, or by a color that is in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palette_studio.core.palette import Palette, Rgb

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = ("mine", "favorites", "recent", "images", "folder", "presets")
OWN = ("mine", "images")  # groups whose palettes can be deleted: the program has written them
NEAR = 0.07  # OKLab distance up to which a color is taken for the one that is searched


@dataclass(frozen=True)
class Entry:
    """A palette in the library.

    key: one of its kind: the group and the file's name, or a whole path. group: one of GROUPS. home: the
    group it stands in by itself, "file" where it lies in a folder of the artist's. problem: why it cannot be
    read, then it has no colors.
    """

    key: str
    name: str
    group: str
    home: str
    path: Path
    palette: Palette = field(default_factory=Palette)
    problem: str = ""
    favorite: bool = False


@dataclass(frozen=True)
class Shelves:
    """What the library holds, in the order of GROUPS. complaints: what went wrong on the way.

    fresh: the key of a palette that has just been kept, or "". files: what to watch for changes.
    """

    entries: tuple[Entry, ...] = ()
    complaints: tuple[str, ...] = ()
    fresh: str = ""
    files: tuple[str, ...] = ()


def searched(entries: Iterable[Entry], text: str) -> tuple[Entry, ...]:
    """Return the entries that the text tells of: by the palette's name, a swatch's, or a near color.

    Names come first, then the nearest colors. A color is a hex value with "#", a function of CSS, or a
    name: of CSS or of ours. An empty text finds all.
    """
    wanted = text.strip().casefold()
    if not wanted:
        return tuple(entries)
    color, found = color_named(wanted), []
    for entry in entries:
        if wanted in entry.name.casefold():
            found.append((0.0, entry))
        elif color is not None and (away := _distance(entry.palette, color)) <= NEAR:
            found.append((1 + away, entry))
        elif any(wanted in swatch.name.casefold() for swatch in entry.palette.swatches):
            found.append((2.0, entry))
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def color_named(text: str) -> Rgb | None:
    """Return the color that a text names for sure; "bed" is a word, and no hex value."""
    from palette_studio.core.color_text import parse_color
    from palette_studio.core.names import color_of

    if not text.startswith("#") and "(" not in text and text.isalpha() and len(text) in (3, 4, 6, 8):
        known = color_of(text)
        if known is not None or set(text) <= set("abcdef"):
            return known
    try:
        return parse_color(text)
    except ValueError:
        return color_of(text)


def _distance(palette: Palette, color: Rgb) -> float:
    """Return the OKLab distance of the nearest swatch; infinite where there is none."""
    import numpy as np

    from palette_studio.core.color import srgb_to_oklab

    if not len(palette):
        return float("inf")
    away = srgb_to_oklab(palette.colors / 255) - srgb_to_oklab(np.array(color) / 255)
    return float(np.sqrt((away**2).sum(axis=1)).min())

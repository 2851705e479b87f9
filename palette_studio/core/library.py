"""Palettes that are kept, and how they are found again: by name, or by a color that is in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from palette_studio.core.palette import Palette, Rgb

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

GROUPS = ("mine", "favorites", "recent", "images", "folder", "presets")
OWN = ("mine", "images")  # groups whose palettes can be deleted: the program has written them
NEAR = 0.07  # OKLab distance up to which a color is taken for the one that is searched


@dataclass(frozen=True)
class Entry:
    """A palette in the library.

    key: one of its kind: the group and the file's name, or a whole path. group: one of GROUPS. home: the
    group it stands in by itself, "file" where it lies in a folder of the artist's. problem: why it cannot be
    read, then it has no colors. oklab: (k, 3), for the search; None where nobody has worked it out.
    """

    key: str
    name: str
    group: str
    home: str
    path: Path
    palette: Palette = field(default_factory=Palette)
    problem: str = ""
    favorite: bool = False
    oklab: np.ndarray | None = field(default=None, compare=False, repr=False)


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
    entries, color = [*entries], color_named(wanted)
    distances = [float("inf")] * len(entries) if color is None else _distances(entries, color)
    found = []
    for entry, away in zip(entries, distances, strict=True):
        if wanted in entry.name.casefold():
            found.append((0.0, entry))
        elif away <= NEAR:
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


def oklab_of(palette: Palette) -> np.ndarray:
    """Return (k, 3) OKLab, for ``Entry.oklab``."""
    from palette_studio.core.color import srgb_to_oklab

    return srgb_to_oklab(palette.colors / 255)


def _distances(entries: Sequence[Entry], color: Rgb) -> list[float]:
    """Return the OKLab distance of each entry's nearest swatch; infinite where there is none."""
    import numpy as np

    known = [oklab_of(one.palette) if one.oklab is None else one.oklab for one in entries]
    counts = [len(one) for one in known]
    if not sum(counts):
        return [float("inf")] * len(entries)
    away = np.linalg.norm(np.concatenate(known) - oklab_of(Palette.from_colors([color])), axis=1)
    least, start = [], 0
    for count in counts:
        least.append(float(away[start : start + count].min()) if count else float("inf"))
        start += count
    return least

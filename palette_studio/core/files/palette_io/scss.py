"""SCSS variables, ``$coal: #1e1e1e;``. Style sheets of both kinds are read by ``css``."""

from __future__ import annotations

from palette_studio.core.files.palette_io import css
from palette_studio.core.files.palette_io.colors import MOST_WRITTEN, Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "SCSS", "Sass"
SUFFIXES = (".scss",)
KEEPS = Keeps(names=True, alpha="yes", title=True, most=MOST_WRITTEN)


def fits(source: Source) -> bool:
    """By its extension, or a variable at the very beginning."""
    return source.is_text and (source.suffix == ".scss" or source.head.startswith("$"))


def read(source: Source) -> Colors:
    return css.read(source)


def write(file: PaletteFile) -> bytes:
    return (css.heading(file) + "".join(css.declarations(file, "$"))).encode()

"""Palette files. Each format is a module with SUFFIXES, fits, read and write; FORMATS is their table."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.palette_io import gpl, hex_lines, studio_json
from palette_studio.core.files.photo_io import open_regular
from palette_studio.core.palette import MOST, Palette, Swatch

FORMATS = {"gpl": gpl, "json": studio_json, "hex": hex_lines}  # in the order in which content is tried
SUFFIXES = {suffix: name for name, module in FORMATS.items() for suffix in module.SUFFIXES}
MOST_BYTES = 4 << 20  # a palette of 256 swatches is a thousandth of this


def read_palette(path: str | Path) -> Palette:
    """Return the palette in a file, whose format is known by its content; names may be empty.

    Raises FileError, whose message names the file, the reason and what to do.
    """
    path = Path(path)
    with open_regular(path) as file:
        try:
            data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise reading_failed(path, error) from error
    return parse_palette(data, shown(path))


def parse_palette(data: bytes, name: str = "The palette") -> Palette:
    """Return the palette in the bytes of a file, as ``read_palette`` does."""
    if len(data) > MOST_BYTES:
        raise FileError(f"{name} has more than {MOST_BYTES >> 20} MB; no palette is so large.")
    if not data.strip():
        raise FileError(f"{name} is empty. Get another copy of it.")
    text = _text(data)
    for module in FORMATS.values():
        if module.fits(text):
            return _read(module, text, name)
    raise FileError(f"{name} is no palette that Palette Studio reads. It reads {_listed()}.")


def write_palette(path: str | Path, palette: Palette) -> None:
    """Write the palette in the format of the file's extension: .gpl, .json or .hex.

    HEX keeps colors alone, GPL names too, JSON also coverage and locks. Raises FileError.
    """
    path = Path(path)
    write_atomically(path, format_palette(palette, format_of_palette(path), path.stem))


def format_of_palette(path: Path) -> str:
    """Return the key in FORMATS of a file's extension; raises FileError for another."""
    name = SUFFIXES.get(path.suffix.lower())
    if name is None:
        raise FileError(f"{shown(path)} has no extension of a palette. Palettes are written as {_listed()}.")
    return name


def format_palette(palette: Palette, format: str, name: str = "Palette") -> bytes:
    """Return the bytes of a palette file; name: for the formats that have one."""
    if format not in FORMATS:
        raise ValueError(f"{format!r} is no palette format; there are {', '.join(FORMATS)}")
    return FORMATS[format].write(palette, name).encode("utf-8")


def _read(module: ModuleType, text: str, name: str) -> Palette:
    try:
        swatches: list[Swatch] = module.read(text)
    except ValueError as error:
        raise FileError(f"{name} is damaged: {str(error).rstrip('.')}. Get another copy of it.") from error
    if not swatches:
        raise FileError(f"{name} has no colors. Open another file.")
    if len(swatches) > MOST:
        raise FileError(
            f"{name} has {len(swatches)} colors; a palette holds at most {MOST}. Take some out first."
        )
    return Palette(tuple(swatches))


def _text(data: bytes) -> str:
    """Return the file as text with plain line ends; what is no UTF-8 is taken for Latin-1."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _listed() -> str:
    *most, last = (f"{name.upper()} ({' '.join(module.SUFFIXES)})" for name, module in FORMATS.items())
    return f"{', '.join(most)} and {last}"

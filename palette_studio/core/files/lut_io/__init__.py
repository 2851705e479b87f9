"""Color tables in files: .cube text in all its dialects, and Hald pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.kinds import MOST_BYTES_SEEN, photo_kind
from palette_studio.core.files.lut_io import cube, cube_out, hald
from palette_studio.core.files.regular import open_regular
from palette_studio.core.lut import Lut

WRITERS = {".cube": cube_out.encode, ".png": hald.encode}


def read_lut(path: str | Path) -> Lut:
    """Return the color table in a file, whose kind is known by its content: .cube text, or a Hald picture.

    Text: 1-D, 3-D, or 1-D and then 3-D, as Adobe, Iridas and Resolve write it. A Hald picture may be of any
    kind that photos are. A table without a title is called by the file's name.
    Raises FileError, whose message names the file, the reason and what to do.
    """
    path = Path(path)
    try:
        with open_regular(path) as file:
            start = file.read(MOST_BYTES_SEEN)
            file.seek(0)
            lut = hald.read(path) if photo_kind(start) else cube.read(file, shown(path))
    except MemoryError as error:
        raise FileError(
            f"{shown(path)} needs more memory than is free. Close other programs, or get a smaller table."
        ) from error
    except OSError as error:
        raise reading_failed(path, error) from error
    return lut if lut.title else replace(lut, title=Path(shown(path)).stem)


def write_lut(path: str | Path, lut: Lut) -> None:
    """Write a color table by the file's extension: .cube, or .png for a Hald picture of 16 bits.

    Afterwards the file is whole, or as it was before. A Hald picture has L^2 nodes an axis: another table is
    worked out at the nodes of the next level that has enough of them.
    Raises FileError for another extension or when the file cannot be written.
    """
    path = Path(path)
    write_atomically(path, format_lut(lut, path))


def format_lut(lut: Lut, path: Path) -> bytes:
    """Return the bytes that ``write_lut`` writes."""
    encode = WRITERS.get(path.suffix.lower())
    if encode is None:
        raise FileError(
            f"{shown(path)} has no extension of a color table: .cube, or .png for a Hald CLUT. Choose one."
        )
    try:
        return encode(lut)
    except ValueError as error:
        raise FileError(f"{shown(path)} {error}") from error

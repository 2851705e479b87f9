"""ACO, the color swatches of Photoshop: version 1 without names, version 2 with, one or both after another.

Each color is a space and four numbers of 16 bits, big endian (Adobe Photoshop File Formats Specification,
"Color Swatches"): 0 RGB; 1 HSB; 2 CMYK, 0 being full ink; 7 Lab, 8 gray in hundredths; 9 CMYK in
ten-thousandths. Spaces of ink makers (Pantone, Focoltone, Trumatch, Toyo, HKS) are numbers of their books
and no colors. Gray is taken as the specification has it, a gray value that grows with light; some programs
write ink in its place.
"""

from __future__ import annotations

import struct

from palette_studio.core.files.palette_io import conversion
from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Cursor, Source

TITLE, PROGRAMS = "ACO", "Photoshop, GIMP, Krita"
SUFFIXES = (".aco",)
KEEPS = Keeps(names=True, most=65_535)
BOOKS = {3: "Pantone", 4: "Focoltone", 5: "Trumatch", 6: "Toyo", 10: "HKS"}
LINEAR = "Gray is taken as linear light."
GRAY = "Gray is taken as 0 for black; programs do not agree on its direction and curve. Compare it."


def fits(source: Source) -> bool:
    """By the version and a count that the bytes bear out, or by the extension."""
    data = source.data
    if source.suffix == ".act" or len(data) < 4 or data[:2] not in (b"\0\1", b"\0\2"):
        return source.suffix == ".aco" and not source.is_text
    version, count = struct.unpack_from(">2H", data)
    if source.suffix == ".aco":
        return True
    if version == 2:
        return count > 0 and len(data) >= 4 + 14 * count
    return count > 0 and (len(data) == 4 + 10 * count or data[4 + 10 * count :][:2] == b"\0\2")


def read(source: Source) -> Colors:
    """Return version 2 where it is there and whole, else version 1.

    Raises ValueError when it ends too early.
    """
    cursor = Cursor(source.data, ">")
    version = cursor.number("H", "the version")
    if version not in (1, 2):
        raise ValueError(f"it begins with version {version}, where 1 or 2 should be")
    if version == 2:
        return _block(cursor, source, True)
    colors = _block(cursor, source, False)
    if cursor.left < 4 or cursor.number("H", "the version") != 2:
        return colors
    try:
        return _block(cursor, source, True)
    except ValueError as error:
        colors.note(f"Its part with names is damaged, so that there are none: {error}.")
        return colors


def _block(cursor: Cursor, source: Source, named: bool) -> Colors:
    colors = Colors()
    for _ in range(cursor.number("H", "the count")):
        space, *values = cursor.numbers("5H", "a color")
        name = ""
        if named:
            name = cursor.wide_text(cursor.number("I", "a name's length"), "a name")
        if space in BOOKS:
            colors.skip(f"they are numbers in a book of {BOOKS[space]}")
            continue
        try:
            colors.add_srgb(_srgb(space, values, source.linear_gray), name)
        except ValueError as error:
            colors.skip(str(error))
        if space == 8:
            colors.note(LINEAR if source.linear_gray else GRAY)
    return colors


def _srgb(space: int, values: list[int], linear_gray: bool) -> conversion.Srgb:
    if space == 0:
        return conversion.rgb(values[:3], 65_535)
    if space == 1:
        return conversion.hsb([value / 65_535 for value in values[:3]])
    if space == 2:
        return conversion.cmyk([1 - value / 65_535 for value in values])
    if space == 9:
        return conversion.cmyk([1 - value / 10_000 for value in values])
    if space == 7:
        a, b = (value - 65_536 if value > 32_767 else value for value in values[1:3])
        return conversion.lab([values[0] / 100, a / 100, b / 100])
    if space == 8:
        return conversion.gray(values[0] / 10_000, linear_gray)
    raise ValueError(f"color space {space} is unknown")


def write(file: PaletteFile) -> bytes:
    """Return version 1 and version 2 after it, as Photoshop does."""
    swatches = file.palette.swatches
    plain = [struct.pack(">5H", 0, *(257 * value for value in swatch.color), 0) for swatch in swatches]
    named = []
    for color, swatch in zip(plain, swatches, strict=True):
        name = (swatch.name + "\0").encode("utf-16-be", "replace")
        named.append(color + struct.pack(">I", len(name) // 2) + name)
    count = len(swatches)
    return b"".join([struct.pack(">2H", 1, count), *plain, struct.pack(">2H", 2, count), *named])

"""ACB, the color books of Photoshop: names in parts, one color space for all, Lab, CMYK or RGB in bytes.

"8BCB", version, id, four texts (title, prefix, suffix, description), count, page size, key page, space;
then a name, six bytes of code and three or four bytes a color; at the end maybe whether they are spot or
process inks (Adobe Photoshop File Formats Specification names the file; its inside after Ates Göral, "ACB
file format"). Entries without a name fill pages. The color books of AutoCAD have the extension too and are
XML.
"""

from __future__ import annotations

from palette_studio.core.files.palette_io import conversion
from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.source import Cursor, Source

TITLE, PROGRAMS = "ACB", "Photoshop, Illustrator, InDesign"
SUFFIXES = (".acb",)
KEEPS = Keeps(names=True, spot=True, title=True)
RGB, CMYK, LAB = 0, 2, 7
_MARKS = (("^R", "®"), ("^C", "©"))


def fits(source: Source) -> bool:
    return source.data[:4] == b"8BCB"


def read(source: Source) -> Colors:
    """Raises ValueError when it ends too early, or for another color space."""
    cursor, colors = Cursor(source.data, ">", 4), Colors()
    cursor.numbers("2H", "its head")
    colors.name, prefix, suffix, _ = (_text(cursor) for _ in range(4))
    count, _, _, space = cursor.numbers("4H", "its head")
    if space not in (RGB, CMYK, LAB):
        raise ValueError(f"its color space at byte {cursor.at - 2} is {space}, where 0, 2 and 7 are known")
    entries = []
    for _ in range(count):
        name = _text(cursor)
        cursor.take(6, "a color's code")
        entries.append((name, cursor.take(4 if space == CMYK else 3, "a color")))
    spot = cursor.data[cursor.at : cursor.at + 8] == b"spflspot"
    for name, values in entries:
        if name:
            colors.add_srgb(_srgb(space, values), f"{prefix}{name}{suffix}", spot=spot)
    return colors


def _srgb(space: int, values: bytes) -> conversion.Srgb:
    if space == RGB:
        return conversion.rgb(values, 255)
    if space == CMYK:
        return conversion.cmyk([1 - value / 255 for value in values])
    return conversion.lab([values[0] * 100 / 255, values[1] - 128, values[2] - 128])


def _text(cursor: Cursor) -> str:
    """Return a text without the key that translators look it up by."""
    text = cursor.wide_text(cursor.number("I", "a text's length"), "a text").strip('"')
    if text.startswith("$$$/"):
        text = text.partition("=")[2]
    for mark, sign in _MARKS:
        text = text.replace(mark, sign)
    return text

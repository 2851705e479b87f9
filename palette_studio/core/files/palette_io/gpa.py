"""GPA, the palettes of gpick: chunks of a name in 16 bytes and a size in 8, little endian.

"handler_map" lists the kinds of values; "color_list" has, for each color, a count of values and each value
as a kind, a name and a length with its bytes (gpick 0.2, dynv and FileFormat sources, whose layout this
follows).
"""

from __future__ import annotations

from palette_studio.core.files.palette_io import conversion
from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.source import Cursor, Source

TITLE, PROGRAMS = "GPA", "gpick"
SUFFIXES = (".gpa",)
KEEPS = Keeps(names=True)
_MAGIC = b"GPA version\0"


def fits(source: Source) -> bool:
    return source.data.startswith(_MAGIC)


def read(source: Source) -> Colors:
    """Raises ValueError when it ends too early, or has no list of colors."""
    cursor, kinds = Cursor(source.data, "<"), []
    while cursor.left:
        start = cursor.at
        name = cursor.take(16, "a chunk's name").split(b"\0")[0]
        content = cursor.take(cursor.number("Q", "a chunk's size"), f"the chunk at byte {start}")
        chunk = Cursor(content, "<")
        if name == b"handler_map":
            kinds = [_text(chunk) for _ in range(min(chunk.number("I", "a count"), chunk.left))]
        elif name == b"color_list":
            return _listed(chunk, kinds)
    raise ValueError(f"it has no list of colors up to byte {cursor.at}")


def _text(cursor: Cursor) -> str:
    return cursor.take(cursor.number("I", "a text's length"), "a text").decode("utf-8", "replace")


def _listed(chunk: Cursor, kinds: list[str]) -> Colors:
    colors, width = Colors(), "B" if len(kinds) <= 255 else "H"
    while chunk.left:
        values: dict[str, bytes] = {}
        for _ in range(chunk.number("I", "a count")):
            kind = chunk.number(width, "a value's kind")
            if kind >= len(kinds):
                raise ValueError(f"color {len(colors.swatches) + 1} has a value of the unknown kind {kind}")
            key = _text(chunk)
            values[key] = chunk.take(chunk.number("I", "a value's length"), f"the value {key[:20]!r}")
        if len(values.get("color", b"")) < 12:
            colors.skip("it has no red, green and blue")
            continue
        try:
            srgb = conversion.rgb(Cursor(values["color"], "<").floats(3, "a color"))
        except ValueError as error:
            colors.skip(str(error))
            continue
        colors.add_srgb(srgb, values.get("name", b"").decode("utf-8", "replace"))
    return colors

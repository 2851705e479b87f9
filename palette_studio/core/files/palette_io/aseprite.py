"""The palette of an Aseprite sprite, .aseprite or .ase: that of its first frame.

Frames are chunks, little endian; kind 0x2019 is a palette with alpha and names, 0x0004 and 0x0011 are old
ones in steps of 256 and 64 (Aseprite, docs/ase-file-specs.md). The file is no Adobe Swatch Exchange.
"""

from __future__ import annotations

from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.source import Cursor, Source, UnreadableError

TITLE, PROGRAMS = "Aseprite sprite", "Aseprite, LibreSprite"
SUFFIXES = (".aseprite", ".ase")
KEEPS = Keeps(names=True, alpha="yes")
HEADER = 128
PALETTE, OLD, OLDER = 0x2019, 0x0004, 0x0011


def fits(source: Source) -> bool:
    return source.data[4:6] == b"\xe0\xa5"


def read(source: Source) -> Colors:
    """Raises ValueError when it ends too early, UnreadableError for a sprite without a palette."""
    cursor = Cursor(source.data, "<", HEADER)
    _, magic, old_count, _, _, count = cursor.numbers("I4HI", "the first frame")
    if magic != 0xF1FA:
        raise ValueError(f"at byte {HEADER}, where its first frame should be, is something else")
    chunks: dict[int, bytes] = {}
    for _ in range(count or old_count):
        start = cursor.at
        size, kind = cursor.numbers("IH", "a chunk's head")
        content = cursor.take(max(size - 6, 0), f"the chunk at byte {start}")
        chunks.setdefault(kind, content)
        if PALETTE in chunks:
            return _palette(Cursor(content, "<"))
    for kind in (OLD, OLDER):
        if kind in chunks:
            return _old(Cursor(chunks[kind], "<"), 255 if kind == OLD else 63)
    raise UnreadableError("is a sprite without a palette. Save one in Aseprite as .gpl.")


def _palette(chunk: Cursor) -> Colors:
    colors = Colors()
    _, first, last, _ = chunk.numbers("3IQ", "the palette's head")
    if last < first:
        raise ValueError("its palette ends before it begins")
    for _ in range(last - first + 1):
        flags, r, g, b, alpha = chunk.numbers("H4B", "a color")
        name = chunk.take(chunk.number("H", "a name's length"), "a name") if flags & 1 else b""
        colors.add((r, g, b), name.decode("utf-8", "replace"), alpha)
    return colors


def _old(chunk: Cursor, most: int) -> Colors:
    table: dict[int, tuple[int, int, int]] = {}
    at = 0
    for _ in range(chunk.number("H", "a count")):
        skipped, count = chunk.numbers("2B", "a packet's head")
        at += skipped
        for _ in range(count or 256):
            r, g, b = (min(value, most) * 255 // most for value in chunk.numbers("3B", "a color"))
            table[at] = (r, g, b)
            at += 1
    colors = Colors()
    for number in sorted(table):
        colors.add(table[number])
    return colors

"""RIFF PAL, the palettes of Microsoft Windows.

"RIFF", size, "PAL ", then chunks of which "data" has version 0x0300, a count and R, G, B, flags of each
color (Multimedia Programming Interface and Data Specifications 1.0, 1991, "Palette file format").
"""

from __future__ import annotations

import struct

from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Cursor, Source

TITLE, PROGRAMS = "RIFF PAL", "Windows, CorelDRAW, Paint Shop Pro"
SUFFIXES = (".pal",)
KEEPS = Keeps(most=16_382)  # a reader's count of bytes is often 16 bits


def fits(source: Source) -> bool:
    return source.data[:4] == b"RIFF" and source.data[8:12] == b"PAL "


def read(source: Source) -> Colors:
    """Raises ValueError when it ends before its last color, or has no chunk of colors."""
    colors, cursor = Colors(), Cursor(source.data, "<", 12)
    while cursor.left >= 8:
        start = cursor.at
        kind, size = cursor.take(4, "a chunk's name"), cursor.number("I", "a chunk's size")
        if kind != b"data":  # odd sizes are padded
            cursor.take(min(size + size % 2, cursor.left), "a chunk")
            continue
        version, count = cursor.numbers("HH", "its head")
        if version != 0x300:
            colors.note(f"Its version is {version:#06x}, where 0x0300 is known.")
        if 4 + 4 * count > size:
            raise ValueError(f"the chunk at byte {start} has {size} bytes, too few for its {count} colors")
        for r, g, b, _ in struct.iter_unpack("4B", cursor.take(4 * count, "colors")):
            colors.add((r, g, b))
        return colors
    raise ValueError(f"it has no chunk of colors up to byte {cursor.at}")


def write(file: PaletteFile) -> bytes:
    colors = b"".join(bytes((*swatch.color, 0)) for swatch in file.palette.swatches)
    data = struct.pack("<HH", 0x300, len(file.palette)) + colors
    inner = b"PAL data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(inner)) + inner

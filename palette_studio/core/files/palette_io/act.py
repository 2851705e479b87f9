"""ACT, the color tables of Photoshop: 256 colors of three bytes, then maybe a count and a transparent one.

After 768 bytes, two big-endian numbers of 16 bits: how many of the 256 count, and the index of the
transparent color, 0xFFFF for none (Adobe Photoshop File Formats Specification, "Color Table"). Tables
without them, and with other bytes behind, exist. There is nothing to know it by but its size and extension.
"""

from __future__ import annotations

import struct

from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "ACT", "Photoshop, Affinity; raw tables of 768 bytes"
SUFFIXES = (".act",)
KEEPS = Keeps(alpha="one clear color", most=256)
TABLE, NONE = 768, 0xFFFF


def fits(source: Source) -> bool:
    """By its extension, or as a file of exactly such a size that is no text."""
    if source.suffix == ".act" or (source.suffix == ".pal" and len(source.data) >= TABLE):
        return not source.is_text
    return len(source.data) in (TABLE, TABLE + 4) and not source.is_text


def read(source: Source) -> Colors:
    """Raises ValueError for fewer than 256 colors."""
    data, colors = source.data, Colors()
    if len(data) < TABLE:
        raise ValueError(f"it ends at byte {len(data)}; a color table has {TABLE} bytes")
    count, clear = 256, NONE
    if len(data) == TABLE + 4:
        count, clear = struct.unpack_from(">2H", data, TABLE)
    elif len(data) > TABLE:
        colors.note(f"The {len(data) - TABLE} bytes after its 256 colors mean nothing to us.")
    if not 0 < count <= 256:
        colors.note(f"It says that {count} of its 256 colors count; all are read.")
        count = 256
    for at in range(count):
        r, g, b = data[3 * at : 3 * at + 3]
        colors.add((r, g, b), alpha=0 if at == clear else 255)
    return colors


def write(file: PaletteFile) -> bytes:
    swatches = file.palette.swatches
    table = b"".join(bytes(swatch.color) for swatch in swatches).ljust(TABLE, b"\0")
    clear = next((at for at, swatch in enumerate(swatches) if swatch.alpha == 0), NONE)
    return table + struct.pack(">2H", len(swatches), clear)

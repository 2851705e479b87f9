"""The palettes of indexed pictures: PNG, GIF and BMP. Their pixels are not looked at.

PNG: PLTE and tRNS (W3C 2025, sections 11.2.2 and 11.3.1.1). GIF: the global table, or that of the first
picture (GIF89a, 1990, sections 18 to 21). BMP: the table after the header, four bytes a color, three in
OS/2's.
"""

from __future__ import annotations

from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.png_strip import SIGNATURE
from palette_studio.core.files.palette_io.source import Cursor, Source, UnreadableError

TITLE, PROGRAMS = "indexed picture", "GIMP, Photoshop, sprite editors"
SUFFIXES = (".gif", ".bmp")
KEEPS = Keeps(alpha="yes", most=256)
INDEXED = 3  # color type of PNG
_GIF = (b"GIF87a", b"GIF89a")
_NONE = (
    "is a picture of full color, which has no palette of its own. Open it as a photo: its palette is found."
)


def fits(source: Source) -> bool:
    data = source.data
    if data.startswith(SIGNATURE):
        return data[12:16] == b"IHDR" and data[25:26] == bytes([INDEXED])
    return data.startswith(_GIF) or (data[:2] == b"BM" and data[6:10] == bytes(4) and len(data) > 26)


def read(source: Source) -> Colors:
    """Raises ValueError when it ends before its palette does, and UnreadableError when it has none."""
    if source.data.startswith(SIGNATURE):
        return _png(source.data)
    return _gif(source.data) if source.data.startswith(_GIF) else _bmp(source.data)


def _filled(table: bytes, alpha: bytes = b"") -> Colors:
    """table: red, green, blue of each color. alpha: of the first ones."""
    colors = Colors()
    for number in range(len(table) // 3):
        r, g, b = table[3 * number : 3 * number + 3]
        colors.add((r, g, b), alpha=alpha[number] if number < len(alpha) else 255)
    return colors


def _png(data: bytes) -> Colors:
    cursor, table, alpha = Cursor(data, ">", len(SIGNATURE)), b"", b""
    while cursor.left >= 8:
        start = cursor.at
        size, kind = cursor.number("I", "a chunk's size"), cursor.take(4, "a chunk's name")
        if kind in (b"IDAT", b"IEND"):
            break
        content = cursor.take(size, f"the chunk at byte {start}")
        if kind == b"PLTE":
            table = content[:768]
        elif kind == b"tRNS":
            alpha = content[:256]
        cursor.take(min(4, cursor.left), "a checksum")
    if not table:
        raise ValueError(f"it is an indexed PNG without a palette up to byte {cursor.at}")
    return _filled(table, alpha)


def _gif(data: bytes) -> Colors:
    cursor = Cursor(data, "<", 10)
    flags, _, _ = cursor.numbers("3B", "its head")
    table = cursor.take(3 << ((flags & 7) + 1), "colors") if flags & 0x80 else b""
    clear = None
    while cursor.left:
        kind = cursor.number("B", "a block")
        if kind == 0x21:
            found = _extension(cursor)
            clear = found if found is not None else clear
        elif kind == 0x2C:
            local = cursor.numbers("4HB", "a picture's head")[4]
            if not table and local & 0x80:
                table = cursor.take(3 << ((local & 7) + 1), "colors")
            break
        else:
            break
    if not table:
        raise ValueError(f"it has no table of colors up to byte {cursor.at}")
    alpha = bytes(0 if number == clear else 255 for number in range(len(table) // 3))
    return _filled(table, alpha)


def _extension(cursor: Cursor) -> int | None:
    """Pass over an extension of a GIF; return the index of the clear color, if it says one."""
    label, clear = cursor.number("B", "an extension"), None
    while size := cursor.number("B", "an extension"):
        block = cursor.take(size, "an extension")
        if label == 0xF9 and size >= 4 and block[0] & 1:
            clear = block[3]
    return clear


def _bmp(data: bytes) -> Colors:
    cursor = Cursor(data, "<", 10)
    pixels, header = cursor.numbers("2I", "its head")
    if header == 12:  # OS/2
        bits, width, used = cursor.numbers("4H", "its head")[3], 3, 0
    elif 40 <= header <= 1024:
        bits, width = cursor.numbers("2i2H", "its head")[3], 4
        used = cursor.numbers("6I", "its head")[4]
    else:
        raise ValueError(f"its header of {header} bytes at byte 14 is of no BMP")
    if not 1 <= bits <= 8:
        raise UnreadableError(_NONE)
    cursor.at = 14 + header
    count = min(used or 1 << bits, 1 << bits, max(pixels - cursor.at, 0) // width or 1 << bits)
    table = cursor.take(width * count, "colors")
    return _filled(b"".join(table[at : at + 3][::-1] for at in range(0, len(table), width)))

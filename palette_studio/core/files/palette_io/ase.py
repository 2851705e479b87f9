"""ASE, Adobe Swatch Exchange: the swatches of Illustrator, InDesign and Photoshop, with groups and spot inks.

"ASEF", version 1.0, a count of blocks; a block is a kind, a length and a body. Described by Carl Camera,
"Adobe Swatch Exchange file decoded", 2006, and Richard Moss, cyotek.com, 2014. Gray is one number whose
curve no one has written down: it is taken for sRGB, and noted.
"""

from __future__ import annotations

import struct
from itertools import groupby

from palette_studio.core.files.palette_io import conversion
from palette_studio.core.files.palette_io.aco import LINEAR
from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Cursor, Source

TITLE, PROGRAMS = "ASE", "Illustrator, InDesign, Photoshop, Affinity"
SUFFIXES = (".ase",)
KEEPS = Keeps(names=True, groups=True, spot=True)
GROUP, END, COLOR = 0xC001, 0xC002, 0x0001
SPOT, PROCESS = 1, 2  # 0 is a global process color
GRAY = (
    "Gray is taken as sRGB; some programs mean linear light, which is brighter. Compare it with the original."
)


def fits(source: Source) -> bool:
    return source.data[:4] == b"ASEF"


def read(source: Source) -> Colors:
    """Blocks are read to the end of the file, whatever it says of their count.

    Raises ValueError when a block ends too early.
    """
    colors, group, cursor = Colors(), "", Cursor(source.data, ">", 8)
    said, found = cursor.number("I", "the count"), 0
    while cursor.left >= 6:
        start = cursor.at
        kind, length = cursor.numbers("HI", "a block's head")
        block = Cursor(cursor.take(length, f"the block at byte {start}"), ">")
        found += 1
        if kind == GROUP:
            group = _name(block)
        elif kind == END:
            group = ""
        elif kind == COLOR:
            _take_color(colors, block, group, source.linear_gray, start)
    if found != said:
        colors.note(f"It says that it has {said:,} blocks; {found:,} are there, and all are read.")
    return colors


def _name(block: Cursor) -> str:
    return block.wide_text(block.number("H", "a name's length"), "a name")


def _take_color(colors: Colors, block: Cursor, group: str, linear_gray: bool, start: int) -> None:
    try:
        name = _name(block)
        model = block.take(4, "a color's model").decode("latin-1").strip().upper()
        srgb = _srgb(model, block, linear_gray)
        kind = block.number("H", "a color's kind") if block.left >= 2 else PROCESS
    except ValueError as error:
        colors.skip(f"in the block at byte {start}, {error}")
        return
    colors.add_srgb(srgb, name, spot=kind == SPOT, group=group)
    if model == "GRAY":
        colors.note(LINEAR if linear_gray else GRAY)


def _srgb(model: str, block: Cursor, linear_gray: bool) -> conversion.Srgb:
    if model == "RGB":
        return conversion.rgb(block.floats(3, "a color"))
    if model == "CMYK":
        return conversion.cmyk(block.floats(4, "a color"))
    if model == "LAB":
        lightness, a, b = block.floats(3, "a color")
        return conversion.lab([100 * lightness, a, b])
    if model == "GRAY":
        return conversion.gray(block.floats(1, "a color")[0], linear_gray)
    raise ValueError(f"the color model “{model if model.isprintable() else '?'}” is unknown")


def write(file: PaletteFile) -> bytes:
    """Colors are RGB, process or spot; swatches in a row of the same group stand in one group."""
    blocks = []
    for group, swatches in groupby(file.palette.swatches, key=lambda swatch: swatch.group):
        colors = []
        for swatch in swatches:
            body = _named(swatch.name) + b"RGB " + struct.pack(">3f", *(v / 255 for v in swatch.color))
            colors.append(_block(COLOR, body + struct.pack(">H", SPOT if swatch.spot else PROCESS)))
        blocks += [_block(GROUP, _named(group)), *colors, _block(END, b"")] if group else colors
    return b"ASEF" + struct.pack(">2HI", 1, 0, len(blocks)) + b"".join(blocks)


def _block(kind: int, body: bytes) -> bytes:
    return struct.pack(">HI", kind, len(body)) + body


def _named(name: str) -> bytes:
    text = (name + "\0").encode("utf-16-be", "replace")
    return struct.pack(">H", len(text) // 2) + text

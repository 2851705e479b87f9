"""HEX, the palettes of Lospec: RRGGBB a line and nothing else. Two more digits are alpha."""

from __future__ import annotations

import re

from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "HEX", "Lospec, Aseprite, Pixelorama"
SUFFIXES = (".hex",)
KEEPS = Keeps()
_COLOR = re.compile(r"#?([0-9a-fA-F]{6})([0-9a-fA-F]{2})?")


def fits(source: Source) -> bool:
    """Every line is a color; a leading "#" and two digits of alpha are let pass."""
    if not source.is_text or _COLOR.fullmatch(source.head.split(None, 1)[0] if source.head else "") is None:
        return False
    return all(_COLOR.fullmatch(line) for line in source.text.split())


def read(source: Source) -> Colors:
    colors = Colors()
    for line in source.text.split():
        if match := _COLOR.fullmatch(line):
            r, g, b = bytes.fromhex(match[1])
            colors.add((r, g, b), alpha=int(match[2] or "ff", 16))
    return colors


def write(file: PaletteFile) -> bytes:
    return "".join(swatch.hex[1:].lower() + "\n" for swatch in file.palette.swatches).encode()

"""Skencil and Sketch palettes, .spl: "##Sketch RGBPalette 0", then R G B of 0..1 and a name."""

from __future__ import annotations

import re

from palette_studio.core.files.palette_io import conversion
from palette_studio.core.files.palette_io.colors import Colors, Keeps, one_line, quoted
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "Skencil", "Skencil, sK1"
SUFFIXES = (".spl",)
KEEPS = Keeps(names=True)
_NUMBER = r"([0-9.]{1,20}(?:[eE][-+]?\d{1,3})?)"
_COLOR = re.compile(rf"\s*{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}(?:\s+(.*))?")


def fits(source: Source) -> bool:
    return source.starts("##Sketch RGBPalette")


def read(source: Source) -> Colors:
    """Raises ValueError for a line that is neither color nor comment."""
    colors = Colors()
    for number, line in enumerate(source.text.lstrip().split("\n")[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        match = _COLOR.fullmatch(line)
        try:
            if match is None:
                raise ValueError
            srgb = conversion.rgb([float(value) for value in match.groups()[:3]])
        except ValueError as error:
            raise ValueError(f"line {number}, {quoted(line)}, is no color (three numbers 0 to 1)") from error
        colors.add_srgb(srgb, one_line(match[4] or ""))
    return colors

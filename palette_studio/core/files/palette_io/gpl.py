"""GPL, the palettes of GIMP, Inkscape, Krita, MyPaint and Aseprite.

"GIMP Palette", then maybe "Name:", "Columns:" and, by Aseprite, "Channels: RGBA", then a line a color:
three or four numbers 0..255 and maybe a name. "#" begins a comment.
"""

from __future__ import annotations

import re

from palette_studio.core.files.palette_io.colors import (
    MOST_COLUMNS,
    Colors,
    Keeps,
    PaletteFile,
    one_line,
    quoted,
)
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "GPL", "GIMP, Inkscape, Krita, MyPaint, Aseprite"
SUFFIXES = (".gpl", ".gimp")
KEEPS = Keeps(names=True, alpha="yes", title=True, columns=True)
_COLOR = re.compile(r"\s*(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})(?:\s+(.*))?")
_ALPHA = re.compile(r"(\d{1,3})(?:\s+(.*))?")
_HEADER = re.compile(r"(name|columns|channels)\s*:\s*(.*)", re.IGNORECASE)


def fits(source: Source) -> bool:
    return source.starts("GIMP Palette")


def read(source: Source) -> Colors:
    """Raises ValueError for a line that is neither color, header nor comment."""
    colors, alpha = Colors(), False
    for number, line in enumerate(source.text.lstrip().split("\n")[1:], start=2):
        header = _HEADER.fullmatch(line.strip())
        if header and header[1].lower() == "channels":
            alpha = header[2].strip().upper() == "RGBA"
        elif header:
            _take_header(colors, header[1].lower(), header[2].strip())
        elif line.strip() and not line.lstrip().startswith("#"):
            _take_color(colors, line, number, alpha)
    return colors


def _take_header(colors: Colors, key: str, value: str) -> None:
    if key == "name":
        colors.name = value
    elif value.isascii() and value.isdigit() and 0 < int(value[:9]) <= MOST_COLUMNS:
        colors.columns = int(value[:9])


def _take_color(colors: Colors, line: str, number: int, alpha: bool) -> None:
    match = _COLOR.fullmatch(line)
    if match is None or any(int(value) > 255 for value in match.groups()[:3]):
        raise ValueError(f"line {number}, {quoted(line)}, is no color (three numbers 0 to 255)")
    name, share = match[4] or "", 255
    if alpha and (fourth := _ALPHA.fullmatch(name)):
        share, name = min(int(fourth[1]), 255), fourth[2] or ""
    colors.add((int(match[1]), int(match[2]), int(match[3])), one_line(name), share)


def write(file: PaletteFile) -> bytes:
    swatches = file.palette.swatches
    alpha = any(swatch.alpha < 255 for swatch in swatches)
    lines = ["GIMP Palette", f"Name: {one_line(file.name)}", f"Columns: {file.columns or 0}"]
    lines += ["Channels: RGBA"] * alpha + ["#"]
    for swatch in swatches:
        r, g, b = swatch.color
        share = f" {swatch.alpha:3}" if alpha else ""
        lines.append(f"{r:3} {g:3} {b:3}{share}\t{one_line(swatch.name)}".rstrip())
    return ("\n".join(lines) + "\n").encode()

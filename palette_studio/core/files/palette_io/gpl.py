"""GPL, the palettes of GIMP, Inkscape, Krita and Aseprite.

"GIMP Palette", then maybe "Name:", "Columns:" and, by Aseprite, "Channels: RGBA", then a line a color: three
or four numbers 0..255 and maybe a name. "#" begins a comment.
"""

from __future__ import annotations

import re

from palette_studio.core.palette import Palette, Swatch

LONGEST_NAME = 100  # characters kept
SUFFIXES = (".gpl",)
_COLOR = re.compile(r"\s*(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})(?:\s+(.*))?")
_HEADER = re.compile(r"(name|columns|channels)\s*:\s*(.*)", re.IGNORECASE)


def fits(text: str) -> bool:
    return text.lstrip().startswith("GIMP Palette")


def read(text: str) -> list[Swatch]:
    """Return the swatches. Raises ValueError for a line that is neither color, header nor comment."""
    swatches, alpha = [], False
    for number, line in enumerate(text.lstrip().split("\n")[1:], start=2):
        header = _HEADER.fullmatch(line.strip())
        if header and header[1].lower() == "channels":
            alpha = header[2].strip().upper() == "RGBA"
        elif line.strip() and not header and not line.lstrip().startswith("#"):
            swatches.append(_swatch(line, number, alpha))
    return swatches


def _swatch(line: str, number: int, alpha: bool) -> Swatch:
    match = _COLOR.fullmatch(line)
    if match is None or any(int(value) > 255 for value in match.groups()[:3]):
        raise ValueError(f"line {number}, “{_one_line(line)[:40]}”, is no color (three numbers 0 to 255)")
    name = match[4] or ""
    if alpha:
        name = re.sub(r"^\d{1,3}(\s+|$)", "", name)
    name = _one_line(name)[:LONGEST_NAME]
    return Swatch((int(match[1]), int(match[2]), int(match[3])), name)


def write(palette: Palette, name: str) -> str:
    lines = ["GIMP Palette", f"Name: {_one_line(name)}", "Columns: 0", "#"]
    for swatch in palette.swatches:
        r, g, b = swatch.color
        lines.append(f"{r:3} {g:3} {b:3}\t{_one_line(swatch.name)}".rstrip())
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())

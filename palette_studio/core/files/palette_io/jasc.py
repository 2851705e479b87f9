"""JASC-PAL, the palettes of Paint Shop Pro; Aseprite and GrafX2 write them too.

"JASC-PAL", "0100", the count, then "R G B" a line, 0..255; a fourth number is alpha, as some programs have
it.
"""

from __future__ import annotations

from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile, counted, quoted
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "JASC", "Paint Shop Pro, Aseprite, GrafX2"
SUFFIXES = (".pal", ".psppalette")
KEEPS = Keeps(alpha="yes")


def fits(source: Source) -> bool:
    return source.starts("JASC-PAL")


def read(source: Source) -> Colors:
    """Raises ValueError for a line that is no color."""
    colors, lines = Colors(), source.text.lstrip().split("\n")
    for number, line in enumerate(lines[3:], start=4):
        values = line.strip(" \t\x1a").split()
        if not values:
            continue
        if len(values) not in (3, 4) or not all(v.isascii() and v.isdigit() for v in values):
            raise ValueError(f"line {number}, {quoted(line)}, is no color (three numbers 0 to 255)")
        r, g, b, alpha = (min(int(value[:9]), 256) for value in [*values, "255"][:4])
        if max(r, g, b, alpha) > 255:
            raise ValueError(f"line {number}, {quoted(line)}, has a number above 255")
        colors.add((r, g, b), alpha=alpha)
    said = lines[2].strip() if len(lines) > 2 else ""
    if said != str(len(colors.swatches)):
        colors.note(
            f"Its third line says {quoted(said)}, but it has {counted(len(colors.swatches), 'color')}."
        )
    return colors


def write(file: PaletteFile) -> bytes:
    swatches = file.palette.swatches
    alpha = any(swatch.alpha < 255 for swatch in swatches)
    lines = ["JASC-PAL", "0100", str(len(swatches))]
    for swatch in swatches:
        values = (*swatch.color, swatch.alpha) if alpha else swatch.color
        lines.append(" ".join(str(value) for value in values))
    return "".join(f"{line}\r\n" for line in lines).encode()

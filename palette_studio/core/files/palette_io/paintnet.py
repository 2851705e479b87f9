"""paint.net's palettes: ";" comments, then AARRGGBB a line, 96 at most; Lospec writes them with a name."""

from __future__ import annotations

import re

from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile, one_line, quoted
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "paint.net", "paint.net, Lospec"
SUFFIXES = (".txt",)
KEEPS = Keeps(alpha="yes", title=True, most=96)
_COLOR = re.compile(r"(?:[0-9a-fA-F]{2})?[0-9a-fA-F]{6}")
_NAME = re.compile(r";\s*palette name\s*:\s*(.*)", re.IGNORECASE)


def fits(source: Source) -> bool:
    """It begins with a comment, or has the extension, and then lines of eight digits."""
    if not source.is_text or not (source.head.startswith(";") or source.suffix == ".txt"):
        return False
    lines = [line.strip() for line in source.lines]
    lines = [line for line in lines if line and not line.startswith(";")]
    return bool(lines) and len(lines[0]) == 8 and _COLOR.fullmatch(lines[0]) is not None


def read(source: Source) -> Colors:
    """Raises ValueError for a line that is neither color nor comment."""
    colors = Colors()
    for number, line in enumerate((line.strip() for line in source.lines), start=1):
        if name := _NAME.fullmatch(line):
            colors.name = name[1]
        if not line or line.startswith(";"):
            continue
        if _COLOR.fullmatch(line) is None:
            raise ValueError(f"line {number}, {quoted(line)}, is no color (AARRGGBB)")
        alpha, r, g, b = bytes.fromhex(line.rjust(8, "F"))
        colors.add((r, g, b), alpha=alpha)
    return colors


def write(file: PaletteFile) -> bytes:
    lines = [";paint.net Palette File", f";Palette Name: {one_line(file.name)}".rstrip()]
    lines.append(f";Colors: {len(file.palette)}")
    lines += [f"{swatch.alpha:02X}{swatch.hex[1:]}" for swatch in file.palette.swatches]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")

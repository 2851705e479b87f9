"""HEX, the palettes of Lospec: RRGGBB a line and nothing else."""

from __future__ import annotations

import re

from palette_studio.core.palette import Palette, Swatch

SUFFIXES = (".hex",)
_COLOR = re.compile(r"#?([0-9a-fA-F]{6})(?:[0-9a-fA-F]{2})?")


def fits(text: str) -> bool:
    """Every line is a color; a leading "#" and two digits of alpha are let pass."""
    lines = text.split()
    return bool(lines) and all(_COLOR.fullmatch(line) for line in lines)


def read(text: str) -> list[Swatch]:
    matches = (_COLOR.fullmatch(line) for line in text.split())
    values = (int(match[1], 16) for match in matches if match)
    return [Swatch((value >> 16, value >> 8 & 255, value & 255)) for value in values]


def write(palette: Palette, name: str) -> str:
    return "".join(swatch.hex[1:].lower() + "\n" for swatch in palette.swatches)

"""HPL, the palettes of Allaire HomeSite: "Palette", "Version 4.0", dashes, then R G B a line."""

from __future__ import annotations

import re

from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.plain_rgb import take_lines
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "HPL", "HomeSite"
SUFFIXES = (".hpl",)
KEEPS = Keeps()
_HEAD = re.compile(r"Palette[ \t]*[\r\n]+Version[ \t]")


def fits(source: Source) -> bool:
    return source.is_text and _HEAD.match(source.head) is not None


def read(source: Source) -> Colors:
    """Raises ValueError for a line that is no color."""
    colors = Colors()
    lines = enumerate(source.text.lstrip().split("\n"), start=1)
    take_lines(colors, ((number, line) for number, line in lines if number > 2 and line.strip(" -\t\x1a")))
    return colors

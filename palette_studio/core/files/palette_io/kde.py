"""KDE's .colors: its old palettes ("KDE RGB Palette", R G B and a name a line) and its color schemes.

A scheme is an INI file: groups such as [Colors:Window] with keys such as BackgroundNormal=239,240,241.
"""

from __future__ import annotations

import re

from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.plain_rgb import take_lines
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "KDE colors", "KDE Plasma, KolourPaint"
SUFFIXES = (".colors",)
KEEPS = Keeps(names=True, groups=True, alpha="yes", title=True)
_OLD = "KDE RGB Palette"
_VALUE = re.compile(r"(\d{1,3}),(\d{1,3}),(\d{1,3})(?:,(\d{1,3}))?")
_GROUP = re.compile(r"\[(.{1,200})\]")
_TITLE = re.compile(r"Name\s*=\s*(.*)")


def fits(source: Source) -> bool:
    scheme = (
        re.search(r"(?m)^\[(?:Colors:\w+|ColorEffects:\w+|WM)\]", source.head) if source.is_text else None
    )
    return source.starts(_OLD) or scheme is not None


def read(source: Source) -> Colors:
    """Raises ValueError for a line of an old palette that is no color; schemes have other keys too."""
    colors, group = Colors(), ""
    if source.starts(_OLD):
        take_lines(colors, list(enumerate(source.text.lstrip().split("\n"), start=1))[1:])
        return colors
    for line in source.lines:
        if header := _GROUP.fullmatch(line.strip()):
            group = header[1].removeprefix("Colors:")
        elif group == "General" and (title := _TITLE.fullmatch(line.strip())):
            colors.name = title[1]
        else:
            key, _, value = line.partition("=")
            if match := _VALUE.fullmatch(value.strip()):
                r, g, b, alpha = (int(value or "255") for value in match.groups())
                if max(r, g, b, alpha) <= 255:
                    colors.add((r, g, b), key.strip(), alpha, group=group)
    return colors

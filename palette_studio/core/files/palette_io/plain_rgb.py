"""Lines of three numbers 0..255, and maybe a name, as several old formats have them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from palette_studio.core.files.palette_io.colors import Colors, one_line, quoted

_COLOR = re.compile(r"\s*(\d{1,9})[\s,]+(\d{1,9})[\s,]+(\d{1,9})(?:\s+(.*))?")


def take_lines(colors: Colors, lines: Iterable[tuple[int, str]]) -> None:
    """Take in numbered lines, blank ones and "#" comments apart. Raises ValueError for another line."""
    for number, line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _COLOR.fullmatch(line)
        values = [int(value) for value in match.groups()[:3]] if match else []
        if match is None or max(values) > 255:
            raise ValueError(f"line {number}, {quoted(line)}, is no color (three numbers 0 to 255)")
        colors.add((values[0], values[1], values[2]), one_line(match[4] or ""))

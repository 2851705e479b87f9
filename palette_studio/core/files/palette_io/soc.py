"""SOC, the color tables of LibreOffice and OpenOffice: draw:color elements with draw:name and draw:color.

The namespaces differ between the two and between versions, so that local names count (OpenDocument 1.2 for
what we write).
"""

from __future__ import annotations

import re
from html import escape

from palette_studio.core.files.palette_io import xml_tree
from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile, quoted
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "SOC", "LibreOffice, OpenOffice"
SUFFIXES = (".soc",)
KEEPS = Keeps(names=True)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<ooo:color-table xmlns:ooo="http://openoffice.org/2004/office" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">\n'
)


def fits(source: Source) -> bool:
    return source.starts("<") and "color-table" in source.head


def read(source: Source) -> Colors:
    """Raises ValueError for what is no XML, or has another root."""
    root = xml_tree.tree(source.data)
    if root.tag != "color-table":
        raise ValueError(f"its first element is {quoted(root.tag)}, where color-table should be")
    colors = Colors()
    for node in root.all("color"):
        color = hex_color(node.get("color"))
        if color is None:
            colors.skip(f"{quoted(node.get('color'))} is no #rrggbb")
        else:
            colors.add(color, node.get("name"))
    return colors


def hex_color(text: str) -> tuple[int, int, int] | None:
    """Return the color of "#rrggbb", None for another text."""
    digits = text.strip().removeprefix("#")
    if re.fullmatch("[0-9a-fA-F]{6}", digits) is None:
        return None
    r, g, b = bytes.fromhex(digits)
    return r, g, b


def write(file: PaletteFile) -> bytes:
    lines = [
        f'  <draw:color draw:name="{escape(swatch.name)}" draw:color="{swatch.hex.lower()}"/>\n'
        for swatch in file.palette.swatches
    ]
    return (_HEAD + "".join(lines) + "</ooo:color-table>\n").encode()

"""Scribus XML, the colors of Scribus: COLOR elements with RGB, CMYK or, since 1.5, numbers of a SPACE."""

from __future__ import annotations

import re
from html import escape

from palette_studio.core.files.palette_io import conversion, xml_tree
from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile, quoted
from palette_studio.core.files.palette_io.soc import hex_color
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "Scribus", "Scribus"
SUFFIXES = (".xml",)
KEEPS = Keeps(names=True, spot=True, title=True)


def fits(source: Source) -> bool:
    return source.starts("<") and "<SCRIBUSCOLORS" in source.head


def read(source: Source) -> Colors:
    """Raises ValueError for what is no XML."""
    root, colors = xml_tree.tree(source.data), Colors()
    colors.name = root.get("Name") or root.get("NAME")
    for node in root.all("COLOR"):
        try:
            colors.add_srgb(_srgb(node), node.get("NAME"), spot=node.get("Spot") == "1")
        except ValueError as error:
            colors.skip(str(error))
    return colors


def _srgb(node: xml_tree.Node) -> conversion.Srgb:
    if rgb := node.get("RGB"):
        color = hex_color(rgb)
        if color is None:
            raise ValueError(f"{quoted(rgb)} is no #rrggbb")
        return conversion.rgb(color, 255)
    if inks := node.get("CMYK"):
        digits = inks.strip().removeprefix("#")
        if re.fullmatch("[0-9a-fA-F]{8}", digits) is None:
            raise ValueError(f"{quoted(inks)} is no #ccmmyykk")
        return conversion.cmyk([value / 255 for value in bytes.fromhex(digits)])
    space = node.get("SPACE").upper()
    keys = {"RGB": "RGB", "CMYK": "CMYK", "LAB": "LAB"}.get(space)
    if keys is None:
        raise ValueError(f"the color space {quoted(space)} is unknown" if space else "it has no values")
    values = [node.number(key) for key in keys]
    if space == "LAB":
        return conversion.lab(values)
    return conversion.rgb(values, 255) if space == "RGB" else conversion.cmyk([v / 100 for v in values])


def write(file: PaletteFile) -> bytes:
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<SCRIBUSCOLORS Name="{escape(file.name)}">\n']
    for swatch in file.palette.swatches:
        name, rgb = escape(swatch.name), swatch.hex.lower()
        lines.append(f'  <COLOR NAME="{name}" RGB="{rgb}" Spot="{int(swatch.spot)}" Register="0"/>\n')
    return ("".join(lines) + "</SCRIBUSCOLORS>\n").encode()

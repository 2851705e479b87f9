"""SBZ, the books of SwatchBooker: a ZIP file with swatchbook.xml (version 0.7).

Materials have an id and values in one or more models; the book says their order and groups. The best model
that we know is taken: sRGB, then others of light, then ink. Lab and XYZ are D50, XYZ with 100 for white.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from palette_studio.core.files.palette_io import conversion, xml_tree, zipped
from palette_studio.core.files.palette_io.colors import MOST_WRITTEN, Colors, Keeps, PaletteFile, quoted
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "SBZ", "SwatchBooker, Scribus"
SUFFIXES = (".sbz",)
KEEPS = Keeps(names=True, groups=True, spot=True, title=True, most=MOST_WRITTEN)
MODELS = ("sRGB", "RGB", "Lab", "XYZ", "HSV", "HSL", "CMY", "CMYK", "GRAY")  # the best first
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<SwatchBook version="0.7" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
)


def fits(source: Source) -> bool:
    if not zipped.is_zip(source.data):
        return False
    return source.suffix == ".sbz" or "swatchbook.xml" in zipped.members(source.data)


@dataclass(frozen=True)
class _Material:
    """A color as it is to be added; srgb is None where it cannot be, for the reason in ``why``."""

    name: str = ""
    srgb: conversion.Srgb | None = None
    spot: bool = False
    why: str = "the book names a material that is not there"


def read(source: Source) -> Colors:
    """Raises ValueError for a broken ZIP file or XML."""
    root, colors = xml_tree.tree(zipped.unpacked(source.data, "swatchbook.xml")), Colors()
    colors.name = _title(root) or ""
    materials: dict[str, _Material] = {}
    for node in root.all("color"):
        key = node.first("identifier")
        materials[key.text if key else str(len(materials))] = _material(node, source.linear_gray)
    book = root.first("book")
    if book is None:
        listed = [(material, "") for material in materials.values()]
    else:
        listed = [(materials.get(key, _Material()), group) for key, group in _places(book)]
    for material, group in listed:
        if material.srgb is None:
            colors.skip(material.why)
        else:
            colors.add_srgb(material.srgb, material.name, spot=material.spot, group=group)
    return colors


def _title(node: xml_tree.Node) -> str | None:
    """Return the title in the metadata of an element, None if it has none."""
    metadata = next((child for child in node.children if child.tag == "metadata"), None)
    title = metadata.first("title") if metadata else None
    return title.text if title else None


def _places(book: xml_tree.Node) -> Iterator[tuple[str, str]]:
    """Return the material and the group of each swatch, in the order of the book."""
    waiting = [(node, "") for node in reversed(book.children)]
    while waiting:
        node, group = waiting.pop()
        if node.tag == "group":
            inside = _title(node)
            waiting += [(child, group if inside is None else inside) for child in reversed(node.children)]
        elif node.tag == "swatch":
            yield node.get("material").strip(), group


def _material(node: xml_tree.Node, linear_gray: bool) -> _Material:
    title, key = _title(node), node.first("identifier")
    name = title if title is not None else key.text if key else ""
    values = {found.get("model"): found.text for found in node.all("values")}
    model = next((model for model in MODELS if model in values), None)
    if model is None:
        return _Material(why=f"the color model {quoted(next(iter(values), ''))} is unknown")
    try:
        srgb = _srgb(model, [xml_tree.as_number(word) for word in values[model].split()], linear_gray)
    except ValueError as error:
        return _Material(why=str(error))
    return _Material(name, srgb, "spot" in node.get("usage").split(","))


def _srgb(model: str, values: list[float], linear_gray: bool) -> conversion.Srgb:
    if model == "XYZ":
        return conversion.xyz([value / 100 for value in values])
    if model == "GRAY" and len(values) == 1:
        return conversion.gray(1 - values[0], linear_gray)  # ink, as in CMYK
    if model == "CMY":
        return conversion.cmyk([*values, 0.0])
    convert = {"Lab": conversion.lab, "HSV": conversion.hsb, "HSL": conversion.hsl, "CMYK": conversion.cmyk}
    return convert.get(model, conversion.rgb)(values)


def write(file: PaletteFile) -> bytes:
    """Ids are numbers, since names may be empty or occur twice; a name is a material's title."""
    swatches = file.palette.swatches
    lines = [
        _HEAD,
        f"  <metadata>\n    <dc:title>{escape(file.name)}</dc:title>\n  </metadata>\n  <materials>\n",
    ]
    for number, swatch in enumerate(swatches):
        usage = ' usage="spot"' if swatch.spot else ""
        values = " ".join(f"{value / 255:.6f}" for value in swatch.color)
        lines.append(
            f"    <color{usage}>\n      <metadata><dc:identifier>{number}</dc:identifier>"
            f"<dc:title>{escape(swatch.name)}</dc:title></metadata>\n"
            f'      <values model="sRGB">{values}</values>\n    </color>\n'
        )
    lines.append("  </materials>\n  <book>\n")
    for group, pairs in groupby(enumerate(swatches), key=lambda pair: pair[1].group):
        inside = "".join(f'    <swatch material="{number}"/>\n' for number, _ in pairs)
        if group:
            title = f"      <metadata><dc:title>{escape(group)}</dc:title></metadata>\n"
            inside = f"    <group>\n{title}{inside}    </group>\n"
        lines.append(inside)
    lines.append("  </book>\n</SwatchBook>\n")
    return zipped.packed({"swatchbook.xml": "".join(lines).encode()})

"""The color books of AutoCAD: XML with the extension of Photoshop's color books.

colorBook has a bookName and colorEntry elements with a colorName and RGB8 of red, green and blue. Colors
may be encrypted (RGB8Encrypt); these are skipped.
"""

from __future__ import annotations

from palette_studio.core.files.palette_io import conversion, xml_tree
from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "AutoCAD color book", "AutoCAD"
SUFFIXES = (".acb",)
KEEPS = Keeps(names=True, title=True)


def fits(source: Source) -> bool:
    return source.starts("<") and "<colorBook" in source.head


def read(source: Source) -> Colors:
    """Raises ValueError for what is no XML."""
    root, colors = xml_tree.tree(source.data), Colors()
    colors.name = _text(root, "bookName")
    for entry in root.all("colorEntry"):
        values = next((child for child in entry.children if child.tag == "RGB8"), None)
        if values is None:
            colors.skip("it is encrypted")
            continue
        words = [xml_tree.as_number(_text(values, tag)) for tag in ("red", "green", "blue")]
        try:
            colors.add_srgb(conversion.rgb(words, 255), _text(entry, "colorName"))
        except ValueError as error:
            colors.skip(str(error))
    return colors


def _text(node: xml_tree.Node, tag: str) -> str:
    return next((child.text for child in node.children if child.tag == tag), "")

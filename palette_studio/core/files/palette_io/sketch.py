"""Sketch palettes, .sketchpalette: JSON whose colors are texts or red, green, blue and alpha of 0..1."""

from __future__ import annotations

import re
from typing import Any

from palette_studio.core.files.palette_io import conversion, json_tree
from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.css import color_and_alpha
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "Sketch palette", "Sketch Palettes"
SUFFIXES = (".sketchpalette",)
KEEPS = Keeps(names=True, alpha="yes")
_KEYS = re.compile(r'"(?:compatibleVersion|pluginVersion)"\s*:')


def fits(source: Source) -> bool:
    if not source.is_text or not source.starts("{"):
        return False
    return source.suffix == ".sketchpalette" or _KEYS.search(source.text) is not None


def read(source: Source) -> Colors:
    """Raises ValueError for what is no JSON, or has no list of colors."""
    whole, colors = json_tree.tree(source.text), Colors()
    entries = whole.get("colors") if isinstance(whole, dict) else None
    if not isinstance(entries, list):
        raise ValueError('it has no list of "colors"')
    for number, entry in enumerate(entries, start=1):
        try:
            _take(colors, entry)
        except ValueError:
            colors.skip(f"entry {number} is neither red, green and blue of 0 to 1 nor a text such as #a0522d")
    left = [key for key in ("gradients", "images") if whole.get(key)]
    if left:
        colors.note(f"Its {' and '.join(left)} are left out.")
    return colors


def _take(colors: Colors, entry: Any) -> None:
    if isinstance(entry, str) and len(entry) < 100:
        color, alpha = color_and_alpha(entry)
        colors.add(color, alpha=alpha)
        return
    values = entry if isinstance(entry, dict) else {}
    found = [json_tree.number(values.get(key)) for key in ("red", "green", "blue")]
    share, name = json_tree.number(values.get("alpha")), values.get("name")
    srgb = conversion.rgb([float("nan") if value is None else value for value in found])
    colors.add_srgb(srgb, name if isinstance(name, str) else "", 1.0 if share is None else share)

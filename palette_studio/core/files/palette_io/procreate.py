"""Procreate's .swatches: a ZIP file with Swatches.json.

It has palettes of 30 places with hue, saturation and brightness. Empty places are null. Version 5 may add a
color model and profile, which are not applied.
"""

from __future__ import annotations

import colorsys
import json
from typing import Any

from palette_studio.core.files.palette_io import conversion, json_tree, zipped
from palette_studio.core.files.palette_io.colors import MOST_WRITTEN, Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Source

TITLE, PROGRAMS = "Procreate", "Procreate"
SUFFIXES = (".swatches",)
PLACES = 30
KEEPS = Keeps(alpha="yes", title=True, most=MOST_WRITTEN)


def fits(source: Source) -> bool:
    if not zipped.is_zip(source.data):
        return False
    return source.suffix == ".swatches" or "Swatches.json" in zipped.members(source.data)


def read(source: Source) -> Colors:
    """Raises ValueError for a broken ZIP file or JSON."""
    data = zipped.unpacked(source.data, "Swatches.json")
    whole, colors = json_tree.tree(data.decode("utf-8", "replace")), Colors()
    palettes = whole if isinstance(whole, list) else [whole]
    palettes = [palette for palette in palettes if isinstance(palette, dict)]
    if not any(isinstance(palette.get("swatches"), list) for palette in palettes):
        raise ValueError("its Swatches.json has no list of swatches")
    colors.name = _text(palettes[0].get("name"))
    own = [colors.name, *(_title(colors.name, number) for number in range(2, len(palettes) + 1))]
    for palette, continued in zip(palettes, own, strict=True):
        name = _text(palette.get("name"))
        entries = palette.get("swatches")
        for entry in entries if isinstance(entries, list) else []:
            if entry is not None:
                _take(colors, entry, "" if name == continued else name)
    return colors


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _title(name: str, number: int) -> str:
    return f"{name} {number}".strip()


def _take(colors: Colors, entry: Any, group: str) -> None:
    if not isinstance(entry, dict):
        colors.skip("it is no hue, saturation and brightness")
        return
    values = [json_tree.number(entry.get(key)) for key in ("hue", "saturation", "brightness")]
    alpha = json_tree.number(entry.get("alpha", 1))
    try:
        srgb = conversion.hsb([float("nan") if value is None else value for value in values])
    except ValueError as error:
        colors.skip(str(error))
        return
    if entry.get("colorSpace", 0) != 0:
        colors.note("Some of its colors have a color profile of their own; they are taken for sRGB.")
    colors.add_srgb(srgb, alpha=1.0 if alpha is None else alpha, group=group)


def write(file: PaletteFile) -> bytes:
    places: list[dict[str, float] | None] = []
    for swatch in file.palette.swatches:
        hue, saturation, brightness = colorsys.rgb_to_hsv(*(value / 255 for value in swatch.color))
        alpha = swatch.alpha / 255
        places.append(
            {"hue": hue, "saturation": saturation, "brightness": brightness, "alpha": alpha, "colorSpace": 0}
        )
    places += [None] * (-len(places) % PLACES)
    whole = [
        {
            "name": _title(file.name, at // PLACES + 1) if at else file.name,
            "swatches": places[at : at + PLACES],
        }
        for at in range(0, len(places), PLACES)
    ]
    return zipped.packed({"Swatches.json": json.dumps(whole, ensure_ascii=False).encode()})

"""JSON: our own, as ``extract`` prints it, and any other that holds colors.

{"name": "Earth", "colors": [{"hex": "#A0522D", "name": "Clay", "coverage": 0.2, "locked": false}]};
"alpha", "spot" and "group" where they say something. Read as well: plain lists, colors as texts or [r, g,
b], and, of JSON of other programs, every text that is a color in hex or a CSS function, and objects of red,
green, blue.
"""

from __future__ import annotations

import json
from typing import Any

from palette_studio.core.files.palette_io import json_tree
from palette_studio.core.files.palette_io.any_json import any_colors
from palette_studio.core.files.palette_io.colors import MOST_COLUMNS, MOST_WRITTEN, Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.css import color_and_alpha
from palette_studio.core.files.palette_io.source import Source, UnreadableError
from palette_studio.core.palette import Rgb, Swatch

TITLE, PROGRAMS = "JSON", "Palette Studio; any JSON that holds colors"
SUFFIXES = (".json",)
KEEPS = Keeps(True, True, "yes", True, True, True, most=MOST_WRITTEN, locks=True)


def fits(source: Source) -> bool:
    return source.is_text and source.starts("{", "[")


def read(source: Source) -> Colors:
    """Raises ValueError for what is no JSON, and UnreadableError for what has no colors."""
    whole = json_tree.tree(source.text)
    try:
        return _ours(whole)
    except _NotOursError as error:
        found = any_colors(whole)
        if not found.swatches:
            why = str(error).rstrip(".")
            raise UnreadableError(
                f"is JSON in which no colors are found: {why}. Open another file."
            ) from error
        return found


class _NotOursError(ValueError):
    """The JSON is none of ours; the message is for a person, if nothing else is found in it."""


def _ours(whole: Any) -> Colors:
    entries, colors = whole, Colors()
    if isinstance(whole, dict):
        entries, name, columns = whole.get("colors"), whole.get("name"), whole.get("columns")
        colors.name = name if isinstance(name, str) else ""
        colors.columns = columns if type(columns) is int and 0 < columns <= MOST_COLUMNS else None
    if not isinstance(entries, list):
        raise _NotOursError('it has no list of "colors"')
    for number, entry in enumerate(entries, start=1):
        _take(colors, entry, number)
    return colors


def _take(colors: Colors, entry: Any, number: int) -> None:
    if not isinstance(entry, dict):
        color, alpha = _color(entry, number)
        colors.add(color, alpha=alpha)
        return
    color, share = _color(entry.get("hex", entry.get("rgb")), number)
    name, group = (value if isinstance(value, str) else "" for value in map(entry.get, ("name", "group")))
    alpha = entry.get("alpha")
    if type(alpha) is not int or not 0 <= alpha <= 255:
        alpha = share
    coverage = min(max(json_tree.number(entry.get("coverage")) or 0.0, 0.0), 1.0)
    locked, spot = entry.get("locked") is True, entry.get("spot") is True
    colors.take(Swatch(color, name, coverage, locked, alpha, spot, group))


def _color(value: Any, number: int) -> tuple[Rgb, int]:
    try:
        if isinstance(value, str):
            return color_and_alpha(value)
    except ValueError as error:
        raise _NotOursError(str(error)) from error
    if isinstance(value, list) and len(value) == 3 and all(type(v) is int and 0 <= v <= 255 for v in value):
        return (value[0], value[1], value[2]), 255
    raise _NotOursError(f"color {number} is neither a text such as #A0522D nor [r, g, b]")


def write(file: PaletteFile) -> bytes:
    head: dict[str, object] = {"name": file.name} if file.name else {}
    if file.columns:
        head["columns"] = file.columns
    colors = [_entry(swatch) for swatch in file.palette.swatches]
    return (json.dumps({**head, "colors": colors}, indent=2, ensure_ascii=False) + "\n").encode()


def _entry(swatch: Swatch) -> dict[str, object]:
    entry: dict[str, object] = {
        "hex": swatch.hex,
        "name": swatch.name,
        "coverage": round(swatch.coverage, 6),
        "locked": swatch.locked,
    }
    said = {"alpha": swatch.alpha, "spot": swatch.spot, "group": swatch.group}
    plain = {"alpha": 255, "spot": False, "group": ""}
    return entry | {key: value for key, value in said.items() if value != plain[key]}

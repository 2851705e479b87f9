"""JSON, as ``extract`` prints it.

{"colors": [{"hex": "#A0522D", "name": "Clay", "coverage": 0.2, "locked": false}]}. Read as well:
plain lists, and colors as texts or [r, g, b].
"""

from __future__ import annotations

import json
import math
from typing import Any

from palette_studio.core.color_text import parse_color
from palette_studio.core.palette import Palette, Rgb, Swatch

SUFFIXES = (".json",)


def fits(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def read(text: str) -> list[Swatch]:
    """Return the swatches. Raises ValueError for what is no JSON, or no list of colors."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON from line {error.lineno} on ({error.msg})") from error
    except ValueError as error:
        raise ValueError("it has a number that is too long") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    colors = whole.get("colors") if isinstance(whole, dict) else whole
    if not isinstance(colors, list):
        raise ValueError('it has no list of "colors"')
    return [_swatch(entry, number) for number, entry in enumerate(colors, start=1)]


def _swatch(entry: Any, number: int) -> Swatch:
    if not isinstance(entry, dict):
        return Swatch(_color(entry, number))
    name, coverage = entry.get("name", ""), entry.get("coverage", 0.0)
    good = isinstance(coverage, int | float) and math.isfinite(coverage)
    return Swatch(
        _color(entry.get("hex", entry.get("rgb")), number),
        "".join(c for c in name if c.isprintable())[:100] if isinstance(name, str) else "",
        min(max(float(coverage), 0.0), 1.0) if good else 0.0,
        entry.get("locked") is True,
    )


def _color(value: Any, number: int) -> Rgb:
    if isinstance(value, str):
        return parse_color(value)
    if isinstance(value, list) and len(value) == 3 and all(type(v) is int and 0 <= v <= 255 for v in value):
        return value[0], value[1], value[2]
    raise ValueError(f"color {number} is neither a text such as #A0522D nor [r, g, b]")


def write(palette: Palette, name: str) -> str:
    return json.dumps(as_json(palette), indent=2, ensure_ascii=False) + "\n"


def as_json(palette: Palette) -> dict[str, list[dict[str, object]]]:
    """Return what ``write`` writes, before it is text."""
    colors: list[dict[str, object]] = [
        {
            "hex": swatch.hex,
            "name": swatch.name,
            "coverage": round(swatch.coverage, 6),
            "locked": swatch.locked,
        }
        for swatch in palette.swatches
    ]
    return {"colors": colors}

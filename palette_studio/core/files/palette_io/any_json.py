"""Colors in JSON of other programs, wherever they stand in it: design tokens, themes, lists of lists.

A color is a text in hex with "#" or a CSS function; an object of r, g, b or red, green, blue; one with
"components" in sRGB (Design Tokens Format Module, "Color"); or three numbers under a key such as "rgb". Its
name is its own or its key, its group the key above. What an object says of one color in several ways is one
color.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from palette_studio.core.files.palette_io.colors import Colors
from palette_studio.core.files.palette_io.css import color_and_alpha
from palette_studio.core.files.palette_io.json_tree import number

_TEXT = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([^()]{1,200}\)",
    re.IGNORECASE,
)
_BARE = re.compile(r"[0-9a-f]{6}(?:[0-9a-f]{2})?", re.IGNORECASE)
HOLDERS = ("$value", "value", "hex", "color", "rgb", "rgba")  # keys that hold a color, and are no name of it
TRIPLES = (*HOLDERS, "colors", "palette")
CHANNELS = (("red", "green", "blue"), ("r", "g", "b"))


@dataclass(frozen=True)
class _Place:
    """A value, the name it would have, and the one of what holds it."""

    value: Any
    name: str = ""
    group: str = ""
    key: str = ""


@dataclass(frozen=True)
class _Found:
    place: _Place
    numbers: tuple[float, ...]
    alpha: float
    scaled: bool  # 0..1 already


def any_colors(whole: Any) -> Colors:
    """Return every color in a value of JSON, in its order; none if it has none."""
    found: list[_Found] = []
    waiting = [_Place(whole)]
    while waiting:
        place = waiting.pop()
        color = _one(place)
        if color is not None:
            found.append(color)
        else:
            waiting += reversed(_inside(place))
    large = any(max(color.numbers) > 1 for color in found if not color.scaled)
    colors = Colors()
    for color in found:
        most = 255.0 if large and not color.scaled else 1.0
        srgb = [value / most for value in color.numbers]
        alpha = color.alpha / 255 if most == 255.0 and color.alpha > 1 else color.alpha
        colors.add_srgb(srgb, color.place.name, alpha, group=color.place.group)
    if found:
        colors.note("It is JSON of another program: every color in it is read, in its order.")
    return colors


def _inside(place: _Place) -> list[_Place]:
    if isinstance(place.value, list):
        group, parts = place.group or place.name, (str, list, dict)
        return [_Place(value, "", group, place.key) for value in place.value if isinstance(value, parts)]
    if not isinstance(place.value, dict):
        return []
    inside = []
    for key, value in place.value.items():
        if key.lower() in HOLDERS:
            inside.append(_Place(value, _named(place), place.group, key.lower()))
        else:
            inside.append(_Place(value, key, _named(place), key.lower()))
    return inside


def _named(place: _Place) -> str:
    if isinstance(place.value, dict):
        for key in ("name", "title"):
            if isinstance(place.value.get(key), str):
                return place.value[key]
    return place.name


def _one(place: _Place) -> _Found | None:
    """Return the color that the value as a whole is."""
    value = place.value
    if isinstance(value, str):
        return _of_text(place, value)
    if isinstance(value, list) and place.key in TRIPLES and len(value) in (3, 4):
        return _of_numbers(place, value, False)
    if not isinstance(value, dict):
        return None
    named = _Place(value, _named(place), place.group)
    keys = {key.lower(): key for key in value}
    for held in ("hex", "$value", "value", "color"):
        text = value.get(keys.get(held, ""))
        if isinstance(text, str) and (color := _of_text(_Place(text, named.name, named.group, held), text)):
            return color
    for channels in CHANNELS:
        if all(channel in keys for channel in channels):
            alpha = next((value[keys[key]] for key in ("alpha", "a", "opacity") if key in keys), 1.0)
            return _of_numbers(named, [*(value[keys[channel]] for channel in channels), alpha], False)
    parts = value.get("components")
    if isinstance(parts, list) and len(parts) == 3 and value.get("colorSpace", "srgb") == "srgb":
        return _of_numbers(named, [*parts, value.get("alpha", 1.0)], True)
    return None


def _of_text(place: _Place, text: str) -> _Found | None:
    if not _TEXT.fullmatch(text.strip()) and not (place.key in HOLDERS and _BARE.fullmatch(text)):
        return None
    try:
        color, alpha = color_and_alpha(text)
    except ValueError:
        return None
    return _Found(place, tuple(value / 255 for value in color), alpha / 255, True)


def _of_numbers(place: _Place, values: list[Any], scaled: bool) -> _Found | None:
    numbers = [number(value) for value in values]
    known = [value for value in numbers if value is not None and 0 <= value <= 255]
    if len(known) != len(numbers):
        return None
    return _Found(place, tuple(known[:3]), known[3] if len(known) == 4 else 1.0, scaled)

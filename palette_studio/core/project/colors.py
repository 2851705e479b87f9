"""Colors in a project: texts such as #A0522D."""

from __future__ import annotations

from palette_studio.core.palette import Rgb
from palette_studio.core.project.fields import Fields

HEX = frozenset("0123456789abcdefABCDEF")


def color_of(fields: Fields, key: str) -> Rgb:
    """Return the color under a key. Raises ValueError where there is none."""
    return _color(fields, key, fields.raw(key))


def colors_of(fields: Fields, key: str, most: int) -> tuple[Rgb, ...]:
    """Return up to ``most`` colors in a list."""
    value = [] if fields.raw(key) is None else fields.raw(key)
    if not isinstance(value, list) or len(value) > most:
        raise fields.wrong(key, f"a list of up to {most} colors")
    return tuple(_color(fields, key, one) for one in value)


def _color(fields: Fields, key: str, value: object) -> Rgb:
    digits = value[1:] if isinstance(value, str) and value[:1] == "#" else ""
    if len(digits) != 6 or not HEX.issuperset(digits):
        raise fields.wrong(key, "a color such as #A0522D")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)

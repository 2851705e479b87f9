"""CLR, the color lists of macOS: an NSColorList in a keyed archive (a binary property list).

A color has a kind (NSColorSpace: 1 and 2 RGB, 3 and 4 gray, 5 CMYK, 6 named) and its numbers as text. Where
it has NSComponents, these are in the space of its own profile, which is sRGB for most, and count before the
numbers in generic RGB (Apple, AppKit, NSColor's coding as of macOS 10.12). Profiles are not applied.
"""

from __future__ import annotations

import math
from typing import Any

from palette_studio.core.files.palette_io import conversion
from palette_studio.core.files.palette_io.binary_plist import MAGIC, Uid, objects
from palette_studio.core.files.palette_io.colors import Colors, Keeps
from palette_studio.core.files.palette_io.source import Source, UnreadableError
from palette_studio.core.files.palette_io.xml_tree import as_number

TITLE, PROGRAMS = "CLR", "macOS"
SUFFIXES = (".clr",)
KEEPS = Keeps(names=True, alpha="yes")
_KINDS = {1: "NSRGB", 2: "NSRGB", 3: "NSWhite", 4: "NSWhite", 5: "NSCMYK"}
MOST_KEYS = 64  # of a dictionary in an archive; each color's is searched
_COUNTS = {"NSRGB": 3, "NSWhite": 1, "NSCMYK": 4}


def fits(source: Source) -> bool:
    old = source.data[:16].find(b"streamtyped") >= 0
    return source.data.startswith(MAGIC) or old or (source.starts("<?xml") and "<plist" in source.head)


def read(source: Source) -> Colors:
    """Raises ValueError for a property list that is damaged, or holds no list of colors."""
    if not source.data.startswith(MAGIC):
        raise UnreadableError(
            "is a property list of another kind than color lists are today. Open it in the Colors window of "
            "macOS and save it anew, or make it binary with plutil."
        )
    archive, colors = _Archive(source.data), Colors()
    top = archive.field(archive.whole, "$top")
    names = archive.items(archive.field(top, "NSKeys"))
    values = archive.items(archive.field(top, "NSColors"))
    if not values:
        listed = archive.resolved(archive.field(top, "root"))
        names = archive.items(archive.field(listed, "NSKeys"))
        values = archive.items(archive.field(listed, "NSColors"))
    if not values:
        raise ValueError("it is an archive of something else than a list of colors")
    for number, value in enumerate(values):
        name = archive.resolved(names[number]) if number < len(names) else ""
        try:
            srgb, alpha = _color(archive, archive.resolved(value), source.linear_gray)
            colors.add_srgb(srgb, name if isinstance(name, str) else "", alpha)
        except ValueError as error:
            colors.skip(str(error))
    return colors


class _Archive:
    """A keyed archive: dictionaries whose values lie in one list and are found by Uid."""

    def __init__(self, data: bytes) -> None:
        self._all, top = objects(data)
        self.whole = self._all[top]
        listed = self.field(self.whole, "$objects")
        self._objects = listed if isinstance(listed, tuple) else ()

    def field(self, of: Any, key: str) -> Any:
        """Return a value of a dictionary, None if it has none or is none."""
        if not isinstance(of, dict) or len(of) > MOST_KEYS:
            return None
        return next((self._all[value] for name, value in of.items() if self._all[name] == key), None)

    def resolved(self, value: Any) -> Any:
        """Return what a Uid stands for; other values are themselves."""
        if not isinstance(value, Uid):
            return value
        return self._all[self._objects[value.number]] if value.number < len(self._objects) else None

    def items(self, value: Any) -> list[Any]:
        """Return the values of an NSArray."""
        listed = self.field(self.resolved(value), "NS.objects")
        return [self._all[number] for number in listed] if isinstance(listed, tuple) else []


def _color(archive: _Archive, color: Any, linear_gray: bool) -> tuple[conversion.Srgb, float]:
    kind = archive.field(color, "NSColorSpace")
    key = _KINDS.get(kind) if isinstance(kind, int) else None
    if key is None:
        raise ValueError("it is a color of the system, or a pattern")
    own, plain = archive.field(color, "NSComponents"), archive.field(color, key)
    text = own if isinstance(own, bytes) else plain
    if not isinstance(text, bytes):
        raise ValueError("it has no numbers")
    values = [as_number(word) for word in text[:200].rstrip(b"\0").decode("ascii", "replace").split()[:5]]
    count = _COUNTS[key]
    alpha = values[count] if len(values) > count else 1.0
    if not 0 <= alpha <= 1:
        alpha = 1.0
    if key == "NSRGB":
        return conversion.rgb(values[:3]), alpha
    if key == "NSCMYK":
        return conversion.cmyk(values[:4]), alpha
    return conversion.gray(values[0] if values else math.nan, linear_gray), alpha

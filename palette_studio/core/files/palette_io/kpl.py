"""KPL, the palettes of Krita: a ZIP file with colorset.xml and color profiles.

ColorSetEntry elements hold one color in a model and a Position in rows and columns, of the set or of a
Group (Krita's KoColorSet; versions 1.0 and 2.0). The order of entries means nothing: their positions do.
Profiles are not applied: RGB is taken for sRGB, or for linear light where the space's name says so; Lab and
XYZ are D50.
"""

from __future__ import annotations

import math
from html import escape
from itertools import groupby

from palette_studio.core.files.palette_io import conversion, xml_tree, zipped
from palette_studio.core.files.palette_io.colors import (
    MOST_COLUMNS,
    MOST_WRITTEN,
    Colors,
    Keeps,
    PaletteFile,
    quoted,
)
from palette_studio.core.files.palette_io.source import Source
from palette_studio.core.palette import Swatch

TITLE, PROGRAMS = "KPL", "Krita"
SUFFIXES = (".kpl",)
KEEPS = Keeps(names=True, groups=True, spot=True, title=True, columns=True, gathers=True, most=MOST_WRITTEN)
MIMETYPE = "application/x-krita-palette"
COLUMNS = 16  # where the palette says none
_MODELS = {"sRGB": "rgb", "RGB": "rgb", "CMYK": "cmyk", "Gray": "g", "Lab": "Lab", "XYZ": "xyz"}


def fits(source: Source) -> bool:
    if not zipped.is_zip(source.data):
        return False
    return source.suffix == ".kpl" or "colorset.xml" in zipped.members(source.data)


def read(source: Source) -> Colors:
    """Raises ValueError for a broken ZIP file or XML."""
    root, colors = xml_tree.tree(zipped.unpacked(source.data, "colorset.xml")), Colors()
    colors.name = root.get("name")
    columns = root.get("columns")
    if columns.isascii() and columns.isdigit() and 0 < int(columns[:9]) <= MOST_COLUMNS:
        colors.columns = int(columns[:9])
    _take_entries(colors, root, "", source.linear_gray)
    for group in root.children:
        if group.tag == "Group":
            _take_entries(colors, group, group.get("name"), source.linear_gray)
    return colors


def _take_entries(colors: Colors, parent: xml_tree.Node, group: str, linear_gray: bool) -> None:
    entries = [node for node in parent.children if node.tag == "ColorSetEntry"]
    for entry in sorted(entries, key=_place):
        model = next((node for node in entry.children if node.tag in _MODELS), None)
        if model is None:
            other = next((node.tag for node in entry.children if node.tag != "Position"), "nothing")
            colors.skip(f"the color model {quoted(other)} is unknown")
            continue
        try:
            srgb = _srgb(model, linear_gray)
        except ValueError as error:
            colors.skip(str(error))
            continue
        colors.add_srgb(srgb, entry.get("name"), spot=entry.get("spot") in ("true", "1"), group=group)


def _place(entry: xml_tree.Node) -> tuple[float, float]:
    """Entries without a position come last, in the order of the file."""
    position = entry.first("Position")
    row, column = (position.number("row"), position.number("column")) if position else (math.nan, math.nan)
    return (row, column) if math.isfinite(row) and math.isfinite(column) else (math.inf, 0.0)


def _srgb(model: xml_tree.Node, linear_gray: bool) -> conversion.Srgb:
    values = [model.number(key) for key in _MODELS[model.tag]]
    space = model.get("space").lower()
    linear = "linear" in space or "g10" in space  # Elle Stone's profiles of gamma 1.0 end so
    if model.tag == "CMYK":
        return conversion.cmyk(values)
    if model.tag == "Gray":
        return conversion.gray(values[0], linear or linear_gray)
    if model.tag in ("Lab", "XYZ"):
        return conversion.lab(values) if model.tag == "Lab" else conversion.xyz(values)
    return conversion.linear_rgb(values) if linear and model.tag == "RGB" else conversion.rgb(values)


def write(file: PaletteFile) -> bytes:
    """Groups are named once in Krita, so that swatches of one group come together, in order of appearance."""
    columns = min(file.columns or COLUMNS, MOST_COLUMNS)
    swatches = file.palette.swatches
    groups = list(dict.fromkeys(["", *(swatch.group for swatch in swatches)]))
    places = {group: place for place, group in enumerate(groups)}
    ordered = sorted(enumerate(swatches), key=lambda pair: places[pair[1].group])
    parts, rows = {}, {}
    for group, pairs in groupby(ordered, key=lambda pair: pair[1].group):
        lines = [_entry(number, at, columns, swatch) for at, (number, swatch) in enumerate(pairs)]
        parts[group], rows[group] = "".join(lines), -(-len(lines) // columns)
    head = f'<ColorSet version="2.0" name="{escape(file.name)}" comment="" readonly="false"'
    xml = f'{head} columns="{columns}" rows="{rows.get("", 0)}">\n{parts.get("", "")}'
    for group in parts:
        if group:
            xml += f'  <Group name="{escape(group)}" rows="{rows[group]}">\n{parts[group]}  </Group>\n'
    return zipped.packed(
        {
            "mimetype": MIMETYPE.encode(),
            "colorset.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}</ColorSet>\n'.encode(),
            "profiles.xml": b'<?xml version="1.0" encoding="UTF-8"?>\n<Profiles/>\n',
        }
    )


def _entry(number: int, at: int, columns: int, swatch: Swatch) -> str:
    r, g, b = (f"{value / 255:.6f}" for value in swatch.color)
    spot = "true" if swatch.spot else "false"
    return (
        f'    <ColorSetEntry name="{escape(swatch.name)}" id="{number}" spot="{spot}" bitdepth="U8">\n'
        f'      <sRGB r="{r}" g="{g}" b="{b}"/>\n'
        f'      <Position row="{at // columns}" column="{at % columns}"/>\n    </ColorSetEntry>\n'
    )

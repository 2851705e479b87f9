"""What a format loses of a palette, in words, and the public table of what each format keeps."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from types import ModuleType

from palette_studio.core.files.palette_io.colors import Keeps, PaletteFile, counted

_BEFORE = """\
# Palette files

What Palette Studio reads and writes, and what each format keeps beside the colors. This page is what
`palette-studio palette formats` prints; `palette-studio palette convert IN OUT` goes from one to another
and says what is lost on the way.

The content of a file tells its format. The extension counts where content could be several: raw color
tables (`.act`, `.pal`), lines of eight digits (`.txt` is AARRGGBB, `.hex` is RRGGBBAA), style sheets.
"""
_AFTER = """\
- JSON keeps coverage and locks too. Of JSON of other programs, every color in it is read.
- Procreate has 30 places a palette: more colors go on in further palettes of the same file.
- KPL gathers the colors of a group, those without one first.
- CSS and SCSS spell names as variables; the comment behind one has the name itself.
- A PNG strip is a row of squares. Of other PNGs of few colors, the squares they are made of are read, or
  each color once.
- Colors in CMYK, Lab, HSB, gray and XYZ become sRGB: inks naively, R = (1 - C)(1 - K); Lab and XYZ under
  D50, adapted by Bradford; gray as an sRGB value, or as linear light with `--linear-gray`. Profiles in
  files are not applied. What lies outside sRGB is clipped, and said.
- Up to 65,536 colors are read; a photo's palette has at most 256.
- Files are read without trust: nothing in one makes the reader crash, wait or fill the memory, and what is
  wrong is told with its place.
"""
_HEAD = (
    "format",
    "key",
    "extensions",
    "written",
    "names",
    "groups",
    "alpha",
    "spot",
    "title",
    "columns",
    "most",
)


def losses(file: PaletteFile, title: str, keeps: Keeps) -> tuple[str, ...]:
    """Return a sentence for each thing of this palette that a format does not keep."""
    swatches = file.palette.swatches
    lost = []
    names = sum(bool(swatch.name) for swatch in swatches)
    if names and not keeps.names:
        lost.append(f"{title} keeps no names: {_counted(names, 'color loses its', 'colors lose theirs')}.")
    if alpha := _lost_alpha(file, title, keeps):
        lost.append(alpha)
    runs = [group for group, _ in groupby(swatches, key=lambda swatch: swatch.group)]
    groups = len({*runs} - {""})
    if groups and not keeps.groups:
        lost.append(f"{title} keeps no groups: {counted(groups, 'group')} dissolved.")
    if keeps.gathers and (len(runs) > len(set(runs)) or "" in runs[1:]):
        lost.append(f"{title} gathers groups, those without one first: the order of colors changes.")
    spots = sum(swatch.spot for swatch in swatches)
    if spots and not keeps.spot:
        lost.append(f"{title} knows no spot inks: {counted(spots, 'color')} no longer marked as such.")
    if file.name and not keeps.title:
        lost.append(f"{title} keeps no name of the palette.")
    if file.columns and not keeps.columns:
        lost.append(f"{title} keeps no columns.")
    if not keeps.locks and any(swatch.locked for swatch in swatches):
        lost.append(f"{title} keeps no locks.")
    return tuple(lost)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _lost_alpha(file: PaletteFile, title: str, keeps: Keeps) -> str:
    clear = sorted(swatch.alpha for swatch in file.palette.swatches if swatch.alpha < 255)
    if keeps.alpha == "yes" or not clear:
        return ""
    if keeps.alpha == "no":
        return f"{title} keeps no alpha: {_counted(len(clear), 'color becomes', 'colors become')} opaque."
    others = clear[1:] if clear[0] == 0 else clear
    if not others:
        return ""
    return f"{title} keeps {keeps.alpha}: {_counted(len(others), 'other becomes', 'others become')} opaque."


def page(formats: Mapping[str, ModuleType]) -> str:
    """Return the public page on palette files, in Markdown."""
    return f"{_BEFORE}\n{table(formats)}\n{_AFTER}"


def table(formats: Mapping[str, ModuleType]) -> str:
    """Return the table of formats in Markdown, in the order of their titles."""
    rows = [_HEAD, tuple("---" for _ in _HEAD)]
    for key, module in sorted(formats.items(), key=lambda pair: pair[1].TITLE.lower()):
        keeps: Keeps = module.KEEPS
        rows.append(
            (
                f"{module.TITLE} ({module.PROGRAMS})",
                f"`{key}`",
                " ".join(f"`{suffix}`" for suffix in module.SUFFIXES),
                "yes" if hasattr(module, "write") else "read only",
                _word(keeps.names),
                _word(keeps.groups),
                keeps.alpha,
                _word(keeps.spot),
                _word(keeps.title),
                _word(keeps.columns),
                "any" if keeps.most is None else f"{keeps.most:,}",
            )
        )
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _word(kept: bool) -> str:
    return "yes" if kept else "no"

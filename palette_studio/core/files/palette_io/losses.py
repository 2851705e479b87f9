"""What a format loses of a palette, in words, and the public table of what each format keeps."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from types import ModuleType

from palette_studio.core.files.palette_io.colors import Keeps, PaletteFile, counted

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
        lost.append(
            f"{title} keeps no names: {counted(names, 'color')} lose theirs."
            if names > 1
            else f"{title} keeps no names: 1 color loses its own."
        )
    lost += _lost_alpha(file, title, keeps)
    groups = len({swatch.group for swatch in swatches} - {""})
    if groups and not keeps.groups:
        lost.append(f"{title} keeps no groups: {counted(groups, 'group')} dissolved.")
    runs = [group for group, _ in groupby(swatches, key=lambda swatch: swatch.group)]
    if keeps.gathers and (len(runs) > len(set(runs)) or "" in runs[1:]):
        lost.append(f"{title} gathers groups, those without one first: the order of colors changes.")
    spots = sum(swatch.spot for swatch in swatches)
    if spots and not keeps.spot:
        lost.append(f"{title} knows no spot inks: {counted(spots, 'color')} no longer marked as such.")
    if file.name and not keeps.title:
        lost.append(f"{title} keeps no name of the palette.")
    if file.columns and not keeps.columns:
        lost.append(f"{title} keeps no columns.")
    if "locks" not in keeps.more and any(swatch.locked for swatch in swatches):
        lost.append(f"{title} keeps no locks.")
    return tuple(lost)


def _lost_alpha(file: PaletteFile, title: str, keeps: Keeps) -> list[str]:
    clear = [swatch for swatch in file.palette.swatches if swatch.alpha < 255]
    if not clear or keeps.alpha == "yes":
        return []
    if keeps.alpha == "one clear color":
        clear = clear if all(swatch.alpha for swatch in clear) else clear[1:]
        if not clear:
            return []
        return [f"{title} keeps one wholly clear color: {counted(len(clear), 'other')} become opaque."]
    return [f"{title} keeps no alpha: {counted(len(clear), 'color')} become opaque."]


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

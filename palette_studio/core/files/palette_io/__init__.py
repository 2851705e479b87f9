"""Palette files. Each format is a module; FORMATS is their table, in the order in which content is tried.

A format has TITLE, PROGRAMS (that use it), SUFFIXES, KEEPS, ``fits(source)``, ``read(source)`` and, if we
write it, ``write(file)``. ``fits`` looks at the content; the extension counts where content could be
several formats. ``read`` raises ValueError, saying where, for damage, and UnreadableError for what is whole
but nothing for us. No format needs numpy or a library of pictures before a file is read.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.palette_io import (
    acb,
    aco,
    act,
    ase,
    aseprite,
    autocad,
    clr,
    css,
    gpa,
    gpl,
    hex_lines,
    hpl,
    indexed,
    jasc,
    kde,
    kpl,
    paintnet,
    png_strip,
    procreate,
    riff,
    sbz,
    scribus,
    scss,
    skencil,
    sketch,
    soc,
    studio_json,
)
from palette_studio.core.files.palette_io.colors import (
    MOST_COLUMNS,
    MOST_READ,
    Colors,
    PaletteFile,
    cleaned,
)
from palette_studio.core.files.palette_io.losses import losses
from palette_studio.core.files.palette_io.source import Source, UnreadableError
from palette_studio.core.files.regular import open_regular
from palette_studio.core.palette import Palette

__all__ = [
    "FORMATS",
    "MOST_BYTES",
    "MOST_READ",
    "SUFFIXES",
    "WRITTEN",
    "PaletteFile",
    "format_of_palette",
    "format_palette",
    "losses_of",
    "parse_palette",
    "parse_palette_file",
    "read_palette",
    "read_palette_file",
    "write_palette",
]

FORMATS: dict[str, ModuleType] = {
    "gpl": gpl,
    "jasc": jasc,
    "riff": riff,
    "aco": aco,
    "ase": ase,
    "acb": acb,
    "kpl": kpl,
    "sbz": sbz,
    "procreate": procreate,
    "indexed": indexed,
    "png": png_strip,
    "aseprite": aseprite,
    "clr": clr,
    "gpa": gpa,
    "soc": soc,
    "scribus": scribus,
    "autocad": autocad,
    "skencil": skencil,
    "hpl": hpl,
    "kde": kde,
    "sketch": sketch,
    "json": studio_json,
    "paintnet": paintnet,
    "hex": hex_lines,
    "scss": scss,
    "css": css,
    "act": act,
}
WRITTEN = tuple(name for name, module in FORMATS.items() if hasattr(module, "write"))
SUFFIXES: dict[str, str] = {}  # of an extension, the format that writes it, else one that reads it
for _name in (*WRITTEN, *FORMATS):
    for _suffix in FORMATS[_name].SUFFIXES:
        SUFFIXES.setdefault(_suffix, _name)
MOST_BYTES = 32 << 20  # an indexed picture or sprite may be so large; texts are held to source.MOST_TEXT


def read_palette(path: str | Path, *, most: int = MOST_READ) -> Palette:
    """Return the palette in a file, whose format is known by its content; names may be empty.

    most: swatches, at most MOST_READ. Raises FileError, whose message names the file, the reason and what
    to do.
    """
    return read_palette_file(path, most=most).palette


def read_palette_file(path: str | Path, *, most: int = MOST_READ, linear_gray: bool = False) -> PaletteFile:
    """Return the palette in a file with its name, columns and notes, as ``read_palette`` does.

    linear_gray: gray inks of ACO, ASE, KPL, SBZ and CLR are linear light, and not sRGB.
    """
    path = Path(path)
    with open_regular(path, "palette") as file:
        try:
            data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise reading_failed(path, error) from error
    source = Source(data, path.suffix.lower(), linear_gray)
    return _parsed(source, shown(path), most)


def parse_palette(data: bytes, name: str = "The palette", *, most: int = MOST_READ) -> Palette:
    """Return the palette in the bytes of a file, as ``read_palette`` does. name: for people."""
    return parse_palette_file(data, name, most=most).palette


def parse_palette_file(
    data: bytes, name: str = "The palette", *, most: int = MOST_READ, linear_gray: bool = False
) -> PaletteFile:
    """Return what ``read_palette_file`` does of bytes. name: for people; its extension counts as a file's."""
    return _parsed(Source(data, Path(name).suffix.lower(), linear_gray), name, most)


def write_palette(path: str | Path, palette: Palette, *, name: str = "", columns: int | None = None) -> None:
    """Write the palette in the format of the file's extension; a file is whole or not written at all.

    name: the palette's own, the file's if empty. ``losses_of`` tells what the format leaves out.
    Raises FileError, also for more swatches than the format holds.
    """
    path = Path(path)
    format = format_of_palette(path)
    write_atomically(path, format_palette(palette, format, name or path.stem, columns=columns))


def format_of_palette(path: Path) -> str:
    """Return the key in WRITTEN of a file's extension; raises FileError for another."""
    name = SUFFIXES.get(path.suffix.lower())
    if name in WRITTEN:
        return name
    if name is not None:
        raise FileError(
            f"{shown(path)} cannot be written: {FORMATS[name].TITLE} is only read. "
            f"Palettes are written as {_listed(WRITTEN, suffixes=True)}."
        )
    raise FileError(
        f"{shown(path)} has no extension of a palette. "
        f"Palettes are written as {_listed(WRITTEN, suffixes=True)}."
    )


def format_palette(
    palette: Palette, format: str, name: str = "Palette", *, columns: int | None = None
) -> bytes:
    """Return the bytes of a palette file; name, columns: for the formats that have them.

    Raises ValueError for a format that is not in WRITTEN, and FileError for more swatches than it holds.
    """
    if format not in WRITTEN:
        raise ValueError(f"{format!r} is no palette format; there are {', '.join(WRITTEN)}")
    module = FORMATS[format]
    most = module.KEEPS.most
    if most is not None and len(palette) > most:
        raise FileError(
            f"{module.TITLE} holds at most {most:,} colors; the palette has {len(palette):,}. "
            "Take some out, or choose another format."
        )
    swatches = tuple(
        replace(swatch, name=cleaned(swatch.name), group=cleaned(swatch.group)) for swatch in palette.swatches
    )
    columns = columns if columns and 0 < columns <= MOST_COLUMNS else None
    return module.write(PaletteFile(Palette(swatches), cleaned(name), columns, (), format))


def losses_of(
    palette: Palette, format: str, *, name: str = "", columns: int | None = None
) -> tuple[str, ...]:
    """Return sentences on what of this palette is lost in a format of WRITTEN; none if all of it is kept."""
    module = FORMATS[format]
    return losses(PaletteFile(palette, name, columns), module.TITLE, module.KEEPS)


def _parsed(source: Source, name: str, most: int) -> PaletteFile:
    if len(source.data) > MOST_BYTES:
        raise FileError(f"{name} has more than {MOST_BYTES >> 20} MB; no palette is so large.")
    if not source.data.strip():
        raise FileError(f"{name} is empty. Get another copy of it.")
    try:
        for key, module in FORMATS.items():
            if module.fits(source):
                colors: Colors = module.read(source)
                return _checked(colors.taken(key), name, most)
        source.check_text()
    except UnreadableError as error:
        raise FileError(f"{name} {error}") from error
    except FileError:
        raise
    except ValueError as error:
        raise FileError(f"{name} is damaged: {str(error).rstrip('.')}. Get another copy of it.") from error
    raise FileError(f"{name} is no palette that Palette Studio reads. It reads {_listed(FORMATS)}.")


def _checked(file: PaletteFile, name: str, most: int) -> PaletteFile:
    count = len(file.palette)
    if not count:
        why = " ".join(file.notes)
        raise FileError(f"{name} has no colors. {why + ' ' if why else ''}Open another file.")
    if count > most:
        raise FileError(f"{name} has {count} colors; a palette holds at most {most}. Take some out first.")
    return file


def _listed(names: tuple[str, ...] | dict[str, ModuleType], suffixes: bool = False) -> str:
    words = [
        f"{FORMATS[name].TITLE} ({' '.join(FORMATS[name].SUFFIXES)})" if suffixes else FORMATS[name].TITLE
        for name in names
    ]
    return f"{', '.join(words[:-1])} and {words[-1]}"

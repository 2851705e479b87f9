"""What each sub-command does, once its arguments are read."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.cli.streams import (
    PIPE,
    Progress,
    check_output,
    put,
    say,
    the_palette_file,
    the_photo,
)
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.palette_io import (
    FORMATS,
    MOST_READ,
    format_of_palette,
    format_palette,
    losses_of,
    write_palette,
)
from palette_studio.core.files.palette_io.losses import page

if TYPE_CHECKING:
    from palette_studio.core.palette import Swatch


def extract(options: argparse.Namespace) -> None:
    from palette_studio.core.find_palette import palette_of

    if options.output not in (None, PIPE):
        _check_palette_output(options)
    photo = the_photo(options.photo, options)
    with Progress(options, "Finding the palette") as tick:
        palette = palette_of(photo, options.k, options.method, options.lock, tick)
    if options.output in (None, PIPE):
        put(format_palette(palette, "json"))
    else:
        write_palette(options.output, palette)


def palette_show(options: argparse.Namespace) -> None:
    file = the_palette_file(options.palette, MOST_READ, options.linear_gray)
    for note in file.notes:
        say(options, note)
    if options.json:
        put(format_palette(file.palette, "json", file.name, columns=file.columns))
        return
    colored = sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    lines, group = [], ""
    for swatch in file.palette.swatches:
        if swatch.group != group:
            group = swatch.group
            lines.append(f"{group}:" if group else "")
        lines.append(_shown(swatch, colored))
    put("".join(f"{line}\n" for line in lines))


def _shown(swatch: Swatch, colored: bool) -> str:
    r, g, b = swatch.color
    patch = f"\x1b[48;2;{r};{g};{b}m      \x1b[0m  " if colored else ""
    share = f"{swatch.coverage:6.1%}" if swatch.coverage else ""
    more = f" alpha {swatch.alpha}" if swatch.alpha < 255 else ""
    more += " spot" if swatch.spot else ""
    return f"{patch}{swatch.hex}  {r:3} {g:3} {b:3}  {swatch.name:16} {share}{more}".rstrip()


def palette_convert(options: argparse.Namespace) -> None:
    if options.output != PIPE:
        _check_palette_output(options)
    format = options.to or ("json" if options.output == PIPE else format_of_palette(Path(options.output)))
    file = the_palette_file(options.palette, MOST_READ, options.linear_gray)
    for note in (*file.notes, *losses_of(file.palette, format, name=file.name, columns=file.columns)):
        say(options, note)
    if options.output == PIPE:
        put(format_palette(file.palette, format, file.name or "Palette", columns=file.columns))
        return
    path = Path(options.output)
    write_atomically(path, format_palette(file.palette, format, file.name or path.stem, columns=file.columns))


def palette_formats(options: argparse.Namespace) -> None:
    put(page(FORMATS))


def doctor(options: argparse.Namespace) -> None:
    from palette_studio.core.checkup import checkup

    found = checkup()
    if options.json:
        put(json.dumps(found, indent=2).encode() + b"\n")
        return
    text = ""
    for name, value in found.items():
        lines = [f"{k}: {v}" for k, v in value.items()] if isinstance(value, dict) else [value]
        text += f"{name:10} " + f"\n{'':11}".join(str(line) for line in lines or ["none"]) + "\n"
    put(text)


def _check_palette_output(options: argparse.Namespace) -> None:
    if not getattr(options, "to", None):
        format_of_palette(Path(options.output))
    check_output(options)

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
    the_palette,
    the_photo,
)
from palette_studio.core.files.palette_io import format_of_palette, format_palette, write_palette

if TYPE_CHECKING:
    pass


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
    palette = the_palette(options.palette)
    if options.json:
        put(format_palette(palette, "json"))
        return
    colored = sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    lines = []
    for swatch in palette.swatches:
        r, g, b = swatch.color
        patch = f"\x1b[48;2;{r};{g};{b}m      \x1b[0m  " if colored else ""
        share = f"{swatch.coverage:6.1%}" if swatch.coverage else ""
        lines.append(f"{patch}{swatch.hex}  {r:3} {g:3} {b:3}  {swatch.name:16} {share}".rstrip())
    put("".join(f"{line}\n" for line in lines))


def palette_convert(options: argparse.Namespace) -> None:
    palette = the_palette(options.palette)
    if options.output == PIPE:
        put(format_palette(palette, options.to or "json"))
        return
    _check_palette_output(options)
    write_palette(options.output, palette)


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
    format_of_palette(Path(options.output))
    check_output(options)

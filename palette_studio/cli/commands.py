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
    deliver,
    put,
    say,
    the_mask,
    the_palette,
    the_photo,
    usage,
    write,
)
from palette_studio.core.files import ExportOptions
from palette_studio.core.files.options import format_of
from palette_studio.core.files.palette_io import format_of_palette, format_palette, write_palette

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.palette import Palette
    from palette_studio.core.photo import Photo


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


def map_(options: argparse.Namespace) -> None:
    from palette_studio.core.files.encoding import encode_indexed
    from palette_studio.core.nearest import nearest

    export = _export_options(options)
    if options.indexed and export.format != "png":
        usage("--indexed writes PNG; give OUT the extension .png")
    palette = the_palette(options.palette)
    photo = the_photo(options.photo, options)
    with Progress(options, "Mapping") as tick:
        indices = nearest(
            photo.pixels, palette.colors, method=options.method, metric=options.metric, tick=tick
        )
    if options.indexed:
        if photo.pixels.shape[2] == 4:
            say(options, "An indexed PNG has no soft transparency: it is left out.")
        deliver(encode_indexed(indices, palette.colors), photo, options)
        return
    write(_mapped(photo, palette, indices), photo, export, options)


def recolor(options: argparse.Namespace) -> None:
    from palette_studio.core.recolor import recolor as recolored

    export = _export_options(options)
    found, edited = the_palette(options.found), the_palette(options.edited)
    if len(found) != len(edited):
        raise ValueError(
            f"--from has {len(found)} colors and --to {len(edited)}; each color needs its partner, in order."
        )
    photo = the_photo(options.photo, options)
    mask = the_mask(options, photo) if options.mask else None
    with Progress(options, "Recoloring") as tick:
        pixels = recolored(
            photo.pixels,
            found,
            edited,
            method=options.method,
            strength=options.strength,
            keep_light=options.keep_light,
            mask=mask,
            scene=photo.scene,
            tick=tick,
        )
    write(pixels, photo, export, options)


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


def _mapped(photo: Photo, palette: Palette, indices: np.ndarray) -> np.ndarray:
    """Return the palette's colors for (h, w) indices, 8 bits, with the photo's alpha if it has one."""
    import numpy as np

    from palette_studio.core.tiles import to_8_bit

    colors = palette.colors[indices]
    return np.concatenate([colors, to_8_bit(photo.pixels)[..., 3:]], axis=2)


def _export_options(options: argparse.Namespace) -> ExportOptions:
    """Return what the flags say; the format follows the extension of OUT. What cannot be is refused early."""
    check_output(options)
    export = ExportOptions(
        format=options.format or format_of(Path(options.output)),
        quality=options.quality,
        bits=options.bits,
        long_edge=options.size,
        profile=options.profile,
        keep_exif=not options.no_exif,
        keep_gps=options.keep_gps,
    )
    try:
        export.check()
    except ValueError as error:
        usage(str(error))
    return export


def _check_palette_output(options: argparse.Namespace) -> None:
    format_of_palette(Path(options.output))
    check_output(options)

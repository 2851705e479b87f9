"""The sub-commands that make pictures and color tables, once their arguments are read."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.cli.streams import (
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
from palette_studio.core.mapping import Mapping

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.palette import Palette
    from palette_studio.core.photo import Photo


def map_(options: argparse.Namespace) -> None:
    export = _export_options(options)
    palette = the_palette(options.palette)
    _write_mapped(the_photo(options.photo, options), palette.colors, export, options)


def quantize(options: argparse.Namespace) -> None:
    from palette_studio.core.quantize import METRIC_OF, MOST
    from palette_studio.core.quantize import quantize as quantized

    export = _export_options(options)
    photo = the_photo(options.photo, options)
    soft = options.indexed and photo.pixels.shape[2] == 4 and options.dither == "none"
    if soft and options.k != "auto":
        _write_softly_indexed(photo, options.k, options)
        return
    with Progress(options, "Finding the palette") as tick:
        palette = quantized(photo.pixels, options.k, mode=options.mode, locked=options.lock, tick=tick)
    if soft:
        _write_softly_indexed(photo, min(len(palette) + 1, MOST), options)  # and one that is clear
        return
    options.metric = options.metric or METRIC_OF[options.mode]
    _write_mapped(photo, palette.colors, export, options)


def _write_softly_indexed(photo: Photo, k: int, options: argparse.Namespace) -> None:
    """Write an indexed PNG whose entries have alpha of their own, so that soft edges stay soft."""
    from palette_studio.core.files.encoding import encode_indexed
    from palette_studio.core.quantize.alpha import quantize_rgba

    with Progress(options, "Finding the palette") as tick:
        indexed = quantize_rgba(photo.pixels, k, mode=options.mode, locked=options.lock, tick=tick)
    deliver(encode_indexed(*indexed), photo, options)


def _write_mapped(
    photo: Photo, colors: np.ndarray, export: ExportOptions, options: argparse.Namespace
) -> None:
    from palette_studio.core.files.encoding import encode_indexed
    from palette_studio.core.mapping import indexed, indices, painted

    mapping = Mapping(
        metric=options.metric,
        method=options.method,
        dither=options.dither,
        strength=options.dither_strength,
        linear=options.linear,
        serpentine=not options.one_way,
    )
    with Progress(options, "Mapping") as tick:
        picked = indices(photo.pixels, colors, mapping, tick)
    if mapping.method == "flann" and mapping.dither == "none":
        exact = indices(photo.pixels, colors, replace(mapping, method="auto"))
        right = (colors[exact] == colors[picked]).all(axis=2).mean()
        say(options, f"flann found the nearest color of {right:.2%} of the pixels.")
    if options.indexed:
        if photo.pixels.shape[2] == 4:
            words = "Pixels that are half clear become clear or solid; quantize without dither keeps them."
            say(options, words)
        deliver(encode_indexed(*indexed(picked, colors, photo.pixels)), photo, options)
    else:
        write(painted(picked, colors, photo.pixels), photo, export, options)


def recolor(options: argparse.Namespace) -> None:
    export = _export_options(options)
    if options.lut is not None:
        _write_graded(export, options)
        return
    if options.found is None or options.edited is None:
        usage("recolor wants --from and --to, two palettes, or --lut, a color table")
    from palette_studio.core.recolor import recolor as recolored

    found, edited = _edit(options)
    photo = the_photo(options.photo, options)
    mask = the_mask(options, photo)
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


def _write_graded(export: ExportOptions, options: argparse.Namespace) -> None:
    from palette_studio.core.files import read_lut
    from palette_studio.core.lut import graded

    if options.found is not None or options.edited is not None:
        usage("--lut stands in place of --from and --to; give one or the other")
    table = read_lut(options.lut)
    photo = the_photo(options.photo, options)
    mask = the_mask(options, photo)
    with Progress(options, "Grading") as tick:
        pixels = graded(photo.pixels, table, options.strength, mask=mask, tick=tick)
    write(pixels, photo, export, options)


def transfer(options: argparse.Namespace) -> None:
    from palette_studio.cli.transferring import run

    run(options, _export_options(options))


def colorize(options: argparse.Namespace) -> None:
    from palette_studio.cli.colorizing import run

    run(options, _export_options(options))


def lut(options: argparse.Namespace) -> None:
    from palette_studio.core.files import write_lut
    from palette_studio.core.files.lut_io.hald import level_for
    from palette_studio.core.lut import PaletteEdit, lut_error, lut_of

    output = Path(options.output)
    if output.suffix.lower() not in (".cube", ".png"):
        usage("a color table is written as .cube or, as a Hald picture, .png")
    check_output(options)
    edit = PaletteEdit(*_edit(options), options.method, options.strength, options.keep_light)
    scene = the_photo(options.photo, options).scene if options.photo else None
    hald = output.suffix.lower() == ".png"
    if options.shaper and (hald or scene is None):
        usage("--shaper is for a .cube file and needs --photo")
    size = level_for(options.size) ** 2 if hald else options.size
    with Progress(options, "Working out the table") as tick:
        table = lut_of(edit, size, scene, output.stem, tick, shaper=options.shaper)
        off = lut_error(table, edit, scene)
    write_lut(output, table)
    if options.json:
        put(json.dumps({"nodes": size, "mean_ciede2000": off.mean, "largest_ciede2000": off.largest}) + "\n")
        return
    where = "the photo" if scene is not None else "all of sRGB"
    say(options, f"{size} nodes; mean CIEDE2000 {off.mean:.2f}, largest {off.largest:.1f}, over {where}.")


def _edit(options: argparse.Namespace) -> tuple[Palette, Palette]:
    found, edited = the_palette(options.found), the_palette(options.edited)
    if len(found) != len(edited):
        raise ValueError(
            f"--from has {len(found)} colors and --to {len(edited)}; each color needs its partner, in order."
        )
    return found, edited


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
    if getattr(options, "indexed", False) and export.format != "png":
        usage("--indexed writes PNG; give OUT the extension .png")
    return export

"""``colorize``: color for a gray photo."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.cli.streams import MODELS_MISSING, Progress, the_palette, the_photo, write

if TYPE_CHECKING:
    from palette_studio.core.files import ExportOptions


def add_arguments(parser: argparse.ArgumentParser, share: Callable[[str], float]) -> None:
    from palette_studio.core.coloring import MODELS

    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument(
        "--hints",
        metavar="HINTS.json",
        help="colors at places: x, y, color and size, as the window writes them",
    )
    parser.add_argument("--palette", metavar="P", help="colors that are to be in it: a file, or a list")
    parser.add_argument("--style", metavar="PHOTO", help="a photo whose kind of colors is wanted")
    parser.add_argument(
        "--vivid",
        type=share,
        nargs="?",
        const=1.0,
        default=0.0,
        metavar="V",
        help="as colorful as photos are, and less cautious; or part of the way, 0 to 1",
    )
    parser.add_argument("--strength", type=share, default=1.0, metavar="S", help="0, gray, to 1 (1)")
    parser.add_argument("--weights", metavar="FILE", help="of the model: those that train wrote")


def run(options: argparse.Namespace, export: ExportOptions) -> None:
    """Write the photo in color."""
    from palette_studio.core.colorize.hints import read_hints

    try:
        from palette_studio.nets.colorizing import colorize
    except ImportError as error:
        raise ValueError(MODELS_MISSING) from error
    photo = the_photo(options.photo, options)
    hints = read_hints(Path(options.hints)) if options.hints else ()
    palette = the_palette(options.palette).colors if options.palette else None
    style = the_photo(options.style, options).pixels if options.style else None
    with Progress(options, "Coloring") as tick:
        pixels = colorize(
            photo.pixels,
            model=options.model,
            hints=hints,
            palette=palette,
            style=style,
            strength=options.strength,
            vivid=options.vivid,
            weights=Path(options.weights) if options.weights else None,
            tick=tick,
        )
    write(pixels, photo, export, options)

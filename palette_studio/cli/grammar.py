"""The arguments of every sub-command."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from typing import Any

from palette_studio import __version__
from palette_studio.cli import colorizing, commands, palette_check, pictures, segmenting, transferring
from palette_studio.core.palette import Rgb

EXAMPLES = """\
examples:
  palette-studio photo.jpg                                  open the window
  palette-studio --headless photo.jpg -o out                the same without a display, as pictures
  palette-studio extract photo.jpg -k 6                     its palette, as JSON
  palette-studio extract photo.jpg -k auto -o photo.gpl     ... as a file for GIMP or Krita
  palette-studio recolor photo.jpg --from photo.gpl --to new.gpl -o out.png
  palette-studio map photo.jpg --palette black,white,crimson --dither atkinson --indexed -o out.png
  palette-studio quantize photo.jpg -k 64 --mode perceptual --indexed -o out.png
  palette-studio lut --from photo.gpl --to new.gpl -o look.cube
  palette-studio segment photo.jpg -k 5 -o labels.png --masks parts/

"""


class _Parser(argparse.ArgumentParser):
    """Examples come first in --help: they are what most people look for."""

    examples = ""

    def format_help(self) -> str:
        return self.examples + super().format_help()


def parser() -> _Parser:
    """Return the whole grammar; what is parsed has ``run``, the function of its command."""
    top = _Parser(prog="palette-studio", usage="palette-studio [PHOTO...]\n       palette-studio COMMAND ...")
    top.examples = EXAMPLES
    top.add_argument("--version", action="version", version=f"Palette Studio {__version__}")
    group = top.add_subparsers(
        metavar="COMMAND", required=True, parser_class=_Parser, prog="palette-studio", title="commands"
    )
    _add_extract(group)
    _add_map(group)
    _add_quantize(group)
    _add_recolor(group)
    _add_transfer(group)
    _add_colorize(group)
    _add_lut(group)
    _add_segment(group)
    _add_sequences(group)
    _add_palette(group)
    check = _command(group, "doctor", commands.doctor, "versions and folders, for a bug report", "doctor")
    check.add_argument("--json", action="store_true", help="as JSON")
    return top


def _command(
    group: Any, name: str, run: Callable[[argparse.Namespace], None], text: str, *examples: str
) -> _Parser:
    parser = group.add_parser(name, help=text, description=text, allow_abbrev=False)
    lines = "".join(f"  palette-studio {example}\n" for example in examples)
    parser.examples = f"examples:\n{lines}\n"
    parser.add_argument("--quiet", action="store_true", help="no progress and no remarks")
    parser.set_defaults(run=run)
    return parser


def _add_extract(group: Any) -> None:
    from palette_studio.core.extract import METHODS

    parser = _command(
        group,
        "extract",
        commands.extract,
        "the palette of a photo",
        "extract photo.jpg",
        "extract photo.jpg -k auto --lock black,#fff -o photo.gpl",
    )
    _add_photo(parser)
    parser.add_argument("-k", type=_count, default=6, metavar="N", help="swatches, 2 to 256, or auto (6)")
    parser.add_argument("--method", choices=tuple(METHODS), default="kmeans")
    _add_lock(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="a palette file (.gpl, .ase, .json ...); else JSON on stdout"
    )
    parser.add_argument("--json", action="store_true", help="JSON on stdout, as without -o")
    parser.add_argument("--force", action="store_true", help="replace FILE if it exists")


def _add_map(group: Any) -> None:
    parser = _command(
        group,
        "map",
        pictures.map_,
        "the nearest palette color for every pixel",
        "map photo.jpg --palette photo.gpl -o out.png",
        "map photo.jpg --palette black,white,crimson --metric oklab --indexed -o out.png",
        "map photo.jpg --palette pico8.hex --dither bayer4 --dither-strength 0.6 -o out.png",
    )
    _add_photo(parser)
    parser.add_argument("--palette", required=True, metavar="P", help="a palette file, or colors: red,#0af")
    _add_mapping(parser, "rgb")
    _add_output(parser)


def _add_quantize(group: Any) -> None:
    from palette_studio.core.quantize import MODES

    parser = _command(
        group,
        "quantize",
        pictures.quantize,
        "the best palette for a photo, and the photo in it",
        "quantize photo.jpg -k 64 --mode perceptual --indexed -o out.png",
        "quantize photo.jpg -k 16 --lock black,white --dither floyd-steinberg -o out.png",
    )
    _add_photo(parser)
    parser.add_argument(
        "-k",
        type=_count,
        default=256,
        metavar="N",
        help="colors, 2 to 256 (256), or auto: until the difference is hardly seen",
    )
    parser.add_argument(
        "--mode",
        choices=tuple(MODES),
        default="photo",
        help="true to the pixels (photo), to the eye (perceptual), to edges and textures (structure)",
    )
    _add_lock(parser)
    _add_mapping(parser, None)
    _add_output(parser)


def _add_mapping(parser: argparse.ArgumentParser, metric: str | None) -> None:
    """metric: the usual one, None where the mode decides."""
    from palette_studio.core.dither import METHODS as DITHERS
    from palette_studio.core.nearest import METHODS, METRICS

    parser.add_argument(
        "--metric",
        choices=tuple(METRICS),
        default=metric,
        help=f"how colors are compared ({metric or 'as the mode wants'})",
    )
    parser.add_argument(
        "--method", choices=("auto", *METHODS), default="auto", help="all but flann give the same pixels"
    )
    parser.add_argument("--dither", choices=("none", *DITHERS), default="none")
    parser.add_argument(
        "--dither-strength", type=_share, default=1.0, metavar="S", help="0 to 1 of the dithering (1)"
    )
    parser.add_argument("--linear", action="store_true", help="dither in linear light")
    parser.add_argument("--one-way", action="store_true", help="diffuse every row from left to right")
    parser.add_argument(
        "--indexed", action="store_true", help="a PNG of palette indices, with exactly this palette"
    )


def _add_lock(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lock", type=_colors, default=[], metavar="COLORS", help="colors that are to be in it, as given"
    )


def _add_recolor(group: Any) -> None:
    parser = _command(
        group,
        "recolor",
        pictures.recolor,
        "a photo with another palette, as the window exports it",
        "recolor photo.jpg --from photo.gpl --to new.gpl -o out.png",
        "recolor photo.jpg --from '#223,#e8c' --to '#223,gold' --strength 0.5 -o out.jpg",
        "recolor photo.jpg --lut look.cube -o out.jpg",
        "recolor photo.jpg --from photo.gpl --to new.gpl --mask parts/component-2.png -o out.jpg",
    )
    _add_photo(parser)
    _add_edit(parser, required=False)
    parser.add_argument("--lut", metavar="LUT", help="a .cube or Hald file, in place of --from and --to")
    parser.add_argument(
        "--mask",
        action="append",
        metavar="MASK",
        help="a picture: where it is solid, or white if nothing in it is clear, the photo changes; "
        "several add up",
    )
    _add_output(parser)


def _add_transfer(group: Any) -> None:
    parser = _command(
        group,
        "transfer",
        pictures.transfer,
        "a photo with the colors of another",
        "transfer photo.jpg --reference sunset.jpg -o out.png",
        "transfer photo.jpg --reference sunset.jpg --method reinhard --strength 0.7 -o out.jpg",
        "transfer photo.jpg --reference sunset.jpg --method hue-fit --lut look.cube -o out.png",
    )
    _add_photo(parser)
    transferring.add_arguments(parser, _share)
    _add_output(parser)


def _add_colorize(group: Any) -> None:
    parser = _command(
        group,
        "colorize",
        pictures.colorize,
        "color for a gray photo; its lightness stays",
        "colorize old.jpg -o out.png",
        "colorize old.jpg --palette '#c8a27a,#2f4f6f,#7a8b4f' --vivid -o out.png",
        "colorize old.jpg --hints hints.json -o out.png",
    )
    _add_photo(parser)
    colorizing.add_arguments(parser, _share)
    _add_output(parser)


def _add_sequences(group: Any) -> None:
    from palette_studio.cli import batch, evaluations, sequences, training  # they need the words above

    sequences.add(group, _command)
    batch.add(group, _command, _megapixels)
    evaluations.add(group, _command, _Parser)
    training.add(group, _command, _Parser)


def _add_lut(group: Any) -> None:
    parser = _command(
        group,
        "lut",
        pictures.lut,
        "an edit as a color table for other programs; tells its error against the exact result",
        "lut --from photo.gpl --to new.gpl -o look.cube",
        "lut --from photo.gpl --to new.gpl --photo photo.jpg --method mixture --size 65 -o look.cube",
        "lut --from photo.gpl --to new.gpl -o hald.png",
    )
    _add_edit(parser, required=True)
    parser.add_argument(
        "--photo", metavar="PHOTO", help="what the error is measured on; some engines need it"
    )
    parser.add_argument("--most-megapixels", type=_megapixels, default=120, help=argparse.SUPPRESS)
    parser.add_argument(
        "--size", type=int, choices=(17, 33, 65), default=33, help="nodes an axis; a Hald has about as many"
    )
    parser.add_argument(
        "--shaper",
        action="store_true",
        help="curves before the cube: nearer to the edit, for programs that read both (Resolve, OpenColorIO)",
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="a .cube file, or .png for a Hald"
    )
    parser.add_argument("--json", action="store_true", help="the error as JSON on stdout")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def _add_edit(parser: argparse.ArgumentParser, *, required: bool) -> None:
    from palette_studio.core.recolor import METHODS

    parser.add_argument("--from", dest="found", required=required, metavar="P1", help="palette of the photo")
    parser.add_argument("--to", dest="edited", required=required, metavar="P2", help="the same, edited")
    parser.add_argument("--method", choices=tuple(METHODS), default="rbf")
    parser.add_argument("--strength", type=_share, default=1.0, metavar="S", help="0 to 1 of the way (1)")
    parser.add_argument(
        "--keep-light", type=_share, default=0.0, metavar="S", help="0 to 1 of the lightness stays (0)"
    )


def _add_palette(group: Any) -> None:
    from palette_studio.core.files.palette_io import WRITTEN

    examples = ("palette show photo.gpl", "palette convert photo.gpl photo.ase", palette_check.EXAMPLE)
    group = group.add_parser("palette", help="show, convert and check palettes", description="palette files")
    group.examples = "examples:\n" + "".join(f"  palette-studio {line}\n" for line in examples) + "\n"
    actions = group.add_subparsers(metavar="show|convert|check|formats", required=True, parser_class=_Parser)
    show = _command(actions, "show", commands.palette_show, "print a palette", examples[0])
    show.add_argument("palette", metavar="P", help="a palette file, - for stdin, or colors: red,#0af")
    show.add_argument("--json", action="store_true", help="as JSON")
    convert = _command(
        actions, "convert", commands.palette_convert, "from one format to another", examples[1]
    )
    convert.add_argument("palette", metavar="IN", help="a palette file, - for stdin, or colors: red,#0af")
    convert.add_argument("output", metavar="OUT", help="a palette file, or - for stdout")
    convert.add_argument(
        "--to", choices=WRITTEN, help="the format (that of OUT's extension; json where OUT is -)"
    )
    convert.add_argument("--force", action="store_true", help="replace OUT if it exists")
    for parser in (show, convert):
        parser.add_argument(
            "--linear-gray", action="store_true", help="gray inks of swatch files are linear light, not sRGB"
        )
    _command(
        actions,
        "formats",
        commands.palette_formats,
        "what each format of palettes keeps, as a table",
        "palette formats",
    )
    palette_check.add(actions, _command, _share)


def _add_segment(group: Any) -> None:
    parser = _command(
        group,
        "segment",
        segmenting.segment,
        "a photo divided by a mixture of its colors: labels, regions, soft masks, the fit",
        "segment photo.jpg -k 5 -o labels.png",
        "segment photo.jpg --masks parts/ --regions regions.png --fit fit.json -o labels.png",
        "segment scan.tif --space gray -k 2 --smooth 0 -o labels.png",
    )
    _add_photo(parser)
    segmenting.add_arguments(parser)


def _add_photo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", metavar="PHOTO", help="JPEG, PNG, TIFF, WebP, BMP, GIF or AVIF; - for stdin")
    parser.add_argument(
        "--most-megapixels", type=_megapixels, default=120, metavar="MP", help="refuse larger photos (120)"
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    from palette_studio.core.files.options import PROFILES, SUFFIXES

    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the result; - for stdout")
    parser.add_argument(
        "--format", choices=tuple(SUFFIXES), help="where OUT's extension does not say it (png)"
    )
    parser.add_argument(
        "--quality", type=int, default=95, metavar="Q", help="1 to 100 for JPEG, WebP, AVIF (95)"
    )
    parser.add_argument("--bits", type=int, choices=(0, 8, 16), default=0, help="a channel; 0: as the photo")
    parser.add_argument(
        "--size", type=int, default=0, metavar="PX", help="of the longer side; 0: as the photo"
    )
    parser.add_argument(
        "--profile", choices=PROFILES, default="srgb", help="source: colors as in the photo's file"
    )
    parser.add_argument("--no-exif", action="store_true", help="leave out camera, lens and time")
    parser.add_argument("--keep-gps", action="store_true", help="keep the place too")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")


def _count(text: str) -> int | str:
    from palette_studio.core.extract import FEWEST, MOST

    if text == "auto":
        return text
    if not text.isascii() or not text.isdigit() or not FEWEST <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is neither {FEWEST} to {MOST} nor auto")
    return int(text)


def _share(text: str) -> float:
    value = _number(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


def _megapixels(text: str) -> float:
    value = _number(text)
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return value


def _number(text: str) -> float:
    """Return the number, or not-a-number for other text."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def _colors(text: str) -> list[Rgb]:
    from palette_studio.core.color_text import parse_colors

    try:
        return parse_colors(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error).replace("%", "%%")) from error

"""``transfer``: a photo with the colors of another."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import (
    PIPE,
    Progress,
    check_output,
    join_learned,
    put,
    say,
    the_photo,
    usage,
    write,
)

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.files import ExportOptions

MEASURED_PX = 256  # the longer side of what --json measures


def add_arguments(parser: argparse.ArgumentParser, share: Callable[[str], float]) -> None:
    from palette_studio.core.transfer import DEFAULT, LEARNED, METHODS

    parser.add_argument("--reference", required=True, metavar="REF", help="the photo whose colors are wanted")
    parser.add_argument("--method", choices=(*METHODS, *LEARNED), default=DEFAULT)
    parser.add_argument("--weights", metavar="FILE", help="for hue-net: those that train wrote")
    parser.add_argument(
        "--lut", metavar="LUT", help="for hue-fit: what was fitted, as .cube or Hald .png too"
    )
    parser.add_argument("--strength", type=share, default=1.0, metavar="S", help="0 to 1 of the way (1)")
    parser.add_argument(
        "--luminance", type=float, default=1.0, metavar="F", help="0 to 2 times the spread of lightness (1)"
    )
    parser.add_argument(
        "--intensity", type=float, default=1.0, metavar="F", help="0 to 2 times the chroma (1)"
    )
    parser.add_argument(
        "--part", type=_part, metavar="X,Y,W,H", help="of the reference that counts, as shares of its sides"
    )
    parser.add_argument(
        "--pair",
        type=_pair,
        action="append",
        default=[],
        metavar="A:B",
        help="swatches of photo and reference that belong together, from 1 (palette-transport)",
    )
    parser.add_argument("--preserve-lightness", action="store_true", help="lightness stays the photo's")
    parser.add_argument(
        "--json", action="store_true", help="how near the colors came and how much stayed, as JSON on stdout"
    )


def run(options: argparse.Namespace, export: ExportOptions) -> None:
    """Write the photo with the reference's colors, and say how it went where that is asked for."""
    from palette_studio.core.transfer import LEARNED, transfer
    from palette_studio.core.transferring import part

    if options.json and options.output == PIPE:
        usage("--json and -o - would both write to stdout; name a file with -o")
    if options.weights and options.method != "hue-net":
        usage("--weights are those of hue-net; add --method hue-net")
    if options.lut is not None:
        _check_lut(options)
    if options.method in LEARNED:
        join_learned(options.weights)
    photo, reference = the_photo(options.photo, options), the_photo(options.reference, options)
    wanted = part(reference.pixels, options.part) if options.part else reference.pixels
    with Progress(options, "Transferring colors") as tick:
        pixels = transfer(
            photo.pixels,
            wanted,
            method=options.method,
            strength=options.strength,
            luminance=options.luminance,
            intensity=options.intensity,
            preserve_lightness=options.preserve_lightness,
            forced=options.pair,
            tick=tick,
        )
    write(pixels, photo, export, options)
    if options.lut is not None:
        _write_lut(photo.pixels, reference.pixels, pixels, options)
    if options.json:
        put(json.dumps(_figures(pixels, photo.pixels, wanted), indent=2) + "\n")


def _part(text: str) -> tuple[float, float, float, float]:
    """Return left, top, width and height, as shares."""
    try:
        left, top, width, height = (float(word) for word in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"four shares are meant, as in 0,0,1,0.5, not {text!r}") from None
    if not (0 <= left < left + width <= 1 + 1e-9 and 0 <= top < top + height <= 1 + 1e-9):
        raise argparse.ArgumentTypeError(f"{text} does not lie within the reference, which is 0,0,1,1")
    return left, top, width, height


def _pair(text: str) -> tuple[int, int]:
    """Return the numbers of two swatches, from 0."""
    one, _, two = text.partition(":")
    if not (one.isdecimal() and two.isdecimal() and int(one) and int(two)):
        raise argparse.ArgumentTypeError(f"two numbers from 1 on are meant, as in 2:5, not {text!r}")
    return int(one) - 1, int(two) - 1


def _check_lut(options: argparse.Namespace) -> None:
    if options.method != "hue-fit":
        usage("--lut is the table of hue-fit; add --method hue-fit")
    if (options.strength, options.luminance, options.intensity) != (1, 1, 1) or options.preserve_lightness:
        usage("--lut is the whole fit; leave out --strength, --luminance, --intensity, --preserve-lightness")
    if Path(options.lut).suffix.lower() not in (".cube", ".png"):
        usage("a color table is written as .cube or, as a Hald picture, .png")
    check_output(argparse.Namespace(output=options.lut, force=options.force))


def _write_lut(
    pixels: np.ndarray, reference: np.ndarray, result: np.ndarray, options: argparse.Namespace
) -> None:
    import cv2
    import numpy as np

    from palette_studio.core.files import write_lut
    from palette_studio.core.lut import graded
    from palette_studio.nets.hue_fit import hue_fit

    path = Path(options.lut)
    table = hue_fit(pixels, reference).lut(title=path.stem)
    write_lut(path, table)
    apart = cv2.absdiff(graded(pixels, table)[..., :3], result[..., :3])
    off = 255 * apart.mean() / np.iinfo(result.dtype).max
    say(options, f"{path.name}: {table.size} nodes; {off:.1f} of 255 from the result in the mean.")


def _figures(result: np.ndarray, source: np.ndarray, reference: np.ndarray) -> dict[str, Any]:
    from palette_studio.core.transfer.distances import reduced, scores

    small, own, wanted = (reduced(pixels, MEASURED_PX) for pixels in (result, source, reference))
    return {
        "measured_px": MEASURED_PX,
        "before": scores(own, own, wanted).as_dict(),
        "after": scores(small, own, wanted).as_dict(),
    }

"""``evaluate hue-net``: how near transfers come to a reference, and what of the photo they keep."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import Progress, join_learned, put, say

if TYPE_CHECKING:
    from palette_studio.core.evaluate.transfer import Change

NAME = 24  # characters
HEADS = {
    "emd": "EMD",
    "emd_weighted": "EMD s*v",
    "information": "MI",
    "information_float": "MI float",
    "structure": "SSIM",
    "swd": "SWD",
    "grain": "grain",
    "psnr": "PSNR",
    "ciede2000": "dE2000",
}
MEANING = """\
EMD: of hues, around the circle, to the reference; s*v: weighted by saturation times value.
MI: I / H of hues with the source's, .054 for noise; float: of hues not rounded to 8 bits.
SSIM: of lightness, with the source. SWD: sliced Wasserstein distance in Lab to the reference.
grain: roughness of color, the source's being 1. PSNR, dE2000: to the true result.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", required=True, metavar="DIR", help="pairs.csv (source, target) and flowers.tar.gz"
    )
    parser.add_argument("--photos", metavar="DIR", help="more pairs, and pairs with a truth, made of these")
    parser.add_argument("--weights", metavar="FILE", help="of hue-net, as train writes them")
    parser.add_argument(
        "--ablation", metavar="FILE", help="the same, trained with --information 0: what that loss is worth"
    )
    parser.add_argument(
        "--strips", metavar="DIR", help="write the first 12 pairs here, all results side by side"
    )
    parser.add_argument("--json", action="store_true", help="all figures as JSON on stdout")


def run(options: argparse.Namespace) -> None:
    from palette_studio.core.evaluate.transfer import PEERS, by_methods, report

    changes, left_out = _learned(options)
    for line in left_out:
        say(options, line)
    if options.strips:
        _write_strips(options, changes)
    with Progress(options, "Transferring colors") as tick:
        found = report(changes | by_methods(PEERS), options.data, options.photos, tick)
    found["left_out"] = left_out
    put(json.dumps(found, indent=2) + "\n" if options.json else _text(found))


def _learned(options: argparse.Namespace) -> tuple[dict[str, Change], list[str]]:
    """Return what is learned and at hand, and a line on each that is not."""
    from palette_studio.core.evaluate.transfer import ABLATION, START, by_methods

    join_learned(options.weights)
    from palette_studio.nets import runtime
    from palette_studio.nets.hue_net import HueNet
    from palette_studio.nets.hue_net.run import started

    names, left_out, ablation = ["hue-fit"], [], {}
    if options.weights or runtime.shipped("hue-net").is_file():
        HueNet.load(Path(options.weights) if options.weights else None)  # what is wrong is told at once
        names.insert(0, "hue-net")
    else:
        left_out.append("hue-net is left out: no weights ship and none are named; add --weights FILE.")
    if options.ablation:
        ablation[ABLATION] = HueNet.load(Path(options.ablation)).transfer
    else:
        left_out.append(f"“{ABLATION}” is left out: weights trained without that loss are for --ablation.")
    found = by_methods(names)
    first = {"hue-net": found.pop("hue-net")} if "hue-net" in found else {}
    alone: dict[str, Change] = {START: lambda one, other: started(one, other).apply(one)}
    return first | ablation | alone | found, left_out


def _write_strips(options: argparse.Namespace, changes: dict[str, Change]) -> None:
    from palette_studio.core.evaluate.transfer import by_methods
    from palette_studio.core.evaluate.transfer_pairs import flower_pairs
    from palette_studio.core.evaluate.transfer_strips import CLASSICS, write_strips

    with Progress(options, "Painting strips") as tick:
        sheets = write_strips(
            Path(options.strips), flower_pairs(options.data), changes | by_methods(CLASSICS), tick
        )
    say(options, f"{len(sheets)} sheets of strips are in {options.strips}.")


def _text(found: dict[str, Any]) -> str:
    from palette_studio.core.evaluate.target import as_text

    parts = [_by_pair(found["flowers"])]
    parts += [_by_method(name, found[name]) for name in ("flowers", "photos", "truth") if name in found]
    parts += [MEANING, as_text(found["targets"])]
    return "\n".join(parts)


def _by_pair(table: dict[str, Any]) -> str:
    """Return table 1 of Hue-Net: by pair, what source and target have in common, and what results have."""
    from palette_studio.core.evaluate.transfer import START, TURNING

    methods = [name for name in TURNING if name in table["rows"] and name != START]
    cells = f"  {'EMD':>6}{'MI':>6}{'float':>7}"
    lines = [f"{'MI is I / H of hues':{NAME}}{'before':>12}" + "".join(f"  {name:>19}" for name in methods)]
    lines.append(f"{'pair':{NAME}}{'EMD':>6}{'MI':>6}" + cells * len(methods))
    pairs = [*table["pairs"], "mean"]
    for number, pair in enumerate(pairs):
        last = number == len(table["pairs"])
        before = table["before_mean"] if last else table["before"][number]
        line = f"{pair:{NAME}}{before['emd']:6.3f}{before['information']:6.3f}"
        for name in methods:
            row = table["means"][name] if last else table["rows"][name][number]
            line += f"  {row['emd']:6.3f}{row['information']:6.3f}{row['information_float']:7.3f}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _by_method(name: str, table: dict[str, Any]) -> str:
    """Return the means of every method; what one does not have is left empty."""
    used = [key for key in HEADS if any(key in means for means in table["means"].values())]
    head = f"{name}, {len(table['pairs'])} pairs"
    lines = [f"{head:{NAME}}" + "".join(f"{HEADS[key]:>9}" for key in used)]
    for method, means in table["means"].items():
        cells = (f"{means[key]:9.3f}" if key in means else " " * 9 for key in used)
        lines.append(f"{method:{NAME}}" + "".join(cells).rstrip())
    return "\n".join(lines) + "\n"

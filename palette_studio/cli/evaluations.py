"""The sub-commands under ``evaluate``: the papers' measures, beside the peers. One more is one more adder."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import Progress, join_learned, put, say

if TYPE_CHECKING:
    from palette_studio.core.evaluate.background import Score, Scored


def add(group: Any, command: Callable[..., Any], parser_class: type[argparse.ArgumentParser]) -> None:
    """Add the grammar of ``evaluate``."""
    text = "how good a method is, beside its peers"
    parser = group.add_parser("evaluate", help=text, description=text)
    lines = ("background --data CDnet/cameraJitter", "segment --data photos/", "hue-net --data flowers/")
    parser.examples = "examples:\n" + "".join(f"  palette-studio evaluate {line}\n" for line in lines) + "\n"
    actions = parser.add_subparsers(metavar="WHAT", required=True, parser_class=parser_class)
    for add_one in (_add_background, _add_segment, _add_hue_net):
        add_one(actions, command)


def _add_background(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "background",
        background,
        "precision, recall and F of background models on sequences with a truth",
        "evaluate background --data CDnet/cameraJitter",
    )
    parser.add_argument(
        "--data",
        metavar="DIR",
        help="a sequence with input/ and groundtruth/ as CDnet's are, or a folder of such; "
        "generated sequences are always there",
    )
    parser.add_argument("--json", action="store_true", help="all figures as JSON on stdout")


def _add_segment(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "segment",
        segment,
        "how regions agree with those of people, beside Felzenszwalb's",
        "evaluate segment --data photos/",
    )
    parser.add_argument(
        "--data", required=True, metavar="DIR", help="photos NAME.jpg with NAME_gt.npz, arrays of label maps"
    )
    parser.add_argument("--json", action="store_true", help="all figures as JSON on stdout")


def _add_hue_net(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "hue-net",
        hue_net,
        "how near transfers come to a reference and what of the photo they keep, beside the classics",
        "evaluate hue-net --data flowers/ --photos kodak/",
    )
    parser.add_argument(
        "--data", required=True, metavar="DIR", help="pairs.csv (source, target) and flowers.tar.gz"
    )
    parser.add_argument("--photos", metavar="DIR", help="more pairs, and pairs with a truth, made of these")
    parser.add_argument("--weights", metavar="FILE", help="of hue-net, as train writes them")
    parser.add_argument("--json", action="store_true", help="all figures as JSON on stdout")


def hue_net(options: argparse.Namespace) -> None:
    from palette_studio.core.evaluate.transfer import PEERS, report

    join_learned(options.weights)
    with Progress(options, "Transferring colors") as tick:
        found = report(Path(options.data), options.photos, ("hue-net", "hue-fit", *PEERS), tick)
    if options.json:
        put(json.dumps(found, indent=2) + "\n")
        return
    lines = []
    for name, table in found.items():
        if name == "flowers":
            lines += _pair_lines(table)
        names = list(next(iter(table["means"].values())))
        head = f"{name}, {len(table['pairs'])} pairs"
        lines.append(f"{head:22}" + "".join(f"{each:>14}" for each in names))
        for method, means in table["means"].items():
            lines.append(f"{method:22}" + "".join(f"{means[each]:14.3f}" for each in names))
        lines.append("")
    put("\n".join(lines))


def _pair_lines(table: dict[str, Any]) -> list[str]:
    """Return the table of the paper: cyclic distance to the reference, and information kept, by pair."""
    lines = [f"{'pair':28}{'emd':>8}{'I/H':>8}   of hue-net"]
    for pair, row in zip(table["pairs"], table["rows"]["hue-net"], strict=True):
        lines.append(f"{pair:28}{row['emd']:8.3f}{row['information']:8.3f}")
    return [*lines, ""]


def segment(options: argparse.Namespace) -> None:
    from palette_studio.core.evaluate.segmenters import compared

    with Progress(options, "Dividing the photos") as tick:
        table = compared(Path(options.data), tick)
    if "felzenszwalb 400" not in table.methods:
        say(options, "Felzenszwalb's method is left out: scikit-image is not installed.")
    if options.json:
        methods = {name: asdict(one) for name, one in table.methods.items()}
        put(json.dumps({"photos": table.photos, "methods": methods}, indent=2) + "\n")
        return
    lines = [f"{'':20} covering  Rand index  variation (bits)"]
    for name, one in table.methods.items():
        lines.append(f"{name:20} {one.covering:8.4f}  {one.rand_index:10.4f}  {one.variation_bits:16.3f}")
    put("\n".join([*lines, f"{table.photos} photos, the mean over people, then over photos."]) + "\n")


def background(options: argparse.Namespace) -> None:
    from palette_studio.core.evaluate.background import means, report, sequences_in

    sequences = sequences_in(Path(options.data) if options.data else None)
    with Progress(options, "Trying the models") as tick:
        scores = report(sequences, tick)
    if options.json:
        put(json.dumps(_figures(scores, means(scores)), indent=2).encode() + b"\n")
    else:
        put(_table(scores, means(scores)))


def _figures(
    scores: dict[str, dict[str, Scored]], means: dict[str, tuple[float, float]]
) -> dict[str, dict[str, Any]]:
    def of(score: Score) -> dict[str, float]:
        return {"precision": score.precision, "recall": score.recall, "f": score.f}

    rows: dict[str, dict[str, Any]] = {
        sequence: {name: {**of(scored.raw), "median": of(scored.filtered)} for name, scored in row.items()}
        for sequence, row in scores.items()
    }
    mean = {name: {"f": raw, "median": {"f": filtered}} for name, (raw, filtered) in means.items()}
    return {"sequences": rows, "mean": mean}


def _table(scores: dict[str, dict[str, Scored]], means: dict[str, tuple[float, float]]) -> str:
    """Return a line a sequence, a column a method: F of the masks as they are / after the median."""
    head = ["F: as it is / median 5", *means]
    lines = [
        [name, *(f"{scored.raw.f:.3f} / {scored.filtered.f:.3f}" for scored in row.values())]
        for name, row in scores.items()
    ]
    lines.append(["mean", *(f"{raw:.3f} / {filtered:.3f}" for raw, filtered in means.values())])
    widths = [max(len(line[n]) for line in [head, *lines]) for n in range(len(head))]
    rows = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in [head, *lines]
    ]
    return "".join(f"{row.rstrip()}\n" for row in rows)

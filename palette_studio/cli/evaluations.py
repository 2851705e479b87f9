"""The sub-commands under ``evaluate``: the papers' measures, beside the peers. One more is one more adder."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli import measuring_colorization, measuring_transfer
from palette_studio.cli.streams import Progress, put, say

if TYPE_CHECKING:
    from palette_studio.core.evaluate.background import Score, Scored


def add(group: Any, command: Callable[..., Any], parser_class: type[argparse.ArgumentParser]) -> None:
    """Add the grammar of ``evaluate``."""
    text = "how good a method is, beside its peers"
    parser = group.add_parser("evaluate", help=text, description=text)
    lines = (
        "background --data CDnet/cameraJitter",
        "segment --data photos/",
        "hue-net --data flowers/",
        "colorize --data photos128/",
    )
    parser.examples = "examples:\n" + "".join(f"  palette-studio evaluate {line}\n" for line in lines) + "\n"
    actions = parser.add_subparsers(metavar="WHAT", required=True, parser_class=parser_class)
    for add_one in (_add_background, _add_segment, _add_hue_net, _add_colorize):
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
        measuring_transfer.run,
        "how near transfers come to a reference and what of the photo they keep, beside the classics",
        "evaluate hue-net --data flowers/ --photos kodak/ --weights mine.safetensors",
        "evaluate hue-net --data flowers/ --strips seen/",
    )
    measuring_transfer.add_arguments(parser)


def _add_colorize(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "colorize",
        measuring_colorization.run,
        "how near colors made for gray photos come to the true ones, beside what learns nothing",
        "evaluate colorize --data photos128/ --photos kodak/ --objects objects64/",
    )
    measuring_colorization.add_arguments(parser)


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

"""What ``evaluate`` does: the measures that papers judge by, on a folder, beside the peers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from palette_studio.cli.streams import Progress, put, say


@dataclass(frozen=True)
class Subject:
    """run: gets the options. text: one line for --help. example: arguments."""

    run: Callable[[argparse.Namespace], None]
    text: str
    example: str


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


SUBJECTS = {
    "segment": Subject(
        segment,
        "how regions agree with those of people, beside Felzenszwalb's: photos NAME.jpg with NAME_gt.npz, "
        "arrays of label maps",
        "evaluate segment --data photos/",
    ),
}

"""The sub-commands under ``train``: models learned from folders of photos, stopped and resumed at will."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from palette_studio.cli.streams import MODELS_MISSING, Progress, say


def add(group: Any, command: Callable[..., Any], parser_class: type[argparse.ArgumentParser]) -> None:
    """Add the grammar of ``train``."""
    text = "train a model on your own photos"
    parser = group.add_parser("train", help=text, description=text)
    parser.examples = "examples:\n  palette-studio train hue-net --data photos/ --out mine.safetensors\n\n"
    actions = parser.add_subparsers(metavar="MODEL", required=True, parser_class=parser_class)
    _add_hue_net(actions, command)


def _add_hue_net(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "hue-net",
        hue_net,
        "a network that paints a photo with the hues of another; stopped, it can go on",
        "train hue-net --data photos/ --out mine.safetensors --steps 5000",
    )
    parser.add_argument(
        "--data", required=True, action="append", metavar="DIR", help="photos; again for more"
    )
    parser.add_argument("--out", required=True, metavar="FILE", help="weights, .safetensors")
    parser.add_argument(
        "--recipe",
        choices=("studio", "published", "later"),
        default="studio",
        help="studio: small and smooth; published: as in the paper; later: as in its authors' code, in YUV",
    )
    parser.add_argument("--steps", type=int, default=1500, metavar="N", help="steps in all (1500)")
    parser.add_argument("--width", type=int, metavar="N", help="channels of the first layer")
    parser.add_argument("--emd", type=float, metavar="X", help="weight of the move of hues")
    parser.add_argument("--information", type=float, metavar="X", help="weight of the meaning kept")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="the same seed, the same weights (0)"
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")


def hue_net(options: argparse.Namespace) -> None:
    out = Path(options.out)
    if out.suffix != ".safetensors":
        raise ValueError(f"Weights are written as .safetensors; “{out.name}” is not. Name it so.")
    if options.steps < 1:
        raise ValueError(f"There is at least one step to train, not {options.steps}.")
    try:
        from palette_studio.nets.hue_net.training_run import Wishes, trained
    except ImportError as error:
        raise ValueError(MODELS_MISSING) from error
    wishes = Wishes(
        options.recipe,
        options.steps,
        options.width,
        options.emd,
        options.information,
        options.seed,
        options.device,
    )
    folders = [Path(each) for each in options.data]
    with Progress(options, "Training") as tick:
        trained(folders, out, wishes, lambda line: say(options, line), tick)

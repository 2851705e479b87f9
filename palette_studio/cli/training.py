"""The sub-commands under ``train``: models learned from folders of photos, stopped and resumed at will."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from palette_studio.cli.streams import MODELS_MISSING, Progress, say

COMMON = ("recipe", "batch", "rate", "begin_with")  # options that all networks of color have


def add(group: Any, command: Callable[..., Any], parser_class: type[argparse.ArgumentParser]) -> None:
    """Add the grammar of ``train``."""
    text = "train a model on your own photos"
    parser = group.add_parser("train", help=text, description=text)
    parser.examples = "examples:\n  palette-studio train hue-net --data photos/ --out mine.safetensors\n\n"
    actions = parser.add_subparsers(metavar="MODEL", required=True, parser_class=parser_class)
    _add_hue_net(actions, command)
    _add_let_there_be_color(actions, command)
    _add_deep_colorization(actions, command)
    _add_hints(actions, command)


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


def _add_let_there_be_color(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "let-there-be-color",
        let_there_be_color,
        "a network that tells a gray photo's colors; stopped, it can go on",
        "train let-there-be-color --data photos128.tar.gz --out mine.safetensors --steps 30000",
    )
    _add_common(parser, steps=60_000, recipes=("studio", "published"))
    parser.add_argument("--width", type=float, metavar="X", help="share of the published channels")
    parser.add_argument("--space", choices=("lab", "yuv", "rgb"), help="of the color that is made (lab)")
    parser.add_argument("--optimizer", choices=("adadelta", "adamw"), help="adadelta: as published")


def _add_deep_colorization(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "deep-colorization",
        deep_colorization,
        "networks that tell a pixel's color from what is around it; stopped, they can go on",
        "train deep-colorization --data scenes_with_masks.tar.gz --out mine.safetensors",
    )
    _add_schedule(parser, steps=6000, every=250)
    parser.add_argument("--pixel-steps", type=int, metavar="N", help="steps of the networks of pixels")


def _add_hints(actions: Any, command: Callable[..., Any]) -> None:
    parser = command(
        actions,
        "hints",
        hints,
        "a network that follows points and palettes; stopped, it can go on",
        "train hints --data photos128.tar.gz --out mine.safetensors --steps 30000",
    )
    _add_common(parser, steps=40_000, recipes=("studio",))
    parser.add_argument(
        "--automatic", metavar="FILE", help="weights of let-there-be-color to go on from (those that ship)"
    )


def _add_common(parser: argparse.ArgumentParser, steps: int, recipes: tuple[str, ...]) -> None:
    _add_schedule(parser, steps, every=1000)
    parser.add_argument("--recipe", choices=recipes, default=recipes[0])
    parser.add_argument("--batch", type=int, metavar="N", help="photos a step")
    parser.add_argument("--rate", type=float, metavar="X", help="how far a step goes at most")
    parser.add_argument(
        "--begin-with", metavar="FILE", help="weights to go on from, of the same recipe and kinds of photos"
    )


def _add_schedule(parser: argparse.ArgumentParser, steps: int, every: int) -> None:
    parser.add_argument(
        "--data", required=True, action="append", metavar="PATH", help="photos or an archive; again for more"
    )
    parser.add_argument("--out", required=True, metavar="FILE", help="weights, .safetensors")
    parser.add_argument("--steps", type=int, default=steps, metavar="N", help=f"steps in all ({steps})")
    parser.add_argument("--every", type=int, default=every, metavar="N", help=f"judged so often ({every})")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="the same seed, the same weights (0)"
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="cores to work on (1)")


def let_there_be_color(options: argparse.Namespace) -> None:
    _train(options, "let_there_be_color", (*COMMON, "width", "space", "optimizer"))


def deep_colorization(options: argparse.Namespace) -> None:
    _train(options, "deep_colorization", ("pixel_steps",))


def hints(options: argparse.Namespace) -> None:
    _train(options, "hints", (*COMMON, "automatic"))


def _train(options: argparse.Namespace, model: str, own: tuple[str, ...]) -> None:
    out = _checked(options)
    try:
        run = import_module(f"palette_studio.nets.{model}.training_run")
    except ImportError as error:
        raise ValueError(MODELS_MISSING) from error
    names = ("steps", "every", "seed", "device", "threads", *own)
    wishes = run.Wishes(**{name: getattr(options, name) for name in names})
    _stop_when_told()
    with Progress(options, "Training") as tick:
        run.trained([Path(each) for each in options.data], out, wishes, lambda line: say(options, line), tick)


def _stop_when_told() -> None:
    """Have the end of the session stop a training as Ctrl-C does: it writes down where it stands."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)


def _checked(options: argparse.Namespace) -> Path:
    """Return where weights go. Raises ValueError for what can't be trained or written."""
    out = Path(options.out)
    if out.suffix != ".safetensors":
        raise ValueError(f"Weights are written as .safetensors; “{out.name}” is not. Name it so.")
    if options.steps < 1:
        raise ValueError(f"There is at least one step to train, not {options.steps}.")
    return out


def hue_net(options: argparse.Namespace) -> None:
    out = _checked(options)
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

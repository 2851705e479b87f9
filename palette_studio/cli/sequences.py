"""The sub-command that looks at sequences of frames: ``background``."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import PIPE, Progress, put, usage

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.files.sequence_io import FrameSequence
    from palette_studio.core.mixture import BackgroundMixture
    from palette_studio.core.tick import Tick

PICTURE = "background.png"


def add(group: Any, command: Callable[..., Any]) -> None:
    """Add the grammar of ``background``."""
    from palette_studio.core.mixture.background_options import METHODS, RHOS

    parser = command(
        group,
        "background",
        background,
        "what moves in a sequence, as masks, and what stands behind it",
        "background frames/ -o masks",
        "background traffic.mp4 -o masks --components 5 --median 5 --json",
        "background frames/*.png -o masks --rho paper --alpha 0.02",
    )
    parser.add_argument(
        "frames", nargs="+", metavar="FRAMES", help="a folder of frames, the frames themselves, or a video"
    )
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder for the masks")
    parser.add_argument("--method", choices=METHODS, default="stauffer-grimson")
    parser.add_argument(
        "--rho",
        choices=RHOS,
        default="weight",
        help="how fast means move: alpha over the weight (weight), alpha, or as the paper has it",
    )
    parser.add_argument("--components", type=int, metavar="K", help="Gaussians a pixel, 1 to 12 (3; mog2: 5)")
    parser.add_argument("--alpha", type=float, metavar="A", help="what a frame counts (0.005)")
    parser.add_argument("--threshold", type=float, metavar="T", help="share that is background (0.7)")
    parser.add_argument(
        "--match", type=float, metavar="M", help="deviations that still match (4; paper: 2.5)"
    )
    parser.add_argument("--spread", type=int, metavar="PX", help="how far the background may move (0)")
    parser.add_argument(
        "--median", type=int, choices=(0, 3, 5, 7), default=0, help="filter the masks (0: no)"
    )
    parser.add_argument("--despeckle", action="store_true", help="drop groups of one or two pixels")
    parser.add_argument("--force", action="store_true", help="replace files in DIR that exist")
    parser.add_argument("--json", action="store_true", help="a summary as JSON on stdout")


def background(options: argparse.Namespace) -> None:
    from palette_studio.core.files import read_sequence
    from palette_studio.core.mixture import BackgroundMixture

    if PIPE in (options.output, *options.frames):
        usage("frames and masks are files and folders; - is neither")
    names = ("method", "rho", "components", "alpha", "threshold", "match", "spread")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    model = BackgroundMixture(**given)
    frames = read_sequence(options.frames if len(options.frames) > 1 else options.frames[0])
    folder = _folder(options, frames)
    with Progress(options, "Learning the background") as tick:
        summary = _written(frames, model, folder, options, tick)
    _write(folder / PICTURE, model.background())
    if options.json:
        said = {**summary, "background": PICTURE, "options": asdict(model.options)}
        put(json.dumps(said, indent=2).encode() + b"\n")


def _written(
    frames: FrameSequence, model: BackgroundMixture, folder: Path, options: argparse.Namespace, tick: Tick
) -> dict[str, Any]:
    """Write a mask for every frame; return what there is to say of them."""
    from palette_studio.core.mixture import despeckled

    names, counts, pixels = [], Counter(), 0
    for number, frame in enumerate(frames):
        tick(min(number / frames.length, 1.0) if frames.length else 0.0)
        mask = model.apply(frame)
        if options.despeckle:
            mask = despeckled(mask)
        if options.median:
            mask = despeckled(mask, options.median)
        names.append(_mask_name(frames, number))
        path = folder / names[-1]
        _check_free(path, options)
        _write(path, mask)
        counts += Counter({value: int((mask == value).sum()) for value in (255, 127)})
        pixels += mask.size
    shares = {"foreground": counts[255] / pixels, "shadow": counts[127] / pixels}
    return {"frames": len(names), "size": list(frames.size), **shares, "masks": names}


def _folder(options: argparse.Namespace, frames: FrameSequence) -> Path:
    """Return the folder for the masks, made if it is not there; nothing of the user's may be lost in it."""
    from palette_studio.core.files.error import FileError, writing_failed
    from palette_studio.core.files.sequence_io import FrameFiles

    folder = Path(options.output)
    if isinstance(frames, FrameFiles) and any(_same(path.parent, folder) for path in frames.paths):
        raise FileError(f"{folder} holds the frames themselves. Choose another folder for the masks.")
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise FileError(f"{folder} is a file, not a folder. Choose another name.") from error
    except OSError as error:
        raise writing_failed(folder, error) from error
    _check_free(folder / PICTURE, options)
    for number in range(frames.length or 0):
        _check_free(folder / _mask_name(frames, number), options)
    return folder


def _mask_name(frames: FrameSequence, number: int) -> str:
    name = frames.name(number)
    return f"{name}-mask.png" if f"{name}.png" == PICTURE else f"{name}.png"


def _same(a: Path, b: Path) -> bool:
    return os.path.realpath(a) == os.path.realpath(b)


def _check_free(path: Path, options: argparse.Namespace) -> None:
    if not options.force and os.path.lexists(path):
        raise ValueError(f"{path} exists. Choose another folder, or add --force to replace it.")


def _write(path: Path, pixels: np.ndarray) -> None:
    import cv2

    from palette_studio.core.files.atomic import write_atomically

    data = cv2.imencode(".png", pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))[1]
    write_atomically(path, data.tobytes())

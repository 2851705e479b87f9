"""``batch --sequence``: a recipe over the frames of a folder or a video, to frames or to a video."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import Progress, complain, put, say, usage
from palette_studio.core.files import ExportOptions
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.folders import make_folder
from palette_studio.core.files.options import free_path

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.files.sequence_io import FrameSequence
    from palette_studio.core.tick import Tick


def frames(options: argparse.Namespace) -> None:
    from palette_studio.core.batch.frames import steady
    from palette_studio.core.files import read_sequence
    from palette_studio.core.project import read_project

    if options.scheduler or options.jobs or options.indexed or options.dry_run:
        usage("--sequence goes without --jobs, --scheduler, --indexed and --dry-run")
    try:
        document = steady(read_project(options.recipe))
    except FileError:
        raise
    except ValueError as error:
        usage(str(error))
    source = read_sequence(options.files if len(options.files) > 1 else options.files[0])
    count = source.length if source.length is not None else sum(1 for _ in source)
    folder = Path(options.output)
    make_folder(folder)
    _check_no_source(source, folder)
    with Progress(options, "Recoloring frames") as tick:
        if options.video:
            told = _to_video(document, source, count, folder, options, tick)
        else:
            told = _to_frames(document, source, count, folder, options, tick)
    _end(told, options)


def _to_frames(
    document: Any, source: FrameSequence, count: int, folder: Path, options: argparse.Namespace, tick: Tick
) -> list[dict[str, str]]:
    from palette_studio.core.batch.frames import recolored
    from palette_studio.core.files import write_photo

    export = ExportOptions(format=options.format, quality=options.quality)
    conflict, taken, told = "overwrite" if options.force else options.conflict, set(), []
    for number, pixels in recolored(document, source, count, tick):
        name = source.name(number)
        if isinstance(pixels, FileError):
            told.append(_told(name, "failed", str(pixels)))
            continue
        path = free_path(folder, options.template, name, options.format, conflict, taken=taken)
        if path is None:
            told.append(_told(name, "skipped", "A file of that name exists."))
            continue
        taken.add(path.name.casefold())
        write_photo(path, pixels, None, export)
        told.append(_told(name, "done") | {"target": str(path)})
    return told


def _to_video(
    document: Any, source: FrameSequence, count: int, folder: Path, options: argparse.Namespace, tick: Tick
) -> list[dict[str, str]]:
    """A frame that cannot be read is the one before it once more, so that sound still fits."""
    from palette_studio.core.batch.frames import recolored

    last: np.ndarray | None = None
    told = []
    with _video(source, folder, options) as out:
        for number, pixels in recolored(document, source, count, tick):
            if isinstance(pixels, FileError):
                told.append(_told(source.name(number), "failed", str(pixels)))
            else:
                last = pixels
            if last is not None:
                out.add(last)
    return told or [_told(shown(Path(options.files[0])), "done")]


@contextmanager
def _video(source: FrameSequence, folder: Path, options: argparse.Namespace) -> Iterator[Any]:
    from palette_studio.core.files.video_out import VideoOut

    conflict = "overwrite" if options.force else options.conflict
    name = Path(options.files[0]).resolve()
    stem = name.stem if name.is_file() else name.name
    path = free_path(folder, options.template, stem, f".{options.video}", conflict)
    if path is None:
        raise FileError(f"A video of {stem} is in {folder} already. Add --force to replace it.")
    with VideoOut(path, source.size, source.rate) as out:
        yield out


def _check_no_source(source: FrameSequence, folder: Path) -> None:
    from palette_studio.core.files.sequence_io import FrameFiles

    own = source.paths if isinstance(source, FrameFiles) else [source.path]
    if any(path.resolve().parent == folder.resolve() for path in own):
        raise FileError(f"{folder} holds the frames themselves. Choose another folder for the results.")


def _end(told: list[dict[str, str]], options: argparse.Namespace) -> None:
    if options.json:
        put(json.dumps(told, indent=2) + "\n")
    failed = [one for one in told if one["result"] == "failed"]
    for one in failed:
        complain(one["reason"])
    done = sum(one["result"] == "done" for one in told)
    what = "video" if options.video else "frames"
    say(options, f"{done} {what} done, {len(failed)} frames failed; the results are in {options.output}.")
    if failed:
        raise SystemExit(1)


def _told(name: str, result: str, reason: str = "") -> dict[str, str]:
    return {"frame": name, "result": result, "reason": reason}

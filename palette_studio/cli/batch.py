"""``batch``: a recipe over many photos."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import PIPE, complain, put, say, usage
from palette_studio.core.batch import Item, Ledger, Order, Tally, carry_out, order_of, photos_in, plan
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.folders import make_folder
from palette_studio.core.files.options import CONFLICTS, SUFFIXES, ExportOptions

if TYPE_CHECKING:
    from palette_studio.core.batch.run import Hands

MOST_JOBS = 64


def add(group: Any, command: Callable[..., Any], megapixels: Callable[[str], float]) -> None:
    """Add the grammar of ``batch``."""
    parser = command(
        group,
        "batch",
        batch,
        "a recipe over many photos, or over the frames of a sequence; goes on where it was stopped",
        "batch sunset.palettestudio photos/ -o out",
        "batch recipe.json *.jpg -o out --format jpeg --template '{name}-sunset' --jobs 4",
        "batch recipe.json /shared/photos -o /shared/out --scheduler tcp://192.168.0.5:8786",
        "batch recipe.json shot/ -o out --sequence",
    )
    parser.add_argument("recipe", metavar="RECIPE", help="a project of the window, or a recipe")
    parser.add_argument("files", nargs="+", metavar="FILES", help="photos, and folders of photos")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder of the results")
    _add_names(parser)
    parser.add_argument("--recursive", action="store_true", help="look into the folders of folders too")
    _add_hands(parser)
    parser.add_argument(
        "--sequence", action="store_true", help="FILES is a folder of frames, or a video: none may flicker"
    )
    parser.add_argument(
        "--video", choices=("mp4", "mkv"), help="with --sequence: a video in DIR, not frames (mkv: lossless)"
    )
    parser.add_argument("--again", action="store_true", help="do what an earlier run has done anew")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be written")
    parser.add_argument("--json", action="store_true", help="what became of every file, as JSON on stdout")
    parser.add_argument(
        "--most-megapixels", type=megapixels, default=120, metavar="MP", help="refuse larger photos (120)"
    )


def _add_names(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=tuple(SUFFIXES), default="png", help="of the results (png)")
    parser.add_argument(
        "--quality", type=int, default=95, metavar="Q", help="1 to 100 for JPEG, WebP, AVIF (95)"
    )
    parser.add_argument("--bits", type=int, choices=(0, 8, 16), default=0, help="a channel; 0: as the photo")
    parser.add_argument(
        "--indexed", action="store_true", help="of a recipe that maps: PNG of palette indices"
    )
    parser.add_argument(
        "--template", default="{name}", metavar="NAME", help="of a result; {name}, {date}, {k} ({name})"
    )
    parser.add_argument(
        "--conflict", choices=CONFLICTS, default="unique", help="where a name is taken (unique: name-2)"
    )
    parser.add_argument("--force", action="store_true", help="replace files that exist: --conflict overwrite")


def _add_hands(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help=f"photos at once, each in a process of its own, 1 to {MOST_JOBS} (as cores and memory allow)",
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask scheduler whose workers do it, such as tcp://host:8786"
    )


def batch(options: argparse.Namespace) -> None:
    if PIPE in (options.recipe, options.output, *options.files):
        usage("recipe, photos and results are files and folders; - is neither")
    if options.scheduler and options.jobs:
        usage("--jobs is for this computer, --scheduler for a cluster; give one of them")
    if options.sequence:
        from palette_studio.cli.frames import frames

        frames(options)
        return
    if options.video:
        usage("--video is for --sequence")
    order = the_order(options)
    found = photos_in(options.files, order.folder, recursive=options.recursive)
    for note in found.notes:
        say(options, note)
    if not found.files:
        raise FileError("There are no photos to work on. Name some, or a folder with photos in it.")
    if options.dry_run:
        _tell(plan(order, found.files), options)
        return
    with _ledger(order) as ledger:
        items = plan(order, found.files, ledger, again=options.again)
        _carry_out(order, items, ledger, options)
    _end(items, options)


def the_order(options: argparse.Namespace) -> Order:
    """Return what the flags say, once all that it needs beside the photos is known to be there."""
    from palette_studio.core.batch.work import check
    from palette_studio.core.project import read_project

    export = ExportOptions(format=options.format, quality=options.quality, bits=options.bits)
    project, folder = read_project(options.recipe), Path(options.output)
    if not options.dry_run:
        make_folder(folder)
    try:
        order = order_of(
            project,
            folder,
            template=options.template,
            conflict="overwrite" if options.force else options.conflict,
            options=export,
            indexed=options.indexed,
            most_megapixels=options.most_megapixels,
        )
    except FileError:
        raise
    except ValueError as error:
        usage(str(error))
    check(order)
    return order


@contextmanager
def _ledger(order: Order) -> Iterator[Ledger]:
    ledger = Ledger(order.folder, order)
    try:
        yield ledger
    finally:
        ledger.close()


def _carry_out(order: Order, items: list[Item], ledger: Ledger, options: argparse.Namespace) -> None:
    """Have all that waits done; ``items`` tells what became of it, also where the work is stopped."""
    waiting = sum(item.state == "waiting" for item in items)
    shows = sys.stderr is not None and sys.stderr.isatty() and not options.quiet
    changes = carry_out(items, _hands(order, waiting, ledger, options), ledger)
    try:
        for item in changes:
            if item is not None:
                items[item.number] = item
            if item is not None and shows:
                print(f"\r\x1b[K{_progress(items, item)}", end="", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        say(options, f"Stopped: {Tally.of(items).words}. The same command goes on from here.")
        raise
    finally:
        changes.close()  # type: ignore[attr-defined]  # a generator
        if shows:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _progress(items: Sequence[Item], item: Item) -> str:
    tally = Tally.of(items)
    name = "".join(sign if sign.isprintable() else "?" for sign in shown(item.source))
    return f"{tally.ended}/{tally.total} {name}"


def _hands(order: Order, waiting: int, ledger: Ledger, options: argparse.Namespace) -> Hands:
    from palette_studio.core.batch.jobs import usual_jobs
    from palette_studio.nets.batch_work import work

    if options.scheduler and waiting:
        from palette_studio.core.batch.cluster import Cluster

        return Cluster(options.scheduler, work, order, ledger.path)
    from palette_studio.core.batch.crew import Crew

    return Crew(work, order, max(1, min(options.jobs or usual_jobs(), waiting)))


def _end(items: list[Item], options: argparse.Namespace) -> None:
    """Tell what became of all; end as failed where any has failed."""
    if options.json:
        put(json.dumps([_told(item) for item in items], indent=2) + "\n")
    failed = [item for item in items if item.state == "failed"]
    for item in failed:
        complain(item.reason if shown(item.source) in item.reason else f"{shown(item.source)}: {item.reason}")
    say(options, f"{Tally.of(items).words}; the results are in {options.output}.")
    if failed:
        raise SystemExit(1)


def _tell(items: list[Item], options: argparse.Namespace) -> None:
    if options.json:
        put(json.dumps([_told(item) for item in items], indent=2) + "\n")
        return
    put("".join(f"{item.source} -> {item.target or item.reason}\n" for item in items))


def _told(item: Item) -> dict[str, Any]:
    told: dict[str, Any] = {"photo": str(item.source), "result": item.state}
    if item.target is not None:
        told["target"] = str(item.target)
    return told | {"reason": item.reason, "seconds": item.seconds}


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {MOST_JOBS}")
    return int(text)

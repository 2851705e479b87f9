"""One photo of a batch, from file to file: the same pixels as the window exports."""

from __future__ import annotations

import filecmp
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.core.batch.order import Order
from palette_studio.core.document import Document
from palette_studio.core.files.error import FileError, shown, told
from palette_studio.core.project import Project
from palette_studio.core.project.pictures import Picture
from palette_studio.core.tick import Canceled, Tick, no_tick

if TYPE_CHECKING:
    from palette_studio.core.photo import Photo

BaseOf = Callable[[Document, Tick], "Photo"]
Task = tuple[str, str, bool]  # the photo, its target, and whether that is doubtful, see Item
Outcome = dict[str, Any]  # result: "done" or "failed", reason, bytes, seconds


def done(order: str, task: Task, base_of: BaseOf, tick: Tick = no_tick) -> Outcome:
    """Read a photo, make of it what an order (its text) says, write it; return what became of it.

    base_of: gives what the palette of a document belongs to. Only ``Canceled`` is raised.
    """
    began = time.monotonic()
    source, target, doubtful = Path(task[0]), Path(task[1]), task[2]
    try:
        size = (
            _compared(order, source, target, base_of, tick)
            if doubtful
            else _made(order, source, target, base_of, tick)
        )
    except (ValueError, OSError, MemoryError) as error:
        words = "" if isinstance(error, MemoryError) else told(error)
        return _failed(words or f"{shown(source)} needs more memory than is free.", began)
    except Canceled:
        raise
    except Exception as error:  # a fault of ours is told, and the others are done
        words = f"{shown(source)} could not be done: {type(error).__name__}: {error}. Please report this."
        return _failed(words, began)
    return {"result": "done", "reason": "", "bytes": size, "seconds": time.monotonic() - began}


def check(order: Order) -> None:
    """Raise ValueError, before any work, where what the order needs beside the photos is missing."""
    _prepared(order.text)
    _prepared.cache_clear()  # whoever checks may not be who works, and pictures are large


def _made(text: str, source: Path, target: Path, base_of: BaseOf, tick: Tick) -> int:
    from palette_studio.core.exporting import export, export_indexed

    order, project, reference, style = _prepared(text)
    tick(0.0)
    photo = _read(source, order.most_megapixels)
    document = project.completed(photo, reference, style)
    if document.workspace == "sequence":  # a photo has no background to be learned
        document = replace(document, workspace="recolor")
    tick(0.1)
    base = base_of(document, tick)
    if order.indexed:
        export_indexed(document, base, target, tick)
    else:
        export(document, base, (target, order.options), None, tick)
    return target.stat().st_size


def _compared(order: str, source: Path, target: Path, base_of: BaseOf, tick: Tick) -> int:
    """Make what may be there already beside it, and leave what is there; return its size.

    Raises FileError where that is another file.
    """
    trial = target.with_name(f".{target.stem}-again{target.suffix}")
    try:
        size = _made(order, source, trial, base_of, tick)
        if filecmp.cmp(trial, target, shallow=False):
            return size
    finally:
        trial.unlink(missing_ok=True)
    raise FileError(
        f"{shown(target)} is in {target.parent} already, and this batch did not write it. "
        "Move it elsewhere, or choose another folder."
    )


@lru_cache(maxsize=1)
def _prepared(text: str) -> tuple[Order, Project, Photo | None, Photo | None]:
    order = Order.of_text(text)
    project = order.project
    most = order.most_megapixels
    return order, project, _picture(project.reference, most), _picture(project.style, most)


def _picture(picture: Picture | None, most_megapixels: float) -> Photo | None:
    if picture is None:
        return None
    if picture.path is not None:
        return _read(picture.path, most_megapixels)
    from palette_studio.core.files import read_photo_bytes

    return read_photo_bytes(picture.data, picture.name, most_megapixels=most_megapixels)


def _read(path: Path, most_megapixels: float) -> Photo:
    from palette_studio.core.files import read_photo

    return read_photo(path, most_megapixels=most_megapixels)


def _failed(reason: str, began: float) -> Outcome:
    return {"result": "failed", "reason": reason, "bytes": -1, "seconds": time.monotonic() - began}

"""The plan: which photo becomes which file, and which is done already."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from palette_studio.core.batch.ledger import DONE, Entry, Ledger
from palette_studio.core.batch.order import Order
from palette_studio.core.files.error import shown
from palette_studio.core.files.options import free_path

STATES = ("waiting", "working", "done", "kept", "skipped", "failed")


@dataclass(frozen=True)
class Item:
    """One photo of a batch.

    state: of STATES; "kept" is what an earlier run has done, "skipped" what the rule for names that exist
    leaves alone. reason: why it is skipped or failed, for people. doubtful: a file of its name is there that
    an earlier run may have written before it was killed, or somebody else since.
    """

    number: int
    source: Path
    target: Path | None
    state: str = "waiting"
    reason: str = ""
    seconds: float = 0.0
    doubtful: bool = False

    @property
    def ended(self) -> bool:
        return self.state not in ("waiting", "working")


def plan(
    order: Order, files: Sequence[Path], ledger: Ledger | None = None, *, again: bool = False
) -> list[Item]:
    """Return an item for every photo, in their order; no two share a target, and none has a photo as its own.

    ledger: what is known of earlier runs. again: what they have done is done anew, to the same names.
    Raises FileError for a template that makes no names.
    """
    known = {
        file: entry for file in files if ledger is not None and (entry := ledger.known(file)) is not None
    }
    taken = {entry.target.casefold() for entry in known.values()}
    sources = {os.path.realpath(file) for file in files}
    items, colors = [], len(order.project.document.edited)
    for number, file in enumerate(files):
        entry = known.get(file)
        item = (
            _new(order, number, file, taken, colors)
            if entry is None
            else _known(order, number, file, entry, again)
        )
        if item.target is not None:
            taken.add(item.target.name.casefold())
            if os.path.realpath(item.target) in sources:
                why = f"{shown(item.target)} is one of the photos themselves, which are never overwritten."
                item = Item(number, file, None, "failed", f"{why} Choose another folder or name.")
        items.append(item)
    return items


def _known(order: Order, number: int, file: Path, entry: Entry, again: bool) -> Item:
    target = order.folder / entry.target
    if entry.result == DONE:
        done = not again and _size(target) == entry.size
        return Item(number, file, target, "kept" if done else "waiting")
    return Item(number, file, target, doubtful=order.conflict != "overwrite" and _size(target) is not None)


def _new(order: Order, number: int, file: Path, taken: set[str], colors: int) -> Item:
    target = free_path(
        order.folder, order.template, file.name, order.format, order.conflict, k=colors, taken=taken
    )
    if target is None:
        return Item(number, file, None, "skipped", "A file of that name exists.")
    return Item(number, file, target)


def _size(path: Path) -> int | None:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return None

"""Ledger: what has become of photos, kept in the folder of the results, so that an order goes on."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from palette_studio.core.batch.order import Order
from palette_studio.core.files.journal import Journal

NAME = ".palette-studio-batch.jsonl"
PLANNED, DONE, FAILED = "planned", "done", "failed"


@dataclass(frozen=True)
class Entry:
    """The last that is known of one photo under one order. target: a name in the folder. size: its bytes."""

    target: str
    result: str
    size: int = -1


class Ledger:
    """The journal of one folder of results, for one order.

    A photo is known by its place, size and time of change: another file of its name is done anew. Raises
    FileError where the folder cannot be written, or another batch writes into it.
    """

    def __init__(self, folder: Path, order: Order) -> None:
        busy = f"Another batch is writing into {folder}. Wait until it ends, or choose another folder."
        self._journal = Journal(folder / NAME, busy)
        self._order = order.digest
        self._known: dict[tuple[Any, ...], Entry] = {}
        for line in self._journal.lines:
            if line.get("order") == self._order:
                self._learn(line)
        self._journal.lines.clear()

    @property
    def path(self) -> Path:
        return self._journal.path

    def known(self, source: Path) -> Entry | None:
        return self._known.get(_key(_told(source)))

    def plan(self, targets: dict[Path, Path]) -> None:
        """Note where results will be written, before they are."""
        lines = [self._line(source, target, PLANNED) for source, target in targets.items()]
        if lines:
            self._journal.add(*lines)

    def note(self, source: Path, target: Path, result: str, *, size: int = -1, reason: str = "") -> None:
        self._journal.add(self._line(source, target, result) | {"bytes": size, "reason": reason})

    def close(self) -> None:
        self._journal.close()

    def _line(self, source: Path, target: Path, result: str) -> dict[str, Any]:
        return {"order": self._order, **_told(source), "target": target.name, "result": result}

    def _learn(self, line: dict[str, Any]) -> None:
        target, result, size = line.get("target"), line.get("result"), line.get("bytes", -1)
        named = isinstance(target, str) and Path(target).name == target
        if named and isinstance(size, int) and result in (PLANNED, DONE, FAILED):
            self._known[_key(line)] = Entry(str(target), str(result), size)


def _told(source: Path) -> dict[str, Any]:
    told: dict[str, Any] = {"photo": str(source)}
    with contextlib.suppress(OSError, ValueError):
        status = source.stat()
        told |= {"size": status.st_size, "changed_ns": status.st_mtime_ns}
    return told


def _key(told: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(str(told.get(key)) for key in ("photo", "size", "changed_ns"))

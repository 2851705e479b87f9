"""A batch as a job: processes of our own do the photos, and the window hears of every one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from palette_studio.core.batch import Inputs, Item, Ledger, Tally, carry_out, order_of, photos_in, plan
from palette_studio.core.document import Document
from palette_studio.core.files import ExportOptions, FileError
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job


@dataclass(frozen=True)
class Batch:
    """What is to be done. recipe: a document, whose own photo does not count, or a file with a recipe."""

    files: Sequence[Path]
    recipe: Document | Path
    folder: Path
    template: str
    conflict: str
    options: ExportOptions
    indexed: bool
    most_megapixels: float


@dataclass(frozen=True, eq=False)
class Listed:
    """The photos among files and folders."""

    names: tuple[Path, ...]
    found: Inputs


def listing_job(names: tuple[Path, ...], output: Path) -> Job:
    """Find the photos among files and folders. output: the folder of the results, which is never read."""
    return Job("list photos", lambda tick: Listed(names, photos_in(names, output)))


def batch_job(batch: Batch, items: list[Item]) -> Job:
    """Do many photos, some at once; partial results are tuples of items whose state has changed.

    items: once the job has ended, what became of every photo, also where it was stopped.
    """
    return Job("photos", lambda tick: _do(batch, items, tick))


def _do(batch: Batch, items: list[Item], tick: Tick) -> None:
    from palette_studio.core.batch.crew import Crew
    from palette_studio.core.batch.jobs import usual_jobs
    from palette_studio.core.batch.work import check
    from palette_studio.nets.batch_work import work

    order = _order(batch)
    check(order)
    found = photos_in(batch.files, order.folder)
    if not found.files:
        raise FileError("\n".join(found.notes) or "There are no photos to work on. Add some.")
    ledger = Ledger(order.folder, order)
    try:
        items[:] = plan(order, found.files, ledger)
        tick(0.0, tuple(items))
        waiting = sum(not item.ended for item in items)
        if waiting:
            crew = Crew(work, order, min(usual_jobs(), waiting), low=True)
            _carry_out(items, carry_out(items, crew, ledger), tick)
    finally:
        ledger.close()


def _carry_out(items: list[Item], changes: Any, tick: Tick) -> None:
    """changes: a generator, closed at the end, which stops what is under way."""
    try:
        for item in changes:
            if item is not None:
                items[item.number] = item
            tally = Tally.of(items)
            tick(tally.ended / tally.total, None if item is None else (item,))
    finally:
        changes.close()


def _order(batch: Batch) -> Any:
    from palette_studio.core.files.folders import make_folder
    from palette_studio.core.project import project_of, read_project

    recipe = batch.recipe
    project = project_of(recipe) if isinstance(recipe, Document) else read_project(recipe)
    make_folder(batch.folder)
    return order_of(
        project,
        batch.folder,
        template=batch.template,
        conflict=batch.conflict,
        options=batch.options,
        indexed=batch.indexed,
        most_megapixels=batch.most_megapixels,
    )

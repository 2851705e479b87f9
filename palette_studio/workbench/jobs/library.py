"""What takes longer than a moment of keeping palettes and of taking one for a photo."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from palette_studio.core.document import RECOLORS, Document
from palette_studio.core.files.error import shown, told
from palette_studio.core.library import Shelves
from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick, no_tick
from palette_studio.workbench import craft_edits, edits
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.opening import counted
from palette_studio.workbench.jobs.rendering import base_of
from palette_studio.workbench.library_store import LibraryStore
from palette_studio.workbench.words import job_words

Change = Callable[[LibraryStore], object]  # a key in return is that of a palette that is new


@dataclass(frozen=True)
class Taken:
    """The document in the colors of a palette. document: that of which it was made. mapped: as for put_on."""

    document: Document
    edit: craft_edits.Edit
    key: str
    mapped: bool


def changed(store: LibraryStore, changes: deque[Change], tick: Tick = no_tick) -> Shelves:
    """Make the changes that wait, and return what was new and what went wrong; no palettes."""
    complaints, fresh = [], ""
    while changes:
        tick(0.0)
        change = changes.popleft()
        try:
            new = change(store)
            fresh = new if isinstance(new, str) else fresh
        except (OSError, ValueError, KeyError) as error:
            complaints.append(told(error))
    return Shelves(complaints=tuple(complaints), fresh=fresh)


def library_job(store: LibraryStore, changes: deque[Change], watched: Path | None, read: bool) -> Job:
    """Make the changes that wait, then read the library if somebody looks at it.

    changes: is emptied by the job that runs first; a job that is dropped leaves it to the next.
    """

    def run(tick: Tick) -> Shelves | None:
        done = changed(store, changes, tick)
        if not read:
            return replace(done, entries=()) if done.complaints else None
        shelves = store.shelves(watched, tick)
        complaints = (*done.complaints, *shelves.complaints)
        return replace(shelves, complaints=complaints, fresh=done.fresh)

    return Job("library", run)


def put_on(
    document: Document, palette: Palette, name: str, tick: Tick, *, mapped: bool = False
) -> craft_edits.Edit:
    """Return the document in the colors of a palette: where swatches move the photo, each takes the one that
    moves it least; elsewhere, or if ``mapped``, the photo is mapped to the palette.
    """
    if document.workspace in RECOLORS and len(document.found) and not mapped:
        from palette_studio.core.craft.matching import matched

        pairs = matched(document.found, document.edited, palette)
        return craft_edits.dressed(document, palette, pairs, name)
    return edits.opened_palette(document, palette, name)


def take_job(document: Document, palette: Palette, name: str, key: str = "", *, mapped: bool = False) -> Job:
    """Put a palette on the photo; where it is mapped to, say what each color covers.

    key: of the palette in the library, "" for one that is not there.
    """

    def run(tick: Tick) -> Taken:
        whole = palette
        if mapped or document.workspace not in RECOLORS:
            whole = counted(palette, base_of(document, tick))
        return Taken(document, put_on(document, whole, name, tick, mapped=mapped), key, mapped)

    return Job("take palette", run, stops_older=True)


def export_palette_job(path: Path, palette: Palette) -> Job:
    """Write a palette as a file, in the format of its extension."""

    def run(tick: Tick) -> Path:
        from palette_studio.core.files import write_palette

        write_palette(path, palette)
        return path

    return Job("export palette", run, text=job_words("Exporting %1", shown(path)))

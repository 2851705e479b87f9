"""Color tables: read from files, made of edits, measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files.error import shown
from palette_studio.core.palette import Rgb
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    from palette_studio.core.lut import Lut, LutError, PaletteEdit


@dataclass(frozen=True, eq=False)
class Made:
    """A table made of an edit, and how far it is from the exact result. shaper: with curves before it."""

    size: int
    shaper: bool
    lut: Lut
    error: LutError


def read_lut_job(path: Path, colors: tuple[Rgb, ...]) -> Job:
    """Read a table and find what it makes of the palette's colors."""

    def run(tick: Tick) -> tuple[Lut, tuple[Rgb, ...]]:
        import numpy as np

        from palette_studio.core.files import read_lut
        from palette_studio.core.lut import graded

        lut = read_lut(path)
        after = graded(np.array([colors], np.uint8).reshape(1, -1, 3), lut)[0]
        return lut, tuple((int(r), int(g), int(b)) for r, g, b in after)

    return Job("read lut", run, stops_older=True, text=job_words("Opening %1", shown(path)))


def make_lut_job(document: Document, size: int, shaper: bool) -> Job:
    """Make the table of the document's edit with ``size`` nodes an axis, and measure it on the photo."""

    def run(tick: Tick) -> Made:
        from palette_studio.core.lut import lut_error, lut_of

        assert document.photo is not None
        edit, scene = _edit(document), document.photo.scene
        lut = lut_of(edit, size, scene, Path(document.photo.name).stem, tick, shaper=shaper)
        return Made(size, shaper, lut, lut_error(lut, edit, scene))

    return Job("make lut", run, stops_older=True)


def write_lut_job(document: Document, path: Path, size: int, shaper: bool, made: Made | None) -> Job:
    """Write the table of the document's edit. made: the same, when it is at hand already."""

    def run(tick: Tick) -> Path:
        from palette_studio.core.files import write_lut

        table = made
        if table is None or (table.size, table.shaper) != (size, shaper):
            table = make_lut_job(document, size, shaper).run(tick)
        write_lut(path, table.lut)
        return path

    return Job("export", run, text=job_words("Exporting %1", shown(path)))


def _edit(document: Document) -> PaletteEdit:
    from palette_studio.core.lut import PaletteEdit

    kept = document
    return PaletteEdit(kept.found, kept.edited, kept.method, kept.strength, kept.keep_light)

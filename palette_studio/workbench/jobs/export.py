"""From the document to a file, as a job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.exporting import export, export_indexed
from palette_studio.core.files import ExportOptions
from palette_studio.core.files.error import shown
from palette_studio.core.tick import Tick, first_half
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import base_of
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np


def indexed_job(document: Document, path: Path) -> Job:
    """Write the mapped photo to ``path`` as a PNG of indices that has the palette in it, in its order."""

    def run(tick: Tick) -> Path:
        export_indexed(document, base_of(document, tick), path, tick)
        return path

    return Job("export", run, text=job_words("Exporting %1", shown(path)))


def export_job(document: Document, path: Path, options: ExportOptions, full: np.ndarray | None) -> Job:
    """Write the recolored photo to ``path``. full: the exact result when it is at hand already."""

    def run(tick: Tick) -> Path:
        base = base_of(document, first_half(tick))
        export(document, base, (path, options), full, tick)
        return path

    return Job("export", run, text=job_words("Exporting %1", shown(path)))

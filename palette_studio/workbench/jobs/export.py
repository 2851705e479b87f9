"""From the document to a file: the same function as the preview, at full size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files import ExportOptions
from palette_studio.core.rendering import rendered
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import base_of

if TYPE_CHECKING:
    import numpy as np


def indexed_job(document: Document, path: Path) -> Job:
    """Write the mapped photo to ``path`` as a PNG of indices that has the palette in it, in its order."""
    photo = document.photo
    assert photo is not None

    def run(tick: Tick) -> Path:
        from palette_studio.core.files import FileError
        from palette_studio.core.files.encoding import encode_indexed
        from palette_studio.core.files.photo_out import write_encoded
        from palette_studio.core.mapping import indexed, indices

        colors = document.edited.colors
        base = base_of(document, tick)
        picked = indices(base.pixels, colors, document.mapping, tick)
        try:
            picture = indexed(picked, colors, base.pixels)
        except ValueError as error:
            raise FileError(f"{path.name}: {error}, or export PNG that is not indexed.") from error
        write_encoded(path, encode_indexed(*picture), photo)
        return path

    return Job("export", run, text=f"Exporting {path.name}")


def export_job(document: Document, path: Path, options: ExportOptions, full: np.ndarray | None) -> Job:
    """Write the recolored photo to ``path``. full: the exact result when it is at hand already."""
    photo = document.photo
    assert photo is not None

    def run(tick: Tick) -> Path:
        from palette_studio.core.files import write_photo

        def half(fraction: float, partial: object = None) -> None:
            tick(fraction / 2)

        base = base_of(document, half)
        pixels = full if full is not None else rendered(document, base.pixels, None, tick=half, base=base)
        tick(0.5)
        write_photo(path, pixels, photo, options, unchanged=pixels is photo.pixels, tick=tick)
        return path

    return Job("export", run, text=f"Exporting {path.name}")

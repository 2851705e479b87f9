"""From a document to a file: the same function as the preview, at full size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files import ExportOptions
from palette_studio.core.photo import Photo
from palette_studio.core.rendering import rendered
from palette_studio.core.tick import Tick, first_half

if TYPE_CHECKING:
    import numpy as np


def export(
    document: Document,
    base: Photo,
    target: tuple[Path, ExportOptions],
    full: np.ndarray | None,
    tick: Tick,
) -> None:
    """Write the result of a document. base: what its palette belongs to. full: the exact result, if known.

    Raises FileError when it cannot be written.
    """
    from palette_studio.core.files import write_photo

    photo, (path, options) = document.photo, target
    assert photo is not None
    if full is None:
        full = rendered(document, base.pixels, None, tick=first_half(tick), base=base)
    tick(0.5)
    write_photo(path, full, photo, options, unchanged=full is photo.pixels, tick=tick)


def export_indexed(document: Document, base: Photo, path: Path, tick: Tick) -> None:
    """Write the mapped photo as a PNG of indices that has the palette in it, in its order."""
    from palette_studio.core.files import FileError
    from palette_studio.core.files.atomic import write_atomically
    from palette_studio.core.files.encoding import encode_indexed
    from palette_studio.core.mapping import indexed, indices

    colors = document.edited.colors
    picked = indices(base.pixels, colors, document.mapping, tick)
    try:
        picture = indexed(picked, colors, base.pixels)
    except ValueError as error:
        raise FileError(f"{path.name}: {error}, or export PNG that is not indexed.") from error
    write_atomically(path, encode_indexed(*picture))

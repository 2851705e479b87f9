"""A sequence through one recipe: what is true of one frame is true of all, so that nothing flickers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from palette_studio.core.contact_sheet import contact_sheet
from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.files.error import FileError
from palette_studio.core.photo import Photo
from palette_studio.core.project import Project
from palette_studio.core.recolor import SCENIC
from palette_studio.core.rendering import rendered
from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.files.sequence_io import FrameSequence

FLICKERS = (
    "The recipe looks at every photo by itself (it segments, transfers or colorizes), so that frames would "
    "flicker. For a sequence it must recolor, map, or grade by a color table."
)


def steady(project: Project) -> Document:
    """Return the document of a recipe by which a color has one result in all frames.

    Raises ValueError where there is none.
    """
    document = project.document
    if document.workspace == "sequence":  # where nothing is made of frames before they are recolored
        return replace(document, workspace="recolor")
    if document.workspace not in ("recolor", "map") or document.colors or project.reference is not None:
        raise ValueError(FLICKERS)
    return document


def recolored(
    document: Document, source: FrameSequence, count: int, tick: Tick = no_tick
) -> Iterator[tuple[int, np.ndarray | FileError]]:
    """Yield the number of every frame, and what a document of ``steady`` makes of it or why it cannot."""
    scenic = document.workspace == "recolor" and document.method in SCENIC and document.method != BY_LUT
    sheet = contact_sheet(source, count, tick) if scenic else None
    for number in range(count):
        tick(number / count)
        try:
            frame = Photo(source.frame(number), source.name(number))
        except FileError as error:
            yield number, error
            continue
        except IndexError:  # a video may hold fewer than it says
            return
        yield number, rendered(replace(document, photo=frame), frame.pixels, None, base=sheet or frame)

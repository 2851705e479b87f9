"""The colors of another photo for a palette: read it, find its swatches, match them with the palette's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files.error import shown
from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np

FEWEST, MOST = 2, 32  # swatches that are found in the other photo


@dataclass(frozen=True, eq=False)
class Other:
    """Another photo's swatches, and the photo itself, small. found: the palette that they are for."""

    found: Palette
    name: str
    palette: Palette
    small: np.ndarray


@dataclass(frozen=True)
class Match:
    """Which swatch of the other palette each swatch takes, None for a locked one, and what was forced."""

    other: Other
    forced: tuple[tuple[int, int], ...]
    pairs: tuple[int | None, ...]


def other_job(path: Path, document: Document, most_megapixels: int) -> Job:
    """Read a photo and find as many swatches in it as the document has."""

    def run(tick: Tick) -> Other:
        from palette_studio.core.files import read_photo_apart
        from palette_studio.core.find_palette import palette_of

        photo = read_photo_apart(path, most_megapixels=most_megapixels, tick=tick)
        count = min(max(len(document.edited), FEWEST), MOST)
        return Other(document.found, photo.name, palette_of(photo, count, tick=tick), photo.levels[-1])

    return Job("other photo", run, stops_older=True, text=job_words("Opening %1", shown(path)))


def match_job(document: Document, other: Other, forced: tuple[tuple[int, int], ...]) -> Job:
    """Match the palettes. Raises ValueError, with words for the artist, as core.craft.matching does."""

    def run(tick: Tick) -> Match:
        from palette_studio.core.craft.matching import matched

        return Match(other, forced, matched(document.found, document.edited, other.palette, dict(forced)))

    return Job("match", run)

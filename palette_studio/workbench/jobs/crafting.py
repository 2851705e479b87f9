"""What takes longer than a moment of what is done to swatches."""

from __future__ import annotations

from dataclasses import dataclass

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette, Swatch
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import base_of


@dataclass(frozen=True)
class Halves:
    """Two swatches that could stand in place of one. found: the palette it was in."""

    found: Palette
    row: int
    parts: tuple[Swatch, Swatch]


def halves_job(document: Document, row: int) -> Job:
    """Divide the pixels that a swatch stands for in two."""

    def run(tick: Tick) -> Halves:
        from palette_studio.core.color_histogram import ColorHistogram
        from palette_studio.core.craft.pieces import halves

        histogram = ColorHistogram.of(base_of(document, tick).scene.pixels, tick)
        return Halves(document.found, row, halves(histogram, document.found, row, tick))

    return Job("split", run, stops_older=True)

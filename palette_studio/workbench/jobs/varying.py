"""This photo in other colors: palettes drawn for it, and a small picture of what each makes of it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from palette_studio.core.document import RECOLORS, Document
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.rendering import rendered
from palette_studio.core.tick import Tick
from palette_studio.workbench import craft_edits
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import base_of

if TYPE_CHECKING:
    import numpy as np

COUNT = 12
VARIED = (*RECOLORS, "map")  # the workspaces whose picture follows the swatches


@dataclass(frozen=True, eq=False)
class Variation:
    """Colors for a photo, and for which swatches they were drawn.

    number: as it is shown. harmony: "" where drawn from the photo's own colors. found, palette: of one
    length. found_in: as in Document.
    """

    number: int
    harmony: str
    found: Palette
    palette: Palette
    found_in: Hashable = None

    def colors_for(self, document: Document) -> Palette | None:
        """Return the palette in the order of the document's swatches; None where it has others."""
        if len(self.found) != len(document.found):
            return None
        rows: dict[object, list[int]] = {}
        for row, swatch in enumerate(self.found.swatches):
            rows.setdefault(swatch.color, []).append(row)
        order = [rows[s.color].pop(0) if rows.get(s.color) else None for s in document.found.swatches]
        if None in order:
            return None
        return Palette(tuple(self.palette[row] for row in order if row is not None))

    def stands_in(self, document: Document) -> bool:
        """Whether the document has these colors."""
        palette = self.colors_for(document)
        if palette is None:
            return False
        return [s.color for s in palette.swatches] == [s.color for s in document.edited.swatches]


@dataclass(frozen=True, eq=False)
class Drawn:
    """The variations of a request, without pictures yet."""

    serial: int
    variations: tuple[Variation, ...]


@dataclass(frozen=True, eq=False)
class Picture:
    """What a variation makes of the photo: (h, w, 3|4) uint8, small."""

    serial: int
    variation: Variation
    pixels: np.ndarray
    done: float  # share of the request, 0..1


@dataclass(frozen=True)
class Wish:
    """Which variations are wanted. number: of the first. width_px: how wide pictures are at least."""

    serial: int
    seed: int
    number: int
    width_px: int


def taken(document: Document, variation: Variation) -> craft_edits.Edit:
    """Return the document in the colors of a variation; one of other swatches brings them back."""
    colors = variation.colors_for(document)
    if colors is not None:
        return craft_edits.varied(document, colors, variation.number)
    there = replace(document, found=variation.found, edited=variation.palette, found_in=variation.found_in)
    return craft_edits.varied(there, variation.palette, variation.number)


def variations_job(document: Document, wish: Wish, kept: tuple[Variation, ...]) -> Job:
    """Draw variations of the edited palette, then a picture of each, the kept ones first."""

    def run(tick: Tick) -> int:
        base = base_of(document, tick)
        drawn = _drawn(document, base, wish)
        tick(0.0, Drawn(wish.serial, drawn))
        return _show(document, base, wish, (*kept, *drawn), tick)

    return Job("variations", run, stops_older=True)


def pictures_job(document: Document, wish: Wish, variations: tuple[Variation, ...]) -> Job:
    """Draw the pictures of variations that are known: how the photo is recolored has changed."""

    def run(tick: Tick) -> int:
        return _show(document, base_of(document, tick), wish, variations, tick)

    return Job("variations", run, stops_older=True)


def _drawn(document: Document, base: Photo, wish: Wish) -> tuple[Variation, ...]:
    from palette_studio.core.color_histogram import ColorHistogram
    from palette_studio.core.craft.variations import Chromas, variations_told

    chromas = base.scene.known(
        ("variations", "chromas"), lambda: Chromas.of_photo(ColorHistogram.of(base.scene.pixels))
    )
    told = variations_told(document.edited, chromas, COUNT, wish.seed)
    return tuple(
        Variation(wish.number + n, one.harmony, document.found, one.palette, document.found_in)
        for n, one in enumerate(told)
    )


def _show(document: Document, base: Photo, wish: Wish, variations: tuple[Variation, ...], tick: Tick) -> int:
    level = max((n for n, one in enumerate(base.levels) if one.shape[1] >= wish.width_px), default=0)
    for number, variation in enumerate(variations, start=1):
        _, there = taken(document, variation)
        pixels = rendered(there, base.levels[level], None, tick=_quiet(tick), base=base)
        share = number / len(variations)
        tick(share, Picture(wish.serial, variation, pixels, share))
    return wish.serial


def _quiet(tick: Tick) -> Tick:
    """Return a tick that can be canceled, and whose progress is not the gallery's."""

    def silent(fraction: float, partial: object = None) -> None:
        tick(0.0)

    return silent

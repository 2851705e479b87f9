"""The recolored photo for the screen: patches at some level now, the exact picture soon after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.document import BY_LUT, RECOLORS, Document
from palette_studio.core.palette import Rgb
from palette_studio.core.photo import Photo
from palette_studio.core.region import Region
from palette_studio.core.rendering import rendered
from palette_studio.core.scene import PREVIEW_PIXELS, Part
from palette_studio.core.tick import Tick, no_tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np

DRAG_NODES = 33  # a table a frame can afford; its error is shown as "Preview"
SETTLE_NODES = 65  # one full-size pass before the exact one, which takes seconds at 16 bits


@dataclass(frozen=True)
class Area:
    """A rectangle of one pyramid level, in that level's pixels."""

    level: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, eq=False)
class Patch:
    """Pixels for the screen: (h, w, 3|4) uint8, standing at (x, y) of pyramid level ``level``."""

    level: int
    pixels: np.ndarray
    x: int = 0
    y: int = 0


@dataclass(frozen=True, eq=False)
class Rendering:
    """One document, drawn. serial: grows with every edit. exact: these are the pixels an export saves.

    full: the full-size result at the photo's own depth, or None for a preview.
    """

    serial: int
    patches: tuple[Patch, ...]
    exact: bool
    full: np.ndarray | None = None


def base_of(document: Document, tick: Tick = no_tick) -> Photo:
    """Return what the palette belongs to, as ``Document.base`` does, worked out where it is not there yet."""
    assert document.photo is not None
    if not document.made:
        return document.photo
    from palette_studio.nets.making import base_of as made_of

    return made_of(document, tick)


def as_found(photo: Photo, serial: int) -> Rendering:
    """Return the rendering of an unchanged palette: the photo itself."""
    patches = tuple(Patch(n, level) for n, level in enumerate(photo.levels))
    return Rendering(serial, patches, exact=True, full=photo.pixels)


def preview_job(document: Document, area: Area, serial: int) -> Job:
    """Draw what is in sight now, with a table; a whole small level too when only a part is in sight.

    Where the colors of another photo are yet to come, all of it is drawn, small.
    """
    photo = document.base
    assert photo is not None
    if document.made and photo is document.photo:
        return _sketch_job(document, photo, serial)
    level = photo.levels[area.level]
    seen = level[area.y : area.y + area.height, area.x : area.x + area.width]
    whole = seen.shape[:2] == level.shape[:2]

    def run(tick: Tick) -> Rendering:
        import numpy as np

        part = Part(area.x, area.y, level.shape[1], level.shape[0])
        patches = []
        if not whole:
            coarse = photo.level_within(PREVIEW_PIXELS // 4)
            patches.append(Patch(coarse, rendered(document, photo.levels[coarse], DRAG_NODES, base=photo)))
        sharp = rendered(document, np.ascontiguousarray(seen), DRAG_NODES, part, base=photo)
        patches.append(Patch(area.level, sharp, area.x, area.y))
        return Rendering(serial, tuple(patches), exact=False)

    return Job("preview", run)


def _sketch_job(document: Document, photo: Photo, serial: int) -> Job:
    def run(tick: Tick) -> Rendering:
        import numpy as np

        from palette_studio.core.transferring import LIVE_PIXELS

        level = photo.level_within(LIVE_PIXELS)

        def told(fraction: float, partial: object = None) -> None:
            if isinstance(partial, np.ndarray):
                tick(fraction, Rendering(serial, (Patch(level, partial),), exact=False))
            else:
                tick(fraction)

        small = _small(document, photo, told)
        pixels = rendered(document, small.levels[0], DRAG_NODES, base=small)
        return Rendering(serial, (Patch(level, pixels),), exact=False)

    return Job("preview", run)


def _small(document: Document, photo: Photo, tick: Tick) -> Photo:
    """Return what ``base_of`` does, small and soon."""
    from palette_studio.nets.making import sketch_of

    return sketch_of(document, photo, tick)


def settle_job(document: Document, serial: int) -> Job:
    """Draw the whole photo exactly; at 16 bits through a fine table first, as a partial result.

    So is the exact fit, where the photo is divided by it.
    """
    photo, known = document.photo, document.base
    assert photo is not None

    def draw(photo: Photo, table: int | None, tick: Tick) -> Rendering:
        from palette_studio.core.tiles import pyramid

        if document.unedited:
            return as_found(photo, serial)
        full = rendered(document, photo.pixels, table, tick=tick, base=photo)
        patches = tuple(Patch(n, level) for n, level in enumerate(pyramid(full)))
        return Rendering(serial, patches, exact=table is None, full=full if table is None else None)

    def run(tick: Tick) -> Rendering:
        base = base_of(document, tick)
        if photo.bits == 16 and document.workspace in RECOLORS and not document.unedited:
            tick(0.1, draw(base, SETTLE_NODES, tick))
        if document.workspace == "segment":
            from palette_studio.workbench.jobs.segmenting import Fitted

            tick(0.1, Fitted.of(photo, document.segmenting, tick))
        return draw(base, None, tick)

    there = known is not photo or not document.made
    text = job_words("Transferring colors") if document.transfers else job_words("Coloring the photo")
    return Job("settle", run, stops_older=True, text="" if there else text)


def mask_job(photo: Photo, region: Region) -> Job:
    """Work out the masks of a region before a drag asks for them."""

    def run(tick: Tick) -> None:
        from palette_studio.core.region import masks_of

        masks_of(photo, region, tick)

    return Job("mask", run, stops_older=True)


def engine_of(document: Document) -> str:
    """Return the engine that tells whose a color is; a color table knows no swatches, so the usual one."""
    return "rbf" if document.method == BY_LUT else document.method


def belonging(document: Document, color: Rgb, *, known: bool) -> tuple[int, float]:
    """Return the swatch that a color of the photo belongs to most, and how much, 0..1.

    known: the engine knows the photo already; if not, the usual one answers in its place, at once.
    """
    import numpy as np

    pixel = np.array([[color]], np.uint8)
    if document.workspace == "map":
        from palette_studio.core.nearest import nearest

        return int(nearest(pixel, document.edited.colors, metric=document.mapping.metric)[0, 0]), 1.0
    from palette_studio.core.recolor import weights

    assert document.base is not None
    engine = engine_of(document) if known else "rbf"
    shares = weights(pixel[0], document.found, engine, document.base.scene)[0]
    row = int(shares.argmax())
    return row, float(shares[row])

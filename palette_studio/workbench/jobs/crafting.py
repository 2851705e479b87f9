"""What takes longer than a moment of what is done to swatches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.palette import MOST, Palette, Rgb, Swatch
from palette_studio.core.photo import Photo
from palette_studio.core.rendering import mask_for
from palette_studio.core.tick import Tick
from palette_studio.workbench import craft_edits, edits
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.opening import added_to
from palette_studio.workbench.jobs.rendering import base_of, engine_of
from palette_studio.workbench.jobs.veiling import DARKEST
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np

MISSED = 3.0  # CIEDE2000 from which a region is told to be of another color than the one wanted
SPOT_PIXELS = 300_000  # of the level on which the region around a place is looked for
WORTH = 0.7  # of the difference that a swatch more may leave


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


@dataclass(frozen=True)
class Aimed:
    """What a drop of a color on the photo has come to.

    document: the one it was asked of. text: for the history. new: it with the palette by which the region
    takes the color, maybe with a swatch more. wanted, mean: the color asked of it, and what the region's has
    become. difference: CIEDE2000 between the two. keeps_light: the color given was of another lightness.
    """

    document: Document
    text: str
    new: Document
    wanted: Rgb
    mean: Rgb
    difference: float
    keeps_light: bool


def aim_job(document: Document, spot: tuple[int, int], color: Rgb, *, exact: bool) -> Job:
    """Find the palette by which the region around a place of the photo becomes a color.

    exact: even where the light of the photo goes with it.
    """

    def run(tick: Tick) -> Aimed:
        from palette_studio.core.craft.aim import aimed
        from palette_studio.core.craft.region_color import Engine

        base = base_of(document, tick)
        scene = base.scene
        mask = mask_for(document, scene.pixels, None)
        engine = Engine(engine_of(document), document.strength, document.keep_light, mask)
        wish = _region_around(base, spot, scene.pixels.shape), color

        def on(at: Document) -> Aimed:
            best, wanted, keeps = aimed(scene, (at.found, at.edited), wish, engine, exact=exact, tick=tick)
            text, new = craft_edits.region_colored(at, best.edited, wanted)
            return Aimed(document, text, new, wanted, best.mean, best.difference, keeps)

        result = on(document)
        if result.difference > MISSED and len(document.edited) < MOST:
            further = on(_with_swatch_of(document, base, wish[0]))
            if further.difference < WORTH * result.difference:
                result = further
        return result

    return Job("aim", run, text=job_words("Finding the palette"), stops_older=True)


def _with_swatch_of(document: Document, base: Photo, inside: np.ndarray) -> Document:
    """Return the document with one swatch more, of a region's own color."""
    import numpy as np

    from palette_studio.core.color import lab_to_srgb
    from palette_studio.core.craft.region_color import region_mean

    mean = lab_to_srgb(region_mean(base.scene.pixels, inside))
    r, g, b = np.rint(np.clip(mean, 0, 1) * 255).astype(int)
    return edits.added(document, *added_to(base, document.found, (int(r), int(g), int(b))))[1]


def spot_job(photo: Photo, spot: tuple[int, int]) -> Job:
    """Find what lies outside the region around a place: (h, w) uint8, how dark to veil it."""

    def run(tick: Tick) -> np.ndarray:
        import numpy as np

        return np.where(_region_around(photo, spot), np.uint8(0), np.uint8(DARKEST))

    return Job("veil", run)


def _region_around(photo: Photo, spot: tuple[int, int], shape: tuple[int, ...] | None = None) -> np.ndarray:
    """Return (h, w) bool, the region that a pixel of the photo belongs to.

    It is looked for on a small level, so that it follows a hand. shape: of the level it is wanted for.
    """
    import cv2
    import numpy as np

    from palette_studio.core.craft.spot import region_at

    level = photo.levels[photo.level_within(SPOT_PIXELS)]
    height, width = level.shape[:2]
    x, y = spot[0] * width // photo.width, spot[1] * height // photo.height
    inside = region_at(level, min(x, width - 1), min(y, height - 1))
    if shape is None or inside.shape == shape[:2]:
        return inside
    size = shape[1], shape[0]
    return np.asarray(cv2.resize(inside.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0)

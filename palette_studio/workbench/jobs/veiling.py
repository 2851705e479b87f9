"""Where a swatch, a component or a region is in the photo: how dark to veil what lies outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.photo import Photo
from palette_studio.core.region import Region
from palette_studio.core.rendering import mask_for
from palette_studio.core.scene import PREVIEW_PIXELS
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import engine_of

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.segmenting import Mixture

DARKEST = 215  # of 255: what lies outside stays recognizable


def veil_job(document: Document, index: int) -> Job:
    """Find what lies outside a swatch's region, on a small level: (h, w) uint8, how dark to veil it."""
    photo = document.base
    assert photo is not None

    def run(tick: Tick) -> np.ndarray:
        return _darkness()[_region(document, photo, index)]

    return Job("veil", run)


def region_veil_job(photo: Photo, region: Region) -> Job:
    """Find what lies outside a region, on a small level, as veil_job does."""

    def run(tick: Tick) -> np.ndarray:
        from palette_studio.core.region import masks_of

        mask = masks_of(photo, region)[photo.level_within(PREVIEW_PIXELS)]
        return _darkness()[mask]

    return Job("veil", run)


def component_job(photo: Photo, how: Segmenting, mixture: Mixture, index: int) -> Job:
    """Find what lies outside a component's region, on a small level: (h, w) uint8, how dark to veil it."""

    def run(tick: Tick) -> np.ndarray:
        import numpy as np

        from palette_studio.core.segmentation import labels

        inside = labels(photo.scene.pixels, how, mixture, photo.bits, tick) == index
        return np.where(inside, np.uint8(0), np.uint8(DARKEST))

    return Job("veil", run, stops_older=True)


def _darkness() -> np.ndarray:
    """Return (256,) uint8 how dark to veil what is that much inside."""
    import numpy as np

    return np.linspace(DARKEST, 0, 256).astype(np.uint8)


def _region(document: Document, photo: Photo, index: int) -> np.ndarray:
    """Return (h, w) uint8, 255 where the photo, small, is all swatch ``index`` and changes with it."""
    import numpy as np

    scene = photo.scene
    if document.workspace == "map":
        from palette_studio.core.nearest import nearest

        inside = nearest(scene.pixels, document.edited.colors, metric=document.mapping.metric) == index
        return inside.astype(np.uint8) * np.uint8(255)
    from palette_studio.core.recolor import membership

    inside = membership(scene.pixels, document.found, index, engine_of(document), scene)
    mask = mask_for(document, scene.pixels, None)
    return inside if mask is None else (inside * np.float32(1 / 255) * mask).astype(np.uint8)

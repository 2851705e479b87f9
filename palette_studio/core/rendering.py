"""A document's result: the one way to the screen, to histograms and to files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.photo import Photo
from palette_studio.core.scene import Part
from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np


def rendered(
    document: Document,
    pixels: np.ndarray,
    table: int | None,
    part: Part | None = None,
    tick: Tick = no_tick,
    base: Photo | None = None,
) -> np.ndarray:
    """Return ``pixels`` as the palette wants them: the one way to the screen, to histograms and to files.

    part: where in the photo they lie; None: they are all of it, at some size. table: nodes an axis for a
    preview, None for the exact result; mapping has previews too. base: the photo that they are of, if it is
    not the document's.
    """
    if document.unedited:
        return pixels
    if document.workspace == "map":
        from palette_studio.core.mapping import mapped

        return mapped(pixels, document.edited.colors, document.mapping, tick, preview=table is not None)
    if document.workspace == "segment":
        return _segmented(document, pixels, table is not None, tick)
    if document.method == BY_LUT:
        from palette_studio.core.lut import graded

        assert document.lut is not None
        mask = mask_for(document, pixels, part)
        return graded(pixels, document.lut, document.strength, tick, mask=mask)
    return _recolored(document, base, pixels, table, part, tick)


def mask_for(document: Document, pixels: np.ndarray, part: Part | None) -> np.ndarray | None:
    """Return how much of a change reaches pixels of a level of the photo; None where all does."""
    from palette_studio.core.region import masks_of

    if document.region is None:
        return None
    photo, part = document.photo, part or Part.whole(pixels)
    assert photo is not None
    masks = masks_of(photo, document.region)
    mask = next(mask for mask in masks if mask.shape == (part.height, part.width))
    height, width = pixels.shape[:2]
    return mask[part.y : part.y + height, part.x : part.x + width]


def _segmented(document: Document, pixels: np.ndarray, preview: bool, tick: Tick) -> np.ndarray:
    """Return the regions; of what a hand holds or scrubs, a preview is not smoothed, so that it follows."""
    from palette_studio.core.segmentation import colors_of, fitted, labels, mixture_of, painted

    photo, how = document.photo, document.segmenting
    assert photo is not None
    mixture = mixture_of(fitted(photo, how, tick, exact=not preview), how.iteration)
    passes = how.held or how.iteration is not None
    shown = replace(how, smooth=0) if preview and passes else how
    label = labels(pixels, shown, mixture, photo.bits, tick)
    return painted(pixels, label, colors_of(photo, how, mixture))


def _recolored(
    document: Document,
    base: Photo | None,
    pixels: np.ndarray,
    table: int | None,
    part: Part | None,
    tick: Tick,
) -> np.ndarray:
    from palette_studio.core.recolor import recolor

    photo = base or document.photo
    assert photo is not None
    return recolor(
        pixels,
        document.found,
        document.edited,
        method=document.method,
        strength=document.strength,
        keep_light=document.keep_light,
        mask=mask_for(document, pixels, part),
        table=table,
        scene=photo.scene,
        part=part,
        tick=tick,
    )

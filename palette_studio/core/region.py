"""Region: where a photo is recolored; a value the document keeps, and its masks."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from palette_studio.core.palette import Rgb
from palette_studio.core.segmenting import bytes_of
from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.photo import Photo
    from palette_studio.core.segmenting import Mixture


@dataclass(frozen=True, eq=False)
class Region:
    """Some components of a mixture, as it was when they were chosen; regions of the same values are equal.

    channel, smooth: as Segmenting has them. components: their numbers, at least one. inverted: all the rest
    of the photo instead. colors: what each component of the mixture looks like, which no mask depends on.
    """

    channel: str
    mixture: Mixture
    components: frozenset[int]
    smooth: int = 8
    inverted: bool = False
    colors: tuple[Rgb, ...] = ()

    @cached_property
    def key(self) -> Hashable:
        """What its masks depend on."""
        return self.channel, bytes_of(self.mixture), self.components, self.smooth, self.inverted

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Region) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def turned(self) -> Region:
        """Return all the rest of the photo."""
        return replace(self, inverted=not self.inverted)


def masks_of(photo: Photo, region: Region, tick: Tick = no_tick) -> tuple[np.ndarray, ...]:
    """Return the mask of a region at every level of the photo, worked out the first time.

    Each is (h, w) uint8, read-only: 255 where all of the change of a palette reaches a pixel. The first is
    the exact one, others are its means as those of the photo's levels.
    """
    return photo.masks.known(region, lambda: _masks(photo, region, tick))


def _masks(photo: Photo, region: Region, tick: Tick) -> tuple[np.ndarray, ...]:
    from palette_studio.core.mixture.segment import soft_mask

    if region.inverted:
        masks = tuple(255 - mask for mask in masks_of(photo, region.turned(), tick))
    else:
        mask = soft_mask(photo.pixels, region.mixture, region.channel, region.components, region.smooth, tick)
        masks = _levels(photo, mask)
    for mask in masks:
        mask.flags.writeable = False
    return masks


def _levels(photo: Photo, mask: np.ndarray) -> tuple[np.ndarray, ...]:
    import cv2
    import numpy as np

    from palette_studio.core.tiles import pyramid

    if photo.pixels.shape[2] == 4:  # pixels have a say as far as they show, as in the photo's levels
        shown = pyramid(np.dstack([mask, mask, mask, photo.levels[0][..., 3]]))
        return mask, *(np.ascontiguousarray(level[..., 0]) for level in shown[1:])
    masks = [mask]
    for level in photo.levels[1:]:
        masks.append(cv2.resize(masks[-1], level.shape[1::-1], interpolation=cv2.INTER_AREA))
    return tuple(masks)

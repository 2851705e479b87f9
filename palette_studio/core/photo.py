"""Photo: read-only pixels, the display pyramid, and what an export needs to remember of the file."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from palette_studio.core.memory import Memory
from palette_studio.core.scene import PREVIEW_PIXELS, Scene

if TYPE_CHECKING:
    import numpy as np

MOST_MEGAPIXELS = 120  # of a photo that is opened, where Preferences do not say otherwise
_REGISTRY = threading.Lock()
_FROM_FILES: WeakSet[Photo] = WeakSet()
TRANSFERS, SKETCHES = 3, 6  # pictures with the colors of others that are kept: full size, and small
MASKS = 2  # of a photo's own size that are kept, with their levels


@dataclass(frozen=True)
class Origin:
    """What the file said beside its pixels.

    profile: the embedded ICC profile, or None. profile_name: for people ("Display P3", "sRGB").
    exif: the EXIF block with orientation already reset to 1, or None. format: "jpeg", "png", ...
    converted: the file's pixels were not sRGB and have been converted for editing. digest: the SHA-256 of the
    file that was read, in hexadecimal digits.
    """

    path: Path | None = None
    format: str = ""
    profile: bytes | None = None
    profile_name: str = "sRGB"
    exif: bytes | None = None
    converted: bool = False
    digest: str = ""


@dataclass(frozen=True, eq=False)
class Photo:
    """A decoded picture. pixels: (h, w, 3|4), uint8 or uint16, sRGB-encoded, upright, read-only."""

    pixels: np.ndarray
    name: str
    origin: Origin = field(default_factory=Origin)

    def __post_init__(self) -> None:
        self.pixels.flags.writeable = False
        if self.origin.path is not None:
            with _REGISTRY:
                _FROM_FILES.add(self)

    @property
    def height(self) -> int:
        return self.pixels.shape[0]

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def bits(self) -> int:
        return self.pixels.dtype.itemsize * 8

    @property
    def megapixels(self) -> float:
        return self.height * self.width / 1e6

    @cached_property
    def levels(self) -> tuple[np.ndarray, ...]:
        """8-bit pictures for the screen, each half the size of the one before, read-only.

        levels[0] has the photo's size: the pixels themselves when they are 8-bit.
        """
        from palette_studio.core.tiles import pyramid

        return pyramid(self.pixels)

    @cached_property
    def scene(self) -> Scene:
        """The photo at the size of a preview, as recoloring engines look at it."""
        return Scene(self.levels[self.level_within(PREVIEW_PIXELS)])

    @cached_property
    def masks(self) -> Memory:
        """The masks of regions that were asked for last, see region.masks_of."""
        return Memory(MASKS)

    @cached_property
    def transfers(self) -> Memory:
        """The photos with the colors of others that were asked for last, see transferring.transferred."""
        return Memory(TRANSFERS)

    @cached_property
    def sketches(self) -> Memory:
        """The same, small, see transferring.sketched."""
        return Memory(SKETCHES)

    def level_within(self, most_pixels: int) -> int:
        """Return the number of the largest level of at most ``most_pixels`` (the last one if none is)."""
        for number, level in enumerate(self.levels):
            if level.shape[0] * level.shape[1] <= most_pixels:
                return number
        return len(self.levels) - 1


def originals() -> set[Path]:
    """Return the files that the photos in memory were read from: nothing may be written to them."""
    with _REGISTRY:
        photos = list(_FROM_FILES)
    return {photo.origin.path for photo in photos if photo.origin.path is not None}

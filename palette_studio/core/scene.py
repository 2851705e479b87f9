"""What an engine may know beside the pixels at hand: the whole picture, small, and where in it they lie."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from palette_studio.core.memory import Memory

if TYPE_CHECKING:
    import numpy as np

Known = TypeVar("Known")
PREVIEW_PIXELS = 1_500_000  # what the palette is found in and what a drag recolors
REMEMBERED = 8  # things found out about one picture that are kept, the latest used


@dataclass(frozen=True, eq=False)
class Scene:
    """The whole picture at the size of a preview, and what engines have found out about it.

    pixels: (h, w, 3|4) uint8, read-only. placed: whether it tells anything where a pixel stands. A preview
    and an export are given the same scene, so that they see the same layers, clusters and hulls.
    """

    pixels: np.ndarray
    placed: bool = True
    _memory: Memory = field(default_factory=lambda: Memory(REMEMBERED), repr=False)

    @classmethod
    def of(cls, pixels: np.ndarray) -> Scene:
        """Return the scene of a picture of any size and depth, as ``Photo.scene`` has it."""
        from palette_studio.core.tiles import pyramid, read_only, to_8_bit

        if pixels.shape[0] * pixels.shape[1] <= PREVIEW_PIXELS:
            return cls(read_only(to_8_bit(pixels)))
        return cls(next(p for p in pyramid(pixels) if p.shape[0] * p.shape[1] <= PREVIEW_PIXELS))

    def known(self, key: Hashable, find_out: Callable[[], Known]) -> Known:
        """Return what ``find_out`` gave for ``key``, calling it the first time; others wait meanwhile.

        key: (engine, what, and the bytes of all it depends on).
        """
        return self._memory.known(key, find_out)

    def remembered(self, key: Hashable) -> Any:
        """Return what is known for ``key``, or None."""
        return self._memory.remembered(key)


@dataclass(frozen=True)
class Part:
    """A rectangle of a picture: its left upper corner, and the size of the whole, in the same pixels.

    A pixel in column j and row i of the part stands at ((x + j + 0.5) / width, (y + i + 0.5) / height).
    """

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def whole(cls, pixels: np.ndarray) -> Part:
        return cls(0, 0, pixels.shape[1], pixels.shape[0])


@dataclass(frozen=True, eq=False)
class View:
    """Pixels in their picture. given: its scene, or None where the pixels are the whole picture."""

    pixels: np.ndarray
    part: Part
    given: Scene | None = None

    @classmethod
    def of(cls, pixels: np.ndarray, scene: Scene | None = None, part: Part | None = None) -> View:
        return cls(pixels, part or Part.whole(pixels), scene)

    @cached_property
    def scene(self) -> Scene:
        """Made when an engine asks for it: most do not."""
        return self.given or Scene.of(self.pixels)

"""Document: one frozen value, everything a save, an undo step or a job must remember."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from palette_studio.core.palette import Palette, Rgb, Swatch
from palette_studio.core.photo import Photo


@dataclass(frozen=True)
class Document:
    """The photo, its palette as found and as edited, and how one becomes the other.

    found and edited have the same length; swatch i of the photo becomes swatch i of edited. Names, coverage
    and locks live in ``edited``. strength and keep_light are 0..1.
    """

    photo: Photo | None = None
    found: Palette = field(default_factory=Palette)
    edited: Palette = field(default_factory=Palette)
    method: str = "rbf"
    strength: float = 1.0
    keep_light: float = 0.0

    @property
    def changed(self) -> bool:
        """Whether any swatch differs from the one found."""
        return any(a.color != b.color for a, b in zip(self.found.swatches, self.edited.swatches, strict=True))

    def with_color(self, index: int, color: Rgb) -> Document:
        return replace(self, edited=self.edited.with_color(index, color))

    def with_palette(self, found: Palette) -> Document:
        """Start over from ``found``: nothing edited."""
        return replace(self, found=found, edited=found)

    def added(self, swatch: Swatch) -> Document:
        return replace(self, found=self.found.added(swatch), edited=self.edited.added(swatch))

    def without(self, index: int) -> Document:
        return replace(self, found=self.found.without(index), edited=self.edited.without(index))

    def reordered(self, order: list[int]) -> Document:
        return replace(self, found=self.found.reordered(order), edited=self.edited.reordered(order))

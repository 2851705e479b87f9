"""Document: one frozen value, everything a save, an undo step or a job must remember."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from palette_studio.core import coloring, transferring
from palette_studio.core.coloring import Coloring
from palette_studio.core.mapping import Mapping
from palette_studio.core.palette import Palette, Rgb, Swatch
from palette_studio.core.photo import Photo
from palette_studio.core.region import Region
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.sequencing import Frames, Sequencing
from palette_studio.core.transferring import Transferring

if TYPE_CHECKING:
    from palette_studio.core.lut import Lut

WORKSPACES = ("recolor", "map", "segment", "transfer", "colorize", "sequence")
RECOLORS = ("recolor", "transfer", "colorize")  # the workspaces where the photo follows the swatches
BY_LUT = "lut"  # the method whose colors come from a table, not from the swatches


@dataclass(frozen=True)
class Document:
    """The photo, its palette as found and as edited, and how one becomes the other.

    found and edited have the same length. workspace: "recolor", where swatch i of the photo becomes swatch i
    of edited, "map", where every pixel gets the nearest of the edited colors, as ``mapping`` says,
    "segment", where it gets the color of the component it belongs to, as ``segmenting`` says, "transfer",
    where it gets the colors of another photo, as ``transferring`` says, "colorize", where it is given color,
    as ``coloring`` says, from both of which Recolor and Map then go on, or "sequence", where ``frames`` are
    watched as ``sequencing`` says; the photo is one of them then. Names, coverage and locks live in
    ``edited``. found_in: what the palette was found in: the keys of coloring and transfer, None for the photo
    itself. method: how one recolors, a key of core.recolor.METHODS, or "lut" for the table in ``lut``.
    strength and keep_light are 0..1. region: where in the photo one recolors, None for all of it.
    """

    photo: Photo | None = None
    found: Palette = field(default_factory=Palette)
    edited: Palette = field(default_factory=Palette)
    method: str = "rbf"
    strength: float = 1.0
    keep_light: float = 0.0
    region: Region | None = None
    workspace: str = "recolor"
    mapping: Mapping = field(default_factory=Mapping)
    lut: Lut | None = None
    segmenting: Segmenting = field(default_factory=Segmenting)
    sequencing: Sequencing = field(default_factory=Sequencing)
    frames: Frames | None = None
    coloring: Coloring = field(default_factory=Coloring)
    transferring: Transferring = field(default_factory=Transferring)
    found_in: Hashable = None

    @property
    def colors(self) -> bool:
        """Whether the photo is given color before anything else."""
        return self.coloring.on and self.workspace in (*RECOLORS, "map")

    @property
    def transfers(self) -> bool:
        """Whether the photo then gets the colors of another."""
        how = self.transferring
        return how.active and how.reference is not self.photo and self.workspace in (*RECOLORS, "map")

    @property
    def made(self) -> bool:
        """Whether the palette belongs to something made of the photo, not to the photo."""
        return self.colors or self.transfers

    @property
    def stale(self) -> bool:
        """Whether the palette was found in other colors than those it now belongs to."""
        return self.workspace in (*RECOLORS, "map") and self.found_in != self.place_found

    @property
    def place_found(self) -> Hashable:
        """What a palette that is found now is found in."""
        if not self.made:
            return None
        return self.coloring.key if self.colors else None, self.transferring.key if self.transfers else None

    @property
    def base(self) -> Photo | None:
        """What the palette belongs to: the photo, or what is made of it once that is there."""
        if self.photo is None or not self.made:
            return self.photo
        base = coloring.at_hand(self.photo, self.coloring) if self.colors else self.photo
        if base is not None and self.transfers:
            base = transferring.at_hand(base, self.transferring)
        return base or self.photo

    @property
    def changed(self) -> bool:
        """Whether any swatch differs from the one found."""
        return any(a.color != b.color for a, b in zip(self.found.swatches, self.edited.swatches, strict=True))

    @property
    def untouched(self) -> bool:
        """Whether the result is the photo itself."""
        return self.unedited and not self.made

    @property
    def unedited(self) -> bool:
        """Whether the palette changes nothing."""
        if self.photo is None or self.workspace == "map":
            return not len(self.edited)
        if self.workspace in ("segment", "sequence"):
            return self.workspace == "sequence"
        if self.strength == 0:
            return True
        return self.lut is None if self.method == BY_LUT else not self.changed

    def with_photo(self, photo: Photo | None) -> Document:
        """Return the document with a photo, on which a region of another one has no place."""
        if photo is self.photo:
            return self
        colors = self.coloring.for_photo(on=self.coloring.on and self.workspace == "colorize")
        return replace(
            self, photo=photo, region=None, coloring=colors, transferring=self.transferring.for_photo()
        )

    def with_color(self, index: int, color: Rgb) -> Document:
        return replace(self, edited=self.edited.with_color(index, color))

    def with_palette(self, found: Palette) -> Document:
        """Start over from ``found``: nothing edited."""
        return replace(self, found=found, edited=Palette(found.swatches), found_in=self.place_found)

    def added(self, swatch: Swatch) -> Document:
        return replace(self, found=self.found.added(swatch), edited=self.edited.added(swatch))

    def without(self, index: int) -> Document:
        return replace(self, found=self.found.without(index), edited=self.edited.without(index))

    def reordered(self, order: list[int]) -> Document:
        return replace(self, found=self.found.reordered(order), edited=self.edited.reordered(order))

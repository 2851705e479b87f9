"""Coloring: how a photo without color is given some; a value the document keeps, and the photo it made."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from palette_studio.core.palette import Rgb

if TYPE_CHECKING:
    from palette_studio.core.colorize.hints import Hint
    from palette_studio.core.photo import Photo

MODELS = ("let-there-be-color", "deep-colorization")
MOST_COLORS = 8  # of a palette that leads


@dataclass(frozen=True)
class Coloring:
    """Who tells the colors, and what leads them.

    on: whether the photo is colored at all. model: of ``MODELS``. style: a photo whose kind of colors is
    wanted. hints: colors at places; palette: colors that are to be in the picture. strength: 0..1, gray to
    all of it; vividness: 0..1, from the colors that err least to those as lively as photos are.
    """

    on: bool = False
    model: str = MODELS[0]
    style: Photo | None = None
    hints: tuple[Hint, ...] = ()
    palette: tuple[Rgb, ...] = ()
    strength: float = 1.0
    vividness: float = 0.0

    @property
    def key(self) -> Hashable:
        """What the result depends on."""
        return "colored", *self.chroma_key, self.strength

    @property
    def chroma_key(self) -> tuple[Hashable, ...]:
        """What the chroma depends on, before it is painted."""
        return *self.told_key, self.vividness, self.hints, self.palette

    @property
    def told_key(self) -> tuple[Hashable, ...]:
        """What depends on neither hints nor palette."""
        return self.model, id(self.style)

    def for_photo(self, *, on: bool) -> Coloring:
        """Return the same wishes for another photo."""
        return replace(self, on=on, hints=())


def at_hand(photo: Photo, how: Coloring) -> Photo | None:
    """Return the colored photo, if it has been worked out already."""
    return photo.transfers.remembered(how.key)

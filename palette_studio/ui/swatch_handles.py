"""The swatches as a plot of a plane of color has them: where each stands, and which one the hand is on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core import planes
from palette_studio.core.palette import Palette, Rgb


@dataclass(frozen=True, eq=False)
class SwatchHandles:
    """Swatches in a plane. places, starts: (k, 3) lightness, right, up, as edited and as found."""

    plane: str
    found: Palette
    edited: Palette
    selected: int
    places: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(
        cls, plane: str, found: Palette, edited: Palette, selected: int, fine: tuple[Rgb, np.ndarray] | None
    ) -> SwatchHandles:
        """fine: the color that was last asked for and its place, which is finer than its 8 bits."""
        places, starts = (
            planes.places_of(plane, each.colors.reshape(-1, 3) / 255) for each in (edited, found)
        )
        inside = 0 <= selected < len(edited)
        if inside and fine is not None and edited[selected].color == fine[0]:
            places[selected] = fine[1]
        return cls(plane, found, edited, selected if inside else -1, places, starts)

    @property
    def movable(self) -> bool:
        """Whether the selected swatch is there and may move."""
        return self.selected >= 0 and not self.edited[self.selected].locked

    @property
    def place(self) -> np.ndarray:
        """Where the selected swatch stands."""
        return self.places[self.selected]

    @property
    def order(self) -> list[int]:
        """Return all swatches in the order of painting: the selected one last."""
        return sorted(range(len(self.edited)), key=lambda n: n == self.selected)

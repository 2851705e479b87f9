"""Swatch and Palette: small immutable values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.segmenting import Mixture

Rgb = tuple[int, int, int]  # sRGB, 0..255
FEWEST, MOST = 1, 256  # swatches in a palette


def hex_of(color: Sequence[int]) -> str:
    """Return ``#RRGGBB`` for an 8-bit color."""
    return "#{:02X}{:02X}{:02X}".format(*(int(v) for v in color[:3]))


@dataclass(frozen=True)
class Swatch:
    """One color of a palette.

    color: sRGB 0..255. coverage: share of the photo's pixels nearest to it, 0..1 (0 when unknown).
    locked: bulk operations leave it alone. alpha: 0 (clear) to 255. spot: an ink of its own in print.
    group: the name of the group it stands in, "" for none.
    """

    color: Rgb
    name: str = ""
    coverage: float = 0.0
    locked: bool = False
    alpha: int = 255
    spot: bool = False
    group: str = ""

    @property
    def hex(self) -> str:
        return hex_of(self.color)


@dataclass(frozen=True)
class Mixed:
    """The mixture whose components swatches are, in their order. channel: as Segmenting has it."""

    channel: str
    mixture: Mixture


@dataclass(frozen=True)
class Palette:
    """Swatches in the order the artist sees them. mixed: where they come from, if it is a mixture.

    That lasts until a swatch is added, removed or changed.
    """

    swatches: tuple[Swatch, ...] = ()
    mixed: Mixed | None = None

    @classmethod
    def from_colors(cls, colors: Iterable[Sequence[int]]) -> Palette:
        """colors: (k, 3) values 0..255, in order."""
        return cls(tuple(Swatch((int(r), int(g), int(b))) for r, g, b in colors))

    @property
    def colors(self) -> np.ndarray:
        """(k, 3) uint8, read-only."""
        import numpy as np

        array = np.array([s.color for s in self.swatches], dtype=np.uint8).reshape(-1, 3)
        array.flags.writeable = False
        return array

    def __len__(self) -> int:
        return len(self.swatches)

    def __getitem__(self, index: int) -> Swatch:
        return self.swatches[index]

    def with_swatch(self, index: int, swatch: Swatch) -> Palette:
        return Palette((*self.swatches[:index], swatch, *self.swatches[index + 1 :]))

    def with_color(self, index: int, color: Rgb) -> Palette:
        return self.with_swatch(index, replace(self.swatches[index], color=color))

    def added(self, swatch: Swatch) -> Palette:
        return Palette((*self.swatches, swatch))

    def without(self, index: int) -> Palette:
        return Palette(self.swatches[:index] + self.swatches[index + 1 :])

    def reordered(self, order: Sequence[int]) -> Palette:
        """order: a permutation; place p of the result holds swatch ``order[p]``."""
        if sorted(order) != list(range(len(self.swatches))):
            raise ValueError(f"{list(order)} is no permutation of {len(self.swatches)} swatches")
        mixed = self.mixed and replace(self.mixed, mixture=self.mixed.mixture.taken(order))
        return Palette(tuple(self.swatches[i] for i in order), mixed)

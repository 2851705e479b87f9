"""Segmenting: how a mixture is fitted to a photo and shown; a value the document keeps."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from palette_studio.core.mixture.components import Components
    from palette_studio.core.mixture.line import LineMixture

    Mixture: TypeAlias = LineMixture | Components

MOST = 8  # components
SMOOTHEST = 32  # radius of smoothing that the window offers
COLORFUL = ("lab", "oklab")  # channels that are whole colors


@dataclass(frozen=True)
class Segmenting:
    """How a mixture is fitted and which of its iterations is shown.

    channel: "gray", "lightness" or "hue", one value a pixel, or "lab" or "oklab", its color. k: 1..MOST, or
    "auto" by ``criterion``. start: of mixture.starts.STARTS, or "search"; for one value a pixel. by_hand: a
    mixture to begin with instead, whose ``locked`` components stay; held: it is taken as it is. iteration:
    from 0, None is the last one. smooth: radius of the guided filter, see mixture.segment; 0 for every pixel
    alone.
    """

    channel: str = "gray"
    k: int | str = 3
    start: str = "equal"
    criterion: str = "effective-bic"
    ignore_ends: bool = False
    by_hand: Mixture | None = None
    locked: tuple[int, ...] = ()
    held: bool = False
    iteration: int | None = None
    smooth: int = 8

    def anew(self) -> Segmenting:
        """Return the same wishes without what was moved by hand, and with the last iteration shown."""
        return replace(self, by_hand=None, locked=(), held=False, iteration=None)

    @property
    def colorful(self) -> bool:
        """Whether whole colors are mixed, not one value a pixel."""
        return self.channel in COLORFUL

    @property
    def key(self) -> Hashable:
        """What the fit depends on; the iteration shown and smoothing are not part of it."""
        hand = None if self.by_hand is None else bytes_of(self.by_hand)
        return "mixture fit", replace(self, by_hand=None, iteration=None, smooth=0), hand


def bytes_of(mixture: Mixture) -> bytes:
    """Return what tells a mixture from others."""
    values = (getattr(mixture, field.name) for field in fields(mixture))
    return b"".join(part.tobytes() for part in values if hasattr(part, "tobytes"))

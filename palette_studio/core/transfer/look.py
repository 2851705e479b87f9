"""How much of a transfer is wanted, whatever its method."""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST = 2.0  # times the spread or the chroma


@dataclass(frozen=True)
class Look:
    """strength: 0..1 of the way, in Lab. luminance, intensity: 0..2 times the result's spread of lightness
    about its mean, and its chroma. preserve_lightness: it is the source's; luminance then does nothing.

    Raises ValueError for other values.
    """

    strength: float = 1.0
    luminance: float = 1.0
    intensity: float = 1.0
    preserve_lightness: bool = False

    def __post_init__(self) -> None:
        for name, most in (("strength", 1.0), ("luminance", MOST), ("intensity", MOST)):
            value = getattr(self, name)
            if not (math.isfinite(value) and 0 <= value <= most):
                raise ValueError(f"{name} is {value!r}; give a number from 0 to {most:g}")

    @property
    def plain(self) -> bool:
        """Return whether a result stays as it was found."""
        return self == Look()

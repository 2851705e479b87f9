"""Whose eyes the screen stands for: a value that waits with the heavy libraries until it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from palette_studio.core.palette import Rgb
from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np

DEFICIENCIES = ("protan", "deutan", "tritan", "achromat")


@dataclass(frozen=True)
class Sight:
    """deficiency: one of DEFICIENCIES, or "" for none. severity: 0..1, see ``vision.matrix``."""

    deficiency: str = ""
    severity: float = 1.0

    @property
    def normal(self) -> bool:
        """Whether colors are seen as they are."""
        return not self.deficiency or self.severity == 0

    def color(self, rgb: Rgb) -> Rgb:
        """Return how a color is seen, exactly as in a picture."""
        return rgb if self.normal else _seen(self, rgb)

    def picture(self, pixels: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """Return how a picture is seen, see ``vision.seen``; the pixels themselves where all is normal."""
        if self.normal:
            return pixels
        from palette_studio.core.craft.vision import seen

        return seen(pixels, self.deficiency, self.severity, tick)


@lru_cache(maxsize=4096)
def _seen(sight: Sight, rgb: Rgb) -> Rgb:
    import numpy as np

    from palette_studio.core.craft.vision import seen_colors

    r, g, b = seen_colors(np.array([rgb]), sight.deficiency, sight.severity)[0].tolist()
    return r, g, b

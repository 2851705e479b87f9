"""What a palette may have wrong, worked out away from the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job

if TYPE_CHECKING:
    from palette_studio.core.craft.confusable import Confusable


@dataclass(frozen=True)
class LookAlikes:
    """Pairs of swatches that look alike: to everyone first, then by what color vision is missing."""

    palette: Palette
    pairs: tuple[Confusable, ...]


def alike_job(palette: Palette) -> Job:
    """Find the pairs of a palette that look alike."""

    def run(tick: Tick) -> LookAlikes:
        from palette_studio.core.craft.confusable import alike, confusable

        return LookAlikes(palette, (*alike(palette), *confusable(palette)))

    return Job("look-alikes", run)

"""What plots of colors show: where they lie in a plane, and which pixels are in a range of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.scene import PREVIEW_PIXELS
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import Rendering
from palette_studio.workbench.jobs.veiling import DARKEST

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.density import Density
    from palette_studio.core.value_range import ValueRange

SAMPLED = 400_000  # pixels of a preview that are looked at: a drag has little time for plots


@dataclass(frozen=True, eq=False)
class Found:
    """A density. token: what it was asked for with. mark: the picture's serial, and whether it is exact."""

    density: Density
    token: object
    mark: tuple[int, bool] = (0, True)


@dataclass(frozen=True, eq=False)
class Lit:
    """How dark to veil what is outside of a range, (h, w) uint8."""

    values: ValueRange
    veil: np.ndarray


def density_job(rendering: Rendering, plane: str, token: object) -> Job:
    """Find where the colors of a picture lie: of every pixel of an exact one, of some of a preview."""
    pixels = rendering.patches[0].pixels
    step = 1 if rendering.exact else max(1, pixels.shape[0] * pixels.shape[1] // SAMPLED)
    mark = rendering.serial, rendering.exact

    def run(tick: Tick) -> Found:
        from palette_studio.core.density import density

        return Found(density(pixels[::step], plane, tick), token, mark)

    return Job("density", run)


def before_density_job(pixels: np.ndarray, plane: str, token: object) -> Job:
    """Find where all colors of the photo lie."""

    def run(tick: Tick) -> Found:
        from palette_studio.core.density import density

        return Found(density(pixels, plane, tick), token)

    return Job("density before", run)


def range_job(rendering: Rendering, values: ValueRange) -> Job:
    """Find which pixels of an exact picture are in a range, on its largest level that is small enough."""
    levels = [patch.pixels for patch in rendering.patches]
    small = next((p for p in levels if p.shape[0] * p.shape[1] <= PREVIEW_PIXELS), levels[-1])

    def run(tick: Tick) -> Lit:
        import numpy as np

        from palette_studio.core.value_range import inside

        return Lit(values, np.where(inside(small, values, tick), np.uint8(0), np.uint8(DARKEST)))

    return Job("range", run)

"""Counts of what is shown, and how far it is from the photo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.histogram import Histograms
    from palette_studio.core.trust import Trust

JUDGED_PIXELS = 1 << 16  # on which an approximate search is held against the exact one


@dataclass(frozen=True, eq=False)
class Counted:
    """counts: of every pixel given. exact: of the whole result, not of a preview. trust: how far from the
    original they are, if that was given."""

    serial: int
    exact: bool
    counts: Histograms
    trust: Trust | None = None


def count_job(
    topic: str, pixels: np.ndarray, serial: int, original: np.ndarray | None = None, *, exact: bool = True
) -> Job:
    """Count every pixel. topic: "before" or "after". original: the same pixels before."""

    def run(tick: Tick) -> Counted:
        from palette_studio.core.histogram import histograms
        from palette_studio.core.trust import trust

        far = None if original is None else trust(original, pixels, tick)
        return Counted(serial, exact, histograms(pixels), far)

    return Job(topic, run)


def error_job(photo: Photo, found: Palette, method: str, token: object) -> Job:
    """Find how far the photo is from its swatches, mixed as an engine mixes them; ``token`` comes back too.

    On the way the engine gets to know the photo.
    """

    def run(tick: Tick) -> tuple[object, float]:
        from palette_studio.core.recolor import error

        return token, error(found, photo.scene, method)

    return Job("error", run, text=job_words("Finding layers") if method == "layers" else "")


def agreement_job(photo: Photo, palette: Palette, metric: str, token: object) -> Job:
    """Find how often the approximate search is right about the photo; ``token`` comes back too."""

    def run(tick: Tick) -> tuple[object, float]:
        from palette_studio.core.nearest import agreement

        pixels = photo.scene.pixels
        step = max(1, round((pixels[..., 0].size / JUDGED_PIXELS) ** 0.5))
        return token, agreement(pixels[::step, ::step], palette.colors, metric, tick)

    return Job("agreement", run)

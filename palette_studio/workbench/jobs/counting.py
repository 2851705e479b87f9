"""Counts of what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.histogram import Histograms


@dataclass(frozen=True, eq=False)
class Counted:
    """counts: of every pixel given. moved: share of pixels that differ from the original, or None."""

    serial: int
    counts: Histograms
    moved: float | None = None


def count_job(topic: str, pixels: np.ndarray, serial: int, original: np.ndarray | None = None) -> Job:
    """Count every pixel. topic: "before" or "after". original: the same pixels before."""

    def run(tick: Tick) -> Counted:
        from palette_studio.core.histogram import histograms

        moved = None
        if original is not None:
            moved = 0.0 if original is pixels else float((original != pixels).any(axis=2).mean())
        return Counted(serial, histograms(pixels), moved)

    return Job(topic, run)

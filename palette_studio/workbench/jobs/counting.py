"""Histograms of what is shown."""

from __future__ import annotations

import numpy as np

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job


def histogram_job(topic: str, pixels: np.ndarray, serial: int) -> Job:
    """Count every pixel. topic: "before" or "after"."""

    def run(tick: Tick) -> tuple[int, object]:
        from palette_studio.core.histogram import histograms

        return serial, histograms(pixels)

    return Job(topic, run)

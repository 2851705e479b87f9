"""Demos of expectation maximization, computed away from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job

if TYPE_CHECKING:
    from palette_studio.core.mixture.demos import Demo


def demo_job(name: str, seed: int) -> Job:
    """Draw the points of a demo and follow every iteration on them; a newer wish stops an older one."""

    def run(tick: Tick) -> Demo:
        from palette_studio.core.mixture.demos import demo

        return demo(name, seed, tick)

    return Job(f"demo {name}", run, stops_older=True)

"""The color cubes that are kept on disk."""

from __future__ import annotations

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job


def cubes_job(*, clear: bool = False) -> Job:
    """Say how many cubes are kept and how many bytes they take; ``clear`` deletes them first."""

    def run(tick: Tick) -> tuple[int, int]:
        from palette_studio.core.nearest import at_hand, cache

        if clear:
            cache.clear()
            at_hand.forget()  # one in memory would not be written when it is wanted again
        return cache.kept()

    return Job("cubes", run)

"""Make ready what the first drag needs, before it comes."""

from __future__ import annotations

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job


def warm_job() -> Job:
    """Load or compile every kernel, and import the plots' library, away from the window's thread."""

    def run(tick: Tick) -> None:
        from palette_studio.core.warm import warm

        warm(tick)
        import pyqtgraph

        assert pyqtgraph.__version__

    return Job("warm", run)

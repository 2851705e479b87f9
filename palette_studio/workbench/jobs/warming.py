"""Make ready what the first drag needs, before it comes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job

POLL_S = 0.05


def warm_job() -> Job:
    """Load every kernel and the plots' library, away from the window's thread.

    The very first start compiles the kernels, in a process of its own: a compiler in a thread makes the
    window stutter for seconds.
    """
    cold = _is_cold()

    def run(tick: Tick) -> None:
        if cold:
            _compile_apart(tick)
        from palette_studio.core.warm import warm_first

        warm_first(tick)
        import pyqtgraph

        assert pyqtgraph.__version__

    return Job("warm", run, text="Preparing for the first time" if cold else "")


def warm_rest_job() -> Job:
    """Load what no first drag needs, once the window lives; on the slower engine."""

    def run(tick: Tick) -> None:
        from palette_studio.core.warm import warm_rest

        warm_rest(tick)

    return Job("warm rest", run)


def _is_cold() -> bool:
    folder = os.environ.get("NUMBA_CACHE_DIR")
    return bool(folder) and not any(Path(folder).rglob("*.nbi"))


def _compile_apart(tick: Tick) -> None:
    """Fill the cache of compiled kernels; a failure only means that they are compiled here instead."""
    if getattr(sys, "frozen", False):
        return  # a bundle's executable is the program, not an interpreter
    command = [sys.executable, "-c", "from palette_studio.core.warm import warm; warm()"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            tick(0.5)
            try:
                process.wait(POLL_S)
            except subprocess.TimeoutExpired:
                continue
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()

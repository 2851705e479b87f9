"""Make ready what the first drag needs, before it comes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from palette_studio.core.files.apart import prepare
from palette_studio.core.files.leftovers import sweep
from palette_studio.core.home import COMPILE_COMMAND
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

POLL_S = 0.05


def compiler(what: str) -> list[str]:
    """Return the command that fills the cache of kernels. what: "first", for a first drag, or "rest"."""
    if getattr(sys, "frozen", False):  # a bundle's executable is the program, not an interpreter
        return [sys.executable, COMPILE_COMMAND, what]
    return [sys.executable, "-c", f"from palette_studio.core.warm import warm_{what}; warm_{what}()"]


def warm_job(*, cold: bool) -> Job:
    """Load what a first drag needs, and sweep, away from the window's thread.

    cold: the very first start; it compiles in a process of its own, since a compiler in a thread makes the
    window stutter for seconds. So does what comes after.
    """

    def run(tick: Tick) -> None:
        prepare()  # the decoders, in their own process
        sweep()
        if cold:
            _compile_apart(tick)
        from palette_studio.core.warm import warm_first

        warm_first(tick)

    return Job("warm", run, text=job_words("Preparing for the first time") if cold else "")


def warm_rest_job() -> Job:
    """Load what no first drag needs, once the window lives; on the slower engine."""

    def run(tick: Tick) -> None:
        from palette_studio.core.warm import warm_rest

        warm_rest(tick)

    return Job("warm rest", run)


def is_cold() -> bool:
    """Return whether nothing has been compiled yet."""
    folder = os.environ.get("NUMBA_CACHE_DIR")
    return bool(folder) and not any(Path(folder).rglob("*.nbi"))


def rest_is_cold() -> bool:
    """Return whether a start that compiled everything has never come to its end."""
    from palette_studio.core.warm import ALL_COMPILED

    folder = os.environ.get("NUMBA_CACHE_DIR")
    return bool(folder) and not Path(folder, ALL_COMPILED).exists()


def _compile_apart(tick: Tick) -> None:
    """Fill the cache of kernels for a first drag; a failure only means that they are compiled here."""
    process = subprocess.Popen(compiler("first"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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

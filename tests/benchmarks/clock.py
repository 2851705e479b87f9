"""What every benchmark shares: what a row is, the median of several runs, and the memory of the process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

Row = tuple[str, str, str]  # what was measured, the figure, and what stood beside it


def milliseconds(work: Callable[[], object], times: int = 9, *, warm: bool = True) -> float:
    """Return the median over several runs, after one that does not count unless ``warm`` is False."""
    if warm:
        work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1e3)
    return statistics.median(taken)


def grown(work: Callable[[], object]) -> int:
    """Return how many bytes more than before the process holds at the worst of work (Linux)."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before = _bytes("VmRSS")
    kept = work()
    most = _bytes("VmHWM")
    del kept
    return most - before


def resident() -> int:
    """Return the process's resident bytes."""
    return _bytes("VmRSS")


def _bytes(name: str) -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"no {name} on this system")

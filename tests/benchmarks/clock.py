"""What every benchmark shares: what a row is, and the median of several runs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

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

"""How many photos are worked on at once, where nobody says."""

from __future__ import annotations

import os
from pathlib import Path

PER_PROCESS = 1_600_000_000  # bytes: the libraries, and a photo of some 24 MP with what is made of it


def usual_jobs() -> int:
    """Return as many as there are cores, as far as there is memory for so many."""
    return max(1, min(os.cpu_count() or 1, _free_memory() // PER_PROCESS))


def _free_memory() -> int:
    """Return the bytes that are free; where the system does not say, enough for two processes."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 2 * PER_PROCESS

"""The most memory that this process had (Linux)."""

from __future__ import annotations

from pathlib import Path

STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def most_mb(*, forget: bool = False) -> float:
    """Return it in MB, 0 where that cannot be known. forget: of what was so far."""
    if not CLEAR.exists():
        return 0.0
    if forget:
        CLEAR.write_text("5")
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024

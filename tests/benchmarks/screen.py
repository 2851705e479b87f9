"""Runs a part of a benchmark under an X server of its own (Xvfb), in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from clock import Row

TESTS = Path(__file__).resolve().parents[1]


def on_screen(benchmark: Path, part: str) -> list[Row]:
    """Return the rows that ``benchmark`` prints as JSON when it is called with ``part``."""
    command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, str(benchmark), part]
    paths = os.pathsep.join([str(TESTS), str(TESTS / "benchmarks"), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": paths}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return [tuple(row) for row in json.loads(done.stdout.splitlines()[-1])]

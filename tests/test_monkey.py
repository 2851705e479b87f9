"""A small monkey at the real window; the large one is ``python tests/monkey.py``."""

import os
import subprocess
import sys
from pathlib import Path

EVENTS = 200


def test_two_hundred_random_events_break_nothing(tmp_path, warmed):
    """In a process of its own, because a monkey takes over the process's hooks and dialogs."""
    script = Path(__file__).with_name("monkey.py")
    command = [sys.executable, str(script), "--seed", "7", "--events", str(EVENTS)]
    env = os.environ | {"PYTHONPATH": str(script.parents[1])}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]

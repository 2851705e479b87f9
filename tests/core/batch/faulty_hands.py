"""Work for processes that a test starts: it ends its process, or takes forever, where a name says so."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def work(order, task, tick):
    source, target = Path(task[0]), Path(task[1])
    with (target.parent / "begun.txt").open("a") as file:
        file.write(f"{source.name} {os.getpid()}\n")
    if "dies-once" in source.name and not (target.parent / "died").exists():
        (target.parent / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "kills" in source.name:
        os.kill(os.getpid(), signal.SIGKILL)
    while "forever" in source.name:
        tick(0.0)
        time.sleep(0.01)
    target.write_bytes(source.read_bytes())
    return {"result": "done", "reason": "", "bytes": target.stat().st_size, "seconds": 0.0}

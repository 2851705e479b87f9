"""A Dask scheduler and its workers on this machine, as processes of their own."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from pathlib import Path

LOCAL = ("--host", "127.0.0.1", "--no-dashboard")


class DaskHere:
    """``address`` is where the scheduler listens; folder: where its processes live."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []
        scheduler = self._start("scheduler", "--port", "0")
        self.address = self._said(scheduler, r"Scheduler at:\s+(tcp://\S+)")

    def hire(self) -> subprocess.Popen[str]:
        """Start a worker of one thread, and return it once the scheduler knows it."""
        worker = self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--death-timeout", "60")
        self._said(worker, r"Registered to:\s+(\S+)")
        return worker

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
        for process in self._processes:
            process.wait()

    def _start(self, kind: str, *options: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options, *LOCAL]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=self._folder)
        self._processes.append(process)
        return process

    def _said(self, process: subprocess.Popen[str], pattern: str) -> str:
        assert process.stderr is not None
        for line in process.stderr:
            if found := re.search(pattern, line):
                threading.Thread(target=_emptied, args=(process,), daemon=True).start()
                return found[1]
        raise RuntimeError(f"it ended with {process.wait()}")


def _emptied(process: subprocess.Popen[str]) -> None:
    """Read on, as a full pipe would stop it."""
    assert process.stderr is not None
    with process.stderr as said:
        said.read()

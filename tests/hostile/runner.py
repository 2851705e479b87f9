"""Files through loaders in a process of their own, one file after the other, each for a limited time."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIMIT_S = 10
KNOWN = ("opened", "refused", "crash", "hang", "memory")


class Runner:
    """Asks one process after the other. slowest: seconds and what took them."""

    def __init__(self) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="hostile-")
        self._process: subprocess.Popen[bytes] | None = None
        self.slowest: tuple[float, str] = (0.0, "")

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._home.cleanup()

    def load(self, loader: str, path: Path | str) -> str:
        """Return "opened", "refused", "crash", "hang", "memory" or the name of another exception."""
        process = self._process or self._start()
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps([loader, str(path)]).encode() + b"\n")
        process.stdin.flush()
        begun = time.monotonic()
        ready, _, _ = select.select([process.stdout], [], [], LIMIT_S)
        self.slowest = max(self.slowest, (time.monotonic() - begun, f"{loader}: {Path(path).name!r}"))
        if not ready:
            self._end()
            return "hang"
        line = process.stdout.readline()
        if not line:
            self._end()
            return "crash"
        return json.loads(line)

    def _start(self) -> subprocess.Popen[bytes]:
        home = {"PALETTE_STUDIO_HOME": self._home.name, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "victim.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | home,
        )
        self.load("settings", Path(self._home.name) / "none")  # imports take their time, which is no file's
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with process:  # closes its pipes
            process.wait()


class Table:
    """How files of each row ended."""

    def __init__(self) -> None:
        self.rows: dict[str, Counter[str]] = {}
        self.peers: dict[str, Counter[str]] = {}

    def add(self, row: str, end: str) -> None:
        self.rows.setdefault(row, Counter())[end] += 1

    def add_peer(self, row: str, end: str) -> None:
        """Count the end that another program came to, which is no fault of ours."""
        self.peers.setdefault(row, Counter())[end] += 1

    @property
    def faults(self) -> int:
        """How many ended otherwise than opened or refused."""
        return sum(n for row in self.rows.values() for end, n in row.items() if end not in KNOWN[:2])

    def print(self) -> None:
        heads = ("files", *KNOWN, "other exceptions")
        rows = self.rows | self.peers
        width = max(map(len, rows), default=0)
        print(f"{'':{width}}  " + "  ".join(f"{head:>7}" for head in heads))
        for name, row in sorted(rows.items()):
            others = {end: n for end, n in row.items() if end not in KNOWN}
            said = ", ".join(f"{n} {end}" for end, n in others.items()) or "0"
            counts = (sum(row.values()), *(row[end] for end in KNOWN))
            print(f"{name:{width}}  " + "  ".join(f"{n:7}" for n in counts) + f"  {said:>7}")

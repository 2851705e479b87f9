"""The process of decoders, as the program sees it: started, asked, ended."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys

PULSE_S = 0.02  # a wait is broken off so often to look whether it is still wanted
END_S = 2  # a process that was killed is gone long before
HIDDEN_COMMAND = "--read-photos-apart"  # of the frozen program, see __main__
MODULE = "palette_studio.core.files.apart.child"


class ReaderProcess:
    """A child that has the decoders loaded. line: what is said to it and by it."""

    def __init__(self) -> None:
        """Raise OSError where the system starts no process."""
        self.line, theirs = socket.socketpair()
        self.line.settimeout(PULSE_S)
        try:
            with theirs:
                self._process = _started(theirs)
        except OSError:
            self.line.close()
            raise

    @property
    def number(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """End it at once; nothing is lost."""
        self._process.kill()
        self.line.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # it hangs in a dead disk: the system has it
            self._process.wait(END_S)

    def end(self) -> int:
        """Return the exit code of a process that has hung up: a negative one is the signal that ended it."""
        try:
            return self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self.kill()
            return -int(signal.SIGTERM)


def _started(theirs: socket.socket) -> subprocess.Popen[bytes]:
    if sys.platform != "win32":
        return _process(theirs.fileno())
    process = _process(subprocess.PIPE)
    with process.stdin:
        process.stdin.write(theirs.share(process.pid))
    return process


def _process(stdin: int) -> subprocess.Popen[bytes]:
    null = subprocess.DEVNULL
    return subprocess.Popen(_command(), stdin=stdin, stdout=null, stderr=null, env=_environment())


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_COMMAND]
    return [sys.executable, "-P", "-m", MODULE]  # -P: what lies in the current folder is not imported


def _environment() -> dict[str, str]:
    """Modules come from where this process has them; memory for threads is not reserved many times over."""
    places = os.pathsep.join(place for place in sys.path if place)
    return os.environ | {"PYTHONPATH": places, "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}

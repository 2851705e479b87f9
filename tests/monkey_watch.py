"""Watches a window while a monkey is at it: what breaks, what stands still, what is never given back."""

from __future__ import annotations

import ctypes
import errno
import faulthandler
import gc
import logging
import os
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, QtMsgType, Slot, qInstallMessageHandler

GAP_S = 2.0  # for which the window may not stand still
BEAT_MS = 50
PAGE = 4096
HARMLESS = (
    "This plugin does not support",  # offscreen has no window manager to tell
    'Mouse event "',  # QTest's own words on what nothing takes
    "Keyboard event not accepted",
)
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.link", "os.symlink"}


class Troubles:
    """What must not happen, in words; looked for by hooks that stay until the process ends."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.messages: list[str] = []  # that the window has shown

    def listen(self) -> None:
        from palette_studio.ui.toast import Toasts

        sys.excepthook = lambda kind, error, trace: self._tell(kind, error, trace)
        threading.excepthook = lambda told: self._tell(told.exc_type, told.exc_value, told.exc_traceback)
        sys.unraisablehook = lambda told: self._tell(told.exc_type, told.exc_value, told.exc_traceback)
        qInstallMessageHandler(self._on_qt_message)
        complain = Toasts.complain

        def heard(toasts: Toasts, text: str, details: str = "") -> None:
            self.messages.append(text)
            if details and "report this" in text:
                self.found.append(f"{text}\n{details}")
            complain(toasts, text, details)

        Toasts.complain = heard
        logging.getLogger("palette_studio.workbench.engine").addFilter(self._is_known)

    def _is_known(self, record: logging.LogRecord) -> bool:
        """Tell of errors that the window shows as messages though a library, not the program, worded them."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, ValueError):
            last = traceback.extract_tb(error.__traceback__)[-1]
            if not (last.line or "").startswith("raise "):
                self._tell(type(error), error, error.__traceback__)
        return True

    def _tell(self, kind: object, error: object, trace: object) -> None:
        self.found.append("".join(traceback.format_exception(kind, error, trace)))
        print(self.found[-1], file=sys.stderr, flush=True)  # it may be the last that is heard of this process

    def _on_qt_message(self, kind: QtMsgType, context: object, text: str) -> None:
        if kind == QtMsgType.QtDebugMsg or kind == QtMsgType.QtInfoMsg or text.startswith(HARMLESS):
            return
        self.found.append(f"Qt: {text}\n{''.join(traceback.format_stack(limit=12))}")


class Fence:
    """Outside of ``folders`` the disk is read-only for this process, whatever folder the monkey types.

    refused: what was to be written there. The hook stays until the process ends.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.refused: list[str] = []
        self._inside = tuple(f"{folder.resolve()}{os.sep}" for folder in (*folders, Path("/dev")))
        sys.addaudithook(self._look)

    def _look(self, event: str, what: tuple[object, ...]) -> None:
        if event == "open":
            writes = isinstance(what[2], int) and what[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        else:
            writes = event in CHANGES and what[-1] == -1  # else in a folder that is open already
        if not writes:
            return
        paths = what[:2] if event in ("os.rename", "os.link") else what[:1]
        for place in (one for one in paths if isinstance(one, str | bytes | Path)):
            path = os.path.realpath(os.fsdecode(place))
            if not f"{path}{os.sep}".startswith(self._inside) and "__pycache__" not in path:
                self.refused.append(f"{event} {path}")
                raise PermissionError(errno.EROFS, os.strerror(errno.EROFS), path)


class Pulse(QObject):
    """Beats in the window's thread. gaps: (seconds, stacks) of every time that it stood still too long.

    faulthandler writes the stacks, as it holds no frame: a thread that held the last one would end the Qt
    objects in it, and wait for the window's thread, which waits for it.
    """

    def __init__(self, gap_s: float = GAP_S) -> None:
        super().__init__()
        self.gaps: list[tuple[float, str]] = []
        self.longest = 0.0
        self._gap_s, self._last = gap_s, time.monotonic()
        self._stacks = tempfile.TemporaryFile("w+")  # noqa: SIM115  written to by a thread of faulthandler
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._arm()

    def _arm(self) -> None:
        faulthandler.dump_traceback_later(self._gap_s, file=self._stacks)

    @Slot()
    def _beat(self) -> None:
        now = time.monotonic()
        gap, self._last = now - self._last, now
        self.longest = max(self.longest, gap)
        if gap > self._gap_s:
            self._stacks.seek(0)
            self.gaps.append((gap, self._stacks.read()))
            self._stacks.seek(0)
            self._stacks.truncate()
        self._arm()

    def rest(self) -> None:
        """Do not beat: there is no window."""
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()

    @Slot()
    def go_on(self) -> None:
        self._last = time.monotonic()
        self._timer.start()
        self._arm()


class Memory:
    """Reads what the process takes, in bytes, after its garbage is gone."""

    def __init__(self) -> None:
        self.read: list[tuple[int, int]] = []  # (event, bytes)
        self._known = _loaded()

    def note(self, event: int, what: str) -> None:
        """what: else is worth saying of the moment."""
        gc.collect()
        give_back()
        self.read.append((event, resident()))
        new, self._known = _loaded() - self._known, _loaded()
        fresh = f", new: {', '.join(sorted(new)[:12])}" if new else ""
        print(f"  {event} events, {resident() / 1e6:.0f} MB, {what}{fresh}", file=sys.stderr, flush=True)

    def slope(self) -> float:
        """Return bytes an event over the second half, by least squares; nan for too few events."""
        half = self.read[len(self.read) // 2 :]
        if len(half) < 3:
            return float("nan")
        events, taken = np.array(half, float).T
        return float(np.polyfit(events, taken, 1)[0])


def _loaded() -> set[str]:
    """Return the libraries and packages that are in memory, which explain what it takes at once."""
    maps = Path("/proc/self/maps").read_text().splitlines()
    files = {Path(line.split(maxsplit=5)[5]).name for line in maps if line.count("/") and ".so" in line}
    return files | {name for name in sys.modules if name.count(".") < 1 + name.startswith("palette_studio")}


def resident() -> int:
    """Return the bytes of memory that the process takes now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def give_back() -> None:
    """Have the allocator return what it keeps for later, so that it is not taken for a leak."""
    if sys.platform == "linux":
        ctypes.CDLL("libc.so.6").malloc_trim(0)

"""Drives the real window with real mouse events: for the script in the test command and for the benchmarks.

Needs an X display of its own (Xvfb) and xdotool.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

PATIENCE_S = 90


@dataclass
class Frames:
    """What reached the screen during a drag: (seconds, serial) of every repaint with another picture."""

    shown: list[tuple[float, int]] = field(default_factory=list)


class Driver(QObject):
    """Moves the pointer, waits for what the window does about it, and counts the canvas's frames."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self.window = window
        self.canvas = window.findChild(QWidget, "canvas")
        self.frames = Frames()
        self.moves: list[float] = []  # when the X server saw each move with a button down, in seconds
        self._last = -1
        self.canvas.painted.connect(self._on_painted)

    def until(self, done: Callable[[], bool], what: str) -> None:
        """Let the window live until ``done``; an AssertionError names what never came."""
        loop, watch = QEventLoop(), QTimer()
        end = time.monotonic() + PATIENCE_S
        watch.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end else None)
        watch.start(5)
        loop.exec()
        watch.stop()
        assert done(), f"never came: {what}"

    def pause(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, "a pause")

    def drag(self, widget: QWidget, points: list[QPoint], interval_s: float) -> None:
        """Press at the first point, move through the others, leave the button down."""
        places = [widget.mapToGlobal(point) for point in points]
        steps = ["mousemove", f"{places[0].x()}", f"{places[0].y()}", "mousedown", "1"]
        for place in places[1:]:
            steps += ["sleep", f"{interval_s:.4f}", "mousemove", f"{place.x()}", f"{place.y()}"]
        self.frames.shown.clear()
        self.moves.clear()
        widget.installEventFilter(self)
        hand = subprocess.Popen(["xdotool", *steps])
        self.until(lambda: hand.poll() is not None, "the end of the drag")
        widget.removeEventFilter(self)
        assert hand.returncode == 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        held = isinstance(event, QMouseEvent) and event.buttons() & Qt.MouseButton.LeftButton
        if held and event.type() == QEvent.Type.MouseMove:
            self.moves.append(event.timestamp() / 1000)  # the server's clock is the monotonic one
        return False

    def release(self) -> None:
        self._do("mouseup", "1")

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        place = widget.mapToGlobal(point if point is not None else widget.rect().center())
        self._do("mousemove", f"{place.x()}", f"{place.y()}", "click", "1")

    def key(self, keys: str) -> None:
        """keys: as xdotool writes them, "ctrl+z"."""
        self._do("windowfocus", str(int(self.window.winId())), "key", "--clearmodifiers", keys)

    def _do(self, *steps: str) -> None:
        subprocess.run(["xdotool", *steps], check=True, timeout=20)

    @Slot(int)
    def _on_painted(self, serial: int) -> None:
        if serial != self._last:
            self._last = serial
            self.frames.shown.append((time.monotonic(), serial))

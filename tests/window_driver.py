"""Drives the real window with real mouse events: for the scripts in the test command and for the benchmarks.

Needs an X display of its own (Xvfb) and xdotool.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from palette_studio.app import leave

__all__ = ["ROOT", "Driver", "driven", "leave", "say", "slider_point"]
PATIENCE_S = 90
ROOT = Path(__file__).resolve().parents[1]


def say(text: str) -> None:
    print(f"  {text}", flush=True)


def driven(job: Callable[[Driver, Path], None]) -> int:
    """Do a job in a window that has a home of its own, and a folder for what it writes; return 0."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["PALETTE_STUDIO_HOME"] = home
        # Compiled kernels are shared with the other tests: the window is driven here, not the compiler.
        os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))
        app = QApplication.instance() or QApplication(["palette-studio"])
        from palette_studio.app import create_window

        window, close = create_window()
        folder = Path(home) / "exports"
        folder.mkdir()
        try:
            window.resize(1280, 800)
            window.show()
            job(Driver(window), folder)
        finally:
            close()
        assert app is not None
    print("1 passed, 0 failed")
    return 0


@dataclass
class Frames:
    """What reached the screen during a drag: (seconds, serial) of every repaint with another picture."""

    shown: list[tuple[float, int]] = field(default_factory=list)


class Driver(QObject):
    """Moves the pointer, waits for what the window does about it, and counts the canvas's frames."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self.window = window
        self.studio = window.property("studio")
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
        self._do(*steps)
        widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        held = isinstance(event, QMouseEvent) and event.buttons() & Qt.MouseButton.LeftButton
        if held and event.type() == QEvent.Type.MouseMove:
            self.moves.append(event.timestamp() / 1000)  # the server's clock is the monotonic one
        return False

    def slide(self, slider: QSlider, value: int, interval_s: float = 1 / 60, moves: int = 16) -> None:
        """Take the handle of a slider to a value, and leave the button down."""
        start, end = (slider_point(slider, at) for at in (slider.value(), value))
        self.drag(slider, [start + (end - start) * (n / moves) for n in range(moves + 1)], interval_s)

    def release(self) -> None:
        self._do("mouseup", "1")

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        place = widget.mapToGlobal(point if point is not None else widget.rect().center())
        self._do("mousemove", f"{place.x()}", f"{place.y()}", "click", "1")

    def choose_file(self, button: QWidget, path: Path) -> None:
        """Press a button that asks for a file or a folder, and type its path."""
        self.answer_with(path, lambda: self.click(button))

    def answer_with(self, path: Path, ask: Callable[[], None]) -> None:
        """Do what asks for a file, and type its path."""
        typed = []

        def type_path() -> None:
            dialog = QApplication.activeModalWidget()
            if not typed and isinstance(dialog, QFileDialog) and dialog.isVisible():
                steps = ["windowfocus", str(int(dialog.winId())), "sleep", "0.2", "key", "ctrl+a"]
                steps += ["type", "--delay", "2", "--args", "1", str(path), "key", "Return"]
                typed.append(subprocess.Popen(["xdotool", *steps]))

        watch = QTimer()
        watch.timeout.connect(type_path)
        watch.start(50)
        ask()
        self.until(lambda: bool(typed) and typed[0].poll() is not None, "a dialog for a file")
        self.until(lambda: QApplication.activeModalWidget() is None, "the end of that dialog")
        watch.stop()
        assert typed[0].returncode == 0

    def screen_of(self, widget: QWidget, place: QRect) -> np.ndarray:
        """Return what the screen shows at a place of a widget, (h, w, 3) uint8."""
        at = widget.mapToGlobal(place.topLeft())
        shot = widget.screen().grabWindow(0, at.x(), at.y(), place.width(), place.height()).toImage()
        shot = shot.convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(shot.constBits(), np.uint8).reshape(shot.height(), shot.bytesPerLine() // 4, 4)
        return rows[:, : shot.width(), 2::-1].copy()

    def key(self, keys: str) -> None:
        """keys: as xdotool writes them, "ctrl+z"."""
        self._do("windowfocus", str(int(self.window.winId())), "key", "--clearmodifiers", keys)

    def _do(self, *steps: str) -> None:
        hand = subprocess.Popen(["xdotool", *steps])
        self.until(lambda: hand.poll() is not None, "the end of what the hand does")
        assert hand.returncode == 0

    @Slot(int)
    def _on_painted(self, serial: int) -> None:
        if serial != self._last:
            self._last = serial
            self.frames.shown.append((time.monotonic(), serial))


def slider_point(slider: QSlider, value: int) -> QPoint:
    """Return where the middle of a slider's handle is, or would be at another value."""
    option, style = QStyleOptionSlider(), slider.style()
    slider.initStyleOption(option)
    handle, groove = (
        style.subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider)
        for part in (QStyle.SubControl.SC_SliderHandle, QStyle.SubControl.SC_SliderGroove)
    )
    room = groove.width() - handle.width()
    left = QStyle.sliderPositionFromValue(slider.minimum(), slider.maximum(), value, room)
    return QPoint(groove.left() + left + handle.width() // 2, handle.center().y())

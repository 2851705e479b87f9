"""Two fingers zoom the canvas; an error in painting is reported and ends nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

PAINTS_WRONGLY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from palette_studio.ui.canvas import Canvas

class Wrong(Canvas):
    def paintEvent(self, event):
        ()[0]

app = QApplication([])
sys.excepthook = lambda kind, error, trace: (print(kind.__name__), app.quit())
canvas = Wrong()
canvas.show()
sys.exit(app.exec())
"""


def pinch(canvas, by, at):
    zooms, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(zooms, device, 2, at, at, at, by, QPointF())
    QApplication.sendEvent(canvas, event)


def test_two_fingers_zoom_the_photo_around_what_is_between_them(opened_small):
    canvas, at = opened_small.window.canvas, QPointF(200, 150)
    before, zoom = canvas.photo_point(at), canvas.view.zoom
    pinch(canvas, 0.5, at)
    assert canvas.view.zoom == pytest.approx(1.5 * zoom)
    assert canvas.photo_point(at) == before


def test_two_fingers_on_an_empty_canvas_do_nothing(studio):
    zoom = studio.window.canvas.view.zoom
    pinch(studio.window.canvas, 0.5, QPointF(10, 10))
    assert studio.window.canvas.view.zoom == zoom


def test_an_error_in_painting_is_reported_and_ends_nothing():
    done = subprocess.run(
        [sys.executable, "-c", PAINTS_WRONGLY], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.split()[:1]) == (0, ["IndexError"]), done.stderr

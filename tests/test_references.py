"""No call into Qt may lose a reference of True or None.

PySide6 6.12 does on Python 3.11: each void call takes one of None, each emit one of True, and after some
thousands the interpreter aborts far from the cause. From Python 3.12 on both are immortal and cannot drift.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

DRIFT = 5


class Speaker(QObject):
    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.said.connect(self._on_said)

    @Slot(object)
    def _on_said(self, _word: object) -> None:
        self.heard += 1


class Painted(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.painted = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawLine(0, 0, self.width(), self.height())
        painter.end()
        self.painted += 1


def drift(work: Callable[[int], object], times: int) -> dict[str, int]:
    """Return how many references of True and None ``times`` calls of ``work`` gain, after ten to settle."""
    for turn in range(10):
        work(turn)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    while gc.collect():  # what earlier tests left may go in several turns
        pass
    before = sys.getrefcount(True), sys.getrefcount(None)
    for turn in range(times):
        work(turn)
    gc.collect()
    after = sys.getrefcount(True), sys.getrefcount(None)
    return {"True": after[0] - before[0], "None": after[1] - before[1]}


def assert_flat(drifted: dict[str, int]) -> None:
    assert all(abs(count) < DRIFT for count in drifted.values()), drifted


@pytest.mark.parametrize("word", [None, True, "a word"])
def test_a_thousand_signals_leave_references_flat(qapp, word: object):
    speaker = Speaker()
    drifted = drift(lambda _: speaker.said.emit(word), 1000)
    assert speaker.heard == 1010
    assert_flat(drifted)


def test_three_hundred_repaints_leave_references_flat(qtbot):
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)

    def repaint(turn: int) -> None:
        widget.resize(100 + turn % 2, 100)
        widget.update()
        QCoreApplication.processEvents()

    drifted = drift(repaint, 300)
    assert widget.painted >= 300
    assert_flat(drifted)


def test_three_hundred_repaints_of_the_whole_window_leave_references_flat(opened):
    drifted = drift(lambda _turn: opened.window.repaint(), 300)
    assert_flat(drifted)

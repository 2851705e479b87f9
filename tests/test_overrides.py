"""Errors in what Python overrides of Qt, in a program of its own: it would be the program that dies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = """
import sys

import palette_studio.ui
from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QWidget):
    __module__ = "palette_studio.ui.planted"

    def paintEvent(self, event):
        [][1]


class Step(QUndoCommand):
    __module__ = "palette_studio.workbench.planted"

    def redo(self):
        1 / 0


sys.excepthook = lambda kind, error, trace: print("told:", kind.__name__, error)
app = QApplication([])
stack, painted = QUndoStack(), Painted()
painted.show()
calls = {"repaint": painted.repaint, "grab": painted.grab, "push": lambda: stack.push(Step())}
QTimer.singleShot(0, lambda: calls[sys.argv[1]]())
QTimer.singleShot(100, app.quit)
app.exec()
print("ended as it should")
"""


@pytest.mark.parametrize(
    ("call", "error"), [("repaint", "IndexError"), ("grab", "IndexError"), ("push", "ZeroDivisionError")]
)
def test_an_error_in_an_override_is_told_and_the_program_goes_on(call, error):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, call], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"told: {error}" in done.stdout
    assert "ended as it should" in done.stdout

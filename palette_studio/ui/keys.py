"""Keys that are more than a shortcut: digits select, held letters nudge, B glances at the original."""

from __future__ import annotations

import sys

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

GLANCE_MS = 300  # a key held longer than this was a glance: letting go takes it back
CHANNELS = {Qt.Key.Key_L: "l", Qt.Key.Key_C: "c", Qt.Key.Key_H: "h"}


class KeyGrammar(QObject):
    """Watches the keys of one window; fields that take text keep theirs.

    It looks at what the system sends to the window, before widgets do, and at nothing else: a filter of the
    whole application would have every event of every widget pass through Python.
    """

    swatch_chosen = Signal(int)
    nudged = Signal(str, int)  # channel "l", "c" or "h"; steps
    glance_ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._held = ""
        self._before = QElapsedTimer()
        window.setProperty("keyboard", False)
        window.installEventFilter(self)  # until it is shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show:
                self._window.removeEventFilter(self)
                self._window.windowHandle().installEventFilter(self)
        elif kind == QEvent.Type.MouseButtonPress:
            self._show_focus(False)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_press(event)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._on_release(event)
        return False

    def _on_press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._show_focus(True)
        if key == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            return open_menu()
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox)
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if typing or not plain:
            return False
        if key == Qt.Key.Key_B and not event.isAutoRepeat():
            self._before.start()
        if key in CHANNELS and not event.modifiers():
            self._held = CHANNELS[key]
        if self._held and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.nudged.emit(self._held, far if key == Qt.Key.Key_Up else -far)
            return True
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.swatch_chosen.emit(key - Qt.Key.Key_1)
            return True
        return False

    def _on_release(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        key = Qt.Key(event.key())
        if CHANNELS.get(key) == self._held:
            self._held = ""
        if key == Qt.Key.Key_B and self._before.isValid():
            if self._before.elapsed() > GLANCE_MS:
                self.glance_ended.emit()
            self._before.invalidate()

    def _show_focus(self, on: bool) -> None:
        if bool(self._window.property("keyboard")) != on:
            self._window.setProperty("keyboard", on)
            self._window.update()


def open_menu() -> bool:
    """Ask what has the focus for its menu: many keyboards lack the key for menus, and Windows alone helps."""
    focus = QApplication.focusWidget()
    if focus is None or sys.platform == "win32":
        return False
    cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)  # where one types, or its middle
    at = QRectF(cursor or focus.rect()).toRect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at))
    return QApplication.sendEvent(focus, asked)

"""What is dragged in: a press begins a gesture, Esc during it takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


class Draggable(QWidget):
    """A press begins a gesture, Esc during it takes it back."""

    gesture_began = Signal()
    gesture_canceled = Signal()
    gesture_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.dragging:
            self.dragging = False
            self.gesture_canceled.emit()
            self.update()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.dragging:
            event.accept()  # Esc belongs to the drag while there is one
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragging and event.button() == Qt.MouseButton.LeftButton:
            self.dragging = False
            self.gesture_ended.emit()
            self.update()

    def begin(self) -> None:
        self.dragging = True
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.gesture_began.emit()

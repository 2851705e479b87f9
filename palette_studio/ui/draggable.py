"""What is dragged in: a press begins a gesture, Esc during it takes it back; handles that are pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from palette_studio.ui.direction import unmirrored

HOVER_MS = 150  # a pointer that only passes shows no region


class Draggable(QWidget):
    """A press begins a gesture, Esc during it takes it back."""

    gesture_began = Signal()
    gesture_canceled = Signal()
    gesture_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.dragging:
            self.let_go()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragging and event.button() == Qt.MouseButton.LeftButton:
            self.dragging = False
            self.gesture_ended.emit()
            self.update()

    def let_go(self) -> None:
        """Take back a drag that is under way: what it moves goes."""
        if self.dragging:
            self.dragging = False
            self.gesture_canceled.emit()
            self.update()

    def begin(self) -> None:
        self.dragging = True
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.gesture_began.emit()


class Handled(Draggable):
    """Has handles, and reports the one that the pointer rests on.

    Subclasses say which handle is where, and what it means that a drag has come to a place.
    """

    hovered = Signal(int)  # -1: none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover = -1
        self._linger = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._linger.timeout.connect(self._on_lingered)

    def handle_at(self, point: QPointF) -> int:
        """Return the handle at a place of this widget, or -1."""
        raise NotImplementedError

    def drag_to(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        raise NotImplementedError

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragging:
            self.drag_to(event.position(), event.modifiers())
            return
        number = self.handle_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        self._hover_over(number)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_over(-1)
        super().leaveEvent(event)

    def _hover_over(self, number: int) -> None:
        if number != self._hover:
            self._hover = number
            self._linger.start()

    def _on_lingered(self) -> None:
        if not self.dragging:
            self.hovered.emit(self._hover)

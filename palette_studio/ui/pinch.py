"""Pinch: two fingers on a trackpad, told as a factor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QWidget


class Pinch(QObject):
    """Watches one widget.

    WORKAROUND: PySide6 6.11 crashes where a widget overrides ``event`` and the interpreter itself, not a
    ``raise``, finds an error in its ``paintEvent``; a filter leaves that to be reported.
    """

    pinched = Signal(float, QPointF)  # how much larger, and around which point of the widget

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        zooms = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooms:
            self.pinched.emit(1 + event.value(), event.position())
            return True
        return False

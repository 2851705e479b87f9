"""A list of which things are taken by a press and its release, and looked at by pointing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from palette_studio.ui import overlays


class PressedList(QListView):
    """What the list of palettes and that of pictures share. Subclasses say which keys are theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = self._pressed = -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        overlays.view_focus(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()).row() if left else -1

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()  # Del means what is listed here, not the swatch
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        """Return whether a key that is a shortcut elsewhere belongs to the list."""
        raise NotImplementedError

    def _hover(self, row: int) -> None:
        """Take note that the pointer is over a row, -1: none."""
        raise NotImplementedError

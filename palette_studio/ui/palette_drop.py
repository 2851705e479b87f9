"""A palette of the library that is dragged over the photo and dropped there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from palette_studio.ui.palette_rows import MIME


class PaletteDrop(QObject):
    """Watches one widget; every other kind of drop goes on to where it went."""

    entered = Signal(str)  # key
    left = Signal()
    dropped = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.left.emit()
        elif isinstance(event, QDropEvent) and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            if isinstance(event, QDragEnterEvent):
                self.entered.emit(_key(event.mimeData()))
            elif kind == QEvent.Type.Drop:
                self.dropped.emit(_key(event.mimeData()))
            return True
        return False


def _key(mime: QMimeData) -> str:
    return bytes(mime.data(MIME).data()).decode(errors="replace")

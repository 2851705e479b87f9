"""Another program's window with a file to be dragged away: ``python tests/drag_source.py FILE X Y``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE = 60


class Held(QLabel):
    """A press takes the file along."""

    def __init__(self, path: str) -> None:
        super().__init__("file")
        self._path = path
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(SIDE, SIDE)
        self.setWindowFlag(Qt.WindowType.X11BypassWindowManagerHint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(mime)
        done = drag.exec(Qt.DropAction.CopyAction)
        print("dropped" if done == Qt.DropAction.CopyAction else "refused", flush=True)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    held = Held(sys.argv[1])
    held.move(int(sys.argv[2]), int(sys.argv[3]))
    held.show()
    print("ready", flush=True)
    sys.exit(app.exec())

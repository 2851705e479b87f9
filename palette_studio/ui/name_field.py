"""A line in which a thing gets its name, in place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST_NAME = 60


class NameField(QLineEdit):
    """Takes a new name for a swatch: Return or leaving keeps it, Esc does not."""

    named = Signal(int, str)

    def __init__(self, parent: QWidget, back_to: QWidget) -> None:
        """back_to: who gets the keys afterwards."""
        super().__init__(parent)
        self._back_to = back_to
        self.setObjectName("name_field")
        self.setAccessibleName(self.tr("Name of the swatch"))
        self.setToolTip(self.tr("Return keeps the name, Esc does not"))
        self.setMaxLength(LONGEST_NAME)
        self.hide()
        self._row = -1
        self.editingFinished.connect(self._on_finished)

    def begin(self, row: int, name: str, place: QRect) -> None:
        self._row = row
        self.setText(name)
        self.setGeometry(place)
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._row = -1
            self._leave()
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        row, self._row = self._row, -1
        if row >= 0:
            self._leave()
            self.named.emit(row, self.text().strip())

    def _leave(self) -> None:
        self.hide()
        self._back_to.setFocus()

"""A question that stands over the window: what is asked, what follows, and an answer on every button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from palette_studio.ui.controls import heading, muted

WIDTH_PX = 400
Role = QDialogButtonBox.ButtonRole


class Question(QDialog):
    """The first answer that is added is the usual one. Esc answers nothing."""

    def __init__(self, title: str, text: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH_PX)
        self.text = text
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        for label in (heading(text, self), muted(more, self)):
            self._plain(label)
            column.addWidget(label)
        column.addSpacing(8)
        self._buttons = QDialogButtonBox(self)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)

    def answer(self, text: str, tip: str, role: Role = Role.AcceptRole) -> QPushButton:
        """Add an answer; a press on it ends the question."""
        first = not self._buttons.buttons()
        button = self._buttons.addButton(text, role)
        button.setToolTip(tip)
        button.setDefault(first)
        button.setAutoDefault(first)
        button.clicked.connect(self.accept)
        return button

    def cancel(self, tip: str) -> QPushButton:
        """Add the answer that changes nothing."""
        button = self._buttons.addButton(self.tr("Cancel"), Role.RejectRole)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _plain(self, label: QLabel) -> None:
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)

"""A dialog that writes a file: named lines, a folder and a name, and what it will write always in sight."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QWidget,
)

from palette_studio.core.files import FileError
from palette_studio.ui.controls import form_layout, hairline, muted
from palette_studio.ui.error_words import words_of

CONFLICTS = ("unique", "overwrite", "skip")


class FormDialog(QDialog):
    """Subclasses add their lines, say in ``path`` what will be written, and end with ``refresh``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(500)
        column, self._grid = form_layout(self)
        self._grid.setColumnMinimumWidth(0, 84)
        column.addWidget(hairline(self))
        self._target = QLabel(self)
        self._target.setTextFormat(Qt.TextFormat.PlainText)
        self._target.setWordWrap(True)
        self._target.setMinimumHeight(34)
        column.addWidget(self._target)
        buttons = QDialogButtonBox(self)
        self.export_button = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export_button.setDefault(True)
        self.cancel_button = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel_button.setAutoDefault(False)
        self.export_button.setToolTip(self.tr("Write the file"))
        self.cancel_button.setToolTip(self.tr("Write nothing"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._built = False

    def path(self) -> Path | None:
        """Return the file that will be written, or None when it exists and shall be skipped."""
        raise NotImplementedError

    def add_place(self, folder: Path, template: str, conflict: str) -> None:
        """Add the lines for the folder, the name, and what to do when it is taken."""
        self._folder = QLineEdit(str(folder), self)
        self._folder.setAccessibleName(self.tr("Folder"))
        self._folder.setToolTip(self.tr("Where to write"))
        self._choose_folder = browse = QPushButton(self.tr("Browse…"), self)
        browse.setToolTip(self.tr("Choose a folder"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        self.add_line(self.tr("Folder"), row)
        self._name = QLineEdit(template, self)
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setToolTip(
            self.tr("{name} is the photo's name, {date} the day, {k} the number of swatches")
        )
        self.add_line(self.tr("Name"), self._name)
        words = (self.tr("Find a free name"), self.tr("Replace the file"), self.tr("Do not export"))
        self._conflict = self.add_choice(
            self.tr("If it exists"), zip(words, CONFLICTS, strict=True), conflict
        )
        self._conflict.setToolTip(self.tr("What to do where a file of that name is"))
        self._folder.textChanged.connect(self.refresh)
        self._name.textChanged.connect(self.refresh)

    def place(self) -> tuple[Path, str, str]:
        """Return folder, name and what to do when it is taken, as they stand now."""
        return Path(self._folder.text()), self._name.text(), self._conflict.currentData()

    def add_choice(self, name: str, items: Iterable[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for text, value in items:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.currentIndexChanged.connect(self.refresh)
        self.add_line(name, box)
        return box

    def add_quality(self, value: int) -> None:
        """Add the line for the quality of formats that lose something."""
        self._quality = QSlider(Qt.Orientation.Horizontal, self)
        self._quality.setRange(1, 100)
        self._quality.setValue(value)
        self._quality.setAccessibleName(self.tr("Quality"))
        self._quality.setToolTip(self.tr("Higher looks better, lower is a smaller file"))
        self._quality_text = QLabel(self)
        self._quality_text.setFixedWidth(34)
        self._quality_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addWidget(self._quality, 1)
        row.addWidget(self._quality_text)
        self.add_line(self.tr("Quality"), row)
        self._quality.valueChanged.connect(self.refresh)

    def show_quality(self, *, counts: bool) -> None:
        """counts: whether the format has any."""
        self._quality.setEnabled(counts)
        self._quality_text.setText(str(self._quality.value()) if counts else "–")

    def add_line(self, name: str, part: QWidget | QHBoxLayout) -> None:
        line = self._grid.rowCount()
        self._grid.addWidget(muted(name, self), line, 0)
        if isinstance(part, QWidget):
            self._grid.addWidget(part, line, 1)
        else:
            self._grid.addLayout(part, line, 1)

    def finish(self) -> None:
        """All lines stand: from now on they follow each other."""
        self._built = True
        self.refresh()

    def refresh(self) -> None:
        """Say what will be written, or why nothing can be."""
        if not self._built:
            return
        try:
            path = self.path()
        except (FileError, ValueError) as error:
            self._target.setText(words_of(error))
            self.export_button.setEnabled(False)
            return
        taken = self.tr("A file of that name exists; nothing will be written.")
        self._target.setText(taken if path is None else self.tr("Writes %1").replace("%1", str(path)))
        self.export_button.setEnabled(path is not None)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export to"), self._folder.text())
        if folder:
            self._folder.setText(folder)

"""What the last run could not save: offered once, by photo and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, QDateTime, QLocale, QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui.controls import heading, muted

WIDTH_PX, ROW_PX, MOST_ROWS = 440, 48, 5


@dataclass(frozen=True)
class LostEdits:
    """name: of the photo. project: the name of the file they were saved to before, or "". saved_at: seconds
    since 1970."""

    name: str
    project: str
    saved_at: float


class RecoveryDialog(QDialog):
    """Lists the edits that were not saved. Closing it keeps them for the next start."""

    recover_requested = Signal(int)
    discard_requested = Signal(int)
    report_requested = Signal()

    def __init__(self, lost: Sequence[LostEdits], crashed: bool, parent: QWidget | None = None) -> None:
        """crashed: there is a report of what went wrong."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover edits"))
        self.setFixedWidth(WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("Palette Studio did not end as it should"), self))
        words = muted(self.tr("These edits were not saved. The photos are unchanged."), self)
        words.setWordWrap(True)
        column.addWidget(words)
        self.list = self._make_list(lost)
        column.addWidget(self.list)
        column.addLayout(self._make_buttons(crashed))

    def _make_list(self, lost: Sequence[LostEdits]) -> QListWidget:
        rows = QListWidget(self)
        rows.setAccessibleName(self.tr("Edits that can be recovered"))
        rows.setToolTip(self.tr("Choose the edits to recover or to discard"))
        for one in lost:
            item = QListWidgetItem(self._words(one), rows)
            item.setSizeHint(QSize(0, ROW_PX))
        rows.setStyleSheet("QListWidget::item { padding: 0 10px; }")
        rows.setCurrentRow(0)
        rows.setUniformItemSizes(True)
        rows.setFixedHeight(min(len(lost), MOST_ROWS) * ROW_PX + 4)
        rows.itemActivated.connect(lambda _: self._on_recover())
        return rows

    def _words(self, one: LostEdits) -> str:
        name, project = one.name or self.tr("A photo"), one.project
        when = QDateTime.fromSecsSinceEpoch(int(one.saved_at))
        days = when.date().daysTo(QDate.currentDate())
        near = {0: self.tr("'today,' HH:mm"), 1: self.tr("'yesterday,' HH:mm")}
        form = near.get(days, self.tr("d MMM yyyy, HH:mm"))
        edited = self.tr("Edited %1").replace("%1", QLocale().toString(when, form))
        return f"{name}\n{edited}   •   {project}" if project else f"{name}\n{edited}"

    def _make_buttons(self, crashed: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if crashed:
            report = QPushButton(self.tr("Copy report"), self)
            report.setToolTip(self.tr("Copy what went wrong, to paste it into a bug report"))
            report.setAutoDefault(False)
            report.clicked.connect(self.report_requested)
            row.addWidget(report)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.recover = buttons.addButton(self.tr("Recover"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.recover.setDefault(True)
        self.discard = buttons.addButton(self.tr("Discard"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.later = buttons.addButton(self.tr("Later"), QDialogButtonBox.ButtonRole.RejectRole)
        tips = {
            self.recover: self.tr("Open the photo with these edits"),
            self.discard: self.tr("Delete these edits for good"),
            self.later: self.tr("Keep all of them, and ask again at the next start"),
        }
        for button, tip in tips.items():
            button.setToolTip(tip)
            button.setAutoDefault(button is self.recover)
        self.recover.clicked.connect(self._on_recover)
        self.discard.clicked.connect(self._on_discard)
        self.later.clicked.connect(self.reject)
        row.addWidget(buttons)
        return row

    def _on_recover(self) -> None:
        row = self.list.currentRow()
        self.recover_requested.emit(row)
        self.accept()

    def _on_discard(self) -> None:
        """Discard one; with the last one the dialog ends."""
        row = self.list.currentRow()
        self.discard_requested.emit(row)
        self.list.takeItem(row)
        if not self.list.count():
            self.accept()

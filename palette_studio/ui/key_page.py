"""All keys on one page, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui.actions import COMMANDS, MENUS, tr
from palette_studio.ui.controls import heading, muted

HELD = (
    ("Space, or middle button", "Move the photo"),
    ("Wheel", "Zoom at the pointer"),
    ("1 … 9", "Select a swatch"),
    ("L, C or H with ↑ ↓", "Nudge lightness, chroma or hue; Shift ten times as far"),
    ("Alt+click on the photo", "Add that color as a swatch"),
    ("← →   Ctrl+← →", "On the palette: select, or move the swatch"),
    ("Esc", "Take back the drag, leave the tool"),
)


class KeyPage(QDialog):
    """Two columns of commands and their keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 620)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        line = 0
        for menu in MENUS:
            rows = [c for c in COMMANDS if c.menu == menu and c.keys]
            line = self._section(grid, line, tr(menu), [(_native(c.keys), tr(c.tip)) for c in rows])
        self._section(grid, line, self.tr("By hand"), list(HELD))
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(area)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setContentsMargins(12, 0, 12, 0)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _section(self, grid: QGridLayout, line: int, title: str, rows: list[tuple[str, str]]) -> int:
        if not rows:
            return line
        grid.addWidget(heading(title), line, 0, 1, 2)
        for keys, tip in rows:
            line += 1
            grid.addWidget(muted(keys), line, 0, Qt.AlignmentFlag.AlignTop)
            words = QLabel(tip)
            words.setWordWrap(True)
            grid.addWidget(words, line, 1)
        grid.setRowMinimumHeight(line + 1, 10)
        return line + 2


def _native(keys: tuple[str, ...]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in keys)

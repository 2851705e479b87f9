"""What is selected in a list of lines: its ground, and a bar that shows where the ground hardly does."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from palette_studio.ui.theme import Theme

BAR_PX = 3


def mark_selected(painter: QPainter, line: QRect, theme: Theme) -> None:
    """Paint the ground of a selected line, and a bar where the line begins."""
    painter.fillRect(line, QColor(theme.pressed))
    bar = QRect(line.left(), line.top() + 4, BAR_PX, line.height() - 8)
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    painter.fillRect(QStyle.visualRect(way, line, bar), QColor(theme.text))

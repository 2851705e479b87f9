"""From right to left: what is mirrored with the words, and what is not, since it has directions of its own.

Photos, axes of color, plots, time and palettes go from left to right in every language, and so the keys Left
and Right do in them what is seen. Lists and forms are mirrored.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QWidget


def unmirrored(widget: QWidget) -> None:
    """Have a widget, and all in it, stand from left to right in every language."""
    widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def mirrored(widget: QWidget, rect: QRect, within: QRect) -> QRect:
    """Return where a part of ``within`` stands: as it is, or from the other side where words go so."""
    return QStyle.visualRect(widget.layoutDirection(), within, rect)

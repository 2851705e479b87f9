"""The menu of themes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from palette_studio.ui import theme as themes
from palette_studio.ui.theme import Theme


class ThemeMenu(QMenu):
    """One entry a theme; the present one is marked."""

    theme_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("T&heme"))
        self._group = QActionGroup(self)
        for name in themes.THEMES:
            action = QAction(themes.shown_name(name), self)
            action.setData(name)
            action.setCheckable(True)
            self._group.addAction(action)
            self.addAction(action)
        self._group.triggered.connect(lambda action: self.theme_requested.emit(action.data()))

    def mark(self, theme: Theme) -> None:
        for action in self._group.actions():
            action.setChecked(themes.load(action.data()).name == theme.name)

"""Palettes to take colors from: presets, own ones, recent ones, favorites."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from palette_studio.ui.theme import Theme


class LibraryPanel(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

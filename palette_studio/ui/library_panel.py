"""Palettes to take colors from: presets, own ones, recent ones, favorites."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from palette_studio.core.library import GROUPS, Entry, searched
from palette_studio.ui import icons
from palette_studio.ui.controls import muted, tool_button
from palette_studio.ui.palette_list import PaletteList
from palette_studio.ui.palette_rows import Row, Title
from palette_studio.ui.picture_list import SCROLL_PX
from palette_studio.ui.theme import Theme

LEAST_PX = 150  # of the page: the search and some palettes


class LibraryPanel(QWidget):
    """A search and what adds palettes above, the palettes under the titles of their groups below."""

    shown = Signal()
    tiled_requested = Signal(bool)
    folder_requested = Signal()

    def __init__(self, theme: Theme, save: QAction, parent: QWidget | None = None) -> None:
        """save: the command that keeps the present palette."""
        super().__init__(parent)
        self.setMinimumHeight(LEAST_PX)
        self._entries: tuple[Entry, ...] = ()
        self._titles: dict[str, str] = {}
        self._closed: set[str] = set()
        self._save_action = save
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16 - SCROLL_PX, 8)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        self.palettes = PaletteList(theme, self)
        self._nothing = muted(self.tr("No palette has that name or a color near it."), self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(16, 0, 16 + SCROLL_PX, 0)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.palettes)
        self._pages.addWidget(self._nothing)
        column.addWidget(self._pages, 1)
        self.palettes.toggled.connect(self._on_toggled)
        self._save_action.changed.connect(self._on_save_changed)
        self._on_save_changed()
        self.set_folder("")
        self.set_theme(theme)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, SCROLL_PX, 0)
        row.setSpacing(2)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Name or color"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setToolTip(self.tr("A name, or a color such as teal or #0088aa: near ones are found"))
        self._clear = QAction(self.tr("Clear the search"), self)
        self._clear.triggered.connect(self.search.clear)
        self.search.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.search.textChanged.connect(self._refresh)
        self.save = tool_button(QIcon(), self.tr("Save palette"), self._save_action.toolTip(), self)
        self.save.clicked.connect(self._save_action.trigger)
        self.folder = tool_button(QIcon(), self.tr("Watch a folder"), "", self)
        self.folder.clicked.connect(self.folder_requested)
        self.tiles = tool_button(QIcon(), self.tr("Grid"), self.tr("Show palettes as a grid"), self)
        self.tiles.setCheckable(True)
        self.tiles.clicked.connect(self.tiled_requested)
        row.addWidget(self.search, 1)
        row.addSpacing(6)
        for button in (self.save, self.folder, self.tiles):
            row.addWidget(button)
        return row

    def set_theme(self, theme: Theme) -> None:
        self.palettes.set_theme(theme)
        self._clear.setIcon(icons.icon("close", theme.muted))
        self.save.setIcon(icons.icon("plus", theme.text, theme.disabled))
        self.folder.setIcon(icons.icon("open", theme.text, theme.disabled))
        self.tiles.setIcon(icons.icon("grid", theme.text, theme.disabled))

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show what the library holds."""
        self._entries = entries
        self._refresh()

    def set_tiled(self, tiled: bool) -> None:
        self.tiles.setChecked(tiled)
        self.palettes.set_tiled(tiled)

    def set_folder(self, name: str) -> None:
        """name: of the folder that is watched, "" for none."""
        tip = self.tr("Watch a folder\nIts palette files stand here, and follow what changes in it")
        self.folder.setToolTip(tip)
        words = {
            "mine": self.tr("Mine"),
            "favorites": self.tr("Favorites"),
            "recent": self.tr("Recent"),
            "images": self.tr("From images"),
            "folder": name or self.tr("Folder"),
            "presets": self.tr("Presets"),
        }
        self._titles = words
        self._refresh()

    def name(self, key: str) -> None:
        """Show one of the artist's own palettes and have it named in its place."""
        self.search.clear()
        self._closed.discard("mine")
        self._refresh()
        self.palettes.name("mine", key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _refresh(self) -> None:
        """List what the search finds; what is found shows though its group is closed."""
        text = self.search.text()
        self._clear.setVisible(bool(text))
        found = searched(self._entries, text)
        rows: list[Row] = []
        for group in GROUPS:
            inside = [entry for entry in found if entry.group == group]
            if inside:
                opened = bool(text.strip()) or group not in self._closed
                rows.append(Title(group, self._titles[group], len(inside), opened))
                rows += inside if opened else []
        self._pages.setCurrentWidget(self.palettes if rows or not text.strip() else self._nothing)
        if rows != self.palettes.model_.rows:
            self._list(rows)

    def _list(self, rows: list[Row]) -> None:
        """Show rows; the current one and the place in the list stay where they can."""
        palettes, before = self.palettes, self.palettes.currentIndex().row()
        now = palettes.model_.rows[before] if before >= 0 else None
        place = palettes.verticalScrollBar().value()
        palettes.forget_pointer()
        palettes.model_.set_rows(rows)
        if now is not None:
            row = palettes.model_.row_of(now.group, now.key if isinstance(now, Entry) else "")
            palettes.setCurrentIndex(palettes.model_.index(row))
        palettes.executeDelayedItemsLayout()
        palettes.verticalScrollBar().setValue(place)

    def _on_toggled(self, group: str) -> None:
        self._closed ^= {group}
        self._refresh()

    def _on_save_changed(self) -> None:
        self.save.setEnabled(self._save_action.isEnabled())

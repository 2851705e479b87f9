"""This photo in other colors, as small pictures to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from palette_studio.ui.controls import muted
from palette_studio.ui.picture_list import SCROLL_PX, Cell, PictureList
from palette_studio.ui.theme import Theme

LEAST_PX = 150  # of the page: a row of pictures


class VariationsPanel(QWidget):
    """Kept variations in a row, the drawn ones below; says what is under way, or why there is nothing."""

    shown = Signal()
    stop_requested = Signal()

    def __init__(self, theme: Theme, more: QAction, parent: QWidget | None = None) -> None:
        """more: the command that draws others."""
        super().__init__(parent)
        self.setMinimumHeight(LEAST_PX)
        self._more = more
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16 - SCROLL_PX, 8)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        self.kept = PictureList(theme, self, removable=True)
        self.kept.setAccessibleName(self.tr("Kept variations"))
        self.kept.setToolTip(self.tr("A click or Return takes one, Del removes it"))
        self.drawn = PictureList(theme, self)
        self.drawn.setAccessibleName(self.tr("Variations"))
        self.drawn.setToolTip(self.tr("A click or Return takes one, with Shift it is kept"))
        self._why = muted("", self)
        self._why.setWordWrap(True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why.setContentsMargins(16, 0, 16 + SCROLL_PX, 24)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.drawn)
        self._pages.addWidget(self._why)
        column.addWidget(self.kept)
        column.addWidget(self._pages, 1)
        self.set_kept([])
        self.set_busy(None)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, SCROLL_PX, 0)
        self._words = QLabel(self)
        self._words.setProperty("role", "muted")
        self.more = QPushButton(self.tr("More"), self)
        self.more.setToolTip(self._more.toolTip())
        self.more.clicked.connect(self._on_more)
        self._more.changed.connect(self._on_more_changed)
        row.addWidget(self._words, 1)
        row.addWidget(self.more)
        return row

    def set_theme(self, theme: Theme) -> None:
        self.kept.set_theme(theme)
        self.drawn.set_theme(theme)

    def set_drawn(self, cells: list[Cell], why: str = "") -> None:
        """Show variations. why: where there are none, what is missing or to do."""
        self._why.setText(why)
        self._pages.setCurrentWidget(self.drawn if cells else self._why)
        self.drawn.set_cells(cells)

    def set_kept(self, cells: list[Cell]) -> None:
        self.kept.set_cells(cells)
        self.kept.setVisible(bool(cells))

    def set_picture(self, kept: bool, row: int, picture: QImage) -> None:
        (self.kept if kept else self.drawn).model_.set_picture(row, picture)

    def set_standing(self, kept: int, drawn: int) -> None:
        """Mark the variation whose colors are on the photo, if any."""
        self.kept.set_standing(kept)
        self.drawn.set_standing(drawn)

    def set_shape(self, width: int, height: int) -> None:
        self.drawn.set_shape(width, height)

    def set_busy(self, progress: tuple[int, int] | None) -> None:
        """progress: how many pictures of how many are drawn; None: nothing is under way."""
        self._busy = progress is not None
        self.more.setText(self.tr("Stop") if self._busy else self.tr("More"))
        if progress is None:
            words = self.tr("Shift+click keeps one")
        else:
            words = (
                self.tr("Drawing %1 of %2").replace("%1", str(progress[0])).replace("%2", str(progress[1]))
            )
        self._words.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _on_more_changed(self) -> None:
        self.more.setEnabled(self._more.isEnabled())

    def _on_more(self) -> None:
        if self._busy:
            self.stop_requested.emit()
        else:
            self._more.trigger()

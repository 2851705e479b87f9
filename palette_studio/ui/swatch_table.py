"""The numbers of all swatches, and of the pixel under the pointer, beside a plane."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.core.palette import Rgb
from palette_studio.ui import overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

ROW_PX, NUMBER_PX, CHIP_PX = 24, 20, 24
COLUMN_PX, NAME_PX = (38, 68), 96  # a column of numbers: the least and the most; a name
HOVER_MS = 150


@dataclass(frozen=True)
class Row:
    """number: from 1, 0 for a pixel."""

    number: int
    color: Rgb
    name: str
    values: tuple[str, ...]


class SwatchTable(QWidget):
    """A row a swatch; where there is no room for all, those around the selected one."""

    select_requested = Signal(int)
    hovered = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("swatch_table")
        self.setAccessibleName(self.tr("Numbers of the swatches"))
        self.setToolTip(self.tr("A click, or ↑ ↓, selects a swatch"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(sized(self.font(), CAPTION_PX))
        self._theme = theme
        self._titles: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._selected = self._over = -1
        self._pixel: Row | None = None
        self._linger = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._linger.timeout.connect(lambda: self.hovered.emit(self._over))

    def sizeHint(self) -> QSize:
        return QSize(330, 120)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_rows(self, titles: tuple[str, ...], rows: list[Row], selected: int) -> None:
        self._titles, self._rows, self._selected = titles, rows, selected
        self.setAccessibleDescription(
            "; ".join(f"{row.number} {row.name} {' '.join(row.values)}" for row in rows)
        )
        self.update()

    def set_pixel(self, row: Row | None) -> None:
        if row != self._pixel:
            self._pixel = row
            self.update()

    @property
    def _first(self) -> int:
        """Return the number of the first row that is shown."""
        room = max(int((self.height() - 2 * ROW_PX) // ROW_PX), 1)
        return min(max(self._selected - room // 2, 0), max(len(self._rows) - room, 0))

    @property
    def _shown(self) -> list[Row]:
        room = max(int((self.height() - 2 * ROW_PX) // ROW_PX), 1)
        return self._rows[self._first : self._first + room]

    @property
    def _column_px(self) -> float:
        room = (self.width() - NUMBER_PX - CHIP_PX - NAME_PX) / max(len(self._titles), 1)
        return min(max(room, COLUMN_PX[0]), COLUMN_PX[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        self._paint_values(painter, 0, self._titles)
        shown = self._shown
        for line, row in enumerate(shown, start=1):
            lit = row.number - 1 in (self._selected, self._over)
            self._paint_row(painter, line * ROW_PX, row, theme.text if lit else theme.muted)
        if self._pixel is not None:
            y = self.height() - ROW_PX
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(0, y - 1, self.width(), y - 1)
            self._paint_row(painter, y, self._pixel, theme.text)
        if overlays.shows_focus(self):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def _paint_row(self, painter: QPainter, y: float, row: Row, ink: str) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        chosen = row.number - 1 == self._selected and row.number > 0
        painter.setFont(
            sized(self.font(), CAPTION_PX, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        )
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(*row.color))
        painter.drawRoundedRect(QRectF(NUMBER_PX + 0.5, y + ROW_PX / 2 - 6.5, 12, 12), 2, 2)
        painter.setPen(QColor(ink))
        if row.number:
            painter.drawText(QRectF(0, y, NUMBER_PX, ROW_PX), middle, str(row.number))
        left = NUMBER_PX + CHIP_PX
        room = self.width() - left - self._column_px * len(self._titles)
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, max(round(room), 0))
        painter.drawText(QRectF(left, y, room, ROW_PX), middle, name)
        self._paint_values(painter, y, row.values)

    def _paint_values(self, painter: QPainter, y: float, values: tuple[str, ...]) -> None:
        column = self._column_px
        left = self.width() - column * len(self._titles)
        for n, value in enumerate(values):
            box = QRectF(left + n * column, y, column, ROW_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, value)

    def _row_at(self, y: float) -> int:
        line = int(y // ROW_PX) - 1
        return self._shown[line].number - 1 if 0 <= line < len(self._shown) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (row := self._row_at(event.position().y())) >= 0:
            self.select_requested.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if way and self._rows:
            self.select_requested.emit(min(max(self._selected + way, 0), len(self._rows) - 1))
        else:
            super().keyPressEvent(event)

    def spoken(self) -> str:
        if not 0 <= self._selected < len(self._rows):
            return ""
        row = self._rows[self._selected]
        return f"{row.number} {row.name} {' '.join(row.values)}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._row_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        if row != self._over:
            self._over = row
            self._linger.start()
            self.update()

"""The rows of the library: titles of groups, and palettes, as a model; and where things stand in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, pi, sin, sqrt

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from palette_studio.core.library import Entry
from palette_studio.core.palette import Palette
from palette_studio.ui.error_words import error_words

MIME = "application/x-palette-studio-palette"  # the key of a palette that is dragged
MOST_NAMED = 16  # colors that a tooltip tells
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Title:
    """The line above a group."""

    group: str
    words: str
    count: int
    open: bool


Row = Title | Entry


class RowModel(QAbstractListModel):
    renamed = Signal(str, str)  # key, name

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def set_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, group: str, key: str) -> int:
        """Return where a title (key "") or a palette stands; -1 where it does not."""
        for number, row in enumerate(self.rows):
            if row.group == group and key == (row.key if isinstance(row, Entry) else ""):
                return number
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.rows[index.row()] if index.isValid() else None
        if isinstance(row, Entry) and not row.problem:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            if row.home == "mine":
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.words if isinstance(row, Title) else row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Entry):
            return self._tip(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, name = self.rows[index.row()], str(value).strip()
        if isinstance(row, Entry) and name and name != row.name:
            self.renamed.emit(row.key, name)
        return True

    def mimeTypes(self) -> list[str]:
        return [MIME, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the key for the photo, and the colors as text for other programs."""
        mime = QMimeData()
        for row in (self.rows[index.row()] for index in indexes):
            if isinstance(row, Entry):
                mime.setData(MIME, row.key.encode())
                mime.setText("\n".join(swatch.hex for swatch in row.palette.swatches))
        return mime

    def _spoken(self, row: Row) -> str:
        if isinstance(row, Title):
            state = self.tr("open") if row.open else self.tr("closed")
            return f"{row.words}, {row.count}, {state}"
        if row.problem:
            return f"{row.name}, {error_words(row.problem)}"
        words = [row.name, self.tr("%1 colors").replace("%1", str(len(row.palette)))]
        return ", ".join([*words, self.tr("favorite")] if row.favorite else words)

    def _tip(self, row: Entry) -> str:
        if row.problem:
            return error_words(row.problem)
        names = [f"{swatch.name} {swatch.hex}" for swatch in row.palette.swatches[:MOST_NAMED]]
        more = len(row.palette) - len(names)
        if more > 0:
            names.append(self.tr("and %1 more").replace("%1", str(more)))
        uses = self.tr("Click: your swatches take its colors; in Map, the photo does.")
        return "\n".join([self._spoken(row), uses, self.tr("Drag onto the photo to map it."), "", *names])


def paint_colors(painter: QPainter, area: QRect, palette: Palette, line: str) -> None:
    """Paint a palette as a strip, or as squares where it has many; every color as it is.

    line: a hairline around it, so that a dark one shows on a dark panel.
    """
    colors = [QColor(*swatch.color) for swatch in palette.swatches]
    count = len(colors)
    wide = area.width() / max(area.height(), 1)
    columns = count if count <= 16 else min(count, ceil(sqrt(count * wide)))
    lines = ceil(count / columns)
    path = QPainterPath()
    path.addRoundedRect(area, 4, 4)
    painter.save()
    painter.setClipPath(path)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number, color in enumerate(colors):
        y, x = divmod(number, columns)
        wide = min(columns, count - y * columns) if lines > 1 and y == lines - 1 else columns
        left, right = (area.left() + round(area.width() * n / wide) for n in (x, x + 1))
        top, foot = (area.top() + round(area.height() * n / lines) for n in (y, y + 1))
        painter.fillRect(left, top, right - left, foot - top, color)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line), 1))
    painter.drawRoundedRect(area.toRectF().adjusted(-0.5, -0.5, 0.5, 0.5), 4.5, 4.5)


def paint_star(painter: QPainter, area: QRect, ink: str, full: bool) -> None:
    middle, points = area.toRectF().center(), []
    for corner in range(10):
        radius, turn = (7.0 if corner % 2 == 0 else 3.1), corner * pi / 5 - pi / 2
        points.append(middle + type(middle)(radius * cos(turn), radius * sin(turn)))
    painter.setPen(QPen(QColor(ink), 1.4, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(QColor(ink) if full else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))

"""How a swatch is painted in the strip."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from palette_studio.core.craft.sight import Sight
from palette_studio.ui import icons, overlays
from palette_studio.ui.ink import ink_on
from palette_studio.ui.palette_model import Index, PaletteModel
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

GAP, RADIUS = 4, 6
CHIP, ORIGINAL, LABELS = 60, 20, 20  # heights: the chip, its upper row, the words below it
NARROWEST = 30  # of a chip with words


class Strip(Protocol):
    """What a chip is told by the row it stands in."""

    theme: Theme
    sight: Sight
    model_: PaletteModel
    chosen: tuple[int, ...]

    def width_of(self, row: int) -> int: ...
    def chip_rect(self, row: int) -> QRect: ...
    def currentIndex(self) -> QModelIndex: ...  # noqa: N802  Qt's own name
    def font(self) -> QFont: ...


class SwatchDelegate(QStyledItemDelegate):
    """Paints a chip in its true color; selection is a ring, never a tint."""

    def __init__(self, strip: Strip, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._strip.width_of(index.row()), CHIP + LABELS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, strip = index.row(), self._strip
        chip = strip.chip_rect(row)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_chip(painter, chip, row)
        if strip.model_.edited[row].locked:
            self._paint_lock(painter, chip, row)
        if row in strip.chosen:
            overlays.ring(painter, QRectF(chip), min(RADIUS, chip.width() / 4))
            if len(strip.chosen) > 1 and row == strip.currentIndex().row():
                overlays.dot(painter, QPointF(chip.right() - 9.5, chip.bottom() - 10.5))
        if chip.width() > NARROWEST - GAP - 1:
            self._paint_words(painter, chip, row)
        painter.restore()

    def _paint_chip(self, painter: QPainter, chip: QRect, row: int) -> None:
        palettes, sight = (self._strip.model_.found, self._strip.model_.edited), self._strip.sight
        before, after = (QColor(*sight.color(palette[row].color)) for palette in palettes)
        path, radius = QPainterPath(), min(RADIUS, chip.width() / 4)
        path.addRoundedRect(QRectF(chip), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(after)
        painter.drawPath(path)
        if before != after:
            painter.setClipRect(QRect(chip.left(), chip.top(), chip.width(), ORIGINAL))
            painter.setBrush(before)
            painter.drawPath(path)
            painter.setClipping(False)

    def _paint_lock(self, painter: QPainter, chip: QRect, row: int) -> None:
        color = QColor(*self._strip.sight.color(self._strip.model_.edited[row].color))
        picture = icons.pixmap("lock", ink_on(color).name(), 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(chip.left() + 7, chip.bottom() - 22), picture)

    def _paint_words(self, painter: QPainter, chip: QRect, row: int) -> None:
        theme, swatch = self._strip.theme, self._strip.model_.edited[row]
        font = sized(self._strip.font(), CAPTION_PX)
        metrics = QFontMetrics(font)
        share, room = f"{swatch.coverage:.0%}".replace("%", " %"), chip.width() - 2
        painter.setFont(font)
        line = QRect(chip.left() + 1, chip.bottom() + 4, room, LABELS - 4)
        share_width = metrics.horizontalAdvance(share)
        name_room = room - share_width - 6
        if metrics.horizontalAdvance(swatch.name[:3]) + 4 > name_room:
            name_room = room
        else:
            painter.setPen(QColor(theme.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)
        painter.setPen(QColor(theme.text))
        name = metrics.elidedText(swatch.name, Qt.TextElideMode.ElideRight, name_room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

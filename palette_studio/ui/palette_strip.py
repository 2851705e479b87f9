"""The palette under the photo: original above, edited below, as wide as its share of the picture."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from palette_studio.core.craft.sight import Sight
from palette_studio.core.palette import Palette, hex_of
from palette_studio.ui import icons, overlays
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

GAP, RADIUS = 4, 6
CHIP, ORIGINAL, LABELS = 60, 20, 20  # heights: the chip, its upper row, the words below it
NARROWEST, SLIM = 30, 14  # of a chip with words, and where many stand side by side
HOVER_MS = 150
Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Found and edited palette as a list, with words for those who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found, self.edited = Palette(), Palette()

    def set_palettes(self, found: Palette, edited: Palette) -> None:
        if len(edited) != len(self.edited):
            self.beginResetModel()
            self.found, self.edited = found, edited
            self.endResetModel()
            return
        words = [(s.name, s.coverage, s.locked) for s in self.edited.swatches]
        self.found, self.edited = found, edited
        if words != [(s.name, s.coverage, s.locked) for s in edited.swatches]:  # a color needs no new layout
            self.dataChanged.emit(self.index(0), self.index(len(edited) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.edited)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self.edited):
            return None
        swatch, before = self.edited[row], self.found[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return swatch.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            change = before.hex if before.color == swatch.color else f"{before.hex} → {swatch.hex}"
            return f"{self._words(row)}\n{change}"
        return None

    def _words(self, row: int) -> str:
        swatch = self.edited[row]
        words = [swatch.name, hex_of(swatch.color), f"{swatch.coverage:.0%}"]
        if swatch.locked:
            words.append(self.tr("locked"))
        return ", ".join(words)


class _Delegate(QStyledItemDelegate):
    """Paints a chip in its true color; selection is a ring, never a tint."""

    def __init__(self, strip: PaletteStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._strip.width_of(index.row()), CHIP + LABELS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, strip = index.row(), self._strip
        chip = strip.chip_rect(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_chip(painter, chip, row)
        if strip.model_.edited[row].locked:
            self._paint_lock(painter, chip, row)
        if row == strip.currentIndex().row():
            overlays.ring(painter, QRectF(chip), min(RADIUS, chip.width() / 4))
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
        ink = "#000000" if color.lightnessF() > 0.5 else "#FFFFFF"
        picture = icons.pixmap("lock", ink, 16, painter.device().devicePixelRatioF())
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


class PaletteStrip(QListView):
    """A row of swatches. Dragging one sideways reorders; the arrows select; a double click resets."""

    selected = Signal(int)
    hovered = Signal(int)  # -1: none
    reorder_requested = Signal(list)
    reset_requested = Signal(int)
    lock_requested = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette_strip")
        self.setAccessibleName(self.tr("Palette"))
        self.theme, self.sight = theme, Sight()
        self.model_ = PaletteModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFixedHeight(CHIP + LABELS + 4)
        self._widths: list[int] = []
        self._held = -1  # the swatch a drag has taken hold of
        self._drop = -1  # where it would land
        self._press = QPoint()
        self._hover = -1
        self._linger = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._linger.timeout.connect(self._on_lingered)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_sight(self, sight: Sight) -> None:
        """Paint colors as other eyes see them; words stay true."""
        self.sight = sight
        self.viewport().update()

    def set_palettes(self, found: Palette, edited: Palette) -> None:
        widths = [s.coverage for s in self.model_.edited.swatches]
        if len(edited) != len(self.model_.edited):
            self._let_go()  # what the hand holds may be gone
            self._hover = -1
        self.model_.set_palettes(found, edited)
        if widths != [s.coverage for s in edited.swatches]:
            self._lay_out()
        self.viewport().update()

    def select(self, row: int) -> None:
        index = self.model_.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    def width_of(self, row: int) -> int:
        return self._widths[row] if row < len(self._widths) else NARROWEST

    def chip_rect(self, row: int) -> QRect:
        rect = self.visualRect(self.model_.index(row))
        last = row == len(self.model_.edited) - 1
        return QRect(rect.left(), rect.top() + 2, rect.width() - (0 if last else GAP), CHIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() == Qt.MouseButton.MiddleButton and row >= 0:
            self.lock_requested.emit(row)
        elif event.button() == Qt.MouseButton.RightButton and row >= 0:
            self.select(row)
            self.menu_requested.emit(row, event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            self._held = row
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._held >= 0:
            if self._drop >= 0 or (point - self._press).manhattanLength() >= QApplication.startDragDistance():
                self._drop = self._place_at(point.x())
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.viewport().update()
            return
        self._hover_over(self.indexAt(point).row())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, drop = self._held, self._drop
        self._let_go()
        if held >= 0 and drop >= 0:
            self._move(held, drop)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.reset_requested.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, count = self.currentIndex().row(), len(self.model_.edited)
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape and self._drop >= 0:
            self._let_go()
        elif way and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if 0 <= row + way < count:
                self._move(row, row + way if way < 0 else row + 2)
        elif way and count:
            self.select(min(max(row + way, 0), count - 1))
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover_over(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop >= 0:
            painter = QPainter(self.viewport())
            x = self._drop_px()
            painter.setPen(QPen(QColor(self.theme.text), 2))
            painter.drawLine(x, 0, x, CHIP + 4)
            painter.end()

    def _lay_out(self) -> None:
        shares = [max(s.coverage, 0.0) for s in self.model_.edited.swatches]
        room = self.viewport().width() - 1
        least = NARROWEST if len(shares) * NARROWEST <= room else SLIM
        self._widths = shared_widths(shares, room, least)
        self.scheduleDelayedItemsLayout()

    def _place_at(self, x: int) -> int:
        centers = [self.chip_rect(row).center().x() for row in range(len(self.model_.edited))]
        return sum(center < x for center in centers)

    def _drop_px(self) -> int:
        count = len(self.model_.edited)
        if self._drop >= count:
            return self.chip_rect(count - 1).right() + 1
        return max(self.chip_rect(self._drop).left() - GAP // 2, 1)

    def _move(self, row: int, place: int) -> None:
        """Ask for the order in which swatch ``row`` stands before what is now at ``place``."""
        order = list(range(len(self.model_.edited)))
        order.remove(row)
        order.insert(place - (place > row), row)
        if order != sorted(order):
            self.reorder_requested.emit(order)
            self.select(order.index(row))

    def _let_go(self) -> None:
        self._held = self._drop = -1
        self.unsetCursor()
        self.viewport().update()

    def _hover_over(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self._linger.start()

    def _on_lingered(self) -> None:
        self.hovered.emit(self._hover)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        self.selected.emit(current.row())


def shared_widths(shares: list[float], room: int, least: int) -> list[int]:
    """Return whole widths that fill ``room`` in proportion to ``shares``, none below ``least``.

    When even the least does not fit, all are the least (and the row scrolls).
    """
    count = len(shares)
    if not count or room <= count * least:
        return [least] * count
    total = sum(shares) or 1.0
    free = room - count * least
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + least + free * (share / total if sum(shares) else 1 / count))
    whole = [round(edge) for edge in edges]
    return [b - a for a, b in pairwise(whole)]

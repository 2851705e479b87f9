"""Small pictures of one photo to choose from: a grid of two columns with words, or one row without."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from palette_studio.ui import icons, overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.pressed_list import PressedList
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

GAP, RADIUS, CAPTION = 8, 6, 22
SCROLL_PX = 12  # what the scroll bar takes, there or not, and a little: Qt breaks a line that is full
ROW_PX = (72, 48)  # a picture of the row
FLATTEST, TALLEST = 0.5, 0.85  # height by width of a picture in the grid; beyond, it is cut
BADGE = 18
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Cell:
    """words: under the picture. number: beside them. spoken: for screen readers. tip: what keys do."""

    words: str
    number: int
    spoken: str
    tip: str
    picture: QImage | None = None  # None: it is being drawn


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: list[Cell] = []

    def set_cells(self, cells: list[Cell]) -> None:
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def set_picture(self, row: int, picture: QImage | None) -> None:
        self.cells[row] = replace(self.cells[row], picture=picture)
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.cells):
            return None
        cell = self.cells[index.row()]
        answers = {
            Qt.ItemDataRole.DisplayRole: cell.words,
            Qt.ItemDataRole.AccessibleTextRole: cell.spoken,
            Qt.ItemDataRole.ToolTipRole: cell.tip,
        }
        return answers.get(Qt.ItemDataRole(role))


class _Delegate(QStyledItemDelegate):
    """Paints a picture as it is; what is chosen has a ring, what stands on the photo a check."""

    def __init__(self, owner: PictureList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._list.cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pictures, row = self._list, index.row()
        cell, frame = pictures.model_.cells[row], QRectF(pictures.frame_of(index))
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(frame, RADIUS, RADIUS)
        if cell.picture is None:
            painter.fillPath(path, QColor(pictures.theme.field))
        else:
            painter.setClipPath(path)
            painter.drawImage(frame, cell.picture, _cut(cell.picture, frame))
            painter.setClipping(False)
        if row == pictures.hovered_row or (row == pictures.currentIndex().row() and pictures.hasFocus()):
            overlays.ring(painter, frame.adjusted(1, 1, -1, -1), RADIUS)
        if row == pictures.standing:
            _badge(painter, QPointF(frame.left() + 6, frame.bottom() - 6 - BADGE), "check")
        if pictures.removable and row == pictures.hovered_row:
            _badge(painter, QPointF(pictures.cross_of(index).topLeft()), "close")
        if not pictures.removable:
            self._paint_words(painter, frame, cell)
        painter.restore()

    def _paint_words(self, painter: QPainter, frame: QRectF, cell: Cell) -> None:
        painter.setFont(sized(self._list.font(), CAPTION_PX))
        line = QRectF(frame.left() + 1, frame.bottom() + 2, frame.width() - 2, CAPTION - 6)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self._list.theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, str(cell.number))
        painter.setPen(QColor(self._list.theme.text))
        painter.drawText(line.adjusted(0, 0, -24, 0), Qt.AlignmentFlag.AlignLeft | middle, cell.words)


def _cut(picture: QImage, frame: QRectF) -> QRectF:
    """Return the middle of the picture that has the frame's shape; of a tall one rather its upper part."""
    scale = min(picture.width() / frame.width(), picture.height() / frame.height())
    width, height = frame.width() * scale, frame.height() * scale
    return QRectF((picture.width() - width) / 2, (picture.height() - height) / 4, width, height)


def _badge(painter: QPainter, corner: QPointF, icon: str) -> None:
    """A small picture on a dark plate, which shows on any photo."""
    plate = QRectF(corner.x(), corner.y(), BADGE, BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(plate, 4, 4)
    drawing = icons.pixmap(icon, "#FFFFFF", 14, painter.device().devicePixelRatioF())
    painter.drawPixmap(plate.topLeft() + QPointF(2, 2), drawing)


class PictureList(PressedList):
    """A click or Enter chooses; with Shift it keeps. Of a row of kept ones, Del or a cross removes."""

    chosen = Signal(int)
    keep_requested = Signal(int)
    remove_requested = Signal(int)
    hovered = Signal(int)  # -1: none

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, removable: bool = False) -> None:
        """removable: one row without words, whose pictures can be removed."""
        super().__init__(parent)
        unmirrored(self)
        self.theme, self.removable = theme, removable
        self.standing = -1
        self._shape = 2 / 3  # height by width
        self.model_ = _Model(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(not removable)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        if removable:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(ROW_PX[1])

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_cells(self, cells: list[Cell]) -> None:
        self._hover(-1)
        self.model_.set_cells(cells)

    def set_shape(self, width: int, height: int) -> None:
        """Take the photo's shape, which the pictures have too unless they were thin strips."""
        shape = min(max(height / width, FLATTEST), TALLEST)
        if shape != self._shape:
            self._shape = shape
            self.scheduleDelayedItemsLayout()

    def set_standing(self, row: int) -> None:
        """Mark the one whose colors are on the photo; -1: none."""
        if row != self.standing:
            self.standing = row
            self.viewport().update()

    # Where things stand

    def picture_size(self) -> QSize:
        if self.removable:
            return QSize(*ROW_PX)
        width = (self.width() - SCROLL_PX - GAP) // 2
        return QSize(width, round(width * self._shape))

    def cell_size(self) -> QSize:
        picture = self.picture_size()
        if self.removable:
            return QSize(picture.width() + GAP, picture.height())
        return QSize((self.width() - SCROLL_PX) // 2, picture.height() + CAPTION)

    def frame_of(self, index: Index) -> QRect:
        """Return where the picture stands: flush with the edges of the list."""
        cell, size = self.visualRect(self.model_.index(index.row())), self.picture_size()
        right = not self.removable and cell.left() > 0
        return QRect(cell.topLeft() + QPoint(cell.width() - size.width() if right else 0, 0), size)

    def cross_of(self, index: Index) -> QRect:
        frame = self.frame_of(index)
        return QRect(frame.right() - BADGE - 3, frame.top() + 4, BADGE, BADGE)

    # Pointer and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index, pressed = self.indexAt(point), self._pressed
        self._pressed = -1
        if event.button() != Qt.MouseButton.LeftButton or index.row() != pressed or pressed < 0:
            return
        if self.removable and self.cross_of(index).contains(point):
            self.remove_requested.emit(pressed)
        else:
            self._take(pressed, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.removable and not event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._take(row, event.modifiers())
        elif self._own(event):
            self.remove_requested.emit(row)
        else:
            super().keyPressEvent(event)

    def _own(self, event: QKeyEvent) -> bool:
        removes = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        return removes and self.removable and self.currentIndex().isValid()

    def _take(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        if not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.chosen.emit(row)
        elif self.removable:
            self.remove_requested.emit(row)
        else:
            self.keep_requested.emit(row)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
            self.hovered.emit(row)

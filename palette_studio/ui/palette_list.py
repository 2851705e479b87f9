"""Palettes to choose from, under the titles of their groups: one a line with its name, or two a line."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from palette_studio.core.library import Entry
from palette_studio.ui import icons, overlays
from palette_studio.ui.direction import mirrored
from palette_studio.ui.palette_rows import Index, RowModel, Title, paint_colors, paint_star
from palette_studio.ui.picture_list import SCROLL_PX
from palette_studio.ui.pressed_list import PressedList
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

TITLE_PX, LINE_PX, TILE_PX = 26, 32, 64
STRIP_PX, TALL_PX = (104, 20), 38  # the colors of a line, and how tall they are on a tile
TOOL_PX, GAP = 24, 8


class _Delegate(QStyledItemDelegate):
    """Paints titles and palettes; what is pointed at or chosen has a ring around its colors."""

    def __init__(self, owner: PaletteList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._list.size_of(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._list.model_.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Title):
            self._paint_title(painter, index, row)
        else:
            self._paint_entry(painter, index, row)
        painter.restore()

    def _paint_title(self, painter: QPainter, index: Index, row: Title) -> None:
        palettes, line = self._list, self._list.place_of(index.row())
        dpr, theme = painter.device().devicePixelRatioF(), palettes.theme
        arrow = icons.pixmap("chevron-down" if row.open else "chevron-right", theme.muted, 14, dpr)
        spot = mirrored(palettes, QRect(line.left() - 2, line.center().y() - 6, 14, 14), line)
        painter.drawPixmap(spot.topLeft(), arrow)
        painter.setFont(sized(palettes.font(), CAPTION_PX, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text if palettes.points_at(index.row()) else theme.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = mirrored(palettes, line.adjusted(16, 0, -40, 0), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, row.words)
        painter.setFont(sized(palettes.font(), CAPTION_PX))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, str(row.count))
        if palettes.hasFocus() and index.row() == palettes.currentIndex().row():
            overlays.ring(painter, line.toRectF().adjusted(-2, 3, 0, -3), 4)

    def _paint_entry(self, painter: QPainter, index: Index, row: Entry) -> None:
        palettes, number = self._list, index.row()
        theme, colors = palettes.theme, palettes.colors_of(number)
        pointed = palettes.points_at(number)
        if row.problem:
            drawing = icons.pixmap("warning", theme.muted, 20, painter.device().devicePixelRatioF())
            spot = mirrored(palettes, QRect(colors.left(), colors.center().y() - 9, 20, 20), colors)
            painter.drawPixmap(spot.topLeft(), drawing)
        else:
            paint_colors(painter, colors, row.palette, theme.line)
        if pointed and not row.problem:
            overlays.ring(painter, colors.toRectF().adjusted(-1, -1, 1, 1), 4)
        elif pointed and number != palettes.hovered_row:
            overlays.ring(painter, palettes.place_of(number).toRectF().adjusted(0, 2, 0, -2), 4)
        words = palettes.words_of(number)
        painter.setFont(sized(palettes.font(), CAPTION_PX) if palettes.tiled else palettes.font())
        painter.setPen(QColor(theme.muted if row.problem else theme.text))
        text = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if row.favorite or (pointed and not row.problem):
            ink = theme.text if row.favorite else theme.muted
            paint_star(painter, palettes.star_of(number), ink, row.favorite)
        if pointed:
            dots = icons.pixmap("more", theme.muted, 20, painter.device().devicePixelRatioF())
            painter.drawPixmap(palettes.more_of(number).center() - QPoint(9, 9), dots)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Name of the palette"))
        return field

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(self._list.model_.index(index.row()), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        words, place = self._list.words_of(index.row()), self._list.place_of(index.row())
        middle, height = words.center().y(), 28
        left = max(words.left() - 6, place.left())
        editor.setGeometry(left, middle - height // 2 + 1, place.right() - left + 1, height)


class PaletteList(PressedList):
    """A click or Enter takes a palette; F2 names it, Del deletes it; its star and its dots do the rest."""

    chosen = Signal(str)
    hovered = Signal(str)  # "": none
    toggled = Signal(str)  # group
    star_requested = Signal(str)
    rename_requested = Signal(str)
    remove_requested = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Palettes"))
        self.setToolTip(self.tr("A click or Return takes a palette, F2 names it, Del deletes it"))
        self.theme, self.tiled = theme, False
        self.model_ = RowModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def set_tiled(self, tiled: bool) -> None:
        self.tiled = tiled
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def points_at(self, row: int) -> bool:
        return row == self.hovered_row or (self.hasFocus() and row == self.currentIndex().row())

    # Where things stand

    def size_of(self, row: int) -> QSize:
        whole = self.width() - SCROLL_PX
        if isinstance(self.model_.rows[row], Title):
            return QSize(whole, TITLE_PX)
        return QSize(whole // 2, TILE_PX) if self.tiled else QSize(whole, LINE_PX)

    def place_of(self, row: int) -> QRect:
        """Return a row without the gap between two tiles."""
        place = self.visualRect(self.model_.index(row))
        if not self.tiled or isinstance(self.model_.rows[row], Title):
            return place
        second = place.center().x() > self.viewport().width() // 2
        return place.adjusted(GAP // 2, 0, 0, 0) if second else place.adjusted(0, 0, -GAP // 2, 0)

    def colors_of(self, row: int) -> QRect:
        place = self.place_of(row)
        if self.tiled:
            return QRect(place.left() + 1, place.top() + 1, place.width() - 2, TALL_PX)
        width, height = STRIP_PX
        own = QRect(place.left() + 1, place.center().y() - height // 2 + 1, width, height)
        return mirrored(self, own, place)

    def words_of(self, row: int) -> QRect:
        place, colors = self.place_of(row), self.colors_of(row)
        tools = 2 * TOOL_PX if self.points_at(row) or self._starred(row) else 0
        if self.tiled:
            foot = colors.bottom() + 1
            own = QRect(place.left() + 1, foot, place.width() - 1 - tools, place.bottom() - foot - 2)
            return mirrored(self, own, place)
        left = place.left() + STRIP_PX[0] + 11
        own = QRect(left, place.top(), place.right() - left - tools, place.height())
        return mirrored(self, own, place)

    def star_of(self, row: int) -> QRect:
        before = -TOOL_PX if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else TOOL_PX
        return self.more_of(row).translated(before, 0)

    def more_of(self, row: int) -> QRect:
        place, colors = self.place_of(row), self.colors_of(row)
        top = colors.bottom() if self.tiled else place.top() + (place.height() - TOOL_PX) // 2
        return mirrored(self, QRect(place.right() - TOOL_PX + 5, top, TOOL_PX, TOOL_PX), place)

    def _starred(self, row: int) -> bool:
        entry = self.model_.rows[row]
        return isinstance(entry, Entry) and entry.favorite

    # Pointer and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point, pressed = event.position().toPoint(), self._pressed
        self._pressed = -1
        if pressed < 0 or self.indexAt(point).row() != pressed:
            return
        row = self.model_.rows[pressed]
        if isinstance(row, Entry) and self.more_of(pressed).contains(point):
            self.menu_requested.emit(row.key, event.globalPosition().toPoint())
        elif isinstance(row, Entry) and self.star_of(pressed).contains(point) and not row.problem:
            self.star_requested.emit(row.key)
        else:
            self._take(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two clicks in a row are two clicks

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)  # begins a drag
        self._hover(self.indexAt(event.position().toPoint()).row())

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  Qt's own name
        self._hover(-1)
        self._pressed = -1
        super().startDrag(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.model_.rows[index.row()] if index.isValid() else None
        if isinstance(row, Entry):
            place = self.more_of(index.row()).center() if by_key else event.pos()
            self.menu_requested.emit(row.key, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        entry = self.model_.rows[row] if 0 <= row < len(self.model_.rows) else None
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the key belongs to the name
        elif entry is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
        elif isinstance(entry, Entry) and self._own(event):
            (self.rename_requested if key == Qt.Key.Key_F2 else self.remove_requested).emit(entry.key)
        else:
            super().keyPressEvent(event)

    def _own(self, event: QKeyEvent) -> bool:
        own = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2)
        return own and self.currentIndex().isValid()

    def _take(self, row: int) -> None:
        entry = self.model_.rows[row]
        if isinstance(entry, Title):
            self.toggled.emit(entry.group)
        else:
            self.chosen.emit(entry.key)

    def _hover(self, row: int) -> None:
        if row == self.hovered_row:
            return
        self.hovered_row = row
        self.viewport().update()
        entry = self.model_.rows[row] if row >= 0 else None
        self.hovered.emit(entry.key if isinstance(entry, Entry) and not entry.problem else "")

    def forget_pointer(self) -> None:
        """The rows under the pointer are others now."""
        self.hovered.emit("")

    def name(self, group: str, key: str) -> None:
        """Have a palette named in its place."""
        row = self.model_.row_of(group, key)
        if row >= 0:
            index: QModelIndex = self.model_.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

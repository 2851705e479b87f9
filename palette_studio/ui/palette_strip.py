"""The palette under the photo: original above, edited below, as wide as its share of the picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QWidget,
)

from palette_studio.core.craft.sight import Sight
from palette_studio.core.palette import Palette
from palette_studio.ui import overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.name_field import NameField
from palette_studio.ui.palette_model import PaletteModel
from palette_studio.ui.swatch_delegate import CHIP, GAP, LABELS, NARROWEST, SwatchDelegate
from palette_studio.ui.theme import Theme

SLIM = 14  # the narrowest chip where many stand side by side
HOVER_MS = 150
OUT_PX = 20  # above the strip, from where a swatch is carried to the photo
NAME_PX = 96


@dataclass
class _Drag:
    """What the hand holds: the swatch it pressed, where it would land, or the one it would merge with."""

    row: int = -1
    press: QPoint = field(default_factory=QPoint)
    begun: bool = False
    outside: bool = False
    place: int = -1
    onto: int = -1


class PaletteStrip(QListView):
    """A row of swatches. A click chooses one, Shift a range, Ctrl one more or less; a double click resets.

    Dragging sideways moves what is chosen; with Ctrl it places copies, with Alt it merges with the swatch it
    is let go on. Dragging up, out of the strip, carries the color to the photo.
    """

    chosen_requested = Signal(list, int)  # rows, and the one under the hand
    hovered = Signal(int)  # -1: none
    reorder_requested = Signal(list)
    copy_requested = Signal(list, int)  # rows, and the place before which their copies are to stand
    merge_requested = Signal(list)  # the one they are to become first
    reset_requested = Signal(int)
    lock_requested = Signal(int)
    rename_requested = Signal(int, str)
    menu_requested = Signal(int, QPoint)
    carried = Signal(int, QPoint)  # a swatch is over this place of the screen, outside the strip
    dropped = Signal(int, QPoint)  # and was let go there; -1: it came back, or Esc

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("palette_strip")
        self.setAccessibleName(self.tr("Palette"))
        self.setToolTip(self.tr("Swatches; ← → choose one, with Ctrl they move it"))
        self.theme, self.sight = theme, Sight()
        self.model_ = PaletteModel(self)
        self.chosen: tuple[int, ...] = ()
        self.setModel(self.model_)
        self.setItemDelegate(SwatchDelegate(self, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFixedHeight(CHIP + LABELS + 4)
        self._widths: list[int] = []
        self._drag = _Drag()
        self._anchor = 0  # where a range begins
        self._showing = False
        self._hover = -1
        self._linger = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._linger.timeout.connect(self._on_lingered)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._field = NameField(self.viewport(), self)
        self._field.named.connect(self.rename_requested)

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
            self._field.hide()
            self._hover = -1
        self._showing = True  # a palette of another length begins without a current one
        self.model_.set_palettes(found, edited)
        self._showing = False
        if widths != [s.coverage for s in edited.swatches]:
            self._lay_out()
        self.viewport().update()

    def show_chosen(self, rows: tuple[int, ...], row: int) -> None:
        """rows: those in a ring. row: the one among them whose color is shown."""
        self._showing = True
        flags, chosen = QItemSelectionModel.SelectionFlag, QItemSelection()
        for one in rows:
            chosen.select(self.model_.index(one), self.model_.index(one))
        self.selectionModel().setCurrentIndex(self.model_.index(row), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        self.chosen = rows
        self._showing = False
        if len(rows) == 1:
            self._anchor = row
        self.viewport().update()

    def begin_naming(self, row: int) -> None:
        """Put a field for its name under a swatch."""
        if 0 <= row < len(self.model_.edited):
            self.scrollTo(self.model_.index(row))
            chip = self.chip_rect(row)
            width = max(chip.width(), NAME_PX)
            left = min(max(chip.left(), 0), max(self.viewport().width() - width, 0))
            place = QRect(left, chip.bottom() - 5, width, LABELS + 6)
            self._field.begin(row, self.model_.edited[row].name, place)

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
            self._choose(self.chosen if row in self.chosen else (row,), row)
            self.menu_requested.emit(row, event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._drag = _Drag(row, event.position().toPoint())
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._extend_to(row)
            elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                # one of several chosen: they may be about to be dragged; the release tells
                self._choose(self.chosen if row in self.chosen else (row,), row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point, drag = event.position().toPoint(), self._drag
        if not (event.buttons() & Qt.MouseButton.LeftButton and drag.row >= 0):
            self._hover_over(self.indexAt(point).row())
            super().mouseMoveEvent(event)
            return
        if not drag.begun and (point - drag.press).manhattanLength() < QApplication.startDragDistance():
            return
        drag.begun, outside = True, point.y() < -OUT_PX
        if outside or drag.outside:
            self.carried.emit(drag.row if outside else -1, event.globalPosition().toPoint())
        drag.outside = outside
        drag.place = -1 if outside else self._place_at(point.x())
        drag.onto = self._merged_at(point, event.modifiers())
        self._point_cursor(event.modifiers())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        if drag.row < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag = _Drag()  # the end of a carried swatch is no Esc
        self._let_go()
        rows = self.chosen if drag.row in self.chosen else (drag.row,)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if drag.outside:
            self.dropped.emit(drag.row, event.globalPosition().toPoint())
        elif drag.onto >= 0:
            self.merge_requested.emit([drag.onto, *(row for row in rows if row != drag.onto)])
        elif drag.begun and control:
            self.copy_requested.emit(list(rows), drag.place)
        elif drag.begun:
            self._move(rows, drag.place)
        elif control:
            self._toggle(drag.row)
        elif not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._choose((drag.row,), drag.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.mousePressEvent(event)  # two quick clicks that choose
            return
        if point.y() > self.chip_rect(row).bottom():
            self.begin_naming(row)
        else:
            self.reset_requested.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, count = self.currentIndex().row(), len(self.model_.edited)
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys, there = event.modifiers(), min(max(row + way, 0), count - 1)
        if event.key() == Qt.Key.Key_Escape and self._drag.begun:
            self._let_go()
        elif way and keys & Qt.KeyboardModifier.ControlModifier:
            ends = self.chosen or (row,)
            self._move(ends, ends[0] - 1 if way < 0 else ends[-1] + 2)
        elif way and count and keys & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(there)
        elif way and count:
            self._choose((there,), there)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover_over(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        drag = self._drag
        if overlays.shows_focus(self) and self.currentIndex().isValid():
            chip = QRectF(self.chip_rect(self.currentIndex().row()))
            painter = QPainter(self.viewport())
            overlays.ring(painter, chip.adjusted(5, 5, -5, -5), 3)
            painter.end()
        if not drag.begun or drag.outside:
            return
        painter = QPainter(self.viewport())
        if drag.onto >= 0:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.chip_rect(drag.onto)).adjusted(7, 7, -7, -7)
            overlays.ring(painter, frame, 3)
        else:
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
        count, place = len(self.model_.edited), self._drag.place
        if place >= count:
            return self.chip_rect(count - 1).right() + 1
        return max(self.chip_rect(place).left() - GAP // 2, 1)

    def _merged_at(self, point: QPoint, keys: Qt.KeyboardModifier) -> int:
        """Return the swatch with which a drag would merge what it holds, or -1."""
        row = self.indexAt(point).row() if keys & Qt.KeyboardModifier.AltModifier else -1
        held = self.chosen if self._drag.row in self.chosen else (self._drag.row,)
        return row if row not in held else -1

    def _point_cursor(self, keys: Qt.KeyboardModifier) -> None:
        if self._drag.outside:
            color = QColor(*self.sight.color(self.model_.edited[self._drag.row].color))
            self.setCursor(overlays.drop_cursor(color, self.devicePixelRatioF()))
        elif keys & Qt.KeyboardModifier.ControlModifier and self._drag.onto < 0:
            self.setCursor(Qt.CursorShape.DragCopyCursor)
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    # What is wished for

    def _choose(self, rows: tuple[int, ...], row: int) -> None:
        if (rows, row) != (self.chosen, self.currentIndex().row()):
            self.show_chosen(rows, row)
            self.chosen_requested.emit(list(rows), row)

    def _extend_to(self, row: int) -> None:
        first, last = sorted((min(self._anchor, len(self.model_.edited) - 1), row))
        self._choose(tuple(range(first, last + 1)), row)

    def _toggle(self, row: int) -> None:
        """Choose one swatch more, or one less; the last one stays."""
        rows = tuple(sorted({*self.chosen} ^ {row}))
        self._anchor = row
        if rows:
            current = self.currentIndex().row()
            self._choose(rows, row if row in rows else current if current in rows else rows[-1])

    def _move(self, rows: tuple[int, ...], place: int) -> None:
        """Ask for the order in which swatches stand before what is now at ``place``."""
        count = len(self.model_.edited)
        place = min(max(place, 0), count)
        before = [row for row in range(place) if row not in rows]
        after = [row for row in range(place, count) if row not in rows]
        order = [*before, *rows, *after]
        if order != sorted(order):
            self.reorder_requested.emit(order)

    def _let_go(self) -> None:
        if self._drag.outside:
            self.dropped.emit(-1, QPoint())
        self._drag = _Drag()
        self.unsetCursor()
        self.viewport().update()

    def _hover_over(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self._linger.start()

    def _on_lingered(self) -> None:
        self.hovered.emit(self._hover)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._showing and current.row() >= 0:  # a screen reader goes from one to the next
            self._choose((current.row(),), current.row())


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

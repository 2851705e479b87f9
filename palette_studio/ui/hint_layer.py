"""Hints on the canvas: squares of color that are dragged, sized and removed; all else is the canvas's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from palette_studio.core.colorize.hints import Hint
from palette_studio.ui import handles, overlays
from palette_studio.ui.canvas import Canvas

LEAST_PX = 12.0  # of a mark, so that a hand can take it
NEAR, FAR = 0.005, 0.05  # of the photo's longer side: what an arrow moves a hint, and with Shift
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
REMOVALS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
SELECTED_PX = 3.0  # that the selected one is larger


class HintLayer(QWidget):
    """Lies over the canvas. What does not happen on a hint goes on to the canvas.

    It lets the canvas shine through, so that it is painted whenever the canvas is; and the canvas with it.
    """

    moved = Signal(int, float, float)  # hint, x and y in photo pixels
    selected = Signal(int)
    remove_requested = Signal(int)
    size_requested = Signal(int, int)  # hint, steps
    gesture_began = Signal()
    gesture_canceled = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAccessibleName(self.tr("Hints"))
        self.setWhatsThis(  # a tip would lie over the photo
            self.tr(
                "Return puts a hint in the middle, page up and page down choose one, arrows move it, "
                "+ and − size it, Del removes it."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hints: tuple[Hint, ...] = ()
        self._shape = (1, 1)
        self.current = -1
        self._held, self._removed = -1, False
        canvas.installEventFilter(self)
        self.hide()

    def set_hints(self, hints: tuple[Hint, ...], current: int, shape: tuple[int, int]) -> None:
        """shape: height and width of the photo."""
        self._hints, self.current, self._shape = hints, current, shape
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, self._removed = self._row_at(event.position()), False
        if row < 0:
            event.ignore()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._held = row
            self.selected.emit(row)
            self.gesture_began.emit()
        elif event.button() == Qt.MouseButton.RightButton:
            self._removed = True
            self.remove_requested.emit(row)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held >= 0:
            spot = self._canvas.photo_point(event.position())
            if spot is not None:
                self.moved.emit(self._held, spot[0] + 0.5, spot[1] + 0.5)
            return
        over = self._row_at(event.position()) >= 0
        if over:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held < 0:
            event.ignore()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._held = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._row_at(event.position()) < 0:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        row = self._row_at(event.position())
        if row < 0 or not event.angleDelta().y():
            event.ignore()
            return
        self.size_requested.emit(row, 1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.setAccepted(self._removed)  # that click is over; any other is the canvas's

    def place(self, spot: tuple[int, int]) -> None:
        """Move the selected hint to a photo pixel, in one step."""
        self.gesture_began.emit()
        self.moved.emit(self.current, spot[0] + 0.5, spot[1] + 0.5)

    def cancel(self) -> bool:
        """Take back the drag under way, if there is one."""
        if self._held < 0:
            return False
        self._held = -1
        self.gesture_canceled.emit()
        return True

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()  # Del means the hint here, not the swatch
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        return event.key() in REMOVALS and 0 <= self.current < len(self._hints)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, chosen = Qt.Key(event.key()), 0 <= self.current < len(self._hints)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert):
            self._add_in_the_middle()
        elif key in PAGES and self._hints:
            self.selected.emit((self.current + PAGES[key]) % len(self._hints))
        elif self._own(event):
            self.remove_requested.emit(self.current)
        elif key in SIZES and chosen:
            self.size_requested.emit(self.current, SIZES[key])
        elif key in ARROWS and chosen:
            far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NEAR
            self._nudge(*(step * far * max(self._shape) for step in ARROWS[key]))
        elif not (key == Qt.Key.Key_Escape and self.cancel()):
            super().keyPressEvent(event)

    def _add_in_the_middle(self) -> None:
        """Do what a click in the middle of what is in sight does."""
        spot = self._canvas.photo_point(QPointF(self.rect().center()))
        if spot is not None:
            self._canvas.clicked.emit(*spot)

    def _nudge(self, across: float, down: float) -> None:
        hint, (height, width) = self._hints[self.current], self._shape
        self.gesture_began.emit()
        x, y = min(max(hint.x + across, 0), width - 1), min(max(hint.y + down, 0), height - 1)
        self.moved.emit(self.current, x, y)

    def spoken(self) -> str:
        if not 0 <= self.current < len(self._hints):
            return self.tr("No hint in hand")
        words = self.tr("Hint %1 of %2").replace("%1", str(self.current + 1))
        return words.replace("%2", str(len(self._hints)))

    # How it looks

    def squares(self) -> list[tuple[int, QRectF]]:
        """Return the hints in sight, by number, and where they stand; several times where panes are."""
        found = []
        for frame, clip in self._canvas.results():
            scale = frame.width() / self._shape[1]
            for row, hint in enumerate(self._hints):
                middle = frame.topLeft() + QPointF(hint.x, hint.y) * scale
                side = max(hint.side_px(self._shape) * scale, LEAST_PX)
                square = QRectF(0, 0, side, side)
                square.moveCenter(middle)
                if clip.intersects(square):
                    found.append((row, square))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, square in self.squares():
            grow = SELECTED_PX if row == self.current else 0.0
            area = square.adjusted(-grow, -grow, grow, grow)
            painter.setBrush(QColor(*self._hints[row].color))
            for ink, width in (("#000000", 4.0), ("#FFFFFF", 2.0)):
                painter.setPen(QPen(QColor(ink), width))
                painter.drawRoundedRect(area, 2, 2)
        if overlays.shows_focus(self):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def _row_at(self, point: QPointF) -> int:
        there = self.squares()
        seen = [row for row, square in there if square.adjusted(-3, -3, 3, 3).contains(point)]
        near = [row for row, square in there if _reach(square).contains(point)]
        return seen[-1] if seen else near[-1] if near else -1


def _reach(square: QRectF) -> QRectF:
    """Return where a press takes a mark: the smallest ones are larger for the hand than for the eye."""
    side = max(square.width(), 2 * handles.REACH_PX)
    room = QRectF(0, 0, side, side)
    room.moveCenter(square.center())
    return room

"""The cursor of the keys on the photo: what a click does there, without a mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from palette_studio.core.palette import hex_of
from palette_studio.ui import handles
from palette_studio.ui.canvas import Canvas
from palette_studio.ui.spoken import announce
from palette_studio.ui.view import WAYS

STEP_PX = 4  # logical pixels, or one photo pixel where that is more
FAR = 10  # times as far with Shift
EDGE_PX = 24  # as near to the edge of what is seen it may come; the photo moves from there on
CROSS_PX, LINE_PX = 17, 2  # the length of an arm, the width of its light part
WIPE_STEP = 0.05  # of the canvas
QUIET_MS = 300  # after the last step a screen reader is told the place
PASSING = (  # it stays while a menu, which is about its place, or another window has the keys
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
ACTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyCursor(QWidget):
    """Return puts it in the middle of what is seen, arrows move it, and Return clicks, with Ctrl or without.

    The eyedropper needs no Return to begin. Without the cursor arrows move the photo; with Shift the line of
    the wipe. It lies over the canvas and takes neither presses nor the focus.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.spot: tuple[int, int] | None = None  # photo pixel
        canvas.spoken = self.spoken
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        canvas.view_changed.connect(self.update)
        canvas.installEventFilter(self)
        self.hide()

    def spoken(self) -> str:
        """Return where it is and on which color, "" where it is not."""
        color = self._canvas.color_at("after", *self.spot) if self.spot else None
        if self.spot is None or color is None:
            return ""
        words = self.tr("Pixel %1, %2").replace("%1", str(self.spot[0])).replace("%2", str(self.spot[1]))
        return f"{words}: {hex_of(color)}"

    def place(self) -> QPointF | None:
        """Return its point of the canvas, None while it is away."""
        results = self._canvas.results()
        if self.spot is None or not results:
            return None
        frame, scale = results[0][0], self._canvas.view.zoom / self._canvas.devicePixelRatioF()
        return frame.topLeft() + QPointF(self.spot[0] + 0.5, self.spot[1] + 0.5) * scale

    def leave(self) -> None:
        if self.spot is not None:
            self.spot = None
            self._quiet.stop()
            self.hide()
            self._canvas.pointer_left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.leave()
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() not in PASSING:
                self.leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(Qt.Key(event.key()), event.modifiers())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self.place()
        if place is not None:
            painter = QPainter(self)
            painter.setClipRect(self._room())
            handles.paint_cross(painter, place, CROSS_PX, LINE_PX)
            painter.end()

    def _pressed(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Return whether a key was for it."""
        canvas, far = self._canvas, bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if not canvas.photo_size[0]:
            return False
        if key == Qt.Key.Key_Escape and self.spot is not None:
            self.leave()
            return canvas.tool == "select"
        if key in WAYS and self.spot is None and canvas.tool == "select":
            self._move_without(QPointF(*WAYS[key]), far)
        elif key not in (*ACTS, *WAYS):
            return False
        elif self.spot is None:
            self._begin()
        elif key in WAYS:
            self._move(QPointF(*WAYS[key]), far)
        else:
            self._click(bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        return True

    def _begin(self) -> None:
        if results := self._canvas.results():  # none while the original is shown
            frame, clip = results[0]
            self._put(self._canvas.photo_point(frame.intersected(clip).center()) or (0, 0))

    def _move(self, way: QPointF, far: bool) -> None:
        """way: that the photo would go; the cursor goes the other one."""
        assert self.spot is not None
        step = max(round(STEP_PX * self._canvas.devicePixelRatioF() / self._canvas.view.zoom), 1)
        step *= FAR if far else 1
        dx, dy = ((along < 0) - (along > 0) for along in (way.x(), way.y()))
        width, height = self._canvas.photo_size
        x, y = self.spot[0] + dx * step, self.spot[1] + dy * step
        self._put((min(max(x, 0), width - 1), min(max(y, 0), height - 1)))

    def _move_without(self, way: QPointF, far: bool) -> None:
        """Move the line of the wipe, or the photo."""
        canvas = self._canvas
        along = way.x() if canvas.wipe_upright else way.y()
        if far and canvas.compare == "wipe":
            step = WIPE_STEP * ((along < 0) - (along > 0))
            canvas.set_wipe(canvas.wipe_at + step, canvas.wipe_upright)
        else:
            canvas.move_by(way)

    def _put(self, spot: tuple[int, int]) -> None:
        self.spot = spot
        self._show_place()
        self.setGeometry(self._canvas.rect())
        self.show()
        self.raise_()
        self.update()
        self._canvas.pointed.emit(*spot)
        self._quiet.start()

    def _show_place(self) -> None:
        """Move the photo as far as it takes to see the cursor."""
        place = self.place()
        if place is None:
            return
        seen = self._room().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        x = min(max(place.x(), seen.left()), seen.right())
        y = min(max(place.y(), seen.top()), seen.bottom())
        if (x, y) != (place.x(), place.y()) and not self._canvas.view.fitted:
            self._canvas.move_by(QPointF(x, y) - place)

    def _room(self) -> QRectF:
        """Return the part of the canvas it moves in; both sides of a wipe are one picture."""
        wiped = self._canvas.compare == "wipe"
        return QRectF(self._canvas.rect()) if wiped else self._canvas.results()[0][1]

    def _click(self, also: bool) -> None:
        assert self.spot is not None
        canvas, spot = self._canvas, self.spot
        if canvas.tool == "eyedropper":
            self.leave()
            canvas.picked.emit(*spot, 1, 1)
        else:
            (canvas.also_clicked if also else canvas.clicked).emit(*spot)

    @Slot()
    def _on_quiet(self) -> None:
        announce(self._canvas, self.spoken())

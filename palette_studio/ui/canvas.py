"""Canvas: the photo before and after, at any zoom, with what the artist asks to see of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.core.palette import Rgb
from palette_studio.ui import overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.layers import Layer, Pile
from palette_studio.ui.panes import Pane, panes
from palette_studio.ui.pinch import Pinch
from palette_studio.ui.view import BLOCKS_FROM, View

if TYPE_CHECKING:
    import numpy as np

GRIP = 12  # how near to the wipe line a press takes hold of it, in logical pixels
STEP = 1.25  # one notch of the wheel


class Canvas(QWidget):
    """Shows two stacks of layers, "before" and "after", through one view."""

    view_changed = Signal()
    pointed = Signal(int, int)  # photo pixel under the pointer
    pointer_left = Signal()
    clicked, also_clicked = Signal(int, int), Signal(int, int)  # photo pixel; with Ctrl: it as well
    picked = Signal(int, int, int, int)  # x, y, width, height in photo pixels: the eyedropper's area
    tool_left = Signal()
    painted = Signal(int)  # serial of the rendering that has just reached the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Photo"))
        self.setWhatsThis(self.tr("Arrows move the photo, Ctrl+0 shows all of it, Return begins a cross."))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = View()
        self.serial, self.exact = -1, True
        self.compare, self.wipe_upright, self.wipe_at = "off", True, 0.5
        self.showing_original = False
        self.names = {"before": self.tr("ORIGINAL"), "after": self.tr("EDITED")}  # of the sides
        self._surround = QColor("#2B2B2B")
        self._size, self._space = (0, 0), False
        self._piles = {"before": Pile(), "after": Pile()}
        self._veil: QImage | None = None
        self._veil_pixels: np.ndarray | None = None
        self._press: QPointF | None = None
        self._last, self.tool = QPointF(), "select"
        self._moving = ""  # what the press moves: "", "view", "wipe", "pick"
        self._mark: tuple[int, int] | None = None
        self._quiet = QTimer(self, singleShot=True, interval=60)
        self._quiet.timeout.connect(self.view_changed)
        Pinch(self).pinched.connect(self._on_pinched)
        self.spoken: Callable[[], str] = str  # to a screen reader; the cursor of the keys tells it

    # What is shown

    def set_surround(self, color: str) -> None:
        self._surround = QColor(color)
        self.update()

    def set_photo(self, size: tuple[int, int], layers: tuple[Layer, ...]) -> None:
        """size: (width, height) in photo pixels. layers: the pyramid of the photo, finest first."""
        self._size = size
        self._piles = {"before": Pile(layers), "after": Pile(layers)}
        self._veil = None
        self.fit()

    def show_before(self, layers: tuple[Layer, ...]) -> None:
        """Show another frame of the same size; the view stays."""
        self._piles["before"] = Pile(layers)
        self.update()

    def set_mark(self, spot: tuple[int, int] | None) -> None:
        """spot: a photo pixel with a ring around it."""
        self._mark = spot
        self.update()

    def show_after(self, layers: tuple[Layer, ...], serial: int, exact: bool) -> None:
        """Show a newer recoloring; one older than what is shown is ignored."""
        if serial >= self.serial:
            self._piles["after"] = Pile(layers, self._piles["before"].sizes)
            self.serial, self.exact = serial, exact
            self.update()

    def show_veil(self, outside: np.ndarray | None) -> None:
        """outside: (h, w) uint8, how dark each part of the photo is veiled; None shows all of it."""
        self._veil_pixels = outside
        self._veil = None
        if outside is not None:
            height, width = outside.shape
            kind = QImage.Format.Format_Alpha8
            self._veil = QImage(outside.data, width, height, outside.strides[0], kind)
        self.update()

    def set_compare(self, mode: str) -> None:
        self.compare = mode
        if self.view.fitted:
            self.fit()
        self.update()
        self.view_changed.emit()

    def set_wipe(self, at: float, upright: bool) -> None:
        """at: 0..1 along the canvas."""
        self.wipe_at, self.wipe_upright = min(max(at, 0.0), 1.0), upright
        self.update()

    def set_showing_original(self, on: bool) -> None:
        self.showing_original = on
        self.update()

    def set_tool(self, tool: str) -> None:
        """tool: "select" or "eyedropper"."""
        self.tool = tool
        self._point_cursor(self._last)
        self.update()

    # The view

    def fit(self) -> None:
        if self._size[0]:
            self._set_view(View.fit(self._size, self._main_pane().area, self.devicePixelRatioF()))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """zoom: device pixels per photo pixel. at: the point of the canvas that stays; its middle if None."""
        pane = self._pane_at(at) if at is not None else self._main_pane()
        point = at if at is not None else pane.area.center()
        self._set_view(self.view.zoomed(zoom, point, pane.area, self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.view.zoom * factor, at)

    def move_by(self, way: QPointF) -> None:
        self._set_view(self.view.moved(way, self.devicePixelRatioF()))

    def sharp_level(self) -> int:
        return self.view.level(max(len(self._piles["before"].layers), 1))

    def visible(self) -> QRectF:
        """Return the part of the photo in sight, in photo pixels."""
        bounds = QRectF(0, 0, *self._size)
        seen = QRectF()
        for pane in self._panes():
            a = self.view.to_photo(pane.area.topLeft(), pane.area, self.devicePixelRatioF())
            b = self.view.to_photo(pane.area.bottomRight(), pane.area, self.devicePixelRatioF())
            seen = seen.united(QRectF(a, b))
        return seen.intersected(bounds)

    @property
    def photo_size(self) -> tuple[int, int]:
        return self._size

    def photo_point(self, point: QPointF) -> tuple[int, int] | None:
        """Return the photo pixel under a point of the canvas, or None beside the photo."""
        spot = self.view.to_photo(point, self._pane_at(point).area, self.devicePixelRatioF())
        x, y = int((spot.x() + 1e-6) // 1), int((spot.y() + 1e-6) // 1)
        return (x, y) if 0 <= x < self._size[0] and 0 <= y < self._size[1] else None

    def results(self) -> list[tuple[QRectF, QRectF]]:
        """Return where the edited photo stands: its frame, and the part of the canvas it is seen in."""
        dpr, panes = self.devicePixelRatioF(), self._panes() if self._size[0] else []
        return [(self.view.frame(self._size, p.area, dpr), p.clip) for p in panes if p.side == "after"]

    def color_at(self, side: str, x: int, y: int) -> Rgb | None:
        """Return the shown 8-bit color of a photo pixel on one side."""
        return self._piles[side].color_at(x, y)

    def _set_view(self, view: View) -> None:
        self.view = view.kept_inside(self._size)
        self.update()
        self._quiet.start()

    def _panes(self) -> list[Pane]:
        mode = "original" if self.showing_original else self.compare
        return panes(QRectF(self.rect()), mode, self._wipe_px(), self.wipe_upright)

    def _main_pane(self) -> Pane:
        return self._panes()[-1]

    def _pane_at(self, point: QPointF) -> Pane:
        return next((pane for pane in self._panes() if pane.clip.contains(point)), self._main_pane())

    def _wipe_px(self) -> float:
        return round(self.wipe_at * (self.width() if self.wipe_upright else self.height()))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._surround)
        if self._size[0]:
            for pane in self._panes():
                self._paint_pane(painter, pane)
            self._paint_overlays(painter)
        if self.hasFocus() and self.window().property("keyboard"):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()
        self.painted.emit(self.serial)

    def _paint_pane(self, painter: QPainter, pane: Pane) -> None:
        dpr = self.devicePixelRatioF()
        frame, pile = self.view.frame(self._size, pane.area, dpr), self._piles[pane.side]
        painter.save()
        painter.setClipRect(pane.clip)
        overlays.shadow(painter, frame)
        if pile.has_alpha:
            overlays.checker(painter, frame.intersected(pane.clip))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.view.zoom < BLOCKS_FROM)
        for layer in pile.chosen(self.sharp_level()):
            pile.paint(painter, layer, frame, pane.clip)
        if self._veil is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            painter.drawImage(frame, self._veil)
        if self._mark is not None:
            overlays.mark(painter, frame, self._mark, self.view.zoom / dpr)
        painter.restore()

    def _paint_overlays(self, painter: QPainter) -> None:
        panes = self._panes()
        comparing = len(panes) > 1
        for pane in panes:
            if comparing or self.showing_original:
                seen = self.view.frame(self._size, pane.area, self.devicePixelRatioF()).intersected(pane.clip)
                text = self.names[pane.side]
                right = self.compare == "wipe" and self.wipe_upright and pane.side == "after"
                low = self.compare == "wipe" and not self.wipe_upright and pane.side == "after"
                overlays.label(painter, seen, text, right=right, low=low)
        if comparing and self.compare == "wipe":
            overlays.wipe(painter, QRectF(self.rect()), self._wipe_px(), self.wipe_upright)
        if not self.exact or self._too_coarse():
            overlays.label(
                painter, QRectF(self.rect()).adjusted(6, 6, -6, -6), self.tr("Preview"), right=True, low=True
            )
        if self._moving == "pick" and self._press is not None:
            overlays.rectangle(painter, QRectF(self._press, self._last).normalized())

    def _too_coarse(self) -> bool:
        chosen = self._piles["after"].chosen(self.sharp_level())
        return bool(chosen) and chosen[-1].level > self.sharp_level()

    # Pointer and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if self._size[0] and notches:
            self.zoom_by(STEP**notches, event.position())
        event.accept()

    @Slot(float, QPointF)
    def _on_pinched(self, factor: float, at: QPointF) -> None:
        if self._size[0]:
            self.zoom_by(factor, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._size[0]:
            return
        self._press = self._last = event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._moving = "view"
        elif left and self._on_wipe(event.position()):
            self._moving = "wipe"
        elif left and self._picking(event):
            self._moving = "pick"
        self._point_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._press is not None:
            if not self._moving and (point - self._press).manhattanLength() > 6:
                self._moving = "view"
            self._drag(point)
        self._last = point
        self._point_cursor(point)
        spot = self.photo_point(point) if self._size[0] else None
        if spot is None:
            self.pointer_left.emit()
        else:
            self.pointed.emit(*spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, moving = self._press, self._moving
        self._press, self._moving = None, ""
        if pressed is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        spot = self.photo_point(event.position())
        if moving == "pick":
            self._pick(pressed, event.position())
        elif not moving and spot is not None and event.button() == Qt.MouseButton.LeftButton:
            also = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.also_clicked if also else self.clicked).emit(*spot)
        self._point_cursor(event.position())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._size[0] or self.tool == "eyedropper":
            return
        if self._on_wipe(event.position()):
            self.set_wipe(0.5, self.wipe_upright)
        elif self.view.fitted:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer_left.emit()
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point_cursor(event.position())
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
        elif event.key() == Qt.Key.Key_Escape and self.tool != "select":
            self.tool_left.emit()
        else:
            super().keyPressEvent(event)
            return
        self._point_cursor(self._last)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._point_cursor(self._last)
        else:
            super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view.fitted:
            self.fit()
        else:
            self._quiet.start()

    def _drag(self, point: QPointF) -> None:
        if self._moving == "view":
            self.move_by(point - self._last)
        elif self._moving == "wipe":
            along = point.x() / self.width() if self.wipe_upright else point.y() / self.height()
            self.set_wipe(along, self.wipe_upright)
        elif self._moving == "pick":
            self.update()

    def _pick(self, a: QPointF, b: QPointF) -> None:
        pane = self._pane_at(a)
        one, two = (self.view.to_photo(p, pane.area, self.devicePixelRatioF()) for p in (a, b))
        area = QRectF(one, two).normalized().intersected(QRectF(0, 0, *self._size))
        inside = self.photo_point(a)
        if (b - a).manhattanLength() <= 4 and inside is not None:
            self.picked.emit(inside[0], inside[1], 1, 1)
        elif not area.isEmpty():
            x, y = int(area.x()), int(area.y())
            self.picked.emit(x, y, max(int(area.right()) - x, 1), max(int(area.bottom()) - y, 1))

    def _picking(self, event: QMouseEvent) -> bool:
        return self.tool == "eyedropper" or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _on_wipe(self, point: QPointF) -> bool:
        if self.compare != "wipe" or self.showing_original or self.tool != "select":
            return False
        along = point.x() if self.wipe_upright else point.y()
        return abs(along - self._wipe_px()) <= GRIP

    def _point_cursor(self, point: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._moving == "view":
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self.tool == "eyedropper":
            shape = Qt.CursorShape.CrossCursor
        elif self._moving == "wipe" or self._on_wipe(point):
            shape = Qt.CursorShape.SplitHCursor if self.wipe_upright else Qt.CursorShape.SplitVCursor
        self.setCursor(shape)

"""How light every swatch is, on an upright axis beside a plane; a swatch can be dragged along it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from palette_studio.core import planes
from palette_studio.ui import handles, overlays
from palette_studio.ui.draggable import Draggable
from palette_studio.ui.swatch_handles import SwatchHandles
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

WIDTH_PX, MARGIN_PX = 58, 14
SLOW = 0.1  # Ctrl


class LightAxis(Draggable):
    """Black at the foot, white on top. A drag keeps the place in the plane as far as sRGB has it there."""

    light_requested = Signal(float, bool, object)  # lightness, whether it is pressed, the place it began at
    select_requested = Signal(int)

    def __init__(self, plane: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("light_axis")
        self.setAccessibleName(name)
        self.setToolTip(self.tr("%1 of the swatches. Drag one to change it.").replace("%1", name))
        self.setFixedWidth(WIDTH_PX)
        self.setFont(sized(self.font(), CAPTION_PX))
        self._plane, self._theme = plane, theme
        self._swatches: SwatchHandles | None = None
        self._light: float | None = None  # of the pixel under the pointer
        self._press, self._start = 0.0, np.zeros(3)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_swatches(self, swatches: SwatchHandles) -> None:
        self._swatches = swatches
        self.update()

    def set_light(self, light: float | None) -> None:
        """Mark how light a pixel is."""
        if light != self._light:
            self._light = light
            self.update()

    def spoken(self) -> str:
        swatches = self._swatches
        if swatches is None or swatches.selected < 0:
            return ""
        share = float(swatches.place[0]) / planes.LIGHTEST[self._plane]
        return f"{share:.0%}".replace("%", " %")

    def handle_point(self, number: int) -> QPointF:
        assert self._swatches is not None
        return self._point(float(self._swatches.places[number, 0]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 5, 5)
        painter.fillPath(path, QColor(theme.field))
        track = self._track()
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = round(track.bottom() - share * track.height()) + 0.5
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(track.left() - 9, y), QPointF(track.left() + 9, y))
            if share in (0.0, 0.5, 1.0):
                painter.setPen(QColor(theme.muted))
                box = QRectF(2, y - 8, 22, 16)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(round(share * 100)))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(track.topLeft(), track.bottomLeft())
        if self._swatches is not None:
            self._paint_handles(painter, self._swatches)
        if self._light is not None:
            handles.paint_cross(painter, self._point(self._light))
        if self.hasFocus() and self.window().property("keyboard"):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def _paint_handles(self, painter: QPainter, swatches: SwatchHandles) -> None:
        for number in swatches.order:
            swatch, chosen = swatches.edited[number], number == swatches.selected
            if chosen and swatches.found[number].color != swatch.color:
                start = self._point(float(swatches.starts[number, 0]))
                handles.paint_ghost(painter, start, self.handle_point(number), swatches.found[number].color)
            size = handles.radius(chosen, len(swatches.edited))
            handles.paint(painter, self.handle_point(number), size, swatch.color, number + 1, swatch.locked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, swatches = self._handle_at(event.position()), self._swatches
        if event.button() != Qt.MouseButton.LeftButton or swatches is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if number >= 0 and number != swatches.selected:
            self.select_requested.emit(number)
        swatches = self._swatches
        if swatches is not None and number >= 0 and number == swatches.selected and swatches.movable:
            self._press, self._start = event.position().y(), swatches.place.copy()
            self.begin()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.dragging:
            over = self._handle_at(event.position()) >= 0
            self.setCursor(Qt.CursorShape.SizeVerCursor if over else Qt.CursorShape.ArrowCursor)
            return
        by = (self._press - event.position().y()) / self._track().height()
        slow = SLOW if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1.0
        light = float(self._start[0]) + by * slow * planes.LIGHTEST[self._plane]
        self.light_requested.emit(light, True, self._start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if way and self._swatches is not None and self._swatches.movable:
            far = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01
            place = self._swatches.place.copy()
            light = float(place[0]) + way * far * planes.LIGHTEST[self._plane]
            self.light_requested.emit(light, False, place)
        else:
            super().keyPressEvent(event)

    def _track(self) -> QRectF:
        return QRectF(self.rect()).adjusted(WIDTH_PX - 20, MARGIN_PX, 0, -MARGIN_PX)

    def _point(self, light: float) -> QPointF:
        track = self._track()
        share = light / planes.LIGHTEST[self._plane]
        return QPointF(track.left(), track.bottom() - share * track.height())

    def _handle_at(self, point: QPointF) -> int:
        if self._swatches is None:
            return -1
        count, chosen = len(self._swatches.edited), self._swatches.selected
        above = reversed(self._swatches.order)
        return handles.under(
            point, ((n, self.handle_point(n), handles.radius(n == chosen, count)) for n in above)
        )

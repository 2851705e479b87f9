"""Colors of a photo in a plane around gray, with its swatches as handles that edit them live."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.core import planes
from palette_studio.core.density import SIDE, Density
from palette_studio.core.palette import Palette, Rgb
from palette_studio.ui import handles, overlays
from palette_studio.ui.density_picture import own_colors, tinted
from palette_studio.ui.draggable import Handled
from palette_studio.ui.swatch_handles import SwatchHandles
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

SLOW = 0.1  # Ctrl
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
EDGES_KEPT = 64
COARSE_BELOW_PX = 0.75  # of the screen: cells so small are drawn three by three


class PlanePlot(Handled):
    """What the plot of CIELab and the vectorscope share. Subclasses say what part of the plane is in sight.

    They give scale and middle, and may paint what lies under and over the densities.
    """

    PLANE = ""
    STEP = 1.0  # of an arrow key, in the plane

    select_requested = Signal(int)
    color_requested = Signal(int, tuple, bool)  # swatch, color, whether a press is under way

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(sized(self.font(), CAPTION_PX))
        self.theme = theme
        self.swatches = SwatchHandles.of(self.PLANE, Palette(), Palette(), -1, None)
        self.now: Density | None = None
        self.before: Density | None = None
        self._log = False
        self._pictures: list[QImage] = []
        self._coarse = False
        self._still: QPixmap | None = None  # of all that does not follow the hand
        self._edges: dict[float, np.ndarray] = {}
        self._fine: tuple[Rgb, np.ndarray] | None = None
        self._pixel: np.ndarray | None = None
        self._press, self._scale, self._start = QPointF(), 1.0, np.zeros(3)

    # What part of the plane is in sight

    @property
    def scale(self) -> float:
        """Pixels for one unit of the plane."""
        raise NotImplementedError

    @property
    def middle(self) -> QPointF:
        """What stands in the middle of the widget, in the plane."""
        return QPointF(0, 0)

    def point(self, x: float, y: float) -> QPointF:
        """Return where a place of the plane stands, in the widget's coordinates."""
        center, middle, scale = QRectF(self.rect()).center(), self.middle, self.scale
        return QPointF(center.x() + (x - middle.x()) * scale, center.y() - (y - middle.y()) * scale)

    def spot(self, point: QPointF) -> QPointF:
        """Return the place of the plane at a point of the widget."""
        away, middle, scale = point - QRectF(self.rect()).center(), self.middle, self.scale
        return QPointF(middle.x() + away.x() / scale, middle.y() - away.y() / scale)

    def handle_point(self, number: int) -> QPointF:
        return self.point(*self.swatches.places[number, 1:].tolist())

    def spoken(self) -> str:
        return self.accessibleDescription()

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._draw_densities()

    def set_densities(self, now: Density | None, before: Density | None, log: bool) -> None:
        """now: cells in their own colors. before: in gray under them, None where it shall not show."""
        if (now, before, log) != (self.now, self.before, self._log):
            self.now, self.before, self._log = now, before, log
            self._draw_densities()

    def set_swatches(self, found: Palette, edited: Palette, selected: int) -> None:
        self.swatches = SwatchHandles.of(self.PLANE, found, edited, selected, self._fine)
        chosen = self.swatches.selected
        self.setAccessibleDescription("" if chosen < 0 else f"{chosen + 1} {edited[chosen].name}")
        self.update()

    def set_pixel(self, rgb: Rgb | None) -> None:
        """Mark where a pixel's color stands."""
        pixel = None if rgb is None else planes.places_of(self.PLANE, np.array(rgb) / 255)
        if pixel is not None or self._pixel is not None:
            self._pixel = pixel
            self.update()

    def redraw(self) -> None:
        """Paint what lies still anew: another part of the plane is in sight."""
        self._still = None
        self.update()

    def _draw_densities(self) -> None:
        self._pictures = []
        self.redraw()

    def _densities_drawn(self) -> list[QImage]:
        """Return the densities as pictures, coarser ones where their cells would be smaller than pixels."""
        cell_px = self.scale * 2 * planes.REACH[self.PLANE] / SIDE * self.devicePixelRatioF()
        coarse = cell_px < COARSE_BELOW_PX
        if self._pictures and coarse == self._coarse:
            return self._pictures
        self._pictures, self._coarse = [], coarse
        before, now = (each.coarse if each and coarse else each for each in (self.before, self.now))
        if before is not None:
            self._pictures.append(tinted(before, QColor(self.theme.muted), self._log))
        if now is not None:
            self._pictures.append(own_colors(now, QColor(self.theme.field), self._log))
        return self._pictures

    def edge_points(self) -> np.ndarray:
        """Return (n, 2) the edge of sRGB at the lightness of the selected swatch."""
        light = round(float(self.swatches.place[0]) / planes.LIGHTEST[self.PLANE], 2)
        if light not in self._edges:
            if len(self._edges) >= EDGES_KEPT:
                self._edges.clear()
            self._edges[light] = planes.edge(self.PLANE, light * planes.LIGHTEST[self.PLANE], 120)
        return self._edges[light]

    def outline(self) -> QPainterPath:
        """Return what the plot is painted inside of."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 5, 5)
        return path

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            self._still = self._drawn()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.save()
        painter.setClipPath(self.outline())
        self.paint_over(painter)
        if self.swatches.selected >= 0:
            self._paint_edge(painter)
        painter.restore()
        self._paint_handles(painter)
        if self._pixel is not None:
            handles.paint_cross(painter, self.point(*self._pixel[1:].tolist()))
        if self.hasFocus() and self.window().property("keyboard"):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def paint_under(self, painter: QPainter) -> None:
        """Paint what the densities stand on."""

    def paint_over(self, painter: QPainter) -> None:
        """Paint what follows the hand, under the handles."""

    def _drawn(self) -> QPixmap:
        dpr = self.devicePixelRatioF()
        picture = QPixmap(self.size() * dpr)
        picture.setDevicePixelRatio(dpr)
        picture.fill(QColor(self.theme.panel))
        painter = QPainter(picture)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self.font())
        painter.fillPath(self.outline(), QColor(self.theme.field))
        painter.setClipPath(self.outline())
        reach = planes.REACH[self.PLANE]
        room = QRectF(self.point(-reach, reach), self.point(reach, -reach))
        for image in self._densities_drawn():
            painter.drawImage(room, image)
        self.paint_under(painter)
        painter.end()
        return picture

    def _paint_edge(self, painter: QPainter) -> None:
        ink = QColor(self.theme.text)
        ink.setAlpha(110)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([self.point(x, y) for x, y in self.edge_points().tolist()]))

    def _paint_handles(self, painter: QPainter) -> None:
        swatches = self.swatches
        for number in swatches.order:
            swatch, chosen = swatches.edited[number], number == swatches.selected
            if chosen and swatches.found[number].color != swatch.color:
                start = self.point(*swatches.starts[number, 1:].tolist())
                handles.paint_ghost(painter, start, self.handle_point(number), swatches.found[number].color)
            size = handles.radius(chosen, len(swatches.edited))
            handles.paint(painter, self.handle_point(number), size, swatch.color, number + 1, swatch.locked)

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.handle_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if number < 0:
            return
        if number != self.swatches.selected:
            self.select_requested.emit(number)
        if self.swatches.selected == number and self.swatches.movable:
            self._press, self._scale = event.position(), self.scale
            self._start = self.swatches.place.copy()
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = ARROWS.get(Qt.Key(event.key()))
        if way is None or not self.swatches.movable:
            super().keyPressEvent(event)
            return
        far = self.STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        self._ask(self.swatches.place + np.array([0.0, way[0] * far, way[1] * far]), False)

    def ask_for_light(self, light: float, pressed: bool, start: np.ndarray | None = None) -> None:
        """Ask for the selected swatch at another lightness, with the chroma of ``start`` or its own."""
        if self.swatches.movable:
            place = (self.swatches.place if start is None else start).copy()
            place[0] = light
            self._ask(place, pressed)

    def drag_to(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        away = (point - self._press) / self._scale
        if keys & Qt.KeyboardModifier.ControlModifier:
            away *= SLOW
        place = self._start + np.array([0.0, away.x(), -away.y()])
        if keys & Qt.KeyboardModifier.ShiftModifier:
            place[1:] = _constrained(self._start[1:], place[1:])
        self._ask(place, True)

    def _ask(self, place: np.ndarray, pressed: bool) -> None:
        place = planes.held(self.PLANE, place)
        rgb = planes.rgb_at(self.PLANE, place)
        self._fine = rgb, place
        self.color_requested.emit(self.swatches.selected, rgb, pressed)

    def handle_at(self, point: QPointF) -> int:
        """Return the swatch under the pointer, the uppermost first, or -1."""
        count, chosen = len(self.swatches.edited), self.swatches.selected
        above = reversed(self.swatches.order)
        return handles.under(
            point, ((n, self.handle_point(n), handles.radius(n == chosen, count)) for n in above)
        )


def _constrained(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return the end with the hue or the chroma of the start, whichever the hand moved less."""
    chroma0, chroma = float(np.hypot(*start)), float(np.hypot(*end))
    if chroma0 < 1e-9 or chroma < 1e-9:
        return end
    turn = abs(float(np.cross(np.append(start, 0), np.append(end, 0))[2])) / max(chroma0, chroma)
    return start * (chroma / chroma0) if abs(chroma - chroma0) > turn else end * (chroma0 / chroma)

"""The wheel and the lightness strip: every swatch is a handle, and the photo follows the hand."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.core.palette import Rgb
from palette_studio.ui import handles, overlays
from palette_studio.ui.draggable import Draggable, Handled

SLOW = 0.1  # Ctrl
DIMMEST, BRIGHTEST = (
    62,
    82,
)  # percent: the disc is a map of hues and stays readable; the strip shows true lightness


@dataclass(frozen=True)
class Handle:
    """One swatch on the wheel."""

    color: Rgb
    original: Rgb
    locked: bool
    chosen: bool = False  # it moves along with the selected one


class ColorWheel(Handled):
    """Angle is hue, distance from the middle is saturation, at the lightness of the selected swatch."""

    select_requested = Signal(int)
    moved = Signal(float, float)  # hue in degrees, saturation 0..1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("color_wheel")
        self.setAccessibleName(self.tr("Color wheel"))
        self.setToolTip(
            self.tr("Drag a handle: angle is hue, distance is saturation. Shift keeps one, Ctrl is slow.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(160, 160)
        self.handles: tuple[Handle, ...] = ()
        self.selected = -1
        self._place = (0.0, 0.0, 0.5)  # hue, saturation, lightness of the selected one
        self._places: dict[Rgb, tuple[float, float, float]] = {}
        self._grip = QPointF()
        self._start = QPointF()
        self._press = QPointF()
        self._pixel: Rgb | None = None

    def sizeHint(self) -> QSize:
        return QSize(232, 232)

    def set_handles(
        self, handles: tuple[Handle, ...], selected: int, place: tuple[float, float, float]
    ) -> None:
        """place: hue, saturation and lightness of the selected swatch, finer than its 8-bit color."""
        self.handles, self.selected, self._place = handles, selected, place
        self.update()

    def set_pixel(self, color: Rgb | None) -> None:
        """Mark where the color of a pixel stands."""
        if color != self._pixel:
            self._pixel = color
            self.update()

    def spoken(self) -> str:
        if not 0 <= self.selected < len(self.handles):
            return ""
        hue, saturation, _ = self._place
        words = self.tr("Swatch %1: hue %2°, saturation %3 %").replace("%1", str(self.selected + 1))
        return words.replace("%2", f"{hue:.0f}").replace("%3", f"{saturation * 100:.0f}")

    def handle_point(self, number: int) -> QPointF:
        """Return where the handle of a swatch stands, in the widget's coordinates."""
        hue, saturation, _ = self._place if number == self.selected else self._of(self.handles[number].color)
        return self._point(hue, saturation)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_disc(painter)
        for number in range(len(self.handles)):
            if number != self.selected:
                self._paint_handle(painter, number)
        if 0 <= self.selected < len(self.handles):
            self._paint_ghost(painter)
            self._paint_handle(painter, self.selected)
        if self._pixel is not None:
            handles.paint_cross(painter, self._point(*self._of(self._pixel)[:2]))
        if self.hasFocus() and self.window().property("keyboard"):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        number = self.handle_at(point)
        if event.button() != Qt.MouseButton.LeftButton or not self.handles:
            return
        if number >= 0 and number != self.selected:
            self.select_requested.emit(number)
        if not 0 <= self.selected < len(self.handles) or self.handles[self.selected].locked:
            return
        if number < 0 and self._polar(point)[1] > 1.04:
            return
        self._grip = point - self.handle_point(self.selected) if number >= 0 else QPointF()
        self._press = point
        self._start = self.handle_point(self.selected) if number >= 0 else point
        self.begin()
        if number < 0:
            self.drag_to(point, event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not 0 <= self.selected < len(self.handles) or self.handles[self.selected].locked:
            super().keyPressEvent(event)
            return
        far = self._radius() * (0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01)
        hue, saturation = self._polar(self.handle_point(self.selected) + QPointF(*step) * far)
        self.moved.emit(hue, min(saturation, 1.0))

    def drag_to(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        if keys & Qt.KeyboardModifier.ControlModifier:
            point = self._press + (point - self._press) * SLOW
        hue, saturation = self._polar(point - self._grip)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            hue, saturation = self._constrained(hue, saturation)
        self.moved.emit(hue, min(saturation, 1.0))

    def _constrained(self, hue: float, saturation: float) -> tuple[float, float]:
        """Keep the hue or the saturation of the start, whichever the hand moved less."""
        hue0, saturation0 = self._polar(self._start)
        turn = abs((hue - hue0 + 180) % 360 - 180) / 180 * max(saturation, saturation0) * 3
        return (hue0, saturation) if abs(saturation - saturation0) > turn else (hue, saturation0)

    def _center(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _radius(self) -> float:
        return min(self.width(), self.height()) / 2 - 2

    def _point(self, hue: float, saturation: float) -> QPointF:
        far = saturation * (self._radius() - 4)
        return self._center() + QPointF(cos(radians(hue)), -sin(radians(hue))) * far

    def _polar(self, point: QPointF) -> tuple[float, float]:
        away = point - self._center()
        return degrees(atan2(-away.y(), away.x())) % 360, hypot(away.x(), away.y()) / (self._radius() - 4)

    def _of(self, color: Rgb) -> tuple[float, float, float]:
        if color not in self._places:
            if len(self._places) > 512:
                self._places.clear()
            from palette_studio.ui import reach

            self._places[color] = reach.to_wheel(color)
        return self._places[color]

    def _radius_of(self, number: int) -> float:
        return handles.radius(number == self.selected, len(self.handles))

    def handle_at(self, point: QPointF) -> int:
        """Return the swatch under the pointer, the selected one first, or -1."""
        order = sorted(range(len(self.handles)), key=lambda n: n != self.selected)
        return handles.under(point, ((n, self.handle_point(n), self._radius_of(n)) for n in order))

    def _paint_disc(self, painter: QPainter) -> None:
        from palette_studio.ui import reach  # with numpy, after the window's first paint

        r, center = self._radius(), self._center()
        area = QRectF(center.x() - r, center.y() - r, 2 * r, 2 * r)
        path = QPainterPath()
        path.addEllipse(area)
        painter.save()
        painter.setClipPath(path)
        percent = min(max(round(self._place[2] * 100), DIMMEST), BRIGHTEST)
        painter.drawImage(area, reach.disc(percent))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 70), 1))
        painter.drawEllipse(area)

    def _paint_ghost(self, painter: QPainter) -> None:
        handle = self.handles[self.selected]
        if handle.original == handle.color:
            return
        hue, saturation, _ = self._of(handle.original)
        start, end = self._point(hue, saturation), self.handle_point(self.selected)
        handles.paint_ghost(painter, start, end, handle.original)

    def _paint_handle(self, painter: QPainter, number: int) -> None:
        handle, selected = self.handles[number], number == self.selected
        size = handles.CHOSEN if handle.chosen and not selected else self._radius_of(number)
        at = self.handle_point(number)
        handles.paint(painter, at, size, handle.color, number + 1, handle.locked)


class LightnessStrip(Draggable):
    """A column of the colors reachable at this hue and saturation."""

    moved = Signal(float)  # lightness 0..1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lightness_strip")
        self.setAccessibleName(self.tr("Lightness"))
        self.setToolTip(self.tr("Lightness of the selected swatch"))
        self.setFixedWidth(26)
        self._place = (0.0, 0.0, 0.5)
        self._enabled = False
        self._press = 0.0
        self._press_at = 0.5

    def set_place(self, place: tuple[float, float, float], enabled: bool) -> None:
        self._place, self._enabled = place, enabled
        self.update()

    def spoken(self) -> str:
        return f"{self._place[2]:.0%}".replace("%", " %")

    def handle_point(self) -> QPointF:
        track = self._track()
        return QPointF(track.center().x(), track.bottom() - self._place[2] * track.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        from palette_studio.ui import reach

        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        track = self._track()
        path = QPainterPath()
        path.addRoundedRect(track.adjusted(0, -4, 0, 4), 6, 6)
        painter.save()
        painter.setClipPath(path)
        hue, saturation, _ = self._place
        painter.drawImage(
            track.adjusted(0, -4, 0, 4), reach.lightness_column(round(hue) % 360, round(saturation * 100))
        )
        painter.restore()
        if self._enabled:
            point = self.handle_point()
            grip = QRectF(track.left() - 4, point.y() - 4, track.width() + 8, 8)
            painter.setPen(QPen(QColor("#000000"), 1))
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawRoundedRect(grip, 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*reach.from_wheel(*self._place)))
            painter.drawRoundedRect(grip.adjusted(2.5, 2.5, -2.5, -2.5), 1, 1)
        if self.hasFocus() and self.window().property("keyboard"):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._enabled:
            self._press, self._press_at = event.position().y(), self._at(event.position().y())
            self.begin()
            self.moved.emit(self._press_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.dragging:
            return
        at = self._at(event.position().y())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self._press_at + (at - self._press_at) * SLOW
        self.moved.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if way and self._enabled:
            far = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01
            self.moved.emit(min(max(self._place[2] + way * far, 0.0), 1.0))
        else:
            super().keyPressEvent(event)

    def _track(self) -> QRectF:
        return QRectF(self.rect()).adjusted(5, 8, -5, -8)

    def _at(self, y: float) -> float:
        track = self._track()
        return min(max((track.bottom() - y) / track.height(), 0.0), 1.0)

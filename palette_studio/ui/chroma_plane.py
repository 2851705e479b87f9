"""All chroma that one lightness has room for: a plane of a and b, with a handle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.ui import overlays
from palette_studio.ui.draggable import Draggable
from palette_studio.ui.theme import Theme

MOST = 110.0  # a and b either side of gray
SAMPLES = 240  # of the plane, a side
HANDLE = 7.0
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class ChromaPlane(Draggable):
    """Red is to the right, green to the left, yellow up, blue down, as in CIELab."""

    moved = Signal(float, float, bool)  # a, b, whether it belongs to the press under way

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chroma_plane")
        self.setAccessibleName(self.tr("Colors of this lightness"))
        self.setToolTip(self.tr("Drag to choose the color; these are all that this lightness can have"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._light, self._place = 60.0, (0.0, 0.0)
        self._picture: QImage | None = None

    def sizeHint(self) -> QSize:
        return QSize(148, 148)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_place(self, light: float, a: float, b: float) -> None:
        """Show what L has room for, and where a and b are."""
        if round(light) != round(self._light):
            self._picture = None
        self._light, self._place = light, (a, b)
        self.update()

    def spoken(self) -> str:
        return "L {:.0f}, a {:.0f}, b {:.0f}".format(self._light, *self._place)

    def point(self, a: float, b: float) -> QPointF:
        """Return where a color stands, in the widget's coordinates."""
        area = self._area()
        return QPointF(
            area.center().x() + a / MOST * area.width() / 2, area.center().y() - b / MOST * area.height() / 2
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = self._area()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.field))
        painter.drawRoundedRect(area, 4, 4)
        if self._picture is None:
            self._picture = _picture(self._light)
        painter.drawImage(area, self._picture)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(QPointF(area.center().x(), area.top()), QPointF(area.center().x(), area.bottom()))
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in (("#000000", 4.0), ("#FFFFFF", 2.0)):
            painter.setPen(QPen(QColor(ink), width))
            painter.drawEllipse(self.point(*self._place), HANDLE, HANDLE)
        if overlays.shows_focus(self):
            overlays.focus_ring(painter, area)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragging:
            self._follow(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(*self._inside(self._place[0] + step[0], self._place[1] + step[1]), False)

    def _follow(self, point: QPointF) -> None:
        area = self._area()
        a = (point.x() - area.center().x()) / area.width() * 2 * MOST
        b = (area.center().y() - point.y()) / area.height() * 2 * MOST
        self.moved.emit(*self._inside(a, b), True)

    def _inside(self, a: float, b: float) -> tuple[float, float]:
        """Return the color, or the last one on the way to it from gray that this lightness can have."""
        from palette_studio.core import color

        least, most = 0.0, 1.0
        if color.in_gamut([self._light, a, b], 1e-3):
            return a, b
        for _ in range(12):
            middle = (least + most) / 2
            if color.in_gamut([self._light, middle * a, middle * b], 1e-3):
                least = middle
            else:
                most = middle
        return least * a, least * b

    def _area(self) -> QRectF:
        side = min(self.width(), self.height()) - 2
        return QRectF(1, 1, side, side)


def _picture(light: float) -> QImage:
    """Return the colors of a lightness, clear where it has none."""
    import numpy as np

    from palette_studio.core import color

    steps = np.linspace(-MOST, MOST, SAMPLES)
    a, b = np.meshgrid(steps, steps[::-1])
    lab = np.stack([np.full(a.shape, light), a, b], -1)
    rgba = np.zeros((SAMPLES, SAMPLES, 4), np.uint8)
    rgba[..., :3] = np.rint(color.lab_to_srgb(lab).clip(0, 1) * 255)
    rgba[..., 3] = np.where(color.in_gamut(lab, 1e-3), 255, 0)
    return QImage(rgba.data, SAMPLES, SAMPLES, 4 * SAMPLES, QImage.Format.Format_RGBA8888).copy()

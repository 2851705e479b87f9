"""The a-b plane of CIELab: where the photo's colors lie, whatever their lightness, and its swatches."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from palette_studio.core import planes
from palette_studio.core.density import SIDE, Density
from palette_studio.core.palette import Palette
from palette_studio.ui.plane_plot import PlanePlot
from palette_studio.ui.theme import Theme

REACH = planes.REACH["ab"]
RARE = 0.001  # of the pixels: so many may lie out of sight on each side
LEAST, MOST = 24.0, 2 * REACH  # of Lab from top to bottom
MARGIN_PX = 18  # around what has to be in sight: half a handle, and the names of the sides
RING = 20  # chroma between one circle and the next
STEP = 1.25  # one notch of the wheel


class AbPlane(PlanePlot):
    """a goes to the right, from green to red, b up, from blue to yellow. It shows what there is, closely.

    The wheel zooms at the pointer; a double click shows everything again.
    """

    PLANE = "ab"
    STEP = 1.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("ab_plane")
        self.setAccessibleName(self.tr("Colors in the a-b plane"))
        self.setToolTip(
            self.tr(
                "Drag a swatch: its lightness stays. Shift keeps hue or chroma, Ctrl is slow.\n"
                "Dotted: all of sRGB at this lightness. The mouse wheel zooms, a double click shows all."
            )
        )
        self._middle, self._span = QPointF(0, 0), 100.0  # what is in sight: its middle, and its height in Lab
        self._zoomed = False  # by hand

    @property
    def scale(self) -> float:
        return max(self.height(), 1) / self._span

    @property
    def middle(self) -> QPointF:
        return self._middle

    def fit(self) -> None:
        """Show all swatches, and all colors but the rarest."""
        self._zoomed = False
        self._span = LEAST
        self._middle = QPointF(0, 0)
        if self.now is not None:
            self._middle = _bounds(self.now).center()
        self._include(self._wanted())
        self.redraw()

    def set_densities(self, now: Density | None, before: Density | None, log: bool) -> None:
        first = self.now is None
        super().set_densities(now, before, log)
        if now is not None and first:
            self.fit()

    def set_swatches(self, found: Palette, edited: Palette, selected: int) -> None:
        super().set_swatches(found, edited, selected)
        if not self._zoomed and self._include(self._points()):
            self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoomed:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches and not self.dragging:
            at = self.spot(event.position())
            self._span = min(max(self._span * STEP**-notches, LEAST / 2), MOST)
            self._middle += at - self.spot(event.position())
            self._zoomed = True
            self.redraw()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.handle_at(event.position()) < 0:
            self.fit()
        else:
            self.mousePressEvent(event)

    def _points(self) -> QRectF:
        """Return what holds gray and all swatches, as edited and as found, in the plane."""
        spots = np.concatenate([self.swatches.places[:, 1:], self.swatches.starts[:, 1:], [[0.0, 0.0]]])
        (left, low), (right, high) = spots.min(axis=0).tolist(), spots.max(axis=0).tolist()
        return QRectF(left, low, right - left, high - low)

    def _wanted(self) -> QRectF:
        return self._points() if self.now is None else self._points().united(_bounds(self.now))

    def _include(self, wanted: QRectF) -> bool:
        """Bring a part of the plane into sight, and return whether it was not."""
        width, height = max(self.width(), 1), max(self.height(), 1)
        across = self._span * width / height
        seen = QRectF(self._middle.x() - across / 2, self._middle.y() - self._span / 2, across, self._span)
        margin = MARGIN_PX * self._span / height
        if seen.adjusted(margin - 1e-6, margin - 1e-6, 1e-6 - margin, 1e-6 - margin).contains(wanted):
            return False
        inner = seen.adjusted(margin, margin, -margin, -margin)
        both = wanted if self._span <= LEAST else inner.united(wanted)
        taller = height / max(height - 2 * MARGIN_PX, 1), height / max(width - 2 * MARGIN_PX, 1)
        self._span = max(both.height() * taller[0], both.width() * taller[1], LEAST)
        self._middle = both.center()
        return True

    def paint_under(self, painter: QPainter) -> None:
        """Paint circles of equal chroma, the axes, and which colors lie where."""
        line, faint = QColor(self.theme.text), QColor(self.theme.muted)
        line.setAlpha(38)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1))
        zero, scale = self.point(0, 0), self.scale
        for chroma in range(RING, 161, RING):
            painter.drawEllipse(zero, chroma * scale, chroma * scale)
        line.setAlpha(80)
        painter.setPen(QPen(line, 1))
        x, y = round(zero.x()) + 0.5, round(zero.y()) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(faint)
        area = QRectF(self.rect()).adjusted(8, 4, -8, -4)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        level = QRectF(area.left(), min(max(y - 17, area.top()), area.bottom() - 16), area.width(), 16)
        painter.drawText(level, left, self.tr("green"))
        painter.drawText(level, right, self.tr("red"))
        side = QRectF(min(max(x + 5, area.left()), area.right() - 60), area.top(), 60, area.height())
        painter.drawText(side, left | Qt.AlignmentFlag.AlignTop, self.tr("yellow"))
        painter.drawText(side, left | Qt.AlignmentFlag.AlignBottom, self.tr("blue"))


def _bounds(density: Density) -> QRectF:
    """Return the part of the plane that has all pixels but the rarest."""
    if not density.counts.any():
        return QRectF(0, 0, 0, 0)
    ends = []
    for axis in (0, 1):
        below = np.cumsum(density.counts.sum(axis=axis))
        first, last = np.searchsorted(below, [below[-1] * RARE, below[-1] * (1 - RARE)]).tolist()
        ends.append((first, last + 1))
    cell = 2 * REACH / SIDE
    (left, right), (top, foot) = ends
    return QRectF(left * cell - REACH, REACH - foot * cell, (right - left) * cell, (foot - top) * cell)

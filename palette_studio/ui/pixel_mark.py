"""The pixel under the pointer, over a plot that paints itself too slowly to follow it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from palette_studio.ui import handles

SIDE = 15


class PixelMark(QWidget):
    """A cross, or an upright line as tall as the plot; the plot below is painted anew only where it moves."""

    def __init__(self, plot: QWidget, *, upright: bool) -> None:
        super().__init__(plot)
        self._plot, self._upright = plot, upright
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QPointF | None) -> None:
        """place: in the plot's coordinates."""
        if place is not None:
            height = self._plot.height() if self._upright else SIDE
            top = 0 if self._upright else round(place.y()) - SIDE // 2
            self.setGeometry(round(place.x()) - SIDE // 2, top, SIDE, height)
        self.setVisible(place is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._upright:
            for ink, width in (("#000000", 3), ("#FFFFFF", 1)):  # shows on any curve
                painter.fillRect(SIDE // 2 - width // 2, 0, width, self.height(), QColor(ink))
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            handles.paint_cross(painter, QPointF(SIDE / 2, SIDE / 2))
        painter.end()

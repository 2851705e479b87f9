"""Curves of counts with marks on their axis, drawn by pyqtgraph."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from palette_studio.ui.theme import Theme

pg.setConfigOptions(antialias=True, imageAxisOrder="row-major")
FLOOR = 1e-4  # percent of the pixels: the foot of the logarithmic scale
MARK_PX = 9


class _Marks(pg.GraphicsObject):
    """Swatches on the axis: each a disc in its color, ringed so that it shows on any gray."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[float, QColor]] = []

    def set_marks(self, places: list[tuple[float, QColor]]) -> None:
        self._places = places
        self.update()

    def boundingRect(self) -> QRectF:
        return self.viewRect() or QRectF()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, color in self._places:
            center = to_screen.map(QPointF(x, 0.0)) + QPointF(0, -MARK_PX / 2 - 1)
            painter.setBrush(color)
            for ink, grow in (("#000000", 1.0), ("#FFFFFF", 0.0)):
                painter.setPen(QPen(QColor(ink), 1.5))
                painter.drawEllipse(center, MARK_PX / 2 + grow, MARK_PX / 2 + grow)
        painter.restore()


class CountPlot(pg.PlotWidget):
    """Filled curves of what is, thin ones of what was."""

    pointed = Signal(object)  # QPointF in counts' coordinates, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Histogram"))
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        for side in ("left", "bottom"):
            self.hideAxis(side)
        self.setContentsMargins(0, 0, 0, 0)
        plot: Any = self.plotItem  # pyqtgraph has no types
        plot.layout.setContentsMargins(0, 0, 0, 0)
        self._box: Any = plot.vb
        self._box.setDefaultPadding(0)
        self._box.setMouseEnabled(x=False, y=False)
        self._box.setLimits(xMin=-4, xMax=364, minXRange=8, yMin=-10, yMax=110)
        self._solid = [pg.PlotCurveItem() for _ in range(3)]
        self._thin = [pg.PlotCurveItem() for _ in range(3)]
        for curve in (*self._thin, *self._solid):
            self.addItem(curve)
        self._base = pg.InfiniteLine(0, angle=0)
        self.addItem(self._base)
        self._marks = _Marks()
        self._marks.setZValue(10)
        self.addItem(self._marks)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        self.setBackground(theme.panel)
        self._base.setPen(pg.mkPen(theme.line))

    def show_counts(
        self, now: list[np.ndarray], before: list[np.ndarray], colors: list[QColor], log: bool
    ) -> None:
        """now, before: shares in percent, one array per curve. The tallest inner bin fills the height."""
        tall = max((_height(bins) for bins in (*now, *before)), default=1.0) or 1.0
        for curves, data, filled in ((self._thin, before, False), (self._solid, now, True)):
            for n, curve in enumerate(curves):
                if n >= len(data):
                    curve.setData([], [])
                    continue
                self._draw(curve, _scaled(data[n], tall, log), colors[n], filled)
        bins = max((len(d) for d in now), default=256)
        self._box.setRange(xRange=(-2, max(bins, 2) + 1), yRange=(-9, 104), padding=0)

    def show_marks(self, marks: list[tuple[float, QColor]]) -> None:
        """marks: places on the axis and their colors."""
        self._marks.set_marks(marks)

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        super().mouseMoveEvent(ev)
        self.pointed.emit(self._box.mapSceneToView(ev.position()))

    def leaveEvent(self, ev: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(ev)

    @staticmethod
    def _draw(curve: pg.PlotCurveItem, heights: np.ndarray, color: QColor, filled: bool) -> None:
        line, area = QColor(color), QColor(color)
        line.setAlpha(255 if filled else 120)
        area.setAlpha(56)
        pen = pg.mkPen(line, width=1)  # wider or dotted lines take Qt ten times as long
        curve.setData(
            np.arange(len(heights)),
            heights,
            pen=pen,
            fillLevel=0 if filled else None,
            brush=area if filled else None,
        )


def _height(bins: np.ndarray) -> float:
    """Return the height to scale by: a clipped end of the range may stand far above all others."""
    inner = bins[1:-1] if len(bins) > 2 else bins
    return float(inner.max()) if len(inner) and inner.max() > 0 else float(bins.max(initial=0.0))


def _scaled(bins: np.ndarray, tall: float, log: bool) -> np.ndarray:
    """Return heights 0..100."""
    if not log:
        return np.clip(bins / tall, 0, 1.03) * 100
    span = np.log10(tall / FLOOR)
    return np.clip(np.log10(np.maximum(bins, FLOOR) / FLOOR) / span, 0, 1.03) * 100

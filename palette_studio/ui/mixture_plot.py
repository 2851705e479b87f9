"""A histogram with the curves of a mixture, which can be grabbed."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from palette_studio.core.mixture.line import Bins, LineMixture
from palette_studio.ui import handles
from palette_studio.ui.count_plot import FLOOR
from palette_studio.ui.grip_plot import Grip, GripPlot, Handles
from palette_studio.ui.pixel_mark import PixelMark
from palette_studio.ui.theme import Theme

WING_PX = 8
SMALLEST = 0.3  # bins: deviation


class _Handles(Handles):
    """Tops, wings and thresholds."""

    def __init__(self, plot: MixturePlot) -> None:
        super().__init__()
        self._plot = plot

    def draw(self, painter: QPainter, to_screen: QTransform) -> None:
        plot, view = self._plot, self.boundingRect()
        painter.setFont(plot.font())
        for place in plot.thresholds:
            head, foot = (to_screen.map(QPointF(place, y)) for y in (view.bottom(), 0.0))
            painter.setPen(QPen(plot.ink, 1, Qt.PenStyle.DashLine))
            painter.drawLine(head, foot)
            painter.setPen(QPen(plot.ink, 1))
            painter.setBrush(plot.ink)
            painter.drawPolygon([head, head + QPointF(-5, 0), head + QPointF(0, 7), head + QPointF(5, 0)])
        for index, color in enumerate(plot.colors):
            self._draw_component(painter, to_screen, index, color)

    def _draw_component(self, painter: QPainter, to_screen: QTransform, index: int, color: QColor) -> None:
        plot = self._plot
        painter.setBrush(color)
        if index == plot.selected:
            for side in (-1, 1):
                at = to_screen.map(plot.wing(index, side))
                for ink, grow in (("#000000", 1.0), ("#FFFFFF", 0.0)):
                    painter.setPen(QPen(QColor(ink), 1.2))
                    size = WING_PX / 2 + grow
                    painter.drawRoundedRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size), 2, 2)
        plot.draw_handle(painter, to_screen.map(plot.top(index)), index)


class MixturePlot(GripPlot):
    """Counts, one curve a component and their sum. Heights are percent of the tallest bin, or logarithmic.

    Handles are the "top" of a component, its "wing"s, and "threshold"s.
    """

    moved = Signal(int, float, float)  # component, mean, weight
    widened = Signal(int, float)  # component, deviation
    threshold_moved = Signal(int, float)  # number of the threshold, place
    pointed = Signal(object)  # place on the axis, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mixture of the histogram"))
        self.setObjectName("mixture_plot")
        self.setToolTip(
            self.tr(
                "Drag a top to move a component, its wings to widen it; so do the arrows, and + and −.\n"
                "Page up and page down go from one component to the next."
            )
        )
        self._counts = pg.PlotCurveItem()
        self._sum = pg.PlotCurveItem()
        self._curves: list[pg.PlotCurveItem] = []
        self._base = pg.InfiniteLine(0, angle=0)
        for item in (self._counts, self._base, self._sum):
            self.addItem(item)
        self._handles = _Handles(self)
        self._handles.setZValue(10)
        self.addItem(self._handles)
        self._bins: Bins | None = None
        self._mixture: LineMixture | None = None
        self._tall, self._log = 1.0, False
        self.thresholds: list[float] = []
        self._pixel = PixelMark(self, upright=True)

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._base.setPen(pg.mkPen(theme.line))
        area = QColor(self.faint)
        area.setAlpha(64)
        self._counts.setPen(pg.mkPen(self.faint))
        self._counts.setBrush(area)
        self._counts.setFillLevel(0)
        self._sum.setPen(pg.mkPen(self.ink))

    def show_mixture(
        self, bins: Bins, mixture: LineMixture, colors: list[QColor], selected: int, locked: tuple[int, ...]
    ) -> None:
        if bins is not self._bins:
            left, right = bins.places[0], bins.places[-1]
            margin = (right - left) * 0.01
            self._box.setRange(xRange=(left - margin, right + margin), yRange=(-3, 108), padding=0)
        self._bins, self._mixture, self.colors = bins, mixture, colors
        self.selected, self.locked = selected, locked
        step, places = self._places(bins)
        shares = bins.shares.reshape(-1, step).sum(axis=1) * 100
        densities = mixture.densities(places) * (100 * step * bins.width)
        whole = densities.sum(axis=0)
        inner = shares[1:-1] if len(shares) > 2 else shares
        if self.held is None:  # what is held stays under the pointer
            self._tall = max(float(inner.max()), float(whole.max()), 1e-9)
        self._counts.setData(places, self._height(shares))
        self._sum.setData(places, self._height(whole))
        while len(self._curves) < len(colors):
            curve = pg.PlotCurveItem(fillLevel=0)
            self._curves.append(curve)
            self.addItem(curve)
        for n, curve in enumerate(self._curves):
            if n >= len(colors):
                curve.setData([], [])
                continue
            line, area = _readable(colors[n], self.ink), QColor(colors[n])
            area.setAlpha(110 if n == selected else 60)
            curve.setData(places, self._height(densities[n]), pen=pg.mkPen(line), brush=area)
        self.thresholds = mixture.thresholds(bins).tolist()
        self._handles.update()

    def set_log(self, on: bool) -> None:
        self._log = on

    def show_pixel(self, value: float | None) -> None:
        """Mark the value of the pixel under the pointer, of 8 bits; None: there is none."""
        if value is None or self._bins is None:
            self._pixel.show_at(None)
            return
        deep = len(self._bins.places) > 1 << 8 and not self._bins.period
        self._pixel.show_at(self.to_widget(QPointF(value * 257 if deep else value, 0)))

    @staticmethod
    def _places(bins: Bins) -> tuple[int, np.ndarray]:
        """Return how many bins are drawn as one, and the middles of those: more than 512 cannot be seen."""
        step = max(1, len(bins.places) // 512)
        return step, bins.places.reshape(-1, step).mean(axis=1)

    def _height(self, percent: np.ndarray) -> np.ndarray:
        if not self._log:
            return np.clip(percent / self._tall, 0, 1.05) * 100
        span = np.log10(self._tall / FLOOR)
        return np.clip(np.log10(np.maximum(percent, FLOOR) / FLOOR) / span, 0, 1.05) * 100

    def _percent(self, height: float) -> float:
        """Return the share of pixels in a bin that stands so high."""
        if not self._log:
            return height / 100 * self._tall
        return float(FLOOR * (self._tall / FLOOR) ** (height / 100))

    def top(self, index: int) -> QPointF:
        """Return where a component is highest."""
        assert self._mixture is not None
        return self._at(index, float(self._mixture.means[index]))

    def wing(self, index: int, side: int) -> QPointF:
        """Return the point of the curve one standard deviation beside the mean."""
        assert self._mixture is not None
        place = self._mixture.means[index] + side * self._mixture.deviations[index]
        return self._at(index, float(place))

    def _at(self, index: int, place: float) -> QPointF:
        assert self._mixture is not None and self._bins is not None
        step, _ = self._places(self._bins)
        density = self._mixture.densities(np.array([place]))[index] * (100 * step * self._bins.width)
        return QPointF(place, float(self._height(density)[0]))

    # The pointer

    def grip_at(self, position: QPointF) -> Grip | None:
        """Return the handle at a place of this widget: wings of the chosen first, then tops, thresholds."""
        if self._mixture is None:
            return None
        near: list[tuple[float, Grip]] = []
        for index in range(len(self._mixture)):
            near.append((_distance(self.to_widget(self.top(index)), position), Grip("top", index, index)))
            if index == self.selected:
                for side in (-1, 1):
                    at = self.to_widget(self.wing(index, side))
                    near.append((_distance(at, position), Grip("wing", index, index)))
        distance, grip = min(near, key=lambda one: one[0])
        if distance <= handles.REACH_PX:
            return grip
        away = self._from_thresholds(position)
        if away and min(away) <= handles.REACH_PX:
            return Grip("threshold", int(np.argmin(away)), -1)
        return None

    def _from_thresholds(self, position: QPointF) -> list[float]:
        return [abs(self.to_widget(QPointF(at, 0)).x() - position.x()) for at in self.thresholds]

    def placeable(self, position: QPointF) -> list[tuple[str, Grip]]:
        chosen, number = self.selected, str(self.selected + 1)
        found = [
            (self.tr("Component %1 has its top here").replace("%1", number), Grip("top", chosen, chosen)),
            (self.tr("Component %1 reaches to here").replace("%1", number), Grip("wing", chosen, chosen)),
        ]
        if self.thresholds:
            nearest = int(np.argmin(self._from_thresholds(position)))
            found.append((self.tr("The nearest threshold is here"), Grip("threshold", nearest, -1)))
        return found

    def component_at(self, position: QPointF) -> int:
        """Return the component that has most say at a place of the axis, -1 without one."""
        if self._mixture is None or self._bins is None:
            return -1
        place = self.to_plot(position).x()
        if not self._bins.places[0] <= place <= self._bins.places[-1]:
            return -1
        return int(self._mixture.labels(np.array([place]))[0])

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        super().mouseMoveEvent(ev)
        if self.held is None:
            self.pointed.emit(self.to_plot(ev.position()).x())

    def held_by_keys(self, index: int, *, rim: bool) -> tuple[Grip, QPointF]:
        if rim:
            return Grip("wing", index, index), self.wing(index, 1)
        return Grip("top", index, index), self.top(index)

    def drag(self, grip: Grip, place: QPointF) -> None:
        if self._mixture is None or self._bins is None:
            return
        first, last = float(self._bins.places[0]), float(self._bins.places[-1])
        along = min(max(place.x(), first), last)
        if grip.kind == "threshold":
            self.threshold_moved.emit(grip.index, along)
        elif grip.kind == "wing":
            width = max(abs(place.x() - self._mixture.means[grip.index]), SMALLEST * self._bins.width)
            self.widened.emit(grip.index, float(width))
        else:
            step, _ = self._places(self._bins)
            density = self._percent(min(max(place.y(), 0.5), 104)) / (100 * step * self._bins.width)
            weight = density * self._mixture.deviations[grip.index] * np.sqrt(2 * np.pi)
            self.moved.emit(grip.index, along, float(weight))

    def cursor_of(self, grip: Grip | None) -> Qt.CursorShape:
        sideways = grip is not None and grip.kind != "top"
        return Qt.CursorShape.SizeHorCursor if sideways else super().cursor_of(grip)

    def leaveEvent(self, ev: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(ev)


def _distance(one: QPointF, other: QPointF) -> float:
    off = one - other
    return float(np.hypot(off.x(), off.y()))


def _readable(color: QColor, ink: QColor) -> QColor:
    """Return the color, mixed with the ink where it would not show on the panel behind it."""
    near = abs(color.lightnessF() - (1 - ink.lightnessF()))
    share = max(0.0, 0.45 - near)
    whole, less = QColor(ink), QColor(color)
    return QColor(
        round(less.red() * (1 - share) + whole.red() * share),
        round(less.green() * (1 - share) + whole.green() * share),
        round(less.blue() * (1 - share) + whole.blue() * share),
    )

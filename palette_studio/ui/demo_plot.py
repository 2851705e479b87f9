"""Plots of the demos: the points and the truth they come from in color, the estimate in the ink.

A group has a mark and a line of its own as well, so that nobody has to tell colors apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QWidget

from palette_studio.ui.direction import unmirrored
from palette_studio.ui.group_mark import GROWN, LINES, SYMBOLS
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

if TYPE_CHECKING:
    from palette_studio.core.mixture.components import Components
    from palette_studio.core.mixture.demos import Demo

TOP_PX = 11  # of the mark on an estimated component
STEPS = 400  # of a curve
FOOT = 0.11  # of the height: the band below the axis where points lie
HEIGHTS = (0.8, 0.4, 0.08)  # of a density at its mean: where contours are drawn
SIDE, MARGIN = 12.0, 0.4  # of the plane that is shown around its middle, and around that
AROUND = np.stack([f(np.linspace(0, 2 * np.pi, 97)) for f in (np.cos, np.sin)])


class DemoPlot(pg.PlotWidget):
    """What both plots share. Subclasses draw the points with the truth, and an estimate over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("demo_plot")
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        for part in (self, self.viewport()):
            part.setAcceptDrops(False)  # files that are dropped are the window's
        plot: Any = self.plotItem  # pyqtgraph has no types
        self._box: Any = plot.vb
        self._box.setDefaultPadding(0)
        self._box.setMouseEnabled(x=False, y=False)
        self._demo: Demo | None = None
        self._estimate: list[pg.PlotCurveItem] = []
        self._tops = pg.ScatterPlotItem()

    def set_look(self, theme: Theme, colors: list[QColor]) -> None:
        """colors: of the groups."""
        self._theme, self._colors = theme, colors
        self.setBackground(theme.panel)
        for side in ("left", "bottom"):
            axis: Any = self.getAxis(side)
            axis.setPen(pg.mkPen(theme.line))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setStyle(tickFont=sized(self.font(), CAPTION_PX), tickLength=-4, maxTickLevel=0)
        if self._demo is not None:
            self.show_points(self._demo)

    def show_points(self, demo: Demo) -> None:
        """Draw the points and their truth anew; an estimate follows."""
        self._demo = demo
        self.clear()
        self._estimate = []
        self._tops = pg.ScatterPlotItem(pen=self._pen(self._theme.panel, 1.5))
        self._tops.setZValue(10)
        self.addItem(self._tops)

    def show_estimate(self, estimate: Components) -> None:
        raise NotImplementedError

    def _mark(self, places: np.ndarray) -> None:
        """Put its group's mark in its color on every estimated component. places: (k, 2)."""
        count = len(places)
        self._tops.setData(
            pos=places,
            brush=[pg.mkBrush(color) for color in self._colors[:count]],
            symbol=list(SYMBOLS[:count]),
            size=[TOP_PX * grown for grown in GROWN[:count]],
        )

    def _pen(self, color: QColor | str, width: float = 1.0) -> Any:
        """width: in logical pixels; pyqtgraph's pens count those of the screen."""
        return pg.mkPen(color, width=width * self.devicePixelRatioF())

    def _true_pen(self, n: int) -> Any:
        """Return the pen of a group's truth."""
        pen = self._pen(self._colors[n])
        pen.setStyle(LINES[n])
        return pen

    def _dots(self, n: int, x: np.ndarray, y: np.ndarray, size: int) -> pg.ScatterPlotItem:
        """Return the points of a group. size: of a disc, in pixels."""
        brush = _area(self._colors[n], 190)
        return pg.ScatterPlotItem(x, y, size=size * GROWN[n], symbol=SYMBOLS[n], pen=None, brush=brush)

    def _curve(self, n: int) -> pg.PlotCurveItem:
        """Return the curve of an estimated component, above all that was drawn before."""
        while len(self._estimate) <= n:
            self._estimate.append(pg.PlotCurveItem(pen=self._pen(self._theme.text, 1.6)))
            self.addItem(self._estimate[-1])
        return self._estimate[n]

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        ev.ignore()

    def wheelEvent(self, ev: QEvent) -> None:
        ev.ignore()


class LinePlot(DemoPlot):
    """Points below an axis, the densities of their groups above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Values on a line, true and estimated densities"))
        self.hideAxis("left")
        self._places = np.zeros(0)

    def show_points(self, demo: Demo) -> None:
        super().show_points(demo)
        values = demo.points[:, 0]
        self._places = np.linspace(values.min() - 2, values.max() + 2, STEPS)
        true = np.exp(demo.truth.logs(self._places[:, None]))
        tall = max(float(np.exp(one.heights).max()) for one in (demo.truth, *demo.trace)) * 1.04
        self._box.setRange(QRectF(self._places[0], -FOOT * tall, np.ptp(self._places), (1 + FOOT) * tall))
        band = -FOOT * tall * np.random.default_rng(0).uniform(0.2, 0.85, len(values))  # apart, to be counted
        self.addItem(pg.InfiniteLine(0, angle=0, pen=self._pen(self._theme.line)))
        for n, color in enumerate(self._colors):
            own = demo.groups == n
            self.addItem(self._dots(n, values[own], band[own], 5))
            curve = pg.PlotCurveItem(
                self._places, true[:, n], pen=self._true_pen(n), brush=_area(color, 70), fillLevel=0
            )
            self.addItem(curve)

    def show_estimate(self, estimate: Components) -> None:
        heights = np.exp(estimate.logs(self._places[:, None]))
        for n in range(len(estimate)):
            self._curve(n).setData(self._places, heights[:, n])
        self._mark(np.stack([estimate.means[:, 0], np.exp(estimate.heights)], axis=1))


class PlanePlot(DemoPlot):
    """Points on a plane with contours of the densities of their groups, an x at each true mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Points on a plane, contours of true and estimated densities"))
        self._box.setAspectLocked(True)
        for side in ("left", "bottom"):
            axis: Any = self.getAxis(side)
            axis.setTickSpacing(2, 1)

    def show_points(self, demo: Demo) -> None:
        super().show_points(demo)
        half = SIDE / 2 + MARGIN
        self._box.setRange(QRectF(-half, -half, 2 * half, 2 * half))
        for n in range(len(self._colors)):
            own = demo.points[demo.groups == n]
            self.addItem(self._dots(n, own[:, 0], own[:, 1], 6))
            outline = _contours(demo.truth, n)
            self.addItem(pg.PlotCurveItem(*outline, pen=self._true_pen(n), connect="finite"))
        ink = QColor(self._theme.text)
        crosses = pg.ScatterPlotItem(pos=demo.truth.means, symbol="x", size=12, pen=None, brush=ink)
        crosses.setZValue(11)
        self.addItem(crosses)

    def show_estimate(self, estimate: Components) -> None:
        for n in range(len(estimate)):
            self._curve(n).setData(*_contours(estimate, n), connect="finite")
        self._mark(estimate.means)


def _area(color: QColor, alpha: int) -> QColor:
    area = QColor(color)
    area.setAlpha(alpha)
    return area


def _contours(components: Components, index: int) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y of ellipses around a component, at HEIGHTS of its density, one after the other."""
    root = np.linalg.cholesky(components.covariances[index])
    gap = np.full((2, 1), np.nan)
    rings = [
        np.hstack([components.means[index][:, None] + np.sqrt(-2 * np.log(share)) * root @ AROUND, gap])
        for share in HEIGHTS
    ]
    x, y = np.hstack(rings)
    return x, y

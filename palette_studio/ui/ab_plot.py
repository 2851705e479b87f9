"""The colors of a photo in the a-b plane, with the ellipses of a mixture, which can be grabbed."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from palette_studio.core.mixture.color_bins import ColorBins
from palette_studio.core.mixture.components import Components
from palette_studio.ui import handles, overlays
from palette_studio.ui.grip_plot import Grip, GripPlot, Handles
from palette_studio.ui.pixel_mark import PixelMark
from palette_studio.ui.readouts import percent
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

CELLS = 120  # of the picture of densities, a side
AROUND = np.stack([f(np.linspace(0, 2 * np.pi, 65)) for f in (np.cos, np.sin)])
SMALLEST, MARGIN = 8.0, 1.0  # of the plane that is shown, in Lab
RARE = 0.002  # of the pixels: so many may lie outside of it on each side
AROUND_IT = 0.05  # of the plane, beside what is shown
LEGEND_PX, ROW_PX = 196, 24
WIDE = 1.5  # standard deviations at which ellipses are drawn


class _Ellipses(Handles):
    """Ellipses and their centers."""

    def __init__(self, plot: AbPlot) -> None:
        super().__init__()
        self._plot = plot

    def draw(self, painter: QPainter, to_screen: QTransform) -> None:
        plot = self._plot
        painter.setFont(plot.font())
        plane, cloud = (to_screen.mapRect(rect) for rect in (self.boundingRect(), plot.room))
        self._name_sides(painter, to_screen.map(QPointF(0, 0)), plane, cloud)
        for index, color in enumerate(plot.colors):
            chosen = index == plot.selected
            outline = to_screen.map(QPolygonF([QPointF(a, b) for a, b in plot.outline(index)]))
            area = QColor(color)
            area.setAlpha(90 if chosen else 45)
            painter.setBrush(area)
            painter.setPen(QPen(plot.ink, 2.0 if chosen else 1.0))
            painter.drawPolygon(outline)
        for index in range(len(plot.colors)):
            plot.draw_handle(painter, to_screen.map(plot.center(index)), index)

    def _name_sides(self, painter: QPainter, zero: QPointF, plane: QRectF, cloud: QRectF) -> None:
        """Write which colors lie where: at the ends of the level axis, and beside the cloud."""
        plot = self._plot
        painter.setPen(plot.faint)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top, foot = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        level = QRectF(plane.left() + 2, zero.y() - 18, plane.width() - 6, 16)
        (least, most), (low, high) = (plot.ends[axis - 1] for axis in plot.axes)
        if plane.contains(level.center()):
            painter.drawText(level, left | foot, least)
            painter.drawText(level, right | foot, most)
        beside = QRectF(cloud.left() - 90, plane.top() + 2, 80, plane.height() - 4)
        if zero.y() > plane.top() + 40:
            painter.drawText(beside, right | top, high)
        if zero.y() < plane.bottom() - 40:
            painter.drawText(beside, right | foot, low)


class ComponentList(QWidget):
    """The number, color and share of every component; a row can be pointed at and chosen."""

    hovered = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Components"))
        self.setToolTip(self.tr("A click, or ↑ ↓, selects a component"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setFont(sized(self.font(), CAPTION_PX))
        self._rows: list[tuple[QColor, str]] = []
        self._selected, self._over = 0, -1
        self._ink, self._faint = QColor(), QColor()

    def show_components(
        self, colors: list[QColor], shares: list[float], selected: int, inks: tuple[QColor, QColor]
    ) -> None:
        self._rows = [(color, percent(share)) for color, share in zip(colors, shares, strict=True)]
        self._selected, (self._ink, self._faint) = selected, inks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        for index, (color, share) in enumerate(self._rows):
            row = QRectF(0, (index - self._first) * ROW_PX, self.width(), ROW_PX)
            painter.setPen(QPen(self._ink, 1))
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(18.5, row.center().y() - 5.5, 11, 11), 2, 2)
            painter.setPen(self._ink if index in (self._selected, self._over) else self._faint)
            weight = QFont.Weight.DemiBold if index == self._selected else QFont.Weight.Normal
            painter.setFont(sized(self.font(), CAPTION_PX, weight))
            painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, str(index + 1))
            words = row.adjusted(40, 0, 0, 0)
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, color.name().upper())
            painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, share)
        if overlays.shows_focus(self):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    @property
    def _first(self) -> int:
        """Return the first row in sight; where there is no room for all, the selected one is among them."""
        room = max(self.height() // ROW_PX, 1)
        return min(max(self._selected - room // 2, 0), max(len(self._rows) - room, 0))

    def _row(self, y: float) -> int:
        index = int(y // ROW_PX) + self._first
        return index if 0 <= index < len(self._rows) else -1

    def spoken(self) -> str:
        if not 0 <= self._selected < len(self._rows):
            return ""
        color, share = self._rows[self._selected]
        return f"{self._selected + 1} {color.name().upper()} {share}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if way and self._rows:
            self.chosen.emit(min(max(self._selected + way, 0), len(self._rows) - 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self.chosen.emit(self._row(ev.position().y()))

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        self._point_at(self._row(ev.position().y()))

    def leaveEvent(self, ev: QEvent) -> None:
        self._point_at(-1)

    def _point_at(self, index: int) -> None:
        if index != self._over:
            self._over = index
            self.update()
            self.hovered.emit(index)


class AbPlot(GripPlot):
    """Densities in gray, one ellipse a component: drag its center, or its rim to make it wider.

    A list beside the plane has the number, the color and the share of each. Where the colors reach farther
    from blue to yellow than from green to red, the plane lies on its side: it has more room that way.
    """

    shifted = Signal(int, float, float)  # component, a, b
    grown = Signal(int, float)  # component, factor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Mixture of the colors, a to b"))
        self.setObjectName("ab_plot")
        self.setToolTip(
            self.tr(
                "Drag a center to move a component, the rim to widen it; so do the arrows, and + and −.\n"
                "Page up and page down go from one component to the next."
            )
        )
        self._layout.setContentsMargins(0, 0, LEGEND_PX, 0)
        self._box.setAspectLocked(True)
        self._picture = pg.ImageItem()
        self._axes = [pg.InfiniteLine(0, angle=angle) for angle in (0, 90)]
        self._ellipses, self._list = _Ellipses(self), ComponentList(self)
        self._list.hovered.connect(self.hovered)
        self._list.chosen.connect(self.selected_requested)
        for item in (self._picture, *self._axes, self._ellipses):
            self.addItem(item)
        self._pixel = PixelMark(self, upright=False)
        self._components: Components | None = None
        self._bins: ColorBins | None = None
        self._theme: Theme | None = None
        self.room = QRectF()  # of the densities, in Lab
        self.axes = [1, 2]  # of Lab: to the right, and up
        self.ends = (self.tr("green"), self.tr("red")), (self.tr("blue"), self.tr("yellow"))

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._bins = theme, None
        super().set_theme(theme)
        for axis in self._axes:
            axis.setPen(pg.mkPen(theme.line))

    def show_mixture(
        self,
        bins: ColorBins,
        components: Components,
        colors: list[QColor],
        selected: int,
        locked: tuple[int, ...],
    ) -> None:
        self._components, self.colors = components, colors
        self.selected, self.locked = selected, locked
        if bins is not self._bins:
            self._bins = bins
            self._show_densities(bins)
        self._ellipses.update()
        shares = [float(weight) for weight in components.weights]
        self._list.show_components(colors, shares, selected, (self.ink, self.faint))

    def show_pixel(self, color: tuple[float, ...] | None) -> None:
        """Mark the color of the pixel under the pointer, as the components have it; None: there is none."""
        place = None if color is None else QPointF(*(color[axis] for axis in self.axes))
        self._pixel.show_at(None if place is None else self.to_widget(place))

    def _show_densities(self, bins: ColorBins) -> None:
        assert self._theme is not None
        spans = [_common(bins.places[:, axis], bins.shares) for axis in (1, 2)]
        self.axes = sorted((1, 2), key=lambda axis: spans[axis - 1][0] - spans[axis - 1][1])
        x, y = bins.places[:, self.axes].T
        (left, right), (low, high) = (spans[axis - 1] for axis in self.axes)
        room = QRectF(QPointF(left, low), QPointF(right, high))
        less = max(0.0, SMALLEST - room.width()) / 2, max(0.0, SMALLEST - room.height()) / 2
        room.adjust(-less[0] - MARGIN, -less[1] - MARGIN, less[0] + MARGIN, less[1] + MARGIN)
        edges = [
            np.linspace(room.top(), room.bottom(), CELLS + 1),
            np.linspace(room.left(), room.right(), CELLS + 1),
        ]
        counts = np.histogram2d(y, x, edges, weights=bins.shares)[0]
        shown = np.sqrt(np.minimum(counts / max(np.quantile(counts[counts > 0], 0.98), 1e-12), 1))
        paper, ink = QColor(self._theme.panel).red(), QColor(self._theme.text).red()
        gray = (paper + (ink - paper) * 0.6 * shown).astype(np.uint8)
        self._picture.setImage(np.repeat(gray[..., None], 3, axis=2), levels=(0, 255))
        self._picture.setRect(room)
        self.room = room
        around = np.concatenate([self.outline(index) for index in range(len(self.colors))])
        (left, low), (right, high) = around.min(0), around.max(0)
        self._box.setRange(room.united(QRectF(left, low, right - left, high - low)), padding=AROUND_IT)

    def center(self, index: int) -> QPointF:
        assert self._components is not None
        x, y = self._components.means[index, self.axes]
        return QPointF(float(x), float(y))

    def outline(self, index: int) -> np.ndarray:
        """Return (n, 2) points in the plane around a component."""
        assert self._components is not None
        root = np.linalg.cholesky(self._spread(index))
        return (self._components.means[index, self.axes, None] + WIDE * root @ AROUND).T

    def _spread(self, index: int) -> np.ndarray:
        """Return the covariance in the plane, (2, 2)."""
        assert self._components is not None
        return self._components.covariances[index][np.ix_(self.axes, self.axes)]

    def resizeEvent(self, ev: QResizeEvent) -> None:
        super().resizeEvent(ev)
        if hasattr(self, "_list"):  # pyqtgraph resizes while it is made
            self._list.setGeometry(self.width() - LEGEND_PX + 24, 4, LEGEND_PX - 28, self.height() - 4)

    # The pointer

    def grip_at(self, position: QPointF) -> Grip | None:
        """Return the "center" or the "rim" of a component at a place of this widget."""
        if self._components is None:
            return None
        centers = [self.to_widget(self.center(n)) - position for n in range(len(self._components))]
        near = [float(np.hypot(off.x(), off.y())) for off in centers]
        if min(near) <= handles.REACH_PX:
            index = int(np.argmin(near))
            return Grip("center", index, index)
        points = [self.to_widget(QPointF(a, b)) - position for a, b in self.outline(self.selected)]
        if min(float(np.hypot(off.x(), off.y())) for off in points) <= handles.REACH_PX:
            return Grip("rim", self.selected, self.selected)
        return None

    def placeable(self, position: QPointF) -> list[tuple[str, Grip]]:
        chosen = self.selected
        middle, rim = self.tr("Component %1 has its middle here"), self.tr("Component %1 reaches to here")
        found = (middle, Grip("center", chosen, chosen)), (rim, Grip("rim", chosen, chosen))
        return [(words.replace("%1", str(chosen + 1)), grip) for words, grip in found]

    def component_at(self, position: QPointF) -> int:
        """Return the component whose ellipse is there, the smallest one, or -1."""
        if self._components is None:
            return -1
        place = self.to_plot(position)
        found, least = -1, np.inf
        for n in range(len(self._components)):
            spread = self._spread(n)
            off = np.array([place.x(), place.y()]) - self._components.means[n, self.axes]
            size = float(np.linalg.det(spread))
            if off @ np.linalg.solve(spread, off) <= WIDE**2 and size < least:
                found, least = n, size
        return found

    def held_by_keys(self, index: int, *, rim: bool) -> tuple[Grip, QPointF]:
        a, b = self.outline(index)[0]
        return (
            (Grip("rim", index, index), QPointF(a, b))
            if rim
            else (Grip("center", index, index), self.center(index))
        )

    def drag(self, grip: Grip, place: QPointF) -> None:
        if self._components is None:
            return
        if grip.kind == "center":
            at = dict(zip(self.axes, (place.x(), place.y()), strict=True))
            self.shifted.emit(grip.index, at[1], at[2])
            return
        off = np.array([place.x(), place.y()]) - self._components.means[grip.index, self.axes]
        far = float(np.sqrt(off @ np.linalg.solve(self._spread(grip.index), off)))
        self.grown.emit(grip.index, min(max(far / WIDE, 0.2), 5.0))


def _common(values: np.ndarray, shares: np.ndarray) -> tuple[float, float]:
    """Return the range of values without the rarest at either end."""
    order = np.argsort(values)
    below = np.cumsum(shares[order]) / shares.sum()
    first, last = np.searchsorted(below, (RARE, 1 - RARE))
    return float(values[order[first]]), float(values[order[min(last, len(order) - 1)]])

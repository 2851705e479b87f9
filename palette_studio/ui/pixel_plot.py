"""What the model knows of one pixel: its Gaussians, and the color that it has now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.core.palette import Rgb, hex_of
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.readouts import percent
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

if TYPE_CHECKING:
    from palette_studio.core.mixture.background import PixelGaussians

LEGEND_PX, LETTER_PX, GAP_PX = 268, 22, 6
STEPS = 160  # of a curve
FAINT = 0.004  # weights below this are not drawn


@dataclass(frozen=True, eq=False)
class PixelState:
    """A pixel, its color now, and the components that the model has for it."""

    x: int
    y: int
    value: Rgb
    gaussians: PixelGaussians


class PixelPlot(QWidget):
    """An axis for each channel, one for gray. Background is filled under a solid line, the rest is dashed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setObjectName("pixel_plot")
        self.setAccessibleName(self.tr("Gaussians of the pixel"))
        self.setToolTip(
            self.tr(
                "What the model expects of this pixel: filled curves are background, dashed ones are not. "
                "The upright line is the pixel's value now."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(72)
        self.setFont(sized(self.font(), CAPTION_PX))
        self._theme = theme
        self._state: PixelState | None = None

    def sizeHint(self) -> QSize:
        return QSize(600, 110)

    @property
    def state(self) -> PixelState | None:
        """What is drawn."""
        return self._state

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_state(self, state: PixelState | None) -> None:
        self._state = state
        self.setAccessibleDescription("" if state is None else "; ".join(self._lines(state)))
        self.update()

    def _lines(self, state: PixelState) -> list[str]:
        """Return a line of words for every component."""
        parts = state.gaussians
        kinds = [
            self.tr("background") if ground else self.tr("not background") for ground in parts.background
        ]
        return [
            f"{percent(float(share))} {kind}, {hex_of(_color(mean))} ±{variance**0.5:.0f}"
            for share, kind, mean, variance in zip(
                parts.weights, kinds, parts.means, parts.variances, strict=True
            )
        ]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        state = self._state
        if state is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0, 2, -LEGEND_PX, -2)
        gray = _is_gray(state)
        letters = ("",) if gray else ("R", "G", "B")
        height = (room.height() - GAP_PX * (len(letters) - 1)) / len(letters)
        for channel, letter in enumerate(letters):
            top = room.top() + channel * (height + GAP_PX)
            area = QRectF(room.left() + LETTER_PX, top, room.width() - LETTER_PX - 20, height)
            painter.setPen(QColor(self._theme.muted))
            box = QRectF(room.left(), top, LETTER_PX, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, letter)
            self._paint_axis(painter, area, state, channel)
        self._paint_legend(painter, state)
        painter.end()

    def _paint_axis(self, painter: QPainter, area: QRectF, state: PixelState, channel: int) -> None:
        parts = state.gaussians
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        peaks = parts.weights / parts.variances**0.5
        tallest = float(peaks.max()) or 1.0
        order = sorted(range(len(peaks)), key=lambda n: float(parts.weights[n]), reverse=True)
        for n in order:
            if parts.weights[n] < FAINT:
                continue
            # The root keeps rare components in sight beside a common one
            tall = (float(peaks[n]) / tallest) ** 0.5 * (area.height() - 3)
            curve = _bell(area, float(parts.means[n][channel]), float(parts.variances[n]) ** 0.5, tall)
            color = QColor(*_color(parts.means[n]))
            if parts.background[n]:
                color.setAlpha(150)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawPolygon(curve)
            style = Qt.PenStyle.SolidLine if parts.background[n] else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(self._theme.text), 1.2, style))
            painter.drawPolyline(curve)
        at = _place(area, state.value[channel])
        for ink, width in (("#000000", 3.4), ("#FFFFFF", 1.6)):  # it shows on any gray and color
            painter.setPen(QPen(QColor(ink), width))
            painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()))

    def _paint_legend(self, painter: QPainter, state: PixelState) -> None:
        metrics = QFontMetricsF(self.font())
        step = max(metrics.height() + 2, 17.0)
        left, ink, faint = self.width() - LEGEND_PX, QColor(self._theme.text), QColor(self._theme.muted)
        painter.setPen(ink)
        title = self.tr("Pixel %1, %2   now %3").replace("%1", str(state.x)).replace("%2", str(state.y))
        painter.drawText(QPointF(left, metrics.ascent() + 1), title.replace("%3", hex_of(state.value)))
        lines, parts = self._lines(state), state.gaussians
        fit = max(0, int((self.height() - step) // step))
        for n, words in enumerate(lines[:fit]):
            ground = bool(parts.background[n])
            base = step * (n + 1) + metrics.ascent() + 1
            chip = QRectF(left + 0.5, base - metrics.ascent() + 1.5, 11, 11)
            style = Qt.PenStyle.SolidLine if ground else Qt.PenStyle.DashLine
            painter.setPen(QPen(ink, 1, style))
            painter.setBrush(QColor(*_color(parts.means[n])))
            painter.drawRoundedRect(chip, 2, 2)
            painter.setPen(ink if ground else faint)
            painter.drawText(QPointF(left + 20, base), words)


def _color(mean: object) -> Rgb:
    r, g, b = (min(255, max(0, round(float(part)))) for part in mean)  # type: ignore[attr-defined]  # an array
    return r, g, b


def _is_gray(state: PixelState) -> bool:
    """Whether all channels are alike, and one axis says all."""
    if len(set(state.value)) > 1:
        return False
    return all(float(mean.max() - mean.min()) < 0.5 for mean in state.gaussians.means)


def _place(area: QRectF, value: float) -> float:
    return area.left() + area.width() * value / 255


def _bell(area: QRectF, mean: float, deviation: float, tall: float) -> QPolygonF:
    """Return a Gaussian as an outline that stands on the axis, out to four deviations."""
    from math import exp

    first, last = max(0.0, mean - 4 * deviation), min(255.0, mean + 4 * deviation)
    points = [QPointF(_place(area, first), area.bottom())]
    for n in range(STEPS + 1):
        at = first + (last - first) * n / STEPS
        height = tall * exp(-0.5 * ((at - mean) / deviation) ** 2)
        points.append(QPointF(_place(area, at), area.bottom() - height))
    points.append(QPointF(_place(area, last), area.bottom()))
    return QPolygonF(points)

"""The hues of photo, reference and result around one circle, and how far they are from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from palette_studio.core.palette import Rgb
from palette_studio.ui import handles
from palette_studio.ui.controls import Facts, muted
from palette_studio.ui.decimals import decimal
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

BAND = 8  # pixels of the strip of hues under the curves
AROUND = 30  # degrees that are shown again at either end: hue has no ends
STYLES = (Qt.PenStyle.DotLine, Qt.PenStyle.SolidLine, Qt.PenStyle.SolidLine)
SATURATION, VALUE, OPACITY = 0.75, 0.9, 0.55  # of the area under the result


class HuePlot(QWidget):
    """Three curves over hue: the photo's dotted, the reference's a line, the result's an area.

    Heights are roots of shares, so that rare hues show beside frequent ones.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self._theme = theme
        self._curves: list[np.ndarray] = []
        self._pixel: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_curves(self, curves: Sequence[np.ndarray]) -> None:
        """curves: (k,) shares each, of the photo, the reference and the result; nothing: none are shown."""
        self._curves = [_softened(curve) for curve in curves]
        self.update()

    def set_pixel(self, rgb: Rgb | None) -> None:
        """Mark the hue of a pixel; a gray has none."""
        pixel = None if rgb is None or max(rgb) == min(rgb) else QColor(*rgb)
        if pixel != self._pixel:
            self._pixel = pixel
            self.update()

    def place(self, hue_deg: float) -> float:
        """Return where a hue stands, in pixels from the left."""
        return (hue_deg + AROUND) / (360 + 2 * AROUND) * self.width()

    def sizeHint(self) -> QSize:
        return QSize(400, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0, 4, 0, -BAND - 4)
        gradient = _hues(room)
        painter.fillRect(QRectF(0, self.height() - BAND, self.width(), BAND), gradient)
        if self._curves:
            most = max(float(curve.max()) for curve in self._curves) or 1.0
            own, wanted, made = (_line((curve / most) ** 0.5, room) for curve in self._curves)
            area = QPainterPath()
            area.addPolygon(QPolygonF([room.bottomLeft(), *made, room.bottomRight()]))
            painter.setOpacity(OPACITY)
            painter.fillPath(area, gradient)
            painter.setOpacity(1.0)
            for points, pen in (
                (own, QPen(QColor(self._theme.muted), 1.5, Qt.PenStyle.DotLine)),
                (wanted, QPen(QColor(self._theme.text), 1.5)),
            ):
                painter.setPen(pen)
                painter.drawPolyline(QPolygonF(points))
        self._paint_ends(painter)
        if self._pixel is not None and self._curves:
            x = self.place(self._pixel.hsvHueF() * 360)
            painter.setPen(QPen(QColor(self._theme.text), 1))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            handles.paint_dot(painter, QPointF(x, room.top() + 4), self._pixel, 5)
        painter.end()

    def _paint_ends(self, painter: QPainter) -> None:
        """Fade what is shown twice."""
        width = self.width() * AROUND / (360 + 2 * AROUND)
        veil = QColor(self._theme.panel)
        veil.setAlphaF(0.6)
        for left in (0.0, self.width() - width):
            painter.fillRect(QRectF(left, 0, width, self.height()), veil)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        for x in (width, self.width() - width):
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))


class HuePanel(QWidget):
    """The plot, what its curves are, and the two numbers that tell how a transfer went."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._keys: list[_Key] = []
        names = self.tr("Photo"), self.tr("Reference"), self.tr("Result")
        for number, name in enumerate(names):
            key = _Key(number, theme, self)
            self._keys.append(key)
            row.addWidget(key)
            row.addWidget(muted(name, self))
            row.addSpacing(10)
        self.numbers = Facts(self)
        self.numbers.setToolTip(
            self.tr(
                "Hue distance: how far the photo's hues are from the reference's, before and after (EMD).\n"
                "Own hues kept: how well the photo's own hues can be told from the result's (MI)."
            )
        )
        row.addWidget(self.numbers, 1)
        column.addLayout(row)
        self.plot = HuePlot(theme, self)
        column.addWidget(self.plot, 1)
        self.setMinimumHeight(120)
        self.show_none()

    def set_theme(self, theme: Theme) -> None:
        self.plot.set_theme(theme)
        for key in self._keys:
            key.set_theme(theme)

    def show_none(self) -> None:
        """There is no reference yet."""
        self.plot.set_curves(())
        self.numbers.set_parts((self.tr("Drop a reference to compare hues"),))

    def show_hues(
        self, curves: Sequence[np.ndarray], before: float, after: float, information: float
    ) -> None:
        """curves: as HuePlot has them. before, after: hue distances. information: 0..1."""
        self.plot.set_curves(curves)
        distance = self.tr("Hue distance %1 → %2").replace("%1", decimal(before, 2))
        kept = self.tr("Own hues kept %1 %").replace("%1", f"{information * 100:.0f}")
        self.numbers.set_parts((distance.replace("%2", decimal(after, 2)), kept))


class _Key(QWidget):
    """How a curve is drawn, for those who look it up."""

    def __init__(self, number: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._theme = number, theme
        self.setFixedSize(20, 12)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._number == 2:
            painter.setOpacity(OPACITY)
            painter.fillRect(self.rect(), _hues(QRectF(self.rect())))
        else:
            ink = self._theme.muted if self._number == 0 else self._theme.text
            painter.setPen(QPen(QColor(ink), 1.5, STYLES[self._number]))
            painter.drawLine(QPointF(0, 6.5), QPointF(20, 6.5))
        painter.end()


def _hues(room: QRectF) -> QLinearGradient:
    """Return all hues from left to right, some twice."""
    gradient = QLinearGradient(room.topLeft(), room.topRight())
    span = 360 + 2 * AROUND
    for step in range(0, span + 1, 15):
        hue = (step - AROUND) % 360 / 360
        gradient.setColorAt(step / span, QColor.fromHsvF(hue, SATURATION, VALUE))
    return gradient


def _softened(curve: np.ndarray) -> np.ndarray:
    """Return the shares without their finest teeth."""
    import numpy as np

    return 0.25 * np.roll(curve, -1) + 0.5 * curve + 0.25 * np.roll(curve, 1)


def _line(curve: np.ndarray, room: QRectF) -> list[QPointF]:
    bins = len(curve)
    extra = round(bins * AROUND / 360)
    count = bins + 2 * extra
    return [
        QPointF(
            room.left() + room.width() * (n + 0.5) / count,
            room.bottom() - room.height() * float(curve[(n - extra) % bins]),
        )
        for n in range(count)
    ]

"""The vectorscope of video: hue around, chroma outward, with targets, a line for skin, and harmony guides."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, radians, sin

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QConicalGradient,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from palette_studio.core import color, planes
from palette_studio.core.craft.harmony import guides
from palette_studio.core.palette import Rgb
from palette_studio.ui import reach
from palette_studio.ui.plane_plot import PlanePlot
from palette_studio.ui.theme import Theme

RIM = 0.63  # from gray to the ring of hues: a little more than the farthest color, magenta
RING_PX, MARGIN_PX = 5, 2  # the ring of hues, and what is beside it
# The +I axis of NTSC color television, near which skin of all kinds lies: 33 degrees ahead of V, which is 123
# from U (SMPTE ST 170:2004, section 6); drawn in Cb and Cr, as the scopes of video editors do.
SKIN_DEG = 123.0
TARGETS = {"R": (1, 0, 0), "Yl": (1, 1, 0), "G": (0, 1, 0), "Cy": (0, 1, 1), "B": (0, 0, 1), "Mg": (1, 0, 1)}
WEDGE_DEG = 8.0  # on either side of a guide
TURN_DEG, SLOW_TURN_DEG = 5.0, 1.0  # a notch of the wheel, and with Ctrl
SPOT_PX = 2.5  # where the selected swatch would be, turned
LEAST_CHROMA = 0.04  # OKLCH: of grays, which have no hue to turn
LIGHT = (0.3, 0.9)  # OKLCH: guides of darker and lighter swatches are drawn for these


class Vectorscope(PlanePlot):
    """Cb to the right and Cr up, of ITU-R BT.709. A drag keeps luma."""

    PLANE = "vectorscope"
    STEP = 0.005

    turned = Signal(float)  # degrees by which the guides are off the selected swatch

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("vectorscope")
        self.setAccessibleName(self.tr("Vectorscope"))
        self.setToolTip(
            self.tr(
                "Drag a swatch: its luma stays. Shift keeps hue or chroma, Ctrl is slow.\n"
                "The mouse wheel turns the guides, with Ctrl slowly; a double click sets them back."
            )
        )
        self._magnified = False
        self.harmony = ""
        self.turn_deg = 0.0
        self._guides_of: tuple[Rgb, str, float] | None = None
        self._guides: list[QPointF] = []

    @property
    def scale(self) -> float:
        return self._rim_px() / RIM * (2 if self._magnified else 1)

    def handle_point(self, number: int) -> QPointF:
        """Return where a handle stands; what lies beyond the ring stands on it."""
        x, y = self.swatches.places[number, 1:].tolist()
        far = hypot(x, y) * self.scale
        within = min(1.0, self._rim_px() / far) if far else 1.0
        return self.point(x * within, y * within)

    def set_magnified(self, on: bool) -> None:
        """Show the middle twice as large: most photos have little chroma."""
        self._magnified = on
        self.redraw()

    def set_harmony(self, harmony: str) -> None:
        """harmony: as core.craft has it; "" shows no guides."""
        self.harmony = harmony
        self._turn_to(0.0)

    @property
    def guide_hues(self) -> np.ndarray:
        """Return the OKLCH hues of the guides, that of the selected swatch first; none without a choice."""
        swatches = self.swatches
        if not self.harmony or swatches.selected < 0:
            return np.zeros(0)
        rgb = swatches.edited[swatches.selected].color
        hue = float(color.srgb_to_oklch(np.array(rgb) / 255)[2])
        return guides((hue + self.turn_deg) % 360, self.harmony)

    def outline(self) -> QPainterPath:
        path, rim = QPainterPath(), self._rim_px()
        path.addEllipse(self._center(), rim, rim)
        return path

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        slow = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.harmony:
            self._turn_to(self.turn_deg + notches * (SLOW_TURN_DEG if slow else TURN_DEG))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.handle_at(event.position()) < 0:
            self._turn_to(0.0)
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}.get(Qt.Key(event.key()), 0)
        if way and self.harmony:
            slow = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._turn_to(self.turn_deg + way * (SLOW_TURN_DEG if slow else TURN_DEG))
        else:
            super().keyPressEvent(event)

    def _turn_to(self, turn_deg: float) -> None:
        self.turn_deg = (turn_deg + 180) % 360 - 180
        self.turned.emit(self.turn_deg)
        self.update()

    def _center(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _rim_px(self) -> float:
        return max(min(self.width(), self.height()) / 2 - RING_PX - MARGIN_PX, 1)

    # Painting

    def paint_under(self, painter: QPainter) -> None:
        center, rim = self._center(), self._rim_px()
        ink = QColor(self.theme.text)
        ink.setAlpha(70)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1))
        x, y = round(center.x()) + 0.5, round(center.y()) + 0.5
        painter.drawLine(QPointF(x - rim, y), QPointF(x + rim, y))
        painter.drawLine(QPointF(x, y - rim), QPointF(x, y + rim))
        ink.setAlpha(40)
        painter.setPen(QPen(ink, 1))
        for share in (0.25, 0.5, 0.75):
            painter.drawEllipse(center, rim * share, rim * share)
        self._paint_skin(painter)
        for name, rgb in TARGETS.items():
            self._paint_target(painter, name, rgb)
        painter.setClipping(False)
        ring = QPainterPath()
        ring.addEllipse(center, rim + RING_PX, rim + RING_PX)
        painter.fillPath(ring.subtracted(self.outline()), _hues(center))

    def _paint_skin(self, painter: QPainter) -> None:
        ink = QColor(self.theme.text)
        ink.setAlpha(150)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        way = QPointF(cos(radians(SKIN_DEG)), -sin(radians(SKIN_DEG)))
        painter.drawLine(self._center(), self._center() + way * self._rim_px())
        painter.setPen(QColor(self.theme.muted))
        at = self._center() + way * (self._rim_px() * 0.62)
        painter.drawText(
            QRectF(at.x() - 44, at.y() - 8, 40, 16), Qt.AlignmentFlag.AlignRight, self.tr("skin")
        )

    def _paint_target(self, painter: QPainter, name: str, rgb: tuple[int, int, int]) -> None:
        """Paint a box where a primary or secondary color stands, and a letter inside of it."""
        _, x, y = planes.places_of(self.PLANE, rgb).tolist()
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        box = self.point(x, y)
        painter.drawRect(QRectF(box.x() - 4, box.y() - 4, 8, 8))
        far = min(hypot(x, y) * self.scale, self._rim_px())
        way = QPointF(x, -y) / hypot(x, y)
        at = self._center() + way * (far - 14)
        painter.drawText(QRectF(at.x() - 10, at.y() - 8, 20, 16), Qt.AlignmentFlag.AlignCenter, name)

    def paint_over(self, painter: QPainter) -> None:
        ink, area = QColor(self.theme.text), QColor(self.theme.text)
        area.setAlpha(20)
        center, far = self._center(), self._rim_px()
        for n, place in enumerate(self.guide_places()):
            angle = atan2(place.y(), place.x())
            sides = [angle + way * radians(WEDGE_DEG) for way in (-1, 0, 1)]
            left, middle, right = (center + QPointF(cos(side), -sin(side)) * 1.1 * far for side in sides)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(area)
            painter.drawPolygon(QPolygonF([center, left, right]))
            ink.setAlpha(190 if n == 0 else 130)
            painter.setPen(QPen(ink, 1.2))
            painter.drawLine(center, middle)
            painter.setBrush(QColor(self.theme.field))
            painter.drawEllipse(self.point(place.x(), place.y()), SPOT_PX, SPOT_PX)

    def guide_places(self) -> list[QPointF]:
        """Return where the selected swatch would stand if it had the guides' hues: they go through that.

        The Palette menu brings swatches into harmony by OKLCH, whose hues are a little bent on this plane.
        """
        swatches = self.swatches
        if not self.harmony or swatches.selected < 0:
            return []
        key = swatches.edited[swatches.selected].color, self.harmony, self.turn_deg
        if key != self._guides_of:
            self._guides_of = key
            self._guides = [self._guide(key[0], hue) for hue in self.guide_hues.tolist()]
        return self._guides

    def _guide(self, rgb: Rgb, hue_deg: float) -> QPointF:
        light, chroma, _ = color.srgb_to_oklch(np.array(rgb) / 255).tolist()
        light = min(max(light, LIGHT[0]), LIGHT[1])
        most = float(reach.oklch_reach(np.array(light), np.array(hue_deg)))
        srgb = color.oklch_to_srgb([light, min(max(chroma, LEAST_CHROMA), most), hue_deg])
        _, x, y = planes.places_of(self.PLANE, srgb).tolist()
        return QPointF(x, y)


def _hues(center: QPointF) -> QConicalGradient:
    """Return the hues around gray, each as vivid as sRGB has it at half luma."""
    gradient = QConicalGradient(center, 0)
    for step in range(37):
        angle = step * pi / 18
        r, g, b = planes.rgb_at("vectorscope", [0.55, cos(angle), sin(angle)])
        gradient.setColorAt(step / 36, QColor(r, g, b))
    return gradient

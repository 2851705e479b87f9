"""What is painted over the photo: shadow, checkers, labels, the wipe line. Plain functions of a painter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QCursor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from palette_studio.ui.theme import CAPTION_PX, sized

SHADOW_PX = 14
KNOB = 13  # radius of the wipe's handle
CHECK = 8


def shadow(painter: QPainter, frame: QRectF) -> None:
    """A soft shadow around the photo: the sum of thin rings, each fainter than the one inside it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(SHADOW_PX, 0, -2):
        painter.setBrush(QColor(0, 0, 0, 7))
        painter.drawRoundedRect(frame.adjusted(-ring, -ring + 3, ring, ring + 3), ring, ring)


def checker(painter: QPainter, area: QRectF) -> None:
    """The usual two grays that say "transparent"."""
    tile = QPixmap(2 * CHECK, 2 * CHECK)
    tile.fill(QColor("#CCCCCC"))
    inner = QPainter(tile)
    inner.fillRect(0, 0, CHECK, CHECK, QColor("#9A9A9A"))
    inner.fillRect(CHECK, CHECK, CHECK, CHECK, QColor("#9A9A9A"))
    inner.end()
    painter.fillRect(area, QBrush(tile))


def label(painter: QPainter, area: QRectF, text: str, right: bool = False, low: bool = False) -> None:
    """A word on a dark plate in a corner of ``area``; nothing where it would not fit."""
    font = sized(painter.font(), CAPTION_PX, QFont.Weight.Medium)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    width, height, gap = QFontMetricsF(font).horizontalAdvance(text) + 16, 22, 10
    if area.width() < width + 2 * gap or area.height() < height + 2 * gap:
        return
    x = area.right() - gap - width if right else area.left() + gap
    y = area.bottom() - gap - height if low else area.top() + gap
    plate = QRectF(round(x), round(y), round(width), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def wipe(painter: QPainter, area: QRectF, along: float, upright: bool) -> None:
    """The line between before and after: white with a dark hairline, and a round knob to take."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    a = QPointF(along, area.top()) if upright else QPointF(area.left(), along)
    b = QPointF(along, area.bottom()) if upright else QPointF(area.right(), along)
    for color, width in ((QColor(0, 0, 0, 130), 4.0), (QColor("#FFFFFF"), 2.0)):
        painter.setPen(QPen(color, width))
        painter.drawLine(a, b)
    middle = QPointF(along, area.center().y()) if upright else QPointF(area.center().x(), along)
    painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(middle, KNOB, KNOB)
    painter.translate(middle)
    painter.rotate(0 if upright else 90)
    painter.setPen(QPen(QColor("#202020"), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawLine(QPointF(-6, 0), QPointF(6, 0))
    for side in (-1, 1):
        painter.drawPolyline([QPointF(side * 3.2, -3), QPointF(side * 6.2, 0), QPointF(side * 3.2, 3)])
    painter.restore()


def rectangle(painter: QPainter, area: QRectF) -> None:
    """The eyedropper's area: white inside black, so it shows on any photo."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, grow in (("#000000", 1), ("#FFFFFF", 0)):
        painter.setPen(QPen(QColor(color), 1))
        painter.drawRect(area.adjusted(-grow, -grow, grow, grow))


def mark(painter: QPainter, frame: QRectF, spot: tuple[int, int], scale: float) -> None:
    """A ring around a photo pixel; frame: where the photo stands, at ``scale``."""
    center = frame.topLeft() + QPointF(spot[0] + 0.5, spot[1] + 0.5) * scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = max(6.0, scale * 0.8)
    for color, width in (("#000000", 3.6), ("#FFFFFF", 1.8)):
        painter.setPen(QPen(QColor(color), width))
        painter.drawEllipse(center, radius, radius)


def focus_ring(painter: QPainter, area: QRectF) -> None:
    """Say where the keys go: white inside black, so it shows on any color."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, inset in (("#000000", 1.0), ("#FFFFFF", 3.0)):
        painter.setPen(QPen(QColor(color), 2))
        painter.drawRect(area.adjusted(inset, inset, -inset, -inset))


def shows_focus(widget: QWidget) -> bool:
    """Return whether a widget has the keys and is to say so: not after a press of the mouse."""
    return widget.hasFocus() and widget.window().property("keyboard") is not False


def view_focus(view: QAbstractScrollArea) -> None:
    """Put the focus ring around a list or a plot, after it has painted itself."""
    if shows_focus(view):
        painter = QPainter(view.viewport())
        focus_ring(painter, QRectF(view.viewport().rect()))
        painter.end()


def ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """Selection: a white ring inside a black one, beside the swatch's color and never over it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.drawRoundedRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), radius + 1, radius + 1)
    painter.setPen(QPen(QColor("#FFFFFF"), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def dot(painter: QPainter, center: QPointF) -> None:
    """Which of several chosen things has its values shown: a point that shows on any color."""
    painter.setPen(Qt.PenStyle.NoPen)
    for ink, radius in (("#000000", 4.5), ("#FFFFFF", 3.0)):
        painter.setBrush(QColor(ink))
        painter.drawEllipse(center, radius, radius)


def drop_cursor(color: QColor, dpr: float) -> QCursor:
    """A chip of a color under the pointer, its tip in its middle."""
    side = 28
    picture = QPixmap(round(side * dpr), round(side * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(QPointF(side / 2, side / 2), 12.5, 12.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(side / 2, side / 2), 10, 10)
    painter.end()
    return QCursor(picture, side // 2, side // 2)

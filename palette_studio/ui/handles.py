"""Handles of swatches on plots: a disc in the true color, ringed and numbered. Functions of a painter."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from palette_studio.core.palette import Rgb
from palette_studio.ui.ink import ink_on
from palette_studio.ui.theme import sized

SMALL, LARGE, DOT, GHOST = 8.0, 11.0, 4.5, 5.0  # radii: of a handle, the selected one, one of many, a start
CHOSEN = 9.5  # of one that moves along with the selected one
MANY = 24  # handles; beyond, numbers would hide each other
CROSS_PX = 6
REACH_PX = 12  # from the middle of a target: half of the 24 px that a hand hits (WCAG 2.2, 2.5.8)
NEAR_PX = 4  # around a handle, where a press takes it too


def radius(selected: bool, count: int) -> float:
    """Return that of a handle among so many."""
    return LARGE if selected else DOT if count > MANY else SMALL


def under(point: QPointF, there: Iterable[tuple[int, QPointF, float]]) -> int:
    """Return the handle that a press at a point takes, or -1.

    there: number, middle and radius of each, the uppermost first. The disc that is seen is taken; beside
    all discs it is the nearest one within reach, so that dots which are many can be hit as well.
    """
    nearest, least = -1, float("inf")
    for number, middle, size in there:
        away = point - middle
        far = hypot(away.x(), away.y())
        if far <= size:
            return number
        if far <= max(size + NEAR_PX, REACH_PX) and far < least:
            nearest, least = number, far
    return nearest


def paint(painter: QPainter, at: QPointF, size: float, color: Rgb, number: int, hollow: bool) -> None:
    """Paint a handle; number: what it says, from 1, nothing where it is too small. hollow: it is locked."""
    _disc(painter, at, size, color, hollow)
    if size > DOT:
        painter.setPen(ink_on(QColor("#FFFFFF") if hollow else QColor(*color)))
        painter.setFont(sized(painter.font(), 11 if size > CHOSEN else 9, QFont.Weight.DemiBold))
        box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_ghost(painter: QPainter, start: QPointF, end: QPointF, original: Rgb) -> None:
    """Paint where a handle came from, and the way it went."""
    for ink, width in (("#000000", 2.4), ("#FFFFFF", 1.2)):
        pen = QPen(QColor(ink), width, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.8 / width, 3.8 / width])
        painter.setPen(pen)
        painter.drawLine(start, end)
    _disc(painter, start, GHOST, original, hollow=False)


def paint_cross(painter: QPainter, at: QPointF, reach: float = CROSS_PX, width: float = 1.2) -> None:
    """Paint an open cross that shows on any color: the pixel under the pointer. reach: of an arm."""
    for ink, wide in (("#000000", width + 1.8), ("#FFFFFF", width)):
        painter.setPen(QPen(QColor(ink), wide))
        for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
            painter.drawLine(at + way * (reach / 3), at + way * reach)


def paint_dot(painter: QPainter, at: QPointF, color: QColor, size: float) -> None:
    """Paint a disc that shows on any gray. size: its diameter."""
    painter.setBrush(color)
    for ink, grow in (("#000000", 1.0), ("#FFFFFF", 0.0)):
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.drawEllipse(at, size / 2 + grow, size / 2 + grow)


def _disc(painter: QPainter, at: QPointF, size: float, color: Rgb, hollow: bool) -> None:
    painter.setPen(QPen(QColor("#000000"), 1))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(at, size + 0.5, size + 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(*color))
    if hollow:
        painter.drawEllipse(at, size - 0.5, size - 0.5)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(at, size - 3, size - 3)
    else:
        rim = 2.0 if size > DOT else 1.0
        painter.drawEllipse(at, size - rim, size - rim)

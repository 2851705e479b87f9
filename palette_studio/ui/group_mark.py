"""What tells groups apart beside their color: a mark of its own for each, and a line of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

SYMBOLS = "o", "t1"  # a disc, a triangle: pyqtgraph's names of what ``mark`` draws
GROWN = 1.0, 1.3  # a triangle looks as large as a disc that is smaller
LINES = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine


def mark(group: int, area: QRectF) -> QPainterPath:
    """Return the mark of a group, as large as an area."""
    path = QPainterPath()
    if SYMBOLS[group] == "o":
        path.addEllipse(area)
    else:
        top = QPointF(area.center().x(), area.top())
        path.addPolygon(QPolygonF([top, area.bottomRight(), area.bottomLeft(), top]))
    return path

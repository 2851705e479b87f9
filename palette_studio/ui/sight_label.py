"""A plate on the canvas that says the photo is not seen as it is; a press brings it back.

It hangs in the margin above a photo that is fitted, so that it covers neither the photo nor its labels.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from palette_studio.core.craft.sight import Sight
from palette_studio.ui.theme import READOUT_PX, sized
from palette_studio.ui.vision_commands import seen_words

HEIGHT, PADDING, CROSS, RADIUS = 24, 12, 4.0, 6


class SightLabel(QAbstractButton):
    """Stands in the middle of the canvas's upper edge while another sight than the normal one is on."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setFont(sized(self.font(), READOUT_PX, QFont.Weight.DemiBold))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(
            self.tr("The photo, its export and the numbers stay as they are. Press to see them so.")
        )
        canvas.installEventFilter(self)
        self.hide()

    def set_sight(self, sight: Sight) -> None:
        words = seen_words(sight)
        self.setText(words)
        self.setAccessibleName(self.tr("%1. Press for normal vision").replace("%1", words))
        self.setVisible(bool(words))
        self._place()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(width) + 3 * PADDING + round(2 * CROSS), HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        size, room = self.sizeHint(), self._canvas.width()
        self.setGeometry((room - size.width()) // 2, 0, size.width(), size.height())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(0.5, -2 * RADIUS, -0.5, -0.5)
        painter.setPen(QPen(QColor("#FFFFFF" if self.hasFocus() else "#6E6E6E"), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(0, 0, 0, 255 if self.underMouse() or self.isDown() else 225))
        painter.drawRoundedRect(plate, RADIUS, RADIUS)
        plate.setTop(0)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.4, c=Qt.PenCapStyle.RoundCap))
        cross = QPointF(plate.right() - PADDING - CROSS, plate.center().y())
        for way in (-1, 1):
            arm = QPointF(CROSS, way * CROSS)
            painter.drawLine(cross - arm, cross + arm)
        words = plate.adjusted(PADDING, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

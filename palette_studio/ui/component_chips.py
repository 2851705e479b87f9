"""The components of a mixture side by side: chips that are chosen or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from palette_studio.core.palette import Rgb
from palette_studio.ui import overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.ink import ink_on
from palette_studio.ui.theme import CAPTION_PX, sized

CHIP = QSize(24, 28)  # least
INSET, RADIUS = 2, 5
IN_A_ROW = 6


class _Chip(QAbstractButton):
    """The color and number of a component; one that is chosen has a ring."""

    hovered = Signal(bool)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = QColor()
        self.setText(str(number))
        words = self.tr("Component %1").replace("%1", str(number))
        self.setAccessibleName(words)
        self.setToolTip(words + "\n" + self.tr("Click to choose it for the region, or to leave it out"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_color(self, color: Rgb) -> None:
        self._color = QColor(*color)
        self.update()

    def sizeHint(self) -> QSize:
        return CHIP

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.setPen(QPen(self.palette().mid().color(), 1))  # one as light as the panel shows too
        painter.setBrush(self._color)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.isChecked():
            overlays.ring(painter, chip, RADIUS)
        if overlays.shows_focus(self):
            painter.setPen(QPen(self.palette().windowText().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS + 1, RADIUS + 1)
        painter.setPen(ink_on(self._color))
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(sized(self.font(), CAPTION_PX, weight))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ComponentChips(QWidget):
    """A chip for each component. Which are chosen is kept elsewhere."""

    chosen_requested = Signal(int, bool)
    hovered = Signal(int)  # -1: none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.chips: list[_Chip] = []  # those of fewer components stay, hidden
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)

    def set_components(self, colors: Sequence[Rgb], chosen: frozenset[int]) -> None:
        """Show what the components look like, and which of them are chosen."""
        while len(self.chips) < len(colors):
            self._add()
        rows = -(-len(colors) // IN_A_ROW)
        columns = -(-len(colors) // max(1, rows))
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(colors))
            if number < len(colors):
                chip.set_color(colors[number])
                chip.setChecked(number in chosen)
                self._grid.addWidget(chip, number // columns, number % columns)

    def _add(self) -> None:
        number = len(self.chips)
        chip = _Chip(number + 1, self)
        chip.clicked.connect(lambda on: self.chosen_requested.emit(number, on))
        chip.hovered.connect(lambda on: self.hovered.emit(number if on else -1))
        self.chips.append(chip)

"""Where a photo is recolored: the region that a change is kept to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from palette_studio.core.palette import Rgb
from palette_studio.core.region import Region
from palette_studio.ui.controls import RowName

SIDE, GAP = 14, 3  # of the squares in the components' colors
NAMED = 3  # components whose numbers are told


class _Squares(QWidget):
    """Small squares in the components' true colors."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colors: list[Rgb] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colors(self, colors: list[Rgb]) -> None:
        self._colors = colors
        self.setVisible(bool(colors))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(0, len(self._colors) * (SIDE + GAP) - GAP), SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().mid().color(), 1))  # a dark square shows on a dark panel too
        for number, color in enumerate(self._colors):
            painter.setBrush(QColor(*color))
            square = QRectF(number * (SIDE + GAP), 0, SIDE, SIDE)
            painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()


class RegionRow(QWidget):
    """Says which region it is; turns it, or lets the change reach the whole photo again."""

    turn_requested = Signal()
    everywhere_requested = Signal()
    hovered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = RowName(self.tr("Where"), self)
        self._squares, self.words = _Squares(self), QLabel(self)
        self.words.setMinimumHeight(24)
        for widget in (label, self._squares):
            row.addWidget(widget)
        row.addWidget(self.words, 1)
        column.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.turn = QCheckBox(self.tr("Invert"), self)
        self.turn.setToolTip(self.tr("Recolor all of the photo but the region"))
        self.everywhere = QPushButton(self.tr("Whole photo"), self)
        self.everywhere.setToolTip(self.tr("Recolor the whole photo again"))
        row.addWidget(RowName(self))
        row.addWidget(self.turn)
        row.addStretch(1)
        row.addWidget(self.everywhere)
        column.addLayout(row)
        self.turn.clicked.connect(self.turn_requested)
        self.everywhere.clicked.connect(self.everywhere_requested)
        self.set_region(None)

    def set_region(self, region: Region | None) -> None:
        """Show a region; nothing at all where there is none."""
        self.setVisible(region is not None)
        if region is None:
            return
        chosen = sorted(region.components)
        few = chosen if len(chosen) <= NAMED else []
        self._squares.set_colors([region.colors[n] for n in few])
        words = self._all_but(chosen, region) if region.inverted else self._named(chosen, region)
        self.words.setText(words)
        self.words.setAccessibleName(self.tr("Where") + ": " + words)
        self.setToolTip(self.tr("Only this part of the photo is recolored. Point here to see it."))
        self.turn.setChecked(region.inverted)

    def _named(self, chosen: list[int], region: Region) -> str:
        if len(chosen) > NAMED:
            some = self.tr("%1 of %2 components").replace("%1", str(len(chosen)))
            return some.replace("%2", str(len(region.mixture)))
        words = self.tr("Component %1") if len(chosen) == 1 else self.tr("Components %1")
        return words.replace("%1", _numbers(chosen))

    def _all_but(self, chosen: list[int], region: Region) -> str:
        if len(chosen) > NAMED:
            return self.tr("All but %1").replace("%1", self._named(chosen, region))
        words = self.tr("All but component %1") if len(chosen) == 1 else self.tr("All but %1")
        return words.replace("%1", _numbers(chosen))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(False)


def _numbers(components: list[int]) -> str:
    return ", ".join(str(n + 1) for n in components)

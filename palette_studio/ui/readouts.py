"""The line under the canvas: zoom, what lies under the pointer, how much has changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from palette_studio.core.palette import Rgb, hex_of
from palette_studio.ui.controls import muted
from palette_studio.ui.number_field import Channel, NumberField
from palette_studio.ui.theme import READOUT_PX, Theme, sized


@dataclass(frozen=True)
class Probe:
    """What one photo pixel is: before and after, and the swatch it belongs to most."""

    x: int
    y: int
    before: Rgb
    after: Rgb
    swatch: int
    name: str
    weight: float


class _Chip(QWidget):
    """A small square in a true color."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.color: Rgb = (0, 0, 0)
        self.line = QColor("#000000")
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.line, 1))
        painter.setBrush(QColor(*self.color))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2, 2)
        painter.end()


class Readouts(QWidget):
    """Zoom on the left, the pixel under the pointer beside it, the share of moved pixels on the right."""

    zoom_requested = Signal(float)
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readouts")
        self.setFixedHeight(32)
        self.setFont(sized(self.font(), READOUT_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 14, 0)
        row.setSpacing(8)
        self.zoom = NumberField(Channel(self.tr("Zoom"), 2, 6400, step=10, unit=" %"), self)
        self.zoom.setFixedWidth(68)
        self.zoom.setFixedHeight(24)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._place = muted("", self)
        self._chips = (_Chip(self), _Chip(self))
        self._before, self._after, self._swatch = QLabel(self), QLabel(self), muted("", self)
        self._facts = muted("", self)
        row.addWidget(self.zoom)
        row.addSpacing(8)
        for widget in (self._place, self._chips[0], self._before, self._chips[1], self._after, self._swatch):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._facts)
        self.zoom.value_requested.connect(lambda value: self.zoom_requested.emit(value / 100))
        self.zoom.nudged.connect(lambda value: self.zoom_requested.emit(value / 100))
        self.zoom.refused.connect(self.refused)
        self.set_theme(theme)
        self.set_probe(None)

    def set_theme(self, theme: Theme) -> None:
        for chip in self._chips:
            chip.line = QColor(theme.line)
            chip.update()

    def set_zoom(self, zoom: float, fitted: bool) -> None:
        self.zoom.set_value(round(zoom * 100, 1) if zoom < 0.1 else round(zoom * 100))
        self.zoom.setToolTip(self.tr("Zoom: 2 to 6400 %. Ctrl+0 fits the photo, Ctrl+1 shows 100 %."))

    def set_probe(self, probe: Probe | None) -> None:
        shown = probe is not None
        changed = probe is not None and probe.before != probe.after
        for widget in (self._place, self._chips[0], self._before, self._swatch):
            widget.setVisible(shown)
        for widget in (self._chips[1], self._after):
            widget.setVisible(changed)
        if probe is None:
            return
        self._place.setText(f"{probe.x}, {probe.y}")
        self._before.setText(hex_of(probe.before) + (" →" if changed else ""))
        self._after.setText(hex_of(probe.after))
        self._swatch.setText(
            f"{probe.swatch + 1} {probe.name} {probe.weight:.0%}".replace("%", " %") if probe.name else ""
        )
        for chip, color in zip(self._chips, (probe.before, probe.after), strict=True):
            chip.color = color
            chip.update()

    def set_facts(self, text: str) -> None:
        self._facts.setText(text)

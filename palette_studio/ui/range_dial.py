"""A number on a slider of even or of growing steps, with its field."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from palette_studio.ui.controls import RowName, Track
from palette_studio.ui.number_field import Channel, NumberField

PLACES = 400  # of the slider


class RangeDial(QWidget):
    """A named number between two limits. growing: the slider's steps grow with the number."""

    value_requested = Signal(float, bool)  # the number, whether it belongs to the press under way
    pressed = Signal()
    released = Signal()
    canceled = Signal()
    refused = Signal(str)

    def __init__(
        self, channel: Channel, tip: str, parent: QWidget | None = None, *, growing: bool = False
    ) -> None:
        super().__init__(parent)
        self._channel, self._growing = channel, growing
        self.usual = channel.least
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = RowName(channel.name, self)
        label.setToolTip(tip)
        self.slider = Track(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, PLACES)
        self.slider.setSingleStep(PLACES // 100)
        self.slider.setPageStep(PLACES // 10)
        self.slider.setAccessibleName(channel.name)
        self.slider.setToolTip(tip)
        self.slider.setMinimumHeight(24)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = NumberField(channel, self)
        self.field.setFixedWidth(62)
        for widget in (label, self.slider, self.field):
            row.addWidget(widget)
        self.slider.sliderPressed.connect(self.pressed)
        self.slider.sliderReleased.connect(self.released)
        self.slider.canceled.connect(self.canceled)
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.slider.reset.connect(lambda: self.value_requested.emit(self.usual, False))
        for signal in (self.field.value_requested, self.field.nudged):
            signal.connect(lambda value: self.value_requested.emit(value, False))
        self.field.refused.connect(self.refused)

    def set_value(self, value: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(self._place(value))
        self.slider.blockSignals(False)
        self.field.set_value(value)

    def _place(self, value: float) -> int:
        least, most = self._channel.least, self._channel.most
        share = math.log(value / least) / math.log(most / least) if self._growing else None
        return round(PLACES * (share if share is not None else (value - least) / (most - least)))

    def _on_slider_moved(self, place: int) -> None:
        least, most = self._channel.least, self._channel.most
        share = place / PLACES
        value = least * (most / least) ** share if self._growing else least + share * (most - least)
        self.value_requested.emit(round(value, self._channel.digits), self.slider.isSliderDown())

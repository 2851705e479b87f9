"""How the palette's change reaches the photo: method, strength, keep light."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from palette_studio.ui.controls import Dial


class RecolorPanel(QWidget):
    """Options of the recoloring; a drag on a slider is one gesture."""

    method_requested = Signal(str)
    strength_requested = Signal(float, bool)
    keep_light_requested = Signal(float, bool)
    gesture_began = Signal()
    gesture_canceled = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.tr("Method"), self)
        label.setFixedWidth(72)
        row.addWidget(label)
        self.method = QComboBox(self)
        self.method.setAccessibleName(self.tr("Recoloring method"))
        self.method.setToolTip(self.tr("How colors between the swatches follow"))
        for name, value, tip in (
            (self.tr("Smooth (rbf)"), "rbf", self.tr("Colors between the swatches follow along")),
            (self.tr("Nearest swatch"), "nearest", self.tr("Each color moves with its nearest swatch alone")),
        ):
            self.method.addItem(name, value)
            self.method.setItemData(self.method.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        row.addWidget(self.method, 1)
        column.addLayout(row)
        self.strength = Dial(
            self.tr("Strength"), self.tr("How much of the palette's change to apply"), 1.0, self
        )
        self.keep_light = Dial(
            self.tr("Keep light"), self.tr("How much of the photo's own lightness to keep"), 0.0, self
        )
        column.addWidget(self.strength)
        column.addWidget(self.keep_light)
        column.addStretch(1)
        self.method.activated.connect(lambda _: self.method_requested.emit(self.method.currentData()))
        self.strength.value_requested.connect(self.strength_requested)
        self.keep_light.value_requested.connect(self.keep_light_requested)
        for dial in (self.strength, self.keep_light):
            dial.pressed.connect(self.gesture_began)
            dial.canceled.connect(self.gesture_canceled)
            dial.refused.connect(self.refused)

    def set_values(self, method: str, strength: float, keep_light: float) -> None:
        self.method.setCurrentIndex(self.method.findData(method))
        self.strength.set_value(strength)
        self.keep_light.set_value(keep_light)

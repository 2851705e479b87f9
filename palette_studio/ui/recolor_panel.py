"""How the palette's change reaches the photo: method, strength, keep light."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from palette_studio.ui.controls import Dial, muted


class RecolorPanel(QWidget):
    """Options of the recoloring; a drag on a slider is one gesture."""

    method_requested = Signal(str)
    strength_requested = Signal(float, bool)
    keep_light_requested = Signal(float, bool)
    gesture_began = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = {
            "rbf": self.tr("Neighboring colors follow along; nothing breaks."),
            "nearest": self.tr("Each color moves with its nearest swatch alone."),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.tr("Method"), self)
        label.setFixedWidth(72)
        row.addWidget(label)
        self.method = QComboBox(self)
        self.method.setAccessibleName(self.tr("Recoloring method"))
        self.method.setToolTip(self.tr("How colors between the swatches follow"))
        self.method.addItem(self.tr("Smooth"), "rbf")
        self.method.addItem(self.tr("Nearest swatch"), "nearest")
        row.addWidget(self.method, 1)
        column.addLayout(row)
        self._note = muted("", self)
        self._note.setWordWrap(True)
        column.addWidget(self._note)
        self.strength = Dial(self.tr("Strength"), self.tr("How much of the palette's change to apply"), 1.0, self)
        self.keep_light = Dial(
            self.tr("Keep light"), self.tr("How much of the photo's own lightness to keep"), 0.0, self
        )
        column.addWidget(self.strength)
        column.addWidget(self.keep_light)
        self.method.activated.connect(lambda _: self.method_requested.emit(self.method.currentData()))
        self.strength.value_requested.connect(self.strength_requested)
        self.keep_light.value_requested.connect(self.keep_light_requested)
        for dial in (self.strength, self.keep_light):
            dial.pressed.connect(self.gesture_began)
            dial.refused.connect(self.refused)

    def set_values(self, method: str, strength: float, keep_light: float) -> None:
        self.method.setCurrentIndex(self.method.findData(method))
        self._note.setText(self._about.get(method, ""))
        self.strength.set_value(strength)
        self.keep_light.set_value(keep_light)

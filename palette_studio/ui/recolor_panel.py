"""How the palette's change reaches the photo: engine, strength, keep light."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from palette_studio.ui.controls import Dial, choice_row, line_up
from palette_studio.ui.region_row import RegionRow


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
        self.method = choice_row(column, self.tr("Engine"), self._methods(), self)
        self.strength = Dial(
            self.tr("Strength"), self.tr("How much of the palette's change to apply"), 1.0, self
        )
        self.keep_light = Dial(
            self.tr("Keep light"), self.tr("How much of the photo's own lightness to keep"), 0.0, self
        )
        self.region = RegionRow(self)
        for widget in (self.strength, self.keep_light, self.region):
            column.addWidget(widget)
        column.addStretch(1)
        self.method.activated.connect(lambda _: self.method_requested.emit(self.method.currentData()))
        self.strength.value_requested.connect(self.strength_requested)
        self.keep_light.value_requested.connect(self.keep_light_requested)
        for dial in (self.strength, self.keep_light):
            dial.pressed.connect(self.gesture_began)
            dial.canceled.connect(self.gesture_canceled)
            dial.refused.connect(self.refused)
        line_up(self)

    def set_values(self, method: str, strength: float, keep_light: float) -> None:
        self.method.setCurrentIndex(self.method.findData(method))
        self.method.setToolTip(self.method.itemData(self.method.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        self.strength.set_value(strength)
        self.keep_light.set_value(keep_light)
        self.keep_light.setEnabled(method != "lut")

    def _methods(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("Smooth"), "rbf", self.tr("Colors between the swatches follow along; the usual choice")),
            (
                self.tr("Layers"),
                "layers",
                self.tr("The photo as layers of paint, one for each swatch; looks at places too"),
            ),
            (
                self.tr("Mean value"),
                "mean-value",
                self.tr("Each color a blend of the swatches around it; even transitions"),
            ),
            (
                self.tr("Mixture"),
                "mixture",
                self.tr("Colors move in groups, as clusters of the photo; neighbors stay"),
            ),
            (
                self.tr("Nearest swatch"),
                "nearest",
                self.tr("Each color moves with its nearest swatch alone; for posterized work"),
            ),
            (
                self.tr("Color table (LUT)…"),
                "lut",
                self.tr("The colors of a .cube or Hald file in place of the swatches"),
            ),
        )

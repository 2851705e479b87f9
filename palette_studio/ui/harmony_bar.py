"""How far the harmony that was just asked for goes, and on which wheel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from palette_studio.ui.controls import Dial


class HarmonyBar(QWidget):
    """Follows a harmony until something else is done; what it changes belongs to the same step."""

    strength_requested = Signal(float, bool)  # 0..1, as Dial has it
    wheel_requested = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tip = self.tr("How far swatches go to the hues of the harmony")
        self.strength = Dial(self.tr("Harmony"), tip, 1.0, self)
        self.strength.setFixedWidth(260)
        self.wheel = QComboBox(self)
        self.wheel.setAccessibleName(self.tr("Color wheel"))
        for words, name, about in (
            (self.tr("Perceptual"), "oklch", self.tr("Hues as far apart as they look (OKLCH)")),
            (self.tr("Screen"), "hsv", self.tr("Hues of red, green and blue light (HSV)")),
            (self.tr("Painter's"), "ryb", self.tr("Hues of red, yellow and blue paint (RYB)")),
        ):
            self.wheel.addItem(words, name)
            self.wheel.setItemData(self.wheel.count() - 1, about, Qt.ItemDataRole.ToolTipRole)
        self.wheel.setToolTip(self.tr("On which color wheel opposites are looked for"))
        row.addStretch(1)
        row.addWidget(self.strength)
        row.addWidget(self.wheel)
        self.strength.value_requested.connect(self.strength_requested)
        self.strength.refused.connect(self.refused)
        self.wheel.activated.connect(lambda _: self.wheel_requested.emit(self.wheel.currentData()))

    def set_values(self, name: str, strength: float, wheel: str) -> None:
        """name: of the harmony, for screen readers."""
        self.setAccessibleName(name)
        self.strength.set_value(strength)
        self.wheel.setCurrentIndex(self.wheel.findData(wheel))

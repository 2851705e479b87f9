"""The choices of the vectorscope: harmony guides, and how large its middle is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from palette_studio.ui.controls import muted


class GuideColumn(QWidget):
    """harmony_requested: as core.craft has it, "" for none."""

    harmony_requested = Signal(str)
    magnified = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        name = self.tr("Harmony guides")
        column.addWidget(muted(name, self))
        self.box = QComboBox(self)
        self.box.setAccessibleName(name)
        self.box.setToolTip(self.tr("Hues that go with the selected swatch, as the Palette menu has them"))
        for words, harmony in (
            (self.tr("None"), ""),
            (self.tr("Complementary"), "complementary"),
            (self.tr("Analogous"), "analogous"),
            (self.tr("Split complementary"), "split complementary"),
            (self.tr("Triad"), "triad"),
            (self.tr("Tetrad"), "tetrad"),
            (self.tr("Square"), "square"),
        ):
            self.box.addItem(words, harmony)
        column.addWidget(self.box)
        self._turn = muted("", self)
        self._turn.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._turn)
        column.addStretch(1)
        self.double = QCheckBox(self.tr("Twice as large"), self)
        self.double.setToolTip(self.tr("Show the middle of the scope larger: most photos have little chroma"))
        column.addWidget(self.double)
        self.box.activated.connect(lambda _: self.harmony_requested.emit(self.box.currentData()))
        self.double.toggled.connect(self.magnified)

    def set_turn(self, turn_deg: float) -> None:
        """Say by how much the guides are off the selected swatch."""
        if not self.box.currentData():
            self._turn.setText("")
        elif round(turn_deg):
            sign = "+" if turn_deg > 0 else "−"
            self._turn.setText(self.tr("Turned %1°").replace("%1", f"{sign}{abs(turn_deg):.0f}"))
        else:
            self._turn.setText(self.tr("Mouse wheel turns them"))

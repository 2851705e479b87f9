"""Whose colors a photo takes on, and how: the reference, pairs of swatches, the method and its look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from palette_studio.core.transferring import WHOLE, Transferring
from palette_studio.ui import icons
from palette_studio.ui.controls import Dial, Title, choice_row, indented, line_up, tool_button
from palette_studio.ui.pair_rows import PairRows
from palette_studio.ui.reference_well import ReferenceWell
from palette_studio.ui.theme import Theme


class TransferPanel(QWidget):
    """Options of the transfer; a drag on a slider is one gesture."""

    paste_requested = Signal()
    open_photo_requested = Signal()  # the photo in the window is to be the reference
    remove_requested = Signal()
    method_requested = Signal(str)
    look_requested = Signal(str, float, bool)  # field of Transferring, its value, whether in a press
    preserve_requested = Signal(bool)
    gesture_began = Signal()
    gesture_canceled = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(6)
        self.well = ReferenceWell(theme, self)
        column.addWidget(self.well)
        column.addLayout(self._make_facts())
        column.addLayout(self._make_sources())
        column.addSpacing(4)
        self.pairs = PairRows(theme, self)
        column.addWidget(self.pairs)
        column.addSpacing(4)
        self.method = choice_row(column, self.tr("Method"), self._methods(), self)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.hide()
        column.addWidget(self.reason)
        self.dials = {
            "strength": Dial(
                self.tr("Strength"), self.tr("How much of the new colors to take on"), 1.0, self
            ),
            "luminance": Dial(
                self.tr("Luminance"),
                self.tr("The spread of light and dark that came with them"),
                1.0,
                self,
                2.0,
            ),
            "intensity": Dial(
                self.tr("Intensity"), self.tr("How colorful the new colors are"), 1.0, self, 2.0
            ),
        }
        for name, dial in self.dials.items():
            column.addWidget(dial)
            dial.value_requested.connect(
                lambda value, pressed, name=name: self.look_requested.emit(name, value, pressed)
            )
            dial.pressed.connect(self.gesture_began)
            dial.canceled.connect(self.gesture_canceled)
            dial.refused.connect(self.refused)
        self.preserve = QCheckBox(self.tr("Preserve lightness"), self)
        self.preserve.setToolTip(self.tr("Light and dark stay the photo's own; colors alone change"))
        column.addLayout(indented(self.preserve))
        column.addStretch(1)
        self.method.activated.connect(lambda _: self.method_requested.emit(self.method.currentData()))
        self.preserve.clicked.connect(self.preserve_requested)
        self.set_theme(theme)
        self.set_values(Transferring())
        line_up(self)

    def _make_facts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._title = Title(self)
        self.whole = tool_button(
            icons.icon("fit", "#808080"),
            self.tr("Whole reference"),
            self.tr("Let all of the reference count again"),
            self,
        )
        self.remove = tool_button(
            icons.icon("trash", "#808080"),
            self.tr("Remove the reference"),
            self.tr("Give the photo its own colors back"),
            self,
        )
        row.addWidget(self._title, 1)
        for button in (self.whole, self.remove):
            row.addWidget(button)
        self.whole.clicked.connect(lambda: self.well.box_requested.emit(WHOLE))
        self.remove.clicked.connect(self.remove_requested)
        return row

    def _make_sources(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.choose.setToolTip(self.tr("Choose the photo whose colors you want"))
        self.paste = QPushButton(self.tr("Paste"), self)
        self.paste.setToolTip(self.tr("Take the photo or file on the clipboard as reference"))
        self.use_open = QPushButton(self.tr("This photo"), self)
        self.use_open.setToolTip(
            self.tr("Keep the photo in the window as reference; then open the one to be changed")
        )
        for button in (self.choose, self.paste, self.use_open):
            row.addWidget(button, 1)
        self.choose.clicked.connect(self.well.open_requested)
        self.paste.clicked.connect(self.paste_requested)
        self.use_open.clicked.connect(self.open_photo_requested)
        return row

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self.well.set_theme(theme)
        self.pairs.set_theme(theme)
        for button, name in ((self.whole, "fit"), (self.remove, "trash")):
            button.setIcon(icons.icon(name, theme.text, theme.disabled))

    def set_values(self, how: Transferring) -> None:
        self.method.setCurrentIndex(self.method.findData(how.method))
        self.method.setToolTip(self.method.itemData(self.method.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        for name, dial in self.dials.items():
            dial.set_value(getattr(how, name))
        self.dials["luminance"].setEnabled(not how.preserve_lightness)
        self.preserve.setChecked(how.preserve_lightness)
        self.pairs.set_pairs(how.pairs)
        self.whole.setEnabled(how.box != WHOLE)
        self.remove.setEnabled(how.reference is not None)
        for widget in (self.whole, self.remove, self._title, self.pairs):
            widget.setVisible(how.reference is not None)
        if how.reference is not None:
            self._title.set_words(how.reference.name, f"{how.reference.width} × {how.reference.height}")

    def say(self, words: str) -> None:
        """Say why a method cannot do its work, and what to do; "" says nothing."""
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _methods(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                self.tr("Full color"),
                "full-color-even",
                self.tr("All colors; like ones change alike, edges and grain stay. The usual choice"),
            ),
            (
                self.tr("Full color, closer"),
                "full-color",
                self.tr("Nearer to the reference; places of one color may part"),
            ),
            (self.tr("Full color, quick"), "full-color-fast", self.tr("Closer, in fewer steps")),
            (
                self.tr("Hues, learned (Hue-Net)"),
                "hue-net",
                self.tr("Hues alone turn, by a network trained to keep what is told apart"),
            ),
            (
                self.tr("Hues, fitted"),
                "hue-fit",
                self.tr("Hues alone turn, fitted to these two photos in about a second"),
            ),
            (
                self.tr("Palette to palette"),
                "palette-transport",
                self.tr("The photo's swatches become the reference's; pairs decide which"),
            ),
            (
                self.tr("Averages (Reinhard)"),
                "reinhard",
                self.tr("Average and spread of the colors, in CIELab; gentle and quick"),
            ),
            (
                self.tr("Averages in l-alpha-beta"),
                "reinhard-lalphabeta",
                self.tr("Average and spread as first published"),
            ),
            (self.tr("Channel histograms"), "histogram", self.tr("Red, green and blue, each by itself")),
            (self.tr("Linear"), "transport-linear", self.tr("The best of all linear maps of color")),
            (
                self.tr("Distribution"),
                "idt",
                self.tr("The whole distribution of colors; grain grows with it"),
            ),
            (
                self.tr("Distribution, grain kept"),
                "idt-regrain",
                self.tr("The whole distribution, then the grain put right; slow"),
            ),
        )

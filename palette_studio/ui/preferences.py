"""Preferences: the few choices that outlive a photo."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QWidget

from palette_studio.ui import theme as themes
from palette_studio.ui.controls import form_layout, muted
from palette_studio.ui.languages import LANGUAGES
from palette_studio.ui.number_field import Channel, NumberField
from palette_studio.ui.palette_panel import FEWEST, MOST

LARGEST_MP = 2000
SCALES = (100, 125, 150, 175, 200, 250, 300)


@dataclass(frozen=True)
class Choices:
    """What the page shows.

    scale: in percent, 0 for the system's. language: "" for the system's. most_megapixels: larger photos are
    not opened.
    """

    theme: str
    scale: int
    language: str
    swatches: int
    most_megapixels: int


class Preferences(QDialog):
    """Every choice takes effect at once, but for scale and language; there is nothing to confirm."""

    theme_requested = Signal(str)
    scale_requested = Signal(int)
    language_requested = Signal(str)
    swatches_requested = Signal(int)
    most_megapixels_requested = Signal(int)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(420)
        column, self._grid = form_layout(self)
        self.theme = QComboBox(self)
        for name in themes.THEMES:
            self.theme.addItem(themes.shown_name(name), name)
        self.theme.setCurrentIndex(self.theme.findData(choices.theme))
        self.theme.setAccessibleName(self.tr("Theme"))
        self.theme.setToolTip(self.tr("Dark, light or neutral gray"))
        self.theme.activated.connect(lambda _: self.theme_requested.emit(self.theme.currentData()))
        self._add(self.tr("Theme"), self.theme, "")
        self._make_scale(choices.scale)
        self._add_language(choices.language)
        swatches = Channel(self.tr("Swatches"), FEWEST, MOST)
        self._number(swatches, choices.swatches, self.tr("in a new photo's palette"), self.swatches_requested)
        largest = Channel(self.tr("Largest photo"), 1, LARGEST_MP, step=10, unit=" MP")
        words = self.tr("larger ones are not opened; each MP takes about 10 MB of memory")
        self._number(largest, choices.most_megapixels, words, self.most_megapixels_requested)
        self._message = QLabel(self)
        self._message.setProperty("role", "wrong")
        self._message.setWordWrap(True)
        self._message.setMinimumHeight(34)
        column.addWidget(self._message)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.buttons()[0].setToolTip(self.tr("Put this page away; every choice is kept"))
        column.addWidget(buttons)
        width = max(self.minimumWidth(), column.sizeHint().width())
        self.resize(width, column.totalHeightForWidth(width))

    def _add_language(self, chosen: str) -> None:
        self.language = QComboBox(self)
        self.language.addItem(self.tr("As the system"), "")
        for language, name in LANGUAGES.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(self.language.findData(chosen))
        self.language.setAccessibleName(self.tr("Language"))
        self.language.setToolTip(self.tr("The language of the window, and how it writes numbers"))
        self.language.activated.connect(lambda _: self.language_requested.emit(self.language.currentData()))
        self._add(self.tr("Language"), self.language, self.tr("from the next start on"))

    def _make_scale(self, chosen: int) -> None:
        self.scale = QComboBox(self)
        self.scale.addItem(self.tr("As the system"), 0)
        for percent in sorted({*SCALES, *((chosen,) if chosen else ())}):
            self.scale.addItem(self.tr("%1 %").replace("%1", str(percent)), percent)
        self.scale.setCurrentIndex(self.scale.findData(chosen))
        self.scale.setAccessibleName(self.tr("Scale"))
        self.scale.setToolTip(self.tr("How large everything but the photo is shown, from the next start on"))
        self.scale.activated.connect(lambda _: self.scale_requested.emit(self.scale.currentData()))
        self._add(self.tr("Scale"), self.scale, self.tr("from the next start on"))

    def _number(self, channel: Channel, value: int, words: str, wish: SignalInstance) -> None:
        field = NumberField(channel, self)
        field.setFixedWidth(96)
        field.set_value(value)
        for signal in (field.value_requested, field.nudged):
            signal.connect(field.set_value)
            signal.connect(lambda number: wish.emit(round(number)))
        field.refused.connect(self._on_refused)
        field.accepted.connect(lambda: self._on_refused(""))
        self._add(channel.name, field, words)

    def _add(self, name: str, part: QWidget, words: str) -> None:
        line = self._grid.rowCount()
        self._grid.addWidget(muted(name, self), line, 0)
        self._grid.addWidget(part, line, 1, 1, 1 if words else 2)
        if words:
            note = muted(words, self)
            note.setWordWrap(True)
            self._grid.addWidget(note, line, 2)
            self._grid.setColumnStretch(2, 3)

    def _on_refused(self, text: str) -> None:
        self._message.setText(text)

"""How the background of a sequence is learned, and what is written of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from palette_studio.core.sequencing import MEDIANS, MOST_MEMORY, USUAL, Sequencing
from palette_studio.ui.controls import RowName, Stepper, choice_row, hairline, indented, line_up
from palette_studio.ui.decimals import decimal
from palette_studio.ui.number_field import Channel
from palette_studio.ui.range_dial import RangeDial
from palette_studio.ui.theme import Theme

MOST_COMPONENTS = 7  # more have no effect
MOST_MATCH = 10  # deviations


class SequencePanel(QWidget):
    """Options of the background model; a drag on a slider is one gesture."""

    sequencing_requested = Signal(object, str, bool)  # Sequencing, words for the history, belongs to a press
    gesture_began = Signal()
    gesture_ended = Signal()
    gesture_canceled = Signal()
    export_requested = Signal(str)  # a view: "mask", "background", "clean" or "recolored"
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how = Sequencing()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(6)
        self.method = choice_row(column, self.tr("Method"), self._methods(), self)
        column.addLayout(self._make_count())
        self._make_dials(column)
        self.median = choice_row(column, self.tr("Median"), self._medians(), self)
        self.shadows = QCheckBox(self.tr("Tell shadows"), self)
        self.shadows.setToolTip(
            self.tr("What is only darker than the background is shadow: gray in the mask")
        )
        column.addLayout(indented(self.shadows))
        column.addWidget(hairline(self))
        column.addLayout(self._make_buttons())
        column.addStretch(1)
        self._connect()
        self.set_theme(theme)
        self.set_values(self._how, 0)
        line_up(self)

    def set_theme(self, theme: Theme) -> None:
        from palette_studio.ui import icons

        for button, name in ((self.count.less, "minus"), (self.count.more, "plus")):
            button.setIcon(icons.icon(name, theme.text, theme.disabled))

    def set_values(self, how: Sequencing, frames: int) -> None:
        """frames: how many there are to be written; 0 without a sequence."""
        self._how = how
        for box, value in ((self.method, how.method), (self.median, how.median)):
            box.setCurrentIndex(box.findData(value))
            box.setToolTip(box.itemData(box.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        self.count.set_value(how.components)
        usual = USUAL[how.method]
        for dial, value, reset in (
            (self.memory, how.memory, usual.memory),
            (self.threshold, how.threshold * 100, usual.threshold * 100),
            (self.match, how.match, usual.match),
        ):
            dial.set_value(value)
            dial.usual = reset
        self.shadows.setChecked(how.shadows)
        self.shadows.setEnabled(how.method != "paper")
        for button in self.buttons.values():
            button.setEnabled(frames > 0)

    # How it is built

    def _make_count(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = RowName(self.tr("Gaussians"), self)
        label.setToolTip(self.tr("K: how many a pixel may have"))
        self.count = Stepper(Channel(self.tr("Gaussians of a pixel"), 1, MOST_COMPONENTS), self)
        self.count.less.setToolTip(self.tr("One Gaussian fewer"))
        self.count.more.setToolTip(self.tr("One Gaussian more"))
        row.addWidget(label)
        row.addWidget(self.count)
        row.addStretch(1)
        return row

    def _make_dials(self, column: QVBoxLayout) -> None:
        self.memory = RangeDial(
            Channel(self.tr("Memory"), 2, MOST_MEMORY),
            self.tr("Frames that are remembered: 1 over the learning rate α"),
            self,
            growing=True,
        )
        self.threshold = RangeDial(
            Channel(self.tr("Threshold"), 0, 100, unit=" %"),
            self.tr("T: the share of a pixel's weights that counts as background"),
            self,
        )
        self.match = RangeDial(
            Channel(self.tr("Match"), 1, MOST_MATCH, step=0.1, digits=1, unit=" σ"),
            self.tr("How many deviations from a Gaussian still belong to it"),
            self,
        )
        for dial in self._dials:
            column.addWidget(dial)

    @property
    def _dials(self) -> tuple[RangeDial, ...]:
        return self.memory, self.threshold, self.match

    def _make_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        self.buttons: dict[str, QPushButton] = {}
        for n, (view, words, tip) in enumerate(
            (
                ("mask", self.tr("Export masks…"), self.tr("A PNG for every frame, in a new folder")),
                (
                    "background",
                    self.tr("Background…"),
                    self.tr("Save what stands behind, as it is known by now"),
                ),
                ("clean", self.tr("Clean frames…"), self.tr("What moves alone, a PNG for every frame")),
                ("recolored", self.tr("Recolored…"), self.tr("Every frame in the edited palette, as PNG")),
            )
        ):
            button = QPushButton(words, self)
            button.setToolTip(tip)
            button.setAccessibleName(words if n == 0 else self.tr("Export: %1").replace("%1", words))
            self.buttons[view] = button
            grid.addWidget(button, n // 2, n % 2)
        return grid

    def _connect(self) -> None:
        self.method.activated.connect(self._on_method_activated)
        self.median.activated.connect(
            lambda _: self._ask(
                self.tr("Median: %1").replace("%1", self.median.currentText()),
                median=self.median.currentData(),
            )
        )
        self.count.value_requested.connect(
            lambda k: self._ask(self.tr("%1 Gaussians").replace("%1", str(k)), components=k)
        )
        self.count.refused.connect(self.refused)
        self.shadows.clicked.connect(lambda on: self._ask(self.shadows.text(), shadows=on))
        self.memory.value_requested.connect(self._on_memory_requested)
        self.threshold.value_requested.connect(self._on_threshold_requested)
        self.match.value_requested.connect(self._on_match_requested)
        for dial in self._dials:
            dial.pressed.connect(self.gesture_began)
            dial.released.connect(self.gesture_ended)
            dial.canceled.connect(self.gesture_canceled)
            dial.refused.connect(self.refused)
        for view, button in self.buttons.items():
            button.clicked.connect(lambda _=False, v=view: self.export_requested.emit(v))

    def _on_method_activated(self, _: int) -> None:
        how = self._how.with_method(self.method.currentData())
        self.sequencing_requested.emit(how, self.method.currentText(), False)

    def _on_memory_requested(self, frames: float, pressed: bool) -> None:
        memory = round(frames)
        self._ask(self.tr("Memory of %1 frames").replace("%1", str(memory)), pressed, memory=memory)

    def _on_threshold_requested(self, percent: float, pressed: bool) -> None:
        words = self.tr("Threshold %1 %").replace("%1", f"{percent:.0f}")
        self._ask(words, pressed, threshold=percent / 100)

    def _on_match_requested(self, deviations: float, pressed: bool) -> None:
        self._ask(self.tr("Match %1 σ").replace("%1", decimal(deviations, 1)), pressed, match=deviations)

    def _ask(self, words: str, pressed: bool = False, **changes: object) -> None:
        how = replace(self._how, **changes)  # type: ignore[arg-type]  # names and types of Sequencing
        self.sequencing_requested.emit(how, words, pressed)

    def _methods(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("Stauffer–Grimson", "stauffer-grimson", self.tr("Means that move fast, and follow the light")),
            (
                self.tr("As in the paper"),
                "paper",
                self.tr("Stauffer & Grimson 1999 to the letter; it adapts slowly"),
            ),
            ("MOG2", "mog2", self.tr("Zivkovic 2004, with OpenCV's masks")),
        )

    def _medians(self) -> tuple[tuple[str, int, str], ...]:
        words = self.tr("A median filter takes specks from the mask")
        off = self.tr("The mask as the model gives it")
        return tuple((f"{n} × {n}" if n else self.tr("Off"), n, words if n else off) for n in MEDIANS)

"""Small pieces that panels share: headings, hairlines, a stepper, a slider with its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from palette_studio.ui.number_field import Channel, NumberField


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "heading")
    return label


def muted(text: str, parent: QWidget | None = None) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label


def hairline(parent: QWidget | None = None) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    return line


def tool_button(icon: QIcon, name: str, tip: str, parent: QWidget | None = None) -> QToolButton:
    """name: for screen readers. tip: one line, with the key if there is one."""
    button = QToolButton(parent)
    button.setIcon(icon)
    button.setIconSize(QSize(20, 20))
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def form_layout(dialog: QDialog) -> tuple[QVBoxLayout, QGridLayout]:
    """Lay out a dialog as a column that begins with lines of names and controls; return both."""
    column, grid = QVBoxLayout(dialog), QGridLayout()
    column.setContentsMargins(20, 18, 20, 18)
    column.setSpacing(12)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return column, grid


class Facts(QLabel):
    """Short facts on one line, flush right; the last ones yield where there is no room for all."""

    def __init__(self, parent: QWidget | None = None, gap: str = "    ") -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._parts: tuple[str, ...] = ()
        self._gap = gap

    def set_parts(self, parts: tuple[str, ...]) -> None:
        """The most important first."""
        if parts != self._parts:
            self._parts = parts
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, count = self.fontMetrics(), len(self._parts)
        while count and metrics.horizontalAdvance(self._gap.join(self._parts[:count])) > self.width():
            count -= 1
        self.setText(self._gap.join(self._parts[:count]))
        self.setAccessibleName(", ".join(self._parts))


class Title(QLabel):
    """A name with a fact behind it, on one line; the name is cut in its middle where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._name, self._fact = "", ""

    def set_words(self, name: str, fact: str) -> None:
        self._name, self._fact = name, fact
        self.setAccessibleName(f"{name} {fact}")
        self.setToolTip(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, fact = self.fontMetrics(), f"   {self._fact}"
        room = self.width() - metrics.horizontalAdvance(fact)
        self.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, max(room, 40)) + fact)


LABEL_PX = 72  # the names before the controls of a panel stand in one column, wider where words are long


class RowName(QLabel):
    """The name before a control, or the empty place where one would be; see ``line_up``."""


def line_up(panel: QWidget) -> None:
    """Make the names of a panel's rows as wide as the widest of them. Call it when all rows are there."""
    names = panel.findChildren(RowName)
    for name in names:
        name.ensurePolished()
    width = max(LABEL_PX, *(name.sizeHint().width() for name in names))
    for name in names:
        name.setFixedWidth(width)


def indented(part: QWidget) -> QHBoxLayout:
    """Return a row whose control stands below those that have a name."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(RowName(part.parentWidget()))
    row.addWidget(part)
    row.addStretch(1)
    return row


def choice_row(
    column: QVBoxLayout, name: str, choices: Sequence[tuple[str, object, str]], parent: QWidget
) -> QComboBox:
    """Add a named list of (words, value, tip) to a panel and return its box; ``currentData`` is the value."""
    row = QHBoxLayout()
    row.setSpacing(8)
    label = RowName(name, parent)
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)  # long words are cut rather than the panel
    for words, value, tip in choices:
        box.addItem(words, value)
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
    row.addWidget(label)
    row.addWidget(box, 1)
    column.addLayout(row)
    return box


class Stepper(QFrame):
    """A whole number between two buttons."""

    value_requested = Signal(int)
    refused = Signal(str)

    def __init__(self, channel: Channel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepper")
        self._value = int(channel.least)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        self.less = tool_button(QIcon(), self.tr("Fewer"), self.tr("One swatch fewer"), self)
        self.more = tool_button(QIcon(), self.tr("More"), self.tr("One swatch more"), self)
        self.field = NumberField(channel, self)
        self.field.setFixedWidth(46)  # three digits
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.less, self.field, self.more):
            row.addWidget(widget)
        self.less.clicked.connect(lambda: self._ask(self._value - 1))
        self.more.clicked.connect(lambda: self._ask(self._value + 1))
        self.field.value_requested.connect(lambda value: self._ask(round(value)))
        self.field.nudged.connect(lambda value: self._ask(round(value)))
        self.field.refused.connect(self.refused)

    @property
    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        self._value = value
        self.field.set_value(value)

    def _ask(self, value: int) -> None:
        channel = self.field.channel
        if channel.least <= value <= channel.most and value != self._value:
            self.value_requested.emit(value)


class Track(QSlider):
    """A slider that ignores the wheel unless it has the focus, and resets on a double click."""

    reset = Signal()
    canceled = Signal()

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        if ev.key() == Qt.Key.Key_Escape and self.isSliderDown():
            self.setSliderDown(False)
            self.canceled.emit()
        else:
            super().keyPressEvent(ev)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: object) -> None:
        self.reset.emit()


class Dial(QWidget):
    """A named share from 0 % on: a slider and its number. One press of the mouse is one gesture."""

    value_requested = Signal(float, bool)  # 0..most, whether it belongs to the press under way
    pressed = Signal()
    canceled = Signal()
    refused = Signal(str)

    def __init__(
        self, name: str, tip: str, usual: float, parent: QWidget | None = None, most: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = RowName(name, self)
        label.setToolTip(tip)
        self.slider = Track(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, round(most * 100))
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(tip)
        self.slider.setMinimumHeight(24)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = NumberField(Channel(name, 0, round(most * 100), unit=" %"), self)
        self.field.setFixedWidth(62)
        for widget in (label, self.slider, self.field):
            row.addWidget(widget)
        self.slider.sliderPressed.connect(self.pressed)
        self.slider.canceled.connect(self.canceled)
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.slider.reset.connect(lambda: self.value_requested.emit(self._usual, False))
        self.field.value_requested.connect(lambda value: self.value_requested.emit(value / 100, False))
        self.field.nudged.connect(lambda value: self.value_requested.emit(value / 100, False))
        self.field.refused.connect(self.refused)

    def set_value(self, value: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(value * 100))
        self.slider.blockSignals(False)
        self.field.set_value(round(value * 100))

    def _on_slider_moved(self, value: int) -> None:
        self.value_requested.emit(value / 100, self.slider.isSliderDown())

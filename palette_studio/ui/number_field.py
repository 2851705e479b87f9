"""A number with its name and unit; arrows and the wheel nudge it, bad text is refused with words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget


@dataclass(frozen=True)
class Channel:
    """name: for screen readers and messages. digits: decimals shown. wraps: an angle."""

    name: str
    least: float
    most: float
    step: float = 1.0
    digits: int = 0
    unit: str = ""
    wraps: bool = False

    def text(self, value: float) -> str:
        shown = f"{value:.{self.digits}f}"
        if float(shown) == 0:
            shown = shown.lstrip("-")
        return shown.replace("-", "−") + self.unit

    def parse(self, text: str) -> float:
        """Return the number in ``text``; raises ValueError with words for the artist."""
        plain = text.strip().replace("−", "-").replace(",", ".").rstrip("%°").strip()
        limits = f"{self.least:g} to {self.most:g}"
        try:
            value = float(plain)
        except ValueError:
            raise ValueError(f"“{text.strip()}” is no number. {self.name} goes from {limits}.") from None
        if self.wraps:
            return value % self.most
        if not self.least <= value <= self.most:
            raise ValueError(f"{plain} is out of range. {self.name} goes from {limits}.")
        return value


class NumberField(QLineEdit):
    """Reports a wish; the value is what it was last told."""

    value_requested = Signal(float)
    nudged = Signal(float)
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, channel: Channel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.channel = channel
        self.setAccessibleName(channel.name)
        self.setToolTip(
            f"{channel.name}: {channel.least:g} to {channel.most:g}. ↑ ↓ nudge, Shift ten times as far."
        )
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(44)
        self._value = channel.least
        self.editingFinished.connect(self._on_editing_finished)

    def set_value(self, value: float) -> None:
        self._value = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(self.channel.text(value))
            self._mark(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if way:
            self._nudge(way * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._restore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self._nudge(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _nudge(self, steps: int) -> None:
        channel = self.channel
        value = self._value + steps * channel.step
        value = value % channel.most if channel.wraps else min(max(value, channel.least), channel.most)
        self.setModified(False)
        self.nudged.emit(value)

    def _on_editing_finished(self) -> None:
        if not self.isModified():
            return
        try:
            value = self.channel.parse(self.text())
        except ValueError as error:
            self._mark(True)
            self.refused.emit(str(error))
            self.setModified(False)
            return
        self.setModified(False)
        self._mark(False)
        self.accepted.emit()
        self.value_requested.emit(value)
        self.setText(self.channel.text(self._value))

    def _restore(self) -> None:
        self.setModified(False)
        self.setText(self.channel.text(self._value))
        self._mark(False)
        self.accepted.emit()

    def _mark(self, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)

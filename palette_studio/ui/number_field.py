"""A number with its name and unit; arrows and the wheel nudge it, bad text is refused with words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from palette_studio.ui.decimals import decimal, localized, plain


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
        return decimal(value, self.digits) + self.unit

    @property
    def limits(self) -> tuple[str, str]:
        """The least and the most as words for the artist."""
        return localized(f"{self.least:g}"), localized(f"{self.most:g}")

    def parse(self, text: str) -> float:
        """Return the number in ``text``; raises ValueError with words for the artist."""
        number = plain(text).rstrip("%°").strip()
        try:
            value = float(number)
        except ValueError:
            words = QCoreApplication.translate("Channel", "“%1” is no number. %2 goes from %3 to %4.")
            raise ValueError(self._filled(words, text.strip())) from None
        if self.wraps:
            return value % self.most
        if not self.least <= value <= self.most:
            words = QCoreApplication.translate("Channel", "%1 is out of range. %2 goes from %3 to %4.")
            raise ValueError(self._filled(words, localized(number)))
        return value

    def _filled(self, words: str, typed: str) -> str:
        parts = {"%1": typed, "%2": self.name, "%3": self.limits[0], "%4": self.limits[1]}
        return re.sub("%[1-4]", lambda found: parts[found[0]], words)


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
        words = self.tr("%1 to %2. ↑ ↓ nudge, Shift ten times as far.")
        least, most = channel.limits
        self.setToolTip(f"{channel.name}: " + words.replace("%1", least).replace("%2", most))
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

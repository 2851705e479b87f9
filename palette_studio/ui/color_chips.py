"""A row of small colors to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from palette_studio.core.palette import Rgb, hex_of
from palette_studio.ui import overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import Theme

SIDE, GAP, RADIUS = 22, 6, 4


class ColorChips(QWidget):
    """Colors in true color; a click, or an arrow and Return, chooses one."""

    chosen = Signal(int)
    remove_requested = Signal(int)

    def __init__(
        self, theme: Theme, words: tuple[str, str], per_row: int, parent: QWidget | None = None
    ) -> None:
        """words: a name and a tip."""
        super().__init__(parent)
        unmirrored(self)
        self.setAccessibleName(words[0])
        self.setToolTip(words[1])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme, self._per_row = theme, per_row
        self.colors: tuple[Rgb, ...] = ()
        self._words: tuple[str, ...] = ()
        self.selected = -1
        self._at = 0

    def sizeHint(self) -> QSize:
        rows = max(1, -(-len(self.colors) // self._per_row))
        columns = min(max(len(self.colors), 1), self._per_row)
        return QSize(columns * (SIDE + GAP) - GAP + 4, rows * (SIDE + GAP) - GAP + 4)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_colors(self, colors: tuple[Rgb, ...], words: tuple[str, ...] = (), selected: int = -1) -> None:
        """words: what each one is, for tooltips. selected: the one with a ring, -1 none."""
        self.colors, self._words, self.selected = colors, words, selected
        self._at = min(self._at, max(len(colors) - 1, 0))
        told = ", ".join(hex_of(each) for each in colors)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def chip(self, number: int) -> QRectF:
        """Return where a color stands."""
        row, column = divmod(number, self._per_row)
        return QRectF(2 + column * (SIDE + GAP), 2 + row * (SIDE + GAP), SIDE, SIDE)

    def _room(self, number: int) -> QRectF:
        """Return where a press takes a color: half of the gap around it belongs to it."""
        return self.chip(number).adjusted(-GAP / 2, -GAP / 2, GAP / 2, GAP / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, color in enumerate(self.colors):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(*color))
            painter.drawRoundedRect(self.chip(number), RADIUS, RADIUS)
            if number == self.selected or (overlays.shows_focus(self) and number == self._at):
                overlays.ring(painter, self.chip(number), RADIUS)
        if not self.colors:
            inset = 0
            if overlays.shows_focus(self):
                overlays.focus_ring(painter, QRectF(self.rect()))
                inset = GAP
            painter.setPen(QColor(self._theme.muted))
            room = self.rect().adjusted(inset, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.tr("None yet"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event)
        if number < 0:
            return
        self._at = number
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(number)
        elif event.button() == Qt.MouseButton.RightButton:
            self.remove_requested.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.colors:
            self._at = (self._at + (1 if key == Qt.Key.Key_Right else -1)) % len(self.colors)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self.colors:
            self.chosen.emit(self._at)
        elif self._own(event):
            self.remove_requested.emit(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number_at(event)
            if number >= 0:
                QToolTip.showText(event.globalPos(), self._told(number), self)
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()  # Del means the color here, not the swatch
            return True
        return super().event(event)

    def _own(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and bool(self.colors)

    def spoken(self) -> str:
        return self._told(self._at) if self.colors else self.tr("None yet")

    def _told(self, number: int) -> str:
        word = self._words[number] if number < len(self._words) else ""
        return f"{word} {hex_of(self.colors[number])}".strip()

    def _number_at(self, event: QMouseEvent | QHelpEvent) -> int:
        point = event.position() if isinstance(event, QMouseEvent) else event.pos().toPointF()
        return next((n for n in range(len(self.colors)) if self._room(n).contains(point)), -1)

"""The color of the selected swatch: wheel, lightness and numbers, all live."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from palette_studio.core.palette import Palette, Rgb, hex_of
from palette_studio.ui.color_wheel import ColorWheel, Handle, LightnessStrip
from palette_studio.ui.controls import muted
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.error_words import words_of
from palette_studio.ui.gamut_note import GamutNote
from palette_studio.ui.number_field import Channel, NumberField


class HexField(QLineEdit):
    """Any way to write a color; what is no color is refused with words and the old one stays."""

    color_requested = Signal(tuple)
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hex_field")
        self.setAccessibleName(self.tr("Hex color"))
        self.setToolTip(self.tr("#RRGGBB, a CSS name, or rgb(), hsl(), lab(), oklch()"))
        self._color: Rgb = (0, 0, 0)
        self.editingFinished.connect(self._on_editing_finished)

    def set_color(self, rgb: Rgb | None) -> None:
        if rgb is not None:
            self._color = rgb
        if not (self.hasFocus() and self.isModified()):
            self.setText("" if rgb is None else hex_of(rgb))
            self._mark(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setModified(False)
            self.setText(hex_of(self._color))
            self._mark(False)
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _on_editing_finished(self) -> None:
        if not self.isModified():
            return
        from palette_studio.core.color_text import parse_color

        self.setModified(False)
        try:
            rgb = parse_color(self.text())
        except ValueError as error:
            self._mark(True)
            self.refused.emit(words_of(error))
            return
        self._mark(False)
        self.accepted.emit()
        self.color_requested.emit(rgb)
        self.setText(hex_of(self._color))

    def _mark(self, wrong: bool) -> None:
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)


@dataclass(frozen=True)
class Space:
    """A row of three numbers: a color space as ``ui.spaces`` converts it."""

    name: str
    channels: tuple[Channel, ...]

    def numbers(self, rgb: Rgb) -> tuple[float, ...]:
        from palette_studio.ui import spaces

        return spaces.numbers(self.name, rgb)

    def rgb(self, numbers: tuple[float, ...]) -> Rgb:
        from palette_studio.ui import spaces

        return spaces.nearest_rgb(self.name, numbers)


SPACES = (
    Space("RGB", (Channel("Red", 0, 255), Channel("Green", 0, 255), Channel("Blue", 0, 255))),
    Space(
        "HSV",
        (
            Channel("Hue", 0, 360, unit="°", wraps=True),
            Channel("Saturation", 0, 100, unit=" %"),
            Channel("Value", 0, 100, unit=" %"),
        ),
    ),
    Space(
        "Lab",
        (
            Channel("Lab lightness", 0, 100, digits=1),
            Channel("Lab a", -128, 128, digits=1),
            Channel("Lab b", -128, 128, digits=1),
        ),
    ),
    Space(
        "OKLCH",
        (
            Channel("OKLCH lightness", 0, 1, step=0.01, digits=3),
            Channel("OKLCH chroma", 0, 0.4, step=0.005, digits=3),
            Channel("OKLCH hue", 0, 360, digits=0, unit="°", wraps=True),
        ),
    ),
)


YIELDING = ("Lab", "HSV", "OKLCH", "RGB")  # rows that make room for the wheel, in this order
LINE_PX, WHEEL_PX = 32, 140  # a row of numbers with its gap; the smallest wheel that rows yield to


class ColorPanel(QWidget):
    """Shows the palette as handles and the selected swatch as numbers; reports the colors wished for."""

    color_requested = Signal(int, tuple, bool)  # swatch, color, whether a press is under way
    lightness_requested = Signal(float, bool)  # OKLCH lightness by which all that is chosen differs, as above
    select_requested = Signal(int)
    gesture_began = Signal()
    gesture_canceled = Signal()
    gesture_ended = Signal()
    hovered = Signal(int)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self._palette, self._row = Palette(), -1
        self._chosen: tuple[int, ...] = ()
        self._place = (0.0, 0.0, 0.5)
        self._began_at = 0.5  # the lightness from which a drag on the strip counts
        self._sent: Rgb | None = None  # what the wheel last asked for: its place is finer than 8 bits
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(10)
        pickers = QHBoxLayout()
        pickers.setSpacing(10)
        self.wheel, self.strip = ColorWheel(self), LightnessStrip(self)
        pickers.addWidget(self.wheel, 1)
        pickers.addWidget(self.strip)
        self._tools = QVBoxLayout(self.wheel)  # in the corner that the disc leaves free
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        column.addLayout(pickers, 1)
        column.addLayout(self._make_fields())
        self._message = muted("", self)
        self._message.setProperty("role", "wrong")
        self._message.setWordWrap(True)
        self._message.hide()
        column.addWidget(self._message)
        self.note = GamutNote(self)
        column.addWidget(self.note)
        self._connect()

    def _make_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        self.hex = HexField(self)
        grid.addWidget(muted("Hex", self), 0, 0)
        grid.addWidget(self.hex, 0, 1, 1, 3)
        self.fields: list[list[NumberField]] = []
        self._lines: dict[str, list[QWidget]] = {}
        for line, space in enumerate(SPACES, start=1):
            name = muted(space.name, self)
            grid.addWidget(name, line, 0)
            fields = [NumberField(_in_words(channel), self) for channel in space.channels]
            for at, field in enumerate(fields, start=1):
                grid.addWidget(field, line, at)
            self.fields.append(fields)
            self._lines[space.name] = [name, *fields]
        grid.setColumnMinimumWidth(0, 52)
        for at in (1, 2, 3):
            grid.setColumnStretch(at, 1)
        return grid

    def add_tool(self, action: QAction) -> None:
        """Put a button for a command of the wheel beside it."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        self._tools.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        note = 0 if self.note.isHidden() else self.note.sizeHint().height() + 10
        return QSize(self.minimumWidth(), WHEEL_PX + 10 + LINE_PX + 12 + note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc lead from a number back to the wheel, where letters are commands again."""
        if event.key() == Qt.Key.Key_Escape and isinstance(self.focusWidget(), QLineEdit):
            self.wheel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows of numbers as there is room for under the wheel."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.updateGeometry()
        room = (self.height() - self.minimumSizeHint().height()) // LINE_PX
        for place, name in enumerate(reversed(YIELDING)):
            for widget in self._lines[name]:
                widget.setVisible(place < room)

    def _connect(self) -> None:
        self.wheel.moved.connect(self._on_wheel_moved)
        self.wheel.select_requested.connect(self.select_requested)
        self.wheel.hovered.connect(self.hovered)
        self.strip.moved.connect(self._on_strip_moved)
        for part in (self.wheel, self.strip):
            part.gesture_began.connect(self._on_gesture_began)
            part.gesture_canceled.connect(self._on_gesture_canceled)
            part.gesture_ended.connect(self.gesture_ended)
        self.hex.color_requested.connect(lambda rgb: self.note.wish_text(self.hex.text(), rgb))
        self.hex.color_requested.connect(lambda rgb: self._request(rgb, False))
        self.note.came.connect(self._share_room)
        self.note.color_requested.connect(lambda rgb: self._request(rgb, False))
        self.hex.refused.connect(self._on_refused)
        self.hex.accepted.connect(self._message.hide)
        for fields, space in zip(self.fields, SPACES, strict=True):
            for at, field in enumerate(fields):
                for signal in (field.value_requested, field.nudged):
                    signal.connect(lambda value, s=space, n=at: self._on_number(s, n, value))
                field.refused.connect(self._on_refused)
                field.accepted.connect(self._message.hide)

    def set_palettes(
        self, found: Palette, edited: Palette, row: int, chosen: tuple[int, ...] | None = None
    ) -> None:
        """Show these swatches, with ``row`` selected (-1: none). chosen: rows that move along with it."""
        if row != self._row:
            self._sent = None
        self._palette, self._row = edited, row if row < len(edited) else -1
        self._chosen = (self._row,) if chosen is None else chosen
        handles = tuple(
            Handle(now.color, then.color, now.locked, number in self._chosen)
            for number, (now, then) in enumerate(zip(edited.swatches, found.swatches, strict=True))
        )
        if self._row >= 0 and edited[self._row].color != self._sent:
            from palette_studio.ui import reach

            self._place = reach.to_wheel(edited[self._row].color)
            self._sent = None
        self.wheel.set_handles(handles, self._row, self._place)
        movable = self._row >= 0 and not edited[self._row].locked
        self.strip.set_place(self._place, movable)
        self._show_numbers(movable)

    def nudge(self, channel: str, steps: int) -> None:
        """Move OKLCH lightness, chroma or hue ("l", "c", "h") of the selected swatch by steps."""
        at = "lch".index(channel)
        space, field = SPACES[-1], SPACES[-1].channels[at]
        if self._row >= 0:
            value = space.numbers(self._palette[self._row].color)[at] + steps * field.step
            self._on_number(
                space, at, value % 360 if field.wraps else min(max(value, field.least), field.most)
            )

    def _show_numbers(self, movable: bool) -> None:
        rgb = self._palette[self._row].color if self._row >= 0 else None
        self.note.set_color(rgb)
        self.hex.set_color(rgb)
        self.hex.setEnabled(movable)
        for fields, space in zip(self.fields, SPACES, strict=True):
            for field, value in zip(fields, space.numbers(rgb) if rgb else (0.0, 0.0, 0.0), strict=True):
                field.setEnabled(movable)
                if rgb is None:
                    field.clear()
                else:
                    field.set_value(value)

    def _request(self, rgb: Rgb, pressed: bool) -> None:
        if self._row >= 0 and not self._palette[self._row].locked:
            self.color_requested.emit(self._row, rgb, pressed)

    def _on_wheel_moved(self, hue: float, saturation: float) -> None:
        self._place = (hue, saturation, self._place[2])
        self._ask_for_place(self.wheel.dragging)

    def _on_strip_moved(self, lightness: float) -> None:
        if len(self._chosen) > 1:
            start = self._began_at if self.strip.dragging else self._place[2]
            self.lightness_requested.emit(lightness - start, self.strip.dragging)
            return
        self._place = (*self._place[:2], lightness)
        self._ask_for_place(self.strip.dragging)

    def _ask_for_place(self, pressed: bool) -> None:
        from palette_studio.ui import reach

        self._sent = reach.from_wheel(*self._place)
        self.wheel.set_handles(self.wheel.handles, self.wheel.selected, self._place)
        self.strip.set_place(self._place, True)
        self._request(self._sent, pressed)

    def _on_number(self, space: Space, at: int, value: float) -> None:
        if self._row < 0:
            return
        numbers = list(space.numbers(self._palette[self._row].color))
        numbers[at] = value
        rgb = space.rgb(tuple(numbers))
        self.note.wish(space.name, tuple(numbers), rgb)
        self._request(rgb, False)

    def _on_gesture_began(self) -> None:
        self._began_at = self._place[2]
        self.gesture_began.emit()

    def _on_gesture_canceled(self) -> None:
        self._sent = None
        self.gesture_canceled.emit()

    def _on_refused(self, text: str) -> None:
        self._message.setText(text)
        self._message.show()
        self.refused.emit(text)


def _in_words(channel: Channel) -> Channel:
    """Return the channel with its name in the language of the window."""
    return replace(channel, name=QCoreApplication.translate("Channels", channel.name))

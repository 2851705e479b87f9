"""How a photo without color is given some: the model, hints, a palette that leads, and how much of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from palette_studio.core.coloring import MODELS, MOST_COLORS, Coloring
from palette_studio.core.colorize.hints import LARGEST, SMALLEST
from palette_studio.core.palette import Rgb
from palette_studio.ui import icons
from palette_studio.ui.chroma_plane import ChromaPlane
from palette_studio.ui.color_chips import ColorChips
from palette_studio.ui.controls import Dial, RowName, Stepper, Title, choice_row, line_up, muted, tool_button
from palette_studio.ui.number_field import Channel
from palette_studio.ui.theme import Theme

PER_ROW = 4  # chips beside the plane


class ColorizePanel(QWidget):
    """Options of Colorize; a drag is one gesture."""

    on_requested = Signal(bool)
    model_requested = Signal(str)
    style_requested = Signal()
    style_remove_requested = Signal()
    color_requested = Signal(float, float, bool)  # a, b, whether in a press
    color_chosen = Signal()  # the last one requested, by letting go
    suggestion_chosen = Signal(tuple)  # Rgb
    size_requested = Signal(int)
    clear_hints_requested = Signal()
    palette_from_strip_requested = Signal()
    palette_paste_requested = Signal()
    palette_clear_requested = Signal()
    palette_remove_requested = Signal(int)
    look_requested = Signal(str, float, bool)  # field of Coloring, its value, whether in a press
    gesture_began = Signal()
    gesture_canceled = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(6)
        self.on = QCheckBox(self.tr("Color this photo"), self)
        self.on.setToolTip(self.tr("Colors are made new from light and dark; those it had do not count"))
        column.addWidget(self.on)
        self.model = choice_row(column, self.tr("Model"), self._models(), self)
        self.model.setToolTip(self.tr("Who makes the colors"))
        column.addLayout(self._make_style())
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.hide()
        column.addWidget(self.reason)
        column.addSpacing(6)
        column.addLayout(self._make_hints(theme))
        column.addSpacing(6)
        column.addLayout(self._make_palette(theme))
        column.addSpacing(6)
        self.dials = {
            "strength": Dial(self.tr("Strength"), self.tr("How much of the color to take on"), 1.0, self),
            "vividness": Dial(self.tr("Vividness"), self.tr("From careful colors to lively ones"), 0.0, self),
        }
        for name, dial in self.dials.items():
            column.addWidget(dial)
            dial.value_requested.connect(
                lambda value, pressed, name=name: self.look_requested.emit(name, value, pressed)
            )
            dial.pressed.connect(self.gesture_began)
            dial.canceled.connect(self.gesture_canceled)
            dial.refused.connect(self.refused)
        column.addStretch(1)
        self.on.clicked.connect(self.on_requested)
        self.model.activated.connect(lambda _: self.model_requested.emit(self.model.currentData()))
        self.set_theme(theme)
        self.set_values(Coloring())
        line_up(self)

    def _make_style(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = RowName(self.tr("Style"), self)
        self.style_button = QPushButton(self.tr("Choose a photo…"), self)
        self.style_button.setToolTip(self.tr("Take on the kind of colors that another photo calls for"))
        self._style_title = Title(self)
        self.style_remove = tool_button(
            icons.icon("trash", "#808080"),
            self.tr("Remove the style"),
            self.tr("Go by the photo itself"),
            self,
        )
        for widget in (label, self.style_button):
            row.addWidget(widget, widget is self.style_button)
        row.addWidget(self._style_title, 1)
        row.addWidget(self.style_remove)
        self.style_button.clicked.connect(self.style_requested)
        self.style_remove.clicked.connect(self.style_remove_requested)
        return row

    def _suggested_words(self) -> tuple[str, str]:
        return self.tr("Suggested colors"), self.tr(
            "Colors that suit this place; ← → and Return give the hint one"
        )

    def _recent_words(self) -> tuple[str, str]:
        return self.tr("Recent colors"), self.tr(
            "Colors of your last hints; ← → and Return give the hint one"
        )

    def _palette_words(self) -> tuple[str, str]:
        name = self.tr("Colors to be in the picture")
        return name, self.tr("Colors that lead; ← → choose one, Return makes it the hint's, Del removes it")

    def _make_hints(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.plane = ChromaPlane(theme, self)
        self.plane.setFixedSize(152, 152)  # as high as two full rows of each kind of chip beside it
        self.suggested = ColorChips(theme, self._suggested_words(), PER_ROW, self)
        self.recent = ColorChips(theme, self._recent_words(), PER_ROW, self)
        self.clear_hints = QPushButton(self.tr("Clear hints"), self)
        self.clear_hints.setToolTip(self.tr("Take all hints away"))
        self.count = muted("", self)
        size = QHBoxLayout()
        size.setSpacing(8)
        self.size_ = Stepper(Channel(self.tr("Size"), SMALLEST, LARGEST), self)
        for button, name, tip in (
            (self.size_.less, self.tr("Smaller"), self.tr("A smaller hint; so does the wheel over it")),
            (self.size_.more, self.tr("Larger"), self.tr("A larger hint; so does the wheel over it")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)
        name = RowName(self.tr("Size"), self)
        size.addWidget(name)
        size.addWidget(self.size_)
        size.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(muted(self.tr("Suggested here"), self))
        side.addWidget(self.suggested)
        side.addWidget(muted(self.tr("Recent"), self))
        side.addWidget(self.recent)
        side.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.clear_hints)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.plane, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(side, 1, 1)
        grid.addLayout(size, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.plane.moved.connect(self.color_requested)
        self.plane.gesture_began.connect(self.gesture_began)
        self.plane.gesture_canceled.connect(self.gesture_canceled)
        self.plane.gesture_ended.connect(self.color_chosen)
        self.suggested.chosen.connect(lambda row: self.suggestion_chosen.emit(self.suggested.colors[row]))
        self.recent.chosen.connect(lambda row: self.suggestion_chosen.emit(self.recent.colors[row]))
        self.size_.value_requested.connect(self.size_requested)
        self.size_.refused.connect(self.refused)
        self.clear_hints.clicked.connect(self.clear_hints_requested)
        return grid

    def _make_palette(self, theme: Theme) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(6)
        row.setSpacing(6)
        self.palette_ = ColorChips(theme, self._palette_words(), MOST_COLORS, self)
        self.from_strip = QPushButton(self.tr("From swatches"), self)
        self.from_strip.setToolTip(self.tr("Have the swatches below lead the colors"))
        self.paste = QPushButton(self.tr("Paste"), self)
        self.paste.setToolTip(self.tr("Have the colors on the clipboard lead: any text that holds colors"))
        self.clear_palette = QPushButton(self.tr("Clear"), self)
        self.clear_palette.setToolTip(self.tr("Let no palette lead"))
        column.addWidget(muted(self.tr("Led by a palette"), self))
        column.addWidget(self.palette_)
        for button in (self.from_strip, self.paste, self.clear_palette):
            row.addWidget(button, 1)
        column.addLayout(row)
        self.from_strip.clicked.connect(self.palette_from_strip_requested)
        self.paste.clicked.connect(self.palette_paste_requested)
        self.clear_palette.clicked.connect(self.palette_clear_requested)
        self.palette_.remove_requested.connect(self.palette_remove_requested)
        return column

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        for part in (self.plane, self.suggested, self.recent, self.palette_):
            part.set_theme(theme)
        self.style_remove.setIcon(icons.icon("trash", theme.text, theme.disabled))
        self.size_.less.setIcon(icons.icon("minus", theme.text, theme.disabled))
        self.size_.more.setIcon(icons.icon("plus", theme.text, theme.disabled))

    def set_values(self, how: Coloring) -> None:
        self.on.setChecked(how.on)
        self.model.setCurrentIndex(self.model.findData(how.model))
        for name, dial in self.dials.items():
            dial.set_value(getattr(how, name))
        styled = how.style is not None
        self.style_button.setVisible(not styled)
        for widget in (self._style_title, self.style_remove):
            widget.setVisible(styled)
        if how.style is not None:
            self._style_title.set_words(how.style.name, "")
        count = len(how.hints)
        told = self.tr("1 hint") if count == 1 else self.tr("%1 hints").replace("%1", str(count))
        self.count.setText(told if count else self.tr("Click the photo to hint"))
        self.clear_hints.setEnabled(count > 0)
        self.palette_.set_colors(how.palette)
        self.clear_palette.setEnabled(bool(how.palette))

    def set_color(self, light: float, a: float, b: float, size: int) -> None:
        """Show the color of the hint in hand, or of the next one, on what its lightness allows."""
        self.plane.set_place(light, a, b)
        self.size_.set_value(size)

    def say(self, words: str) -> None:
        """Say why there is no color, and what to do; "" says nothing."""
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def set_choices(
        self, suggested: tuple[Rgb, ...], words: tuple[str, ...], recent: tuple[Rgb, ...]
    ) -> None:
        """words: what each suggestion is."""
        self.suggested.set_colors(suggested, words)
        self.recent.set_colors(recent)

    def _models(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                self.tr("Let there be color!"),
                MODELS[0],
                self.tr("One network that sees the whole scene and every place in it. The usual choice"),
            ),
            (
                self.tr("Deep Colorization"),
                MODELS[1],
                self.tr("What is seen at each pixel decides, by a small network for this kind of scene"),
            ),
        )

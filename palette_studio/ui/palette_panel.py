"""The strip with its tools: how many swatches, automatic count, add, lock, remove, reset."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from palette_studio.core.palette import Palette
from palette_studio.ui import icons
from palette_studio.ui.controls import Facts, Stepper, heading
from palette_studio.ui.harmony_bar import HarmonyBar
from palette_studio.ui.number_field import Channel
from palette_studio.ui.palette_strip import PaletteStrip
from palette_studio.ui.theme import Theme

FEWEST, MOST, MOST_MAPPED = 2, 32, 256  # swatches found in a photo, to recolor it or to map it to them


class PalettePanel(QWidget):
    """One row of tools above the strip."""

    count_requested = Signal(int)
    refused = Signal(str)

    def __init__(self, theme: Theme, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(heading(self.tr("Palette"), self))
        tools.addSpacing(8)
        self.stepper = Stepper(Channel(self.tr("Number of swatches"), FEWEST, MOST), self)
        tools.addWidget(self.stepper)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            tools.addWidget(button)
        self._hint = Facts(self, "  ·  ")
        tools.addWidget(self._hint, 1)
        self.harmony = HarmonyBar(self)
        self.harmony.hide()
        tools.addWidget(self.harmony, 1)
        column.addLayout(tools)
        self.strip = PaletteStrip(theme, self)
        column.addWidget(self.strip)
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setSizePolicy(part.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        column.setSizeConstraint(QLayout.SizeConstraint.SetMaximumSize)  # what is left is the photo's
        self.stepper.value_requested.connect(self.count_requested)
        self.stepper.refused.connect(self.refused)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)
        self.stepper.less.setIcon(icons.icon("minus", theme.text, theme.disabled))
        self.stepper.more.setIcon(icons.icon("plus", theme.text, theme.disabled))

    def show_harmony(self, on: bool) -> None:
        """Let the bar of the harmony stand where the hint does."""
        self.harmony.setVisible(on)
        self._hint.setVisible(not on)

    def set_palettes(self, found: Palette, edited: Palette, mapping: bool) -> None:
        """mapping: the photo is mapped to the palette, which may then be larger."""
        most = MOST_MAPPED if mapping else MOST
        if self.stepper.field.channel.most != most:
            self.stepper.field.channel = replace(self.stepper.field.channel, most=most)
        above = self.tr("every pixel takes its nearest color") if mapping else self.tr("original above")
        self._hint.set_parts((above, self.tr("width is coverage")))
        self.strip.set_palettes(found, edited)
        self.stepper.set_value(len(edited))
        self.stepper.less.setEnabled(len(edited) > FEWEST)
        self.stepper.more.setEnabled(0 < len(edited) < most)
        self.stepper.field.setEnabled(len(edited) > 0)

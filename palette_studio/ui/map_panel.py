"""How every pixel gets its palette color: metric, dithering, search, and the color cubes that are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from palette_studio.core.mapping import Mapping
from palette_studio.ui.controls import Dial, RowName, choice_row, line_up, muted
from palette_studio.ui.decimals import decimal

DIFFUSING = ("floyd-steinberg", "atkinson", "jarvis", "stucki", "sierra", "sierra-lite")


class MapPanel(QWidget):
    """Options of the mapping; a drag on the slider is one gesture."""

    mapping_requested = Signal(object, str, bool)  # Mapping, words for the history, belongs to a press
    mode_requested = Signal(str)
    clear_requested = Signal()
    gesture_began = Signal()
    gesture_canceled = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = Mapping()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(6)
        self.mode = choice_row(column, self.tr("Palette"), self._modes(), self)
        self.compare = choice_row(column, self.tr("Compare"), self._metrics(), self)
        self.dither = choice_row(column, self.tr("Dither"), self._dithers(), self)
        self.strength = Dial(self.tr("Strength"), self.tr("How much of the dithering to apply"), 1.0, self)
        column.addWidget(self.strength)
        column.addLayout(self._make_checks())
        self.method = choice_row(column, self.tr("Search"), self._methods(), self)
        column.addLayout(self._make_cache())
        column.addStretch(1)
        self._connect()
        self.set_values(self._mapping, "photo")
        self.set_cubes(0, 0)
        line_up(self)

    def set_values(self, mapping: Mapping, mode: str) -> None:
        self._mapping = mapping
        for box, value in (
            (self.mode, mode),
            (self.compare, mapping.metric),
            (self.dither, mapping.dither),
            (self.method, mapping.method),
        ):
            box.setCurrentIndex(box.findData(value))
            box.setToolTip(box.itemData(box.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        self.strength.set_value(mapping.strength)
        dithers = mapping.dither != "none"
        self.strength.setEnabled(dithers)
        self.linear.setEnabled(dithers)
        self.serpentine.setEnabled(mapping.dither in DIFFUSING)
        self.method.setEnabled(not dithers)
        for box, on in ((self.linear, mapping.linear), (self.serpentine, mapping.serpentine)):
            box.setChecked(on)

    def set_cubes(self, count: int, size_bytes: int) -> None:
        """Say how many color cubes are kept on disk, and how large they are together."""
        words = (
            self.tr("%1 kept, %2 MB").replace("%1", str(count)).replace("%2", decimal(size_bytes / 1e6, 1))
        )
        self._cubes.setText(words if count else self.tr("none kept"))
        self.clear.setEnabled(count > 0)

    def _make_checks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(RowName(self))
        self.linear = QCheckBox(self.tr("Linear"), self)
        self.linear.setAccessibleName(self.tr("Dither in linear light"))
        self.linear.setToolTip(self.tr("Mix colors as light does: gradients keep their brightness"))
        self.serpentine = QCheckBox(self.tr("Serpentine"), self)
        self.serpentine.setToolTip(self.tr("Turn at the end of each row: fewer worm patterns"))
        row.addWidget(self.linear)
        row.addWidget(self.serpentine)
        row.addStretch(1)
        return row

    def _make_cache(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = RowName(self.tr("Cubes"), self)
        label.setToolTip(self.tr("Tables of all 16.7 million colors, kept for palettes that come back"))
        self._cubes = muted("", self)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setToolTip(self.tr("Delete the color cubes on disk; they are made again when needed"))
        row.addWidget(label)
        row.addWidget(self._cubes, 1)
        row.addWidget(self.clear)
        return row

    def _connect(self) -> None:
        self.mode.activated.connect(lambda _: self.mode_requested.emit(self.mode.currentData()))
        for box, name in ((self.compare, "metric"), (self.dither, "dither"), (self.method, "method")):
            box.activated.connect(lambda _, b=box, n=name: self._ask(b.currentText(), n, b.currentData()))
        for check, name in ((self.linear, "linear"), (self.serpentine, "serpentine")):
            check.clicked.connect(lambda on, c=check, n=name: self._ask(c.text(), n, on))
        self.strength.value_requested.connect(self._on_strength_requested)
        self.strength.pressed.connect(self.gesture_began)
        self.strength.canceled.connect(self.gesture_canceled)
        self.strength.refused.connect(self.refused)
        self.clear.clicked.connect(self.clear_requested)

    def _ask(self, words: str, name: str, value: object) -> None:
        self.mapping_requested.emit(replace(self._mapping, **{name: value}), words, False)

    def _on_strength_requested(self, share: float, pressed: bool) -> None:
        words = self.tr("Dither %1 %").replace("%1", str(round(share * 100)))
        self.mapping_requested.emit(replace(self._mapping, strength=share), words, pressed)

    def _modes(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("True to the pixels"), "photo", self.tr("Least error in RGB; best beside PNG tools")),
            (self.tr("True to the eye"), "perceptual", self.tr("Least difference that the eye sees")),
            (self.tr("True to structure"), "structure", self.tr("Keeps edges and textures best")),
        )

    def _metrics(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("RGB", "rgb", self.tr("Distance between channel values")),
            ("CIELAB", "lab", self.tr("Distance in CIELAB, even to the eye")),
            ("OKLab", "oklab", self.tr("Distance in OKLab, even in hue")),
            ("CIEDE2000", "ciede2000", self.tr("The standard for small color differences; slower")),
        )

    def _dithers(self) -> tuple[tuple[str, str, str], ...]:
        spread = self.tr("Error diffusion")
        ordered = self.tr("A fixed pattern, steady from frame to frame")
        return (
            (self.tr("None"), "none", self.tr("Flat areas")),
            ("Floyd–Steinberg", "floyd-steinberg", spread),
            ("Atkinson", "atkinson", self.tr("Error diffusion with high contrast")),
            ("Jarvis–Judice–Ninke", "jarvis", spread),
            ("Stucki", "stucki", spread),
            ("Sierra", "sierra", spread),
            ("Sierra Lite", "sierra-lite", spread),
            ("Bayer 2 × 2", "bayer2", ordered),
            ("Bayer 4 × 4", "bayer4", ordered),
            ("Bayer 8 × 8", "bayer8", ordered),
            ("Bayer 16 × 16", "bayer16", ordered),
            (self.tr("Blue noise"), "blue-noise", self.tr("An even grain without patterns")),
            ("Riemersma", "riemersma", self.tr("Diffusion along a curve: no direction shows")),
        )

    def _methods(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("Automatic"), "auto", self.tr("The fastest exact search for this photo and palette")),
            (
                self.tr("Color cube (exact)"),
                "cube",
                self.tr("A table of all 16.7 million colors"),
            ),
            (self.tr("Compiled loop (exact)"), "parallel", self.tr("Every pixel against every color, numba")),
            (self.tr("Plain loop (exact)"), "brute", self.tr("Every distance in numpy; slow")),
            (self.tr("FLANN (approximate)"), "flann", self.tr("A search tree that sometimes errs")),
        )

"""What a palette may have wrong: contrast, colors taken for each other, and whose eyes see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from palette_studio.core.craft.sight import Sight
from palette_studio.core.palette import Palette
from palette_studio.ui.alike_list import AlikeList
from palette_studio.ui.contrast_list import ContrastList
from palette_studio.ui.contrast_matrix import ContrastMatrix
from palette_studio.ui.controls import Dial, choice_row, heading, muted
from palette_studio.ui.theme import Theme

if TYPE_CHECKING:
    from palette_studio.core.craft.confusable import Confusable

SIDE = 16
WIDEST_MATRIX = 8  # swatches; more are compared with the selected one only


class ChecksPanel(QScrollArea):
    """Shows what was found out about a palette; reports swatches and eyes that are chosen."""

    selected = Signal(int)
    deficiency_requested = Signal(str)
    severity_requested = Signal(float)
    refused = Signal(str)
    opened = Signal()  # it has come into sight, and may be out of date

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._palette, self._row = Palette(), -1
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.setSpacing(6)
        self.vision = choice_row(column, self.tr("Vision"), self._visions(), page)
        self.vision.setToolTip(self.tr("See the photo and the palette as other eyes do"))
        self.severity = Dial(
            self.tr("Severity"), self.tr("How weak these cones are; at 100 % they are missing"), 1.0, page
        )
        column.addWidget(self.severity)
        column.addSpacing(4)
        self.alike = AlikeList(theme, page)
        column.addWidget(self.alike)
        column.addSpacing(4)
        column.addLayout(self._make_title(page))
        self.matrix, self.list = ContrastMatrix(theme, page), ContrastList(theme, page)
        for part in (self.matrix, self.list):
            column.addWidget(part)
            part.selected_requested.connect(self.selected)
            part.told.connect(self._tell)
        column.addStretch(1)
        self._column = column
        self.setWidget(page)
        self._connect()
        self.set_theme(theme)
        self.set_sight(Sight())
        self.set_palette(Palette(), -1)

    def _make_title(self, page: QWidget) -> QHBoxLayout:
        """A line that says what the numbers are, or what the pointer is on."""
        row = QHBoxLayout()
        self._title, self.told = heading(self.tr("Contrast"), page), muted("", page)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(self._title.sizeHint().height())
        row.addWidget(self._title)
        row.addWidget(self.told, 1)
        return row

    def _connect(self) -> None:
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.alike.selected_requested.connect(self.selected)
        self.alike.show_requested.connect(self.deficiency_requested)
        self.vision.activated.connect(lambda _: self.deficiency_requested.emit(self.vision.currentData()))
        self.severity.value_requested.connect(lambda value, _: self.severity_requested.emit(value))
        self.severity.refused.connect(self.refused)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.alike, self.matrix, self.list):
            part.set_theme(theme)

    def set_sight(self, sight: Sight) -> None:
        self.vision.setCurrentIndex(self.vision.findData(sight.deficiency))
        self.severity.setVisible(bool(sight.deficiency))
        self.severity.set_value(sight.severity)
        self.alike.set_sight(sight)

    def set_palette(self, palette: Palette, row: int) -> None:
        """Show the contrast of these swatches; row: the selected one, -1 for none."""
        self._palette, self._row = palette, row
        small = len(palette) <= WIDEST_MATRIX
        self.matrix.setVisible(small)
        self.list.setVisible(not small)
        if small:
            self.matrix.set_palette(palette, row)
        else:
            self.list.set_palette(palette, row)
        self._tell("")

    def set_alike(self, palette: Palette, pairs: Sequence[Confusable]) -> None:
        self.alike.set_pairs(palette, pairs)

    def sizeHint(self) -> QSize:
        return QSize(240, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()

    def _on_range_changed(self, _: int, most: int) -> None:
        """Keep the right edge where that of the other panels is, with a scroll bar and without."""
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        self._column.setContentsMargins(SIDE, 0, max(SIDE - bar, 0), 12)

    def _tell(self, words: str) -> None:
        self._title.setVisible(not words)
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight)
        usual = self.tr("row's color on column's")
        if len(self._palette) > WIDEST_MATRIX and self._row >= 0:
            swatch = self._palette[self._row]
            usual = self.tr("%1 on the others").replace("%1", swatch.name or swatch.hex)
        self.told.setText(words or usual)

    def _visions(self) -> tuple[tuple[str, str, str], ...]:
        weak = self.tr("See the photo and the palette as people do whose %1 cones are weak or missing")
        return (
            (self.tr("Normal"), "", self.tr("Colors as they are")),
            (self.tr("Red cones (protan)"), "protan", weak.replace("%1", self.tr("red"))),
            (self.tr("Green cones (deutan)"), "deutan", weak.replace("%1", self.tr("green"))),
            (self.tr("Blue cones (tritan)"), "tritan", weak.replace("%1", self.tr("blue"))),
            (self.tr("No colors (achromat)"), "achromat", self.tr("See lightness alone")),
        )

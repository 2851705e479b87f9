"""The edit as a color table for other programs: which kind, how fine, and how far off it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from palette_studio.core.files import export_path
from palette_studio.ui.decimals import decimal
from palette_studio.ui.form_dialog import FormDialog

# How many nodes an axis has, for what is written. A Hald picture of level L has L^2.
SIZES = {"cube": (17, 33, 65), "shaped": (17, 33, 65), "hald": (16, 36, 64)}


@dataclass(frozen=True)
class LutWish:
    """What the dialog asks for. size: nodes an axis. kind: a key of SIZES."""

    folder: Path
    template: str
    conflict: str
    kind: str = "cube"
    size: int = 33

    @property
    def shaper(self) -> bool:
        """Whether curves come before the cube, for programs that read both."""
        return self.kind == "shaped"


class LutDialog(FormDialog):
    """Asks for each table's error as it is chosen."""

    table_chosen = Signal(int, bool)  # nodes an axis, with curves before them

    def __init__(
        self,
        photo_name: str,
        wish: LutWish,
        swatches: int,
        parent: QWidget | None = None,
        *,
        in_region: bool = False,
    ) -> None:
        """in_region: the edit reaches a region of the photo alone, which no table can tell."""
        super().__init__(self.tr("Export color table"), parent)
        self._photo_name, self._swatches = photo_name, swatches
        self.add_place(wish.folder, wish.template, wish.conflict)
        kinds = (
            (".cube", "cube"),
            (self.tr(".cube with curves (Resolve, OCIO)"), "shaped"),
            ("Hald CLUT (PNG)", "hald"),
        )
        self._kind = self.add_choice(self.tr("Kind"), kinds, wish.kind)
        self._size = self.add_choice(self.tr("Nodes"), (), wish.size)
        self._kind.setToolTip(self.tr("Kind of table, by the program that is to read it"))
        self._size.setToolTip(self.tr("Colors that the table holds: more are closer to the edit"))
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self._error.setMinimumHeight(34)
        self._error.setToolTip(self.tr("CIEDE2000 between the table and the exact result; 1 is just visible"))
        self.add_line(self.tr("Error"), self._error)
        if in_region:
            self.add_line(
                self.tr("Region"), QLabel(self.tr("left out: a table holds colors, no places"), self)
            )
        self._offer_sizes(wish.size)
        self._kind.currentIndexChanged.connect(lambda _: self._offer_sizes(self._size.currentData() or 33))
        self._size.currentIndexChanged.connect(self._on_size_changed)
        self.finish()

    def wish(self) -> LutWish:
        return LutWish(*self.place(), self._kind.currentData(), self._size.currentData())

    def path(self) -> Path | None:
        wish = self.wish()
        return export_path(
            wish.folder, wish.template, self._photo_name, wish.kind, wish.conflict, k=self._swatches
        )

    def set_error(self, size: int, shaper: bool, mean: float, largest: float) -> None:
        """Take how far that table is from the exact result on this photo, in CIEDE2000."""
        wish = self.wish()
        if (size, shaper) == (wish.size, wish.shaper):
            text = self.tr("mean ΔE %1, largest %2, over this photo")
            self._error.setText(text.replace("%1", decimal(mean, 2)).replace("%2", decimal(largest, 1)))

    def set_unknown(self) -> None:
        """Wait no more for how far the table is from the exact result; it can be written all the same."""
        self._error.setText(self.tr("could not be measured"))

    def _offer_sizes(self, wanted: int) -> None:
        """List the sizes of the kind chosen, the one nearest to ``wanted`` in front."""
        sizes = SIZES[self._kind.currentData()]
        self._size.blockSignals(True)
        self._size.clear()
        for size in sizes:
            self._size.addItem(f"{size} × {size} × {size}", size)
        self._size.setCurrentIndex(min(range(len(sizes)), key=lambda i: abs(sizes[i] - wanted)))
        self._size.blockSignals(False)
        self._on_size_changed()

    def _on_size_changed(self) -> None:
        self._error.setText(self.tr("being measured …"))
        self.table_chosen.emit(self._size.currentData(), self._kind.currentData() == "shaped")
        self.refresh()

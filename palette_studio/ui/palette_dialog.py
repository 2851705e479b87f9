"""A palette as a file for other programs: which format, and what that leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from palette_studio.core.files import export_path
from palette_studio.core.files.palette_io import FORMATS, WRITTEN, losses_of
from palette_studio.core.palette import Palette
from palette_studio.ui.error_words import error_words
from palette_studio.ui.form_dialog import FormDialog


@dataclass(frozen=True)
class PaletteWish:
    """What the dialog asks for. format: one of WRITTEN."""

    folder: Path
    template: str
    conflict: str
    format: str = "gpl"


class PaletteDialog(FormDialog):
    """Tells for each format what it does not keep of this palette."""

    def __init__(self, palette: Palette, name: str, wish: PaletteWish, parent: QWidget | None = None) -> None:
        """name: of the photo or the palette, which the file's name is made of."""
        super().__init__(self.tr("Export palette"), parent)
        self._palette, self._photo_name = palette, name
        self.add_place(wish.folder, wish.template, wish.conflict)
        items = [(f"{FORMATS[key].TITLE} ({FORMATS[key].SUFFIXES[0]})", key) for key in WRITTEN]
        self._format = self.add_choice(self.tr("Format"), items, wish.format)
        self._format.setToolTip(self.tr("Kind of palette file"))
        self._programs, self._losses = QLabel(self), QLabel(self)
        for label in (self._programs, self._losses):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._losses.setMinimumHeight(34)
        self.add_line(self.tr("Used by"), self._programs)
        self.add_line(self.tr("Left out"), self._losses)
        self._format.currentIndexChanged.connect(self._tell)
        self._tell()
        self.finish()

    def wish(self) -> PaletteWish:
        return PaletteWish(*self.place(), self._format.currentData())

    def path(self) -> Path | None:
        wish = self.wish()
        ending = FORMATS[wish.format].SUFFIXES[0]
        count = len(self._palette)
        return export_path(wish.folder, wish.template, self._photo_name, ending, wish.conflict, k=count)

    def _tell(self) -> None:
        format = self._format.currentData()
        lost = " ".join(map(error_words, losses_of(self._palette, format)))
        self._programs.setText(FORMATS[format].PROGRAMS)
        self._losses.setText(lost or self.tr("nothing: all of this palette is kept"))

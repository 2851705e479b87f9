"""Found and edited palette as a list for the strip."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from palette_studio.core.palette import Palette, hex_of

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Found and edited palette as a list, with words for those who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found, self.edited = Palette(), Palette()

    def set_palettes(self, found: Palette, edited: Palette) -> None:
        if len(edited) != len(self.edited):
            self.beginResetModel()
            self.found, self.edited = found, edited
            self.endResetModel()
            return
        words = [(s.name, s.coverage, s.locked) for s in self.edited.swatches]
        self.found, self.edited = found, edited
        if words != [(s.name, s.coverage, s.locked) for s in edited.swatches]:  # a color needs no new layout
            self.dataChanged.emit(self.index(0), self.index(len(edited) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.edited)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self.edited):
            return None
        swatch, before = self.edited[row], self.found[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return swatch.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            change = before.hex if before.color == swatch.color else f"{before.hex} → {swatch.hex}"
            return f"{self._words(row)}\n{change}"
        return None

    def _words(self, row: int) -> str:
        swatch = self.edited[row]
        words = [swatch.name, hex_of(swatch.color), f"{swatch.coverage:.0%}"]
        if swatch.locked:
            words.append(self.tr("locked"))
        return ", ".join(words)

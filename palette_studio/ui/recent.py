"""What was open last: each file with a small picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from palette_studio.core.files.error import shown, visible


@dataclass(frozen=True)
class Recent:
    """picture: a file of ours that shows it, which need not be there."""

    path: Path
    picture: Path


class RecentMenu(QMenu):
    """Lists them, the latest first; what is gone stays in the list, grayed."""

    path_requested = Signal(object)  # Path

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._recent: Sequence[Recent] = ()
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self.setEnabled(False)

    def set_recent(self, recent: Sequence[Recent]) -> None:
        self._recent = recent
        self.setEnabled(bool(recent))

    @Slot()
    def _fill(self) -> None:
        """Look at the disk only when somebody wants to see."""
        self.clear()
        for one in self._recent:
            action = self.addAction(QIcon(str(one.picture)), shown(one.path).replace("&", "&&"))
            action.setToolTip(visible(str(one.path)))
            action.setEnabled(one.path.exists())
            action.triggered.connect(lambda _=False, path=one.path: self.path_requested.emit(path))

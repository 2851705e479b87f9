"""Session: what every part of the studio shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from palette_studio.core.document import Document
from palette_studio.core.palette import Swatch
from palette_studio.core.photo import Photo
from palette_studio.core.resources import resource
from palette_studio.ui.drops import PHOTOS
from palette_studio.ui.recent import Recent
from palette_studio.ui.small_screen import fit_dialog
from palette_studio.ui.window import Window
from palette_studio.workbench.engine import Engine
from palette_studio.workbench.jobs.keeping import settings_job
from palette_studio.workbench.settings import Settings, save
from palette_studio.workbench.store import Store
from palette_studio.workbench.thumbnails import place_of, thumbnail_job

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


SOON_MS = 1000  # settings that change together are written once


class Session(QObject):
    """The document and its store, three engines, the window, the settings and the selected swatches.

    selected: the row whose color is shown, -1 for none. chosen: all rows that are edited together, ascending;
    the selected one is among them.
    """

    selected_changed = Signal(int)  # or what else is chosen
    palette_opened = Signal(object)  # Path: a palette file was taken for the photo
    export_palette_requested = Signal(object, str)  # Palette, its name

    def __init__(self, store: Store, window: Window, settings: Settings) -> None:
        super().__init__()
        self.store, self.window = store, window
        self.settings = self._saved = settings
        self.live, self.batch = Engine("live", self), Engine("batch", self)
        self.files = Engine("files", self)  # of what is saved: it never waits for long work
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._on_soon)
        self.selected = -1
        self.chosen: tuple[int, ...] = ()
        self.project: Path | None = None  # the file that the document is saved to
        self.frame: Photo | None = None  # of the sequence, the one that is seen
        self.engine_ready = False  # the engine knows the photo: asking it about a color takes no time
        self._dialog: QDialog | None = None

    @property
    def engines(self) -> tuple[Engine, ...]:
        return self.live, self.batch, self.files

    @property
    def document(self) -> Document:
        return self.store.document

    @property
    def photo(self) -> Photo | None:
        return self.document.photo

    @property
    def watching(self) -> bool:
        """Whether the frames of a sequence are on the canvas."""
        return self.document.frames is not None and self.document.workspace == "sequence"

    @property
    def shown(self) -> Photo | None:
        """The picture on the canvas, before the edit."""
        return self.frame if self.watching and self.frame is not None else self.photo

    @property
    def base(self) -> Photo | None:
        """What the palette belongs to: what is shown, or what a transfer of colors has made of it."""
        return self.document.base if self.document.made else self.shown

    @property
    def swatch(self) -> Swatch | None:
        """The selected swatch as edited."""
        inside = 0 <= self.selected < len(self.document.edited)
        return self.document.edited[self.selected] if inside else None

    @property
    def free(self) -> list[int]:
        """The chosen rows that are not locked."""
        return [row for row in self.chosen if not self.document.edited[row].locked]

    def select(self, row: int) -> None:
        """Choose one swatch alone; nothing happens where there is no such row."""
        if 0 <= row < len(self.document.edited):
            self.choose((row,), row)

    def choose(self, rows: Iterable[int], row: int) -> None:
        """Choose swatches to be edited together. row: one of them, whose color is shown."""
        chosen = tuple(sorted(set(rows)))
        if (chosen, row) != (self.chosen, self.selected):
            self.chosen, self.selected = chosen, row
            self.selected_changed.emit(row)

    def rechoose(self, rows: Iterable[int], row: int) -> None:
        """Choose before a document comes to which these rows belong; the views follow it."""
        self.chosen, self.selected = tuple(sorted(set(rows))), row

    def choose_file(self, title: str, kinds: str) -> Path | None:
        """Ask for a file, where the last photo was. kinds: as a file dialog lists them."""
        from PySide6.QtWidgets import QFileDialog

        start = self.recent[0].parent if self.recent else Path.home()
        name, _ = QFileDialog.getOpenFileName(self.window, title, str(start), kinds)
        return Path(name) if name else None

    def choose_photo(self, title: str) -> Path | None:
        return self.choose_file(title, self.tr("Photos (%1);;All files (*)").replace("%1", PHOTOS))

    def show_dialog(self, dialog: QDialog) -> None:
        """Open a dialog that ends when it is closed.

        WORKAROUND: PySide6 6.11 crashes where a widget's wrapper ends before its children do, so the last
        dialog is kept until the next one.
        """
        dialog.finished.connect(dialog.deleteLater)
        fit_dialog(dialog)
        dialog.open()
        self._dialog = dialog

    def remember(self, **changes: object) -> None:
        """Change settings; they are written soon, and when the window closes."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # names and types of Settings
        self._soon.start()

    @Slot()
    def _on_soon(self) -> None:
        if self.settings != self._saved:
            self.files.submit(settings_job(self.settings, self._saved))

    def show_settings_saved(self, settings: Settings) -> None:
        self._saved = settings

    def save_settings(self) -> None:
        """Write what has changed since they were loaded or written, now. Raises FileError."""
        self._soon.stop()
        save(self.settings, self._saved)
        self._saved = self.settings

    def is_own(self, path: Path) -> bool:
        """Return whether a file is the user's, not a sample of ours."""
        return resource("samples") not in path.parents

    def add_recent(self, path: Path, shown: Document | None = None) -> None:
        """Remember a file as the one that was open last. shown: how it looks, if not as on the canvas."""
        self.remember(recent=self.settings.with_recent(path.absolute()).recent)
        self.files.submit(thumbnail_job(path.absolute(), shown or self.document))
        self.window.recent_menu.set_recent(recents(self.settings))

    @property
    def recent(self) -> list[Path]:
        return [Path(name) for name in self.settings.recent]


def recents(settings: Settings) -> list[Recent]:
    """Return the files that were open last, with their pictures."""
    return [Recent(Path(name), place_of(Path(name))) for name in settings.recent]

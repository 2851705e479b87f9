"""The desk of color tables: one from a file grades the photo, the edit becomes one for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.palette import Rgb
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.tables import Made, make_lut_job, read_lut_job, write_lut_job

if TYPE_CHECKING:
    from palette_studio.core.lut import Lut
    from palette_studio.ui.lut_dialog import LutDialog, LutWish

TABLES = "*.cube *.png *.tif *.tiff"


class LutDesk(QObject):
    """Reads, applies, makes and writes color tables."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._dialog: LutDialog | None = None
        self._made: Made | None = None
        self._window.actions_["apply_lut"].triggered.connect(self._on_apply)
        self._window.actions_["export_lut"].triggered.connect(self._on_export)
        session.store.changed.connect(self._on_document_changed)
        session.batch.failed.connect(self._on_failed)
        self._enable(session.document)

    def open(self, path: Path) -> None:
        """Grade the photo by a table from a file."""
        if self._session.photo is not None:
            colors = tuple(swatch.color for swatch in self._session.document.found.swatches)
            self._session.batch.submit(read_lut_job(path.absolute(), colors))

    def show_read(self, read: tuple[Lut, tuple[Rgb, ...]]) -> None:
        """Take a table from a file, unless the palette has changed meanwhile."""
        lut, colors = read
        if len(colors) == len(self._session.document.edited):
            self._session.store.edit(*edits.graded(self._session.document, lut, colors))

    def show_made(self, made: Made) -> None:
        """Keep the table that the dialog asks about, and tell its error."""
        self._made = made
        if self._dialog is not None:
            self._dialog.set_error(made.size, made.shaper, made.error.mean, made.error.largest)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        if job.topic == "make lut" and self._dialog is not None:
            self._dialog.set_unknown()

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        self._made = None
        self._enable(new)

    def _enable(self, document: Document) -> None:
        actions, photo = self._window.actions_, document.photo is not None
        actions["apply_lut"].setEnabled(photo and len(document.found) > 0)
        by_swatches = document.workspace == "recolor" and document.method != BY_LUT and not document.made
        actions["export_lut"].setEnabled(photo and by_swatches and not document.untouched)

    @Slot()
    def _on_apply(self) -> None:
        kinds = self.tr("Color tables (%1);;All files (*)").replace("%1", TABLES)
        if path := self._session.choose_file(self.tr("Apply a color table"), kinds):
            self.open(path)

    @Slot()
    def _on_export(self) -> None:
        from palette_studio.ui.lut_dialog import LutDialog, LutWish

        photo, kept = self._session.photo, self._session.settings
        if photo is None:
            return
        own = photo.origin.path.parent if photo.origin.path else Path.home()
        folder = Path(kept.export_folder) if kept.export_folder else own
        wish = LutWish(folder, kept.lut_template, kept.export_conflict, kept.lut_kind, kept.lut_size)
        document = self._session.document
        in_region = document.region is not None
        dialog = LutDialog(photo.name, wish, len(document.edited), self._window, in_region=in_region)
        dialog.table_chosen.connect(self._on_table_chosen)
        dialog.accepted.connect(lambda: self._export(dialog.wish(), dialog.path()))
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        self._session.show_dialog(dialog)
        self._on_table_chosen(dialog.wish().size, dialog.wish().shaper)

    @Slot(int, bool)
    def _on_table_chosen(self, size: int, shaper: bool) -> None:
        made = self._made
        if made is not None and (made.size, made.shaper) == (size, shaper):
            self.show_made(made)
        else:
            self._session.batch.submit(make_lut_job(self._session.document, size, shaper))

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _export(self, wish: LutWish, path: Path | None) -> None:
        if path is not None:
            self._session.remember(lut_template=wish.template, lut_kind=wish.kind, lut_size=wish.size)
            job = write_lut_job(self._session.document, path, wish.size, wish.shaper, self._made)
            self._session.batch.submit(job)

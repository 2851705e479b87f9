"""The desk of batches: the same for many photos, beside the work on one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from palette_studio.core.batch import Item, Tally
from palette_studio.core.document import Document
from palette_studio.studio.session import Session
from palette_studio.ui.error_words import words_of
from palette_studio.ui.spoken import announce
from palette_studio.workbench.engine import Engine, Job
from palette_studio.workbench.jobs.batch import Batch, Listed, batch_job, listing_job

if TYPE_CHECKING:
    from palette_studio.ui.batch_dialog import BatchDialog
    from palette_studio.ui.theme import Theme


class BatchDesk(QObject):
    """Opens the dialog, has an engine of its own do what it asks for, and ends it with the window."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self.dialog: BatchDialog | None = None
        self.engine: Engine | None = None
        self._items: list[Item] = []  # of the last batch, once it has ended
        session.window.actions_["batch"].triggered.connect(self._on_batch)
        session.store.changed.connect(self._on_document_changed)

    @property
    def running(self) -> bool:
        return self.engine is not None and not self.engine.idle()

    def close(self) -> None:
        """Stop at once; what is written is whole."""
        if self.engine is not None:
            self.engine.blockSignals(True)  # the dialog ends with the window
            self.engine.close()

    def set_theme(self, theme: Theme) -> None:
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    @Slot()
    def _on_batch(self) -> None:
        if self.dialog is None:
            from palette_studio.ui.batch_dialog import BatchDialog

            kept = self._session.settings
            options = replace(kept.export, format=kept.batch_format or kept.export.format)
            place = kept.batch_template, kept.batch_conflict
            self.dialog = BatchDialog(self._window.theme, options, place, self._window)
            self.dialog.start_requested.connect(self._on_start_requested)
            self.dialog.stop_requested.connect(self._on_stop_requested)
            self.dialog.show_requested.connect(self._on_show_requested)
            self.dialog.listing_requested.connect(self._on_listing_requested)
        self._tell(self._session.document)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if self.dialog is not None and not self.dialog.running:
            self._tell(new)

    def _tell(self, document: Document) -> None:
        if self.dialog is not None:
            watching = document.workspace == "sequence"  # photos are recolored as its frames are
            plain = replace(document, workspace="recolor") if watching else document
            there = document.photo is not None and not plain.untouched
            self.dialog.set_document(there=there, maps=document.workspace == "map")

    @Slot(object, object)
    def _on_listing_requested(self, names: tuple[Path, ...], output: Path) -> None:
        self._session.files.submit(listing_job(names, output))

    def show_listed(self, listed: Listed) -> None:
        if self.dialog is not None:
            self.dialog.show_listed(listed.names, listed.found)

    @Slot()
    def _on_start_requested(self) -> None:
        assert self.dialog is not None
        wish, document = self.dialog.wish(), self._session.document
        if self.engine is None:
            self.engine = Engine("photos", self)
            self.engine.progressed.connect(self._on_progressed)
            self.engine.finished.connect(self._on_finished)
            self.engine.failed.connect(self._on_failed)
            self.engine.canceled.connect(self._on_canceled)
        self.dialog.begin()
        kept = {"template": wish.template, "conflict": wish.conflict, "format": wish.kind}
        self._session.remember(**{f"batch_{name}": value for name, value in kept.items()})
        most = self._session.settings.most_megapixels
        batch = Batch(
            wish.files,
            document if wish.recipe is None else wish.recipe,
            wish.folder,
            wish.template,
            wish.conflict,
            wish.options,
            wish.indexed,
            most,
        )
        self._items = []
        self.engine.submit(batch_job(batch, self._items))

    @Slot()
    def _on_stop_requested(self) -> None:
        if self.engine is not None:
            self.engine.cancel("photos")

    @Slot(object, float, object)
    def _on_progressed(self, job: Job, fraction: float, partial: object) -> None:
        if self.dialog is not None and isinstance(partial, tuple):
            for item in partial:
                self.dialog.show_item(item)

    @Slot(object, object)
    def _on_finished(self, job: Job, result: object) -> None:
        if self.dialog is None:
            return
        self.dialog.end()
        words = self._summary(Tally.of(self._items))
        if self.dialog.isVisible():
            announce(self.dialog, words)
        else:
            self._window.toasts.inform(words, self.tr("Show"), self._on_batch)

    def _summary(self, tally: Tally) -> str:
        words = self.tr("The batch is done: %1 photos").replace(
            "%1", str(tally.total - tally.counts["failed"])
        )
        failed = tally.counts["failed"]
        return f"{words}, {self.tr('%1 failed').replace('%1', str(failed))}" if failed else words

    @Slot(object)
    def _on_canceled(self, job: Job) -> None:
        if self.dialog is not None:
            for item in self._items:  # what was done as it was stopped, too
                self.dialog.show_item(item)
            self.dialog.end()

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        if self.dialog is not None:
            words = words_of(error).replace("\n", " ")
            self.dialog.end(words)
            announce(self.dialog, words, urgent=True)

    @Slot(object)
    def _on_show_requested(self, source: Path) -> None:
        """Show the folder of a photo's result, or of the photo while there is none."""
        item = self.dialog.list.model_.item(source) if self.dialog is not None else None
        path = item.target if item is not None and item.state in ("done", "kept") and item.target else source
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

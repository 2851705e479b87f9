"""The files' desk: open, paste, export, copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from palette_studio.core.document import Document
from palette_studio.core.files.error import visible
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.sequencing import is_sequence
from palette_studio.core.transferring import Transferring
from palette_studio.studio.lut_desk import LutDesk
from palette_studio.studio.project_desk import SUFFIX, is_project
from palette_studio.studio.sequence_desk import SequenceDesk
from palette_studio.studio.session import Session
from palette_studio.studio.showing import Showing
from palette_studio.ui import pictures
from palette_studio.ui.decimals import decimal
from palette_studio.ui.drops import PHOTOS, pasted_image, path_in
from palette_studio.ui.error_words import words_of
from palette_studio.workbench.edits import palette_method
from palette_studio.workbench.jobs.export import export_job, indexed_job
from palette_studio.workbench.jobs.opening import open_job, open_palette_job, palette_job, paste_job

if TYPE_CHECKING:
    from palette_studio.ui.export_dialog import ExportWish

NEEDS_PHOTO = ("open_palette", "export", "export_again", "copy_picture")


class FileDesk(QObject):
    """Brings photos in and takes results out; the source is never written."""

    colors_pasted = Signal(str)  # a text that is neither a photo nor a file
    project_requested = Signal(object)  # Path

    def __init__(self, session: Session, showing: Showing, tables: LutDesk, sequences: SequenceDesk) -> None:
        super().__init__(session)
        self._session, self._window, self._showing = session, session.window, showing
        self._tables, self._sequences = tables, sequences
        window = self._window
        window.paths_dropped.connect(self._on_paths_dropped)
        window.recent_requested.connect(self.open)
        window.cancel_requested.connect(self._on_cancel_requested)
        window.start.open_requested.connect(self._on_open)
        window.start.path_requested.connect(self.open)
        session.store.changed.connect(self._on_document_changed)
        for name, do in {
            "open": self._on_open,
            "open_palette": self._on_open_palette,
            "paste": self._on_paste,
            "export": self._on_export,
            "export_again": self._on_export_again,
            "copy_picture": self._on_copy_picture,
        }.items():
            window.actions_[name].triggered.connect(do)
        self._enable()

    @Slot(object)
    def open(self, path: Path) -> None:
        """Read a photo and find its palette, or a sequence; the last good picture stays until it is there."""
        if is_project(path):
            self.project_requested.emit(path)
            return
        if is_sequence(path):
            self._sequences.open(path)
            return
        session = self._session
        self._showing.make_way()
        session.batch.submit(open_job(path.absolute(), session.settings.most_megapixels))

    def show_photo(self, photo: Photo) -> None:
        """Show a photo at once, and have its palette found."""
        session, path = self._session, photo.origin.path
        anew = session.document.segmenting.anew()  # nothing moved by hand on another photo
        workspace = session.document.workspace
        workspace = "recolor" if workspace == "sequence" else workspace
        document = session.document.with_photo(photo)
        if workspace != "transfer":  # what another photo was given is not meant for this one
            document = replace(document, transferring=Transferring())
        document = replace(document, frames=None, workspace=workspace, segmenting=anew)
        session.store.restart(document.with_palette(Palette()))
        mapping = session.document.workspace == "map"
        k = session.settings.map_swatches if mapping else session.settings.swatches
        session.live.submit(
            palette_job(session.document, k, palette_method(session.document, session.settings.map_mode))
        )
        if path is not None and session.is_own(path):
            session.add_recent(path)

    def show_found(self, found: tuple[Photo, Palette]) -> None:
        """Take the first palette of the photo on the screen."""
        photo, palette = found
        if photo is self._session.photo:
            self._session.store.restart(self._session.document.with_palette(palette))

    def show_exported(self, path: Path) -> None:
        def show_folder() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

        text = self.tr("Saved %1").replace("%1", visible(str(path)))
        self._window.toasts.inform(text, self.tr("Show folder"), show_folder)

    def _enable(self) -> None:
        for name in NEEDS_PHOTO:
            self._window.actions_[name].setEnabled(self._session.photo is not None)
        if self._session.watching:
            self._window.actions_["export_again"].setEnabled(False)  # it is of a photo

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        photo, frames = new.photo, new.frames
        if new.workspace != old.workspace:
            self._enable()
        if photo is None or photo is old.photo:
            return
        name = photo.name if frames is None else frames.name
        window = self._window
        window.show_start(False)
        window.history.setEmptyLabel(self.tr("Open %1").replace("%1", name))
        size = f"{photo.width} × {photo.height}"
        depth = self.tr("%1 bits").replace("%1", str(photo.bits))
        parts = (size, f"{decimal(photo.megapixels, 1)} MP", depth, photo.origin.profile_name)
        if frames is not None:
            parts = (size, self.tr("%1 frames").replace("%1", str(frames.count)))
        window.set_facts("   •   ".join(part for part in parts if part))
        self._enable()

    @Slot()
    def _on_open(self) -> None:
        kinds = self.tr("Photos and projects (%1);;All files (*)").replace("%1", f"{PHOTOS} *{SUFFIX}")
        if path := self._session.choose_file(self.tr("Open a photo or project"), kinds):
            self.open(path)

    @Slot()
    def _on_open_palette(self) -> None:
        from palette_studio.core.files.palette_io import SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Palettes (%1);;All files (*)").replace("%1", patterns)
        if path := self._session.choose_file(self.tr("Open a palette"), kinds):
            self._open_palette(path)

    def _open_palette(self, path: Path) -> None:
        if self._session.photo is not None:
            self._session.batch.submit(open_palette_job(path.absolute(), self._session.photo))
            self._session.palette_opened.emit(path.absolute())

    @Slot(list)
    def _on_paths_dropped(self, paths: list[Path]) -> None:
        if not paths:
            return
        from palette_studio.core.files.palette_io import SUFFIXES

        suffix, has_photo = paths[0].suffix.lower(), self._session.photo is not None
        if has_photo and suffix in SUFFIXES and f"*{suffix}" not in PHOTOS.split():
            self._open_palette(paths[0])
        elif has_photo and suffix == ".cube":
            self._tables.open(paths[0])
        else:
            self.open(paths[0])
        if len(paths) > 1:
            self._window.toasts.inform(self.tr("One window shows one photo: the first was opened."))

    @Slot()
    def _on_paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # an empty clipboard has none
        path = path_in(mime)
        if path is not None:
            self.open(path)
        elif (image := pasted_image()) is not None:
            self._session.batch.submit(paste_job(pictures.array_of(image), self.tr("Pasted photo")))
        else:
            self.colors_pasted.emit(mime.text())

    @Slot()
    def _on_export(self) -> None:
        photo = self._session.photo
        if photo is None or self._session.watching:
            return
        from palette_studio.ui.export_dialog import ExportDialog

        wish = self._usual_wish(photo)
        count = len(self._session.document.edited)
        dialog = ExportDialog(photo, wish, count, self._window, mapped=self._maps)
        dialog.accepted.connect(lambda: self._export(dialog.wish(), dialog.path()))
        self._session.show_dialog(dialog)

    @Slot()
    def _on_export_again(self) -> None:
        from palette_studio.core.files import export_path

        photo = self._session.photo
        if photo is None:
            return
        wish = replace(self._usual_wish(photo), conflict="unique")
        k = len(self._session.document.edited)
        try:
            path = export_path(wish.folder, wish.template, photo.name, wish.format, "unique", k=k)
        except ValueError as error:
            self._window.toasts.complain(words_of(error))
        else:
            self._export(wish, path)

    @property
    def _maps(self) -> bool:
        """Whether the result has palette colors alone."""
        document = self._session.document
        return document.workspace == "map" and not document.untouched

    def _usual_wish(self, photo: Photo) -> ExportWish:
        """Return last time's choices, with this photo's folder and, at first, its format."""
        from palette_studio.ui.export_dialog import ExportWish, with_defaults

        s = self._session.settings
        folder = Path(s.export_folder) if s.export_folder else Path()
        indexed = self._maps and s.map_indexed
        usual = ExportWish(folder, s.export_template, s.export_conflict, s.export, indexed)
        return with_defaults(usual, photo)

    def _export(self, wish: ExportWish, path: Path | None) -> None:
        if path is None:
            return
        self._session.remember(export_template=wish.template, export_conflict=wish.conflict)
        document = self._session.document
        if self._maps:
            self._session.remember(map_indexed=wish.indexed)
        if wish.indexed:
            self._session.batch.submit(indexed_job(document, path))
            return
        self._session.remember(export=wish.options)
        best = self._showing.rendering
        full = best.full if best is not None and self._showing.settled else None
        self._session.batch.submit(export_job(document, path, wish.options, full))

    @Slot()
    def _on_copy_picture(self) -> None:
        best = self._showing.rendering
        if best is not None:
            whole = [patch for patch in best.patches if patch.x == patch.y == 0]
            patch = min(whole, key=lambda one: one.level)
            QGuiApplication.clipboard().setImage(pictures.image_of(patch.pixels).copy())
            self._window.toasts.inform(self.tr("Copied the result"))

    @Slot()
    def _on_cancel_requested(self) -> None:
        for topic in ("open", "open palette", "read lut", "export", "reference", "other photo"):
            self._session.batch.cancel(topic)
        self._showing.give_up()
        self._showing.catch_up()

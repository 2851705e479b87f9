"""The desk that writes palettes as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from palette_studio.core.files.error import visible
from palette_studio.core.palette import Palette
from palette_studio.studio.session import Session
from palette_studio.workbench.jobs.library import export_palette_job

if TYPE_CHECKING:
    from palette_studio.core.document import Document
    from palette_studio.ui.palette_dialog import PaletteWish


class PaletteExportDesk(QObject):
    """Asks for format and place; remembers both for the next time."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._window.actions_["export_palette"].triggered.connect(self._on_export)
        session.export_palette_requested.connect(self._ask)
        session.store.changed.connect(self._on_document_changed)
        self._enable(session.document)

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if len(new.edited) != len(old.edited):
            self._enable(new)

    def _enable(self, document: Document) -> None:
        for name in ("export_palette", "save_palette"):
            self._window.actions_[name].setEnabled(len(document.edited) > 0)

    @Slot()
    def _on_export(self) -> None:
        photo = self._session.photo
        self._ask(self._session.document.edited, photo.name if photo is not None else "")

    @Slot(object, str)
    def _ask(self, palette: Palette, name: str) -> None:
        from palette_studio.ui.palette_dialog import PaletteDialog, PaletteWish

        kept, photo = self._session.settings, self._session.photo
        own = photo.origin.path.parent if photo is not None and photo.origin.path else Path.home()
        folder = Path(kept.export_folder) if kept.export_folder else own
        wish = PaletteWish(folder, kept.palette_template, kept.export_conflict, kept.palette_format)
        dialog = PaletteDialog(palette, name, wish, self._window)
        dialog.accepted.connect(lambda: self._export(palette, dialog.wish(), dialog.path()))
        self._session.show_dialog(dialog)

    def _export(self, palette: Palette, wish: PaletteWish, path: Path | None) -> None:
        if path is not None:
            self._session.remember(palette_template=wish.template, palette_format=wish.format)
            self._session.batch.submit(export_palette_job(path, palette))

    def show_exported(self, path: Path) -> None:
        def show_folder() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

        text = self.tr("Saved %1").replace("%1", visible(str(path)))
        self._window.toasts.inform(text, self.tr("Show folder"), show_folder)

"""The desk of regions: what becomes of the components of a mixture, as a palette and as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.studio.segment_desk import SegmentDesk
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.segmenting import (
    component_palette_job,
    labels_export_job,
    masks_export_job,
)


class RegionDesk(QObject):
    """Answers the buttons of the Segment workspace, for the fit that is shown."""

    def __init__(self, session: Session, segments: SegmentDesk) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._segments = segments
        options = session.window.segment_panel
        options.palette_requested.connect(self._on_palette_requested)
        options.labels_requested.connect(self._on_labels_requested)
        options.masks_requested.connect(self._on_masks_requested)

    @Slot()
    def _on_palette_requested(self) -> None:
        if (made := self._segments.current) is not None:
            self._session.batch.submit(component_palette_job(made))

    def show_palette(self, found: tuple[Photo, Palette]) -> None:
        """Take the components as the palette of the photo."""
        photo, palette = found
        document = self._store.document
        if photo is document.photo:
            self._store.edit(*edits.components_as_palette(document, palette))
            self._window.toasts.inform(self.tr("The palette has the colors of the components."))

    @Slot()
    def _on_labels_requested(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        made = self._segments.current
        if made is None:
            return
        usual = self._folder(made.photo) / f"{Path(made.photo.name).stem}-labels.png"
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export labels"), str(usual), self.tr("Indexed PNG (*.png)")
        )
        if name:
            self._session.batch.submit(labels_export_job(made, Path(name).with_suffix(".png")))

    @Slot()
    def _on_masks_requested(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        made = self._segments.current
        if made is None:
            return
        usual = str(self._folder(made.photo))
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Export masks to"), usual)
        if name:
            self._session.batch.submit(masks_export_job(made, Path(name)))

    def _folder(self, photo: Photo) -> Path:
        kept = self._session.settings.export_folder
        if kept:
            return Path(kept)
        return photo.origin.path.parent if photo.origin.path else Path.home()

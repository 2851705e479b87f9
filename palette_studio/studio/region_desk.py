"""The desk of regions: what becomes of the components of a mixture, as a place, a palette and files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette, Rgb
from palette_studio.core.photo import Photo
from palette_studio.core.region import Region
from palette_studio.studio.segment_desk import SegmentDesk
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.rendering import mask_job
from palette_studio.workbench.jobs.segmenting import (
    Fitted,
    component_palette_job,
    labels_export_job,
    masks_export_job,
)


class RegionDesk(QObject):
    """Answers the buttons of the Segment workspace, for the fit that is shown, and keeps the region."""

    def __init__(self, session: Session, segments: SegmentDesk) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._segments = segments
        self._subject: tuple[object, ...] = ()  # what the chips are of; another one begins with one chosen
        self._chosen: frozenset[int] = frozenset()
        options, row = session.window.segment_panel, session.window.recolor_panel.region
        options.chips.chosen_requested.connect(self._on_chosen_requested)
        options.region_requested.connect(self._on_region_requested)
        options.palette_requested.connect(self._on_palette_requested)
        options.labels_requested.connect(self._on_labels_requested)
        options.masks_requested.connect(self._on_masks_requested)
        row.turn_requested.connect(self._on_turn_requested)
        row.everywhere_requested.connect(self._on_everywhere_requested)
        segments.shown.connect(self._on_fit_shown)
        self._store.changed.connect(self._on_document_changed)
        self._show_chips()

    # The region

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        region = new.region
        if region != old.region or new.photo is not old.photo:
            self._window.recolor_panel.region.set_region(region)
            if region is not None and new.photo is not None:
                self._session.batch.submit(mask_job(new.photo, region))
        if new.workspace == "segment" != old.workspace and region is not None:
            made = self._region(region.components)
            if made is not None and region in (made, made.turned()):
                self._choose(region.components)

    @Slot(object, int)
    def _on_fit_shown(self, made: Fitted | None, selected: int) -> None:
        """Begin with the selected component, unless some of the same ones have been chosen."""
        subject = () if made is None else (id(made.photo), made.how.channel, len(made.colors), selected)
        if made is not None and subject != self._subject:
            self._subject, self._chosen = subject, frozenset([selected])
        self._show_chips()

    def _show_chips(self) -> None:
        made, options = self._segments.current, self._window.segment_panel
        options.chips.set_components([] if made is None else _colors(made), self._chosen)
        options.region_button.setEnabled(made is not None and bool(self._chosen))

    def _choose(self, components: frozenset[int]) -> None:
        self._chosen = components
        self._show_chips()

    @Slot(int, bool)
    def _on_chosen_requested(self, index: int, on: bool) -> None:
        self._choose(self._chosen | {index} if on else self._chosen - {index})

    def _region(self, components: frozenset[int]) -> Region | None:
        """Return some components of the mixture that is shown as a region."""
        from palette_studio.core.segmentation import mixture_of

        made, how = self._segments.current, self._store.document.segmenting
        if made is None or not components or max(components) >= len(made.colors):
            return None
        mixture = mixture_of(made.fit, how.iteration)
        return Region(how.channel, mixture, components, how.smooth, colors=tuple(_colors(made)))

    @Slot()
    def _on_region_requested(self) -> None:
        region = self._region(self._chosen)
        if region is None:
            return
        numbers = ", ".join(str(n + 1) for n in sorted(self._chosen))
        one = len(self._chosen) == 1
        words = self.tr("Recolor only component %1") if one else self.tr("Recolor only components %1")
        self._store.edit(*edits.recolored_in(self._store.document, region, words.replace("%1", numbers)))
        self._window.toasts.inform(self.tr("Colors change in the region alone. Point at “Where” to see it."))

    @Slot()
    def _on_turn_requested(self) -> None:
        if self._store.document.region is not None:
            self._store.edit(*edits.turned(self._store.document))

    @Slot()
    def _on_everywhere_requested(self) -> None:
        self._store.edit(*edits.everywhere(self._store.document))

    # A palette and files

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
            words = self.tr("The palette has the colors of the components. Change them in Recolor (F5).")
            if document.segmenting.colorful:
                words += " " + self.tr("The Mixture engine moves their regions.")
            self._window.toasts.inform(words)

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


def _colors(made: Fitted) -> list[Rgb]:
    return [(int(r), int(g), int(b)) for r, g, b in made.colors]

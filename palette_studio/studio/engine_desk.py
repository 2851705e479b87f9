"""The engines' desk: the workspaces and how each of them turns the palette into a picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import BY_LUT, RECOLORS, WORKSPACES, Document
from palette_studio.core.mapping import Mapping
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.palette_desk import PaletteDesk
from palette_studio.studio.session import Session
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.counting import agreement_job, error_job
from palette_studio.workbench.jobs.cubes import cubes_job


class EngineDesk(QObject):
    """Keeps the panels of Recolor and Map true to the document, and makes steps of their wishes."""

    def __init__(self, session: Session, palettes: PaletteDesk, making: Gesture) -> None:
        """making: the gesture to which a palette belongs that is found since the photo is made another."""
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._palettes, self._making = palettes, making
        self._gesture = Gesture(self._store, self)
        self._store.changed.connect(self._on_document_changed)
        self._connect_panels()
        for name in WORKSPACES:
            self._window.actions_[name].triggered.connect(self._on_workspace_requested)
        self._show(self._store.document)

    def _connect_panels(self) -> None:
        recolor, mapping = self._window.recolor_panel, self._window.map_panel
        for panel in (recolor, mapping):
            panel.gesture_began.connect(self._gesture.begin)
            panel.gesture_canceled.connect(self._gesture.cancel)
            panel.refused.connect(self._window.toasts.complain)
        recolor.method_requested.connect(self._on_method_requested)
        recolor.strength_requested.connect(self._on_strength_requested)
        recolor.keep_light_requested.connect(self._on_keep_light_requested)
        mapping.mapping_requested.connect(self._on_mapping_requested)
        mapping.mode_requested.connect(self._on_mode_requested)
        mapping.clear_requested.connect(self._on_clear_requested)

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        self._show(new)
        if new.workspace != old.workspace:
            self.count_cubes()
        if _explained(new) != _explained(old):
            self._find_error(new)
        if _searched(new) != _searched(old):
            self._judge_search(new)

    def _find_error(self, document: Document) -> None:
        """Have the readouts say how well the engine's swatches explain the photo."""
        self._window.readouts.set_error(None)
        self._session.engine_ready = False
        method = _engine(document)
        if method is not None and document.base is not None and len(document.found):
            self._session.batch.submit(error_job(document.base, document.found, method, _explained(document)))

    def show_error(self, result: tuple[object, float]) -> None:
        """Take what the palette and engine came to; newer ones may be on their way."""
        explained, error = result
        if explained == _explained(self._store.document):
            self._session.engine_ready = True
            self._window.readouts.set_error(error)

    def _judge_search(self, document: Document) -> None:
        """Have the readouts say how often an approximate search is right."""
        self._window.readouts.set_agreement(None)
        searched = _searched(document)
        if searched is not None and document.base is not None:
            job = agreement_job(document.base, document.edited, document.mapping.metric, searched)
            self._session.batch.submit(job)

    def show_agreement(self, result: tuple[object, float]) -> None:
        """Take how often the search was right; a newer one may be under way."""
        searched, share = result
        if searched == _searched(self._store.document):
            self._window.readouts.set_agreement(share)

    def _show(self, document: Document) -> None:
        window = self._window
        window.show_workspace(document.workspace)
        window.recolor_panel.set_values(document.method, document.strength, document.keep_light)
        window.map_panel.set_values(document.mapping, self._session.settings.map_mode)

    def count_cubes(self) -> None:
        """Have the color cubes on the disk counted, where their number is in sight."""
        if self._store.document.workspace == "map":
            self._session.batch.submit(cubes_job())

    def show_cubes(self, kept: tuple[int, int]) -> None:
        """Say how many color cubes are on the disk, and their bytes."""
        self._window.map_panel.set_cubes(*kept)

    # Gestures

    def _edit(self, text: str, new: Document, pressed: bool = False) -> None:
        self._store.edit(text, new, self._gesture.number if pressed else None)

    # Workspaces

    @Slot()
    def _on_workspace_requested(self) -> None:
        name = next(name for name in WORKSPACES if self._window.actions_[name].isChecked())
        document = self._store.document
        if document.photo is None:
            self._window.show_workspace(name)
            self._store.restart(edits.entered(document, name))
        else:
            words = {
                "recolor": self.tr("Recolor"),
                "map": self.tr("Map to the palette"),
                "segment": self.tr("Segment"),
                "transfer": self.tr("Transfer"),
                "colorize": self.tr("Colorize"),
                "sequence": self.tr("Sequence"),
            }
            self._making.begin()
            new = edits.entered(document.with_photo(self._session.shown), name)
            self._store.edit(words[name], new, self._making.number)

    # Recolor

    @Slot(str)
    def _on_method_requested(self, method: str) -> None:
        """Change the engine; a palette that nobody has edited yet is found anew as the engine likes it."""
        document, box = self._store.document, self._window.recolor_panel.method
        if method == BY_LUT and document.lut is None:
            self._show(document)
            self._window.actions_["apply_lut"].trigger()
            return
        text = self.tr("Engine: %1").replace("%1", box.itemText(box.findData(method)).rstrip("…"))
        gesture = self._store.new_gesture()
        self._store.edit(text, replace(document, method=method), gesture)
        self._palettes.find_untouched(gesture)

    @Slot(float, bool)
    def _on_strength_requested(self, share: float, pressed: bool) -> None:
        text = self.tr("Strength %1 %").replace("%1", str(round(share * 100)))
        self._edit(text, replace(self._store.document, strength=share), pressed)

    @Slot(float, bool)
    def _on_keep_light_requested(self, share: float, pressed: bool) -> None:
        text = self.tr("Keep light %1 %").replace("%1", str(round(share * 100)))
        self._edit(text, replace(self._store.document, keep_light=share), pressed)

    # Map

    @Slot(object, str, bool)
    def _on_mapping_requested(self, mapping: Mapping, words: str, pressed: bool) -> None:
        self._edit(words, replace(self._store.document, mapping=mapping), pressed)

    @Slot(str)
    def _on_mode_requested(self, mode: str) -> None:
        self._session.remember(map_mode=mode)
        self._window.map_panel.set_values(self._store.document.mapping, mode)
        self._palettes.find_palette(len(self._store.document.edited))

    @Slot()
    def _on_clear_requested(self) -> None:
        self._session.batch.submit(cubes_job(clear=True))


def _explained(document: Document) -> tuple[object, ...]:
    """Return what the error of an engine's swatches depends on."""
    colors = tuple(swatch.color for swatch in document.found.swatches)
    return id(document.base), colors, document.found.mixed, _engine(document)


def _searched(document: Document) -> tuple[object, ...] | None:
    """Return what the errors of an approximate search depend on, None where the search is exact."""
    mapping = document.mapping
    approximate = mapping.method == "flann" and mapping.dither == "none"
    if document.workspace != "map" or not approximate or not len(document.edited):
        return None
    return id(document.base), tuple(swatch.color for swatch in document.edited.swatches), mapping.metric


def _engine(document: Document) -> str | None:
    """Return the engine whose swatches recolor the photo, None where none does."""
    return document.method if document.workspace in RECOLORS and document.method != BY_LUT else None

"""The desk of craft: what is done to a swatch as a piece of a palette, and to all swatches at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import Document
from palette_studio.studio.session import Session
from palette_studio.ui.palette_commands import HARMONIZED_TO, SHUFFLED, SORTED_BY
from palette_studio.workbench import craft_edits
from palette_studio.workbench.jobs.crafting import Halves, halves_job

WHEEL = "oklch"


class CraftDesk(QObject):
    """Sorts, harmonizes, shuffles, doubles and divides; locked swatches stay as they are."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._seed = 0  # of the next shuffle
        actions = self._window.actions_
        actions["duplicate"].triggered.connect(self._on_duplicate)
        actions["split"].triggered.connect(self._on_split)
        actions["back_to_front"].triggered.connect(self._on_back_to_front)
        for names, do in (
            (SORTED_BY, self._sort),
            (HARMONIZED_TO, self._harmonize),
            (SHUFFLED, self._shuffle),
        ):
            for name in names:
                actions[name].triggered.connect(partial(do, name))
        self._store.changed.connect(self._on_document_changed)
        session.selected_changed.connect(self.enable)
        self.enable()

    @property
    def _document(self) -> Document:
        return self._store.document

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        now, before = ([swatch.locked for swatch in each.edited.swatches] for each in (new, old))
        if now != before or new.photo is not old.photo:  # a color that is dragged enables nothing
            self.enable()

    @Slot()
    def enable(self) -> None:
        """Enable what would change something."""
        actions, chosen = self._window.actions_, self._session.swatch
        free = sum(not swatch.locked for swatch in self._document.edited.swatches)
        actions["duplicate"].setEnabled(chosen is not None)
        actions["split"].setEnabled(chosen is not None and not chosen.locked)
        for name in (*SORTED_BY, "back_to_front", *SHUFFLED):
            actions[name].setEnabled(free > 1 or (free == 1 and name == "shuffle_hues"))
        for name in HARMONIZED_TO:
            actions[name].setEnabled(chosen is not None and free > 0 and len(self._document.edited) > 1)

    # One swatch

    @Slot()
    def _on_duplicate(self) -> None:
        if self._session.swatch is not None:
            self._store.edit(*craft_edits.duplicated(self._document, self._session.selected))

    @Slot()
    def _on_split(self) -> None:
        if self._session.swatch is not None and self._document.photo is not None:
            self._session.live.submit(halves_job(self._document, self._session.selected))

    def show_halves(self, halves: Halves) -> None:
        """Take two swatches for one, unless the palette has become another one meanwhile."""
        if halves.found is self._document.found and not self._document.edited[halves.row].locked:
            self._store.edit(*craft_edits.split(self._document, halves.row, halves.parts))

    # All of them

    def _sort(self, name: str) -> None:
        chosen = self._session.swatch
        text, new = craft_edits.sorted_by(self._document, name.removeprefix("sort_"))
        self._reorder(text, new, chosen)

    @Slot()
    def _on_back_to_front(self) -> None:
        self._reorder(*craft_edits.back_to_front(self._document), self._session.swatch)

    def _reorder(self, text: str, new: Document, chosen: object) -> None:
        if new.edited == self._document.edited:
            self._window.toasts.inform(self.tr("The swatches are in that order already."))
            return
        row = next((n for n, swatch in enumerate(new.edited.swatches) if swatch is chosen), 0)
        self._session.selected = row
        self._store.edit(text, new)

    def _harmonize(self, name: str) -> None:
        harmony, row = name.replace("_", " "), self._session.selected
        text, new = craft_edits.harmonized(self._document, harmony, row, WHEEL, 1.0)
        if new.edited == self._document.edited:
            self._window.toasts.inform(
                self.tr("Nothing to turn: this swatch is gray, or all are in harmony.")
            )
        else:
            self._store.edit(text, new)

    def _shuffle(self, name: str) -> None:
        self._seed += 1
        self._store.edit(*craft_edits.shuffled(self._document, name.removeprefix("shuffle_"), self._seed))

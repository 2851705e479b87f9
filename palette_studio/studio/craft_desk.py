"""The desk of craft: what is done to a swatch as a piece of a palette, and to all swatches at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette
from palette_studio.studio.session import Session
from palette_studio.ui.error_words import words_of
from palette_studio.ui.palette_commands import HARMONIZED_TO, SHUFFLED, SORTED_BY
from palette_studio.workbench import craft_edits
from palette_studio.workbench.jobs.crafting import Halves, halves_job


@dataclass
class Harmonizing:
    """The harmony that was just asked for, and may still be made weaker. start: the document before it."""

    harmony: str
    row: int
    start: Document
    gesture: int
    strength: float = 1.0
    result: Palette = field(default_factory=Palette)


class CraftDesk(QObject):
    """Sorts, harmonizes, shuffles, doubles and divides; locked swatches stay as they are."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._seed = 0  # of the next shuffle
        self._harmonizing: Harmonizing | None = None
        actions = self._window.actions_
        actions["duplicate"].triggered.connect(self._on_duplicate)
        actions["split"].triggered.connect(self._on_split)
        actions["back_to_front"].triggered.connect(self._on_back_to_front)
        actions["merge"].triggered.connect(self._on_merge)
        actions["gradient"].triggered.connect(self._on_gradient)
        panel = self._window.palette_panel
        panel.strip.merge_requested.connect(self._merge)
        panel.strip.copy_requested.connect(self._on_copy_requested)
        panel.harmony.strength_requested.connect(self._on_strength_requested)
        panel.harmony.wheel_requested.connect(self._on_wheel_requested)
        panel.harmony.refused.connect(self._window.toasts.complain)
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
        how = self._harmonizing
        if how is not None and new.edited != how.result:
            self._harmonizing = None
            self._window.palette_panel.show_harmony(False)
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
        several = len(self._session.chosen) > 1
        actions["merge"].setEnabled(several)
        actions["gradient"].setEnabled(several)
        for name in (*SORTED_BY, "back_to_front", *SHUFFLED):
            actions[name].setEnabled(free > 1 or (free == 1 and name == "shuffle_hues"))
        for name in HARMONIZED_TO:
            actions[name].setEnabled(chosen is not None and free > 0 and len(self._document.edited) > 1)

    # One swatch

    @Slot()
    def _on_duplicate(self) -> None:
        if self._session.swatch is not None:
            self._try(craft_edits.duplicated, self._session.chosen)

    @Slot(list, int)
    def _on_copy_requested(self, rows: list[int], place: int) -> None:
        self._try(craft_edits.duplicated, rows, place)

    @Slot()
    def _on_merge(self) -> None:
        rows, first = self._session.chosen, self._session.selected
        self._merge([first, *(row for row in rows if row != first)])

    @Slot(list)
    def _merge(self, rows: list[int]) -> None:
        """Make one swatch of several, with the name and in the place of the first."""
        if len(rows) > 1:
            row = rows[0] - sum(one < rows[0] for one in rows[1:])
            self._try(craft_edits.merged, rows, then=row)

    @Slot()
    def _on_gradient(self) -> None:
        if len(self._session.chosen) > 1:
            before = self._document
            self._try(craft_edits.stepped, self._session.chosen)
            if self._document is before:
                self._window.toasts.inform(self.tr("There is no unlocked swatch between them to change."))

    def _try(self, edit: Callable[..., craft_edits.Edit], *details: object, then: int | None = None) -> None:
        """Do an edit that may be refused, with words. then: the swatch to choose afterwards."""
        try:
            text, new = edit(self._document, *details)
        except ValueError as error:
            self._window.toasts.complain(words_of(error))
            return
        if then is not None:
            self._session.rechoose((then,), then)
        self._store.edit(text, new)

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
        self._reorder(*craft_edits.sorted_by(self._document, name.removeprefix("sort_")))

    @Slot()
    def _on_back_to_front(self) -> None:
        self._reorder(*craft_edits.back_to_front(self._document))

    def _reorder(self, text: str, new: Document) -> None:
        if new.edited == self._document.edited:
            self._window.toasts.inform(self.tr("The swatches are in that order already."))
            return
        places = {id(swatch): row for row, swatch in enumerate(new.edited.swatches)}
        at = [places[id(swatch)] for swatch in self._document.edited.swatches]
        self._session.rechoose([at[row] for row in self._session.chosen], at[self._session.selected])
        self._store.edit(text, new)

    def _harmonize(self, name: str) -> None:
        harmony, row, start = name.replace("_", " "), self._session.selected, self._document
        again = self._harmonizing
        if again is not None and again.row == row:  # another harmony in place of the one just tried
            start = replace(self._document, edited=again.start.edited)
        how = Harmonizing(harmony, row, start, again.gesture if again else self._store.new_gesture())
        text, new = self._harmonized(how)
        if new.edited == start.edited:
            self._window.toasts.inform(
                self.tr("Nothing to turn: this swatch is gray, or all are in harmony.")
            )
        else:
            self._show_harmony(how, text, new)

    def _harmonized(self, how: Harmonizing) -> craft_edits.Edit:
        wheel = self._session.settings.harmony_wheel
        return craft_edits.harmonized(how.start, how.harmony, how.row, wheel, how.strength)

    def _show_harmony(self, how: Harmonizing, text: str, new: Document) -> None:
        """Put a harmony in the document, in one step with those that were tried before it."""
        how.result, self._harmonizing = new.edited, how
        self._store.edit(text, new, how.gesture)
        panel = self._window.palette_panel
        panel.harmony.set_values(text, how.strength, self._session.settings.harmony_wheel)
        panel.show_harmony(True)

    @Slot(float, bool)
    def _on_strength_requested(self, strength: float, pressed: bool) -> None:
        how = self._harmonizing
        if how is not None:
            how.strength = strength
            self._show_harmony(how, *self._harmonized(how))

    @Slot(str)
    def _on_wheel_requested(self, wheel: str) -> None:
        self._session.remember(harmony_wheel=wheel)
        how = self._harmonizing
        if how is not None:
            self._show_harmony(how, *self._harmonized(how))

    def _shuffle(self, name: str) -> None:
        self._seed += 1
        self._store.edit(*craft_edits.shuffled(self._document, name.removeprefix("shuffle_"), self._seed))

"""The desk of dressing: the palette in the colors of another photo, pair by pair."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from palette_studio.core.document import Document
from palette_studio.studio.gesture import Gesture
from palette_studio.studio.session import Session
from palette_studio.ui import pictures
from palette_studio.ui.dress_dialog import DressDialog
from palette_studio.workbench import craft_edits
from palette_studio.workbench.jobs.dressing import Match, Other, match_job, other_job

APART = 24  # of the dialog from the edges of the window
MATCH = "match"  # the topic of the job that pairs swatches


class DressDesk(QObject):
    """Asks for a photo, shows how its swatches are matched with the palette's, and makes one step of it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._gesture = Gesture(session.store, self)
        self._start = Document()  # as it was when the dialog was opened
        self._other: Other | None = None
        self._forced: tuple[tuple[int, int], ...] = ()
        self.dialog: DressDialog | None = None
        self._action = session.window.actions_["dress"]
        self._action.triggered.connect(self._on_dress)
        session.store.changed.connect(self._on_document_changed)
        self._enable()

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.edited is not old.edited or new.photo is not old.photo:
            self._enable()
        if self.dialog is not None and new.found is not self._start.found:
            self._gesture.end()  # another palette has come: there is nothing to go back to
            self.dialog.reject()

    def _enable(self) -> None:
        document = self._store.document
        free = any(not swatch.locked for swatch in document.edited.swatches)
        self._action.setEnabled(document.photo is not None and free)

    @Slot()
    def _on_dress(self) -> None:
        if path := self._session.choose_photo(self.tr("Choose the photo whose colors you want")):
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a photo; when its swatches are found, they are matched with the palette."""
        most = self._session.settings.most_megapixels
        self._session.batch.submit(other_job(path.absolute(), self._store.document, most))

    def show_other(self, other: Other) -> None:
        """Open the dialog, unless the palette has become another one meanwhile."""
        document = self._store.document
        if other.found is not document.found or self.dialog is not None:
            return
        self._start, self._other, self._forced = document, other, ()
        self._gesture.begin()
        dialog = DressDialog(self._window.theme, other.name, self._window)
        dialog.set_picture(pictures.image_of(other.small))
        dialog.set_palettes(document.edited, other.palette)
        dialog.pair_requested.connect(self._on_pair_requested)
        dialog.freed.connect(self._on_freed)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.adjustSize()
        corner = self._window.geometry().bottomLeft()  # beside the photo, which follows
        dialog.move(corner.x() + APART, corner.y() - APART - dialog.height())
        self._session.show_dialog(dialog)
        self._match()

    def show_match(self, match: Match) -> None:
        """Show the lines, and the photo as they want it."""
        if self.dialog is None or match.other is not self._other or match.forced != self._forced:
            return
        self.dialog.set_pairs(match.pairs, match.forced)
        other = match.other
        text, new = craft_edits.dressed(self._start, other.palette, match.pairs, other.name)
        self._store.edit(text, new, self._gesture.number)

    def refuse(self, reason: str) -> None:
        """Say why a pair cannot be, and take it back."""
        if self.dialog is not None:
            self._forced = self._forced[:-1]
            self.dialog.say(reason)

    def _match(self) -> None:
        assert self._other is not None
        self._session.live.submit(match_job(self._start, self._other, self._forced))

    @Slot(int, int)
    def _on_pair_requested(self, own: int, wanted: int) -> None:
        kept = tuple(pair for pair in self._forced if pair[0] != own)
        self._forced = kept if (own, wanted) in self._forced else (*kept, (own, wanted))
        self._match()

    @Slot()
    def _on_freed(self) -> None:
        self._forced = ()
        self._match()

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        self._session.live.cancel(MATCH)
        if result:
            self._gesture.end()
        else:
            self._gesture.cancel()
        self.dialog = self._other = None
        self._start = Document()  # a photo is large

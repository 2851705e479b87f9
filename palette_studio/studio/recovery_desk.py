"""The recovery's desk: edits are kept while they are made, and offered after a crash."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from palette_studio.core.document import Document
from palette_studio.studio.project_desk import ProjectDesk
from palette_studio.studio.session import Session
from palette_studio.workbench.jobs.recovering import (
    LeftBehind,
    autosave_job,
    clear_job,
    keep_lost_job,
    look_job,
)

if TYPE_CHECKING:
    from pathlib import Path

    from palette_studio.ui.recovery_dialog import RecoveryDialog
    from palette_studio.workbench.recovery import Lost, Run

USUAL_S, LONGEST_S = 10.0, 30.0  # from a change until it is safe
WAITED = 0.8  # of that time; the rest is for the writing
STEADY_MS = 30_000  # after which a crash is no longer blamed on what was recovered
log = logging.getLogger(__name__)


def interval_s() -> float:
    """Return how long a change may wait; PALETTE_STUDIO_AUTOSAVE_S sets another time, in seconds."""
    told = os.environ.get("PALETTE_STUDIO_AUTOSAVE_S", "")
    try:
        seconds = float(told) if told else USUAL_S
    except ValueError:
        log.warning("PALETTE_STUDIO_AUTOSAVE_S is %r, not a number of seconds; %g are used", told, USUAL_S)
        return USUAL_S
    return min(max(seconds, 0.05), LONGEST_S)


class RecoveryDesk(QObject):
    """Writes the document soon after it has changed, and takes up what dead runs have left."""

    def __init__(self, session: Session, projects: ProjectDesk, run: Run) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._projects, self._run = projects, run
        self._offered: list[Lost] = []
        self._report = ""
        self._taken: Lost | None = None  # its edits are on the canvas, but not yet in this run's folder
        self._recovered: Document | None = None  # with the edits as they were
        self._refused = False  # the last time nothing could be kept
        self._due = QTimer(self, singleShot=True, interval=round(interval_s() * WAITED * 1000))
        self._due.timeout.connect(self._on_due)
        self._steady = QTimer(self, singleShot=True, interval=STEADY_MS)
        self._steady.timeout.connect(self._on_steady)
        self._store.changed.connect(self._on_document_changed)
        self._store.stack.cleanChanged.connect(self._on_clean_changed)
        projects.recovered.connect(self._on_recovered)

    # Keeping

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        self._run.blamed &= new is self._recovered
        if new.photo is not None and not self._due.isActive():
            self._due.start()

    @Slot()
    def _on_due(self) -> None:
        if self._store.stack.isClean():
            return
        session = self._session
        session.files.submit(
            autosave_job(self._store.document, self._projects.comparing, self._run, session.project)
        )

    def show_kept(self, document: Document | None) -> None:
        """A document is safe from a crash; if it is another by now, that one is next."""
        self._refused = False
        if document is None:
            return
        if self._taken is not None:
            self._taken.discard()
            self._taken = None
        if document is not self._store.document and not self._due.isActive():
            self._due.start()

    def refuse(self, why: str) -> None:
        """Nothing could be kept: say so once, and try again."""
        if not self._refused:
            self._refused = True
            text = self.tr("Your edits are not safe from a crash: %1 Save the project to another folder.")
            self._window.toasts.complain(text.replace("%1", why))
        self._due.start()

    @Slot(bool)
    def _on_clean_changed(self, clean: bool) -> None:
        if clean:
            self._due.stop()
            self._session.files.submit(clear_job(self._run))

    # Taking up

    def look(self) -> None:
        """See what runs that were killed have left; the window does not wait for it."""
        self._session.files.submit(look_job())

    def show_left(self, left: LeftBehind) -> None:
        self._report = left.report
        self._offered = [lost for lost in left.lost if lost.document is not None and not lost.about.blamed]
        for lost in left.lost:
            if lost not in self._offered:
                self._session.files.submit(keep_lost_job(lost))
        if self._offered:
            self._offer()
        elif self._report:
            text = self.tr("Palette Studio ended last time because of an error inside. Please report it.")
            self._window.toasts.complain(text, self._report)

    def _offer(self) -> None:
        from palette_studio.ui.recovery_dialog import LostEdits, RecoveryDialog

        told = [lost.about for lost in self._offered]
        names = [about.project.replace("\\", "/").rpartition("/")[2] for about in told]
        rows = [LostEdits(one.name, name, one.saved_at) for one, name in zip(told, names, strict=True)]
        dialog: RecoveryDialog = RecoveryDialog(rows, bool(self._report), self._window)
        dialog.recover_requested.connect(self._on_recover_requested)
        dialog.discard_requested.connect(self._on_discard_requested)
        dialog.report_requested.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        dialog.finished.connect(self._on_answered)
        self._session.show_dialog(dialog)

    @Slot(int)
    def _on_recover_requested(self, row: int) -> None:
        lost = self._offered.pop(row)
        assert lost.document is not None
        lost.blame()
        self._projects.open(lost.document, lost)

    @Slot(int)
    def _on_discard_requested(self, row: int) -> None:
        self._offered.pop(row).discard()

    @Slot()
    def _on_answered(self) -> None:
        """Leave what was not answered for the next start."""
        for lost in self._offered:
            lost.leave()
        self._offered = []

    @Slot(object)
    def _on_recovered(self, lost: Lost) -> None:
        self._taken, self._recovered = lost, self._store.document
        self._run.blamed = True
        self._steady.start()
        self._on_due()

    @Slot()
    def _on_steady(self) -> None:
        """It was not these edits that the program died of."""
        self._run.blamed, self._recovered = False, None
        self._on_due()

    def show_aside(self, result: tuple[Lost, Path | None]) -> None:
        """Say where edits are with which the program ended twice."""
        lost, path = result
        if path is None:  # there was only a report
            return
        text = self.tr("Palette Studio ended twice with the edits of %1. They are kept in %2.")
        text = text.replace("%1", lost.about.name).replace("%2", str(path))
        self._window.toasts.inform(text, self.tr("Open them"), lambda: self._projects.open(path))

    def close(self) -> None:
        """The window closes as it should: nothing is left behind."""
        self._due.stop()
        self._steady.stop()
        self._on_answered()
        if self._taken is not None:
            self._taken.leave()
        self._run.end()

"""A glance at what a click would do: on the canvas while the pointer stays, in no history and no file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot

from palette_studio.core.document import Document
from palette_studio.core.tick import Tick
from palette_studio.studio.session import Session
from palette_studio.studio.showing import Showing
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import Rendering, preview_job

LINGER_MS = 150
Make = Callable[[Document, Tick], Document]  # what a click would make of the document; it may take a while


@dataclass(frozen=True, eq=False)
class Seen:
    """A rendering for the glance of that number."""

    number: int
    rendering: Rendering


class Glance(QObject):
    """Shows one document in place of another while it is asked to."""

    def __init__(self, session: Session, showing: Showing) -> None:
        super().__init__(session)
        self._session, self._showing = session, showing
        self._number = 0
        self._make: Make | None = None
        self._linger = QTimer(session.window, singleShot=True, interval=LINGER_MS)
        self._linger.timeout.connect(self._on_lingered)
        session.store.changed.connect(self.end)

    def begin(self, make: Make) -> None:
        """Show, after a moment, what the document would become; another glance gives way to it."""
        self._number += 1
        self._make = make
        self._linger.start()

    @Slot()
    def end(self) -> None:
        """Show the document again, at once."""
        self._number += 1
        self._make = None
        self._linger.stop()
        self._session.live.cancel("glance")
        self._showing.glance(None)

    @Slot()
    def _on_lingered(self) -> None:
        document, make, number = self._session.document, self._make, self._number
        if make is None or document.photo is None or self._session.watching:
            return
        area, serial = self._showing.area(document.photo), self._showing.serial

        def run(tick: Tick) -> Seen:
            there = make(document, tick)
            return Seen(number, preview_job(there, area, serial).run(tick))

        self._session.live.submit(Job("glance", run, stops_older=True))

    def show(self, seen: Seen) -> None:
        """Take what was drawn, unless the pointer has left."""
        if seen.number == self._number:
            self._showing.glance(seen.rendering)

"""What the window says when something fails."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

from PySide6.QtCore import QObject

from palette_studio.studio.session import Session
from palette_studio.ui.error_words import words_of
from palette_studio.workbench.engine import Job

log = logging.getLogger(__name__)


class Complaints(QObject):
    """One clear message for each failure; what only a programmer can mend comes with details to copy."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._toasts = session.window.toasts

    def fail(self, job: Job, error: Exception) -> None:
        """Say why a job has no result."""
        if isinstance(error, MemoryError):
            text = self.tr(
                "There is not enough memory for this. Close other programs, or open a smaller photo."
            )
            self._toasts.complain(text, str(error))
            return
        if isinstance(error, ValueError | OSError):
            self._toasts.complain(words_of(error))
            return
        text = self.tr("Something failed inside. The last picture stays; please report this.")
        details = "".join((f"{job.topic}: ", *traceback.format_exception(error)))
        self._toasts.complain(text, details)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say that something broke that nobody caught: sys.excepthook of the running program."""
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("%s", details)
        text = self.tr("Something went wrong inside. Your picture stays; please report this.")
        self._toasts.complain(text, details)

"""The desk of checks: contrast, color vision, colors out of reach."""

from __future__ import annotations

from PySide6.QtCore import QObject

from palette_studio.studio.session import Session


class ChecksDesk(QObject):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window

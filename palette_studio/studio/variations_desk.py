"""The desk of variations: this photo in other colors."""

from __future__ import annotations

from PySide6.QtCore import QObject

from palette_studio.studio.session import Session


class VariationsDesk(QObject):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window

"""The desk of the keys that play: they press the buttons of the workspace that is in front."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton

from palette_studio.core.document import Document
from palette_studio.studio.session import Session


class PlayDesk(QObject):
    """Plays and steps through frames in Sequence, through iterations in Segment."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        window, frames, iterations = (
            session.window,
            session.window.transport_panel,
            session.window.mixture_panel,
        )
        self._actions = {name: window.actions_[name] for name in ("play", "frame_back", "frame_on")}
        self._buttons: dict[str, dict[str, QAbstractButton]] = {
            "sequence": {"play": frames.play, "frame_back": frames.back, "frame_on": frames.forward},
            "segment": {"play": iterations.bar.play, "frame_on": iterations.bar.step},
        }
        self._session = session
        for name, action in self._actions.items():
            action.triggered.connect(partial(self._press, name))
            action.setEnabled(False)
        session.store.changed.connect(self._on_document_changed)

    def _press(self, name: str, _: bool = False) -> None:
        self._buttons[self._session.document.workspace][name].click()

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        there = new.photo is not None if new.workspace == "segment" else new.frames is not None
        for name, action in self._actions.items():
            action.setEnabled(there and name in self._buttons.get(new.workspace, {}))

"""The desk of checks: contrast, color vision, colors out of reach."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from palette_studio.core.craft.sight import Sight
from palette_studio.studio.lens import Lens
from palette_studio.studio.session import Session
from palette_studio.ui.vision_commands import VISIONS


class ChecksDesk(QObject):
    """Keeps the page of checks true to the document, and chooses whose eyes the screen stands for.

    That is forgotten when the window closes: a photo that opens in false colors would be a trap.
    """

    def __init__(self, session: Session, lens: Lens) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._lens = lens
        actions = self._window.actions_
        for deficiency, (name, _, _) in VISIONS.items():
            actions[name].triggered.connect(partial(self._on_deficiency_requested, deficiency))
        self._window.sight_label.clicked.connect(self._on_normal_requested)
        lens.sight_changed.connect(self._on_sight_changed)
        self._on_sight_changed(lens.sight)

    def _on_deficiency_requested(self, deficiency: str) -> None:
        """Look with other eyes, as severely as last time; that of 0 % would show nothing."""
        severity = self._lens.sight.severity or 1.0
        self._lens.set_sight(replace(self._lens.sight, deficiency=deficiency, severity=severity))
        self._on_sight_changed(self._lens.sight)  # a command that was on stays on

    @Slot()
    def _on_normal_requested(self) -> None:
        self._on_deficiency_requested("")

    @Slot(object)
    def _on_sight_changed(self, sight: Sight) -> None:
        window = self._window
        for deficiency, (name, _, _) in VISIONS.items():
            window.actions_[name].setChecked(deficiency == sight.deficiency)
        window.sight_label.set_sight(sight)
        window.palette_panel.strip.set_sight(sight)

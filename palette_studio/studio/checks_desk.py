"""The desk of checks: contrast, color vision, colors out of reach."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from palette_studio.core.craft.sight import Sight
from palette_studio.core.document import Document
from palette_studio.studio.lens import Lens
from palette_studio.studio.session import Session
from palette_studio.ui.vision_commands import VISIONS
from palette_studio.workbench.jobs.checking import LookAlikes, alike_job

CHECK_MS = 100  # look-alikes follow a drag at most ten times a second


class ChecksDesk(QObject):
    """Keeps the page of checks true to the document, and chooses whose eyes the screen stands for.

    That is forgotten when the window closes: a photo that opens in false colors would be a trap.
    """

    def __init__(self, session: Session, lens: Lens) -> None:
        super().__init__(session)
        self._session, self._store, self._window = session, session.store, session.window
        self._lens, self._panel = lens, session.window.checks_panel
        self._stale = True  # what the page shows, while it is hidden
        self._check = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._check.timeout.connect(self._on_time_to_check)
        self._store.changed.connect(self._on_document_changed)
        session.selected_changed.connect(self._show_contrast)
        self._connect()
        self._on_sight_changed(lens.sight)

    def _connect(self) -> None:
        panel, lens = self._panel, self._lens
        panel.opened.connect(self._on_opened)
        panel.selected.connect(self._session.select)
        panel.deficiency_requested.connect(self._on_deficiency_requested)
        panel.severity_requested.connect(self._on_severity_requested)
        panel.refused.connect(self._window.toasts.complain)
        actions = self._window.actions_
        for deficiency, (name, _, _) in VISIONS.items():
            actions[name].triggered.connect(partial(self._on_deficiency_requested, deficiency))
        self._window.sight_label.clicked.connect(self._on_normal_requested)
        lens.sight_changed.connect(self._on_sight_changed)

    # What the page shows

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if new.edited is not old.edited:
            self._stale = True
        if self._panel.isVisible():
            self._on_opened()

    @Slot()
    def _on_opened(self) -> None:
        """Bring the page up to date."""
        self._show_contrast()
        if self._stale and not self._check.isActive():
            self._check.start()

    @Slot()
    def _show_contrast(self) -> None:
        if self._panel.isVisible():
            self._panel.set_palette(self._store.document.edited, self._session.selected)

    @Slot()
    def _on_time_to_check(self) -> None:
        self._stale = False
        self._session.live.submit(alike_job(self._store.document.edited))

    def show_alike(self, found: LookAlikes) -> None:
        """Take the pairs that look alike, unless the palette has become another one meanwhile."""
        if found.palette is self._store.document.edited:
            self._panel.set_alike(found.palette, found.pairs)

    # Whose eyes

    @Slot(float)
    def _on_severity_requested(self, severity: float) -> None:
        self._lens.set_sight(replace(self._lens.sight, severity=severity))

    @Slot(str)
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
        self._panel.set_sight(sight)
        window.sight_label.set_sight(sight)
        window.palette_panel.strip.set_sight(sight)

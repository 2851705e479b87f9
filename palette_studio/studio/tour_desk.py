"""The desk of the tour: shown once, with the first photo; Help shows it again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from palette_studio.core.document import Document
from palette_studio.studio.session import Session
from palette_studio.ui.tour import Stop, Tour

LOOKED_MS = 700  # the photo and its palette come first


class TourDesk(QObject):
    """tour: the one that is under way."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.tour: Tour | None = None
        self._offered = False
        self._soon = QTimer(self, singleShot=True, interval=LOOKED_MS)
        self._soon.timeout.connect(self._on_looked)
        session.window.actions_["tour"].triggered.connect(self.show)

    def offer(self) -> None:
        """Have it shown with the first photo, unless it has been seen."""
        if not self._session.settings.toured:
            self._session.store.changed.connect(self._on_document_changed)
            self._offered = True

    @Slot(object, object)
    def _on_document_changed(self, old: Document, new: Document) -> None:
        if self._offered and len(new.edited) > 0 and new.photo is not None and new.workspace == "recolor":
            self._offered = False
            self._soon.start()

    @Slot()
    def _on_looked(self) -> None:
        """Begin, once no question is open, as that of edits to recover."""
        if QApplication.activeModalWidget() is None:
            self.show()
        else:
            self._soon.start()

    @Slot()
    def show(self) -> None:
        """Lead through the window; the Recolor workspace is in front."""
        session, window = self._session, self._session.window
        self._offered = False
        if self.tour is not None or session.photo is None:
            if session.photo is None:
                window.toasts.inform(self.tr("Open a photo first: the tour is about its palette."))
            return
        window.actions_["recolor"].trigger()
        self.tour = Tour(self._stops(), window, window.actions_["quit"].shortcuts())
        self.tour.ended.connect(self._on_ended)

    def _stops(self) -> list[Stop]:
        window = self._session.window
        return [
            Stop(
                (window.palette_panel,),
                self.tr("The palette of your photo"),
                self.tr("As found above, as you make it below. Click a color to choose it."),
            ),
            Stop(
                (window.color_panel,),
                self.tr("Drag its handle"),
                self.tr(
                    "The photo follows under your hand. Ctrl+Z takes a step back; the file stays as it is."
                ),
            ),
            Stop(
                (window.canvas,),
                self.tr("Point, compare, zoom"),
                self.tr(
                    "Click to choose the color there. W compares, B shows the original, the wheel zooms."
                ),
            ),
            Stop(
                tuple(window.workspaces),
                self.tr("Other ways to work"),
                self.tr(
                    "Map to few colors, divide, take colors from a photo, color gray ones, watch videos."
                ),
            ),
            Stop(
                (window.export_button,),
                self.tr("Export what you see"),
                self.tr(
                    "The file has exactly these pixels. Ctrl+Space finds every command, F1 opens the manual."
                ),
            ),
        ]

    @Slot()
    def _on_ended(self) -> None:
        if self.tour is not None:
            self.tour.deleteLater()
            self.tour = None
        self._session.remember(toured=True)

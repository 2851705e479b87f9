"""The desk of frames: what is written of a sequence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from palette_studio.studio.sequence_desk import SequenceDesk
from palette_studio.studio.session import Session
from palette_studio.ui.error_words import error_words
from palette_studio.workbench.jobs.frames import (
    Written,
    background_export_job,
    frames_export_job,
)

TOLD = 3  # frames that are named in a message


class FramesDesk(QObject):
    """Answers the export buttons of the Sequence workspace; Export in the menu takes what is shown."""

    def __init__(self, session: Session, sequences: SequenceDesk) -> None:
        super().__init__(session)
        self._session, self._window, self._sequences = session, session.window, sequences
        session.window.sequence_panel.export_requested.connect(self._on_export_requested)
        session.window.actions_["export"].triggered.connect(self._on_export)
        session.window.cancel_requested.connect(self._on_cancel_requested)

    @Slot()
    def _on_export(self) -> None:
        if self._session.watching:
            view = self._sequences.view
            self._on_export_requested("mask" if view == "frame" else view)

    @Slot(str)
    def _on_export_requested(self, view: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        document, stage, moment = self._session.document, self._sequences.stage, self._sequences.moment
        if document.frames is None or stage is None or moment is None:
            return
        if view == "background":
            usual = self._folder() / f"{Path(document.frames.name).stem}-background.png"
            words = self.tr("Export the background")
            name, _ = QFileDialog.getSaveFileName(self._window, words, str(usual), self.tr("PNG (*.png)"))
            if name:
                path = Path(name).with_suffix(".png")
                how = document.sequencing
                self._session.live.submit(background_export_job(stage, moment.number, how, path))
            return
        words = {
            "mask": self.tr("Export masks to a new folder in"),
            "clean": self.tr("Export clean frames to a new folder in"),
            "recolored": self.tr("Export recolored frames to a new folder in"),
        }[view]
        name = QFileDialog.getExistingDirectory(self._window, words, str(self._folder()))
        if name:
            self._session.batch.submit(frames_export_job(document, view, Path(name)))

    def show_written(self, written: Written) -> None:
        """Say where the frames are, and which could not be read."""

        def show_folder() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.folder)))

        words = self.tr("%1 frames are in %2").replace("%1", str(written.count))
        words = words.replace("%2", str(written.folder))
        self._window.toasts.inform(words, self.tr("Show folder"), show_folder)
        if written.problems:
            left_out = self.tr("%1 frames were left out.").replace("%1", str(len(written.problems)))
            if len(written.problems) == 1:
                left_out = self.tr("One frame was left out.")
            problems = [error_words(problem) for problem in written.problems]
            self._window.toasts.complain(" ".join([left_out, *problems[:TOLD]]), "\n".join(problems))

    @Slot()
    def _on_cancel_requested(self) -> None:
        self._session.batch.cancel("export sequence")

    def _folder(self) -> Path:
        """Return where exports go: the last folder, or the one that the sequence is in."""
        kept, frames = self._session.settings.export_folder, self._session.document.frames
        if kept:
            return Path(kept)
        return frames.path.parent if frames is not None else Path.home()

"""The status line: how the picture stands, facts of the photo, a hint, and the work under way."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from palette_studio.ui.spoken import announce

LONG_MS = 1000  # the end of what took longer is told to who cannot see it


class StatusLine(QStatusBar):
    """Words on the left; on the right what is under way, how far it is, and how to stop it."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(28)
        self.setContentsMargins(10, 0, 6, 0)
        self.state, self.facts, self._job, self.hint = (QLabel(self) for _ in range(4))
        self._progress = QProgressBar(self)
        self._progress.setFixedWidth(140)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setFlat(True)
        self._cancel.setToolTip(self.tr("Stop what is under way"))
        self._cancel.setStyleSheet("padding: 0 8px; min-height: 22px;")
        self._cancel.clicked.connect(self._on_cancel)
        self._since, self._canceled = QElapsedTimer(), False
        for label in (self.state, self.facts, self._job, self.hint):
            label.setProperty("role", "caption")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setContentsMargins(0, 0, 10, 0)
        self.hint.setContentsMargins(16, 0, 0, 0)
        for label in (self.state, self.facts, self.hint):
            self.addWidget(label)
        for widget in (self._job, self._progress, self._cancel):
            self.addPermanentWidget(widget)
        self.show_progress("", 0.0)

    def show_progress(self, text: str, fraction: float) -> None:
        """text: what is under way, "" when nothing is."""
        before = self._job.text()
        if before != text:
            if before and self._since.elapsed() >= LONG_MS:
                ended = self.tr("%1: canceled") if self._canceled else self.tr("%1: ended")
                announce(self, ended.replace("%1", before))
            self._since.start()
            self._canceled = False
        for widget in (self._progress, self._cancel, self._job):
            widget.setVisible(bool(text))
        self._job.setText(text)
        self._progress.setValue(round(fraction * 100))

    @Slot()
    def _on_cancel(self) -> None:
        self._canceled = True
        self.cancel_requested.emit()

"""Collect cycles of garbage in the window's thread alone.

Python collects wherever it allocates. When that is a worker's thread and the garbage holds a Qt object, its
end is carried out there, waits for the window's thread, which waits for the interpreter: both stand still.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 400
_open = 0  # collectors at work in this process


class Collector(QObject):
    """Takes the collecting over from the interpreter until ``close``; made in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        global _open
        _open += 1
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def close(self) -> None:
        """Give the collecting back when the last collector ends; call once, after all threads have ended."""
        global _open
        self._timer.stop()
        _open -= 1
        if not _open:
            gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        """Collect the oldest generation that is due, by the interpreter's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation] > 0:
                gc.collect(generation)
                return

    def settle(self) -> None:
        """Leave the libraries loaded by now out of later collections, so that these stay short."""
        if not gc.get_freeze_count():
            gc.freeze()

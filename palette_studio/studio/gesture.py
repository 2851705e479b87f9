"""The stretch of edits between a press and its release: one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from palette_studio.workbench.store import Store


class Gesture(QObject):
    """Numbers the edits that belong to one press; ``number`` is None while nothing is pressed."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.number: int | None = None

    @Slot()
    def begin(self) -> None:
        """Begin a step to which the edits from now on belong."""
        self.number = self._store.new_gesture()

    @Slot()
    def cancel(self) -> None:
        """Return to the document before it, leaving no step."""
        if self.number is not None:
            self._store.cancel_gesture(self.number)
            self.number = None

    @Slot()
    def end(self) -> None:
        """Let later edits be steps of their own."""
        self.number = None

"""LayoutDesk: the window and its panels come back where they were."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from palette_studio.core.files import FileError
from palette_studio.ui import window_layout
from palette_studio.ui.error_words import words_of
from palette_studio.ui.window import Window
from palette_studio.workbench import layout_file


class LayoutDesk(QObject):
    """Places the window before it is shown, and its panels behind the first paint; ``keep`` writes both."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        try:
            self._waiting = layout_file.take(window_layout.checked)
        except FileError as error:
            self._waiting = None
            window.toasts.complain(words_of(error))
        if self._waiting is not None:
            window_layout.place(window, self._waiting)
        window_layout.bring_back(window)
        window.painted_first.connect(self._on_painted_first, Qt.ConnectionType.QueuedConnection)

    def keep(self) -> None:
        """Write the layout for the next start; of a window that nobody saw, nothing. Raises FileError."""
        if self._waiting is None:
            layout_file.keep(window_layout.layout_of(self._window))
        else:
            layout_file.prove()

    @Slot()
    def _on_painted_first(self) -> None:
        if self._waiting is not None:
            window_layout.restore(self._window, self._waiting)
            self._waiting = None
            self._window.show_panels()
            window_layout.bring_back(self._window)
            QTimer.singleShot(0, self, self._on_idle)

    @Slot()
    def _on_idle(self) -> None:
        layout_file.prove()

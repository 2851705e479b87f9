"""LayoutDesk: the window and its panels come back where they were."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from palette_studio.core.files import FileError
from palette_studio.ui import window_layout
from palette_studio.ui.window import Window
from palette_studio.workbench import layout_file


class LayoutDesk(QObject):
    """Restores the layout before the window is shown; ``keep`` writes it at the end."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        try:
            saved = layout_file.take(window_layout.checked)
            if saved is not None:
                window_layout.restore(window, saved)
                window.show_panels()
        except FileError as error:
            window.toasts.complain(str(error))
        window_layout.bring_back(window)
        window.painted_first.connect(self._on_painted_first, Qt.ConnectionType.QueuedConnection)

    def keep(self) -> None:
        """Raises FileError."""
        layout_file.keep(window_layout.layout_of(self._window))

    @Slot()
    def _on_painted_first(self) -> None:
        layout_file.prove()

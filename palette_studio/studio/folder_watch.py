"""A folder of palette files that is followed while it changes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET_MS = 200  # a program that writes ten files is one change


class FolderWatch(QObject):
    """Says when something in the folder has changed, once it is quiet again."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None  # made when there is something to watch
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.changed)

    def look(self, folder: str, files: Iterable[str]) -> None:
        """Watch a folder and the files that were found in it; a file written anew is another one."""
        wanted = {folder, *files} if folder else set()
        if self._watcher is None:
            if not wanted:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._quiet.start)
            self._watcher.fileChanged.connect(self._quiet.start)
        now = {*self._watcher.directories(), *self._watcher.files()}
        if now - wanted:
            self._watcher.removePaths(sorted(now - wanted))
        if wanted - now:
            self._watcher.addPaths(sorted(wanted - now))

    def stop(self) -> None:
        self._quiet.stop()
        if self._watcher is not None:
            self._watcher.blockSignals(True)

"""The monkey's windows: when it has closed one the next opens, over what dead runs may have left."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from random import Random

from monkey_fodder import TEXTS, Fodder
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtWidgets import QMainWindow
from shiboken6 import invalidate

MOST_WINDOWS = 8
CRASH = 'Planted error: Segmentation fault\n\n  File "nowhere.py", line 1 in <module>\n'


class Life(QObject):
    """The window that is there. gone: it was closed. opened: how many there were.

    The last of MOST_WINDOWS does not close, only asks about unsaved edits: from there on, the growth of one
    and the same is measured, as a program has but one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0
        # PySide6 6.11 crashes, or loses signals, where wrappers end while those of a new window take their
        # place in the memory: what has ended keeps its own.
        self._former: list[object] = []
        self._open()

    def _open(self) -> None:
        from palette_studio.app import create_window

        self.window, self.close = create_window()
        self.window.closing.connect(self._on_closing)
        self.window.installEventFilter(self)
        self.gone, self.warm = False, False
        self.opened += 1
        self.window.show()

    @Slot()
    def _on_closing(self) -> None:
        self.gone = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ends = event.type() == QEvent.Type.Close and watched is self.window and not self.gone
        if ends and self.opened >= MOST_WINDOWS and not self.window.isWindowModified():
            event.ignore()
            return True
        return False

    def let_close(self) -> None:
        """The monkey has done its last: the window may close."""
        self.window.removeEventFilter(self)

    def renew(self, fodder: Fodder, seed: int) -> QMainWindow:
        """Open another window in place of one that was closed."""
        rng = Random(f"{seed} {self.opened}")
        left_behind(fodder, rng)
        if rng.random() < 0.3:
            damage_settings(rng)
        self._former += (self.window, self.window.property("studio"), self.close)
        for part in self.window.findChildren(QObject):
            invalidate(part)  # PySide6 does not hear of the end of what Qt has made, and takes others for it
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self._open()
        return self.window


def left_behind(fodder: Fodder, rng: Random) -> None:
    """Leave what runs leave that are killed: edits, good or damaged, and reports."""
    from palette_studio.core.files import FileError
    from palette_studio.core.project import read_project, write_project
    from palette_studio.workbench import recovery

    for _ in range(rng.choice((0, 1, 1, 2))):
        run, project = recovery.Run(), rng.choice(fodder.projects)
        try:
            write_project(run.document, read_project(project))  # its photo stands elsewhere from there
        except FileError:
            shutil.copyfile(project, run.document)
        name = rng.choice(("photo.png", TEXTS[8], ""))
        run.note(recovery.About(name, rng.choice(("", str(project))), time.time(), rng.random() < 0.2))
        if rng.random() < 0.5:
            (run.folder / recovery.CRASH).write_text(CRASH, encoding="utf-8")
        assert run._lock is not None
        os.close(run._lock)


def damage_settings(rng: Random) -> None:
    """Flip bits in one of the files in which settings and the window's layout are kept."""
    folder = Path(os.environ["PALETTE_STUDIO_HOME"]) / "settings"
    files = [one for one in sorted(folder.iterdir()) if one.is_file() and one.stat().st_size]
    if files:
        chosen = rng.choice(files)
        content = bytearray(chosen.read_bytes())
        for _ in range(20):
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        chosen.write_bytes(content)

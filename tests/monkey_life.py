"""The monkey's windows: when it has closed one the next opens, over what dead runs may have left."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import time
import weakref
from pathlib import Path
from random import Random

from monkey_fodder import TEXTS, Fodder
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtWidgets import QMainWindow

CRASH = 'Planted error: Segmentation fault\n\n  File "nowhere.py", line 1 in <module>\n'


class Life(QObject):
    """The window that is there. gone: it was closed. opened: how many there were."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0
        self._open()

    def _open(self) -> None:
        from palette_studio.app import create_window

        self.window, self.close = create_window()
        self.window.closing.connect(self._on_closing)
        self.gone, self.warm = False, False
        self.opened += 1
        self.window.show()

    @Slot()
    def _on_closing(self) -> None:
        self.gone = True

    def renew(self, fodder: Fodder, seed: int) -> QMainWindow:
        """Open another window in place of one that was closed."""
        rng = Random(f"{seed} {self.opened}")
        left_behind(fodder, rng)
        if rng.random() < 0.3:
            damage_settings(rng)
        self._end()
        self._open()
        return self.window

    def _end(self) -> None:
        """Let the closed window go, whole, before there is another.

        Else PySide6 6.11 now and then takes what is new for what has ended, where it stands in the same place
        of the memory: a signal of the new window's engine does not arrive.
        """
        old, studio = self.window, self.window.property("studio")
        ended = weakref.ref(studio)
        old.setProperty("studio", None)
        old.deleteLater()
        QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)
        del self.window, self.close, old, studio
        gc.unfreeze()  # the studio has put itself there: a program has but one
        gc.collect()
        if ended() is not None:
            print("  a closed studio lives on", file=sys.stderr)


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
        run._lock.close()


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

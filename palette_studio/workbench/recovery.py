"""Recovery: what one run of the program leaves behind when it is killed, and what the next one finds.

Every run has a folder of its own, locked as long as it lives, whatever its process number is:

    lock                    held by the run
    about.json              whose edits these are
    document.palettestudio  the edits
    crash.txt               what faulthandler wrote at the end

A run that ends well removes its folder. Edits that are set aside for good lie in ``kept``.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.lock import taken
from palette_studio.core.home import recovery_folder

LOCK, ABOUT, DOCUMENT, CRASH = "lock", "about.json", "document.palettestudio", "crash.txt"
KEPT_FOLDER = "kept"
MOST_KEPT = 20  # edits that are set aside
MOST_CRASH_TEXT = 20_000  # characters
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class About:
    """Whose edits are kept. name: of the photo. project: the file they were saved to before, or "".
    saved_at: seconds since 1970. blamed: they had just been recovered, and may be what a run dies of."""

    name: str = ""
    project: str = ""
    saved_at: float = 0.0
    blamed: bool = False


class Run:
    """The folder of this run, made when it is first needed."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: int | None = None
        self._ended = False
        self.blamed = False  # what is on the canvas has just been recovered

    @property
    def folder(self) -> Path:
        while self._folder is None:
            folder = recovery_folder() / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.urandom(4).hex()}"
            folder.mkdir(parents=True)
            self._lock = taken(folder / LOCK)
            if self._lock is not None:  # else another start took it for what a dead run left
                self._folder = folder
        return self._folder

    @property
    def document(self) -> Path:
        """Where the edits are written."""
        return self.folder / DOCUMENT

    def crash_file(self) -> IO[str]:
        """Return a file for faulthandler, open as long as the program runs."""
        return (self.folder / CRASH).open("w", encoding="utf-8")

    def note(self, about: About) -> None:
        """Remember whose edits these are. Raises FileError where the disk is full."""
        _note(self.folder, about)

    def clear(self) -> None:
        """There is nothing to lose any more."""
        if self._folder is not None:
            self.document.unlink(missing_ok=True)

    def end(self) -> None:
        """All went well: leave nothing. Safe to call twice."""
        if self._folder is not None and not self._ended:
            self._ended = True
            _remove(self._folder, self._lock)


@dataclass(frozen=True)
class Lost:
    """What a run that was killed left. document: the edits, or None; crash: what faulthandler wrote."""

    folder: Path
    about: About
    document: Path | None
    crash: str
    _lock: int

    def blame(self) -> None:
        """Remember, before they are taken up, that a run may die of these edits."""
        _note(self.folder, replace(self.about, blamed=True))

    def discard(self) -> None:
        _remove(self.folder, self._lock)

    def keep_aside(self) -> Path | None:
        """Move the edits to where nothing takes them up by itself, and return the file."""
        kept = None
        if self.document is not None:
            from palette_studio.core.project import read_project, write_project

            kept = aside(self.about.name)
            try:  # from another folder its photo stands elsewhere, so it is not simply moved
                write_project(kept, read_project(self.document))
            except ValueError:
                write_atomically(kept, self.document.read_bytes())
        self.discard()
        return kept

    def leave(self) -> None:
        """Leave it for the next start."""
        os.close(self._lock)


def found() -> Iterator[Lost]:
    """Yield what runs that were killed have left, the latest first; nobody else gets them meanwhile."""
    try:
        folders = sorted((one for one in recovery_folder().iterdir() if (one / LOCK).is_file()), reverse=True)
    except OSError:
        return
    for folder in folders:
        lock = taken(folder / LOCK)
        if lock is None:  # that run lives
            continue
        document, crash = folder / DOCUMENT, _text(folder / CRASH)
        if document.is_file() or crash:
            yield Lost(folder, _about(folder), document if document.is_file() else None, crash, lock)
        else:
            _remove(folder, lock)


def aside(name: str) -> Path:
    """Return a free file for edits that are set aside; the oldest of too many are removed."""
    folder = recovery_folder() / KEPT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    old = sorted(folder.glob("*.palettestudio"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in old[MOST_KEPT - 1 :]:
        path.unlink(missing_ok=True)
    plain = "".join(c if c.isalnum() or c in "-_ " else "-" for c in Path(name).stem)[:80].strip() or "edits"
    stem, number = f"{plain} {time.strftime('%Y-%m-%d %H.%M.%S')}", 2
    path = folder / f"{stem}.palettestudio"
    while path.exists():
        path, number = folder / f"{stem} {number}.palettestudio", number + 1
    return path


def _remove(folder: Path, lock: int | None) -> None:
    """Remove a run's folder, the lock last: what has none is nobody's."""
    for path in sorted(folder.iterdir(), key=lambda one: one.name == LOCK):
        if path.name == LOCK and lock is not None:
            os.close(lock)
        with contextlib.suppress(OSError):
            path.unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()


def _note(folder: Path, about: About) -> None:
    write_atomically(folder / ABOUT, json.dumps(asdict(about), indent=1).encode())


def _about(folder: Path) -> About:
    """Return whose edits these are, as far as it can be read."""
    try:
        told = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        usual = asdict(About())
        return About(**{key: told[key] for key in usual if type(told.get(key)) is type(usual[key])})
    except (OSError, ValueError, AttributeError) as error:
        log.info("%s: %s", folder, error)
        return About()


def _text(path: Path) -> str:
    with contextlib.suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace")[:MOST_CRASH_TEXT].strip()
    return ""

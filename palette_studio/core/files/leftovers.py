"""What a write that was killed leaves behind, and how it is found again, whatever folder it is in.

Before a temporary file is made, its path is written into a note in a folder of our own, and the note is
locked; it goes when the file has its name. The system ends a lock with its process, so that a note without
one tells of a file that nobody will finish.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from palette_studio.core.files.lock import lock
from palette_studio.core.home import cache_folder

_OURS = re.compile(r"\.palette-studio-[0-9a-f]{16}\.(tmp|mp4|mkv)")
_LONGEST = 1 << 16  # bytes of a note; no path is so long
_BINARY = getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def temporary_beside(path: Path, ending: str = ".tmp") -> Iterator[Path]:
    """Give a name for a temporary file in the folder of ``path``; what has that name afterwards is removed.

    ending: ".tmp", or one by which the library that writes it knows what to write.
    Where no note can be kept, on a full or read-only home, a process that is killed leaves its file there.
    """
    name = f".palette-studio-{os.urandom(8).hex()}{ending}"
    temporary = path.with_name(name)
    handle = _noted(notes_folder() / name, temporary)
    try:
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if handle is not None:
            os.close(handle)
            with contextlib.suppress(OSError):
                (notes_folder() / name).unlink()


def sweep() -> int:
    """Remove the temporary files of writes that were killed, and return how many there were.

    Nothing is removed that does not have our kind of name, is no ordinary file, or is being written now.
    What lies on a disk that is not there is left for another day.
    """
    try:
        notes = sorted(path for path in notes_folder().iterdir() if _OURS.fullmatch(path.name))
    except OSError:
        return 0
    return sum(_swept(note) for note in notes)


def notes_folder() -> Path:
    return cache_folder() / "writing"


def _noted(note: Path, temporary: Path) -> int | None:
    """Return the locked handle of a note that is on the disk, None where none can be kept."""
    try:
        note.parent.mkdir(mode=0o700, exist_ok=True)
        while True:
            handle = os.open(note, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o600)
            with contextlib.suppress(OSError):  # a file system without locks; then the sweep has none either
                lock(handle, wait=True)
            if os.fstat(handle).st_nlink:
                break
            os.close(handle)  # a sweep took it before it was locked
        os.write(handle, os.fsencode(temporary))
    except OSError:
        return None
    return handle


def _swept(note: Path) -> bool:
    """Remove the file that a note of a dead process tells of, and the note; say whether there was one."""
    try:
        handle = os.open(note, os.O_RDWR | _BINARY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        lock(handle, wait=False)
        temporary = Path(os.fsdecode(os.read(handle, _LONGEST)))
        found = temporary.name == note.name and _is_ordinary(temporary)
        if found:
            temporary.unlink()
        gone = temporary.parent.is_dir()
    except (OSError, ValueError):  # it is being written, or its folder is closed to us today
        return False
    finally:
        os.close(handle)
    if gone:
        with contextlib.suppress(OSError):
            note.unlink()
    return found


def _is_ordinary(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False

"""The one place that writes a user's files: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from pathlib import Path

from palette_studio.core.files.error import FileError, shown, writing_failed
from palette_studio.core.files.leftovers import temporary_beside
from palette_studio.core.photo import originals

CHUNK = 1 << 24  # bytes a write
# Pauses between tries to give a file its name: on Windows a virus scanner may hold the old one for a moment
PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()


def write_atomically(path: str | Path, data: bytes, *, lasting: bool = True) -> None:
    """Make ``data`` the content of the file; whatever happens, it holds the old content or all of the new.

    A new file beside the target is written, flushed to the disk and renamed; it is removed on any failure,
    and after a kill by the next start (``leftovers.sweep``). A link keeps pointing where it did; an existing
    file keeps its permissions.
    lasting: it is on the disk when this returns. Else a power cut may damage it: for caches that are checked.
    Raises FileError when the folder is missing or closed, the disk is full, the target is a folder, a device
    or write-protected, or a photo in memory was read from it.
    """
    path = Path(os.path.realpath(path))
    try:
        _check_no_original(path)
        mode = _mode_of(path)
        with temporary_beside(path) as temporary:
            _write_new(temporary, data, mode, lasting)
            _rename(temporary, path)
        if lasting:
            _flush_folder(path.parent)
    except OSError as error:
        raise writing_failed(path, error) from error


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a file that another library has written its name, once it is on the disk.

    temporary: beside ``path``, by ``leftovers.temporary_beside``. Raises FileError as above.
    """
    path = Path(os.path.realpath(path))
    try:
        _check_no_original(path)
        _mode_of(path)
        handle = os.open(temporary, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        _rename(temporary, path)
        _flush_folder(path.parent)
    except OSError as error:
        raise writing_failed(path, error) from error


def check_target(path: Path) -> None:
    """Raise FileError when nothing can be written at ``path``, before long work is done for it."""
    path = Path(os.path.realpath(path))
    try:
        _check_no_original(path)
        _mode_of(path)
        if not stat.S_ISDIR(path.parent.stat().st_mode):
            raise FileError(f"{shown(path)} could not be written: {path.parent} is a file, not a folder.")
    except OSError as error:
        raise writing_failed(path, error) from error


def _check_no_original(path: Path) -> None:
    if any(same_file(path, original) for original in originals()):
        raise FileError(
            f"{shown(path)} is a photo that is open; originals are never overwritten. Choose another name."
        )


def same_file(first: Path, second: Path) -> bool:
    """Return whether both names, through whatever links, are one existing file."""
    try:
        return first.samefile(second)
    except (OSError, ValueError):
        return False


def _mode_of(path: Path) -> int | None:
    """Return the permissions of the file to be replaced, None when there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise FileError(f"{shown(path)} could not be written: it is a folder. Choose another name.")
    if not stat.S_ISREG(status.st_mode):
        raise FileError(
            f"{shown(path)} could not be written: it is a device or pipe, not a file. Choose another name."
        )
    if not os.access(path, os.W_OK):
        raise FileError(
            f"{shown(path)} could not be written: it is write-protected. Choose another name, or lift that."
        )
    return stat.S_IMODE(status.st_mode)


def _write_new(path: Path, data: bytes, mode: int | None, lasting: bool) -> None:
    """Write a file that nobody may read who may not read the one it replaces. mode: of that one."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666 if mode is None else mode & 0o777)
    try:
        rest = memoryview(data)
        while rest:
            count = os.write(handle, rest[:CHUNK])  # may write less than asked, without an error
            if count <= 0:
                raise OSError("nothing was written")
            rest = rest[count:]
        if lasting:
            os.fsync(handle)
    finally:
        os.close(handle)  # may fail too, on a network; then the old file stays
    if mode is not None:
        with contextlib.suppress(OSError):  # a file system without permissions
            path.chmod(mode)


def _rename(temporary: Path, path: Path) -> None:
    for pause_s in PAUSES_S:
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(pause_s)
        else:
            return
    temporary.replace(path)


def _flush_folder(folder: Path) -> None:
    """Let the new name survive a power cut, where the system can promise that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

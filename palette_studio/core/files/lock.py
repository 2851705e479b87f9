"""Locks that end with the process that holds them, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte that nobody reads: a lock on Windows keeps readers out
else:
    import fcntl


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time do what is within; where there are no locks, any may.

    path: a file of no content that stays; it is made where it is not there.
    """
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            stack.callback(os.close, handle)
            lock(handle, wait=True)
        yield


def taken(path: Path) -> int | None:
    """Return the handle of a file that is now locked by this process, None where another has it.

    The lock ends when the handle is closed.
    """
    try:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        return None
    try:
        lock(handle, wait=False)
    except OSError:
        os.close(handle)
        return None
    return handle


def lock(handle: int, *, wait: bool) -> None:
    """Lock an open file for this handle alone, until it is closed.

    Raises OSError when another has it (Windows gives up after 10 s even where it is waited for), and on file
    systems without locks.
    """
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)

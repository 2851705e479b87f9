"""Locks that end with the process that holds them, however it ends."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a byte that nobody reads: a lock on Windows keeps readers out
else:
    import fcntl


def lock(handle: int, *, wait: bool) -> None:
    """Lock an open file for this handle alone, until it is closed.

    Raises OSError when another has it (Windows gives up after 10 s even where it is waited for), and on file
    systems without locks.
    """
    if sys.platform == "win32":
        import os

        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)

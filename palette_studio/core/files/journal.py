"""Journals: files of JSON lines that only grow, each line on the disk before the next step."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

from palette_studio.core.files.error import FileError, writing_failed
from palette_studio.core.files.lock import lock

MOST_BYTES = 256 << 20
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}  # another process has the lock


class Journal:
    """The lines of a file, for one writer at a time.

    lines: what the file held, oldest first; a line that is no JSON object, as one that a power cut has cut
    short, is passed over. Raises FileError where it cannot be opened, or another program writes it.
    """

    def __init__(self, path: Path, busy: str) -> None:
        """busy: what to do where another program has the journal, for people."""
        self.path = path
        try:
            self._handle = os.open(
                path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666
            )
        except OSError as error:
            raise writing_failed(path, error) from error
        try:
            lock(self._handle, wait=False)
        except OSError as error:
            if error.errno in _HELD:  # else it is a file system without locks
                os.close(self._handle)
                raise FileError(busy) from error
        data = self._read()
        self.lines = [line for line in map(_object, data.splitlines()) if line is not None]
        self._torn = bool(data) and not data.endswith(b"\n")

    def _read(self) -> bytes:
        parts, size = [], 0
        while size < MOST_BYTES and (part := os.read(self._handle, 1 << 20)):
            parts.append(part)
            size += len(part)
        return b"".join(parts)

    def add(self, *lines: dict[str, Any]) -> None:
        """Add lines; they are on the disk afterwards. Raises FileError where they cannot be written."""
        text = "".join(json.dumps(line) + "\n" for line in lines)
        data = memoryview((b"\n" if self._torn else b"") + text.encode("ascii"))
        try:
            self._torn = True
            while data:
                data = data[os.write(self._handle, data) :]
            os.fsync(self._handle)
        except OSError as error:
            raise writing_failed(self.path, error) from error
        self._torn = False

    def close(self) -> None:
        os.close(self._handle)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None

"""Open ordinary files, and no pipes or devices, which could wait forever."""

from __future__ import annotations

import stat
from io import BufferedReader
from pathlib import Path

from palette_studio.core.files.error import FileError, reading_failed, shown


def open_regular(path: Path, what: str = "photo") -> BufferedReader:
    """Return an ordinary file, open for reading; pipes and devices are refused. what: for people."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileError(f"{shown(path)} is a folder. Open one of the {what}s in it.")
        if not stat.S_ISREG(mode):
            raise FileError(
                f"{shown(path)} is a device or pipe, not a file. Save the {what} to a file first."
            )
        return path.open("rb")
    except OSError as error:
        raise reading_failed(path, error) from error
    except ValueError as error:
        if isinstance(error, FileError):
            raise
        raise FileError(f"{str(path)!r} is no name of a file: {error}.") from error

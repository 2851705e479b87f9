"""The layout of the window on the disk, which is not there while it is tried out.

Should it kill the program, the next start finds none, and the window is as it was at first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.home import settings_folder
from palette_studio.workbench import own_json


def take(checked: Callable[[object], dict[str, Any]]) -> dict[str, Any] | None:
    """Return the layout that was kept, None where there is none, and take it off the disk until ``prove``.

    Raises FileError, once, when it has been damaged.
    """
    found = own_json.read(_file(), checked, "The window and its panels are where they were at first")
    try:
        _file().replace(_tried())
    except OSError:
        return None  # none is there, or it cannot be taken off the disk
    return found


def prove() -> None:
    """Put back what was taken: the window lives."""
    with contextlib.suppress(OSError):
        if not _file().exists():  # another window may have kept its own since
            _tried().replace(_file())


def keep(layout: dict[str, Any]) -> None:
    """Write a layout for the next start. Raises FileError."""
    write_atomically(_file(), own_json.written(layout))
    with contextlib.suppress(OSError):
        _tried().unlink()


def _file() -> Path:
    return settings_folder() / "window.json"


def _tried() -> Path:
    return _file().with_suffix(".tried")

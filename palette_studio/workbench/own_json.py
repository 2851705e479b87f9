"""The small JSON files the program keeps for itself: whole, or set aside so that nothing in them is lost."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from palette_studio.core.files.error import FileError
from palette_studio.core.files.regular import open_regular

MOST_BYTES = 4 << 20
T = TypeVar("T")


def read(path: Path, meaning: Callable[[object], T], lost: str) -> T | None:
    """Return what ``meaning`` makes of the JSON in a file; None where there is no file.

    One that is damaged, too large, unreadable or no file becomes NAME.bad, in place of an older one, so that
    this is said once. Raises FileError then. lost: for people, what is not there now.
    meaning: raises ValueError, KeyError or TypeError for what it cannot use.
    """
    if not path.exists():
        return None
    try:
        with open_regular(path, "file") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ValueError(f"it has more than {MOST_BYTES >> 20} MB")
        return meaning(json.loads(data.decode()))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        aside = path.with_name(f"{path.name}.bad")
        words = f"{lost}: {path.name} is damaged."
        with contextlib.suppress(OSError):
            path.replace(aside)
            words += f" It was kept as {aside.name}."
        raise FileError(words) from error


def peek(path: Path) -> dict[str, Any]:
    """Return the named values in a file, none where there are none to be read; the file stays."""
    try:
        with open_regular(path, "file") as file:
            found = json.loads(file.read(MOST_BYTES).decode())
    except (OSError, ValueError, RecursionError, FileError):
        return {}
    return found if isinstance(found, dict) else {}


def written(value: object) -> bytes:
    return json.dumps(value, indent=1).encode()

"""Pictures that have moved since a project was saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from palette_studio.core.project.pictures import Picture


def find(picture: Picture, folders: Iterable[Path], placed: Mapping[Path, Path]) -> Path | None:
    """Return where a picture is now, None where it is nowhere or came from no file.

    At its place; else where ``placed`` says (old place -> new one); else in one of ``folders`` under the same
    name and with the same content.
    """
    old = picture.path
    if old is None:
        return None
    if old.is_file():
        return old
    if old in placed:
        return placed[old]
    nearby = {folder / old.name: None for folder in folders}
    return next((path for path in nearby if path.is_file() and _is(picture, path)), None)


def _is(picture: Picture, path: Path) -> bool:
    """Return whether a file is the picture, as far as its content tells."""
    try:
        with path.open("rb") as file:
            return not picture.digest or hashlib.file_digest(file, "sha256").hexdigest() == picture.digest
    except OSError:
        return False

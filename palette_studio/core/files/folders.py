"""Folders for results."""

from __future__ import annotations

from pathlib import Path

from palette_studio.core.files.error import FileError, writing_failed


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it, where there is none. Raises FileError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FileError(f"{folder} is a file, not a folder, or in one. Choose another name.") from error
    except OSError as error:
        raise writing_failed(folder, error) from error

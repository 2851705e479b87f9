"""The photos of a batch: files that are named, and those in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from palette_studio.core.files.error import reading_failed, shown
from palette_studio.core.files.options import PHOTO_SUFFIXES


@dataclass
class Inputs:
    """files: in the order named, those of a folder as people count. notes: what was passed over, in words."""

    files: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def photos_in(names: Iterable[str | Path], output: Path, *, recursive: bool = False) -> Inputs:
    """Return the photos among files and folders, each once.

    In a folder, photos are known by their extension; its own folders are looked into where ``recursive``.
    output: the folder of the results, which is never read. A file that is missing is in the list all the
    same: to say so is up to who reads it.
    """
    found, known = Inputs(), set()
    own = _real(output)
    for name in names:
        path = Path(name).absolute()
        files = _inside(path, own, recursive, found.notes) if _is_folder(path) else [path]
        for file in files:
            real = _real(file)
            if Path(real).is_relative_to(own):
                found.notes.append(f"{shown(file)} is in the folder of the results, which is never read.")
            elif real in known:
                found.notes.append(f"{shown(file)} was named twice; it is done once.")
            else:
                known.add(real)
                found.files.append(file)
    return found


def _is_folder(path: Path) -> bool:
    """Return whether it is a folder, as far as may be known."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _inside(folder: Path, own: str, recursive: bool, notes: list[str]) -> Iterator[Path]:
    if Path(_real(folder)).is_relative_to(own):
        notes.append(f"{folder} is the folder of the results, which is never read.")
        return
    try:
        paths = sorted((one for one in folder.iterdir() if not one.name.startswith(".")), key=_natural)
        folders = [one for one in paths if _is_folder(one) and _real(one) != own]
    except OSError as error:
        notes.append(str(reading_failed(folder, error)))
        return
    files = [one for one in paths if not _is_folder(one)]
    photos = [one for one in files if one.suffix.lower() in PHOTO_SUFFIXES]
    if len(files) > len(photos):
        notes.append(
            f"{folder}: {_counted(len(files) - len(photos), 'file')} passed over, no photos by name."
        )
    if folders and not recursive:
        notes.append(f"{folder}: {_counted(len(folders), 'folder')} in it not looked into.")
    yield from photos
    for one in folders if recursive else ():
        if not one.is_symlink():  # it may lead back
            yield from _inside(one, own, recursive, notes)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count > 1 else ''}"


def _natural(path: Path) -> list[object]:
    from palette_studio.core.files.sequence_io import natural

    return natural(path)


def _real(path: Path) -> str:
    return os.path.realpath(path)

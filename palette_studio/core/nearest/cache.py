"""The color cubes that are kept on disk, for palettes that come back."""

from __future__ import annotations

import contextlib
import os
import shutil
from hashlib import blake2b
from pathlib import Path

import numpy as np

from palette_studio.core.files.error import FileError
from palette_studio.core.home import cache_folder
from palette_studio.core.nearest.cube import Cube

LIMIT = 64 << 20  # bytes; beyond, cubes that were used longest ago go


def kept() -> tuple[int, int]:
    """Return how many cubes are kept, and how many bytes they take."""
    sizes = [size for _, size, _ in _files()]
    return len(sizes), sum(sizes)


def clear() -> None:
    """Delete all cubes on disk; those in memory stay, and none is written again for their sake."""
    with contextlib.suppress(OSError):
        for path in folder().iterdir():
            _delete(path)


def folder() -> Path:
    return cache_folder() / "cubes"


def path_of(colors: np.ndarray, metric: str) -> Path:
    """Return where the cube of these colors would be: its name is a digest of palette and metric."""
    key = blake2b(f"{metric} {colors.shape}".encode() + colors.astype(np.uint8).tobytes(), digest_size=16)
    return folder() / f"{key.hexdigest()}.colors"


def recall(colors: np.ndarray, metric: str) -> Cube | None:
    """Return the cube that was kept, or None. One that cannot be read or is of another palette is deleted."""
    path = path_of(colors, metric)
    if not os.path.lexists(path):
        return None
    try:
        cube = Cube.load(path)
    except FileError:
        _delete(path)
        return None
    if cube.metric != metric or not np.array_equal(cube.colors, colors):
        _delete(path)
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return cube


def keep(cube: Cube) -> None:
    """Write the cube, and delete others until all fit into LIMIT; do nothing where nothing can be written."""
    with contextlib.suppress(OSError, FileError):
        folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        cube.save(path_of(cube.colors, cube.metric))
        _make_room()


def _make_room() -> None:
    files = sorted(_files(), reverse=True)  # the newest first
    total = 0
    for number, (_, size, path) in enumerate(files):
        total += size
        if total > LIMIT and number > 0:
            _delete(path)


def _files() -> list[tuple[int, int, Path]]:
    """Return when each cube was last used, its bytes, and its path."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder().glob("*.colors"):
            with contextlib.suppress(OSError):  # another window deleted it meanwhile
                status = path.stat()
                found.append((status.st_mtime_ns, status.st_size, path))
    return found


def _delete(path: Path) -> None:
    """Delete a file, or the folder that stands in its place."""
    with contextlib.suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()

"""The folders the program keeps things in, and what must be set before numba is imported."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from zlib import crc32

import platformdirs

from palette_studio import __version__

NAME = "palette-studio"
PRIVATE = 0o700
COMPILE_COMMAND = "--compile-kernels"  # of the frozen program, see __main__


def settings_folder() -> Path:
    return _folder("settings", platformdirs.user_config_path(NAME))


def cache_folder() -> Path:
    return _folder("cache", platformdirs.user_cache_path(NAME))


def logs_folder() -> Path:
    return _folder("logs", platformdirs.user_log_path(NAME))


def recovery_folder() -> Path:
    return _folder("recovery", platformdirs.user_data_path(NAME) / "recovery")


def prepare_environment() -> None:
    """Point numba at our cache and keep OpenMP threads from spinning; call before anything imports numba.

    What the user has set is left alone. Compiled kernels are code: nobody else may write them, and those of
    other versions are not looked at. Where no cache can be kept, a folder for this run has to do; without
    any, kernels are compiled anew at every start.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # torch's convolutions keep what they have prepared for 1024 sizes of pictures, some 100 MB
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "64")
    # Else numba turns to folders that nobody has looked at where this one cannot be used
    os.environ.setdefault("NUMBA_CACHE_LOCATOR_CLASSES", "UserProvidedCacheLocator")
    if "NUMBA_CACHE_DIR" in os.environ:
        return
    folder = cache_folder() / f"kernels-{__version__}-{_kernels_digest()}"
    if not _ours_alone(folder):
        _remove(folder)
    if not (_ours_alone(_private(folder)) and os.access(folder, os.W_OK)):
        import tempfile

        with contextlib.suppress(OSError):
            folder = Path(tempfile.mkdtemp(prefix="palette-studio-"))
    os.environ["NUMBA_CACHE_DIR"] = str(folder)


def _ours_alone(folder: Path) -> bool:
    """Return whether nobody else could have put a file into a folder; one that is not there is empty."""
    try:
        status = folder.lstat()
    except OSError:
        return True
    if not hasattr(os, "geteuid"):
        return folder.is_dir()  # on Windows, what is in a user's folders is closed to others
    closed = status.st_uid == os.geteuid() and not status.st_mode & 0o022
    return closed and stat.S_ISDIR(status.st_mode)


def _remove(folder: Path) -> None:
    """Remove a folder with all that is in it, or the link or file that stands there instead."""
    import shutil

    with contextlib.suppress(OSError):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        else:
            folder.unlink()


def _kernels_digest() -> str:
    """Return a checksum of the kernels' source: numba does not notice when a file that it inlined changed."""
    folder = Path(__file__).with_name("kernels")
    check = 0
    for file in sorted(folder.glob("*.py")):
        check = crc32(file.read_bytes(), check)
    return f"{check:08x}"


def _folder(kind: str, usual: Path) -> Path:
    """Return the folder; PALETTE_STUDIO_HOME puts all of them under one roof."""
    roof = os.environ.get("PALETTE_STUDIO_HOME")
    return _private(Path(roof).absolute() / kind if roof else usual)


def _private(folder: Path) -> Path:
    """Return the folder, made and closed to others where possible; who writes there says what fails."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE)
        if folder.stat().st_mode & 0o077:
            folder.chmod(PRIVATE)
    return folder

"""What to paste into a bug report."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from palette_studio import __version__
from palette_studio.core import home
from palette_studio.core.resources import resource
from palette_studio.core.tiles import CORES

LIBRARIES = (
    "PySide6-Essentials",
    "numpy",
    "numba",
    "opencv-contrib-python-headless",
    "pillow",
    "tifffile",
    "imagecodecs",
    "pyqtgraph",
    "torch",
)
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # what Qt looks at to open a window


def checkup() -> dict[str, object]:
    """Return versions, threads, folders and models; values are texts, numbers, or dicts of them."""
    return {
        "program": f"Palette Studio {__version__}",
        "python": f"{platform.python_version()} on {platform.platform()}",
        "threads": CORES,
        "display": {name: os.environ[name] for name in DISPLAYS if os.environ.get(name)} or _usual_display(),
        "gpu": "not used by this version",
        "libraries": {name: _version(name) for name in LIBRARIES},
        "folders": {
            name: _state(folder())
            for name, folder in (
                ("settings", home.settings_folder),
                ("cache", home.cache_folder),
                ("logs", home.logs_folder),
                ("recovery", home.recovery_folder),
            )
        },
        "kernels": _state(Path(os.environ["NUMBA_CACHE_DIR"])) if "NUMBA_CACHE_DIR" in os.environ else "none",
        "models": {path.name: _digest(path) for path in sorted(resource("models").glob("*.safetensors"))},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _usual_display() -> str:
    return "none" if sys.platform == "linux" else "the system's own"


def _state(folder: Path) -> str:
    if not folder.is_dir():
        return f"{folder} (cannot be made)"
    if not os.access(folder, os.W_OK):
        return f"{folder} (cannot be written)"
    return f"{folder} ({_size_of(folder) / 1e6:.1f} MB)"


def _size_of(folder: Path) -> int:
    """Return the bytes of all files below; one that vanishes meanwhile counts nothing."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += Path(place, name).lstat().st_size
    return total


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

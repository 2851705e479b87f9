"""What all packages share: names, the version, and which parts of the libraries the program never uses."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]
NAME, TITLE = "palette-studio", "Palette Studio"
APP_ID = "io.github.palette_studio.PaletteStudio"
VERSION = re.search(r'__version__ = "(.+)"', (ROOT / "palette_studio" / "__init__.py").read_text()).group(1)
BUILD, DIST = ROOT / "build", ROOT / "dist"
ICONS = [BUILD / "icons" / f"{NAME}.{suffix}" for suffix in ("ico", "icns")]
SHOWN_VERSIONS = (
    "PySide6-Essentials",
    "numpy",
    "numba",
    "opencv-contrib-python-headless",
    "scipy",
    "pillow",
    "tifffile",
    "imagecodecs",
    "pyqtgraph",
    "torch",
    "safetensors",
)
# Modules that libraries import only in cases of their own
UNUSED = [
    "IPython",
    "distributed",
    "hypothesis",
    "jupyter",
    "matplotlib",
    "pip",
    "pytest",
    "setuptools",
    "sphinx",
    "tensorboard",
    "tkinter",
    "triton",
    "PySide6.QtBluetooth",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtUiTools",
]
# Files that come along with libraries and are for building, testing or other programs
UNUSED_FOLDERS = (
    "torch/include",
    "torch/share",
    "torch/test",
    "scipy/datasets",
    "PySide6/Qt/qml",
    "PySide6/Qt/metatypes",
)
UNUSED_NAMES = re.compile(
    r"(^|/)tests?/.*\.(py|npz|mat|dat|txt|arff|wav|sav)$"
    r"|/lib(Qt6(Qml|Quick|Designer|Pdf|VirtualKeyboard|ShaderTools|WebSockets)|protobuf)[^/]*$"
    r"|\.(a|lib|pyi|h|hpp|cuh|cmake)$"
)


def unused(name: str) -> bool:
    """Return whether a file of a bundle is left out. name: where it would lie in the folder."""
    path = PurePosixPath(name.replace("\\", "/"))
    return any(path.is_relative_to(folder) for folder in UNUSED_FOLDERS) or bool(
        UNUSED_NAMES.search(f"/{path}")
    )

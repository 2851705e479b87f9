"""What reads files in the program, one entry a kind of file: all are called without a window."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

Load = Callable[[Path], object]


def _photo(path: Path) -> object:
    from palette_studio.core.files import read_photo

    return read_photo(path)


def _photo_apart(path: Path) -> object:
    from palette_studio.core.files import read_photo_apart

    return read_photo_apart(path)


def _frames(path: Path) -> object:
    from palette_studio.core.files import read_sequence

    return read_sequence(path).frame(0)


def _palette(path: Path) -> object:
    from palette_studio.core.files import read_palette

    return read_palette(path)


def _lut(path: Path) -> object:
    from palette_studio.core.files import read_lut

    return read_lut(path)


def _project(path: Path) -> object:
    from palette_studio.core.project import read_project

    return read_project(path)


def _weights(path: Path) -> object:
    from palette_studio.nets import runtime

    return runtime.load(path)


def _settings(path: Path) -> object:
    """Put the file where settings are; whatever it holds, there are settings afterwards."""
    from palette_studio.core.home import settings_folder
    from palette_studio.workbench import settings

    with contextlib.suppress(OSError):  # there is nothing to copy
        if path.is_file():
            shutil.copyfile(path, settings_folder() / "settings.json")
    return settings.load()


def _pillow(path: Path) -> object:
    """A peer: Pillow as its manual has it."""
    from PIL import Image

    with Image.open(path) as image:
        return image.load()


LOADERS: dict[str, Load] = {
    "photo": _photo,
    "photo apart": _photo_apart,
    "frames": _frames,
    "palette": _palette,
    "lut": _lut,
    "project": _project,
    "weights": _weights,
    "settings": _settings,
}
PEERS: dict[str, Load] = {"pillow": _pillow}

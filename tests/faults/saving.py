"""What the scripts here break: each kind of file that is saved, in two contents, the old and the new.

As a program, ``python saving.py KIND HOW PATH``, it writes both in turn for ever, until it is killed; it says
so when each was written once. HOW: ours, plain (open and write in place) or renamed (no fsync before it).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from palette_studio.core.photo import Photo

ROOT = Path(__file__).resolve().parents[2]
PHOTO = ROOT / "resources" / "samples" / "coffee.jpg"
HOWS = ("ours", "plain", "renamed")


def photo(path: Path, new: bool) -> None:
    """Export a real photo; ``new``: turned on its head."""
    from palette_studio.core.files import ExportOptions, write_photo

    found = _photo()
    pixels = found.pixels[::4, ::4]
    write_photo(path, pixels[::-1] if new else pixels, found, ExportOptions(format="png"))


@cache
def _photo() -> Photo:
    from palette_studio.core.files import read_photo

    return read_photo(PHOTO)


@cache
def _pasted() -> Photo:
    """Return a photo that came from no file, which a project keeps whole."""
    from palette_studio.core.files import photo_from_pixels

    return photo_from_pixels(_photo().pixels[::8, ::8])


def settings(path: Path, new: bool) -> None:
    """Save the settings of the home in whose folder ``path`` lies."""
    from palette_studio.workbench import settings as kept

    os.environ["PALETTE_STUDIO_HOME"] = str(path.parents[1])
    names = tuple(f"/a/folder/of/photos/{number}-{new}.jpg" for number in range(kept.RECENT))
    kept.save(kept.Settings(theme="light" if new else "dark", recent=names))


def project(path: Path, new: bool) -> None:
    """Save a real project: a photo and a palette of many swatches."""
    from palette_studio.core.document import Document
    from palette_studio.core.palette import Palette
    from palette_studio.core.project import project_of, write_project

    colors = Palette.from_colors([(n, 255 * new, n) for n in range(256)])
    write_project(path, project_of(Document(photo=_pasted(), found=colors, edited=colors)))


def palette(path: Path, new: bool) -> None:
    from palette_studio.core.files import write_palette
    from palette_studio.core.palette import Palette

    write_palette(path, Palette.from_colors([(n, n, 255 * new) for n in range(256)]))


def lut(path: Path, new: bool) -> None:
    from palette_studio.core.files import write_lut
    from palette_studio.core.lut import Lut, Stage, node_colors

    nodes = node_colors(9)
    write_lut(path, Lut(cube=Stage(1 - nodes if new else nodes)))


def cube(path: Path, new: bool) -> None:
    from palette_studio.core.nearest import Cube

    Cube.build([(0, 0, 0), (255, 255, 255), (255 * new, 40, 90)]).save(path)


KINDS: dict[str, tuple[str, Callable[[Path, bool], None]]] = {
    "photo export": ("exports/photo.png", photo),
    "project": ("work/one.palettestudio", project),
    "settings": ("home/settings/settings.json", settings),
    "palette": ("exports/palette.gpl", palette),
    "color table": ("exports/look.cube", lut),
    "cube cache": ("home/cache/cubes/one.colors", cube),
}


def contents(kind: str, path: Path) -> list[bytes]:
    """Return the old and the new content that a file of this kind has; ``path`` holds the old one then."""
    found = []
    for new in (True, False):
        KINDS[kind][1](path, new)
        found.append(path.read_bytes())
    return found[::-1]


def start(kind: str, how: str, path: Path, home: Path) -> subprocess.Popen[str]:
    """Return a process that is saving."""
    process = subprocess.Popen(
        [sys.executable, __file__, kind, how, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PALETTE_STUDIO_HOME": str(home)},
    )
    assert process.stdout is not None and process.stdout.readline() == "saving\n"
    return process


def put(how: str, path: Path, data: bytes) -> None:
    """Write as programs do that have not thought about it."""
    if how == "plain":
        path.write_bytes(data)
    else:
        part = path.with_suffix(".part")
        part.write_bytes(data)
        part.replace(path)


def save_for_ever(kind: str, how: str, path: Path) -> None:
    old, new = contents(kind, path)
    print("saving", flush=True)
    while True:
        for content in (new, old):
            if how == "ours":
                KINDS[kind][1](path, content is new)
            else:
                put(how, path, content)


if __name__ == "__main__":
    save_for_ever(sys.argv[1], sys.argv[2], Path(sys.argv[3]))

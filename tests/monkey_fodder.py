"""What the monkey feeds the window: good photos, palettes and tables, hostile files, and texts to paste."""

from __future__ import annotations

import os
import re
import shutil
import tarfile
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from palette_studio.core.document import Document

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared"))
HOSTILE = SHARED / "data" / "hostile" / "files.tar.gz"
PHOTO_SIZE = (1200, 850)  # about 1 MP, so that the growth of memory can be told from a photo's own
UNTOUCHED = "good.kept"  # beside the projects: the good one, which nobody opens
MUTANTS = 24  # projects with one value that is another
VALUE = re.compile(r'(?<=[:\[ ])(-?[0-9.]+|true|false|null|"[^"]*")(?=[,\]}\s])')
ODD_VALUES = ("-1", "0", "1e999", "NaN", "9" * 30, '"x"', '"\\u202e<b>"', "null", "[]", "{}", "true", "0.5")
TEXTS = (
    "",
    "#e63946 #457b9d #1d3557",
    "rgb(1, 2, 3); hsl(120 50% 50%)",
    "not a color",
    "#ggg #12 #1234567890",
    "x" * 100_000,
    "#000000 " * 5000,
    "\u202etxet \u0000\u0007\ufffd \U0001f3a8",
    "<b>bold</b><img src='file:///etc/passwd'>",
    "%1 %2 %s {0} {}",
    "file:///nowhere/at/all.png",
    "-1e999 nan inf",
)


@dataclass(frozen=True)
class Fodder:
    """photos: open well. hostile: may or may not open. folder: where the monkey may write. projects: and
    recipes, most of them damaged."""

    photos: tuple[Path, ...]
    hostile: tuple[Path, ...]
    folder: Path
    projects: tuple[Path, ...] = ()

    @classmethod
    def in_folder(cls, folder: Path) -> Fodder:
        """Make the files in an empty folder; the same ones every time."""
        good, bad, out = (folder / name for name in ("good", "bad", "out"))
        for place in (good, bad, out):
            place.mkdir(parents=True)
        return cls(_photos(good), (*_made_hostile(bad), *_shared_hostile(bad)), out)

    def digests(self) -> list[int]:
        """Return what tells whether one of the photos was written to."""
        return [zlib.crc32(path.read_bytes()) for path in self.photos]


def _photos(folder: Path) -> tuple[Path, ...]:
    samples = sorted((ROOT / "resources" / "samples").glob("*.jpg"))
    made = []
    width, height = PHOTO_SIZE
    rows, columns = np.mgrid[0:height, 0:width]
    for number in range(4):
        rng = np.random.default_rng(number)
        tilt = rng.uniform(0.2, 3, (3, 2))
        waves = [np.sin(rows * a / 90 + number) + np.cos(columns * b / 70) for a, b in tilt]
        noise = rng.normal(0, 6, (height, width, 3))
        pixels = np.clip(np.stack(waves, axis=2) * 60 + 128 + noise, 0, 255).astype(np.uint8)
        path = folder / f"waves-{number}{('.png', '.jpg', '.tif', '.webp')[number]}"
        Image.fromarray(pixels).save(path)
        made.append(path)
    deep = folder / "small-deep.png"
    Image.fromarray((rows[:300, :400] * 200).astype(np.uint16)).save(deep)
    clear = folder / "see-through.png"
    Image.fromarray(np.dstack([columns[:64, :64]] * 4).astype(np.uint8) * 4, "RGBA").save(clear)
    dot = folder / "one-pixel.png"
    Image.new("RGB", (1, 1), (200, 30, 60)).save(dot)
    line = folder / "a-line.png"
    Image.new("RGB", (3000, 1), (20, 130, 60)).save(line)
    return (*(_small(path, folder) for path in samples), *made, deep, clear, dot, line)


def _small(path: Path, folder: Path) -> Path:
    """Return a copy of about a megapixel at most."""
    target = folder / path.name
    with Image.open(path) as image:
        image.thumbnail(PHOTO_SIZE)
        image.save(target)
    return target


def _made_hostile(folder: Path) -> tuple[Path, ...]:
    """Files by code, for where the shared ones are not."""
    sample = (ROOT / "resources" / "samples" / "cat.jpg").read_bytes()
    flipped = bytearray(sample)
    for at in np.random.default_rng(0).integers(600, len(sample), 200):
        flipped[at] ^= 0x55
    bomb = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", b"\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00")
    contents = {
        "empty.png": b"",
        "cut.jpg": sample[: len(sample) // 3],
        "flipped.jpg": bytes(flipped),
        "bomb.png": bomb + _chunk(b"IDAT", zlib.compress(bytes(1000))) + _chunk(b"IEND", b""),
        "text.jpg": b"this is no picture",
        "named.gpl": b"GIMP Palette\nName: <b>x</b>\n1 2 3\tred\n999 -5 x\n",
        "good.gpl": b"GIMP Palette\nName: good\n#\n200 10 20\tred\n10 200 20\tgreen\n20 10 200\tblue\n",
        "huge.gpl": b"GIMP Palette\n" + b"1 2 3 a\n" * 50_000,
        "bad.ase": b"ASEF\x00\x01\x00\x00\xff\xff\xff\xff",
        "bad.cube": b"LUT_3D_SIZE 99999999\n0 0 0\n",
        "nan.cube": b"LUT_3D_SIZE 2\n" + b"nan inf 1e400\n" * 8,
        "good.cube": b"LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n",
        "deep.json": b"[" * 20_000,
        "no video.mp4": bytes(range(256)) * 40,
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return (*(folder / name for name in contents), folder / "nowhere.png", folder)


def made_projects(document: Document, folder: Path) -> tuple[Path, ...]:
    """Save a document as a project and as a recipe; then both damaged, and of a photo that is nowhere."""
    from palette_studio.core.project import project_of, write_project

    folder.mkdir()
    assert document.photo is not None
    good, recipe = folder / "good.palettestudio", folder / "good-recipe.palettestudio"
    write_project(good, project_of(document))
    write_project(recipe, project_of(replace(document, photo=None)).recipe())
    text = good.read_text(encoding="utf-8")
    contents = {
        "moved": text.replace(document.photo.name, "nowhere.png"),
        "cut": text[: len(text) // 2],
        "empty": "",
        "a list": "[]",
        "deep": "[" * 20_000,
        "newer": text.replace('"version": 1', '"version": 99'),
    }
    for number in range(MUTANTS):
        rng = Random(number)
        whole = (good, recipe)[number % 2].read_text(encoding="utf-8")
        found = rng.choice(list(VALUE.finditer(whole)))
        contents[f"mutant-{number}"] = whole[: found.start()] + rng.choice(ODD_VALUES) + whole[found.end() :]
    for name, content in contents.items():
        (folder / f"{name}.palettestudio").write_text(content, encoding="utf-8")
    made = good, recipe, *sorted(folder.iterdir())
    shutil.copyfile(good, folder / UNTOUCHED)
    return made


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def _shared_hostile(folder: Path) -> tuple[Path, ...]:
    if not HOSTILE.is_file():
        return ()
    with tarfile.open(HOSTILE) as archive:
        archive.extractall(folder / "shared", filter="data")
    return tuple(sorted(path for path in (folder / "shared").rglob("*") if path.is_file()))

"""Photos to learn colors from: decoded once into one file of the cache, read from there ever after."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import cv2
import numpy as np

from palette_studio.core.colorize.paint import grayish
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.home import cache_folder
from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import pictures

ROOM = 8 / 7  # of the size of a crop
LONGEST = 2.0  # sides of a picture: what is longer is cut


@dataclass(frozen=True)
class Album:
    """Photos, (h, w, 3) uint8 sRGB each, and what kind each is: a row of ``kinds``, or -1."""

    values: np.ndarray
    places: np.ndarray
    labels: np.ndarray
    kinds: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, row: int) -> np.ndarray:
        start, height, width = (int(each) for each in self.places[row])
        return self.values[start : start + height * width * 3].reshape(height, width, 3)


def pair(
    folders: list[Path], size: int, say: Callable[[str], None] = lambda _: None, tick: Tick = no_tick
) -> tuple[Album, Album]:
    """Return the photos to learn from and those that judge, with room for crops of this size."""
    photos, judges = (read(folders, round(size * ROOM), split, say, tick) for split in ("train", "val"))
    say(f"{len(photos)} photos of {len(photos.kinds)} kinds; {len(judges)} judge")
    return photos, judges


def read(
    folders: list[Path],
    side: int,
    split: str = "train",
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> Album:
    """Return the photos under these folders and archives (``pictures.read``), from the cache if they are.

    side: pixels of the shorter side that no photo exceeds; smaller ones stay. Gray ones are left out: they
    would teach that the world is gray. Raises ValueError where there are none.
    """
    kept = cache_folder() / "albums" / f"{_key(folders, side, split)}.npy"
    if not kept.is_file():
        say(f"decoding photos ({split})")
        _write(kept, folders, side, split, tick)
    about = json.loads(kept.with_suffix(".json").read_text())
    return Album(
        np.load(kept, mmap_mode="r"),
        np.array(about["places"], np.int64),
        np.array(about["labels"], np.int64),
        tuple(about["kinds"]),
    )


def _key(folders: list[Path], side: int, split: str) -> str:
    """Return a digest of everything that the album depends on."""
    told: list[object] = [side, split]
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            about = path.stat()
            told.append([str(path.absolute()), about.st_size, about.st_mtime_ns])
    return sha256(json.dumps(told).encode()).hexdigest()[:16]


def _write(kept: Path, folders: list[Path], side: int, split: str, tick: Tick) -> None:
    photos, names = [], []
    for folder in folders:
        for name, label, data in pictures.files(folder, split):
            tick(0.0)
            pixels = _cut(_no_larger(pictures.decoded(name, data), side))
            if not grayish(pixels):
                photos.append(pixels)
                names.append(label)
    if not photos:
        raise ValueError(f"no color photos to learn from ({split}) in {', '.join(map(str, folders))}")
    kinds = sorted(set(names) - {""})
    rows = {kind: row for row, kind in enumerate(kinds)}
    ends = np.cumsum([each.size for each in photos])
    kept.parent.mkdir(parents=True, exist_ok=True)
    about = {
        "places": [[int(end - each.size), *each.shape[:2]] for end, each in zip(ends, photos, strict=True)],
        "labels": [rows.get(name, -1) for name in names],
        "kinds": kinds,
    }
    write_atomically(kept.with_suffix(".json"), json.dumps(about).encode())
    part = kept.with_suffix(".part.npy")
    np.save(part, np.concatenate([each.ravel() for each in photos]))
    part.replace(kept)


def _no_larger(pixels: np.ndarray, side: int) -> np.ndarray:
    scale = side / min(pixels.shape[:2])
    if scale >= 1:
        return pixels
    size = (max(side, round(pixels.shape[1] * scale)), max(side, round(pixels.shape[0] * scale)))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)


def _cut(pixels: np.ndarray) -> np.ndarray:
    """Return the middle of a picture that is very long."""
    most = int(LONGEST * min(pixels.shape[:2]))
    cuts = [max(0, (length - most) // 2) for length in pixels.shape[:2]]
    return pixels[cuts[0] : cuts[0] + most, cuts[1] : cuts[1] + most]

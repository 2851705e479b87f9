"""Photos of scenes with a class for every pixel: what Deep Colorization learns from and is judged by."""

from __future__ import annotations

import csv
import io
import tarfile
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from palette_studio.core.colorize.paint import grayish
from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets.pictures import decoded

INDEX = "seg_index.csv"


@dataclass(frozen=True)
class Scenes:
    """pixels: (n, h, w, 3) uint8 sRGB. masks: (n, h, w) uint8, a class each, 0 where none is known. colored:
    (n,) bool, whether a photo has colors worth learning."""

    pixels: np.ndarray
    masks: np.ndarray
    colored: np.ndarray

    def __len__(self) -> int:
        return len(self.pixels)

    def part(self, rows: np.ndarray) -> Scenes:
        return Scenes(self.pixels[rows], self.masks[rows], self.colored[rows])


def read(path: Path, split: str, tick: Tick = no_tick) -> Scenes:
    """Return the scenes of a split, by name, from an archive or the folder it was unpacked to.

    Its seg_index.csv has the columns file, mask, split and colour_ok. Raises ValueError where there is none,
    and where pictures are of several sizes.
    """
    files = _archive(path) if path.is_file() else _folder(path)
    if INDEX not in files:
        raise ValueError(
            f"{path} has no {INDEX}; name scenes_with_masks.tar.gz, or the folder it was unpacked to"
        )
    pixels, masks, colored = [], [], []
    for row in csv.DictReader(io.StringIO(files[INDEX].decode())):
        if row["split"] != split:
            continue
        tick(0.0)
        photo = decoded(row["file"], files[row["file"]])
        mask = cv2.imdecode(np.frombuffer(files[row["mask"]], np.uint8), cv2.IMREAD_GRAYSCALE)
        if mask is None or mask.shape != photo.shape[:2]:
            raise ValueError(f"{row['mask']} is no mask of {row['file']}")
        pixels.append(photo)
        masks.append(mask)
        colored.append(row["colour_ok"] == "1" and not grayish(photo))
    if len({photo.shape for photo in pixels}) != 1:
        raise ValueError(f"the scenes of {path} ({split}) are not all of one size, or there are none")
    return Scenes(np.stack(pixels), np.stack(masks), np.array(colored))


def _archive(path: Path) -> dict[str, bytes]:
    files = {}
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and (file := archive.extractfile(member)) is not None:
                files[member.name.removeprefix("./")] = file.read()
    return files


def _folder(path: Path) -> dict[str, bytes]:
    return {
        file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()
    }

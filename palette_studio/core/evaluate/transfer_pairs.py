"""Pairs of pictures that color transfer is measured on: flowers, photos, and photos with a known result."""

from __future__ import annotations

import csv
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab
from palette_studio.core.files import read_photo, read_photo_bytes
from palette_studio.core.transfer.distances import floats, reduced

SIDE = 256  # pixels a side of flowers; the longer one of other photos
PHOTOS = {".jpg", ".png", ".webp"}


class Pair(NamedTuple):
    """Pictures (h, w, 3) uint8; truth is what a perfect transfer gives, where that is known."""

    name: str
    source: np.ndarray
    reference: np.ndarray
    truth: np.ndarray | None = None


def flower_pairs(folder: Path | str) -> list[Pair]:
    """Return the pairs of flowers.tar.gz that pairs.csv names: central squares, 256 x 256.

    Raises FileNotFoundError where one of the two files is missing, KeyError for a photo that is.
    """
    folder = Path(folder)
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        named = [(row["source"], row["target"]) for row in csv.DictReader(file)]
    needed = {name for pair in named for name in pair}
    found = {}
    with tarfile.open(folder / "flowers.tar.gz") as archive:
        for member in archive:
            name = Path(member.name).name
            if name in needed and (file := archive.extractfile(member)) is not None:
                found[name] = _square(read_photo_bytes(file.read(), name).pixels)
    return [Pair(f"{Path(a).stem} > {Path(b).stem}", found[a], found[b]) for a, b in named]


def _square(pixels: np.ndarray) -> np.ndarray:
    height, width = pixels.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return reduced(pixels[top : top + side, left : left + side], SIDE)


def photo_pairs(folder: Path | str) -> list[Pair]:
    """Return every photo of a folder with the one a third of the list further on, their longer sides 256."""
    photos = list(_photos(folder))
    ahead = max(1, len(photos) // 3)
    return [
        Pair(f"{name} > {other}", pixels, wanted)
        for (name, pixels), (other, wanted) in zip(photos, photos[ahead:] + photos[:ahead], strict=True)
    ]


def truth_pairs(folder: Path | str) -> list[Pair]:
    """Return for every photo one half, the other half graded as reference, and the first graded as truth.

    Halves are the left and the right two thirds: they share what lies in the middle, as two shots of one
    scene do. The grades of ``GRADES`` take turns.
    """
    pairs = []
    for number, (name, pixels) in enumerate(_photos(folder)):
        grade, change = list(GRADES.items())[number % len(GRADES)]
        part = pixels.shape[1] * 2 // 3
        source, other = pixels[:, :part], pixels[:, -part:]
        pairs.append(Pair(f"{name} {grade}", np.ascontiguousarray(source), change(other), change(source)))
    return pairs


def _photos(folder: Path | str) -> Iterator[tuple[str, np.ndarray]]:
    paths = sorted(path for path in Path(folder).iterdir() if path.suffix.lower() in PHOTOS)
    if not paths:
        raise FileNotFoundError(
            f"{folder} holds no photos ({', '.join(sorted(PHOTOS))}); name a folder that does"
        )
    for path in paths:
        pixels = read_photo(path).pixels
        if pixels.dtype == np.uint8:
            yield path.stem, reduced(pixels, SIDE)


def _graded(change: Callable[[np.ndarray], np.ndarray]) -> Callable[[np.ndarray], np.ndarray]:
    def graded(pixels: np.ndarray) -> np.ndarray:
        lab = change(srgb_to_lab(floats(pixels)))
        return np.rint(np.clip(lab_to_srgb(lab), 0, 1) * 255).astype(np.uint8)

    return graded


def _warm(lab: np.ndarray) -> np.ndarray:
    return lab * np.array([0.95, 1.1, 1.1]) + np.array([2, 6, 14])


def _teal_and_orange(lab: np.ndarray) -> np.ndarray:
    lean = np.tanh((lab[..., :1] - 50) / 25)
    return lab * np.array([1, 0.9, 0.9]) + lean * np.array([0, 8, 14]) + np.array([0, -4, -2])


def _faded(lab: np.ndarray) -> np.ndarray:
    return lab * np.array([0.75, 0.6, 0.6]) + np.array([16, 0, 3])


def _turned(lab: np.ndarray) -> np.ndarray:
    light, a, b = np.moveaxis(lab, -1, 0)
    cosine, sine = np.cos(0.5), np.sin(0.5)
    return np.stack([light, cosine * a - sine * b, sine * a + cosine * b], -1)


# What a colorist would do to a whole scene: functions of color alone, as a LUT is
GRADES = {
    "warm": _graded(_warm),
    "teal and orange": _graded(_teal_and_orange),
    "faded": _graded(_faded),
    "hues turned": _graded(_turned),
}

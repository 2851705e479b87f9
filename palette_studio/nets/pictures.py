"""Photos to learn from: folders of pictures, and archives of them, kept small in memory."""

from __future__ import annotations

import csv
import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from palette_studio.core.tick import Tick, no_tick

ENDINGS = (".webp", ".jpg", ".jpeg", ".png")
SHARE, COLORFUL = 0.3, 0.2  # of the pixels; saturation times value


def read(folder: Path, side: int, *, split: str = "train", tick: Tick = no_tick) -> list[np.ndarray]:
    """Return the pictures under a folder, (h, w, 3) uint8 sRGB, their shorter sides ``side`` pixels.

    Archives (.tar.gz) are read without being unpacked. Where an index.csv with the columns file and split
    lies beside pictures, or in their archive, only those of this split are taken. They come by name.
    Raises ValueError where there are none.
    """
    found = []
    for name, data in _files(folder, split):
        tick(0.0)
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB)
        if pixels is None:
            raise ValueError(f"{name} is no picture that can be read; take it out of {folder}")
        found.append(_sized(pixels, side))
    if not found:
        raise ValueError(f"no pictures to learn from in {folder}; give one of photos, or of archives")
    return found


def colorful(pixels: np.ndarray) -> bool:
    """Return whether a good part of a picture has a hue worth telling."""
    spread = pixels.max(-1).astype(np.int16) - pixels.min(-1)  # saturation times value, in 8 bits
    return bool((spread > COLORFUL * 255).mean() > SHARE)


def _files(folder: Path, split: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(".tar.gz"):
            yield from _archived(path, split)
        elif path.suffix.lower() in ENDINGS:
            wanted = _wanted(path.parent / "index.csv", split)
            if wanted is None or path.name in wanted:
                yield path.name, path.read_bytes()


def _archived(path: Path, split: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of an archive by name; it is read once from end to end, as it is compressed."""
    wanted, found = _wanted(path.parent / "index.csv", split), []
    with tarfile.open(path) as archive:
        for member in archive:
            name = Path(member.name)
            if name.name == "index.csv":
                wanted = _rows(_bytes(archive, member).decode(), split)
            elif member.isfile() and name.suffix.lower() in ENDINGS:
                found.append((member.name, _bytes(archive, member)))
    for name, data in sorted(found):
        parts = Path(name).parts
        if wanted is None or parts[-1] in wanted or "/".join(parts[1:]) in wanted:
            yield name, data


def _bytes(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    assert file is not None
    return file.read()


def _wanted(index: Path, split: str) -> set[str] | None:
    return _rows(index.read_text(), split) if index.is_file() else None


def _rows(text: str, split: str) -> set[str]:
    return {row["file"] for row in csv.DictReader(io.StringIO(text)) if row.get("split", split) == split}


def _sized(pixels: np.ndarray, side: int) -> np.ndarray:
    height, width = pixels.shape[:2]
    scale = side / min(height, width)
    if scale == 1:
        return pixels
    size = max(side, round(width * scale)), max(side, round(height * scale))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)

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
INDEXES = ("index.csv", "seg_index.csv")
HELD_OUT = 20  # one in so many
SHARE, COLORFUL = 0.3, 0.2  # of the pixels; saturation times value


def read(folder: Path, side: int, *, split: str = "train", tick: Tick = no_tick) -> list[np.ndarray]:
    """Return the pictures under a folder, (h, w, 3) uint8 sRGB, their shorter sides ``side`` pixels.

    Archives (.tar.gz) are read without being unpacked. Where an index.csv with the columns file and split
    lies beside pictures, or in their archive, only those of this split are taken. They come by name.
    Raises ValueError where there are none.
    """
    found = []
    for name, _, data in files(folder, split):
        tick(0.0)
        found.append(_sized(decoded(name, data), side))
    if not found:
        raise ValueError(f"no pictures to learn from in {folder}; give one of photos, or of archives")
    return found


def decoded(name: str, data: bytes) -> np.ndarray:
    """Return the pixels of a file, (h, w, 3) uint8 sRGB. Raises ValueError where it is no picture."""
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR_RGB)
    if pixels is None:
        raise ValueError(f"{name} is no picture that can be read; take it out")
    return pixels


def colorful(pixels: np.ndarray) -> bool:
    """Return whether a good part of a picture has a hue worth telling."""
    spread = pixels.max(-1).astype(np.int16) - pixels.min(-1)  # saturation times value, in 8 bits
    return bool((spread > COLORFUL * 255).mean() > SHARE)


def files(folder: Path, split: str = "train") -> Iterator[tuple[str, str, bytes]]:
    """Yield name, label and bytes of the pictures under a folder as ``read`` takes them; "": no label."""
    known: dict[Path, dict[str, str] | None] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
        if path.name.endswith(".tar.gz"):
            yield from _archived(path, split)
        elif path.suffix.lower() in ENDINGS:
            label = _label(path, folder, split, known)
            if label is not None:
                yield path.name, label, path.read_bytes()


def _label(path: Path, top: Path, split: str, known: dict[Path, dict[str, str] | None]) -> str | None:
    """Return the label of a picture, "" where no index knows one, None where it belongs to another split.

    known: the indexes of folders, by folder, as far as they have been read.
    """
    for folder in path.parents:
        if folder not in known:
            known[folder] = _wanted(folder / "index.csv", split)
        rows = known[folder]
        if rows is not None:
            return rows.get(path.relative_to(folder).as_posix(), rows.get(path.name))
        if folder == top:
            break
    return ""


def _archived(path: Path, split: str) -> Iterator[tuple[str, str, bytes]]:
    """Yield the pictures of an archive by name; it is read once from end to end, as it is compressed."""
    wanted, found = _wanted(path.parent / "index.csv", split), []
    with tarfile.open(path) as archive:
        for member in archive:
            name = Path(member.name)
            if name.name in INDEXES:
                wanted = _rows(_bytes(archive, member).decode(), split)
            elif member.isfile() and name.suffix.lower() in ENDINGS:
                found.append((member.name, _bytes(archive, member)))
    for name, data in sorted(found):
        if wanted is None:
            yield name, "", data
            continue
        for known in (Path(name).name, name.removeprefix("./"), "/".join(Path(name).parts[1:])):
            if known in wanted:
                yield name, wanted[known], data
                break


def _bytes(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    assert file is not None
    return file.read()


def _wanted(index: Path, split: str) -> dict[str, str] | None:
    return _rows(index.read_text(), split) if index.is_file() else None


def _rows(text: str, split: str) -> dict[str, str]:
    """Return label by file of a split. Of an index that only trains, one in ``HELD_OUT`` is to judge."""
    rows = list(csv.DictReader(io.StringIO(text)))
    splits = [row.get("split", "") for row in rows]
    if set(splits) == {"train"}:
        splits = ["val" if n % HELD_OUT == HELD_OUT - 1 else "train" for n in range(len(rows))]
    return {
        row["file"]: row.get("label", "") for row, own in zip(rows, splits, strict=True) if own in ("", split)
    }


def _sized(pixels: np.ndarray, side: int) -> np.ndarray:
    height, width = pixels.shape[:2]
    scale = side / min(height, width)
    if scale == 1:
        return pixels
    size = max(side, round(width * scale)), max(side, round(height * scale))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)

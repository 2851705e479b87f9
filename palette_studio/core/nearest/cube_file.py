"""Cubes as files: plain numbers, compressed, with a digest over all of it. Nothing in them is code."""

from __future__ import annotations

import zlib
from hashlib import blake2b
from pathlib import Path

import numpy as np

from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.regular import open_regular
from palette_studio.core.nearest.metrics import METRICS, MOST_IN_CUBE
from palette_studio.core.nearest.store import BLOCK, CELLS

# Then 32 bytes of digest over the rest: the metric's number, the number of colors less 1, the colors, and
# compressed: for each cell a number, two bytes, low byte first; then the blocks.
MAGIC = b"palette-studio cube 1\n"
DIGEST, HEAD = 32, 2
QUICK = 1  # zlib's fastest: answers repeat, and cubes are kept while the artist waits
LARGEST = 2 * CELLS + BLOCK * CELLS  # bytes, when every cell has a block
LONGEST = LARGEST + LARGEST // 64  # bytes of a file: what cannot be compressed grows a little


def encoded(colors: np.ndarray, metric: str, numbers: np.ndarray, blocks: np.ndarray) -> bytes:
    """Return the bytes of a cube file. numbers, blocks: see ``Cube.packed``."""
    head = bytes([METRICS.index(metric), len(colors) - 1]) + colors.tobytes()
    body = head + zlib.compress(numbers.astype("<u2").tobytes() + blocks.tobytes(), QUICK)
    return MAGIC + blake2b(body, digest_size=DIGEST).digest() + body


def read(path: Path) -> tuple[np.ndarray, str, np.ndarray, np.ndarray]:
    """Return colors, metric, numbers and blocks of a cube file. Raises FileError, also when it is damaged."""
    try:
        with open_regular(path, "color cube") as file:
            data = file.read(LONGEST)
    except OSError as error:
        raise reading_failed(path, error) from error
    digest, body = data[len(MAGIC) : len(MAGIC) + DIGEST], data[len(MAGIC) + DIGEST :]
    if not data.startswith(MAGIC):
        raise FileError(
            f"{shown(path)} is not a color cube of this version. Delete it; it will be made anew."
        )
    if blake2b(body, digest_size=DIGEST).digest() != digest:
        raise FileError(f"{shown(path)} has been damaged. Delete it; it will be made anew.")
    try:
        return _decoded(body)
    except (ValueError, IndexError, zlib.error) as error:
        raise FileError(f"{shown(path)} holds no color cube: {error}. Delete it.") from error


def _decoded(body: bytes) -> tuple[np.ndarray, str, np.ndarray, np.ndarray]:
    """Return what ``encoded`` was given. Raises ValueError when the numbers contradict each other.

    A digest proves that nothing was damaged, not that nobody made the file: answers beyond the palette and
    cells that point outside would make the kernels read what is not theirs.
    """
    metric, count = METRICS[body[0]], body[1] + 1
    colors = np.frombuffer(body[HEAD : HEAD + 3 * count], np.uint8).reshape(count, 3).copy()
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(body[HEAD + 3 * count :], LARGEST + 1)
    if len(data) > LARGEST or len(data) < 2 * CELLS or not unpacker.eof:
        raise ValueError(f"{len(data)} bytes are not the size of a cube")
    numbers = np.frombuffer(data, "<u2", CELLS).astype(np.uint16)
    blocks = np.frombuffer(data, np.uint8, offset=2 * CELLS).reshape(-1, BLOCK)
    single = numbers < MOST_IN_CUBE
    if blocks.max(initial=0) >= count or numbers[single].max(initial=0) >= count:
        raise ValueError(f"an answer lies beyond its {count} colors")
    if int(numbers.max()) - MOST_IN_CUBE >= len(blocks):
        raise ValueError(f"a cell points beyond its {len(blocks)} blocks")
    return colors, metric, numbers, blocks

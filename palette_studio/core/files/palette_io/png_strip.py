"""A PNG strip: a row of squares, one for each color, as Lospec and sprite editors trade palettes.

Any PNG of few colors is read: the largest equal squares that the picture is made of, row by row; or, if
these are more than MOST_SQUARES, its colors in order of appearance, at most MOST_COLORS. An indexed PNG is
read by ``indexed``. Written without a library (PNG, Third Edition, W3C 2025): 8 bits, RGBA if there is
alpha.
"""

from __future__ import annotations

import math
import struct
import zlib
from typing import TYPE_CHECKING

from palette_studio.core.files.error import FileError
from palette_studio.core.files.palette_io.colors import Colors, Keeps, PaletteFile
from palette_studio.core.files.palette_io.source import Source, UnreadableError

if TYPE_CHECKING:
    import numpy as np

TITLE, PROGRAMS = "PNG strip", "any picture viewer, Lospec, Aseprite"
SUFFIXES = (".png",)
KEEPS = Keeps(alpha="yes")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
SQUARE = 32  # pixels
MOST_SQUARES, MOST_COLORS = 256, 256
MOST_SHOWN = 256  # colors in squares; more are one pixel each
MOST_MEGAPIXELS = 2


def fits(source: Source) -> bool:
    return source.data.startswith(SIGNATURE)


def read(source: Source) -> Colors:
    """Raises UnreadableError for a photo, and for what the reader of photos refuses."""
    import numpy as np

    from palette_studio.core.files.apart import read_photo_bytes_apart
    from palette_studio.core.tiles import to_8_bit

    try:
        photo = read_photo_bytes_apart(source.data, "The PNG", most_megapixels=MOST_MEGAPIXELS)
    except FileError as error:
        raise UnreadableError(f"is a PNG that cannot be read. {error}") from error
    pixels, colors = to_8_bit(photo.pixels), Colors()
    rows = _squares(pixels)
    if rows.shape[0] != 1 and rows.shape[0] * rows.shape[1] > MOST_SQUARES:
        packed = np.zeros((*rows.shape[:2], 4), np.uint8)
        packed[..., : rows.shape[2]] = rows
        _, first = np.unique(packed.view(np.uint32).ravel(), return_index=True)
        found = rows.reshape(-1, rows.shape[2])[np.sort(first)]
        if len(found) > MOST_COLORS:
            raise UnreadableError(
                f"is a picture of {len(found):,} colors. Open it as a photo: its palette is found."
            )
        rows = found
        colors.note("It is a picture: its colors are read in order of appearance, each once.")
    for r, g, b, *alpha in rows.reshape(-1, rows.shape[-1]).tolist():
        colors.add((r, g, b), alpha=alpha[0] if alpha else 255)
    return colors


def _squares(pixels: np.ndarray) -> np.ndarray:
    """Return (rows, columns, 3|4): one pixel of each of the largest equal squares."""
    height, width = pixels.shape[:2]
    most = math.gcd(height, width)
    for size in sorted((n for n in range(1, most + 1) if most % n == 0), reverse=True):
        corners = pixels[::size, ::size]
        if size == 1 or bool((corners.repeat(size, 0).repeat(size, 1) == pixels).all()):
            return corners
    return pixels


def write(file: PaletteFile) -> bytes:
    swatches = file.palette.swatches
    size = SQUARE if len(swatches) <= MOST_SHOWN else 1
    alpha = any(swatch.alpha < 255 for swatch in swatches)
    row = b"".join(bytes((*s.color, s.alpha) if alpha else s.color) * size for s in swatches)
    head = struct.pack(">2I5B", size * len(swatches), size, 8, 6 if alpha else 2, 0, 0, 0)
    data = zlib.compress((b"\0" + row) * size, 9)
    return (
        SIGNATURE
        + _chunk(b"IHDR", head)
        + _chunk(b"sRGB", b"\0")
        + _chunk(b"IDAT", data)
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

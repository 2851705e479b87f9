"""Hald CLUT: a color table as a picture. Level L has a side of L^3 pixels and L^2 nodes an axis, red fastest.

After Eskil Steenberg's description, as ImageMagick, GIMP, RawTherapee and darktable read and write it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from palette_studio.core.files.apart import read_photo_apart
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.lut import Lut, Stage, graded, node_colors

LEVELS = range(2, 17)
MOST_MEGAPIXELS = 17  # of the highest level
USUAL = 8  # the level of curves, which have no nodes of a cube: 64 nodes an axis


def read(path: Path) -> Lut:
    """Return the table of a Hald picture, its values as they are in the file. Raises FileError."""
    pixels = read_photo_apart(path, convert=False, most_megapixels=MOST_MEGAPIXELS).pixels
    height, width = pixels.shape[:2]
    level = round(height ** (1 / 3))
    if height != width or level**3 != height or level not in LEVELS:
        raise FileError(
            f"{shown(path)} is a picture of {width} × {height} pixels, and so no color table: a Hald CLUT "
            "is square, its side 8, 27, 64, 125 … or 4096. Open it as a photo, or get another file."
        )
    size = level * level
    values = pixels[..., :3].astype(np.float32).reshape(size, size, size, 3)
    values /= np.iinfo(pixels.dtype).max
    return Lut(cube=Stage(values))


def level_for(size: int) -> int:
    """Return the level whose L^2 nodes an axis are nearest to ``size``: 4, 6 and 8 for 17, 33 and 65."""
    return min(LEVELS, key=lambda level: abs(level * level - size))


def encode(lut: Lut) -> bytes:
    """Return a PNG of 16 bits a channel, without a profile: its values are no colors to be converted."""
    import cv2

    good, data = cv2.imencode(".png", cv2.cvtColor(_picture(lut), cv2.COLOR_RGB2BGR))
    if not good:
        raise FileError("could not be encoded as PNG. Write it as .cube.")
    return data.tobytes()


def _picture(lut: Lut) -> np.ndarray:
    """Return (L^3, L^3, 3) uint16."""
    size = USUAL**2 if lut.cube is None else lut.size
    level = next((level for level in LEVELS if level * level >= size), LEVELS[-1])
    side = level**3
    if lut.curves is None and lut.cube is not None and lut.cube.of_unit_domain and size == level * level:
        return _in_16_bits(lut.cube.values).reshape(side, side, 3)
    return graded(_in_16_bits(node_colors(level * level)).reshape(side, side, 3), lut)


def _in_16_bits(values: np.ndarray) -> np.ndarray:
    return np.rint(np.clip(values, 0, 1) * np.float32(65535)).astype(np.uint16)

"""Pictures of up to 8 bits a channel, by Pillow, and what every decoder returns."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageCms, ImageMode

from palette_studio.core.files import exif as exif_tags
from palette_studio.core.files.error import FileError

Image.MAX_IMAGE_PIXELS = None  # our own limit is checked first, from the header, for every decoder
for _chatty in ("tifffile", "PIL"):
    logging.getLogger(_chatty).setLevel(logging.CRITICAL)  # what they would say stands in a FileError
ROWS = 256  # rows taken out of a decoder's memory at a time: a second copy never exists whole
Check = Callable[[int, int], None]  # raises FileError when a picture of this width and height is too large
PLAIN = {"L": "L", "1": "L", "RGB": "RGB", "RGBX": "RGB", "YCbCr": "RGB", "HSV": "RGB", "CMYK": "CMYK"}
WITH_ALPHA = {"LA": "LA", "La": "LA", "PA": "RGBA", "RGBA": "RGBA", "RGBa": "RGBA"}
TRANSPARENT = {"L": "LA", "1": "LA", "RGB": "RGBA"}  # modes of which one color may be called transparent


@dataclass(frozen=True, eq=False)
class Decoded:
    """pixels: (h, w) gray, (h, w, 2) gray and alpha, (h, w, 3), (h, w, 4) RGBA or, when inks, CMYK.

    uint8 or uint16. orientation: 1..8, yet to be applied. exif: as ``exif.kept`` gives it.
    """

    pixels: np.ndarray
    profile: bytes | None = None
    orientation: int = 1
    exif: bytes | None = None
    inks: bool = False


def with_pillow(file: BinaryIO, kind: str, check: Check) -> Decoded:
    """Return a picture of up to 8 bits a channel."""
    with Image.open(file, formats=[kind.upper()]) as image:
        check(*image.size)
        image.load()
        pixels = _pixels_of(image)
        profile = image.info.get("icc_profile")
        exif = image.getexif()  # after load(), which turns a TIFF upright and takes the note of it away
        inks = image.mode == "CMYK"
        return Decoded(
            pixels, profile or None, exif_tags.orientation_of(exif), exif_tags.kept(exif), inks=inks
        )


def _pixels_of(image: Image.Image) -> np.ndarray:
    """Return a loaded picture as an array. Colors under alpha 0 stay as they are."""
    if image.mode == "LAB":
        return _rows_of(image, lambda part: ImageCms.applyTransform(part, _lab_to_srgb()), 3)
    mode = _plain_mode(image)
    return _rows_of(image, lambda part: part if part.mode == mode else part.convert(mode), len(mode))


def _plain_mode(image: Image.Image) -> str:
    """Return the plainest mode that holds what the picture holds."""
    if image.mode == "P":
        return "RGBA" if image.has_transparency_data else "RGB"
    if "transparency" in image.info and image.mode in TRANSPARENT:
        return TRANSPARENT[image.mode]
    mode = PLAIN.get(image.mode) or WITH_ALPHA.get(image.mode)
    if mode is None:
        depth = ImageMode.getmode(image.mode).typestr
        raise FileError(
            f"has pixels of an unusual kind ({image.mode}, {depth}). Save it with 8 or 16 bits first."
        )
    return mode


def _rows_of(
    image: Image.Image, changed: Callable[[Image.Image], Image.Image | None], channels: int
) -> np.ndarray:
    width, height = image.size
    result = np.empty((height, width) if channels == 1 else (height, width, channels), np.uint8)
    for top in range(0, height, ROWS):
        bottom = min(top + ROWS, height)
        part = changed(image.crop((0, top, width, bottom)))
        assert part is not None
        result[top:bottom] = np.asarray(part)
    return result


def _lab_to_srgb() -> ImageCms.ImageCmsTransform:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(lab, srgb, "LAB", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC)


def read_exif(file: BinaryIO) -> Image.Exif | None:
    """Return the tags of something laid out like a TIFF file; None when it is damaged."""
    exif = Image.Exif()
    try:
        file.seek(0)
        exif.load_from_fp(file)
    except Exception:  # damaged notes are no reason not to open a photo
        return None
    return exif

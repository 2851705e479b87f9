"""From the bytes of a photo to its pixels, as the file has them: no color conversion, not yet upright."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import cv2
import imagecodecs
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


def decode(file: BinaryIO, kind: str, check: Check) -> Decoded:
    """Return the first picture in a file of this kind (a key of kinds.PHOTO_KINDS).

    file: seekable. Raises whatever the decoders raise, FileError for what they would get wrong.
    """
    if kind == "tiff":
        from palette_studio.core.files.tiff import decode_tiff

        return decode_tiff(file, check)
    file.seek(0)
    start = file.read(32)
    file.seek(0)
    if kind == "png" and start[24] == 16:
        return _deep_png(file, check)
    if kind == "webp":
        check(*_webp_size(start))  # before Pillow: its decoder takes memory when it opens the file
    return with_pillow(file, kind, check)


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


def _deep_png(file: BinaryIO, check: Check) -> Decoded:
    """Return a PNG of 16 bits a channel, which Pillow would halve."""
    with Image.open(file, formats=["PNG"]) as image:
        check(*image.size)
        profile, key = image.info.get("icc_profile"), image.info.get("transparency")
    file.seek(0)
    data = file.read()
    pixels = _interlaced_png(data) if data[28] else imagecodecs.png_decode(data)
    if pixels.dtype != np.uint16:
        raise FileError("has pixels of an unusual kind. Save it as a plain PNG first.")
    if key is not None and (pixels.ndim == 2 or pixels.shape[2] == 3):
        pixels = _keyed(pixels, key)
    exif = _png_exif(data)
    return Decoded(pixels, profile or None, exif_tags.orientation_of(exif), exif_tags.kept(exif))


def _interlaced_png(data: bytes) -> np.ndarray:
    """Return the pixels by OpenCV: imagecodecs takes the last pass of an interlaced picture for the whole."""
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise ValueError("interlaced pixels are damaged")
    if pixels.ndim == 3:
        pixels = pixels[..., [2, 1, 0, 3][: pixels.shape[2]]]
    return pixels


def _keyed(pixels: np.ndarray, key: object) -> np.ndarray:
    """Return 16-bit pixels with an alpha channel: 0 where the color is the key."""
    colors = pixels[..., None] if pixels.ndim == 2 else pixels
    seen = (colors != np.asarray(key)).any(axis=2)
    return np.concatenate([colors, np.where(seen, 65535, 0).astype(np.uint16)[..., None]], axis=2)


def _png_exif(data: bytes) -> Image.Exif | None:
    """Return the EXIF chunk, which may stand before or after the pixels."""
    place = 8
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] == b"eXIf":
            return read_exif(io.BytesIO(data[place + 8 : place + 8 + length]))
        place += 12 + length
    return None


def read_exif(file: BinaryIO) -> Image.Exif | None:
    """Return the tags of something laid out like a TIFF file; None when it is damaged."""
    exif = Image.Exif()
    try:
        file.seek(0)
        exif.load_from_fp(file)
    except Exception:  # damaged notes are no reason not to open a photo
        return None
    return exif


def _webp_size(start: bytes) -> tuple[int, int]:
    """Return (width, height) as the first chunk has it (RFC 9649, sections 2.5 to 2.7)."""
    if start[12:16] == b"VP8X":
        return 1 + int.from_bytes(start[24:27], "little"), 1 + int.from_bytes(start[27:30], "little")
    if start[12:16] == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = (int.from_bytes(start[i : i + 2], "little") & 0x3FFF for i in (26, 28))
    return width, height

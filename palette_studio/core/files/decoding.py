"""From the bytes of a photo to its pixels, as the file has them: no color conversion, not yet upright."""

from __future__ import annotations

import io
from typing import BinaryIO

import cv2
import imagecodecs
import numpy as np
from PIL import Image

from palette_studio.core.files import exif as exif_tags
from palette_studio.core.files.by_pillow import Check, Decoded, read_exif, with_pillow
from palette_studio.core.files.error import FileError
from palette_studio.core.files.kinds import MORE_KINDS
from palette_studio.core.files.more_formats import decode_more
from palette_studio.core.files.tiff import decode_tiff

ANIMATION = frozenset((b"acTL", b"fcTL", b"fdAT"))  # chunks of PNG (Third Edition, W3C 2025, section 11.3.6)


def decode(file: BinaryIO, kind: str, check: Check) -> Decoded:
    """Return the first picture in a file of this kind (a key of kinds.PHOTO_KINDS or MORE_KINDS).

    file: seekable. Raises whatever the decoders raise, FileError for what they would get wrong.
    """
    if kind in MORE_KINDS:
        return decode_more(file, kind, check)
    if kind == "tiff":
        return decode_tiff(file, check)
    file.seek(0)
    start = file.read(32)
    file.seek(0)
    if kind == "png":
        return _png(file, start[24] == 16, check)
    if kind == "webp":
        check(*_webp_size(start))  # before Pillow: its decoder takes memory when it opens the file
    return with_pillow(file, kind, check)


def _png(file: BinaryIO, deep: bool, check: Check) -> Decoded:
    """Return a PNG; one whose animation is damaged by the still picture that every PNG is."""
    try:
        return _deep_png(file, check) if deep else with_pillow(file, "png", check)
    except (FileError, MemoryError):
        raise
    except Exception:
        file.seek(0)
        data = file.read()
        still = _without_chunks(data, ANIMATION)
        if len(still) == len(data):
            raise
    return _png(io.BytesIO(still), deep, check)


def _without_chunks(data: bytes, names: frozenset[bytes]) -> bytes:
    parts, place = [data[:8]], 8
    while place < len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] not in names:
            parts.append(data[place:end])
        place = end
    return b"".join(parts)


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


def _webp_size(start: bytes) -> tuple[int, int]:
    """Return (width, height) as the first chunk has it (RFC 9649, sections 2.5 to 2.7)."""
    if start[12:16] == b"VP8X":
        return 1 + int.from_bytes(start[24:27], "little"), 1 + int.from_bytes(start[27:30], "little")
    if start[12:16] == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = (int.from_bytes(start[i : i + 2], "little") & 0x3FFF for i in (26, 28))
    return width, height

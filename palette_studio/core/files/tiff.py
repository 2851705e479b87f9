"""TIFF: 8 bits by Pillow, more bits and other numbers by tifffile; written by tifffile."""

from __future__ import annotations

import io
from typing import BinaryIO

import cv2
import numpy as np
import tifffile

from palette_studio.core import tiles
from palette_studio.core.files import exif as exif_tags
from palette_studio.core.files.by_pillow import Check, Decoded, read_exif, with_pillow
from palette_studio.core.files.error import FileError
from palette_studio.core.files.sixteen_bits import linear_to_srgb, to_16_bit

MOST_CHANNELS = 8
# WORKAROUND tifffile writes no pointers to directories: their entries go by neighboring free tags at first.
HELD_FREE = {exif_tags.EXIF: 34664, exif_tags.GPS: 34854}
X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 282, 283, 296
NO_UNIT, INCH, CENTIMETER = 1, 2, 3  # values of RESOLUTION_UNIT
STRIP_BYTES = 1 << 20  # compressed at a time, on every core
GRAY = (tifffile.PHOTOMETRIC.MINISBLACK, tifffile.PHOTOMETRIC.MINISWHITE)
RGB, INKS = tifffile.PHOTOMETRIC.RGB, tifffile.PHOTOMETRIC.SEPARATED
COLORS: dict[int, int] = {GRAY[0]: 1, GRAY[1]: 1, RGB: 3, INKS: 4}
WHOLE_NUMBERS, SIGNED, FRACTIONS = (tifffile.SAMPLEFORMAT(n) for n in (1, 2, 3))
DEEP = {  # kinds of numbers, and bits of each, that only tifffile reads right
    *((WHOLE_NUMBERS, bits) for bits in (*range(9, 17), 32)),
    *((SIGNED, bits) for bits in (8, 16, 32)),
    *((FRACTIONS, bits) for bits in (16, 32, 64)),
}
LIGHT = {tifffile.COMPRESSION.SGILOG, tifffile.COMPRESSION.SGILOG24}


def decode_tiff(file: BinaryIO, check: Check) -> Decoded:
    """Return the first page. Raises FileError for complex numbers and other rare kinds."""
    file.seek(0)
    try:
        with tifffile.TiffFile(file) as whole:
            page = whole.pages.first
            check(page.imagewidth, page.imagelength)
            if page.compression in LIGHT:
                return _light(file)
            if (page.sampleformat or WHOLE_NUMBERS, page.bitspersample) in DEEP:
                return _deep(page, file, check)
            bits, format_ = page.bitspersample, page.sampleformat
    except FileError:
        raise
    except Exception:  # odd, but Pillow may still make something of it
        bits, format_ = 8, WHOLE_NUMBERS
    if bits > 8 or format_ not in (None, WHOLE_NUMBERS):
        raise FileError(
            f"holds numbers of a rare kind, of {bits} bits, that nothing here can read. "
            "Save it as a TIFF of 8 or 16 bits a channel first."
        )
    file.seek(0)
    return with_pillow(file, "tiff", check)


def _light(file: BinaryIO) -> Decoded:
    """Return a picture in LogLuv, which holds light itself and which OpenCV alone reads; 1 is white."""
    file.seek(0)
    light = cv2.imdecode(np.frombuffer(file.read(), np.uint8), cv2.IMREAD_UNCHANGED)
    if light is None or light.ndim != 3 or light.dtype.kind != "f":
        raise ValueError("its light cannot be read")
    return Decoded(to_16_bit(linear_to_srgb(light[..., 2::-1]), 16))


def _deep(page: tifffile.TiffPage, file: BinaryIO, check: Check) -> Decoded:
    colors = COLORS.get(page.photometric)
    if colors is None or page.imagedepth != 1 or not colors <= page.samplesperpixel <= MOST_CHANNELS:
        raise FileError("is a TIFF of a rare kind (not gray, RGB or CMYK). Save it as 16-bit RGB first.")
    if page.is_tiled:
        check(page.tilewidth, page.tilelength)
    pixels = to_16_bit(page.asarray(maxworkers=1), page.bitspersample)
    if pixels.ndim == 3 and page.planarconfig == tifffile.PLANARCONFIG.SEPARATE:
        pixels = np.moveaxis(pixels, 0, -1)
    pixels = _channels(pixels, page, colors)
    if page.photometric == tifffile.PHOTOMETRIC.MINISWHITE:
        pixels = _inverted_gray(pixels)
    tag = page.tags.get(34675)  # InterColorProfile
    exif = read_exif(file)
    return Decoded(
        pixels,
        tag.value if tag is not None and isinstance(tag.value, bytes) else None,
        exif_tags.orientation_of(exif),
        exif_tags.kept(exif),
        inks=page.photometric == INKS,
    )


def _channels(pixels: np.ndarray, page: tifffile.TiffPage, colors: int) -> np.ndarray:
    """Return the colors and, of the extra channels, the alpha if there is one; color not multiplied by it."""
    if pixels.ndim == 2:
        return pixels
    extra = page.extrasamples[0] if page.extrasamples else None
    alpha = pixels.shape[2] > colors and page.photometric != INKS
    if alpha and extra == tifffile.EXTRASAMPLE.ASSOCALPHA:
        return _divided(pixels[..., : colors + 1])
    if alpha and extra == tifffile.EXTRASAMPLE.UNASSALPHA:
        return np.ascontiguousarray(pixels[..., : colors + 1])
    pixels = pixels[..., :colors]
    return np.ascontiguousarray(pixels[..., 0] if colors == 1 else pixels)


def _divided(pixels: np.ndarray) -> np.ndarray:
    """Return pixels whose color had been multiplied by alpha, with their own color; 0 where alpha is 0."""
    result = np.empty_like(pixels)
    for top in range(0, len(pixels), 256):
        part = pixels[top : top + 256].astype(np.float64)
        alpha = part[..., -1:]
        color = np.where(alpha > 0, part[..., :-1] * 65535 / np.maximum(alpha, 1), 0)
        result[top : top + 256, :, :-1] = np.rint(np.minimum(color, 65535))
        result[top : top + 256, :, -1] = pixels[top : top + 256, :, -1]
    return result


def _inverted_gray(pixels: np.ndarray) -> np.ndarray:
    if pixels.ndim == 2:
        return 65535 - pixels
    return np.stack([65535 - pixels[..., 0], pixels[..., 1]], axis=2)


def encode_tiff(pixels: np.ndarray, profile: bytes, exif: bytes | None, quality: int) -> bytes:
    """Return a TIFF of 8 or 16 bits a channel, losslessly compressed."""
    main, details, place = exif_tags.directories(exif) if exif else ({}, {}, {})
    file, resolution = io.BytesIO(), _resolution(main)
    directories = {tag: tags for tag, tags in ((exif_tags.EXIF, details), (exif_tags.GPS, place)) if tags}
    tifffile.imwrite(
        file,
        pixels,
        photometric=RGB,
        extrasamples=[tifffile.EXTRASAMPLE.UNASSALPHA] if pixels.shape[2] == 4 else None,
        compression="zlib",
        predictor=True,
        byteorder="<",
        bigtiff=False,
        rowsperstrip=max(1, STRIP_BYTES // (pixels.shape[1] * pixels.shape[2] * pixels.itemsize)),
        iccprofile=profile,
        resolution=resolution,
        resolutionunit=_unit(main) if resolution else NO_UNIT,  # else it would be one pixel an inch
        metadata=None,
        software=False,
        extratags=[*_extra_tags(main), *((HELD_FREE[tag], "I", 1, 0, True) for tag in directories)],
        maxworkers=tiles.CORES,
    )
    for tag, tags in directories.items():
        _append_directory(file, tag, tags)
    return file.getvalue()


def _resolution(main: exif_tags.Tags) -> tuple[float, float] | None:
    """Return pixels an inch or centimeter, across and down; None when they are not said, or nonsense."""
    try:
        across, down = float(main[X_RESOLUTION]), float(main[Y_RESOLUTION])  # type: ignore[arg-type]  # a rational
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return (across, down) if 0 < across < 1e6 and 0 < down < 1e6 else None


def _unit(main: exif_tags.Tags) -> int:
    return CENTIMETER if main.get(RESOLUTION_UNIT) == CENTIMETER else INCH


def _extra_tags(main: exif_tags.Tags) -> list[tuple[int, str, int, object, bool]]:
    """Return the words of the main directory (maker, model, time ...) as tifffile takes them."""
    return [(tag, "s", 0, value, True) for tag, value in main.items() if isinstance(value, str) and value]


def _append_directory(file: io.BytesIO, pointer: int, tags: exif_tags.Tags) -> None:
    """Put a directory at the end of a TIFF, and its place and tag where they are held free."""
    file.seek(0, io.SEEK_END)
    place = file.tell() + file.tell() % 2  # directories begin at even places
    file.seek(place)
    file.write(exif_tags.directory_bytes(tags, place))
    with file.getbuffer() as written:
        entry = _entry_place(written, HELD_FREE[pointer])
    file.seek(entry)
    file.write(pointer.to_bytes(2, "little"))
    file.seek(entry + 8)
    file.write(place.to_bytes(4, "little"))


def _entry_place(data: memoryview, tag: int) -> int:
    """Return where a tag stands in the first directory of a little-endian TIFF (TIFF 6.0, page 14)."""
    first = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[first : first + 2], "little")
    entries = (first + 2 + 12 * number for number in range(count))
    return next(entry for entry in entries if int.from_bytes(data[entry : entry + 2], "little") == tag)

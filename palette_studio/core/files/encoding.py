"""From pixels to the bytes of a file, with profile and EXIF."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image

from palette_studio.core.files import avif
from palette_studio.core.files.error import FileError
from palette_studio.core.files.exif import HEAD
from palette_studio.core.files.profiles import srgb_profile
from palette_studio.core.files.tiff import encode_tiff

FULL_CHROMA = 90  # from this quality on, color has the same resolution as lightness: color is what was edited
AVIF_SPEED = 8  # 3 times as fast as the usual 6, for 0.3 to 0.7 dB and up to a sixth more bytes
LONGEST = {"JPEG": 65535, "WEBP": 16383, "AVIF": 65535}  # px a side
MOST_LOSSLESS_WEBP = 60_000_000  # px, for which libwebp takes 1.5 GB at its least effort
MOST_CAREFUL_WEBP = 40_000_000  # px, for which it takes as much at its usual one; files are a fifth smaller
MOST_JPEG_EXIF = 65533  # bytes of one segment


def encode_png(pixels: np.ndarray, profile: bytes, exif: bytes | None, quality: int) -> bytes:
    """Return a PNG of 8 or 16 bits a channel, by OpenCV: Pillow halves 16 bits and is three times slower."""
    order = cv2.COLOR_RGB2BGR if pixels.shape[2] == 3 else cv2.COLOR_RGBA2BGRA
    kinds, values = [cv2.IMAGE_METADATA_ICCP], [np.frombuffer(profile, np.uint8)]
    if exif:
        kinds.append(cv2.IMAGE_METADATA_EXIF)
        values.append(np.frombuffer(exif.removeprefix(HEAD), np.uint8))
    good, data = cv2.imencodeWithMetadata(".png", cv2.cvtColor(pixels, order), kinds, values)
    if not good:
        raise FileError("could not be encoded as PNG. Choose another format.")
    return data.tobytes()


def encode_jpeg(pixels: np.ndarray, profile: bytes, exif: bytes | None, quality: int) -> bytes:
    if exif and len(exif) > MOST_JPEG_EXIF:
        exif = None
    sampling = "4:4:4" if quality >= FULL_CHROMA else "4:2:0"
    return _with_pillow("JPEG", pixels, profile, exif, quality=quality, subsampling=sampling)


def encode_webp(pixels: np.ndarray, profile: bytes, exif: bytes | None, quality: int) -> bytes:
    """Return a WebP; at quality 100 it is lossless, colors under alpha 0 included."""
    if quality < 100:
        return _with_pillow("WEBP", pixels, profile, exif, quality=quality, exact=True)
    height, width = pixels.shape[:2]
    if height * width > MOST_LOSSLESS_WEBP:
        raise FileError(
            f"would be {width} × {height} pixels; a lossless WebP of more than {MOST_LOSSLESS_WEBP // 10**6} "
            "megapixels takes too much memory to make. Export it as PNG or TIFF, which are lossless too, or "
            "with a quality below 100."
        )
    effort = 4 if height * width <= MOST_CAREFUL_WEBP else 0
    return _with_pillow("WEBP", pixels, profile, exif, lossless=True, quality=80, method=effort, exact=True)


def encode_avif(pixels: np.ndarray, profile: bytes, exif: bytes | None, quality: int) -> bytes:
    """Return an AVIF; what is larger than one frame of AV1 may be is cut into tiles."""
    height, width = pixels.shape[:2]
    even = width % 2 == height % 2 == 0  # as pictures of tiles whose chroma is halved have to be
    tiled = not avif.fits_one_frame(width, height)
    sampling = "4:4:4" if quality >= FULL_CHROMA or (tiled and not even) else "4:2:0"
    how = {"quality": quality, "subsampling": sampling, "speed": AVIF_SPEED}
    if not tiled:
        return _with_pillow("AVIF", pixels, profile, exif, **how)
    _check_longest("AVIF", width, height)
    grid = avif.Grid.over(width, height)
    tiles = (_with_pillow("AVIF", _tile(pixels, grid, *at), profile, None, **how) for at in grid.corners())
    return avif.put_together(tiles, grid, exif)


def _tile(pixels: np.ndarray, grid: avif.Grid, left: int, top: int) -> np.ndarray:
    """Return a whole tile; beyond the picture its last row and column go on."""
    part = pixels[top : top + grid.tile_height, left : left + grid.tile_width]
    below, beside = grid.tile_height - part.shape[0], grid.tile_width - part.shape[1]
    return np.pad(part, ((0, below), (0, beside), (0, 0)), "edge")


def _with_pillow(kind: str, pixels: np.ndarray, profile: bytes, exif: bytes | None, **how: object) -> bytes:
    height, width = pixels.shape[:2]
    _check_longest(kind, width, height)
    file = io.BytesIO()
    notes = {"exif": exif} if exif else {}
    Image.fromarray(pixels).save(file, kind, icc_profile=profile, **notes, **how)
    return file.getvalue()


def _check_longest(kind: str, width: int, height: int) -> None:
    if max(width, height) > LONGEST[kind]:
        raise FileError(
            f"would be {width} × {height} pixels; a {kind} file has at most {LONGEST[kind]} a side. "
            "Export it smaller, or as PNG or TIFF."
        )


def encode_indexed(indices: np.ndarray, colors: np.ndarray) -> bytes:
    """Return an indexed PNG that has exactly ``colors`` as its palette, in order, equal ones included.

    indices: (h, w) integers below k. colors: (k, 3|4) uint8, 1 to 256 of them; a fourth value is the alpha of
    an entry, written as tRNS as far as the last entry that is not opaque. Raises ValueError for another k.
    """
    if not 1 <= len(colors) <= 256:
        raise ValueError(f"an indexed PNG has 1 to 256 colors, not {len(colors)}")
    image = Image.fromarray(np.ascontiguousarray(indices, np.uint8))
    colors = colors.astype(np.uint8)
    image.putpalette(colors[:, :3].tobytes())
    partly = np.flatnonzero(colors[:, 3] < 255) if colors.shape[1] == 4 else np.empty(0, np.intp)
    how = {"transparency": colors[: partly[-1] + 1, 3].tobytes()} if len(partly) else {}
    file = io.BytesIO()
    image.save(file, "PNG", icc_profile=srgb_profile(), **how)
    return file.getvalue()


Encoder = Callable[[np.ndarray, bytes, bytes | None, int], bytes]  # pixels, profile, EXIF, quality
ENCODERS: dict[str, Encoder] = {
    "png": encode_png,
    "jpeg": encode_jpeg,
    "tiff": encode_tiff,
    "webp": encode_webp,
    "avif": encode_avif,
}

"""Photos out: the right pixels and profile, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from palette_studio.core.files.atomic import check_target, write_atomically
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.options import DEEP, OPAQUE, ExportOptions
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, to_8_bit


class Colored(NamedTuple):
    """Pixels and the profile that says what they mean."""

    pixels: np.ndarray
    profile: bytes


def write_photo(
    path: str | Path,
    pixels: np.ndarray,
    photo: Photo | None = None,
    options: ExportOptions | None = None,
    *,
    unchanged: bool = False,
    tick: Tick = no_tick,
) -> None:
    """Write pixels as a file, which afterwards is whole, or as it was before.

    pixels: (h, w, 3|4) sRGB, uint8 or uint16. photo: what they were made from; its profile and EXIF go along,
    and its own file is never written to. A profile is always embedded. PNG, TIFF, and WebP at quality 100,
    give back exactly the pixels written.
    unchanged: the pixels are the photo's own. Then, at the same size and depth, the file has the source's
    pixels and profile, read anew where they had been converted. If the source is gone or another by now, it
    is an export like any.
    Raises FileError when the file cannot be written, ValueError for options without meaning.
    """
    path, options = Path(path), options or ExportOptions()
    options.check()
    check_target(path)
    data = encode_photo(pixels, photo, options, unchanged=unchanged, tick=tick, name=shown(path))
    write_atomically(path, data)
    tick(1.0)


def encode_photo(
    pixels: np.ndarray,
    photo: Photo | None = None,
    options: ExportOptions | None = None,
    *,
    unchanged: bool = False,
    tick: Tick = no_tick,
    name: str = "The photo",
) -> bytes:
    """Return the bytes that ``write_photo`` writes."""
    from palette_studio.core.files import exif, resizing
    from palette_studio.core.files.encoding import ENCODERS

    options = options or ExportOptions()
    options.check()
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or pixels.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"pixels are (h, w, 3|4) uint8 or uint16, not {pixels.shape} {pixels.dtype}")
    tick(0.0)
    width, height = resizing.size_within(pixels, options.long_edge)
    colored = None
    if unchanged and photo is not None and _fits(photo, pixels, width, height, options):
        colored = _own(photo)
    if colored is None:
        resized = resizing.resized(pixels, width, height)
        tick(0.2)
        colored = _colored(resized, photo, options)
    tick(0.4)
    whole = _without_alpha(colored.pixels, options) if options.format in OPAQUE else colored.pixels
    notes = photo.origin.exif if photo and options.keep_exif else None
    notes = exif.fitted(notes, whole.shape[1], whole.shape[0], options.keep_gps)
    try:
        return ENCODERS[options.format](np.ascontiguousarray(whole), colored.profile, notes, options.quality)
    except FileError as error:
        raise FileError(f"{name} {error}") from error
    except MemoryError as error:
        raise FileError(
            f"{name} needs more memory than is free. Close other programs, or export it smaller."
        ) from error
    except Exception as error:  # encoders raise several kinds of error; all mean that there is no file
        raise FileError(
            f"{name} could not be encoded as {options.format.upper()} ({error}). Choose another format."
        ) from error


def in_depth(pixels: np.ndarray, bits: int) -> np.ndarray:
    """Return the pixels with 8 or 16 bits a channel: v * 257 on the way up, round(v / 257) down."""
    if bits == 8:
        return to_8_bit(pixels)
    return pixels if pixels.dtype == np.uint16 else pixels * np.uint16(257)


def _bits(pixels: np.ndarray, options: ExportOptions) -> int:
    if options.bits:
        return options.bits
    return pixels.dtype.itemsize * 8 if options.format in DEEP else 8


def _fits(photo: Photo, pixels: np.ndarray, width: int, height: int, options: ExportOptions) -> bool:
    """Return whether the export has the photo's own size and depth."""
    return (height, width) == photo.pixels.shape[:2] and _bits(pixels, options) == photo.bits


def _own(photo: Photo) -> Colored | None:
    """Return the pixels and profile of the source file, or None when it no longer has them."""
    from palette_studio.core.files.apart import read_photo_apart
    from palette_studio.core.files.profiles import convert, srgb_profile

    origin = photo.origin
    if not origin.converted:
        return Colored(photo.pixels, origin.profile or srgb_profile())
    if origin.path is None or origin.profile is None:
        return None
    try:
        own = read_photo_apart(origin.path, most_megapixels=float("inf"), convert=False)
    except FileError:  # moved or unplugged since; what is in memory looks the same
        return None
    if own.pixels.shape != photo.pixels.shape or own.origin.profile != origin.profile:
        return None
    seen = convert(own.pixels, origin.profile, srgb_profile())
    return Colored(own.pixels, origin.profile) if np.array_equal(seen, photo.pixels) else None


def _colored(pixels: np.ndarray, photo: Photo | None, options: ExportOptions) -> Colored:
    """Return the pixels in the depth and colors asked for."""
    from palette_studio.core.files import profiles

    bits, srgb = _bits(pixels, options), profiles.srgb_profile()
    source = photo.origin.profile if photo else None
    if options.profile != "source" or source is None or not profiles.leads_back(source):
        return Colored(in_depth(pixels, bits), srgb)
    if profiles.is_srgb(source):
        return Colored(in_depth(pixels, bits), source)
    if bits == 16:
        pixels = in_depth(pixels, 16)  # first, so that the conversion rounds less
    return Colored(in_depth(profiles.convert(pixels, srgb, source), bits), source)


def _without_alpha(pixels: np.ndarray, options: ExportOptions) -> np.ndarray:
    """Return 8-bit pixels over the background, mixed as the screen mixes them: in sRGB values."""
    if pixels.shape[2] == 3:
        return pixels
    result = np.empty((*pixels.shape[:2], 3), np.uint8)
    background = np.array(options.background, np.uint32)

    def work(start: int, stop: int) -> None:
        part = pixels[start:stop].astype(np.uint32)
        alpha = part[..., 3:]
        result[start:stop] = (part[..., :3] * alpha + background * (255 - alpha) + 127) // 255

    each_block(len(pixels), work)
    return result

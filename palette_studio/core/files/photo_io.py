"""Photos in: from a path, from bytes, from pixels."""

from __future__ import annotations

import hashlib
import io
import threading
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np

from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.kinds import (
    MORE_KINDS,
    MOST_BYTES_SEEN,
    PHOTO_KINDS,
    can_read,
    described,
    photo_kind,
)
from palette_studio.core.files.regular import open_regular
from palette_studio.core.photo import MOST_MEGAPIXELS, Photo
from palette_studio.core.tiles import read_only

_ONE_AT_A_TIME = threading.Lock()  # silencing warnings is for the whole process


def read_photo(path: str | Path, *, most_megapixels: float = MOST_MEGAPIXELS, convert: bool = True) -> Photo:
    """Return the photo in a file: upright, in sRGB, at its own depth, alpha as it is.

    JPEG, PNG, TIFF, WebP, BMP, AVIF, and the first frame of a GIF, known by content, not by name; with
    palette-studio[formats] HEIC, JPEG XL and what cameras call raw, too. Gray, indexed and CMYK pictures
    become RGB. With ``convert`` False, RGB pixels stay in the file's own colors.
    The size is looked at before anything is decoded.
    Raises FileError, whose message names the file, the reason and what to do.
    """
    path = Path(path)
    with open_regular(path) as file:
        return _read(file, shown(path), path, most_megapixels, convert)


def read_photo_bytes(data: bytes, name: str, *, most_megapixels: float = MOST_MEGAPIXELS) -> Photo:
    """Return the photo in the bytes of a file, as ``read_photo`` does; name: for people."""
    return _read(io.BytesIO(data), name, None, most_megapixels, True)


def photo_from_pixels(pixels: np.ndarray, name: str = "Pasted image") -> Photo:
    """Return a photo of (h, w, 3|4) sRGB pixels, uint8 or uint16, that came from no file.

    Raises ValueError for another shape or dtype, or nothing to see.
    """
    if 0 in pixels.shape:
        raise ValueError(f"{name} has no pixels: its shape is {pixels.shape}")
    return Photo(read_only(pixels), name)


def _read(
    file: io.BufferedReader | io.BytesIO, name: str, path: Path | None, most_megapixels: float, convert: bool
) -> Photo:
    def check(width: int, height: int) -> None:
        check_size(width, height, most_megapixels)

    try:
        start = file.read(MOST_BYTES_SEEN)
        kind = _checked_kind(start)
        with _ONE_AT_A_TIME, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # decoders warn of what they then read well, or refuse
            from palette_studio.core.files.decoding import decode
            from palette_studio.core.files.upright import photo_of

            photo = photo_of(decode(file, kind, check), name, path, kind, convert)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return replace(photo, origin=replace(photo.origin, digest=digest))
    except FileError as error:
        raise FileError(f"{name} {error}") from error
    except MemoryError as error:
        raise FileError(
            f"{name} needs more memory than this computer has free. Close other programs, or make it smaller."
        ) from error
    except OSError as error:
        if error.errno is not None and path is not None:
            raise reading_failed(path, error) from error
        raise _damaged(name, error) from error
    except Exception as error:  # decoders raise a dozen kinds of error; all mean that the file is damaged
        raise _damaged(name, error) from error


def check_size(width: int, height: int, most_megapixels: float) -> None:
    """Raise FileError when a picture is empty or has more pixels than may be opened."""
    if width < 1 or height < 1:
        raise FileError(f"claims to be {width} × {height} pixels: it is damaged. Get another copy of it.")
    if width * height > most_megapixels * 1e6:
        raise FileError(
            f"is {width} × {height} pixels ({width * height / 1e6:.0f} MP); Palette Studio opens up to "
            f"{most_megapixels:g} MP. Make it smaller first, or raise the limit in Preferences."
        )


def _checked_kind(start: bytes) -> str:
    if not start:
        raise FileError("is empty: it holds no bytes at all. Get another copy of it.")
    kind = photo_kind(start)
    if kind is None:
        *most, last = PHOTO_KINDS.values()
        opened = f"{', '.join(most)} and {last}"
        raise FileError(f"is {described(start)}, whatever its name says. Palette Studio opens {opened}.")
    if not can_read(kind):
        raise FileError(
            f"is a {MORE_KINDS[kind]} picture. To open it, install palette-studio[formats], or save it as "
            "TIFF or JPEG first."
        )
    return kind


def _damaged(name: str, error: Exception) -> FileError:
    text = str(error).split("\n")[0].strip().rstrip(".")[:120]
    if "truncated" in text.lower() or "too small" in text.lower() or "EOF" in text:
        return FileError(f"{name} is incomplete: its end is missing. Copy or download it again.")
    worth_saying = text and text.isprintable() and "cannot identify" not in text  # that names our own buffer
    reason = f" ({text})" if worth_saying else ""
    return FileError(f"{name} is damaged and cannot be opened{reason}. Get another copy of it.")

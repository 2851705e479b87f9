"""What the process of decoders answers, checked as if a stranger had said it."""

from __future__ import annotations

import socket
from dataclasses import dataclass

import numpy as np

from palette_studio.core.files.apart.wire import Pause, Wanted, Words, receive_into, receive_words
from palette_studio.core.files.error import FileError
from palette_studio.core.files.kinds import MORE_KINDS, PHOTO_KINDS
from palette_studio.core.files.sequence_io import USUAL_RATE
from palette_studio.core.photo import Origin, Photo

DTYPES = {"uint8": np.uint8, "uint16": np.uint16}
MOST_PART = 1 << 26  # bytes of a profile, of EXIF
MOST_RATE = 1000.0  # frames a second
MOST_NAME, MOST_ERROR, DIGITS = 80, 1000, 64  # characters; of a SHA-256


@dataclass(frozen=True, eq=False)
class Frame:
    """One of a video. length: how many frames the video says there are, None where it does not say.
    rate: frames a second."""

    pixels: np.ndarray
    length: int | None
    rate: float


def receive_photo(line: socket.socket, wanted: Wanted, pause: Pause) -> Photo | FileError:
    """Return the photo, or why there is none. Raises ValueError for an answer that cannot be true."""
    words = receive_words(line, pause)
    if "error" in words:
        return FileError(_text(words, "error", MOST_ERROR))
    shape, dtype = _shape(words, wanted.most_megapixels), DTYPES.get(_text(words, "dtype", MOST_NAME))
    if dtype is None:
        raise ValueError("the pixels are of no kind that there is")
    origin = Origin(
        path=wanted.path,
        format=_format(words),
        profile_name=_text(words, "profile_name", MOST_NAME),
        converted=words.get("converted") is True,
        digest=_text(words, "digest", DIGITS),
        profile=_bytes(line, _size(words, "profile"), pause),
        exif=_bytes(line, _size(words, "exif"), pause),
    )
    return Photo(_pixels(line, shape, dtype, pause), wanted.name, origin)


def receive_frame(line: socket.socket, most_megapixels: float, pause: Pause) -> Frame | FileError | None:
    """Return a frame, None where there are no more, or why there is none. Raises ValueError as above."""
    words = receive_words(line, pause)
    if "error" in words:
        return FileError(_text(words, "error", MOST_ERROR))
    if words.get("end") is True:
        return None
    shape, length, rate = _shape(words, most_megapixels), words.get("length"), words.get("rate")
    if length is not None and (type(length) is not int or length < 1):
        raise ValueError("the length is none")
    if not isinstance(rate, float) or not 0 < rate <= MOST_RATE:
        rate = USUAL_RATE  # videos say what they like
    return Frame(_pixels(line, (*shape[:2], 3), np.uint8, pause), length, rate)


def _pixels(line: socket.socket, shape: tuple[int, ...], dtype: type, pause: Pause) -> np.ndarray:
    pixels = np.empty(shape, dtype)
    receive_into(line, pixels.data.cast("B"), pause)
    pixels.flags.writeable = False
    return pixels


def _shape(words: Words, most_megapixels: float) -> tuple[int, int, int]:
    shape = words.get("shape")
    if not isinstance(shape, list) or [type(side) for side in shape] != [int] * 3:
        raise ValueError("the shape is none")
    height, width, channels = shape
    if height < 1 or width < 1 or channels not in (3, 4) or height * width > most_megapixels * 1e6:
        raise ValueError(f"the shape is {shape}")
    return height, width, channels


def _format(words: Words) -> str:
    name = _text(words, "format", MOST_NAME)
    if name not in {**PHOTO_KINDS, **MORE_KINDS}:
        raise ValueError("the format is none")
    return name


def _text(words: Words, key: str, most: int) -> str:
    text = words.get(key)
    if not isinstance(text, str) or len(text) > most:
        raise ValueError(f"the {key} is no short text")
    return text


def _size(words: Words, key: str) -> int:
    size = words.get(key)
    if type(size) is not int or not -1 <= size <= MOST_PART:
        raise ValueError(f"the size of the {key} is none")
    return size


def _bytes(line: socket.socket, size: int, pause: Pause) -> bytes | None:
    if size < 0:
        return None
    data = bytearray(size)
    receive_into(line, memoryview(data), pause)
    return bytes(data)

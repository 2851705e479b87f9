"""Sequences in: the frames of a folder, of files, or of a video, each read when it is asked for."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from palette_studio.core.files.error import FileError, reading_failed, shown
from palette_studio.core.files.kinds import MOST_BYTES_SEEN, described, photo_kind
from palette_studio.core.files.photo_io import check_size, read_photo
from palette_studio.core.files.regular import open_regular
from palette_studio.core.photo import MOST_MEGAPIXELS, Photo
from palette_studio.core.tiles import to_8_bit

if TYPE_CHECKING:
    import cv2

# FFmpeg is to be silent too: a FileError says it better. It is read once, when the first video is opened
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

ReadPhoto = Callable[[Path], Photo]
USUAL_RATE = 25.0  # frames a second, where nothing says it
SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"))


class FrameFiles:
    """The frames of a sequence that are files of their own; none is kept in memory.

    length: how many; size: (w, h) of the first one, which all must have; names: of the files, without folder.
    """

    def __init__(self, paths: list[Path], read: ReadPhoto = read_photo) -> None:
        """Raise FileError when the first one cannot be read."""
        self.paths, self._read = paths, read
        self.rate = USUAL_RATE
        self.length: int | None = len(paths)
        self.size = (0, 0)
        self.size = self.frame(0).shape[1::-1]

    def frame(self, number: int) -> np.ndarray:
        """Return frame ``number``, from 0, as (h, w, 3) uint8 RGB, read-only.

        Raises IndexError where there is none, FileError, naming the file, for a broken or another size.
        """
        if not 0 <= number < len(self.paths):
            raise IndexError(f"there is no frame {number} among {len(self.paths)}")
        path = self.paths[number]
        pixels = np.ascontiguousarray(to_8_bit(self._read(path).pixels[..., :3]))
        if self.size not in ((0, 0), pixels.shape[1::-1]):
            raise FileError(
                f"{shown(path)} is {pixels.shape[1]} × {pixels.shape[0]} pixels, the frames before it "
                f"{self.size[0]} × {self.size[1]}. Scale it to that size, or take it out of the sequence."
            )
        pixels.flags.writeable = False
        return pixels

    def name(self, number: int) -> str:
        """Return what frame ``number`` is called, without folder and extension."""
        return self.paths[number].stem

    def __iter__(self) -> Iterator[np.ndarray]:
        for number in range(len(self.paths)):
            yield self.frame(number)


class Video:
    """The frames of a video, by OpenCV.

    length: how many it says there are, None where it does not say. rate: frames a second.
    """

    def __init__(self, path: Path, most_megapixels: float = MOST_MEGAPIXELS) -> None:
        """Raise FileError when it is no video, is too large, or has no frame that can be read."""
        self.path = path
        check_video(path)
        with self._opened() as stream:
            self._check_size(stream, most_megapixels)
            count = int(stream.get(_cv2().CAP_PROP_FRAME_COUNT))
            self.length = count if count > 0 else None
            self.rate = stream.get(_cv2().CAP_PROP_FPS) or USUAL_RATE
            first = self._next(stream)
        if first is None:
            raise FileError(f"{shown(path)} has no frame that can be read. Save it anew, as MP4 or AVI.")
        self.size = first.shape[1::-1]
        self._stream: cv2.VideoCapture | None = None
        self._place = 0  # of the frame that the stream gives next

    def frame(self, number: int) -> np.ndarray:
        """Return frame ``number``, from 0, as (h, w, 3) uint8 RGB, read-only; the next one is cheap.

        Raises IndexError where there is none.
        """
        if number < 0:
            raise IndexError(f"there is no frame {number}")
        if self._stream is None or number < self._place:
            self._stream, self._place = self._open(), 0
        if number > self._place:  # seeking is inexact in many videos, so what lies between is passed
            while self._place < number and self._stream.grab():
                self._place += 1
        pixels = self._next(self._stream) if self._place == number else None
        if pixels is None:
            self._stream = None
            raise IndexError(f"there is no frame {number} in {shown(self.path)}")
        self._place += 1
        return pixels

    def name(self, number: int) -> str:
        """Return what frame ``number`` is called: from frame-000001 on."""
        return f"frame-{number + 1:06}"

    def __iter__(self) -> Iterator[np.ndarray]:
        with self._opened() as stream:
            while (pixels := self._next(stream)) is not None:
                yield pixels

    def _open(self) -> cv2.VideoCapture:
        """Return a stream by FFmpeg alone: other readers take names with numbers for many files, or URLs."""
        cv2 = _cv2()
        with _quiet():
            stream = cv2.VideoCapture(str(self.path), cv2.CAP_FFMPEG)
        if not stream.isOpened():
            with open_regular(self.path) as file:
                start = file.read(MOST_BYTES_SEEN)
            kind = described(start)
            seems = f" It is {kind}." if kind.startswith(("a ", "an ")) and kind != "a video" else ""
            raise FileError(f"{shown(self.path)} is no video that can be read.{seems} Save it as MP4 or AVI.")
        return stream

    @contextlib.contextmanager
    def _opened(self) -> Iterator[cv2.VideoCapture]:
        stream = self._open()
        try:
            yield stream
        finally:
            stream.release()

    def _check_size(self, stream: cv2.VideoCapture, most_megapixels: float) -> None:
        sides = (stream.get(_cv2().CAP_PROP_FRAME_WIDTH), stream.get(_cv2().CAP_PROP_FRAME_HEIGHT))
        try:
            check_size(int(sides[0]), int(sides[1]), most_megapixels)
        except FileError as error:
            raise FileError(f"{shown(self.path)} {error}") from error

    def _next(self, stream: cv2.VideoCapture) -> np.ndarray | None:
        good, pixels = stream.read()
        if not good:
            return None
        pixels = _cv2().cvtColor(pixels, _cv2().COLOR_BGR2RGB)
        pixels.flags.writeable = False
        return pixels


FrameSequence = FrameFiles | Video


def read_sequence(
    source: str | Path | Iterable[str | Path],
    read: ReadPhoto = read_photo,
    video: Callable[[Path], Video] = Video,
) -> FrameSequence:
    """Return the frames of a folder, in the order of the numbers in their names, of files, or of a video.

    source: a folder, a video or a picture, or several pictures, which stay in the order given. In a folder,
    pictures are known by their extension (SUFFIXES) and other files are passed over. read, video: what reads
    each picture, and a video.
    Raises FileError for nothing to read, and for what is no regular file.
    """
    if not isinstance(source, str | Path):
        paths = [Path(path) for path in source]
        if not paths:
            raise FileError("No frames were named. Name a folder, a video, or the frames one by one.")
        return FrameFiles(paths, read) if len(paths) > 1 else read_sequence(paths[0], read, video)
    path = Path(source)
    if _is_folder(path):
        return FrameFiles(_frames_in(path), read)
    with open_regular(path) as file:
        start = file.read(MOST_BYTES_SEEN)
    return FrameFiles([path], read) if photo_kind(start) not in (None, "gif") else video(path)


def natural(path: Path) -> list[Any]:
    """Return a key that sorts names as people count: frame2 before frame10."""
    parts = re.split(r"(\d+)", path.name)
    return [(int(part), part) if place % 2 else part.lower() for place, part in enumerate(parts)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise reading_failed(path, error) from error


def _frames_in(folder: Path) -> list[Path]:
    try:
        inside = [path for path in folder.iterdir() if not path.name.startswith(".")]
        found = [path for path in inside if path.suffix.lower() in SUFFIXES and path.is_file()]
    except OSError as error:
        raise reading_failed(folder, error) from error
    if not found:
        raise FileError(f"The folder {shown(folder)} has no frames: no PNG, JPEG, BMP, TIFF or WebP files.")
    return sorted(found, key=natural)


def check_video(path: Path) -> None:
    """Raise FileError for an empty file, and for lists that would lead a decoder to other files."""
    with open_regular(path) as file:
        start = file.read(MOST_BYTES_SEEN)
    if not start:
        raise FileError(f"{shown(path)} is empty: it holds no bytes at all. Get another copy of it.")
    if described(start) in ("a text", "an SVG drawing"):
        raise FileError(
            f"{shown(path)} is {described(start)}, not a video. Open a video, or a folder of frames."
        )


def _cv2() -> Any:
    import cv2

    return cv2


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep OpenCV from writing to stderr what a FileError says better."""
    logging = _cv2().utils.logging
    before = logging.getLogLevel()
    logging.setLogLevel(logging.LOG_LEVEL_SILENT)
    try:
        yield
    finally:
        logging.setLogLevel(before)

"""Videos out, by OpenCV's FFmpeg: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from palette_studio.core.files.atomic import check_target, put_in_place
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.leftovers import temporary_beside

# MPEG-4 plays everywhere; FFV1 gives back exactly the pixels written
CODECS = {".mp4": "mp4v", ".mkv": "FFV1"}


class VideoOut:
    """A video under way, beside its target until it is whole: leave the context, and it is there.

    size: (w, h); rate: frames a second. It has no sound. Raises FileError where it cannot be written, also at
    the end: OpenCV keeps quiet about a full disk, so the frames are counted in what was written.
    """

    def __init__(self, path: Path, size: tuple[int, int], rate: float) -> None:
        import cv2

        check_target(path)
        self._path = Path(os.path.realpath(path))
        self._end = contextlib.ExitStack()
        self._temporary = self._end.enter_context(temporary_beside(self._path, path.suffix.lower()))
        code = cv2.VideoWriter.fourcc(*CODECS[path.suffix.lower()])
        self._out = cv2.VideoWriter(str(self._temporary), cv2.CAP_FFMPEG, code, rate, size)
        self._count = 0
        if not self._out.isOpened():
            self._end.close()
            raise FileError(f"{shown(path)} could not be written as a video. Write frames instead.")

    def add(self, pixels: np.ndarray) -> None:
        """Add a frame, (h, w, 3) uint8 sRGB."""
        import cv2

        self._out.write(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
        self._count += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.release()
        try:
            if kind is None:
                self._finish()
        finally:
            self._end.close()

    def _finish(self) -> None:
        from palette_studio.core.files.sequence_io import Video

        try:
            whole = sum(1 for _ in Video(self._temporary)) == self._count
        except FileError:
            whole = False
        if not whole:
            raise FileError(
                f"{shown(self._path)} is incomplete: the disk may be full. Make room, or choose another."
            )
        put_in_place(self._temporary, self._path)

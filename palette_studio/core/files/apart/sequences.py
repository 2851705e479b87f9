"""Sequences whose frames are decoded in the process of decoders."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np

from palette_studio.core.files.apart import read_photo_apart
from palette_studio.core.files.apart.answer import Frame, receive_frame
from palette_studio.core.files.apart.asking import MOST_S, Question, ask
from palette_studio.core.files.error import shown
from palette_studio.core.files.sequence_io import FrameSequence, Video, check_video, read_sequence
from palette_studio.core.photo import MOST_MEGAPIXELS

_streams = itertools.count()  # each video opened has a number of its own


class VideoApart(Video):
    """A video that is decoded elsewhere; where its decoder ended, the next one begins the video anew."""

    def __init__(self, path: Path, most_megapixels: float = MOST_MEGAPIXELS) -> None:
        """Raise FileError when it is no video, or has no frame that can be read."""
        check_video(path)
        self.path, self._most, self._stream_number = path, most_megapixels, next(_streams)
        first = self._ask(0)
        self.length, self.rate, self.size = first.length, first.rate, first.pixels.shape[1::-1]

    def frame(self, number: int) -> np.ndarray:
        frame = self._ask(number)
        if frame.pixels.shape[1::-1] != self.size:
            raise IndexError(f"frame {number} of {shown(self.path)} has another size")
        return frame.pixels

    def __iter__(self) -> Iterator[np.ndarray]:
        for number in itertools.count():
            try:
                yield self.frame(number)
            except IndexError:
                return

    def _ask(self, number: int) -> Frame:
        """Return a frame. Raises IndexError where there is none, FileError where the video cannot be read."""
        if number < 0:
            raise IndexError(f"there is no frame {number}")
        words = {
            "do": "frame",
            "path": str(self.path.absolute()),
            "stream": self._stream_number,
            "number": number,
            "most": self._most,
        }
        name = shown(self.path)
        found = ask(
            Question(name, words, seconds=MOST_S),  # all frames before it may have to be passed
            lambda line, pause: receive_frame(line, self._most, pause),
        )
        if found is None:
            raise IndexError(f"there is no frame {number} in {name}")
        return found


def read_sequence_apart(path: str | Path, most_megapixels: float = MOST_MEGAPIXELS) -> FrameSequence:
    """Return what ``read_sequence`` returns for a folder, a video or a picture, decoded elsewhere."""
    read = partial(read_photo_apart, most_megapixels=most_megapixels)
    return read_sequence(path, read=read, video=partial(VideoApart, most_megapixels=most_megapixels))

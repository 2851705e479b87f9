"""Photos read by decoders in a process of their own, which may crash, hang or eat memory and harm nobody.

The process is started once, kept with its decoders loaded, and ends with the program: its standard input
closes. Colors are converted there too, because profiles come from strangers as pictures do. Pixels come
through a socket straight into the array that the photo keeps: half the time that a file in memory takes,
the same on every system, and nothing is shared that could change or shrink under our eyes.
Frames of sequences are read so by ``apart.sequences``.
"""

from __future__ import annotations

import os
from pathlib import Path

from palette_studio.core.files.apart.asking import Question, ask, close, prepare, seconds_for
from palette_studio.core.files.apart.wire import Wanted
from palette_studio.core.files.error import shown
from palette_studio.core.files.regular import open_regular
from palette_studio.core.photo import MOST_MEGAPIXELS, Photo
from palette_studio.core.tick import Tick, no_tick

__all__ = ["close", "prepare", "read_photo_apart", "read_photo_bytes_apart"]


def read_photo_apart(
    path: str | Path,
    *,
    most_megapixels: float = MOST_MEGAPIXELS,
    convert: bool = True,
    tick: Tick = no_tick,
) -> Photo:
    """Return the photo that ``read_photo`` returns, or raise the FileError that it raises.

    A decoder that crashes, hangs or takes too much memory ends in a FileError as well, and the next photo is
    read by a new process. tick is called every 20 ms; when it raises, the process is killed at once.
    """
    path = Path(path)
    with open_regular(path) as file:  # what is no file, or closed to us, needs no decoder
        seconds = seconds_for(os.fstat(file.fileno()).st_size)
    words = {"do": "photo", "path": str(path.absolute()), "most": most_megapixels, "convert": convert}
    name = shown(path)
    return _read(Question(name, words, seconds=seconds, tick=tick), Wanted(name, path, most_megapixels))


def read_photo_bytes_apart(
    data: bytes, name: str, *, most_megapixels: float = MOST_MEGAPIXELS, tick: Tick = no_tick
) -> Photo:
    """Return the photo in the bytes of a file, as ``read_photo_bytes`` does, read as above."""
    words = {"do": "bytes", "name": name, "most": most_megapixels}
    question = Question(name, words, data, seconds_for(len(data)), tick)
    return _read(question, Wanted(name, None, most_megapixels))


def _read(question: Question, wanted: Wanted) -> Photo:
    from palette_studio.core.files.apart.answer import receive_photo  # prepare() waits for no numpy

    return ask(question, lambda line, pause: receive_photo(line, wanted, pause))

"""Photos read by decoders in a process of their own, which may crash, hang or eat memory and harm nobody.

The process is started once, kept with its decoders loaded, and ends with the program: its standard input
closes. Colors are converted there too, because profiles come from strangers as pictures do. Pixels come
through a socket straight into the array that the photo keeps: half the time that a file in memory takes,
the same on every system, and nothing is shared that could change or shrink under our eyes.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from palette_studio.core.files.apart.ends import DiedError, ending_in_words, pausing
from palette_studio.core.files.apart.process import PULSE_S, ReaderProcess
from palette_studio.core.files.apart.wire import Wanted, Words, send_bytes, send_words
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.regular import open_regular
from palette_studio.core.photo import MOST_MEGAPIXELS, Photo
from palette_studio.core.tick import Tick, no_tick

LEAST_S, MOST_S = 60, 600  # that one file may take
SLOWEST = 1e6  # bytes a second: of a disk so slow that waiting for it is right
log = logging.getLogger(__name__)
_turn = threading.Lock()  # one photo at a time: two at once would need the memory of two
_reader: ReaderProcess | None = None


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
        size = os.fstat(file.fileno()).st_size
    asked = {"path": str(path.absolute()), "convert": convert, "size": 0, "seconds": _seconds(size)}
    return _read(asked, b"", Wanted(shown(path), path, most_megapixels), tick)


def read_photo_bytes_apart(
    data: bytes, name: str, *, most_megapixels: float = MOST_MEGAPIXELS, tick: Tick = no_tick
) -> Photo:
    """Return the photo in the bytes of a file, as ``read_photo_bytes`` does, read as above."""
    asked = {"path": None, "name": name, "size": len(data), "seconds": _seconds(len(data))}
    return _read(asked, data, Wanted(name, None, most_megapixels), tick)


def prepare() -> None:
    """Start the process ahead of the first photo. Does nothing where it runs, or cannot be started now."""
    if _turn.acquire(blocking=False):
        try:
            with contextlib.suppress(OSError):
                _ready()
        finally:
            _turn.release()


def close() -> None:
    """End the process, if there is one; the next photo starts another."""
    global _reader
    reader, _reader = _reader, None
    if reader is not None:
        reader.kill()


def _ready() -> ReaderProcess:
    """Return the process. Raises OSError where the system starts none."""
    global _reader
    if _reader is None or not _reader.alive:
        close()
        _reader = ReaderProcess()
        atexit.unregister(close)
        atexit.register(close)
    return _reader


def _read(asked: Words, data: bytes, wanted: Wanted, tick: Tick) -> Photo:
    with _taking_turns(tick), ending_in_words(wanted.name), _replacing():
        answer = _answer(_ready(), asked | {"most": wanted.most_megapixels}, data, wanted, tick)
    if isinstance(answer, FileError):
        raise answer
    return answer


def _answer(
    reader: ReaderProcess, asked: Words, data: bytes, wanted: Wanted, tick: Tick
) -> Photo | FileError:
    from palette_studio.core.files.apart.answer import receive_photo  # prepare() waits for no numpy

    pause = pausing(tick, asked["seconds"])
    try:
        send_words(reader.line, asked, pause)
        send_bytes(reader.line, data, pause)
        return receive_photo(reader.line, wanted, pause)
    except (EOFError, OSError) as error:
        raise DiedError(reader.end()) from error


@contextlib.contextmanager
def _replacing() -> Iterator[None]:
    """Start the next process where this one has ended, or cannot be asked again."""
    try:
        yield
    except BaseException as error:
        log.warning("a new process of decoders is needed: %s", error)
        close()
        with contextlib.suppress(OSError):
            _ready()
        raise


@contextlib.contextmanager
def _taking_turns(tick: Tick) -> Iterator[None]:
    while not _turn.acquire(timeout=PULSE_S):
        tick(0.0)
    try:
        yield
    finally:
        _turn.release()


def _seconds(size: int) -> float:
    return min(LEAST_S + size / SLOWEST, MOST_S)

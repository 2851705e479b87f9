"""The one process of decoders: kept, asked in turn, replaced when it ends."""

from __future__ import annotations

import atexit
import contextlib
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from palette_studio.core.files.apart.ends import DiedError, ending_in_words, pausing
from palette_studio.core.files.apart.process import PULSE_S, ReaderProcess
from palette_studio.core.files.apart.wire import Pause, Words, send_bytes, send_words
from palette_studio.core.files.error import FileError
from palette_studio.core.tick import Tick, no_tick

LEAST_S, MOST_S = 60, 600  # that one file may take
SLOWEST = 1e6  # bytes a second: of a disk so slow that waiting for it is right
Found = TypeVar("Found")
log = logging.getLogger(__name__)
_turn = threading.Lock()  # one picture at a time: two at once would need the memory of two
_reader: ReaderProcess | None = None


@dataclass(frozen=True)
class Question:
    """What the process is to do: words for it, and bytes. name: of the file, for people. seconds: at most."""

    name: str
    words: Words
    data: bytes = b""
    seconds: float = LEAST_S
    tick: Tick = no_tick


def ask(question: Question, receive: Callable[[socket.socket, Pause], Found | FileError]) -> Found:
    """Return what ``receive`` takes from the process. Raises FileError, also one that ``receive`` returns.

    ``receive`` raises ValueError for an answer that cannot be true.
    """
    with _taking_turns(question.tick), ending_in_words(question.name), _replacing():
        answer = _answer(_ready(), question, receive)
    if isinstance(answer, FileError):
        raise answer
    return answer


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


def running() -> int | None:
    """Return the number of the process, None where there is none."""
    return None if _reader is None else _reader.number


def seconds_for(size: int) -> float:
    """Return how long reading a file of so many bytes may take."""
    return min(LEAST_S + size / SLOWEST, MOST_S)


def _ready() -> ReaderProcess:
    """Return the process. Raises OSError where the system starts none."""
    global _reader
    if _reader is None or not _reader.alive:
        close()
        _reader = ReaderProcess()
        atexit.unregister(close)
        atexit.register(close)
    return _reader


def _answer(
    reader: ReaderProcess,
    question: Question,
    receive: Callable[[socket.socket, Pause], Found | FileError],
) -> Found | FileError:
    words = question.words | {"size": len(question.data), "seconds": question.seconds}
    pause = pausing(question.tick, question.seconds)
    try:
        send_words(reader.line, words, pause)
        send_bytes(reader.line, question.data, pause)
        return receive(reader.line, pause)
    except (EOFError, OSError) as error:
        raise DiedError(reader.end()) from error


@contextlib.contextmanager
def _replacing() -> Iterator[None]:
    """Start the next process where this one has ended, or cannot be asked again."""
    try:
        yield
    except BaseException as error:
        log.info("a new process of decoders is needed: %r", error)
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

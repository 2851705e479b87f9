"""What a reader in a process of its own and the program say to each other: words in JSON, then plain bytes.

Neither side believes the other: no object is ever rebuilt from what arrives, and sizes are checked first.
"""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_WORDS = 1 << 16  # bytes of JSON
CHUNK = 1 << 20
Pause = Callable[[], None]  # called at least every socket's timeout; may raise to give up
Words = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """A photo that was asked for. name: for people."""

    name: str
    path: Path | None
    most_megapixels: float


def patient() -> None:
    """Wait as long as it takes."""


def send_words(line: socket.socket, words: Words, pause: Pause = patient) -> None:
    data = json.dumps(words).encode("ascii")  # names of files that are no text survive as escapes
    send_bytes(line, len(data).to_bytes(4, "big") + data, pause)


def receive_words(line: socket.socket, pause: Pause = patient) -> Words:
    """Raises EOFError where the other side is gone, ValueError for anything but a small JSON object."""
    size = bytearray(4)
    receive_into(line, memoryview(size), pause)
    length = int.from_bytes(size, "big")
    if length > MOST_WORDS:
        raise ValueError(f"{length} bytes of words are more than {MOST_WORDS}")
    data = bytearray(length)
    receive_into(line, memoryview(data), pause)
    try:
        words = json.loads(data)
    except RecursionError as error:
        raise ValueError("the words are nested too deep") from error
    if not isinstance(words, dict):
        raise ValueError("the words are no object")
    return words


def send_bytes(line: socket.socket, data: bytes | memoryview, pause: Pause = patient) -> None:
    left = memoryview(data).cast("B")
    while left:
        with contextlib.suppress(TimeoutError):
            left = left[line.send(left[:CHUNK]) :]
        pause()


def receive_into(line: socket.socket, place: memoryview, pause: Pause = patient) -> None:
    """Fill ``place``. Raises EOFError where the other side is gone before it is full."""
    while place:
        try:
            count = line.recv_into(place[:CHUNK])
        except TimeoutError:
            pause()
            continue
        if not count:
            raise EOFError
        place = place[count:]
        pause()

"""The process that reads photos for another one, and dies in its stead.

It is told what to read by the socket that is its standard input, and ends when that closes.
"""

from __future__ import annotations

import contextlib
import math
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from palette_studio.core.files import profiles
from palette_studio.core.files.apart.wire import (
    Words,
    receive_into,
    receive_words,
    send_bytes,
    send_words,
)
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.photo_io import read_photo, read_photo_bytes
from palette_studio.core.files.sequence_io import Video
from palette_studio.core.photo import Photo
from palette_studio.core.tiles import CORES

BYTES_A_PIXEL = 40  # 32-bit RGBA while it becomes 16-bit and is turned: what takes most
SMALLEST = 256 << 20  # bytes that may be taken whatever the limit in pixels
MOST_OPEN_FILES = 64
MOST_VIDEOS = 3  # that are open at a time
Answer = tuple[Words, Sequence[bytes | memoryview]]
GRACE_S = 5  # the one who asks gives up first, if it still lives


def main() -> int:
    """Read what is asked for until nobody can ask any more."""
    line = _line()
    _limit_once()
    _warm()
    used = _virtual_bytes()
    try:
        while True:
            _answer(line, receive_words(line), used)
    except (EOFError, OSError):
        return 0


def _line() -> socket.socket:
    if sys.platform == "win32":
        return socket.fromshare(sys.stdin.buffer.read())
    return socket.socket(fileno=0)


def _answer(line: socket.socket, asked: Words, used: int) -> None:
    data = bytearray(asked["size"])
    receive_into(line, memoryview(data))
    _limit_this(asked["most"], used + len(data))
    _hurry(asked["seconds"])
    try:
        words, parts = ANSWERS[asked["do"]](asked, data)
    except FileError as error:
        words, parts = {"error": str(error)}, ()
    send_words(line, words)
    for part in parts:
        send_bytes(line, part)
    _hurry(0)


def _photo(asked: Words, data: bytearray) -> Answer:
    photo = read_photo(Path(asked["path"]), most_megapixels=asked["most"], convert=asked["convert"])
    return _of_photo(photo)


def _bytes(asked: Words, data: bytearray) -> Answer:
    return _of_photo(read_photo_bytes(bytes(data), asked["name"], most_megapixels=asked["most"]))


def _of_photo(photo: Photo) -> Answer:
    origin = photo.origin
    if origin.profile:
        profiles.leads_back(origin.profile)  # as exports do: if that is deadly, it is here
    words = {
        "shape": photo.pixels.shape,
        "dtype": photo.pixels.dtype.name,
        "format": origin.format,
        "profile": -1 if origin.profile is None else len(origin.profile),
        "exif": -1 if origin.exif is None else len(origin.exif),
        "profile_name": origin.profile_name,
        "converted": origin.converted,
        "digest": origin.digest,
    }
    return words, [part for part in (origin.profile, origin.exif, photo.pixels.data) if part]


def _frame(asked: Words, data: bytearray) -> Answer:
    """Return a frame of a video, which stays open, because the next one is likely to be asked for."""
    stream, path = asked["stream"], Path(asked["path"])
    try:
        video = _videos.pop(stream, None) or Video(path, asked["most"])
        pixels = video.frame(asked["number"])
    except IndexError:
        return {"end": True}, []
    except FileError:
        raise
    except Exception as error:  # whatever OpenCV and FFmpeg say
        raise FileError(f"{shown(path)} is damaged and cannot be read. Save it anew.") from error
    _videos[stream] = video
    while len(_videos) > MOST_VIDEOS:
        del _videos[next(iter(_videos))]
    return {"shape": pixels.shape, "length": video.length, "rate": video.rate}, [pixels.data]


ANSWERS: dict[str, Callable[[Words, bytearray], Answer]] = {
    "photo": _photo,
    "bytes": _bytes,
    "frame": _frame,
}
_videos: dict[int, Video] = {}  # by the number of who looks at it, the oldest first


def _warm() -> None:
    """Import every decoder, so that the first photo need not wait."""
    from PIL import Image

    import palette_studio.core.files.decoding
    import palette_studio.core.files.upright  # noqa: F401  both are imported for later

    Image.init()
    profiles.srgb_profile()


def _limit_once() -> None:
    """Leave no core files, open few files, and be the first to go when the machine is short of memory."""
    with contextlib.suppress(AttributeError, ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the program
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_OPEN_FILES, MOST_OPEN_FILES))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _limit_this(most_megapixels: float, used: int) -> None:
    """Let memory grow by what the largest photo allowed may need, and never beyond the machine's."""
    if not used:
        return
    import os
    import resource

    most = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if math.isfinite(most_megapixels):
        most = min(most, max(SMALLEST, int(most_megapixels * 1e6 * BYTES_A_PIXEL)))
    threads = CORES * (16 << 20)  # stacks
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = used + most + threads
    resource.setrlimit(resource.RLIMIT_AS, (soft if hard < 0 else min(soft, hard), hard))


def _virtual_bytes() -> int:
    """Return the size of the address space, 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[0]
    except OSError:
        return 0
    import resource

    return int(pages) * resource.getpagesize()


def _hurry(seconds: float) -> None:
    """Have the system end this process in a while, even within a decoder that never ends; 0 takes it back."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds) + GRACE_S if seconds else 0)


if __name__ == "__main__":
    sys.exit(main())

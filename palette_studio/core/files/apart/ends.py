"""The ends that a process of decoders may come to, in words for people."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Iterator

from palette_studio.core.files.apart.wire import Pause
from palette_studio.core.files.error import FileError
from palette_studio.core.tick import Tick

KILLED = -getattr(signal, "SIGKILL", 9)  # as subprocess has it


class DiedError(Exception):
    """The process has ended. code: as subprocess has it, the negative number of a signal."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the decoders ended with {code}")
        self.code = code


class TooLongError(Exception):
    """The time for one file is over."""


def pausing(tick: Tick, seconds: float) -> Pause:
    """Return what is called while one waits. It raises TooLongError in the end, and whatever tick raises."""
    end = time.monotonic() + seconds

    def pause() -> None:
        tick(0.0)
        if time.monotonic() > end:
            raise TooLongError(f"{seconds:.0f} s are over")

    return pause


@contextlib.contextmanager
def ending_in_words(name: str) -> Iterator[None]:
    """Turn the end of the process, and an answer that cannot be true, into a FileError. name: for people."""
    try:
        yield
    except DiedError as error:
        raise FileError(f"{name} {_why(error.code)}") from error
    except TooLongError as error:
        raise FileError(
            f"{name} was given up: it could not be read in time ({error}). "
            "Copy it to a faster disk, or get another copy of it."
        ) from error
    except MemoryError as error:
        raise FileError(
            f"{name} needs more memory than this computer has free. Close other programs, or make it smaller."
        ) from error
    except ValueError as error:
        raise FileError(
            f"{name} led its decoder astray ({error}), which harmed nothing else. Get another copy of it."
        ) from error
    except OSError as error:
        raise FileError(
            f"{name} cannot be read: the system starts no process for its decoder ({error.strerror}). "
            "Close other programs and try again."
        ) from error


def _why(code: int) -> str:
    if code == KILLED:
        return (
            "was being read when the system ended its decoder, most likely for want of memory. "
            "Close other programs and try again."
        )
    if code >= 0:
        return "cannot be read: the decoders do not start. Install Palette Studio anew."
    return "made its decoder crash, which harmed nothing else. It is damaged: get another copy of it."

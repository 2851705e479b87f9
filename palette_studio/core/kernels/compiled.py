"""Compiled kernels on the disk: checked before they are loaded, compiled anew where they are damaged.

WORKAROUND: numba 0.68 raises at the first call of a kernel when a file of its cache is damaged or the disk is
full, every time anew, and runs machine code with flipped bits. It asks for its cache where this is put in.
Who may write the folder is the business of ``home.prepare_environment``: a digest proves no origin.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from numba.core import caching, dispatcher

DIGEST = 32  # bytes at the end of a file; what numba reads ends before them
log = logging.getLogger(__name__)


class CheckedFile(caching.IndexDataCacheFile):
    """The index and the data of one kernel; each file ends with a digest over the rest."""

    def _load_index(self) -> dict[object, str]:
        return super()._load_index() if _is_whole(Path(self._index_path)) else {}

    def _load_data(self, name: str) -> object:
        if not _is_whole(Path(self._data_path(name))):
            raise OSError(f"{name} is damaged")  # numba takes it for one that is gone
        return super()._load_data(name)

    @contextlib.contextmanager
    def _open_for_write(self, filepath: str) -> Iterator[Any]:
        whole = io.BytesIO()
        yield whole
        with super()._open_for_write(filepath) as file:
            file.write(whole.getvalue() + _digest(whole.getvalue()))


class Cache(caching.FunctionCache):
    """The cache of one kernel; where it cannot be read or written, the kernel is compiled for this run."""

    @contextlib.contextmanager
    def _guard_against_spurious_io_errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            log.warning("the cache of %s is not used: %s", self._name, error)


def cache_of(function: Callable[..., Any]) -> Cache | caching.NullCache:
    """Return the cache of a kernel, or none where there is no folder that can be written."""
    try:
        return Cache(function)
    except (RuntimeError, OSError) as error:
        log.warning("kernels are not kept: %s", error)
        return caching.NullCache()


def install() -> None:
    """Have numba keep what it compiles from now on in files that are checked."""
    caching.IndexDataCacheFile = CheckedFile  # type: ignore[misc]  # there is no other way in
    dispatcher.FunctionCache = cache_of  # type: ignore[attr-defined]  # it takes the name from caching


def _is_whole(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return False
    whole = data[-DIGEST:] == _digest(data[:-DIGEST])
    if not whole:
        log.warning("%s is damaged; it is compiled anew", path.name)
    return whole


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=DIGEST).digest()

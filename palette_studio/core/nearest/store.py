"""The room in which cubes keep the answers of cells that have more than one."""

from __future__ import annotations

import threading

import numpy as np

BLOCK = 512  # bytes: the answers of one cell of 8^3 colors, as in kernels.nearest_blocks
CELLS = 1 << 15
ROOM = 2 * CELLS  # blocks: a cube of its own never fills more than half


class Full(Exception):  # noqa: N818  nothing went wrong: whoever asked moves to another store
    """Raised when a store has no room for that many blocks."""


class Store:
    """Blocks that are written once and never change, so that cubes which came of each other share them.

    ``bytes``: (n,) uint8; the first 256 are the numbers 0 to 255. Memory that was never claimed is never
    touched, and so takes no room on systems that give it out page by page.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.bytes = np.empty((1 + room) * BLOCK, np.uint8)
        self.bytes[:256] = np.arange(256)
        self._free = 1
        self._end = 1 + room
        self._lock = threading.Lock()

    def claim(self, count: int) -> int:
        """Return the number of the first of ``count`` blocks that belong to the caller alone.

        Raises Full when there are not as many. Any thread may call.
        """
        with self._lock:
            if self._free + count > self._end:
                raise Full(f"{count} blocks are more than the {self._end - self._free} that are left")
            first = self._free
            self._free += count
            return first

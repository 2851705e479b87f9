"""The answers of all cells, or of those that a moved color can change, put into a cube's two levels."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from palette_studio.core.nearest.metrics import centers_of, light_of, space_of
from palette_studio.core.nearest.store import BLOCK, Store
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

ROOTS = 512  # boxes of 32^3 colors, from which the search begins
AT_ONCE = {"rgb": 16, "lab": 4, "oklab": 4, "ciede2000": 1}  # roots
AFTER_MOVES = 16  # times as many after a color moved: most have nothing to solve
IN_ROOT = 64  # cells

_own = threading.local()

Solver = Callable[[int, int, np.ndarray, np.ndarray, np.ndarray], tuple[int, int]]


def solve(solver: Solver, at_once: int, top: np.ndarray, store: Store, tick: Tick = no_tick) -> None:
    """Let ``solver`` find answers, claim room for its blocks and point ``top`` at them, on every core.

    at_once: roots between two looks at ``tick``. Raises Full when the store has no room left; ``top`` is then
    of no use.
    """
    from palette_studio.core.kernels.nearest_blocks import settled

    def work(start: int, stop: int) -> None:
        cells, entries, blocks = _scratch(IN_ROOT * (stop - start))
        count, dense = solver(start, stop, cells, entries, blocks)
        if count:
            first = store.claim(dense)
            settled(cells[:count], entries[:count], blocks[:dense].reshape(-1), first, top, store.bytes)

    each_block(ROOTS, work, tick, at_once)


def _scratch(size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return room for that many cells, each thread its own: to ask the system each time costs more."""
    arrays = getattr(_own, "arrays", None)
    if arrays is None or len(arrays[0]) < size:
        arrays = np.empty(size, np.int32), np.empty(size, np.int32), np.empty((size, BLOCK), np.uint8)
        _own.arrays = arrays
    return arrays


def part(tick: Tick, low: float, high: float) -> Tick:
    """Return a tick for a part of the work, from fraction ``low`` to ``high`` of the whole."""

    def inner(fraction: float, partial: object = None) -> None:
        tick(low + fraction * (high - low), partial)

    return inner


def solver_of(colors: np.ndarray, metric: str, moved: int, before: np.ndarray) -> Solver:
    """Return what finds the answers of a palette, or those that differ since color ``moved`` was ``before``.

    colors: (k, 3) uint8. moved: an index, or -1 for all answers.
    """
    if metric == "rgb":
        from palette_studio.core.kernels import nearest_rgb

        keys = _keys(colors, moved, before)
        return lambda *part: nearest_rgb.solved(keys, moved, *part)
    from palette_studio.core.kernels import nearest_space

    space, light = space_of(metric), light_of(np.dtype(np.uint8))
    centers = centers_of(np.vstack([colors, before]), np.dtype(np.uint8), metric)
    return lambda *part: nearest_space.solved(space, light, centers, moved, *part)


def _keys(colors: np.ndarray, moved: int, before: np.ndarray) -> np.ndarray:
    """Return (k + 1, 4) int32 keys as kernels.nearest_rgb wants them, the last of the color before."""
    wide = np.vstack([colors, before]).astype(np.int32)
    index = np.arange(len(wide))
    index[-1] = max(moved, 0)
    return np.column_stack([256 * (wide * wide).sum(axis=1) + index, -512 * wide]).astype(np.int32)

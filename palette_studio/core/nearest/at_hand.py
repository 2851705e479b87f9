"""The cubes used last, in memory, and what to do when the one that is wanted is not among them."""

from __future__ import annotations

import threading

import numpy as np

from palette_studio.core.memory import forgets
from palette_studio.core.nearest import cache
from palette_studio.core.nearest.cube import Cube
from palette_studio.core.tick import Tick, no_tick

MOST = 4  # cubes; each takes up to 16 MB, those of one drag share most of theirs
QUICKLY_BUILT = ("rgb",)  # made anew in less time than a file is read

_recent: list[Cube] = []  # the one used last at the end
_lock = threading.Lock()


def in_memory(colors: np.ndarray, metric: str) -> Cube | None:
    """Return the cube of these colors, if it was used lately."""
    with _lock:
        for cube in _recent:
            if cube.metric == metric and np.array_equal(cube.colors, colors):
                return cube
    return None


def cube_of(colors: np.ndarray, metric: str, tick: Tick = no_tick, *, keep: bool = True) -> Cube:
    """Return the cube of (k, 3) uint8 colors: from memory, by moving one color, from disk, or new.

    keep: write a new one to disk. One that comes of another by moving a color is not written: it is a frame
    of a drag.
    """
    cube = in_memory(colors, metric) or _moved(colors, metric, tick)
    if cube is None:
        cube = cache.recall(colors, metric) if keep else None
    if cube is None:
        cube = Cube.build(colors, metric, tick)
        if keep:
            cache.keep(cube)
    _remember(cube)
    return cube


def can_move(colors: np.ndarray, metric: str) -> bool:
    """Return whether a cube in memory differs in one color."""
    return _neighbor(colors, metric) is not None


def forget() -> None:
    """Let go of all cubes in memory."""
    with _lock:
        _recent.clear()


@forgets
def forget_others() -> None:
    """Let go of all cubes but the one that was used last: its palette may stay for the next photo."""
    with _lock:
        del _recent[:-1]


def _moved(colors: np.ndarray, metric: str, tick: Tick) -> Cube | None:
    found = _neighbor(colors, metric)
    return found[0].moved(found[1], colors[found[1]], tick) if found else None


def _neighbor(colors: np.ndarray, metric: str) -> tuple[Cube, int] | None:
    """Return the cube used last that differs in one color, and that color's index."""
    with _lock:
        recent = list(reversed(_recent))
    for cube in recent:
        if cube.metric == metric and cube.colors.shape == colors.shape:
            changed = np.flatnonzero((cube.colors != colors).any(axis=1))
            if len(changed) == 1:
                return cube, int(changed[0])
    return None


def _remember(cube: Cube) -> None:
    with _lock:
        others = [other for other in _recent if other is not cube]
        _recent[:] = [*others[1 - MOST :], cube]

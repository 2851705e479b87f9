"""The one place for worker threads over rows, and the display pyramid."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

CORES = os.cpu_count() or 1
SMALLEST_SIDE = 256  # a level whose longest side is at most this is the last one


def use_cores(count: int) -> None:
    """Have this process, which shares the machine with others like it, work on so many cores; before work."""
    global CORES
    import cv2

    CORES = count
    cv2.setNumThreads(count)


@cache
def _pool() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # the window's first paint does not wait for it

    return ThreadPoolExecutor(CORES, thread_name_prefix="rows")


def each_block(rows: int, work: Callable[[int, int], None], tick: Tick = no_tick, block: int = 64) -> None:
    """Run ``work(start, stop)`` over all of ``range(rows)``, ``block`` rows at a time, on every core.

    The calling thread works too and is the only one that calls ``tick``, between its blocks; so calls may
    nest, and several threads may call at once, without ever waiting for each other. When ``work`` or
    ``tick`` raises, blocks not yet begun are dropped, those under way end, and the error is raised here.
    Raises ValueError when block < 1.
    """
    if block < 1:
        raise ValueError(f"a block has at least 1 row, not {block}")
    waiting = deque((start, min(start + block, rows)) for start in range(0, rows, block))
    count = len(waiting)

    def help_out() -> None:
        try:
            while (rows := _next(waiting)) is not None:
                work(*rows)
        except BaseException:
            waiting.clear()
            raise

    helpers = [_pool().submit(help_out) for _ in range(min(CORES, count) - 1)]
    try:
        _take_part(waiting, work, tick, count)
    except BaseException:
        waiting.clear()
        raise
    finally:
        failures = _ended(helpers)
    if failures:
        raise failures[0]
    tick(1.0)


def _take_part(
    waiting: deque[tuple[int, int]], work: Callable[[int, int], None], tick: Tick, count: int
) -> None:
    tick(0.0)
    while (rows := _next(waiting)) is not None:
        work(*rows)
        tick(1 - len(waiting) / count)


def _next(waiting: deque[tuple[int, int]]) -> tuple[int, int] | None:
    try:
        return waiting.popleft()
    except IndexError:  # a length asked for first may be out of date: another thread took the last one
        return None


def _ended(helpers: list[Future[None]]) -> list[BaseException]:
    """Wait until no helper runs any more and return what they raised; those not begun never begin."""
    running = [helper for helper in helpers if not helper.cancel()]
    return [error for helper in running if (error := helper.exception()) is not None]


def to_8_bit(pixels: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return the nearest 8-bit values, round(v / 257), of 16-bit ones; 8-bit pixels come back themselves."""
    if pixels.dtype == np.uint8:
        return pixels
    if pixels.dtype != np.uint16:
        raise ValueError(f"pixels are uint8 or uint16, not {pixels.dtype}")
    result = np.empty(pixels.shape, np.uint8)

    def work(start: int, stop: int) -> None:
        wide = pixels[start:stop].astype(np.uint32)
        wide *= 255  # (255 v + 32895) >> 16 is (v + 128) // 257 for every 16-bit v, without a division
        wide += 32895
        wide >>= 16
        result[start:stop] = wide

    each_block(pixels.shape[0], work, tick)
    return result


def read_only(pixels: np.ndarray) -> np.ndarray:
    """Return a C-contiguous picture that cannot change: the pixels themselves, or a copy where they can.

    Raises ValueError when pixels are not (h, w, 3|4) uint8 or uint16.
    """
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4):
        raise ValueError(f"pixels are (h, w, 3) or (h, w, 4), not {pixels.shape}")
    if pixels.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"pixels are uint8 or uint16, not {pixels.dtype}")
    if pixels.flags.c_contiguous and not pixels.flags.writeable:
        return pixels
    pixels = pixels.copy(order="C")
    pixels.flags.writeable = False
    return pixels


def pyramid(pixels: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return 8-bit pictures, each half the size of the one before, the last at most 256 on its longest side.

    pixels: (h, w, 3|4) uint8 or uint16, h and w at least 1. Level 0 is the pixels themselves when they are
    8-bit and contiguous, else round(v / 257). Sides are halved upward: 5 becomes 3. A level is the area
    average of the one before; color is weighted by alpha, and is 0 where alpha averages to 0. All levels are
    C-contiguous and read-only.
    Raises ValueError for another shape or dtype.
    """
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or 0 in pixels.shape:
        raise ValueError(f"pixels are (h, w, 3) or (h, w, 4), not {pixels.shape}")
    levels = [np.ascontiguousarray(to_8_bit(pixels))]
    opaque = pixels.shape[2] == 3 or bool((levels[0][..., 3] == 255).all())
    while max(levels[-1].shape[:2]) > SMALLEST_SIDE:
        levels.append(_plain_half(levels[-1]) if opaque else _weighted_half(levels[-1]))
    for level in levels:
        level.flags.writeable = False
    return tuple(levels)


def _plain_half(level: np.ndarray) -> np.ndarray:
    import cv2  # here, because a window that has no photo yet need not wait for it

    height, width = level.shape[:2]
    size = ((width + 1) // 2, (height + 1) // 2)
    return np.ascontiguousarray(cv2.resize(level, size, interpolation=cv2.INTER_AREA))


def _weighted_half(level: np.ndarray) -> np.ndarray:
    """Return half of an RGBA level, averaged premultiplied: color times alpha just fits 16 bits."""
    height, width = level.shape[:2]
    result = np.empty(((height + 1) // 2, (width + 1) // 2, 4), np.uint8)
    # Strips of an even picture are halved each for itself; an odd one has rows that straddle strips.
    block = 64 if height % 2 == 0 else result.shape[0]
    each_block(result.shape[0], lambda a, b: _weighted_strip(level[2 * a : 2 * b], result[a:b]), block=block)
    return result


def _weighted_strip(strip: np.ndarray, result: np.ndarray) -> None:
    import cv2

    alpha = strip[..., 3:].astype(np.uint16)
    weighted = np.concatenate([strip[..., :3] * alpha, alpha * np.uint16(255)], axis=2)
    mean = cv2.resize(weighted, result.shape[1::-1], interpolation=cv2.INTER_AREA).astype(np.float32)
    color = mean[..., :3] * 255 / np.maximum(mean[..., 3:], 1)
    result[..., :3] = np.minimum(np.rint(color), 255)
    result[..., 3] = np.rint(mean[..., 3] / 255)

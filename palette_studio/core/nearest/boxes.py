"""The exact nearest color of 16-bit pixels: in each of 32^3 boxes of values, the few that can be nearest."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from palette_studio.core.nearest.metrics import centers_of, light_of, space_of
from palette_studio.core.nearest.solving import AT_ONCE, IN_ROOT, ROOTS
from palette_studio.core.nearest.store import CELLS
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

BIT_16 = np.dtype(np.uint16)


def boxed(pixels: np.ndarray, colors: np.ndarray, metric: str, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) indices of the nearest color of (h, w, 3|4) uint16 pixels, ties to the lower."""
    from palette_studio.core.kernels.nearest_boxes import mapped_16

    space, light = space_of(metric), light_of(BIT_16)
    centers = centers_of(colors, BIT_16, metric)
    starts, stops, rows = candidates(np.ascontiguousarray(colors, np.uint8).tobytes(), metric)
    out = np.empty(pixels.shape[:2], np.uint8 if len(colors) <= 256 else np.uint16)

    def work(start: int, stop: int) -> None:
        mapped_16(pixels[start:stop], space, light, centers, starts, stops, rows, out[start:stop])

    each_block(len(out), work, tick, max(1, (1 << 16) // max(1, pixels.shape[1])))
    return out


@lru_cache(maxsize=2)
def candidates(colors: bytes, metric: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return where the list of each of 32^3 boxes starts and stops, and all lists of palette indices.

    colors: the bytes of (k, 3) uint8. Lists ascend.
    """
    from palette_studio.core.kernels.nearest_space import listed

    palette = np.frombuffer(colors, np.uint8).reshape(-1, 3)
    space, light = space_of(metric), light_of(BIT_16)
    centers = centers_of(np.vstack([palette, palette[:1]]), BIT_16, metric)
    found: dict[int, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}

    def work(start: int, stop: int) -> None:
        size = IN_ROOT * (stop - start)
        cells, starts = np.empty(size, np.int32), np.empty(size + 1, np.int64)
        rows = np.empty(size * len(palette), np.uint16)
        length = listed(space, light, centers, start, stop, cells, starts, rows)
        found[start] = cells, starts, rows[:length].copy()

    each_block(ROOTS, work, block=AT_ONCE[metric])
    starts, stops, offset = np.empty(CELLS, np.int32), np.empty(CELLS, np.int32), 0
    for cells, begin, rows in found.values():
        starts[cells], stops[cells] = begin[:-1] + offset, begin[1:] + offset
        offset += len(rows)
    return starts, stops, np.concatenate([rows for _, _, rows in found.values()])

"""The exact nearest color of 16-bit pixels: in each of 32^3 boxes of values, the few that can be nearest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.nearest.metrics import centers_of, light_of, space_of
from palette_studio.core.nearest.solving import AT_ONCE, IN_ROOT, ROOTS, part
from palette_studio.core.nearest.store import CELLS
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

BIT_16 = np.dtype(np.uint16)
MOST = 2  # palettes whose lists are remembered


@dataclass(frozen=True, eq=False)
class Boxes:
    """Which colors can be nearest in each box: rows[starts[box] : stops[box]], ascending indices.

    colors: (k, 3) uint8. starts, stops: (32768,) int32. rows: (n,) uint16.
    """

    colors: np.ndarray
    metric: str
    starts: np.ndarray
    stops: np.ndarray
    rows: np.ndarray


_recent: tuple[Boxes, ...] = ()  # replaced as a whole, so that threads need no lock


def boxed(pixels: np.ndarray, colors: np.ndarray, metric: str, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) indices of the nearest color of (h, w, 3|4) uint16 pixels, ties to the lower."""
    from palette_studio.core.kernels.nearest_boxes import mapped_16

    space, light = space_of(metric), light_of(BIT_16)
    centers = centers_of(colors, BIT_16, metric)
    boxes = boxes_of(colors.astype(np.uint8), metric, part(tick, 0.0, 0.5))
    lists = boxes.starts, boxes.stops, boxes.rows
    out = np.empty(pixels.shape[:2], np.uint8 if len(colors) <= 256 else np.uint16)

    def work(start: int, stop: int) -> None:
        mapped_16(pixels[start:stop], space, light, centers, *lists, out[start:stop])

    each_block(len(out), work, part(tick, 0.5, 1.0), max(1, (1 << 16) // max(1, pixels.shape[1])))
    return out


def boxes_of(colors: np.ndarray, metric: str, tick: Tick = no_tick) -> Boxes:
    """Return the boxes of (k, 3) uint8 colors, remembered or new."""
    global _recent
    for boxes in _recent:
        if boxes.metric == metric and np.array_equal(boxes.colors, colors):
            return boxes
    boxes = _made(colors, metric, tick)
    _recent = (boxes, *_recent[: MOST - 1])
    return boxes


def _made(colors: np.ndarray, metric: str, tick: Tick) -> Boxes:
    from palette_studio.core.kernels.nearest_space import listed

    space, light = space_of(metric), light_of(BIT_16)
    centers = centers_of(np.vstack([colors, colors[:1]]), BIT_16, metric)
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def work(start: int, stop: int) -> None:
        size = IN_ROOT * (stop - start)
        cells, starts = np.empty(size, np.int32), np.empty(size + 1, np.int32)
        rows = np.empty(size * len(colors), np.uint16)
        length = listed(space, light, centers, start, stop, cells, starts, rows)
        found.append((cells, starts, rows[:length].copy()))

    each_block(ROOTS, work, tick, AT_ONCE[metric])
    starts, stops, offset = np.empty(CELLS, np.int32), np.empty(CELLS, np.int32), 0
    for cells, begin, rows in found:
        starts[cells], stops[cells] = begin[:-1] + offset, begin[1:] + offset
        offset += len(rows)
    return Boxes(colors, metric, starts, stops, np.concatenate([rows for _, _, rows in found]))

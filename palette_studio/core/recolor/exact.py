"""A picture recolored color by color: each distinct color is worked out once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

FEW = 1 << 18  # pixels below which going through the cube of all colors costs more than it saves
BLOCK = 1 << 18  # colors worked on between ticks, for a cost of 1: some 10 ms

Colors = Callable[[np.ndarray], np.ndarray]


def recolored(pixels: np.ndarray, colors: Colors, cost: int, tick: Tick = no_tick) -> np.ndarray:
    """Return the picture with ``colors`` applied to every pixel, alpha copied.

    pixels: (h, w, 3|4) uint8 or uint16, C-contiguous. colors: (n, 3) to (n, 3) of the same dtype, each row a
    function of that row alone. cost: how long one color takes, in about 30 ns.
    """
    block = max(2048, BLOCK // cost)
    if pixels.dtype == np.uint8 and pixels.shape[0] * pixels.shape[1] > FEW:
        return _by_cube(pixels, colors, block, tick)
    out = np.empty_like(pixels)

    def work(start: int, stop: int) -> None:
        part = pixels[start:stop]
        out[start:stop, :, :3] = colors(part[..., :3].reshape(-1, 3)).reshape(*part.shape[:2], 3)
        out[start:stop, :, 3:] = part[..., 3:]

    each_block(pixels.shape[0], work, tick, max(1, block // max(1, pixels.shape[1])))
    return out


def _by_cube(pixels: np.ndarray, colors: Colors, block: int, tick: Tick) -> np.ndarray:
    """Mark the colors that occur, work each out, look every pixel up."""
    from palette_studio.core.kernels import cube as kernels

    cube = np.zeros(kernels.PLACES, np.uint32)
    out = np.empty_like(pixels)
    rows = pixels.shape[0]

    def work_out(start: int, stop: int) -> None:
        places, found = np.empty(stop - start, np.uint32), np.empty((stop - start, 3), np.uint8)
        count = kernels.marked(cube, start, stop, places, found)
        found = found[:count]
        found.flags.writeable = False
        kernels.put(cube, places[:count], colors(found))

    each_block(rows, lambda a, b: kernels.mark(pixels[a:b], cube), part(tick, 0.0, 0.1))
    each_block(kernels.PLACES, work_out, part(tick, 0.1, 0.9), block)
    each_block(rows, lambda a, b: kernels.looked_up(pixels[a:b], cube, out[a:b]), part(tick, 0.9, 1.0))
    return out


def part(tick: Tick, low: float, high: float) -> Tick:
    """Return a tick for a part of the work, from fraction ``low`` to ``high`` of the whole."""

    def inner(fraction: float, partial: object = None) -> None:
        tick(low + fraction * (high - low), partial)

    return inner

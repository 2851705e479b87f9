"""How many pixels of a photo stand where in a plane of color, and what color they have there on average."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from palette_studio.core.planes import PLANES, REACH, RGB_TO_YCC
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only, to_8_bit

SIDE = 321  # cells; odd, so that gray stands in the middle of one, and of one of three times its side


@dataclass(frozen=True, eq=False)
class Density:
    """Cells of a plane. counts: (n, n) int64. colors: (n, n, 3) uint8, each cell's mean. n is SIDE at first.

    The square reaches REACH[plane] on either side of gray; row 0 is the highest. Both are read-only.
    """

    plane: str
    counts: np.ndarray
    colors: np.ndarray

    @cached_property
    def coarse(self) -> Density:
        """The same in cells of three times the side: for a plot that has fewer pixels than cells."""
        side = SIDE // 3
        weighted = self.colors * self.counts[..., None]
        counts = self.counts.reshape(side, 3, side, 3).sum(axis=(1, 3))
        sums = weighted.reshape(side, 3, side, 3, 3).sum(axis=(1, 3))
        colors = np.rint(sums / np.maximum(counts, 1)[..., None]).astype(np.uint8)
        counts.flags.writeable = colors.flags.writeable = False
        return Density(self.plane, counts, colors)

    @property
    def total(self) -> int:
        return int(self.counts.sum())


def density(pixels: np.ndarray, plane: str, tick: Tick = no_tick) -> Density:
    """Return where the colors of all pixels stand but those with alpha 0.

    pixels: (h, w, 3|4) uint8 or uint16; 16-bit values are rounded to 8 bits first.
    Raises ValueError for an unknown plane.
    """
    from palette_studio.core.kernels.density import add_up

    if plane not in PLANES:
        raise ValueError(f"{plane!r} is no plane of color; there are {', '.join(PLANES)}")
    pixels = read_only(to_8_bit(pixels))
    sums = np.zeros((SIDE, SIDE, 4), np.int64)
    spare: list[np.ndarray] = []  # what a thread has summed up so far, taken by the next one
    lock, axes = threading.Lock(), RGB_TO_YCC[1:] / 255

    def work(start: int, stop: int) -> None:
        with lock:
            mine = spare.pop() if spare else np.zeros_like(sums)
        add_up(pixels[start:stop], plane == "ab", axes, REACH[plane], mine)
        with lock:
            spare.append(mine)

    each_block(len(pixels), work, tick, max(1, (1 << 18) // max(1, pixels.shape[1])))
    for part in spare:
        sums += part
    counts = sums[..., 0].copy()
    colors = np.zeros((SIDE, SIDE, 3), np.uint8)
    filled = counts > 0
    colors[filled] = np.rint(sums[filled, 1:] / counts[filled, None])
    counts.flags.writeable = colors.flags.writeable = False
    return Density(plane, counts, colors)

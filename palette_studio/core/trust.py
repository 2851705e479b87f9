"""How far to trust a result: how much of the photo it moved, how far, and where it ran out of colors."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only

BLOCK = 1 << 16  # pixels between ticks: less than a millisecond


@dataclass(frozen=True)
class Trust:
    """Of the pixels that show (alpha above 0): shares 0..1, and CIEDE2000 between before and after.

    moved: share of pixels that differ. mean: over all of them, unmoved ones too. largest: of any one.
    clipped: share of pixels that the edit pushed to the gamut's edge: a channel is now 0 or full and was not.
    """

    moved: float = 0.0
    mean: float = 0.0
    largest: float = 0.0
    clipped: float = 0.0


def trust(before: np.ndarray, after: np.ndarray, tick: Tick = no_tick) -> Trust:
    """Return how far ``after`` is from ``before``, every pixel looked at; the same for any number of threads.

    before, after: (h, w, 3|4) uint8 or uint16 of one shape and dtype, alpha the same. Differences are worked
    out in float32 (see kernels.trust). Pixels that have not moved cost next to nothing.
    Raises ValueError for pictures of different shapes or dtypes.
    """
    if before.shape != after.shape or before.dtype != after.dtype:
        raise ValueError(
            f"before is {before.shape} {before.dtype}, after {after.shape} {after.dtype}; they need the same"
        )
    if before is after:
        tick(1.0)
        return Trust()
    seen, moved, total, largest, clipped = _sums(read_only(before), read_only(after), tick)
    if not seen:
        return Trust()
    return Trust(moved / seen, total / seen, largest, clipped / seen)


def _sums(before: np.ndarray, after: np.ndarray, tick: Tick) -> tuple[float, float, float, float, float]:
    """Return pixels seen and moved, the sum and largest of the differences, and pixels clipped."""
    from palette_studio.core.kernels import trust as kernels

    light_of, most = _light_of(before.dtype), np.iinfo(before.dtype).max
    rows = max(1, BLOCK // max(1, before.shape[1]))
    sums = np.zeros((-(-len(before) // rows), 5))

    def work(start: int, stop: int) -> None:
        kernels.trusted(
            before[start:stop], after[start:stop], light_of, most, _scratch(), sums[start // rows]
        )

    each_block(len(before), work, tick, rows)
    seen, moved, total, _, clipped = sums.sum(axis=0).tolist()
    return seen, moved, total, float(sums[:, 3].max(initial=0.0)), clipped


def differences(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return (n,) float32 CIEDE2000 between rows of (n, 3) uint8 or uint16 colors, as ``trust`` finds it."""
    from palette_studio.core.kernels import trust as kernels

    light_of, out = _light_of(before.dtype), np.empty(len(before), np.float32)

    def work(start: int, stop: int) -> None:
        kernels.differences(before[start:stop], after[start:stop], light_of, _scratch(), out[start:stop])

    each_block(len(before), work, block=BLOCK)
    return out


@cache
def _light_of(dtype: np.dtype) -> np.ndarray:
    from palette_studio.core.kernels.light import linear_table

    return linear_table(dtype).astype(np.float32)


_own = threading.local()


def _scratch() -> np.ndarray:
    """Return the calling thread's rows for the kernels."""
    from palette_studio.core.kernels import trust as kernels

    if not hasattr(_own, "rows"):
        _own.rows = np.empty((kernels.ROWS, kernels.PAIRS), np.float32)
    return _own.rows

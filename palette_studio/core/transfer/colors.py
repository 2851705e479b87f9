"""The colors of a picture that show, a block of rows at a time: never all of a large one as floats."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

BLOCK_PX, FEWEST_ROWS = 1 << 16, 32  # of a block: small enough for a cache, and not all edge

Place = Callable[[np.ndarray], np.ndarray]  # (k, 3) float32 sRGB to where it is in some space


class Colors:
    """pixels: (h, w, 3|4) uint8 or uint16, or sRGB 0..1 as float32. What has no alpha does not show."""

    def __init__(self, pixels: np.ndarray) -> None:
        self.pixels = pixels

    @cached_property
    def edges(self) -> np.ndarray:
        """(h + 1,) numbers of colors above each row."""
        height, width, channels = self.pixels.shape
        seen = np.full(height, width) if channels == 3 else np.count_nonzero(self.pixels[..., 3], axis=1)
        return np.concatenate([[0], np.cumsum(seen)])

    def of(self, start: int, stop: int) -> np.ndarray:
        """Return (k, 3) float32 sRGB 0..1 of the rows from start to stop."""
        rows = self.pixels[start:stop]
        return floats(rows).reshape(-1, 3) if rows.shape[2] == 3 else floats(rows)[shown(rows)]

    def each(self, work: Callable[[int, int], None], tick: Tick = no_tick) -> None:
        """Run ``work(start, stop)`` over all rows, on every core."""
        height, width = self.pixels.shape[:2]
        each_block(height, work, tick, max(FEWEST_ROWS, BLOCK_PX // width))

    def gathered(self, figures: Callable[[int, int], np.ndarray], tick: Tick = no_tick) -> np.ndarray:
        """Return (blocks, ...) the figures of every block of rows, in their order."""
        found: dict[int, np.ndarray] = {}

        def work(start: int, stop: int) -> None:
            found[start] = figures(start, stop)

        self.each(work, tick)
        return np.stack([found[start] for start in sorted(found)])

    def moments(
        self, to_place: Callable[[np.ndarray], np.ndarray], tick: Tick = no_tick
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return mean (3,) and covariance (3, 3) of where the colors are in some space."""

        from palette_studio.core.kernels.distribution import products

        def figures(start: int, stop: int) -> np.ndarray:
            return products(to_place(self.of(start, stop)))

        sums = self.gathered(figures, tick).sum(0)
        mean = sums[3, :3] / sums[3, 3]
        return mean, sums[:3, :3] / sums[3, 3] - np.outer(mean, mean)


def shown(pixels: np.ndarray) -> np.ndarray:
    """Return (h, w) bool: what has any alpha."""
    return pixels[..., 3] > 0 if pixels.shape[2] == 4 else np.ones(pixels.shape[:2], bool)


def floats(pixels: np.ndarray) -> np.ndarray:
    """Return (h, w, 3) float32 sRGB 0..1; floats are that already."""
    if pixels.dtype == np.float32:
        return pixels[..., :3]
    return pixels[..., :3] / np.float32(np.iinfo(pixels.dtype).max)

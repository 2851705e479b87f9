"""The colors of a picture and how much of it each is: all that palettes are found in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from palette_studio.core.color import linear_to_xyz, srgb_to_linear, srgb_to_oklab, xyz_to_lab
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only, to_8_bit

Space = Literal["srgb", "lab", "oklab"]
LINEAR = srgb_to_linear(np.arange(256) / 255)  # of every 8-bit value
MOST_UNSIGNED = (1 << 32) // 255  # opaque pixels that 32 bits count


@dataclass(frozen=True, eq=False)
class Points:
    """Weighted points: (n, 3) places in some color space, (n,) float64 how many pixels each stands for.

    holds: (colors,) the point that each color of the histogram went into, or None where they are the points.
    """

    place: np.ndarray
    weight: np.ndarray
    holds: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class ColorHistogram:
    """The distinct 8-bit colors of a picture, and how many pixels have each.

    colors: (n, 3) uint8, in an order that depends on the colors alone. weight: (n,) float64; a pixel counts
    as much as it shows, alpha / 255, and one that does not show at all is not there. Both are read-only.
    """

    colors: np.ndarray
    weight: np.ndarray
    _bins: dict[tuple[Space, int], Points] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, pixels: np.ndarray, tick: Tick = no_tick) -> ColorHistogram:
        """Return the colors of (h, w, 3|4) uint8 or uint16 pixels, 16 bits rounded to 8."""
        from palette_studio.core.kernels.counts import collected, tallied

        pixels = read_only(to_8_bit(pixels))
        few = pixels.shape[0] * pixels.shape[1] <= MOST_UNSIGNED
        tally, cells = np.zeros(1 << 24, np.uint32 if few else np.uint64), np.zeros(1 << 15, np.bool_)
        rows = max(1, (1 << 19) // max(1, pixels.shape[1]))
        for start in range(0, len(pixels), rows):
            tick(start / len(pixels))
            tallied(pixels[start : start + rows], tally, cells)
        codes, counts = collected(tally, np.flatnonzero(cells))
        colors = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1).astype(np.uint8)
        weight = counts / 255
        colors.flags.writeable = weight.flags.writeable = False
        tick(1.0)
        return cls(colors, weight)

    def __len__(self) -> int:
        return len(self.weight)

    @cached_property
    def srgb(self) -> np.ndarray:
        """(n, 3) 0..1."""
        return self.colors / 255

    @cached_property
    def lab(self) -> np.ndarray:
        return self._in(lambda colors: xyz_to_lab(linear_to_xyz(LINEAR[colors])))

    @cached_property
    def oklab(self) -> np.ndarray:
        return self._in(lambda colors: srgb_to_oklab(colors / 255))

    def _in(self, space: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
        result = np.empty((len(self), 3))

        def work(start: int, stop: int) -> None:
            result[start:stop] = space(self.colors[start:stop])

        each_block(len(self), work, block=1 << 13)
        return result

    def binned(self, place: np.ndarray, bits: int) -> Points:
        """Return one point a filled bin of sRGB, ``bits`` a channel: mean place and weight of its colors.

        place: (n, 3) of the colors, in any space: ``self.lab``.
        """
        from palette_studio.core.kernels.counts import summed

        number, sums = np.full(1 << 3 * bits, -1, np.int64), np.zeros((min(len(self), 1 << 3 * bits), 4))
        holds = np.empty(len(self), np.int64)
        count = summed(self.colors, self.weight, place, bits, number, holds, sums)
        weight = sums[:count, 0].copy()
        return Points(sums[:count, 1:] / weight[:, None], weight, holds)

    def bins(self, space: Space, bits: int) -> Points:
        """Return the bins of the colors in a space, worked out the first time."""
        if (space, bits) not in self._bins:
            self._bins[space, bits] = self.binned(getattr(self, space), bits)
        return self._bins[space, bits]

    def points(self, space: Space, bits: int, least: int) -> Points:
        """Return the bins, or every color where there are fewer than ``least`` bins."""
        bins = self.bins(space, bits)
        return bins if len(bins.weight) >= least else Points(getattr(self, space), self.weight)

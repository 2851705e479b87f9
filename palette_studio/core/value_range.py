"""A range of values on a histogram, and which pixels have one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.histogram import Histograms
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only, to_8_bit

CHANNELS = ("red", "green", "blue", "lightness", "hue")
BINS = {"hue": 360}


@dataclass(frozen=True)
class ValueRange:
    """Bins first to last of a channel, both inside, numbered as in ``Histograms``.

    On hue, first may be above last: the range then goes through 0. Raises ValueError for an unknown channel,
    a bin that it does not have, or a first above the last on another channel.
    """

    channel: str
    first: int
    last: int

    def __post_init__(self) -> None:
        if self.channel not in CHANNELS:
            raise ValueError(f"{self.channel!r} is no channel; there are {', '.join(CHANNELS)}")
        bins = bins_of(self.channel)
        if not (0 <= self.first < bins and 0 <= self.last < bins):
            raise ValueError(f"{self.first} to {self.last} is not in 0 to {bins - 1}")
        if self.first > self.last and self.channel != "hue":
            raise ValueError(f"{self.first} is above {self.last}")

    @property
    def holds(self) -> np.ndarray:
        """Return which bins are in it, (bins,) bool."""
        number = np.arange(bins_of(self.channel))
        above, below = number >= self.first, number <= self.last
        return above & below if self.first <= self.last else above | below


def bins_of(channel: str) -> int:
    return BINS.get(channel, 256)


def share(counts: Histograms, values: ValueRange) -> float:
    """Return the share of all counted pixels that are in a range, 0..1; grays have no hue."""
    if values.channel in ("lightness", "hue"):
        bins = getattr(counts, values.channel)
    else:
        bins = counts.rgb[CHANNELS.index(values.channel)]
    return float(bins[values.holds].sum() / max(counts.total, 1))


def inside(pixels: np.ndarray, values: ValueRange, tick: Tick = no_tick) -> np.ndarray:
    """Return which pixels are in a range, (h, w) bool; alpha says nothing.

    pixels: (h, w, 3|4) uint8 or uint16; 16-bit values are rounded to 8 bits first.
    """
    from palette_studio.core.kernels.counts import hue_plane, lightness_plane

    pixels = read_only(to_8_bit(pixels))
    result = np.empty(pixels.shape[:2], bool)
    holds = np.append(values.holds, False)  # the last one: grays among hues

    def work(start: int, stop: int) -> None:
        block = pixels[start:stop]
        if values.channel in ("lightness", "hue"):
            plane = np.empty(block.shape[:2], np.uint16 if values.channel == "hue" else np.uint8)
            (hue_plane if values.channel == "hue" else lightness_plane)(block, plane)
        else:
            plane = block[..., CHANNELS.index(values.channel)]
        result[start:stop] = holds[plane]

    each_block(len(pixels), work, tick, max(1, (1 << 18) // max(1, pixels.shape[1])))
    return result

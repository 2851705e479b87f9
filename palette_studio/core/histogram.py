"""Counts of whole photos, exact: every pixel that shows is counted."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only, to_8_bit


@dataclass(frozen=True, eq=False)
class Histograms:
    """How often each value occurs. All int64, read-only.

    rgb: (3, 256). lightness: (256,), bin i is CIELab L from i to i + 1 of 256 equal parts of 0..100, the
    last one with its end. hue: (360,), bin i is HSV hue from i to i + 1 degrees, of pixels that have one.
    gray: pixels without hue. total: all pixels counted.
    """

    rgb: np.ndarray
    lightness: np.ndarray
    hue: np.ndarray
    gray: int
    total: int


def histograms(pixels: np.ndarray, tick: Tick = no_tick) -> Histograms:
    """Return the counts of all pixels but those with alpha 0.

    pixels: (h, w, 3|4) uint8 or uint16; 16-bit values are rounded to 8 bits first.
    """
    from palette_studio.core.kernels.counts import counted

    pixels = read_only(to_8_bit(pixels))
    rgb, lightness, hue = (np.zeros(shape, np.int64) for shape in ((3, 256), (256,), (361,)))
    lock = threading.Lock()

    def work(start: int, stop: int) -> None:
        mine = tuple(np.zeros_like(whole) for whole in (rgb, lightness, hue))
        counted(pixels[start:stop], *mine)
        with lock:
            for whole, count in zip((rgb, lightness, hue), mine, strict=True):
                whole += count

    each_block(len(pixels), work, tick, max(1, (1 << 18) // max(1, pixels.shape[1])))
    gray, total = int(hue[360]), int(hue.sum())
    for array in (rgb, lightness, hue):
        array.flags.writeable = False
    return Histograms(rgb, lightness, hue[:360], gray, total)

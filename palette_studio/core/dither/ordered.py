"""Ordered dithering: every pixel decides alone, by a repeating pattern, which color of a mixture it shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import numpy as np

from palette_studio.core.color import srgb_to_linear
from palette_studio.core.dither.blue_noise import blue_noise
from palette_studio.core.dither.options import Options
from palette_studio.core.nearest.metrics import centers_of, space_of
from palette_studio.core.tick import Tick
from palette_studio.core.tiles import each_block, to_8_bit

BLOCK = 1 << 13  # pixels between ticks: some 10 ms where each has a color of its own
# Full strength: which colors are mixed is decided at the first, where far colors, whose mixtures are noisy,
# must win much; how much of each at the second, where the mean is kept.
QUIET, EXACT = 0.9, 63 / 64
UNITS = {"rgb": 1.0, "lab": 2.55**2, "oklab": 255.0**2, "ciede2000": 2.55**2}  # black to white as in RGB
LUMA = np.array([0.2126, 0.7152, 0.0722])  # ITU-R BT.709


@cache
def bayer(size: int) -> np.ndarray:
    """Return (size, size) ranks 0 .. size^2 - 1 of Bayer's pattern. size: a power of 2 (Bayer 1973)."""
    ranks = np.zeros((1, 1), np.int64)
    while len(ranks) < size:
        ranks = np.block([[4 * ranks, 4 * ranks + 2], [4 * ranks + 3, 4 * ranks + 1]])
    return ranks


def by_pattern(
    ranks: Callable[[], np.ndarray], pixels: np.ndarray, colors: np.ndarray, options: Options, tick: Tick
) -> np.ndarray:
    """Return (h, w) uint8 indices, dithered by a pattern of ranks. 16-bit pixels are rounded to 8 bits."""
    from palette_studio.core.kernels.cube import PLACES
    from palette_studio.core.kernels.dither_mix import FULL, ordered
    from palette_studio.core.kernels.nearest_blocks import CELLS

    pixels, pattern = to_8_bit(pixels), ranks()
    thresholds = ((2 * pattern + 1) * FULL // (2 * pattern.size)).astype(np.uint64)
    first = np.sort(np.unique(colors, axis=0, return_index=True)[1])  # of equal colors the lower index
    palette = _palette(colors[first], options)
    known = np.zeros(PLACES, np.uint64)  # the system gives it room only where it is written to
    starts = np.zeros(CELLS, np.uint64)
    out = np.empty(pixels.shape[:2], np.uint8)
    keep, middle = (252, 2) if options.preview else (255, 0)

    def work(start: int, stop: int) -> None:
        ordered(pixels[start:stop], start, thresholds, palette, keep, middle, known, starts, out[start:stop])

    each_block(len(out), work, tick, max(1, BLOCK // max(1, pixels.shape[1])))
    return out if len(first) == len(colors) else first.astype(np.uint8)[out]


def _palette(colors: np.ndarray, options: Options) -> tuple:
    """Return what ``kernels.dither_mix.ordered`` needs of a palette.

    By CIEDE2000, which is no squared distance in any space, colors are compared as by Lab.
    """
    levels = 255 * srgb_to_linear(np.arange(256) / 255) if options.linear else np.arange(256.0)
    points = np.ascontiguousarray(centers_of(colors, np.dtype(np.uint8), options.metric).T)
    inks, luma = np.ascontiguousarray(levels[colors].T), srgb_to_linear(colors / 255) @ LUMA
    ease = np.minimum(np.gradient(levels), 1) ** 2  # in dark tones, an error in light shows more
    chosen, mixed = min(options.strength, QUIET), min(options.strength, EXACT)
    return levels, ease, inks, points, space_of(options.metric), UNITS[options.metric], chosen, mixed, luma


PATTERNS: dict[str, Callable[[], np.ndarray]] = {f"bayer{n}": partial(bayer, n) for n in (2, 4, 8, 16)}
PATTERNS["blue-noise"] = blue_noise
METHODS = {name: partial(by_pattern, ranks) for name, ranks in PATTERNS.items()}

"""Every kernel called once, so that no drag waits for a compiler."""

from __future__ import annotations

import numpy as np

from palette_studio.core.extract import coverage, extract
from palette_studio.core.histogram import histograms
from palette_studio.core.nearest import METRICS, nearest
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import METHODS, exact, membership, recolor, weights
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import pyramid


def warm(tick: Tick = no_tick) -> None:
    """Compile, or load from the cache, every kernel for the arrays the window passes; touch OpenCV too."""
    found = Palette.from_colors([(40, 30, 20), (90, 120, 160), (230, 210, 180)])
    edited = found.with_color(1, (160, 60, 90))
    for number, (dtype, channels) in enumerate(KINDS):
        tick(number / (len(KINDS) + 1))
        _touch(_picture(dtype, channels), found, edited)
    _touch_cube(found, edited)
    tick(1.0)


KINDS = [(np.uint8, 3), (np.uint16, 3), (np.uint8, 4), (np.uint16, 4)]


def _picture(dtype: type, channels: int) -> np.ndarray:
    ramp = np.linspace(0, np.iinfo(dtype).max, 6 * 300 * channels)
    pixels = np.random.default_rng(0).permutation(ramp).reshape(6, 300, channels).astype(dtype)
    pixels.flags.writeable = False
    return pixels


def _touch(pixels: np.ndarray, found: Palette, edited: Palette) -> None:
    for method in METHODS:
        recolor(pixels, found, edited, method=method)
        recolor(pixels, found, edited, method=method, table=17)
        membership(pixels, found, 0, method)
        weights(found.colors, found, method)
    levels = pyramid(pixels)
    histograms(levels[-1])
    extract(levels[-1], 3)
    coverage(levels[-1], found.colors)
    for metric in METRICS:
        nearest(pixels, found.colors, metric=metric)


def _touch_cube(found: Palette, edited: Palette) -> None:
    pixels = np.zeros((2, exact.FEW, 3), np.uint8)
    for method in METHODS:
        recolor(pixels, found, edited, method=method)

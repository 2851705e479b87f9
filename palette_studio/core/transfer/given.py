"""What a transfer is given, and how methods that know only colors become ones that paint pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick, first_half, second_half
from palette_studio.core.transfer.colors import Colors, shown
from palette_studio.core.transfer.look import Look
from palette_studio.core.transfer.spaces import from_lab, to_lab


@dataclass(frozen=True, eq=False)
class Given:
    """pixels, reference: (h, w, 3|4) uint8 or uint16, read-only, each with a pixel that shows.

    For palette-transport, forced: (swatch of the source, swatch of the reference) by number; palettes: those
    of both, None where they are to be found.
    """

    pixels: np.ndarray
    reference: np.ndarray
    look: Look
    forced: tuple[tuple[int, int], ...] = ()
    palettes: tuple[Palette, Palette] | None = None


Paint = Callable[[Given, Tick], np.ndarray]  # the picture as it is to be, in the source's shape and dtype
Recolor = Callable[[np.ndarray], np.ndarray]  # (k, 3) float32 sRGB to new ones; each for itself
Fit = Callable[[Colors, Colors, Tick], Recolor]  # what gives the first the colors of the second
Rows = Callable[[int, int], np.ndarray]  # (k, 3) float32 sRGB of what shows from one row to another


def by_colors(fit: Fit) -> Paint:
    """Return the painter that gives every pixel that shows its new color, as the look wants it."""

    def paint(given: Given, tick: Tick) -> np.ndarray:
        own = Colors(given.pixels)
        recolor = fit(own, Colors(given.reference), first_half(tick))
        return finished(given, lambda start, stop: recolor(own.of(start, stop)), second_half(tick))

    return paint


def finished(given: Given, made: Rows, tick: Tick) -> np.ndarray:
    """Return the source with the new colors of its pixels that show; the look has its way first."""
    own, look, result = Colors(given.pixels), given.look, given.pixels.copy()
    middle = 0.0 if look.luminance == 1 or look.preserve_lightness else _middle(own, made)

    def work(start: int, stop: int) -> None:
        colors = made(start, stop)
        if not look.plain:
            lab = to_lab(np.clip(colors, 0, 1))
            colors = looked(to_lab(own.of(start, stop)), lab, look, middle)
        _fill(result[start:stop], colors)

    own.each(work, tick)
    return result


def _middle(own: Colors, made: Rows) -> float:
    """Return the mean lightness of new colors."""

    def sums(start: int, stop: int) -> np.ndarray:
        light = to_lab(np.clip(made(start, stop), 0, 1))[:, 0]
        return np.array([light.sum(dtype=np.float64), len(light)])

    light, count = own.gathered(sums).sum(0)
    return float(light / count)


def filled(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """Return a picture with new (n, 3) float32 sRGB of its pixels that show, by rows."""
    result = pixels.copy()
    _fill(result, colors)
    return result


def _fill(pixels: np.ndarray, colors: np.ndarray) -> None:
    most = np.float32(np.iinfo(pixels.dtype).max)
    values = np.clip(colors, 0, 1) * most + np.float32(0.5)
    if pixels.shape[2] == 3:
        pixels[:] = values.reshape(pixels.shape)
    else:
        pixels[shown(pixels), :3] = values


def looked(source: np.ndarray, made: np.ndarray, look: Look, middle: float) -> np.ndarray:
    """Return (n, 3) sRGB after the look: spread and chroma in Lab, then so much of the way from the source.

    source, made: (n, 3) float32 Lab. middle: the mean lightness of all that was made.
    """
    lab = made.copy()
    light = np.float64(middle) + (lab[:, 0] - np.float64(middle)) * look.luminance
    lab[:, 0] = source[:, 0] if look.preserve_lightness else light
    lab[:, 1:] *= look.intensity
    return from_lab(source + np.float32(look.strength) * (lab - source))

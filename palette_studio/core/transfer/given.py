"""What a transfer is given, and how methods that know only colors become ones that paint pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick
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

    @cached_property
    def colors(self) -> np.ndarray:
        """(n, 3) float32 sRGB of the source's pixels that show, by rows."""
        return floats(self.pixels)[shown(self.pixels)]

    @cached_property
    def wanted(self) -> np.ndarray:
        """The same of the reference's."""
        return floats(self.reference)[shown(self.reference)]


Paint = Callable[[Given, Tick], np.ndarray]  # the picture as it is to be, in the source's shape and dtype
Recolor = Callable[[np.ndarray, np.ndarray, Tick], np.ndarray]  # (n, 3) and (m, 3) sRGB to (n, 3)


def shown(pixels: np.ndarray) -> np.ndarray:
    """Return (h, w) bool: what has any alpha."""
    return pixels[..., 3] > 0 if pixels.shape[2] == 4 else np.ones(pixels.shape[:2], bool)


def floats(pixels: np.ndarray) -> np.ndarray:
    """Return (h, w, 3) float32 sRGB 0..1."""
    return pixels[..., :3] / np.float32(np.iinfo(pixels.dtype).max)


def by_colors(recolor: Recolor) -> Paint:
    """Return the painter that gives every pixel that shows its new color, as the look wants it."""

    def paint(given: Given, tick: Tick) -> np.ndarray:
        return finished(given, recolor(given.colors, given.wanted, tick))

    return paint


def finished(given: Given, colors: np.ndarray) -> np.ndarray:
    """Return the source with new (n, 3) float32 sRGB of the pixels that show; the look has its way first."""
    if not given.look.plain:
        colors = looked(to_lab(given.colors), to_lab(np.clip(colors, 0, 1)), given.look)
    return filled(given.pixels, colors)


def filled(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """Return a picture with new (n, 3) float32 sRGB of its pixels that show, by rows."""
    most = np.float32(np.iinfo(pixels.dtype).max)
    result = pixels.copy()
    result[shown(result), :3] = np.clip(colors, 0, 1) * most + np.float32(0.5)
    return result


def looked(source: np.ndarray, made: np.ndarray, look: Look) -> np.ndarray:
    """Return (n, 3) sRGB after the look: spread and chroma in Lab, then so much of the way from the source.

    source, made: (n, 3) float32 Lab.
    """
    lab = made.copy()
    middle = lab[:, 0].mean(dtype=np.float64)
    lab[:, 0] = source[:, 0] if look.preserve_lightness else middle + (lab[:, 0] - middle) * look.luminance
    lab[:, 1:] *= look.intensity
    return from_lab(source + np.float32(look.strength) * (lab - source))

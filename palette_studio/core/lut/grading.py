"""A photo through a color table."""

from __future__ import annotations

import numpy as np

from palette_studio.core.lut.table import Lut, Stage
from palette_studio.core.recolor.masks import keep_unmasked, mask_share
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only


def graded(
    pixels: np.ndarray,
    lut: Lut,
    strength: float = 1.0,
    tick: Tick = no_tick,
    *,
    mask: np.ndarray | None = None,
) -> np.ndarray:
    """Return the picture with the table applied to every pixel, read-only.

    pixels: (h, w, 3|4) uint8 or uint16, sRGB; the result has their shape and dtype, alpha untouched.
    strength: 0..1 of the way from the photo to what the table says, in sRGB values: 0 gives the photo back.
    mask: as ``recolor`` has it, how much of the change a pixel gets.
    A cube is interpolated in tetrahedra, curves by straight lines, at any size; results are clipped, then
    mixed, then rounded once. A table that changes nothing gives the same bytes.
    Raises ValueError for another picture or mask, or a strength outside 0..1.
    """
    if not 0 <= strength <= 1:
        raise ValueError(f"strength is {strength}; it lies in 0..1")
    pixels = read_only(pixels)
    share = None if mask is None else mask_share(mask, pixels)
    if strength == 0:
        tick(1.0)
        return pixels
    out = np.empty_like(pixels)
    if lut.cube is None:
        _by_curves(pixels, _curves(lut, strength, pixels.dtype), out, tick)
    else:
        _by_cube(pixels, lut.cube, _places(lut, pixels.dtype), strength, out, tick)
    if share is not None:
        keep_unmasked(pixels, out, share)
    out.flags.writeable = False
    return out


def _by_cube(
    pixels: np.ndarray, cube: Stage, words: np.ndarray, strength: float, out: np.ndarray, tick: Tick
) -> None:
    from palette_studio.core.kernels import lut as kernels

    nodes, most = cube.values.reshape(-1, 3), float(np.iinfo(pixels.dtype).max)

    def work(start: int, stop: int) -> None:
        kernels.interpolated(pixels[start:stop], words, nodes, most, strength, out[start:stop])

    each_block(len(out), work, tick)


def _by_curves(pixels: np.ndarray, curves: np.ndarray, out: np.ndarray, tick: Tick) -> None:
    from palette_studio.core.kernels import lut as kernels

    each_block(len(out), lambda a, b: kernels.looked_up(pixels[a:b], curves, out[a:b]), tick)


def _places(lut: Lut, dtype: np.dtype) -> np.ndarray:
    """Return (3, levels) int64: where each value of each channel stands in the cube (see kernels.lut)."""
    from palette_studio.core.kernels import lut as kernels

    assert lut.cube is not None
    size, words = len(lut.cube.values), []
    for channel, step in enumerate((1, size, size * size)):
        place = _shares(_incoming(lut, dtype, channel), lut.cube, channel) * (size - 1)
        node = np.minimum(place.astype(np.int64), size - 2)
        way = np.rint((place - node) * kernels.WAY).astype(np.int64)
        words.append(node * step << kernels.NODE_AT | way << kernels.WAY_AT | step)
    return np.stack(words)


def _curves(lut: Lut, strength: float, dtype: np.dtype) -> np.ndarray:
    """Return (3, levels) of the dtype: what becomes of each value of each channel."""
    most = np.iinfo(dtype).max
    before = np.arange(most + 1, dtype=np.float64)
    after = np.stack([np.clip(_incoming(lut, dtype, channel), 0, 1) * most for channel in range(3)])
    return np.floor(before + strength * (after - before) + 0.5).astype(dtype)


def _incoming(lut: Lut, dtype: np.dtype, channel: int) -> np.ndarray:
    """Return (levels,) float64: every value of a channel, 0..1, after the curves if there are any."""
    levels = np.linspace(0, 1, np.iinfo(dtype).max + 1)
    if lut.curves is None:
        return levels
    curve = lut.curves.values[:, channel].astype(np.float64)
    place = _shares(levels, lut.curves, channel) * (len(curve) - 1)
    return np.interp(place, np.arange(len(curve)), curve)


def _shares(values: np.ndarray, stage: Stage, channel: int) -> np.ndarray:
    """Return how far values are on the way from the domain's low end to its high one, 0..1."""
    low, high = stage.low[channel], stage.high[channel]
    return np.clip((values - low) / (high - low), 0, 1)

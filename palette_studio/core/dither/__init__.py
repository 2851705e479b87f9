"""A picture in the colors of a palette, the error of each pixel made up for by others."""

from __future__ import annotations

import numpy as np

from palette_studio.core.dither import diffusion, ordered, riemersma
from palette_studio.core.dither.options import Options
from palette_studio.core.nearest import nearest
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import read_only

# (pixels, (k, 3) uint8 colors, Options, tick) -> (h, w) uint8 indices
METHODS = {**diffusion.METHODS, **ordered.METHODS, **riemersma.METHODS}
MOST = 256  # colors


def dither(
    pixels: np.ndarray,
    colors: np.ndarray,
    *,
    method: str = "floyd-steinberg",
    strength: float = 1.0,
    linear: bool = False,
    serpentine: bool = True,
    metric: str = "rgb",
    preview: bool = False,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return (h, w) uint8 indices into ``colors``, read-only; the same every time.

    pixels: (h, w, 3|4) uint8 or uint16. colors: (k, 3) 0..255, k from 1 to 256. method: a key of METHODS, or
    "none". strength: 0..1 of the error is made up for; 0 is ``nearest``. linear: colors mix in linear light,
    as they do to an eye far away, not in encoded values. serpentine: error diffusion turns at the end of
    each row; rows that do not turn are worked on by every core. metric: of ``nearest``, which palette color
    stands for a color that carries error, rounded to 8 bits. preview: ordered patterns take 4 values of a
    channel for one, which is several times as fast and hard to see.
    A pixel that is a palette color stays what it is, and error that reaches it ends there: flat areas stay
    flat, and outlines let nothing through. Clear pixels (alpha 0) take no part either, and get 0.
    Raises ValueError for an unknown method or metric, a strength outside 0..1, no colors or too many, or a
    picture of another shape or dtype.
    """
    if method != "none" and method not in METHODS:
        raise ValueError(f"{method!r} is no way to dither; there are none, {', '.join(METHODS)}")
    if not 0 <= strength <= 1:
        raise ValueError(f"strength is {strength}; it lies in 0..1")
    if method == "none" or strength == 0:
        return nearest(pixels, colors, metric=metric, tick=tick)
    colors = np.asarray(colors)
    if colors.ndim != 2 or colors.shape[1] != 3 or not 1 <= len(colors) <= MOST:
        raise ValueError(f"colors are (k, 3) with k in 1..{MOST}, not {colors.shape}")
    pixels, colors = read_only(pixels), np.ascontiguousarray(colors, np.uint8)
    out = METHODS[method](pixels, colors, Options(metric, strength, linear, serpentine, preview), tick)
    out.flags.writeable = False
    return out

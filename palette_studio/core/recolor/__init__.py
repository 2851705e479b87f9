"""A photo with another palette."""

from __future__ import annotations

import numpy as np

from palette_studio.core.palette import Palette
from palette_studio.core.recolor import nearest, rbf
from palette_studio.core.recolor.swatches import moves_of
from palette_studio.core.recolor.table import SIZES
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only, to_8_bit

METHODS = {"rbf": rbf, "nearest": nearest}  # modules with recolor, weights and membership

__all__ = ["METHODS", "SIZES", "membership", "recolor", "weights"]


def recolor(
    pixels: np.ndarray,
    found: Palette,
    edited: Palette,
    *,
    method: str = "rbf",
    strength: float = 1.0,
    keep_light: float = 0.0,
    mask: np.ndarray | None = None,
    table: int | None = None,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return the picture in which swatch i of ``found`` has become swatch i of ``edited``, read-only.

    pixels: (h, w, 3|4) uint8 or uint16, sRGB; the result has their shape and dtype, alpha untouched.
    strength: 0..1 of the way, in Lab, that each swatch goes. keep_light: 0..1 of the change of lightness is
    taken back. mask: (h, w) uint8, or float 0..1: how much of the change a pixel gets. table: None is exact;
    17, 33 or 65 nodes an axis is for previews.
    Each pixel's result follows from its color alone. Colors that do not move keep their bytes, so an
    unchanged palette gives the picture back. Reordering both palettes alike changes no bit.
    Raises ValueError for an unknown method, palettes of different or no length, a fraction outside 0..1,
    or a mask, table or picture of another shape or dtype.
    """
    moves = moves_of(found, edited, strength, keep_light)
    if method not in METHODS:
        raise ValueError(f"{method!r} is no recolor method; there are {', '.join(METHODS)}")
    if table is not None and table not in SIZES:
        raise ValueError(f"a table has 17, 33 or 65 nodes an axis, not {table}")
    pixels = read_only(pixels)
    share = None if mask is None else _mask_share(mask, pixels)
    if not moves.moved.any():
        tick(1.0)
        return pixels
    result = METHODS[method].recolor(pixels, moves, table, tick)
    if share is not None:
        _keep_unmasked(pixels, result, share)
    result.flags.writeable = False
    return result


def _mask_share(mask: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    if mask.shape != pixels.shape[:2]:
        raise ValueError(f"the mask is {mask.shape}, the picture {pixels.shape[:2]}")
    if mask.dtype == np.uint8:
        return mask
    if not np.issubdtype(mask.dtype, np.floating):
        raise ValueError(f"a mask is uint8 or float, not {mask.dtype}")
    if mask.size and not (mask.min() >= 0 and mask.max() <= 1):
        raise ValueError("a float mask lies in 0..1")
    return mask


def _keep_unmasked(pixels: np.ndarray, result: np.ndarray, mask: np.ndarray) -> None:
    """Mix the original back into ``result`` where the mask is below full."""
    full = 255.0 if mask.dtype == np.uint8 else 1.0

    def work(start: int, stop: int) -> None:
        before = pixels[start:stop, :, :3].astype(np.float32)
        share = (mask[start:stop, :, None] / full).astype(np.float32)
        mixed = before + share * (result[start:stop, :, :3] - before)
        result[start:stop, :, :3] = np.rint(mixed)

    each_block(len(pixels), work)


def weights(colors: np.ndarray, found: Palette, method: str = "rbf") -> np.ndarray:
    """Return (n, k) float32 shares of each swatch in (n, 3) uint8 colors, rows summing to 1."""
    if not len(found):
        raise ValueError("the palette has no swatches")
    return METHODS[method].weights(read_only(colors[None])[0], found)


def membership(pixels: np.ndarray, found: Palette, index: int, method: str = "rbf") -> np.ndarray:
    """Return (h, w) uint8, read-only: the share of swatch ``index`` in each pixel, 255 where it is all."""
    if not 0 <= index < len(found):
        raise ValueError(f"there is no swatch {index} among {len(found)}")
    result = METHODS[method].membership(to_8_bit(read_only(pixels)), found, index)
    result.flags.writeable = False
    return result

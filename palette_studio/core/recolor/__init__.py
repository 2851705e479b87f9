"""A photo with another palette."""

from __future__ import annotations

import numpy as np

from palette_studio.core.palette import Palette
from palette_studio.core.recolor import layers, mean_value, mixture, nearest, rbf
from palette_studio.core.recolor.masks import keep_unmasked, mask_share
from palette_studio.core.recolor.swatches import moves_of
from palette_studio.core.recolor.table import SIZES
from palette_studio.core.scene import Part, Scene, View
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import read_only, to_8_bit

# Modules with one shape: recolor, weights, membership and error, as ``rbf`` has them.
METHODS = {"rbf": rbf, "layers": layers, "mean-value": mean_value, "mixture": mixture, "nearest": nearest}

SCENIC = ("layers", "mixture")  # those by which a color's result depends on the picture around it

__all__ = ["METHODS", "SCENIC", "SIZES", "error", "membership", "recolor", "weights"]


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
    scene: Scene | None = None,
    part: Part | None = None,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return the picture in which swatch i of ``found`` has become swatch i of ``edited``, read-only.

    pixels: (h, w, 3|4) uint8 or uint16, sRGB; the result has their shape and dtype, alpha untouched.
    strength: 0..1 of the way, in Lab, that each swatch goes. keep_light: 0..1 of the change of lightness is
    taken back. mask: (h, w) uint8, or float 0..1: how much of the change a pixel gets. table: None is exact;
    17, 33 or 65 nodes an axis is for previews. scene: the whole picture, small, for engines that look at it,
    and part: where in it the pixels lie; without them the pixels are the whole picture.
    An unchanged palette gives the picture back. Reordering both palettes alike changes no bit. By "rbf",
    "nearest" and "mean-value" each pixel's result follows from its color alone, by "mixture" from its color
    and the scene.
    Raises ValueError for an unknown method, palettes of different or no length, a fraction outside 0..1,
    or a mask, table or picture of another shape or dtype.
    """
    moves = moves_of(found, edited, strength, keep_light)
    if method not in METHODS:
        raise ValueError(f"{method!r} is no recolor method; there are {', '.join(METHODS)}")
    if table is not None and table not in SIZES:
        raise ValueError(f"a table has 17, 33 or 65 nodes an axis, not {table}")
    pixels = read_only(pixels)
    share = None if mask is None else mask_share(mask, pixels)
    if not moves.moved.any():
        tick(1.0)
        return pixels
    view = View.of(pixels, scene, part)
    result = METHODS[method].recolor(pixels, moves, view, table, tick)
    if share is not None:
        keep_unmasked(pixels, result, share)
    result.flags.writeable = False
    return result


def weights(
    colors: np.ndarray, found: Palette, method: str = "rbf", scene: Scene | None = None
) -> np.ndarray:
    """Return (n, k) float32 shares of each swatch in (n, 3) uint8 colors, rows summing to 1.

    scene: the picture they are from; without it, they are the picture. An engine that looks at places too
    gives a color's shares wherever it stands.
    """
    if not len(found):
        raise ValueError("the palette has no swatches")
    colors = read_only(colors[None])
    return METHODS[method].weights(colors[0], found, scene or Scene(colors))


def membership(
    pixels: np.ndarray,
    found: Palette,
    index: int,
    method: str = "rbf",
    scene: Scene | None = None,
    part: Part | None = None,
) -> np.ndarray:
    """Return (h, w) uint8, read-only: the share of swatch ``index`` in each pixel, 255 where it is all."""
    if not 0 <= index < len(found):
        raise ValueError(f"there is no swatch {index} among {len(found)}")
    pixels = to_8_bit(read_only(pixels))
    view = View.of(pixels, scene, part)
    result = METHODS[method].membership(pixels, found, index, view)
    result.flags.writeable = False
    return result


def error(found: Palette, scene: Scene, method: str = "rbf") -> float:
    """Return how far the swatches, mixed by their shares, are from the picture: root mean square, 0..255."""
    if not len(found):
        raise ValueError("the palette has no swatches")
    return METHODS[method].error(found, scene)

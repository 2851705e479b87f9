"""The nearest palette color of every pixel."""

from __future__ import annotations

import numpy as np

from palette_studio.core.nearest.boxes import boxed
from palette_studio.core.nearest.brute import brute
from palette_studio.core.nearest.choice import fastest
from palette_studio.core.nearest.cube import Cube
from palette_studio.core.nearest.flann import agreement, flann
from palette_studio.core.nearest.metrics import METRICS, MOST_IN_CUBE, space_of
from palette_studio.core.nearest.parallel import parallel
from palette_studio.core.nearest.solving import part
from palette_studio.core.tick import Tick, no_tick

__all__ = ["METHODS", "METRICS", "Cube", "agreement", "nearest"]


def by_cube(pixels: np.ndarray, colors: np.ndarray, metric: str, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) indices of the nearest color, looked up; 16-bit pixels by boxes of values.

    The cube comes from memory, or from disk, or is built and kept there.
    Raises ValueError for more colors than a cube holds.
    """
    from palette_studio.core.nearest.at_hand import cube_of

    if len(colors) > MOST_IN_CUBE:
        raise ValueError(f"a cube holds at most {MOST_IN_CUBE} colors, not {len(colors)}")
    if pixels.dtype == np.uint16:
        return boxed(pixels, colors, metric, tick)
    cube = cube_of(colors.astype(np.uint8), metric, part(tick, 0.0, 0.9))
    return cube.map(pixels, part(tick, 0.9, 1.0))


def automatic(pixels: np.ndarray, colors: np.ndarray, metric: str, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) indices of the nearest color, by the exact method that should be done first."""
    from palette_studio.core.nearest import at_hand

    if fastest(pixels, colors, metric) == "parallel":
        return parallel(pixels, colors, metric, tick)
    if pixels.dtype == np.uint16:
        return boxed(pixels, colors, metric, tick)
    keep = metric not in at_hand.QUICKLY_BUILT
    cube = at_hand.cube_of(colors.astype(np.uint8), metric, part(tick, 0.0, 0.9), keep=keep)
    return cube.map(pixels, part(tick, 0.9, 1.0))


# (h, w, 3|4) pixels, (k, 3) colors, metric, tick -> (h, w) indices. All but flann are exact.
METHODS = {"brute": brute, "cube": by_cube, "flann": flann, "parallel": parallel}


def nearest(
    pixels: np.ndarray,
    colors: np.ndarray,
    *,
    method: str = "auto",
    metric: str = "rgb",
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return (h, w) indices into ``colors``: of each pixel's nearest color, ties to the lower index.

    pixels: (h, w, 3|4) uint8 or uint16; alpha is not looked at. colors: (k, 3) 0..255, k from 1 to 65536, to
    256 for "cube". metric: distance in "rgb", "lab" or "oklab", or "ciede2000". Indices are uint8 up to 256
    colors, else uint16. All methods agree exactly, but for "flann", which is approximate.
    Raises ValueError for unknown names, no colors, or another shape, range or dtype.
    """
    search = automatic if method == "auto" else METHODS.get(method)
    if search is None:
        raise ValueError(f"{method!r} is no method; there are auto, {', '.join(METHODS)}")
    space_of(metric)
    out = search(_checked_pixels(pixels), _checked_colors(colors), metric, tick)
    out.flags.writeable = False
    return out


def _checked_colors(colors: np.ndarray) -> np.ndarray:
    colors = np.asarray(colors)
    if colors.ndim != 2 or colors.shape[1] != 3 or not 1 <= len(colors) <= 65536:
        raise ValueError(f"colors are (k, 3) with k in 1..65536, not {colors.shape}")
    if colors.min() < 0 or colors.max() > 255:
        raise ValueError(f"colors are 0..255, not {colors.min()}..{colors.max()}")
    return colors


def _checked_pixels(pixels: np.ndarray) -> np.ndarray:
    """Return a view that cannot be written to: kernels are compiled for one kind of array."""
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or pixels.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"pixels are (h, w, 3|4) uint8 or uint16, not {pixels.shape} {pixels.dtype}")
    view = np.ascontiguousarray(pixels).view()
    view.flags.writeable = False
    return view

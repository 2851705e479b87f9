"""The nearest palette color of every pixel."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from palette_studio.core.color import srgb_to_lab, srgb_to_oklab
from palette_studio.core.nearest.brute import brute
from palette_studio.core.nearest.parallel import parallel
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

METHODS = {"brute": brute, "parallel": parallel}  # (n, 3) points, (k, 3) centers -> (n,) indices
AUTO = "parallel"


def _as_they_are(values: np.ndarray, most: int) -> np.ndarray:
    return values.astype(np.int64)


METRICS: dict[str, Callable[[np.ndarray, int], np.ndarray]] = {  # pixel values and their largest -> points
    "rgb": _as_they_are,
    "lab": lambda values, most: srgb_to_lab(values / most),
    "oklab": lambda values, most: srgb_to_oklab(values / most),
}


def nearest(
    pixels: np.ndarray,
    colors: np.ndarray,
    *,
    method: str = "auto",
    metric: str = "rgb",
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return (h, w) indices into ``colors``: of each pixel's nearest color, ties to the lower index.

    pixels: (h, w, 3|4) uint8 or uint16; alpha is not looked at. colors: (k, 3) 0..255, k from 1 to 65536.
    metric: Euclidean distance in "rgb" (exact, in whole numbers), "lab" or "oklab" (float64). Indices are
    uint8 up to 256 colors, else uint16. All methods agree exactly.
    Raises ValueError for unknown names, no colors, or another shape or dtype.
    """
    search = METHODS.get(AUTO if method == "auto" else method)
    if search is None:
        raise ValueError(f"{method!r} is no method; there are auto, {', '.join(METHODS)}")
    if metric not in METRICS:
        raise ValueError(f"{metric!r} is no metric; there are {', '.join(METRICS)}")
    colors = np.asarray(colors)
    if colors.ndim != 2 or colors.shape[1] != 3 or not 1 <= len(colors) <= 65536:
        raise ValueError(f"colors are (k, 3) with k in 1..65536, not {colors.shape}")
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or pixels.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"pixels are (h, w, 3|4) uint8 or uint16, not {pixels.shape} {pixels.dtype}")
    most = int(np.iinfo(pixels.dtype).max)
    centers = METRICS[metric](colors.astype(np.int64) * (most // 255), most)
    out = np.empty(pixels.shape[:2], np.uint8 if len(colors) <= 256 else np.uint16)

    def work(start: int, stop: int) -> None:
        values = pixels[start:stop, :, :3].reshape(-1, 3)
        out[start:stop] = search(METRICS[metric](values, most), centers).reshape(stop - start, -1)

    each_block(len(pixels), work, tick, max(1, (1 << 15) // max(1, pixels.shape[1])))
    out.flags.writeable = False
    return out

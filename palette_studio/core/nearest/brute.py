"""The plain way: every distance, in numpy."""

from __future__ import annotations

import numpy as np

from palette_studio.core.nearest.metrics import centers_of, points_of
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

CHUNK = 1 << 18  # distances held at a time, by each thread


def brute(pixels: np.ndarray, colors: np.ndarray, metric: str, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) indices of the nearest color, ties to the lower; at most CHUNK distances at once."""
    centers = centers_of(colors, pixels.dtype, metric)
    flat = pixels[..., :3].reshape(-1, 3)
    out = np.empty(len(flat), np.uint8 if len(colors) <= 256 else np.uint16)

    def work(start: int, stop: int) -> None:
        places = points_of(flat[start:stop], metric)
        out[start:stop] = distances(places, centers, metric).argmin(axis=1)

    each_block(len(flat), work, tick, max(1, CHUNK // len(centers)))
    return out.reshape(pixels.shape[:2])


def distances(places: np.ndarray, centers: np.ndarray, metric: str) -> np.ndarray:
    """Return (n, k): squares of CIEDE2000, or of distances, of (n, 3) places and (k, 3) centers."""
    if metric == "ciede2000":
        from palette_studio.core.kernels.nearest_points import seen_distances

        result = np.empty((len(places), len(centers)))
        seen_distances(places, centers, result)
        return result
    d, e, f = (places[:, None, c] - centers[None, :, c] for c in range(3))
    return d * d + e * e + f * f

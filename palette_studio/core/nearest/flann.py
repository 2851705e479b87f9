"""OpenCV's search trees: approximate, for comparison with what others do."""

from __future__ import annotations

import numpy as np

from palette_studio.core.nearest.metrics import centers_of, points_of
from palette_studio.core.nearest.parallel import parallel
from palette_studio.core.tick import Tick, no_tick

KD_TREE, TREES, CHECKS = 1, 5, 50  # the settings that tutorials hand down
NEAR = 8  # colors near in Lab that are compared by CIEDE2000
CHUNK = 1 << 13  # pixels searched between two looks at ``tick``


def flann(pixels: np.ndarray, colors: np.ndarray, metric: str, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) indices of a near color, mostly the nearest: random trees that are left too early.

    Distances are float32, ties go anywhere. Trees need distances: for CIEDE2000 the answer is the best of
    a few that are near in Lab. The same pixels and colors give the same answer. See ``agreement``.
    """
    import cv2

    centers = centers_of(colors, pixels.dtype, metric).astype(np.float32)
    flat = pixels[..., :3].reshape(-1, 3)
    out = np.empty(len(flat), np.uint8 if len(colors) <= 256 else np.uint16)
    cv2.setRNGSeed(0)  # of this thread
    index = cv2.flann.Index(centers, {"algorithm": KD_TREE, "trees": TREES})
    for start in range(0, len(flat), CHUNK):
        tick(start / len(flat))
        places = points_of(flat[start : start + CHUNK], metric).astype(np.float32)
        out[start : start + CHUNK] = _found(index, places, centers, metric)
    tick(1.0)
    return out.reshape(pixels.shape[:2])


def _found(index, places: np.ndarray, centers: np.ndarray, metric: str) -> np.ndarray:
    from palette_studio.core.kernels.nearest_points import best_seen

    few = min(NEAR, len(centers)) if metric == "ciede2000" else 1
    rows, _ = index.knnSearch(places, few, params={"checks": CHECKS})
    if few == 1:
        return rows[:, 0]
    best = np.empty(len(rows), np.int32)
    best_seen(places, centers, rows, best)
    return best


def agreement(pixels: np.ndarray, colors: np.ndarray, metric: str = "rgb", tick: Tick = no_tick) -> float:
    """Return the share of pixels, 0..1, for which ``flann`` answers with the color of the exact answer.

    pixels: (h, w, 3|4) uint8 or uint16, not empty. colors: (k, 3) 0..255. Of equal colors any will do.
    """
    colors = np.asarray(colors)
    exact, found = parallel(pixels, colors, metric), flann(pixels, colors, metric, tick)
    return float((colors[exact] == colors[found]).all(axis=2).mean())

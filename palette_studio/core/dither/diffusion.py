"""Error diffusion: each pixel hands its error on to those not yet visited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from palette_studio.core.dither.scale import Scale
from palette_studio.core.tick import Tick

BAND = 1 << 18  # pixels between ticks: some 5 ms

# Shares of the error by row; the pixel itself stands at x. What does not sum to 1 is let go (Atkinson).
KERNELS = {
    "floyd-steinberg": (16, "x 7", "3 5 1"),  # Floyd & Steinberg 1976
    "atkinson": (8, "x 1 1", "1 1 1", "0 1 0"),  # Bill Atkinson, Macintosh, 1984
    "jarvis": (48, "x 7 5", "3 5 7 5 3", "1 3 5 3 1"),  # Jarvis, Judice & Ninke 1976
    "stucki": (42, "x 8 4", "2 4 8 4 2", "1 2 4 2 1"),  # Stucki 1981
    "sierra": (32, "x 5 3", "2 4 5 4 2", "0 2 3 2 0"),  # Frankie Sierra 1989
    "sierra-lite": (4, "x 2", "1 1 0"),  # Frankie Sierra 1990
}


def taps_of(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Return (m, 2) rows down and columns ahead, and (m,) float32 shares of the error."""
    whole, first, *below = KERNELS[name]
    taps = [(0, ahead, int(share)) for ahead, share in enumerate(first.split()) if share != "x"]
    for down, row in enumerate(below, start=1):
        shares = row.split()
        taps += [(down, at - len(shares) // 2, int(share)) for at, share in enumerate(shares)]
    kept = np.array([tap for tap in taps if tap[2]])
    return np.ascontiguousarray(kept[:, :2]), (kept[:, 2] / whole).astype(np.float32)


def diffuse(
    name: str, pixels: np.ndarray, scale: Scale, strength: float, serpentine: bool, tick: Tick
) -> np.ndarray:
    """Return (h, w) uint8 indices. Row after row, in one thread: each needs the errors of the one above."""
    from palette_studio.core.kernels.dither import MARGIN, diffused

    height, width = pixels.shape[:2]
    taps, shares = taps_of(name)
    weights = (shares * np.float32(strength)).astype(np.float32)
    rows = np.zeros((3, width + 2 * MARGIN, 3), np.float32)
    out = np.empty((height, width), np.uint8)
    band = max(1, BAND // max(1, width))
    fixed = (scale.shift, scale.levels, scale.bytes_of, *scale.table, scale.places, taps, weights, serpentine)
    for start in range(0, height, band):
        tick(start / height)
        diffused(pixels[start : start + band], *fixed, start, rows, out[start : start + band])
    tick(1.0)
    return out


METHODS: dict[str, Callable[..., np.ndarray]] = {name: partial(diffuse, name) for name in KERNELS}

"""A palette from a photo."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab
from palette_studio.core.extract.kmeans import Points, count_of, kmeans
from palette_studio.core.palette import Palette, Swatch
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only, to_8_bit

METHODS = {"kmeans": kmeans}  # (points, k, locked Lab) -> Lab centers, the locked ones first
FEWEST, MOST = 2, 32  # swatches that may be asked for


def extract(
    pixels: np.ndarray,
    k: int | str = 6,
    *,
    method: str = "kmeans",
    locked: Sequence[Sequence[int]] = (),
    tick: Tick = no_tick,
) -> Palette:
    """Return the picture's palette by ascending CIELab lightness, with coverages that sum to 1.

    pixels: (h, w, 3|4) uint8 or uint16; pixels with alpha 0 do not count. k: 2..32, or "auto" for 3..10 by
    the error (see kmeans.count_of). locked: sRGB colors that stay and count among the k; all of them appear,
    locked, even when more than k. A picture of fewer distinct colors gives fewer swatches; one with nothing
    to see gives the locked ones, or one black, covering 0.
    Raises ValueError for another k, an unknown method, or a picture of another shape or dtype.
    """
    if method not in METHODS:
        raise ValueError(f"{method!r} is no extract method; there are {', '.join(METHODS)}")
    if k != "auto" and not (isinstance(k, int | np.integer) and FEWEST <= k <= MOST):
        raise ValueError(f"k is {k!r}; it is {FEWEST}..{MOST} or 'auto'")
    kept = list(dict.fromkeys((int(r), int(g), int(b)) for r, g, b in locked))
    kept_lab = srgb_to_lab(np.array(kept, np.float64).reshape(-1, 3) / 255)
    pixels = _checked(pixels)
    points = _points(pixels, MOST if k == "auto" else int(k), tick)
    if not len(points.say):
        return (
            Palette(tuple(Swatch(color, locked=True) for color in kept))
            if kept
            else Palette((Swatch((0, 0, 0)),))
        )
    count = count_of(points, kept_lab) if isinstance(k, str) else int(k)
    tick(0.5)
    found = np.rint(np.clip(lab_to_srgb(METHODS[method](points, count, kept_lab)), 0, 1) * 255).astype(int)
    colors = list(dict.fromkeys([*kept, *((int(r), int(g), int(b)) for r, g, b in found[len(kept) :])]))
    colors.sort(key=lambda color: (float(srgb_to_lab(np.array(color) / 255)[0]), color))
    shares = coverage(pixels, np.array(colors))
    tick(1.0)
    return Palette(
        tuple(
            Swatch(color, coverage=float(share), locked=color in kept)
            for color, share in zip(colors, shares, strict=True)
        )
    )


def _checked(pixels: np.ndarray) -> np.ndarray:
    return read_only(to_8_bit(pixels))


def _blocks(pixels: np.ndarray) -> int:
    return max(1, (1 << 17) // max(1, pixels.shape[1]))


def _points(pixels: np.ndarray, k: int, tick: Tick) -> Points:
    """Return the mean Lab of each of 16^3 bins of color; the distinct colors where bins are fewer than k."""
    from palette_studio.core.kernels.counts import FINE, binned

    counts, sums = np.zeros(4096, np.int64), np.zeros((4096, 3), np.int64)
    lock = threading.Lock()

    def work(start: int, stop: int) -> None:
        my_counts, my_sums = np.zeros_like(counts), np.zeros_like(sums)
        binned(pixels[start:stop], my_counts, my_sums)
        with lock:
            counts[:] += my_counts
            sums[:] += my_sums

    each_block(
        len(pixels), work, lambda fraction, partial=None: tick(fraction * 0.4, partial), _blocks(pixels)
    )
    full = np.flatnonzero(counts)
    if len(full) < k:
        return _distinct(pixels)
    return Points(sums[full] / (FINE * counts[full, None]), counts[full])


def _distinct(pixels: np.ndarray) -> Points:
    colors = pixels[..., :3].reshape(-1, 3)
    if pixels.shape[2] == 4:
        colors = colors[pixels[..., 3].reshape(-1) > 0]
    packed = colors.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    codes, counts = np.unique(packed, return_counts=True)
    rgb = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1)
    return Points(srgb_to_lab(rgb / 255), counts)


def coverage(pixels: np.ndarray, colors: np.ndarray) -> np.ndarray:
    """Return (k,) the share of pixels whose nearest color, in Lab, is each of (k, 3) sRGB colors 0..255.

    Ties go to the lower index. Pixels with alpha 0 do not count; the shares sum to 1, or are 0 when none do.
    """
    from palette_studio.core.kernels.counts import covered

    pixels = _checked(pixels)
    centers = srgb_to_lab(np.asarray(colors, np.float64) / 255)
    total = np.zeros(len(centers), np.int64)
    lock = threading.Lock()

    def work(start: int, stop: int) -> None:
        mine = np.zeros_like(total)
        covered(pixels[start:stop], centers, mine)
        with lock:
            total[:] += mine

    each_block(len(pixels), work, block=_blocks(pixels))
    return total / max(1, total.sum())

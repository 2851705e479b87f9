"""A photo in new colors and its own lightness."""

from __future__ import annotations

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, read_only

SPREAD = 1.5  # units of a and b: what varies less is one tint
LIKE = 10.0  # L of CIELab: lightness this far apart is another thing


def lightness(pixels: np.ndarray) -> np.ndarray:
    """Return L of CIELab, (h, w) float32 0..100, of (h, w, 3|4) uint8 or uint16 sRGB."""
    from palette_studio.core.kernels.light import linear_table
    from palette_studio.core.kernels.paint import lightness_of

    pixels, table = read_only(pixels), linear_table(pixels.dtype)
    out = np.empty(pixels.shape[:2], np.float32)
    each_block(len(pixels), lambda start, stop: lightness_of(pixels[start:stop], table, out[start:stop]))
    return out


def grayish(pixels: np.ndarray) -> bool:
    """Return whether a picture, (h, w, 3|4) uint8, has next to no color, or one tint only, as sepia has."""
    import cv2

    lab = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2LAB)
    return bool(np.hypot(*lab[..., 1:].reshape(-1, 2).astype(np.float32).std(0)) < SPREAD)


def paint(
    pixels: np.ndarray,
    chroma: np.ndarray,
    strength: float = 1.0,
    tick: Tick = no_tick,
    *,
    spots: np.ndarray | None = None,
) -> np.ndarray:
    """Return the photo with this chroma in place of its own, its lightness and alpha kept.

    pixels: (h, w, 3|4) uint8 or uint16, gray or colored. chroma: (h', w', 2), a and b of CIELab, of the same
    picture at this or a smaller size; it is brought up so that colors end where lightness does. What the
    gamut has no room for gives up chroma, never lightness. strength: of the chroma, 0 (gray) to 1 and beyond.
    spots: (n, 5) float32 x, y and radius in pixels, a and b: what these places have, where lightness is like
    that of their middles, and exactly so there.
    """
    import cv2

    from palette_studio.core.kernels.light import linear_table
    from palette_studio.core.kernels.paint import dabbed, lightness_of, likeness, painted, risen

    pixels, table = read_only(pixels), linear_table(pixels.dtype)
    height, width = pixels.shape[:2]
    chroma = np.ascontiguousarray(chroma, np.float32)
    same = chroma.shape[:2] == (height, width)
    out = np.empty_like(pixels)
    dabs = None if spots is None or not len(spots) else _with_light(pixels, spots)
    small_light, alike = np.empty((0, 0), np.float32), likeness(LIKE)
    if not same:
        small = cv2.resize(pixels, chroma.shape[1::-1], interpolation=cv2.INTER_AREA)
        small_light = lightness(small.reshape(*chroma.shape[:2], -1))

    def work(start: int, stop: int) -> None:
        light = np.empty((stop - start, width), np.float32)
        lightness_of(pixels[start:stop], table, light)
        own = chroma[start:stop]
        if not same:
            own = np.empty((stop - start, width, 2), np.float32)
            risen(light, start, height, small_light, chroma, alike, own)
        if dabs is not None:
            own = own.copy()
            dabbed(light, start, dabs, own)
        painted(pixels[start:stop], light, own, strength, out[start:stop])

    each_block(height, work, tick)
    return out


def _with_light(pixels: np.ndarray, spots: np.ndarray) -> np.ndarray:
    """Return spots (n, 6), the lightness in their middles added; those outside are left out."""
    height, width = pixels.shape[:2]
    x, y = np.floor(spots[:, 0]).astype(int), np.floor(spots[:, 1]).astype(int)
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    middles = lightness(np.ascontiguousarray(pixels[y[inside], x[inside]][None]))[0]
    return np.concatenate([spots[inside], middles[:, None]], 1).astype(np.float32)

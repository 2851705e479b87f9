"""One value a pixel: gray, lightness or hue; its histogram, and labels by value."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from palette_studio.core.mixture.line import Bins
from palette_studio.core.tiles import each_block, to_8_bit


@dataclass(frozen=True)
class Channel:
    """values: how many there are at 8 and at 16 bits. cyclic: the last one is beside the first."""

    values: dict[int, int]
    cyclic: bool = False


CHANNELS = {
    "gray": Channel({8: 256, 16: 65536}),
    "lightness": Channel({8: 256, 16: 256}),
    "hue": Channel({8: 360, 16: 360}, cyclic=True),
}


def plane(pixels: np.ndarray, channel: str) -> np.ndarray:
    """Return (h, w) values of (h, w, 3|4) uint8 or uint16 pixels.

    gray: the luma of BT.601, as deep as the pixels. lightness: uint8, CIE L* 0..100 in 256 steps. hue:
    uint16 degrees of HSV, 360 where there is none. Lightness and hue are those of the nearest 8 bits.
    Raises ValueError for an unknown channel.
    """
    from palette_studio.core.kernels.counts import hue_plane, lightness_plane

    if channel not in CHANNELS:
        raise ValueError(f"a channel is one of {', '.join(CHANNELS)}, not {channel!r}")
    if channel == "gray":
        return cv2.cvtColor(np.ascontiguousarray(pixels[..., :3]), cv2.COLOR_RGB2GRAY)
    kernel = lightness_plane if channel == "lightness" else hue_plane
    pixels = to_8_bit(pixels)
    out = np.empty(pixels.shape[:2], np.uint8 if channel == "lightness" else np.uint16)
    each_block(len(pixels), lambda start, stop: kernel(pixels[start:stop], out[start:stop]))
    return out


def counts(values: np.ndarray, channel: str = "gray", alpha: np.ndarray | None = None) -> np.ndarray:
    """Return how many pixels of a plane have each value; those with alpha 0, or no hue, are left out."""
    from palette_studio.core.kernels.counts import plane_counted

    bits = 16 if values.dtype == np.uint16 else 8
    sizes = CHANNELS[channel].values[bits]
    seen = np.zeros((0, 0), np.uint8) if alpha is None else alpha
    rows = max(1, -(-len(values) // 16))
    parts: dict[int, np.ndarray] = {}

    def work(start: int, stop: int) -> None:
        parts[start] = np.zeros((4, sizes + 1), np.int64)
        plane_counted(values[start:stop], seen[start:stop], parts[start])

    each_block(len(values), work, block=rows)
    return sum((part.sum(axis=0) for part in parts.values()), np.zeros(sizes + 1, np.int64))[:sizes]


def bins(
    values: np.ndarray, channel: str, alpha: np.ndarray | None = None, *, ignore_ends: bool = False
) -> Bins:
    """Return the histogram of a plane as a mixture is fitted to it. Raises ValueError when it is empty."""
    kind = CHANNELS[channel]
    return Bins.of(counts(values, channel, alpha), cyclic=kind.cyclic, ignore_ends=ignore_ends)


def labeled(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return (h, w) uint8 the label of every value. labels: (n,) uint8; values beyond n get label 255."""
    from palette_studio.core.kernels.counts import plane_labeled

    whole = np.full(1 << 8 * values.dtype.itemsize, 255, np.uint8)
    whole[: len(labels)] = labels
    out = np.empty(values.shape, np.uint8)
    each_block(
        len(values), lambda start, stop: plane_labeled(values[start:stop], whole, out[start:stop]), block=256
    )
    return out

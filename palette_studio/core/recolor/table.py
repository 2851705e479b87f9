"""A picture recolored through a table of nodes: fast, for previews."""

from __future__ import annotations

from functools import cache

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

SIZES = (17, 33, 65)  # nodes an axis


@cache
def node_colors(size: int) -> np.ndarray:
    """Return (size^3, 3) uint8 colors of a table's nodes, red slowest, read-only; the last of an axis is 255.

    Raises ValueError for another size than 17, 33 or 65.
    """
    if size not in SIZES:
        raise ValueError(f"a table has 17, 33 or 65 nodes an axis, not {size}")
    axis = np.minimum(np.arange(size) * (256 // (size - 1)), 255).astype(np.uint8)
    colors = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)
    colors.flags.writeable = False
    return colors


def apply_table(pixels: np.ndarray, nodes: np.ndarray, size: int, tick: Tick = no_tick) -> np.ndarray:
    """Return the picture with every pixel interpolated between its cell's nodes, alpha copied.

    pixels: (h, w, 3|4) uint8 or uint16, C-contiguous. nodes: (size^3, 3) float64 0..255.
    """
    from palette_studio.core.kernels import table as kernels

    out = np.empty_like(pixels)
    if pixels.dtype == np.uint8:
        words, steps = packed_words(nodes, size), kernels.steps_of(size)
        each_block(len(out), lambda a, b: kernels.applied_8(pixels[a:b], words, steps, size, out[a:b]), tick)
    else:
        changes = ((nodes - node_colors(size)) * 257).astype(np.float32)
        each_block(len(out), lambda a, b: kernels.applied_16(pixels[a:b], changes, size, out[a:b]), tick)
    return out


def apply_share(pixels: np.ndarray, shares: np.ndarray, size: int, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, w) uint8, 255 where all of a pixel is had. shares: (size^3,), 0..1 of each node's color."""
    from palette_studio.core.kernels import table as kernels

    words = packed_words(np.repeat(shares[:, None] * 255.0, 3, axis=1), size)
    steps, out = kernels.steps_of(size), np.empty(pixels.shape[:2], np.uint8)
    each_block(len(out), lambda a, b: kernels.applied_one(pixels[a:b], words, steps, size, out[a:b]), tick)
    return out


def packed_words(nodes: np.ndarray, size: int) -> np.ndarray:
    """Return (size^3,) uint64: the nodes, three channels to a word."""
    from palette_studio.core.kernels import table as kernels

    words = np.empty(size**3, np.uint64)
    each_block(size**3, lambda a, b: kernels.packed(nodes, size, a, b, words), block=1 << 14)
    return words

"""Curves before a cube, steep where a photo has its colors, so that more nodes stand there."""

from __future__ import annotations

import numpy as np

from palette_studio.core.lut.table import Stage

STEPS = 4096  # of a curve
SHARE = 0.8  # of the nodes that follow the photo; the others stand evenly
SMOOTH = 1 / 16  # of the range from black to white, over which the counts are averaged
POWER = 0.5  # of the counts that nodes follow


def shaper_of(colors: np.ndarray, weight: np.ndarray) -> Stage:
    """Return the curves for (n, 3) uint16 colors of some weight; from 0 to 1, rising everywhere."""
    even, curves = np.linspace(0, 1, STEPS), np.empty((STEPS, 3), np.float32)
    window = np.full(round(STEPS * SMOOTH) | 1, 1.0)
    for channel in range(3):
        counts = np.bincount(colors[:, channel] >> 4, weight, STEPS)[:STEPS]
        dense = np.convolve(counts, window, "same") ** POWER
        risen = np.concatenate([[0.0], np.cumsum((dense[1:] + dense[:-1]) / 2)])
        curves[:, channel] = (1 - SHARE) * even + SHARE * risen / risen[-1]
    return Stage(curves)


def shaped(shaper: Stage, colors: np.ndarray) -> np.ndarray:
    """Return (n, 3) colors 0..1 after the curves."""
    even = np.linspace(0, 1, len(shaper.values))
    return np.stack([np.interp(colors[:, c], even, shaper.values[:, c]) for c in range(3)], axis=1)


def shaped_nodes(shaper: Stage, size: int) -> np.ndarray:
    """Return (size, size, size, 3) float32, the colors that the curves bring to the nodes of a cube."""
    wanted, even = np.linspace(0, 1, size), np.linspace(0, 1, len(shaper.values))
    r, g, b = (np.interp(wanted, shaper.values[:, c], even) for c in range(3))
    nodes = np.empty((size, size, size, 3), np.float32)
    nodes[..., 0], nodes[..., 1], nodes[..., 2] = r, g[:, None], b[:, None, None]
    return nodes

"""Distributions of color carried to others: by a line, by many of them, and the grain put right again."""

from __future__ import annotations

import cv2
import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.transfer.spaces import from_lab, to_lab

TURNS, LEVELS = 12, 300
RIDGE = 1e-4  # of the variance: for pictures of one color
DEEPEST_PX = 20


def linear(source: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Return the source carried by the linear map of Monge and Kantorovich in Lab (Pitié & Kokaram 2007).

    source, reference: (n, 3) float32 sRGB 0..1. Unclipped.
    """
    own, other = to_lab(source), to_lab(reference)
    matrix = monge(_spread(own), _spread(other)).astype(np.float32)
    return from_lab((own - own.mean(0)) @ matrix.T + other.mean(0))


def monge(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return A^-1/2 (A^1/2 B A^1/2)^1/2 A^-1/2, which carries covariance A to B at the least cost."""
    root = _root(a)
    inverse = np.linalg.inv(root)
    return inverse @ _root(root @ b @ root) @ inverse


def _spread(places: np.ndarray) -> np.ndarray:
    matrix = np.cov(places.T.astype(np.float64))
    return matrix + np.eye(3) * max(np.trace(matrix) * RIDGE, 1e-9)


def _root(matrix: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T


def iterative(
    source: np.ndarray, reference: np.ndarray, *, turns: int = TURNS, tick: Tick = no_tick
) -> np.ndarray:
    """Return the source with the colors of the reference: iterative distribution transfer.

    Pitié, Kokaram & Dahyot 2007, "Automated colour grading using colour distribution transfer": along three
    axes, turned anew every time, histograms are matched. source, reference: (n, 3) float32 sRGB 0..1.
    """
    colors, wanted = source.astype(np.float32).copy(), reference.astype(np.float32)
    rng = np.random.default_rng(1)
    for turn in range(turns):
        tick(turn / turns)
        axes = np.eye(3) if turn == 0 else np.linalg.qr(rng.normal(size=(3, 3)))[0]
        axes = axes.astype(np.float32)
        own, other = colors @ axes.T, wanted @ axes.T
        for c in range(3):
            own[:, c] = matched(own[:, c], other[:, c])
        colors = own @ axes
    return colors


def matched(values: np.ndarray, wanted: np.ndarray, levels: int = LEVELS) -> np.ndarray:
    """Return values moved so that they are distributed as the wanted ones, by tables of so many levels."""
    low, high = min(values.min(), wanted.min()), max(values.max(), wanted.max())
    if high - low < 1e-9:
        return values
    edges = np.linspace(low, high, levels + 1)
    own = np.cumsum(np.histogram(values, edges)[0]) / len(values)
    other = np.cumsum(np.histogram(wanted, edges)[0]) / len(wanted)
    ramp = np.arange(levels + 1) * 1e-7  # where nothing is, the order stays
    table = np.interp(np.r_[0, own] + ramp, np.r_[0, other] + ramp, edges)
    return np.interp(values, edges, table).astype(np.float32)


def regrained(source: np.ndarray, colored: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """Return the colored picture with the gradients of the source (Pitié et al. 2007, section 5).

    source, colored: (h, w, 3) float32 of one size, 0..1. From coarse to fine, each level by a few rounds of
    Jacobi on: the result's gradients are the source's where it is flat, its colors the new ones at edges.
    """
    return _regrained(source, colored, colored, (4, 16, 32, 64, 64, 64), 0, tick)


def _regrained(
    source: np.ndarray,
    colored: np.ndarray,
    start: np.ndarray,
    rounds: tuple[int, ...],
    level: int,
    tick: Tick,
) -> np.ndarray:
    tick(level / 6)
    height, width = source.shape[:2]
    half = (width + 1) // 2, (height + 1) // 2
    if len(rounds) > 1 and min(half) > DEEPEST_PX:
        small = [cv2.resize(each, half, interpolation=cv2.INTER_LINEAR) for each in (source, colored, start)]
        found = _regrained(*small, rounds[1:], level + 1, tick)
        start = cv2.resize(found, (width, height), interpolation=cv2.INTER_LINEAR)
    from palette_studio.core.kernels.regrain import relaxed

    return relaxed(source, colored, start, rounds[0], level)

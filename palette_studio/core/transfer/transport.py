"""Distributions of color carried to others: by a line, by many of them, and the grain put right again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.transfer.given import Given, finished, floats, shown
from palette_studio.core.transfer.spaces import from_lab, to_lab

TURNS, LEVELS, CHANNEL_LEVELS = 12, 300, 1024
RIDGE, FLAT = 1e-4, 0.1  # of the variance, and a variance: for pictures of one color, or of a line of them
DEEPEST_PX = 20


def linear(source: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Return the source carried by the linear map of Monge and Kantorovich in Lab (Pitié & Kokaram 2007).

    source, reference: (n, 3) float32 sRGB 0..1. Unclipped.
    """
    own, other = to_lab(source), to_lab(reference)
    (mean, covariance), (mean_wanted, wanted) = spread(own), spread(other)
    matrix = monge(covariance, wanted).astype(np.float32)
    return from_lab((own - mean.astype(np.float32)) @ matrix.T + mean_wanted.astype(np.float32))


def monge(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return A^-1/2 (A^1/2 B A^1/2)^1/2 A^-1/2, which carries covariance A to B at the least cost."""
    ridge = np.eye(3) * max(np.trace(a) * RIDGE, FLAT)
    root = _root(a + ridge)
    inverse = np.linalg.inv(root)
    return inverse @ _root(root @ (b + ridge) @ root) @ inverse


def spread(places: np.ndarray, shares: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Return mean and covariance of (n, 3) places that count by their shares."""
    mean = places.mean(0, dtype=np.float64) if shares is None else np.average(places, axis=0, weights=shares)
    off = places - mean.astype(np.float32)
    matrix = (off.T @ (off if shares is None else off * shares[:, None])).astype(np.float64)
    return mean, matrix / (len(places) if shares is None else float(shares.sum()))


def _root(matrix: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T


def iterative(
    source: np.ndarray, reference: np.ndarray, tick: Tick = no_tick, *, turns: int = TURNS
) -> np.ndarray:
    """Return the source with the colors of the reference: iterative distribution transfer.

    Pitié, Kokaram & Dahyot 2007, "Automated colour grading using colour distribution transfer": along three
    axes, turned anew every time, histograms are matched. source, reference: (n, 3) float32 sRGB 0..1.
    """
    from palette_studio.core.kernels.distribution import step_along

    colors, step = source.astype(np.float32), np.empty_like(source, np.float32)
    shares, wanted_shares = _equal(source), _equal(reference)
    rng = np.random.default_rng(1)
    for turn in range(turns):
        tick(turn / turns)
        axes = np.eye(3) if turn == 0 else np.linalg.qr(rng.normal(size=(3, 3)))[0]
        step_along(colors, shares, reference, wanted_shares, axes, LEVELS, step)
        colors += step
    return colors


def histogram(source: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Return the source with the reference's histogram in each channel: t = F_ref^-1(F_src(v)).

    Gonzalez & Woods, Digital Image Processing, section 3.3. source, reference: (n, 3) float32 sRGB 0..1.
    """
    from palette_studio.core.kernels.distribution import step_along

    step = np.empty_like(source)
    step_along(source, _equal(source), reference, _equal(reference), np.eye(3), CHANNEL_LEVELS, step)
    return source + step


def _equal(colors: np.ndarray) -> np.ndarray:
    return np.ones(len(colors), np.float32)


def painted(given: Given, tick: Tick) -> np.ndarray:
    """Return what iterative transfer and regraining make of a picture; what does not show stays as it is."""
    source, seen = floats(given.pixels), shown(given.pixels)
    colored = source.copy()
    moved = iterative(given.colors, given.wanted, lambda fraction, partial=None: tick(fraction / 2, partial))
    colored[seen] = np.clip(moved, 0, 1)
    found = regrained(source, colored, lambda fraction, partial=None: tick(0.5 + fraction / 2, partial))
    return finished(given, found[seen])


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
    rounds: Sequence[int],
    level: int,
    tick: Tick,
) -> np.ndarray:
    import cv2

    from palette_studio.core.kernels.regrain import relaxed

    tick(level / 6)
    height, width = source.shape[:2]
    half = (width + 1) // 2, (height + 1) // 2
    if len(rounds) > 1 and min(half) > DEEPEST_PX:
        own, new, first = (
            cv2.resize(each, half, interpolation=cv2.INTER_LINEAR) for each in (source, colored, start)
        )
        found = _regrained(own, new, first, rounds[1:], level + 1, tick)
        # What changed is made large, not the colors: those would come back without their edges
        start = source + cv2.resize(found - own, (width, height), interpolation=cv2.INTER_LINEAR)
    return relaxed(source, colored, start, rounds[0], level)

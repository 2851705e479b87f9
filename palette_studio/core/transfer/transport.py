"""Distributions of color carried to others: by a line, or by many of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from palette_studio.core.tick import Tick, at, no_tick
from palette_studio.core.transfer.colors import Colors
from palette_studio.core.transfer.given import Recolor
from palette_studio.core.transfer.matching import Cloud, Step
from palette_studio.core.transfer.spaces import from_lab, to_lab

TURNS, LEVELS, CHANNEL_LEVELS = 12, 300, 1024
RIDGE, FLAT = 1e-4, 0.1  # of the variance, and a variance: for pictures of one color, or of a line of them


def linear(source: Colors, reference: Colors, tick: Tick = no_tick) -> Recolor:
    """Return the linear map of Monge and Kantorovich in Lab (Pitié & Kokaram 2007), clipped to sRGB."""
    from palette_studio.core.kernels.distribution import carried

    mean, covariance = source.moments(to_lab, tick)
    mean_wanted, wanted = reference.moments(to_lab, tick)
    matrix = monge(covariance, wanted).astype(np.float32)
    own, other = mean.astype(np.float32), mean_wanted.astype(np.float32)

    def recolor(colors: np.ndarray) -> np.ndarray:
        places = to_lab(colors)
        carried(places, matrix, own, other)
        return from_lab(places)

    return recolor


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


def iterative(source: Colors, reference: Colors, tick: Tick = no_tick, *, turns: int = TURNS) -> Recolor:
    """Return what gives the source the colors of the reference: iterative distribution transfer.

    Pitié, Kokaram & Dahyot 2007, "Automated colour grading using colour distribution transfer": along three
    axes, turned anew every time, histograms are matched.
    """
    edges, places = source.edges, np.empty((source.edges[-1], 3), np.float32)
    steps: list[Step] = []

    def now(start: int, stop: int) -> np.ndarray:
        return places[edges[start] : edges[stop]]

    def move(start: int, stop: int) -> None:
        there = now(start, stop)
        there[:] = there + steps[-1].of(there) if steps else source.of(start, stop)

    rng = np.random.default_rng(1)
    for turn in range(turns):
        here = at(tick, turn / turns)
        source.each(move, here)
        axes = np.eye(3) if turn == 0 else np.linalg.qr(rng.normal(size=(3, 3)))[0]
        steps.append(Cloud(source, now, here).step_to(Cloud(reference, reference.of, here), axes, LEVELS))
    return lambda colors: _stepped(colors, steps)


def _stepped(colors: np.ndarray, steps: Sequence[Step]) -> np.ndarray:
    for step in steps:
        colors = colors + step.of(colors)
    return colors


def histogram(source: Colors, reference: Colors, tick: Tick = no_tick) -> Recolor:
    """Return what gives the source the reference's histogram in each channel: t = F_ref^-1(F_src(v)).

    Gonzalez & Woods, Digital Image Processing, section 3.3.
    """
    own, other = (Cloud(each, each.of, tick) for each in (source, reference))
    step = own.step_to(other, np.eye(3), CHANNEL_LEVELS)
    return lambda colors: _stepped(colors, [step])

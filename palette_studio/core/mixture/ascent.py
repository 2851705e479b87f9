"""Climbing to the most likely mixture of a line: rounds of expectation maximization, then Newton's method.

Expectation maximization needs from ten to thousands of rounds on the histograms of photos, whose likelihood
is a long flat ridge. Newton's method needs about ten, each as much work as one or two rounds; where the
likelihood is no hill, the curvature's absolute value makes it one (saddle-free Newton, Dauphin 2014).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from palette_studio.core.mixture.line import Bins

FLAT = 1e-9  # curvature below which a direction counts as flat
SMALLEST_STEP = 1e-9
LONGEST_STEP = 1.0  # at first: means by a standard deviation, weights and deviations by a factor of e


@dataclass(frozen=True)
class Rules:
    """What holds in every round. locked: (k,) components that stay; floor, added: of variances."""

    locked: np.ndarray
    floor: float
    added: float = 0.0


@dataclass(frozen=True, eq=False)
class Hill:
    """The log likelihood around a mixture: its height, slope and curvature, see kernels.em."""

    values: np.ndarray
    height: float
    slope: np.ndarray
    curve: np.ndarray

    @classmethod
    def at(cls, values: np.ndarray, bins: Bins) -> Hill:
        from palette_studio.core.kernels.em import line_curvature

        values = np.ascontiguousarray(values)
        size = 3 * values.shape[1]
        slope, curve = np.empty(size), np.empty((size, size))
        height = line_curvature(bins.filled, bins.period, values, slope, curve)
        return cls(values, height, slope, curve)


@dataclass(frozen=True, eq=False)
class _Way:
    """A direction upward from a mixture. gain: what it promises; steep: the largest curvature."""

    step: np.ndarray
    gain: float
    steep: float


def rounds(values: np.ndarray, bins: Bins, rules: Rules, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (count + 1, 3, k) mixtures from ``values`` on, a round of EM each, and their log likelihoods."""
    from palette_studio.core.kernels.em import line_rounds

    trace, heights = np.empty((count + 1, *values.shape)), np.empty(count + 1)
    trace[0] = values
    line_rounds(bins.filled, bins.period, rules.locked, rules.floor, rules.added, trace, heights)
    return trace, heights


def climbed(values: np.ndarray, bins: Bins, rules: Rules, tolerance: float) -> Iterator[Hill]:
    """Yield ever more likely mixtures until the next step promises less than ``tolerance`` nats a pixel.

    No variance falls below the floor; locked components stay.
    """
    hill, longest = Hill.at(values, bins), LONGEST_STEP
    while True:
        way = _way(hill, rules)
        if way.gain < tolerance and way.steep <= FLAT:
            return
        length = float(np.linalg.norm(way.step))
        while True:
            step = way.step * min(1.0, longest / length)
            higher = Hill.at(_moved(hill.values, step, rules, bins.period), bins)
            if higher.height >= hill.height:
                break
            longest = min(length, longest) / 4
            if longest < SMALLEST_STEP:
                return
        if higher.height - hill.height <= 1e-15 * abs(hill.height):
            return
        if length > longest:
            longest *= 2
        hill = higher
        yield hill


def _way(hill: Hill, rules: Rules) -> _Way:
    """Return Newton's step with the curvature's absolute value, over what is free to change."""
    k = hill.values.shape[1]
    free = np.tile(~rules.locked, 3)
    free[:k] &= hill.values[0] > 0
    at_floor = hill.values[2] <= rules.floor * (1 + 1e-12)
    free[2 * k :] &= ~(at_floor & (hill.slope[2 * k :] <= 0))
    step = np.zeros(3 * k)
    if not free.any():
        return _Way(step, 0.0, 0.0)
    curvature, axes = np.linalg.eigh(hill.curve[np.ix_(free, free)])
    slope = axes.T @ hill.slope[free]
    along = slope / np.maximum(np.abs(curvature), FLAT)
    step[free] = axes @ along
    return _Way(step, float(0.5 * (slope * along).sum()), float(curvature[-1]))


def _moved(values: np.ndarray, step: np.ndarray, rules: Rules, period: float) -> np.ndarray:
    weights, means, deviations = step.reshape(3, -1)
    moved = np.empty_like(values)
    moved[0] = values[0] * np.exp(weights)
    moved[1] = values[1] + means * np.sqrt(values[2])
    moved[2] = np.maximum(values[2] * np.exp(2 * deviations), rules.floor)
    if period:
        moved[1] %= period
    locked = rules.locked
    kept = values[0, locked].sum()
    moved[:, locked] = values[:, locked]
    moved[0, ~locked] *= (1 - kept) / moved[0, ~locked].sum()
    return moved

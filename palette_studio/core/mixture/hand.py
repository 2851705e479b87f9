"""A mixture moved by hand: one component's mean, width or weight, or where two components meet."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.line import LineMixture

LEAST, MOST = 1e-4, 0.9999  # weights


def moved(
    mixture: LineMixture,
    index: int,
    *,
    mean: float | None = None,
    deviation: float | None = None,
    weight: float | None = None,
) -> LineMixture:
    """Return the mixture with other values of one component; the other weights share what is left."""
    values = mixture.values
    if mean is not None:
        values[1, index] = mean % mixture.period if mixture.period else mean
    if deviation is not None:
        values[2, index] = deviation * deviation
    if weight is not None:
        values[0] = _shared(values[0], index, weight)
    return LineMixture.of(values, mixture.period)


def _shared(weights: np.ndarray, index: int, weight: float) -> np.ndarray:
    if len(weights) == 1:
        return weights
    weight = min(max(weight, LEAST), MOST)
    others = weights.sum() - weights[index]
    result = weights * ((1 - weight) / others) if others > 0 else np.full(len(weights), 1 - weight)
    result[index] = weight
    return result / result.sum()


def met_at(mixture: LineMixture, first: int, second: int, place: float) -> LineMixture:
    """Return the mixture in which two components have the same say at a place: their weights change.

    Together they keep their weight.
    """
    alike = LineMixture.of(
        np.stack([np.ones(len(mixture)), mixture.means, mixture.variances]), mixture.period
    )
    logs = np.log(np.maximum(alike.densities(np.array([place]))[:, 0], 1e-300))
    both = mixture.weights[first] + mixture.weights[second]
    share = 1 / (1 + np.exp(np.clip(logs[first] - logs[second], -30, 30)))
    values = mixture.values
    values[0, first], values[0, second] = both * share, both * (1 - share)
    return LineMixture.of(values, mixture.period)


def shifted(components: Components, index: int, a: float, b: float) -> Components:
    """Return components of color with the mean of one elsewhere in the a-b plane."""
    means = components.means.copy()
    means[index, 1:] = a, b
    return replace(components, means=means)


def grown(components: Components, index: int, factor: float) -> Components:
    """Return components of color with one of them wider by a factor in every direction."""
    factors = components.factors.copy()
    factors[index] /= factor
    return replace(components, factors=factors)


def weighted(components: Components, index: int, weight: float) -> Components:
    """Return the components with another weight of one; the others share what is left."""
    return replace(components, weights=_shared(components.weights, index, weight))

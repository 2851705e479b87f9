"""A Gaussian mixture of a picture's colors in Lab, by expectation maximization over bins of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.extract.histogram import ColorHistogram
from palette_studio.core.tick import Tick, no_tick

BITS = 5  # bins a channel
ROUNDS = 40  # most; photos gain next to nothing after 10 to 30
ENOUGH = 1e-4  # nats a pixel: a round that gains less is the last
PRIOR = 0.02  # a component's say, of an even share of the picture, that it is round and has such a share
ALONE = 40.0  # Lab: a component without others is as wide as if the next were that far
SMALLEST = 2.0  # Lab: standard deviation that a component is at least said to have
UPPER = ((0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2))  # the order of second moments


@dataclass(frozen=True, eq=False)
class Cells:
    """Bins of color: (n, 3) mean Lab, (n,) share of the picture, and (n, 6) second moments about the mean.

    With the moments inside the bins, a mixture is fitted as to the pixels, but that all of a bin have the
    same say in each component; without them components would collapse on flat colors.
    """

    place: np.ndarray
    share: np.ndarray
    spread: np.ndarray

    @classmethod
    def of(cls, histogram: ColorHistogram) -> Cells:
        if not len(histogram):
            return cls(np.zeros((0, 3)), np.zeros(0), np.zeros((0, 6)))
        bins = histogram.bins("lab", BITS)
        holds = bins.holds
        assert holds is not None
        off = histogram.lab - bins.place[holds]
        moments = [
            np.bincount(holds, histogram.weight * off[:, i] * off[:, j], len(bins.weight)) for i, j in UPPER
        ]
        spread = np.stack(moments, axis=1) / bins.weight[:, None]
        return cls(bins.place, bins.weight / bins.weight.sum(), spread)


@dataclass(frozen=True, eq=False)
class Gaussians:
    """A mixture: (k, 3) means, (k, 3, 3) factors, (k,) log heights and shares of the picture.

    The density of component i at x is exp(height_i - |factor_i (x - mean_i)|^2 / 2), but for (2 pi)^1.5.
    """

    means: np.ndarray
    factors: np.ndarray
    heights: np.ndarray
    shares: np.ndarray

    @classmethod
    def of(cls, means: np.ndarray, covariances: np.ndarray, shares: np.ndarray) -> Gaussians:
        factors = np.linalg.inv(np.linalg.cholesky(covariances))
        bulk = np.log(np.einsum("kii->ki", factors)).sum(axis=1)
        return cls(means, np.ascontiguousarray(factors), bulk + np.log(shares), shares)


def fitted(cells: Cells, means: np.ndarray, tied: np.ndarray, tick: Tick = no_tick) -> Gaussians:
    """Return the mixture that makes the cells likely, starting at (k, 3) ``means``; the ``tied`` ones stay.

    Maximum a posteriori: a component is round, as wide as half its way to the next one, and has its even
    share of the picture, as far as PRIOR of an even share of pixels would say so. So no component collapses
    or dies; one that holds no pixels is round and small.
    """
    count = len(means)
    width = apart(means) / 2
    round_ = (width * width)[:, None, None] * np.eye(3)
    mixture, before = Gaussians.of(means, round_, np.full(count, 1 / count)), -np.inf
    for number in range(ROUNDS if len(cells.share) else 0):
        tick(number / ROUNDS)
        posterior, likelihood = _expected(cells, mixture)
        if likelihood - before < ENOUGH:
            break
        before = likelihood
        mixture = _maximal(cells, mixture.means, posterior, round_, tied)
    tick(1.0)
    return mixture


def apart(means: np.ndarray) -> np.ndarray:
    """Return (k,) the distance to the nearest other mean, at least twice SMALLEST; ALONE for a single one."""
    if len(means) == 1:
        return np.full(1, ALONE)
    distance = np.linalg.norm(means[:, None] - means, axis=2)
    np.fill_diagonal(distance, np.inf)
    return np.maximum(distance.min(axis=1), 2 * SMALLEST)


def _expected(cells: Cells, mixture: Gaussians) -> tuple[np.ndarray, float]:
    """Return (k, n) posteriors of the components, and the mean log likelihood of a pixel (a lower bound)."""
    log = np.empty((len(mixture.means), len(cells.share)))
    for i, (mean, factor) in enumerate(zip(mixture.means, mixture.factors, strict=True)):
        off = (cells.place - mean) @ factor.T
        precision = factor.T @ factor
        inside = np.array([precision[a, b] * (1 if a == b else 2) for a, b in UPPER])
        log[i] = mixture.heights[i] - 0.5 * ((off * off).sum(axis=1) + cells.spread @ inside)
    most = log.max(axis=0)
    posterior = np.exp(log - most)
    total = posterior.sum(axis=0)
    return posterior / total, float((most + np.log(total)) @ cells.share)


def _maximal(
    cells: Cells, means: np.ndarray, posterior: np.ndarray, round_: np.ndarray, tied: np.ndarray
) -> Gaussians:
    count, say = len(means), PRIOR / len(means)
    means, covariances, shares = means.copy(), np.empty((count, 3, 3)), np.empty(count)
    for i in range(count):
        weight = posterior[i] * cells.share
        shares[i] = weight.sum()
        if not tied[i] and shares[i] > 0:
            means[i] = (weight @ cells.place + say * means[i]) / (shares[i] + say)
        off = cells.place - means[i]
        scatter = (off * weight[:, None]).T @ off
        inside = weight @ cells.spread
        for (a, b), value in zip(UPPER, inside, strict=True):
            scatter[a, b] += value
            scatter[b, a] += value * (a != b)
        covariances[i] = (scatter + say * round_[i]) / (shares[i] + say)
    covariances += SMALLEST**2 / 4 * np.eye(3)
    return Gaussians.of(means, covariances, (shares + say) / (shares + say).sum())

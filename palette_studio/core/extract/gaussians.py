"""Components of a picture's colors for palettes: means may be tied to swatches, none collapses."""

from __future__ import annotations

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.mixture.color_bins import ColorBins
from palette_studio.core.mixture.components import Components, Sums
from palette_studio.core.tick import Tick, no_tick

BITS = 5  # bins a channel
ROUNDS = 40  # most; photos gain next to nothing after 10 to 30
ENOUGH = 1e-4  # nats a pixel: a round that gains less is the last
PRIOR = 0.02  # a component's say, of an even share of the picture, that it is round and has such a share
ALONE = 40.0  # Lab: a component without others is as wide as if the next were that far
SMALLEST = 2.0  # Lab: standard deviation that a component is at least said to have


def bins_of(histogram: ColorHistogram) -> ColorBins:
    """Return the exact mean Lab and spread of every bin of the histogram's colors."""
    from palette_studio.core.kernels.color_bins import PAIRS

    if not len(histogram):
        return ColorBins.weighted(np.zeros((0, 3)), np.zeros(0), np.zeros((0, 6)))
    bins = histogram.bins("lab", BITS)
    holds = bins.holds
    assert holds is not None
    off = histogram.lab - bins.place[holds]
    moments = [
        np.bincount(holds, histogram.weight * off[:, i] * off[:, j], len(bins.weight)) for i, j in PAIRS
    ]
    spreads = np.stack(moments, axis=1) / bins.weight[:, None]
    return ColorBins.weighted(bins.place, bins.weight, spreads)


def fitted(bins: ColorBins, means: np.ndarray, tied: np.ndarray, tick: Tick = no_tick) -> Components:
    """Return the mixture that makes the bins likely, starting at (k, 3) ``means``; the ``tied`` ones stay.

    Maximum a posteriori: a component is round, as wide as half its way to the next one, and has its even
    share of the picture, as far as PRIOR of an even share of pixels would say so. So no component collapses
    or dies; one that holds no pixels is round and small.
    """
    count = len(means)
    width = apart(means) / 2
    round_ = (width * width)[:, None, None] * np.eye(3)
    mixture, before = Components.of("full", np.full(count, 1 / count), means, round_), -np.inf
    for number in range(ROUNDS if len(bins) else 0):
        tick(number / ROUNDS)
        sums = bins.sums(mixture)
        if sums.log_likelihood - before < ENOUGH:
            break
        before = sums.log_likelihood
        mixture = _maximal(sums, mixture.means, round_, tied)
    tick(1.0)
    return mixture


def apart(means: np.ndarray) -> np.ndarray:
    """Return (k,) the distance to the nearest other mean, at least twice SMALLEST; ALONE for a single one."""
    if len(means) == 1:
        return np.full(1, ALONE)
    distance = np.linalg.norm(means[:, None] - means, axis=2)
    np.fill_diagonal(distance, np.inf)
    return np.maximum(distance.min(axis=1), 2 * SMALLEST)


def _maximal(sums: Sums, means: np.ndarray, round_: np.ndarray, tied: np.ndarray) -> Components:
    says = sums.says + PRIOR / len(means)
    step = np.where(tied[:, None], 0.0, sums.first / says[:, None])
    cross = sums.first[:, :, None] * step[:, None, :]
    scatter = sums.second - cross - cross.transpose(0, 2, 1)
    scatter += sums.says[:, None, None] * step[:, :, None] * step[:, None, :]
    covariances = (scatter + PRIOR / len(means) * round_) / says[:, None, None]
    covariances += SMALLEST**2 / 4 * np.eye(3)
    return Components.of("full", says / says.sum(), means + step, covariances)

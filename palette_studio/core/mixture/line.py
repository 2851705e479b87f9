"""Mixtures of normal distributions on a line or a circle, and the bins they are fitted to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from palette_studio.core.gaussian import LOG_2PI

MANY = 32  # different values
TURNS = np.array([-1.0, 0.0, 1.0])  # on a circle a normal is wrapped; further turns add nothing to see


def frozen(values: np.ndarray) -> np.ndarray:
    """Return the array itself, which can be written no more."""
    values.flags.writeable = False
    return values


@dataclass(frozen=True, eq=False)
class Bins:
    """Counted values: (n,) places, ascending, and (n,) shares that sum to 1.

    total: how many pixels were counted. width: how far apart values are. period: of a circle, or 0.
    """

    places: np.ndarray
    shares: np.ndarray
    total: float
    width: float = 1.0
    period: float = 0.0

    @classmethod
    def of(cls, counts: np.ndarray, *, cyclic: bool = False, ignore_ends: bool = False) -> Bins:
        """Return the bins 0, 1, 2 ... of (n,) counts, integers or not.

        ignore_ends: leave out the first and the last bin, where clipped pixels pile up, unless all are there.
        Raises ValueError when counts are not a row of finite numbers of at least 0, or all are 0.
        """
        counts = np.array(counts, float)
        if counts.ndim != 1 or not len(counts):
            raise ValueError(f"a histogram is one row of counts, not an array of shape {counts.shape}")
        if not np.isfinite(counts).all() or (counts < 0).any():
            raise ValueError("a histogram holds counts of at least 0; some are negative or not numbers")
        if ignore_ends and not cyclic and counts[1:-1].any():
            counts[[0, -1]] = 0
        total = float(counts.sum())
        if total == 0:
            raise ValueError("The histogram is empty: there is no pixel to fit a mixture to.")
        places = np.arange(len(counts), dtype=float)
        period = float(len(counts)) if cyclic else 0.0
        return cls(frozen(places), frozen(counts / total), total, _step(counts), period)

    @property
    def distinct(self) -> int:
        """How many different values there are."""
        return int(np.count_nonzero(self.shares))

    @property
    def floor(self) -> float:
        """The variance of what lies evenly in one bin: no component is narrower (Sheppard's correction)."""
        return self.width**2 / 12

    @property
    def filled(self) -> np.ndarray:
        """(2, m) places and shares of the bins that hold something."""
        kept = self.shares > 0
        return np.ascontiguousarray(np.stack([self.places[kept], self.shares[kept]]))


def _step(counts: np.ndarray) -> float:
    """Return how far apart values can be: 8 bits stored as 16 are 257 apart; few values tell nothing."""
    filled = np.flatnonzero(counts)
    return float(np.gcd.reduce(np.diff(filled))) if len(filled) >= MANY else 1.0


@dataclass(frozen=True, eq=False)
class LineMixture:
    """k normal distributions: (k,) weights that sum to 1, means and variances; period of a circle or 0."""

    weights: np.ndarray
    means: np.ndarray
    variances: np.ndarray
    period: float = 0.0

    @classmethod
    def of(cls, values: np.ndarray, period: float = 0.0) -> LineMixture:
        """Return the mixture of (3, k) weights, means and variances."""
        weights, means, variances = (frozen(row.copy()) for row in values)
        return cls(weights, means, variances, period)

    def __len__(self) -> int:
        return len(self.weights)

    @property
    def values(self) -> np.ndarray:
        """(3, k), a copy."""
        return np.stack([self.weights, self.means, self.variances])

    @property
    def deviations(self) -> np.ndarray:
        return np.sqrt(self.variances)

    def ordered(self) -> LineMixture:
        """Return the same mixture with ascending means: darkest first, so that refits keep their order."""
        return self.taken(np.argsort(self.means, kind="stable"))

    def taken(self, which: Sequence[int] | np.ndarray) -> LineMixture:
        """Return these components, in this order."""
        return LineMixture.of(self.values[:, which], self.period)

    def densities(self, places: np.ndarray) -> np.ndarray:
        """Return (k, n) densities of the components at (n,) places, times their weights."""
        return np.exp(self._logs(np.asarray(places, float)))

    def posteriors(self, places: np.ndarray) -> np.ndarray:
        """Return (k, n) how much what is found at each place belongs to each component; columns sum to 1."""
        logs = self._logs(np.asarray(places, float))
        shares = np.exp(logs - logs.max(axis=0))
        return shares / shares.sum(axis=0)

    def labels(self, places: np.ndarray) -> np.ndarray:
        """Return (n,) uint8 the component that each place belongs to most, the first one in a tie."""
        return self._logs(np.asarray(places, float)).argmax(axis=0).astype(np.uint8)

    def log_likelihood(self, bins: Bins) -> float:
        """Return the mean log density of a counted pixel, in nats."""
        logs = self._logs(bins.filled[0])
        most = logs.max(axis=0)
        return float((most + np.log(np.exp(logs - most).sum(axis=0))) @ bins.filled[1])

    def thresholds(self, bins: Bins) -> np.ndarray:
        """Return (m,) the places, halfway between two bins, where the component with most say changes."""
        labels = self.labels(bins.places)
        change = np.flatnonzero(np.diff(labels))
        return (bins.places[change] + bins.places[change + 1]) / 2

    def _logs(self, places: np.ndarray) -> np.ndarray:
        turns = TURNS * self.period if self.period else np.zeros(1)
        off = places[None, None, :] + turns[:, None, None] - self.means[None, :, None]
        with np.errstate(divide="ignore"):
            height = np.log(self.weights) - 0.5 * (LOG_2PI + np.log(self.variances))
        logs = height[None, :, None] - 0.5 * off * off / self.variances[None, :, None]
        return np.logaddexp.reduce(logs, axis=0) if self.period else logs[0]

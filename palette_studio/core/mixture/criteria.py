"""How many components a histogram has: likelihood against the number of values that a mixture has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from palette_studio.core.mixture.ascent import Hill
from palette_studio.core.mixture.line import Bins, LineMixture, frozen
from palette_studio.core.mixture.search import searched
from palette_studio.core.tick import Tick, no_tick

MOST = 8  # components that are tried
INDEPENDENT = 2000  # pixels: the mixtures of photos are about as certain as if they were so few
FEW = 0.02  # of the picture: clipped pixels that are not looked at when components are counted
CLIPPED, NEAR = 4, 3  # an end is clipped that holds so many times as much as so many next bins on average


@dataclass(frozen=True)
class Measures:
    """A fit in figures. parameters: free values. total: pixels. entropy: of the posteriors, nats a pixel.

    independent: as many drawn one by one would tell as much as the pixels of a photo, which are alike.
    """

    log_likelihood: float
    parameters: int
    total: float
    entropy: float
    independent: int = INDEPENDENT

    @classmethod
    def of(cls, mixture: LineMixture, bins: Bins) -> Measures:
        shares = mixture.posteriors(bins.filled[0])
        entropy = -float((shares * np.log(np.maximum(shares, 1e-300))).sum(axis=0) @ bins.filled[1])
        return cls(mixture.log_likelihood(bins), 3 * len(mixture) - 1, bins.total, entropy)


def effective_bic(fit: Measures) -> float:
    """Return BIC of the independent pixels alone; of all pixels, it runs to the maximum on photos."""
    count = min(fit.total, fit.independent)
    return -2 * count * fit.log_likelihood + fit.parameters * float(np.log(count))


def bic(fit: Measures) -> float:
    """Return Schwarz's criterion (1978), every pixel taken for independent."""
    return -2 * fit.total * fit.log_likelihood + fit.parameters * float(np.log(fit.total))


def aic(fit: Measures) -> float:
    """Return Akaike's criterion (1974)."""
    return -2 * fit.total * fit.log_likelihood + 2 * fit.parameters


def icl(fit: Measures) -> float:
    """Return BIC plus twice the entropy of the posteriors (Biernacki, Celeux & Govaert 2000)."""
    return bic(fit) + 2 * fit.total * fit.entropy


CRITERIA: dict[str, Callable[[Measures], float]] = {
    "effective-bic": effective_bic,
    "bic": bic,
    "aic": aic,
    "icl": icl,
}


@dataclass(frozen=True, eq=False)
class Choice:
    """What a criterion says of 1, 2, ... components: scores, less is better; mixtures: the best of each."""

    criterion: str
    scores: np.ndarray
    mixtures: tuple[LineMixture, ...]

    @property
    def k(self) -> int:
        return int(self.scores.argmin()) + 1


def choice(bins: Bins, criterion: str = "effective-bic", most: int = MOST, tick: Tick = no_tick) -> Choice:
    """Compare mixtures of up to ``most`` components; a few clipped pixels at the ends do not count.

    No component is narrower than a bin: in stretched pictures single values stand out. Raises ValueError when
    the criterion is unknown.
    """
    if criterion not in CRITERIA:
        raise ValueError(f"a number of components is found by {', '.join(CRITERIA)}, not {criterion!r}")
    seen = unclipped(bins)
    found = searched(seen, most, tick, floor=seen.width**2)
    mixtures = tuple(_mixture(found[k], seen) for k in sorted(found))
    scores = np.array([CRITERIA[criterion](Measures.of(mixture, seen)) for mixture in mixtures])
    return Choice(criterion, frozen(scores), mixtures)


def _mixture(hill: Hill, bins: Bins) -> LineMixture:
    return LineMixture.of(hill.values, bins.period).ordered()


def unclipped(bins: Bins) -> Bins:
    """Return the bins without the ends where a few clipped pixels piled up."""
    shares = bins.shares.copy()
    if not bins.period and len(shares) > 2 * NEAR + 2:
        for end, near in ((0, shares[1 : NEAR + 1]), (-1, shares[-NEAR - 1 : -1])):
            if CLIPPED * near.mean() < shares[end] < FEW:
                shares[end] = 0
    kept = shares.sum()
    return replace(bins, shares=frozen(shares / kept), total=bins.total * float(kept))

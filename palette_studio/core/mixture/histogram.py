"""Fitting a mixture to a histogram: the same as to the pixels, thousands of times faster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from palette_studio.core.mixture.ascent import Rules, climbed, rounds
from palette_studio.core.mixture.criteria import Choice, choice
from palette_studio.core.mixture.line import Bins, LineMixture, frozen
from palette_studio.core.mixture.search import searched
from palette_studio.core.mixture.starts import STARTS
from palette_studio.core.tick import Tick, no_tick

SHOWN = 12  # rounds of plain EM before Newton's method takes over
MOST = 500
TOLERANCE = 1e-9  # nats a pixel that the next step must promise


@dataclass(frozen=True, eq=False)
class HistogramFit:
    """A mixture fitted to counts, and the way to it.

    trace: (n + 1, 3, k) weights, means and variances, from the beginning on. log_likelihoods: (n + 1,) nats
    a pixel, never falling. converged: no step promised more than the tolerance. choice: how the number of
    components was found, if it was.
    """

    bins: Bins
    trace: np.ndarray
    log_likelihoods: np.ndarray
    converged: bool
    choice: Choice | None = None

    @property
    def mixture(self) -> LineMixture:
        return self.at(-1)

    @property
    def log_likelihood(self) -> float:
        return float(self.log_likelihoods[-1])

    @property
    def iterations(self) -> int:
        return len(self.trace) - 1

    def at(self, iteration: int) -> LineMixture:
        """Return the mixture after so many iterations."""
        return LineMixture.of(self.trace[iteration], self.bins.period)


def fit_histogram(
    counts: np.ndarray | Bins,
    k: int | str,
    *,
    criterion: str = "effective-bic",
    start: str | LineMixture = "equal",
    locked: Sequence[int] = (),
    iterations: int = MOST,
    tolerance: float = TOLERANCE,
    accelerate: bool = True,
    floor: float | None = None,
    added: float = 0.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> HistogramFit:
    """Return the mixture of ``k`` normals that makes the counted values most likely, near where it starts.

    counts: (n,) how many pixels have each of the values 0 ... n - 1, or Bins for other places and circles.
    k: "auto" for as many as the criterion likes best, see criteria; the start is then found too.
    start: one of STARTS ("equal" divides the range, as the seed does), "search" for the best of many, or a
    mixture to go on from. locked: components of that mixture that stay as they are. iterations: at most;
    accelerate: Newton's method after SHOWN rounds of EM, else EM alone. floor: of the variances, a bin's own
    by default; added: to variances in every round. tick gets the mixtures on the way.
    There are never more components than different values; they are ordered by their means unless the
    start is a mixture. Raises ValueError when there is no pixel, or k < 1, or the start is unknown.
    """
    bins = counts if isinstance(counts, Bins) else Bins.of(counts)
    found = choice(bins, criterion, tick=tick) if k == "auto" else None
    if found:
        start = found.mixtures[found.k - 1]
    values = _first(start, bins, k, seed)
    held = np.zeros(values.shape[1], bool)
    held[list(locked)] = True
    rules = Rules(held, bins.floor if floor is None else floor, added)
    values[2] = np.where(held, values[2], np.maximum(values[2], rules.floor))
    steps = _stepped(values, bins, rules, (iterations, tolerance, accelerate and not added), tick)
    fit = _fit(bins, *steps, ordered=not isinstance(start, LineMixture))
    return replace(fit, choice=found)


def _first(start: str | LineMixture, bins: Bins, k: int | str, seed: int) -> np.ndarray:
    if isinstance(start, LineMixture):
        return start.values
    if not isinstance(k, int) or k < 1:
        raise ValueError(f'a mixture has at least 1 component, or "auto", not {k!r}')
    k = min(k, bins.distinct)
    if start == "search":
        return searched(bins, k)[k].values
    if start not in STARTS:
        raise ValueError(f"a fit starts {', '.join(STARTS)} or search, not {start!r}")
    return STARTS[start](bins, k, np.random.default_rng(seed))


Stops = tuple[int, float, bool]


def _stepped(
    values: np.ndarray, bins: Bins, rules: Rules, stops: Stops, tick: Tick
) -> tuple[list[np.ndarray], list[float], bool]:
    """Return the mixtures on the way, their log likelihoods, and whether the end was reached."""
    most, tolerance, accelerate = stops
    plain = min(SHOWN, most) if accelerate else most
    trace, heights, converged = _plain(values, bins, rules, (plain, tolerance), tick)
    if converged or not accelerate:
        return trace, heights, converged
    for hill in climbed(trace[-1], bins, rules, tolerance):
        if len(trace) > most:
            return trace, heights, False
        trace.append(hill.values)
        heights.append(hill.height)
        tick(len(trace) / most, LineMixture.of(hill.values, bins.period))
    return trace, heights, True


def _plain(
    values: np.ndarray, bins: Bins, rules: Rules, stops: tuple[int, float], tick: Tick
) -> tuple[list[np.ndarray], list[float], bool]:
    """Return what rounds of EM come to; they end when what is left to gain is less than the tolerance.

    What is left follows from how the last gains shrink (Aitken's rule, Boehning 1994).
    """
    most, tolerance = stops
    trace, heights = [values], [float(rounds(values, bins, rules, 0)[1][0])]
    while len(trace) <= most:
        some, high = rounds(trace[-1], bins, rules, min(10, most + 1 - len(trace)))
        trace += list(some[1:])
        heights += high[1:].tolist()
        tick(len(trace) / most, LineMixture.of(trace[-1], bins.period))
        if len(heights) > 3 and _left(np.array(heights)) < tolerance:
            return trace, heights, True
    return trace, heights, False


def _left(heights: np.ndarray) -> float:
    gains = np.maximum(np.diff(heights[-4:]), 0)
    if gains[-1] <= 1e-15:
        return 0.0
    shrink = max(gains[-1] / gains[-2], gains[-2] / gains[-3]) if gains[:-1].all() else 1.0
    return float(gains[-1] * shrink / (1 - shrink)) if shrink < 1 else np.inf


def _fit(
    bins: Bins, trace: list[np.ndarray], heights: list[float], converged: bool, *, ordered: bool
) -> HistogramFit:
    values = np.array(trace)
    if ordered:
        values = values[:, :, np.argsort(values[-1, 1], kind="stable")]
    return HistogramFit(bins, frozen(values), frozen(np.array(heights)), converged)

"""The best mixture of every size: components are put in one after the other, wherever they help most."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np

from palette_studio.core.mixture.ascent import Hill, Rules, climbed, rounds
from palette_studio.core.mixture.line import Bins
from palette_studio.core.mixture.starts import STARTS, parted
from palette_studio.core.tick import Tick, no_tick

KEPT = 4  # mixtures of a size that grow further
TRIED = 8  # beginnings of a size that are followed to their end, of those promising most
PLACES, WIDTHS = 15, (0.03, 0.1, 0.3)  # where a component is put in, how wide: quantiles, of the whole
SHARE = 0.1  # of the picture that a new component is given at first
LOOK = 8  # rounds after which beginnings are compared
TOLERANCE = 1e-9
SAME = 1e-7  # nats a pixel: mixtures this close in likelihood are taken for one
MOST_STEPS = 100
MOST_BINS = 1024  # looked at; more are taken together


def searched(bins: Bins, most: int, tick: Tick = no_tick, *, floor: float | None = None) -> dict[int, Hill]:
    """Return the likeliest mixture found of each size from 1 to ``most``, or to how many values there are.

    floor: of the variances, a bin's own by default. Greedy growth (Verbeek, Vlassis & Krose 2003) from
    several mixtures of each size, and every beginning of STARTS beside it.
    """
    most = min(most, bins.distinct)
    exact, bins = bins, _coarse(bins)
    floor = bins.floor if floor is None else floor
    whole = parted(bins, np.zeros(len(bins.places), int), 1)
    found = {1: Hill.at(whole, bins)}
    best = [found[1]]
    for k in range(2, most + 1):
        tick((k - 1) / most)
        begun = [values for hill in best for values in _grown(hill.values, bins)]
        begun += [start(bins, k, np.random.default_rng(k)) for start in STARTS.values()]
        best = _ends(begun, bins, floor)
        found[k] = best[0]
    tick(1.0)
    if exact is bins:
        return found
    return {k: _end(hill.values, exact, _rules(k, floor)) for k, hill in found.items()}


def _coarse(bins: Bins) -> Bins:
    """Return the bins taken together until they are few, each at the mean of what it holds."""
    if bins.distinct <= MOST_BINS:
        return bins
    group = np.arange(len(bins.places)) * MOST_BINS // len(bins.places)
    shares = np.bincount(group, bins.shares)
    kept = shares > 0
    places = np.bincount(group, bins.shares * bins.places)[kept] / shares[kept]
    return replace(bins, places=places, shares=shares[kept])


def _rules(k: int, floor: float) -> Rules:
    return Rules(np.zeros(k, bool), floor)


def _grown(values: np.ndarray, bins: Bins) -> list[np.ndarray]:
    """Return mixtures with one more component, one for each place and width."""
    filled = bins.filled
    places = np.interp((np.arange(PLACES) + 0.5) / PLACES, np.cumsum(filled[1]), filled[0])
    spread = float(parted(bins, np.zeros(len(bins.places), int), 1)[2, 0])
    result = []
    for place in np.unique(places):
        for width in WIDTHS:
            new = [[SHARE], [place], [max(spread * width * width, bins.floor)]]
            older = values * np.array([[1 - SHARE], [1], [1]])
            result.append(np.concatenate([older, new], axis=1))
    return result


def _ends(begun: list[np.ndarray], bins: Bins, floor: float) -> list[Hill]:
    """Return the best different mixtures that the most promising beginnings lead to, best first."""
    rules = _rules(begun[0].shape[1], floor)
    looked = [
        (float(heights[-1]), -n, trace[-1])
        for n, (trace, heights) in enumerate(rounds(values, bins, rules, LOOK) for values in begun)
    ]
    looked.sort(key=lambda one: one[:2], reverse=True)
    different: list[np.ndarray] = []
    last = np.inf
    for height, _, values in looked:
        if last - height > SAME and len(different) < TRIED:
            different.append(values)
            last = height
    hills = sorted((_end(values, bins, rules) for values in different), key=lambda hill: -hill.height)
    best = [hills[0]]
    for hill in hills[1:]:
        if best[-1].height - hill.height > SAME and len(best) < KEPT:
            best.append(hill)
    return best


def _end(values: np.ndarray, bins: Bins, rules: Rules) -> Hill:
    hills = [Hill.at(values, bins), *islice(climbed(values, bins, rules, TOLERANCE), MOST_STEPS)]
    return hills[-1]

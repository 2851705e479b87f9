"""Two examples of expectation maximization on points whose truth is known, with every iteration.

After C. McCormick, "Gaussian Mixture Models Tutorial" (2014): GMMExample_1D.m and GMMExample_2D.m.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import numpy as np

from palette_studio.core.mixture.climbing import rounds
from palette_studio.core.mixture.components import Components, Points
from palette_studio.core.mixture.line import frozen
from palette_studio.core.tick import Tick, no_tick

MOST = 1000  # iterations


@dataclass(frozen=True)
class Group:
    """So many points of one normal distribution in d dimensions: its mean, and rows of its covariance."""

    count: int
    mean: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]


EXAMPLES: dict[str, tuple[Group, ...]] = {
    "line": (Group(100, (10.0,), ((1.0,),)), Group(200, (20.0,), ((3.0**2,),))),
    "plane": (
        Group(200, (1.0, 2.0), ((3.0, 0.2), (0.2, 2.0))),
        Group(100, (-1.0, -2.0), ((2.0, 0.0), (0.0, 1.0))),
    ),
}


@dataclass(frozen=True, eq=False)
class Demo:
    """(n, d) points, (n,) which group each is of, and all that expectation maximization made of the points.

    trace: the components at the beginning and after every iteration, each at the place of the group that it
    comes to. log_likelihoods: of these, in nats a point.
    """

    name: str
    seed: int
    points: np.ndarray
    groups: np.ndarray
    truth: Components
    trace: tuple[Components, ...]
    log_likelihoods: np.ndarray

    @property
    def iterations(self) -> int:
        return len(self.trace) - 1


def demo(name: str, seed: int, tick: Tick = no_tick) -> Demo:
    """Draw the points of one of EXAMPLES and fit as many components as it has groups; a seed fixes it all.

    The fit begins at points drawn at random, each with the covariance of all and the same weight. It ends
    when the means are to the bit what they were before, or after MOST iterations.
    """
    groups, random = EXAMPLES[name], np.random.default_rng(seed)
    truth = _truth(groups)
    roots = np.linalg.cholesky(truth.covariances)
    which = np.repeat(np.arange(len(groups)), [group.count for group in groups])
    noise = random.standard_normal((len(which), truth.dimensions))
    points = truth.means[which] + np.einsum("nij,nj->ni", roots[which], noise)
    first = random.choice(len(points), len(groups), replace=False)
    spread = np.cov(points, rowvar=False).reshape(truth.dimensions, -1)
    start = Components.of(
        "full",
        np.full(len(groups), 1 / len(groups)),
        points[first],
        np.repeat(spread[None], len(groups), axis=0),
    )
    trace, heights = _climbed(points, start, tick)
    order = _order(trace[-1].means, truth.means)
    trace = [components.taken(order) for components in trace]
    return Demo(name, seed, frozen(points), frozen(which), truth, tuple(trace), frozen(np.array(heights)))


def _truth(groups: tuple[Group, ...]) -> Components:
    counts = np.array([group.count for group in groups], float)
    means = np.array([group.mean for group in groups])
    spreads = np.array([group.covariance for group in groups])
    return Components.of("full", counts / counts.sum(), means, spreads)


def _climbed(points: np.ndarray, start: Components, tick: Tick) -> tuple[list[Components], list[float]]:
    trace: list[Components] = []
    heights: list[float] = []
    for one in rounds(Points.of(points), start, 0.0, accelerate=False):
        still = bool(trace) and np.array_equal(one.components.means, trace[-1].means)
        trace.append(one.components)
        heights.append(one.log_likelihood)
        if still or len(trace) > MOST:
            break
        tick(len(trace) / MOST)
    return trace, heights


def _order(found: np.ndarray, true: np.ndarray) -> np.ndarray:
    """Return which of the found means, (k, d), belongs to each true one: the least squared distances."""
    orders = (np.array(order) for order in permutations(range(len(true))))
    return min(orders, key=lambda order: float(np.square(found[order] - true).sum()))

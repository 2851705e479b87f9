"""Rounds of expectation maximization, plain or accelerated: the likelihood never falls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from palette_studio.core.mixture.components import Components, Sums, kept, maximal, raised

MEMORY = 8  # rounds that the next step is guessed from
DYING = 1e-10  # weight below which nothing is guessed
WEAK = 1e-10  # of the largest: directions the rounds do not tell apart


class Data(Protocol):
    """What mixtures are fitted to: points, or bins of colors."""

    def sums(self, components: Components) -> Sums: ...


@dataclass(frozen=True, eq=False)
class Round:
    """Components, their log likelihood in nats a point, and what a round of EM makes of them."""

    components: Components
    log_likelihood: float
    next: Components

    @classmethod
    def of(cls, points: Data, components: Components, floor: float, locked: Sequence[int] = ()) -> Round:
        sums = points.sums(components)
        return cls(components, sums.log_likelihood, maximal(sums, components, floor, locked))


def rounds(
    points: Data, start: Components, floor: float, *, accelerate: bool, locked: Sequence[int] = ()
) -> Iterator[Round]:
    """Yield round after round from ``start`` on, without end; locked components stay as they are.

    accelerate: guess where the rounds lead from the last few of them (Anderson 1965; for EM, with a return
    to the plain round wherever the guess is less likely: Henderson & Varadhan 2019).
    """
    now = Round.of(points, start, floor, locked)
    memory = _Memory()
    while True:
        yield now
        guess = memory.guess(now) if accelerate else None
        if guess is not None:
            ahead = _tried(points, kept(guess, start, locked), floor, locked)
            if ahead is not None and ahead.log_likelihood >= now.log_likelihood:
                now = ahead
                continue
            memory = _Memory()
        now = Round.of(points, now.next, floor, locked)


def _tried(points: Data, guess: Components, floor: float, locked: Sequence[int]) -> Round | None:
    try:
        return Round.of(points, raised(guess, floor), floor, locked)
    except ValueError:  # a component collapsed on the way
        return None


class _Memory:
    """The last few rounds as vectors: where they began and where they led."""

    def __init__(self) -> None:
        self._from: list[np.ndarray] = []
        self._step: list[np.ndarray] = []

    def guess(self, now: Round) -> Components | None:
        if min(now.components.weights.min(), now.next.weights.min()) < DYING:
            self._from, self._step = [], []
            return None
        here, there = _vector(now.components), _vector(now.next)
        self._from = [*self._from[-MEMORY:], here]
        self._step = [*self._step[-MEMORY:], there - here]
        if len(self._from) < 2:
            return None
        changes = np.diff(np.array(self._step), axis=0).T
        ways = np.diff(np.array(self._from), axis=0).T
        shares = np.linalg.lstsq(changes, self._step[-1], rcond=WEAK)[0]
        return _components(there - (ways + changes) @ shares, now.next)


def _vector(components: Components) -> np.ndarray:
    """Return all that can change as numbers without limits."""
    factors = components.factors[:1] if components.kind == "tied" else components.factors
    _k, d = components.means.shape
    rows, columns = np.tril_indices(d, -1)
    logs = np.log(np.einsum("kii->ki", factors))
    if components.kind == "spherical":
        logs = logs[:, :1]
    parts = [np.log(components.weights), components.means.ravel(), logs.ravel()]
    if not components.diagonal:
        parts.append(factors[:, rows, columns].ravel())
    return np.concatenate(parts)


def _components(vector: np.ndarray, like: Components) -> Components | None:
    k, d = like.means.shape
    shapes = 1 if like.kind == "tied" else k
    free = 1 if like.kind == "spherical" else d
    cuts = np.cumsum([k, k * d, shapes * free])
    if not np.isfinite(vector).all() or np.abs(vector[cuts[1] : cuts[2]]).max() > 300:
        return None
    weights, means, logs, lower = np.split(vector, cuts)
    weights = np.exp(weights - weights.max())
    factors = np.zeros((shapes, d, d))
    rows, columns = np.tril_indices(d, -1)
    if len(lower):
        factors[:, rows, columns] = lower.reshape(shapes, -1)
    factors[:, range(d), range(d)] = np.exp(logs.reshape(shapes, free))
    factors = np.ascontiguousarray(np.broadcast_to(factors, (k, d, d)))
    return Components(like.kind, weights / weights.sum(), np.ascontiguousarray(means.reshape(k, d)), factors)

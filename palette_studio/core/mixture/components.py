"""Normal distributions in any number of dimensions, and what a round of EM makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from palette_studio.core.gaussian import LOG_2PI, NEVER
from palette_studio.core.tiles import each_block

KINDS = ("full", "tied", "diag", "spherical")
UNROLLED = 3  # dimensions up to which the kernel is compiled for each number of them
BLOCK = 1 << 12
ROUNDING = 1e-15
ILL_DEFINED = (
    "Fitting the mixture model failed because some components have ill-defined empirical covariance "
    "(for instance caused by singleton or collapsed samples). Try to decrease the number of components, "
    "increase reg_covar, or scale the input data."
)


@dataclass(frozen=True, eq=False)
class Points:
    """(n, d) places and (n,) shares that sum to 1."""

    places: np.ndarray
    shares: np.ndarray

    @classmethod
    def of(cls, places: np.ndarray, weight: np.ndarray | None = None) -> Points:
        """weight: (n,) of at least 0, or None where all count the same."""
        places = np.ascontiguousarray(places, float)
        shares = np.full(len(places), 1 / len(places)) if weight is None else weight / weight.sum()
        return cls(places, np.ascontiguousarray(shares, float))

    def __len__(self) -> int:
        return len(self.shares)

    @property
    def dimensions(self) -> int:
        return self.places.shape[1]

    def sums(self, components: Components) -> Sums:
        """Return what a round of EM needs: the same on any number of cores."""
        from palette_studio.core.kernels.em import point_moments, point_posteriors

        k, d = components.means.shape
        mixture = components.heights, components.means, components.factors
        dims = (0,) * d if d <= UNROLLED else ()
        parts: dict[int, tuple[np.ndarray, float]] = {}

        def work(start: int, stop: int) -> None:
            places, shares = self.places[start:stop], self.shares[start:stop]
            posteriors, logs = np.empty((len(shares), k)), np.empty(len(shares))
            point_posteriors(places, mixture, components.diagonal, dims, posteriors, logs)
            sums = np.zeros((k, 1 + d + d * (d + 1) // 2))
            point_moments(places, shares, components.means, posteriors, dims, sums)
            parts[start] = sums, float(logs @ shares)

        each_block(len(self), work, block=BLOCK)
        sums = sum((parts[start][0] for start in sorted(parts)), np.zeros(1))
        second = np.zeros((k, d, d))
        rows, columns = np.tril_indices(d)
        second[:, rows, columns] = second[:, columns, rows] = sums[:, 1 + d :]
        height = sum(parts[start][1] for start in sorted(parts))
        return Sums(sums[:, 0], sums[:, 1 : 1 + d], second, height)


@dataclass(frozen=True, eq=False)
class Components:
    """k normal distributions: (k,) weights, (k, d) means, (k, d, d) factors.

    factor: the inverse of the Cholesky factor of the covariance, a lower triangle. kind: one of KINDS.
    """

    kind: str
    weights: np.ndarray
    means: np.ndarray
    factors: np.ndarray

    @classmethod
    def of(cls, kind: str, weights: np.ndarray, means: np.ndarray, covariances: np.ndarray) -> Components:
        """covariances: (k, d, d) for every kind. Raises ValueError where one is not positive definite."""
        try:
            roots = np.linalg.cholesky(covariances)
        except np.linalg.LinAlgError:
            raise ValueError(ILL_DEFINED) from None
        with np.errstate(all="ignore"):
            factors = np.linalg.inv(roots) if roots.shape[1] > 1 else 1 / roots
        if not np.isfinite(factors).all():
            raise ValueError(ILL_DEFINED)
        return cls(kind, weights, np.ascontiguousarray(means), np.ascontiguousarray(np.tril(factors)))

    def __len__(self) -> int:
        return len(self.weights)

    @property
    def dimensions(self) -> int:
        return self.means.shape[1]

    @property
    def diagonal(self) -> bool:
        return self.kind in ("diag", "spherical")

    @property
    def parameters(self) -> int:
        """How many values are free."""
        k, d = self.means.shape
        shape = {"full": k * d * (d + 1) // 2, "tied": d * (d + 1) // 2, "diag": k * d, "spherical": k}
        return shape[self.kind] + k * d + k - 1

    @cached_property
    def heights(self) -> np.ndarray:
        """(k,) log densities at the means, times the weights."""
        with np.errstate(divide="ignore"):
            heights = np.log(self.weights)
        heights += np.log(np.einsum("kii->ki", self.factors)).sum(axis=1) - 0.5 * self.dimensions * LOG_2PI
        return np.where(self.weights > 0, heights, NEVER)

    @cached_property
    def covariances(self) -> np.ndarray:
        """(k, d, d)."""
        roots = np.linalg.inv(self.factors)
        return roots @ roots.transpose(0, 2, 1)

    def logs(self, points: np.ndarray) -> np.ndarray:
        """Return (n, k) log densities at (n, d) points, times the weights."""
        result = np.empty((len(points), len(self)))

        def work(start: int, stop: int) -> None:
            for i in range(len(self)):
                off = (points[start:stop] - self.means[i]) @ self.factors[i].T
                result[start:stop, i] = self.heights[i] - 0.5 * np.einsum("nd,nd->n", off, off)

        each_block(len(points), work, block=BLOCK)
        return result

    def taken(self, which: Sequence[int] | np.ndarray) -> Components:
        """Return these components, in this order."""
        return replace(
            self, weights=self.weights[which], means=self.means[which], factors=self.factors[which]
        )

    def ordered(self) -> Components:
        """Return the components in ascending order of their means, the first dimension first."""
        return self.taken(np.lexsort(self.means.T[::-1]))


@dataclass(frozen=True, eq=False)
class Sums:
    """What a round needs of the points: (k,) says, (k, d) and (k, d, d) moments about the means."""

    says: np.ndarray
    first: np.ndarray
    second: np.ndarray
    log_likelihood: float


def maximal(sums: Sums, old: Components, floor: float, locked: Sequence[int] = ()) -> Components:
    """Return the components that make the points likeliest, given whose they are.

    floor: of the variance in every direction. A component without points stays, with weight 0; one whose
    points lie in a plane keeps its shape where there is no floor. locked: components that stay as they are.
    """
    means, spread = spreads(sums.says, sums.first, sums.second, old, floor)
    flat = _flat(spread)
    if flat.any():
        spread[flat] = old.covariances[flat]
    return kept(Components.of(old.kind, sums.says / sums.says.sum(), means, spread), old, locked)


def kept(components: Components, old: Components, locked: Sequence[int]) -> Components:
    """Return the components with the locked ones as of old; the others share the weight that these leave."""
    if not len(locked):
        return components
    weights = components.weights.copy()
    weights[list(locked)] = 0
    left = 1 - old.weights[list(locked)].sum()
    weights *= left / weights.sum() if weights.any() else 0.0
    parts = [weights, components.means.copy(), components.factors.copy()]
    for new, before in zip(parts, (old.weights, old.means, old.factors), strict=True):
        new[list(locked)] = before[list(locked)]
    return Components(components.kind, *parts)


def spreads(
    says: np.ndarray, first: np.ndarray, second: np.ndarray, old: Components, floor: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return (k, d) means and (k, d, d) covariances, of the kind of ``old``, of sums as in Sums.

    Variances below the floor are raised to it: of all covariances that keep to it, those make the points
    likeliest, so that the likelihood never falls.
    """
    held = says > 0
    safe = np.where(held, says, 1.0)
    step = np.where(held[:, None], first / safe[:, None], 0.0)
    spread = second / safe[:, None, None] - step[:, :, None] * step[:, None, :]
    if old.kind == "tied":
        spread = np.broadcast_to(np.einsum("k,kij->ij", says, spread) / says.sum(), spread.shape)
    elif old.diagonal:
        axes = np.einsum("kii->ki", spread)
        if old.kind == "spherical":
            axes = np.repeat(axes.mean(axis=1, keepdims=True), old.dimensions, axis=1)
        spread = axes[:, :, None] * np.eye(old.dimensions)
    spread = _raised(spread, floor)
    if old.kind != "tied" and not held.all():
        spread[~held] = old.covariances[~held]
    return old.means + step, spread


def _raised(spread: np.ndarray, floor: float) -> np.ndarray:
    """Return (k, d, d) covariances with no variance below the floor in any direction."""
    variances, axes = np.linalg.eigh(spread)
    low = variances[:, 0] < floor
    raised = spread.copy()
    raised[low] = (axes[low] * np.maximum(variances[low], floor)[:, None, :]) @ axes[low].transpose(0, 2, 1)
    return raised


def raised(components: Components, floor: float) -> Components:
    """Return the components with no variance below the floor in any direction."""
    spread = components.covariances
    if not (np.linalg.eigvalsh(spread)[:, 0] < floor).any():
        return components
    return Components.of(components.kind, components.weights, components.means, _raised(spread, floor))


def _flat(spread: np.ndarray) -> np.ndarray:
    """Return (k,) which covariances have no width, but for rounding, in some direction."""
    return np.linalg.eigvalsh(spread)[:, 0] <= ROUNDING * np.einsum("kii->k", spread).max(initial=0.0)

"""What may be given to begin with: weights, means and precisions, in scikit-learn's shapes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from palette_studio.core.mixture.components import Components
from palette_studio.core.mixture.scale import Scale


@dataclass(frozen=True, eq=False)
class Given:
    """(k,) weights, (k, d) means and (k, d, d) factors of the precisions, or None where nothing was given."""

    weights: np.ndarray | None
    means: np.ndarray | None
    factors: np.ndarray | None

    @property
    def ordered(self) -> bool:
        """Whether what was given has an order of its own."""
        return self.weights is not None or self.means is not None or self.factors is not None

    def put_into(self, own: Components, scale: Scale) -> Components:
        if self.weights is not None:
            own = replace(own, weights=self.weights)
        if self.means is not None:
            own = replace(own, means=scale.in_units(self.means))
        if self.factors is not None:
            own = replace(own, factors=self.factors * scale.unit)
        return own


def checked(model: Any, features: int) -> Given:
    """Return what a GaussianMixture was given; raise ValueError, in scikit-learn's words, if wrong."""
    k, kind = model.n_components, model.covariance_type
    weights = None if model.weights_init is None else _weights(np.array(model.weights_init, float), k)
    means = None if model.means_init is None else np.array(model.means_init, float)
    if means is not None:
        _check_shape(means, (k, features), "means")
    factors = None
    if model.precisions_init is not None:
        factors = _factors(np.array(model.precisions_init, float), kind, k, features)
    return Given(weights, means, factors)


def _weights(weights: np.ndarray, k: int) -> np.ndarray:
    _check_shape(weights, (k,), "weights")
    if (weights < 0).any() or (weights > 1).any():
        raise ValueError(
            "The parameter 'weights' should be in the range [0, 1], but got max value "
            f"{weights.min():.5f}, min value {weights.max():.5f}"
        )
    if not np.isclose(weights.sum(), 1, atol=1e-6):
        raise ValueError(
            f"The parameter 'weights' should be normalized, but got sum(weights) = {weights.sum():.5f}"
        )
    return weights


def _factors(precisions: np.ndarray, kind: str, k: int, features: int) -> np.ndarray:
    """Return (k, d, d) lower triangles L so that L^T L are the precisions."""
    shapes = {
        "full": (k, features, features),
        "tied": (features, features),
        "diag": (k, features),
        "spherical": (k,),
    }
    _check_shape(precisions, shapes[kind], f"{kind} precision")
    if kind in ("diag", "spherical"):
        if (precisions <= 0).any():
            raise ValueError(f"'{kind} precision' should be positive")
        return widened(np.sqrt(precisions), kind, k, features)
    whole = widened(precisions, kind, k, features)
    symmetric = np.allclose(whole, whole.transpose(0, 2, 1))
    if not symmetric or (np.linalg.eigvalsh(whole) <= 0).any():
        raise ValueError(f"'{kind} precision' should be symmetric, positive-definite")
    roots = np.linalg.cholesky(np.linalg.inv(whole))
    return np.ascontiguousarray(np.tril(np.linalg.inv(roots)))


def _check_shape(values: np.ndarray, shape: tuple[int, ...], name: str) -> None:
    if values.shape != shape:
        raise ValueError(f"The parameter '{name}' should have the shape of {shape}, but got {values.shape}")


def widened(values: np.ndarray, kind: str, k: int, features: int) -> np.ndarray:
    """Return (k, d, d) matrices of values in the shape that scikit-learn gives a kind of covariance."""
    if kind == "full":
        return values
    if kind == "tied":
        return np.array(np.broadcast_to(values, (k, features, features)))
    if kind == "spherical":
        values = np.repeat(values[:, None], features, axis=1)
    return values[:, :, None] * np.eye(features)


def narrowed(matrices: np.ndarray, kind: str) -> np.ndarray:
    """Return (k, d, d) matrices in the shape that scikit-learn gives a kind of covariance."""
    if kind == "full":
        return matrices
    if kind == "tied":
        return matrices[0]
    diagonal = np.einsum("kii->ki", matrices)
    return diagonal if kind == "diag" else diagonal[:, 0]


def random_state(value: Any) -> np.random.RandomState:
    """Return a source of random numbers: of a seed, of numpy's own one, or the one that is given."""
    if value is None:
        return np.random.mtrand._rand
    if isinstance(value, np.random.RandomState):
        return value
    if isinstance(value, np.random.Generator):
        return np.random.RandomState(value.bit_generator)
    return np.random.RandomState(value)

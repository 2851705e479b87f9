"""GaussianMixture: scikit-learn's estimator, with weights of samples, a trace, and no absolute scale."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from numbers import Integral, Real
from typing import Any, ClassVar

import numpy as np

from palette_studio.core.mixture import initial
from palette_studio.core.mixture.climbing import Round, rounds
from palette_studio.core.mixture.components import KINDS, Components, Points
from palette_studio.core.mixture.scale import Scale
from palette_studio.core.mixture.seeding import begun

STARTS = ("kmeans", "k-means++", "random", "random_from_data")
UNCONVERGED = (
    "Best performing initialization did not converge. Try different init parameters, or increase max_iter, "
    "tol, or check for degenerate data."
)


class NotFittedError(ValueError, AttributeError):
    """Raised when a mixture is used before it was fitted."""


class ConvergenceWarning(UserWarning):
    """Given when a fit ended before its likelihood stood still."""


class GaussianMixture:
    """A mixture of normal distributions of n-dimensional samples, fitted by expectation maximization.

    The parameters, attributes and methods are scikit-learn's. Beyond it:

    fit(X, sample_weight=w) counts a sample w times, so that the fit of a histogram is the fit of its pixels.
    accelerate=True reaches the same likelihood in fewer rounds, never falling (see climbing). callback is
    called with (round, weights, means, covariances, log likelihood) of every round; keep_trace=True keeps
    them in ``trace_``. reg_covar is the least variance in any direction, as a share of the mean variance of
    the samples: a fit does not depend on their unit, and its likelihood never falls. Components come in
    ascending order of their means, the first feature first, unless their order was given. A component that
    nothing belongs to stays where it is, with weight 0.
    """

    NOT_FITTED: ClassVar[type[Exception]] = NotFittedError
    NOT_CONVERGED: ClassVar[type[Warning]] = ConvergenceWarning

    weights_: np.ndarray
    means_: np.ndarray
    covariances_: np.ndarray
    precisions_: np.ndarray
    precisions_cholesky_: np.ndarray
    converged_: bool
    n_iter_: int
    lower_bound_: float
    lower_bounds_: list[float]
    n_features_in_: int
    trace_: list[tuple[np.ndarray, np.ndarray, np.ndarray]]

    def __init__(
        self,
        n_components: int = 1,
        *,
        covariance_type: str = "full",
        tol: float = 1e-3,
        reg_covar: float = 1e-6,
        max_iter: int = 100,
        n_init: int = 1,
        init_params: str = "kmeans",
        weights_init: Any = None,
        means_init: Any = None,
        precisions_init: Any = None,
        random_state: Any = None,
        warm_start: bool = False,
        verbose: int = 0,
        verbose_interval: int = 10,
        accelerate: bool = False,
        callback: Callable[[int, np.ndarray, np.ndarray, np.ndarray, float], None] | None = None,
        keep_trace: bool = False,
    ) -> None:
        self.n_components = n_components
        self.covariance_type = covariance_type
        self.tol = tol
        self.reg_covar = reg_covar
        self.max_iter = max_iter
        self.n_init = n_init
        self.init_params = init_params
        self.weights_init = weights_init
        self.means_init = means_init
        self.precisions_init = precisions_init
        self.random_state = random_state
        self.warm_start = warm_start
        self.verbose = verbose
        self.verbose_interval = verbose_interval
        self.accelerate = accelerate
        self.callback = callback
        self.keep_trace = keep_trace

    def fit(self, X: Any, y: Any = None, sample_weight: Any = None) -> GaussianMixture:  # noqa: N803
        """Fit (n, d) samples; y is ignored. sample_weight: (n,) numbers of at least 0, or None for 1 each.

        Raises ValueError for samples or parameters that no mixture can be fitted with.
        """
        self.fit_predict(X, y, sample_weight)
        return self

    def fit_predict(self, X: Any, y: Any = None, sample_weight: Any = None) -> np.ndarray:  # noqa: N803
        """Fit, then return (n,) the component that each sample belongs to most."""
        samples = _samples(X)
        weight = _weight(sample_weight, len(samples))
        self._check_parameters()
        if len(samples) < 2 or np.count_nonzero(weight) < 1:
            raise ValueError(
                f"Found array with {len(samples)} sample(s) (shape={samples.shape}) while a minimum of 2 is "
                "required by GaussianMixture."
            )
        if len(samples) < self.n_components:
            raise ValueError(
                f"Expected n_samples >= n_components but got n_components = {self.n_components}, "
                f"n_samples = {len(samples)}"
            )
        given = initial.checked(self, samples.shape[1])
        scale = Scale.of(samples, weight)
        points = Points.of(scale.in_units(samples), weight)
        go_on = self.warm_start and hasattr(self, "converged_")
        best = self._best(points, scale, given, go_on=go_on)
        self.n_features_in_ = samples.shape[1]
        self._keep(best, scale, samples.dtype)
        if not self.converged_ and self.max_iter > 0:
            warnings.warn(UNCONVERGED, self.NOT_CONVERGED, stacklevel=2)
        return self._logs(samples).argmax(axis=1)

    def _best(
        self, points: Points, scale: Scale, given: initial.Given, *, go_on: bool
    ) -> tuple[Components, list[float], bool]:
        """Return the likeliest outcome of all beginnings: components in units, their bounds, the end."""
        random = initial.random_state(self.random_state)
        best: tuple[Components, list[float], bool] | None = None
        for number in range(1 if go_on else self.n_init):
            self._say(1, f"Initialization {number}")
            if go_on:
                start = scale.components_in_units(self._components())
            else:
                own = begun(
                    points, self.n_components, self.init_params, self.covariance_type, self.reg_covar, random
                )
                start = given.put_into(own.ordered(), scale)
            before = self.lower_bound_ + scale.log_volume if go_on else -np.inf
            end = self._run(points, scale, start, before)
            if best is None or end[1][-1:] > best[1][-1:]:
                best = end
        assert best is not None
        components, bounds, converged = best
        if not go_on and not given.ordered:
            components = components.ordered()
        return components, [bound - scale.log_volume for bound in bounds], converged

    def _run(
        self, points: Points, scale: Scale, start: Components, before: float
    ) -> tuple[Components, list[float], bool]:
        """Return what the rounds come to, the bounds before each, and whether they stood still."""
        bounds: list[float] = []
        components, trace = start, []
        steps = rounds(points, start, self.reg_covar, accelerate=self.accelerate)
        converged = False
        for number in range(1, self.max_iter + 1):
            one: Round = next(steps)
            components = one.next
            bounds.append(one.log_likelihood)
            trace.append(self._report(number, one, scale))
            change, before = one.log_likelihood - before, one.log_likelihood
            if number % self.verbose_interval == 0:
                self._say(1, f"  Iteration {number}", f"change {change:.5f}")
            if abs(change) < self.tol:
                converged = True
                break
        self._say(1, f"Initialization {'' if converged else 'not '}converged.", f"bound {before:.5f}")
        if self.keep_trace:
            self.trace_ = trace
        return components, bounds, converged

    def _report(self, number: int, one: Round, scale: Scale) -> Any:
        if self.callback is None and not self.keep_trace:
            return None
        there = scale.components_in_samples(one.components)
        values = there.weights, there.means, initial.narrowed(there.covariances, there.kind)
        if self.callback is not None:
            self.callback(number, *values, one.log_likelihood - scale.log_volume)
        return values

    def _say(self, level: int, *texts: str) -> None:
        if self.verbose >= level:
            print(*(texts if self.verbose > 1 else texts[:1]), sep="\t")

    def _keep(self, best: tuple[Components, list[float], bool], scale: Scale, dtype: np.dtype) -> None:
        units, bounds, self.converged_ = best
        components = scale.components_in_samples(units)
        narrowed, kind = initial.narrowed, components.kind
        factors = components.factors.transpose(0, 2, 1)
        self.weights_ = components.weights.astype(dtype)
        self.means_ = components.means.astype(dtype)
        self.covariances_ = narrowed(components.covariances, kind).astype(dtype)
        self.precisions_ = narrowed(factors @ components.factors, kind).astype(dtype)
        self.precisions_cholesky_ = narrowed(factors, kind).astype(dtype)
        self.n_iter_ = len(bounds)
        self.lower_bounds_ = bounds
        self.lower_bound_ = bounds[-1] if bounds else -np.inf

    # What a fitted mixture says of samples

    def predict(self, X: Any) -> np.ndarray:  # noqa: N803
        """Return (n,) the component that each sample belongs to most."""
        return self._logs(self._known(X)).argmax(axis=1)

    def predict_proba(self, X: Any) -> np.ndarray:  # noqa: N803
        """Return (n, k) how much each sample belongs to each component; rows sum to 1."""
        samples = self._known(X)
        logs = self._logs(samples)
        shares = np.exp(logs - logs.max(axis=1, keepdims=True))
        return (shares / shares.sum(axis=1, keepdims=True)).astype(samples.dtype)

    def score_samples(self, X: Any) -> np.ndarray:  # noqa: N803
        """Return (n,) the log density of each sample."""
        samples = self._known(X)
        return np.logaddexp.reduce(self._logs(samples), axis=1).astype(samples.dtype)

    def score(self, X: Any, y: Any = None, sample_weight: Any = None) -> float:  # noqa: N803
        """Return the mean log density of the samples."""
        logs = self.score_samples(X)
        if sample_weight is None:
            return logs.mean()
        return np.average(logs, weights=_weight(sample_weight, len(logs))).astype(logs.dtype)

    def bic(self, X: Any, sample_weight: Any = None) -> float:  # noqa: N803
        """Return the Bayesian information criterion (Schwarz 1978), less is better."""
        count = _weight(sample_weight, len(X)).sum()
        score = float(self.score(X, sample_weight=sample_weight))
        return -2 * score * count + self._n_parameters() * float(np.log(count))

    def aic(self, X: Any, sample_weight: Any = None) -> float:  # noqa: N803
        """Return Akaike's information criterion (1974), less is better."""
        count = _weight(sample_weight, len(X)).sum()
        return -2 * float(self.score(X, sample_weight=sample_weight)) * count + 2 * self._n_parameters()

    def sample(self, n_samples: int = 1) -> tuple[np.ndarray, np.ndarray]:
        """Return (n, d) samples drawn from the mixture and (n,) the components they come from."""
        components = self._components()
        if n_samples < 1:
            raise ValueError(
                f"Invalid value for 'n_samples': {n_samples} . The sampling requires at least one sample."
            )
        random = initial.random_state(self.random_state)
        counts = random.multinomial(n_samples, components.weights / components.weights.sum())
        labels = np.repeat(np.arange(len(components)), counts)
        roots = np.linalg.inv(components.factors)
        noise = random.standard_normal((n_samples, components.dimensions))
        return components.means[labels] + np.einsum("nij,nj->ni", roots[labels], noise), labels

    def _n_parameters(self) -> int:
        return self._components().parameters

    def _components(self) -> Components:
        """Return what was fitted, in the unit of the samples."""
        if not hasattr(self, "means_"):
            name = type(self).__name__
            raise self.NOT_FITTED(
                f"This {name} instance is not fitted yet. Call 'fit' with appropriate arguments before using "
                "this estimator."
            )
        k, d = self.means_.shape
        upper = initial.widened(self.precisions_cholesky_.astype(float), self.covariance_type, k, d)
        factors = np.ascontiguousarray(upper.transpose(0, 2, 1))
        return Components(
            self.covariance_type, self.weights_.astype(float), self.means_.astype(float), factors
        )

    def _known(self, X: Any) -> np.ndarray:  # noqa: N803
        components, samples = self._components(), _samples(X)
        if samples.shape[1] != components.dimensions:
            raise ValueError(
                f"X has {samples.shape[1]} features, but {type(self).__name__} is expecting "
                f"{components.dimensions} features as input."
            )
        return samples

    def _logs(self, samples: np.ndarray) -> np.ndarray:
        return self._components().logs(samples.astype(float))

    def _check_parameters(self) -> None:
        """Raise ValueError for a parameter out of its range."""
        name = type(self).__name__
        limits = {
            "n_components": (Integral, 1),
            "tol": (Real, 0),
            "reg_covar": (Real, 0),
            "max_iter": (Integral, 0),
            "n_init": (Integral, 1),
            "verbose_interval": (Integral, 1),
        }
        for key, (kind, least) in limits.items():
            value = getattr(self, key)
            if not isinstance(value, kind) or isinstance(value, bool) or not value >= least:
                what = "an int" if kind is Integral else "a float"
                raise ValueError(
                    f"The {key!r} parameter of {name} must be {what} in the range [{least}, inf). "
                    f"Got {value!r} instead."
                )
        for key, known in (("covariance_type", KINDS), ("init_params", STARTS)):
            if getattr(self, key) not in known:
                raise ValueError(
                    f"The {key!r} parameter of {name} must be a str among {set(known)}. Got "
                    f"{getattr(self, key)!r} instead."
                )


def _samples(values: Any) -> np.ndarray:
    samples = np.asarray(values)
    if samples.dtype not in (np.float32, np.float64):
        samples = samples.astype(float)
    if samples.ndim != 2:
        raise ValueError(
            f"Expected 2D array, got {samples.ndim}D array instead: reshape your data using "
            "array.reshape(-1, 1) if it has a single feature"
        )
    if not samples.size:
        raise ValueError(f"Found array with {samples.shape[0]} sample(s) and {samples.shape[1]} feature(s)")
    if not np.isfinite(samples).all():
        raise ValueError("Input X contains NaN or infinity; leave such samples out, or give them no weight")
    return samples


def _weight(values: Any, count: int) -> np.ndarray:
    if values is None:
        return np.ones(count)
    weight = np.asarray(values, float)
    if weight.ndim == 0:
        weight = np.full(count, weight)
    if weight.shape != (count,):
        raise ValueError(f"sample_weight.shape == {weight.shape}, expected {(count,)}!")
    if not np.isfinite(weight).all() or (weight < 0).any():
        raise ValueError("sample_weight holds numbers of at least 0; some are negative or not numbers")
    if not weight.any():
        raise ValueError("sample_weight cannot contain all zeros: no sample counts")
    return weight

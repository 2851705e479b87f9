"""scikit-learn's own tests of its GaussianMixture, run on ours."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import BaseEstimator, DensityMixin
from sklearn.exceptions import ConvergenceWarning, NotFittedError
from sklearn.mixture.tests import test_gaussian_mixture as theirs
from sklearn.utils.estimator_checks import parametrize_with_checks
from sklearn.utils.validation import validate_data

from palette_studio.core.mixture import estimator


class GaussianMixture(estimator.GaussianMixture, DensityMixin, BaseEstimator):
    """Ours, where scikit-learn looks for its own: its errors, its warnings, its words about arrays."""

    NOT_FITTED = NotFittedError
    NOT_CONVERGED = ConvergenceWarning

    def fit_predict(self, X, y=None, sample_weight=None):  # noqa: N803
        self._check_parameters()
        X = validate_data(self, X, dtype=[np.float64, np.float32], ensure_min_samples=2)  # noqa: N806
        return super().fit_predict(X, y, sample_weight)

    def _known(self, X):  # noqa: N803
        self._components()
        return super()._known(validate_data(self, X, dtype=[np.float64, np.float32], reset=False))


# Tests of their private functions, and of other array libraries
INSIDES = ("suffstat", "compute_log_det", "log_probabilities", "all_init_does_not", "array_api")
OURS = [
    name for name in dir(theirs) if name.startswith("test_") and not any(word in name for word in INSIDES)
]
OURS.remove("test_gaussian_mixture_precisions_init")  # calls private functions
globals().update({name: getattr(theirs, name) for name in OURS})
pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")


@pytest.fixture(autouse=True)
def swapped(monkeypatch):
    monkeypatch.setattr(theirs, "GaussianMixture", GaussianMixture)


@pytest.fixture(params=[np.float32, np.float64])
def global_dtype(request):
    return request.param


@pytest.fixture
def global_random_seed():
    return 42


@parametrize_with_checks([GaussianMixture()])
def test_estimator_checks(estimator, check):
    check(estimator)

"""What our GaussianMixture does beyond scikit-learn's, and with samples that say little."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from sklearn.mixture import GaussianMixture as Theirs

from palette_studio.core.mixture import GaussianMixture
from palette_studio.core.mixture.components import KINDS
from palette_studio.core.mixture.estimator import ConvergenceWarning, NotFittedError

RANDOM = np.random.default_rng(0)
SAMPLES = np.concatenate(
    [
        RANDOM.multivariate_normal(mean, np.diag(spread), 400)
        for mean, spread in (((0, 0, 0), (1, 2, 3)), ((6, 5, 4), (1, 1, 2)), ((0, 9, 9), (3, 1, 1)))
    ]
)


def shaped(kind, k, d, value):
    return {
        "full": np.tile(np.eye(d) * value, (k, 1, 1)),
        "tied": np.eye(d) * value,
        "diag": np.full((k, d), value),
        "spherical": np.full(k, value),
    }[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_from_equal_starts_the_rounds_are_scikit_learn_s(kind):
    given = {
        "weights_init": [0.2, 0.3, 0.5],
        "means_init": SAMPLES[[3, 500, 900]],
        "precisions_init": shaped(kind, 3, 3, 0.2),
    }
    rounds = {"max_iter": 15, "tol": 0, "reg_covar": 0, "covariance_type": kind}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ours = GaussianMixture(3, **given, **rounds).fit(SAMPLES)
        theirs = Theirs(3, **given, **rounds).fit(SAMPLES)
    for name in ("weights_", "means_", "covariances_", "precisions_cholesky_", "lower_bounds_"):
        assert np.abs(np.asarray(getattr(ours, name)) - getattr(theirs, name)).max() < 1e-9, name
    assert (ours.predict(SAMPLES) == theirs.predict(SAMPLES)).all()
    assert np.abs(ours.predict_proba(SAMPLES) - theirs.predict_proba(SAMPLES)).max() < 1e-9
    assert ours.bic(SAMPLES) == pytest.approx(theirs.bic(SAMPLES))
    assert ours.aic(SAMPLES) == pytest.approx(theirs.aic(SAMPLES))


@pytest.mark.parametrize("kind", KINDS)
def test_a_weight_says_how_often_a_sample_counts(kind):
    weight = RANDOM.integers(0, 4, len(SAMPLES))
    model = {"n_components": 3, "covariance_type": kind, "random_state": 0, "tol": 1e-6}
    repeated = GaussianMixture(**model).fit(np.repeat(SAMPLES, weight, axis=0))
    shuffled = RANDOM.permutation(len(SAMPLES))
    weighted = GaussianMixture(**model).fit(SAMPLES[shuffled], sample_weight=weight[shuffled])
    assert np.abs(repeated.means_ - weighted.means_).max() < 1e-9
    assert np.abs(repeated.covariances_ - weighted.covariances_).max() < 1e-9
    assert weighted.bic(SAMPLES, weight) == pytest.approx(repeated.bic(np.repeat(SAMPLES, weight, axis=0)))


def test_a_photo_s_histogram_is_fitted_as_its_pixels_are():
    values = RANDOM.choice([40, 120, 200], 5000, p=[0.3, 0.5, 0.2]) + RANDOM.normal(
        0, 12, 5000
    ).round().astype(int)
    places, counts = np.unique(values, return_counts=True)
    pixels = GaussianMixture(3, random_state=0, tol=1e-9, max_iter=500).fit(values[:, None])
    histogram = GaussianMixture(3, random_state=0, tol=1e-9, max_iter=500).fit(
        places[:, None], sample_weight=counts
    )
    assert np.abs(pixels.means_ - histogram.means_).max() < 1e-6
    assert np.abs(pixels.covariances_ - histogram.covariances_).max() < 1e-6


@pytest.mark.parametrize("accelerate", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_the_likelihood_never_falls_in_any_unit_or_place(kind, accelerate):
    results = []
    for factor, offset in ((1.0, 0.0), (1 / 255, 0.0), (1e-6, 0.0), (1e8, 1e12), (1.0, 1e6)):
        model = GaussianMixture(
            4, covariance_type=kind, random_state=1, tol=1e-10, max_iter=400, accelerate=accelerate
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(SAMPLES * factor + offset)
        assert np.diff(model.lower_bounds_).min() > -1e-9
        results.append((model.means_ - offset) / factor)
    assert np.abs(np.array(results) - results[0]).max() < 1e-4 * np.abs(results[0]).max()


@pytest.mark.parametrize("kind", KINDS)
def test_acceleration_reaches_what_plain_rounds_reach_in_fewer(kind):
    def fitted(accelerate):
        model = GaussianMixture(
            5, covariance_type=kind, random_state=0, tol=1e-10, max_iter=3000, accelerate=accelerate
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            return model.fit(SAMPLES)

    plain, fast = fitted(False), fitted(True)
    assert fast.lower_bound_ > plain.lower_bound_ - 1e-6
    assert fast.n_iter_ < plain.n_iter_


def test_every_round_can_be_watched_and_kept():
    seen = []
    model = GaussianMixture(
        3, random_state=0, callback=lambda *round_: seen.append(round_), keep_trace=True, tol=1e-8
    )
    model.fit(SAMPLES)
    assert [one[0] for one in seen] == list(range(1, model.n_iter_ + 1))
    assert [one[4] for one in seen] == pytest.approx(model.lower_bounds_)
    assert len(model.trace_) == model.n_iter_
    assert (np.sort(model.trace_[-1][1], axis=0) == np.sort(seen[-1][2], axis=0)).all()


def test_components_come_in_the_order_of_their_means_unless_they_were_given():
    for seed in range(5):
        means = GaussianMixture(3, random_state=seed).fit(SAMPLES).means_
        assert (np.diff(means[:, 0]) > 0).all()
    given = [[6, 5, 4], [0, 9, 9], [0, 0, 0]]
    assert np.abs(GaussianMixture(3, means_init=given, random_state=0).fit(SAMPLES).means_ - given).max() < 1


class TestSamplesThatSayLittle:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize(
        "samples", [np.full((20, 3), 7.0), np.repeat([[0.0, 0, 0], [1, 2, 3]], 10, axis=0), np.zeros((5, 3))]
    )
    def test_no_component_is_where_no_sample_is(self, samples, kind):
        model = GaussianMixture(4, covariance_type=kind, random_state=0)
        model.fit(samples)
        assert np.isfinite(model.means_).all()
        assert np.isfinite(model.covariances_).all()
        assert all((np.abs(samples - mean).max(axis=1) < 1e-6).any() for mean in model.means_)
        assert model.weights_.sum() == pytest.approx(1)
        assert np.count_nonzero(model.weights_) == len(np.unique(samples, axis=0))

    def test_small_numbers_are_as_good_as_large_ones(self):
        fine = np.concatenate([RANDOM.normal(0.3, 0.0002, 500), RANDOM.normal(0.31, 0.0004, 500)])[:, None]
        model = GaussianMixture(2, random_state=0, tol=1e-9).fit(fine)
        assert np.sqrt(model.covariances_.ravel()) == pytest.approx([0.0002, 0.0004], rel=0.1)

    @pytest.mark.parametrize(
        ("samples", "weight", "words"),
        [
            ([[1.0], [np.nan]], None, "NaN"),
            ([[1.0], [np.inf]], None, "infinity"),
            ([1.0, 2.0], None, "2D"),
            (np.zeros((0, 2)), None, "0 sample"),
            ([[1.0]], None, "minimum of 2"),
            ([[1.0], [2.0]], [0, 0], "all zeros"),
            ([[1.0], [2.0]], [1, -1], "at least 0"),
            ([[1.0], [2.0]], [1, 2, 3], "expected"),
        ],
    )
    def test_what_cannot_be_fitted_is_said(self, samples, weight, words):
        with pytest.raises(ValueError, match=words):
            GaussianMixture(1).fit(samples, sample_weight=weight)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"n_components": 0},
            {"tol": -1},
            {"max_iter": 1.5},
            {"covariance_type": "round"},
            {"init_params": "luck"},
            {"n_init": 0},
            {"reg_covar": "much"},
        ],
    )
    def test_a_parameter_out_of_range_is_named(self, wrong):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            GaussianMixture(**wrong).fit(SAMPLES)

    def test_a_mixture_that_was_not_fitted_says_so(self):
        with pytest.raises(NotFittedError, match="not fitted"):
            GaussianMixture().predict(SAMPLES)
        with pytest.raises(ValueError, match="2 features"):
            GaussianMixture().fit(SAMPLES).predict(SAMPLES[:, :2])

    def test_a_sample_without_weight_is_not_there(self):
        far = np.concatenate([SAMPLES, [[1e9, 0, 0]]])
        weight = np.append(np.ones(len(SAMPLES)), 0)
        there = GaussianMixture(2, random_state=0).fit(far, sample_weight=weight)
        assert there.means_ == pytest.approx(GaussianMixture(2, random_state=0).fit(SAMPLES).means_)

"""The demos: points whose truth is known, and plain expectation maximization on them."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from sklearn.mixture import GaussianMixture as Theirs

from palette_studio.core.mixture.demos import EXAMPLES, MOST, demo
from palette_studio.core.tick import Canceled

SEEDS = range(12)
BOTH = pytest.mark.parametrize("name", EXAMPLES)


def deviations(components):
    return np.sqrt(components.covariances.diagonal(axis1=1, axis2=2))


@BOTH
def test_a_seed_fixes_the_points_and_every_iteration(name):
    one, same, other = demo(name, 3), demo(name, 3), demo(name, 4)
    assert (one.points == same.points).all()
    assert (one.log_likelihoods == same.log_likelihoods).all()
    assert (one.points != other.points).all()
    assert not one.points.flags.writeable


@BOTH
def test_the_points_are_those_of_their_groups(name):
    drawn = [demo(name, seed) for seed in range(20)]
    for n, group in enumerate(EXAMPLES[name]):
        points = np.concatenate([one.points[one.groups == n] for one in drawn])
        assert len(points) == 20 * group.count
        assert points.mean(axis=0) == pytest.approx(np.array(group.mean), abs=0.2)
        spread = np.cov(points, rowvar=False).reshape(len(group.mean), -1)
        assert spread == pytest.approx(np.array(group.covariance), rel=0.12, abs=0.12)


@BOTH
def test_the_fit_begins_at_points_with_the_covariance_of_all_and_equal_weights(name):
    made = demo(name, 0)
    start = made.trace[0]
    assert all((made.points == mean).all(axis=1).any() for mean in start.means)
    assert len(np.unique(start.means, axis=0)) == len(start)
    assert start.covariances == pytest.approx(
        np.stack([np.cov(made.points.T).reshape(start.means.shape[1], -1)] * 2)
    )
    assert (start.weights == 0.5).all()


@BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_the_likelihood_never_falls_and_the_end_stands_still(name, seed):
    made = demo(name, seed)
    assert len(made.log_likelihoods) == len(made.trace) == made.iterations + 1
    assert np.diff(made.log_likelihoods).min() > -1e-13
    still = [np.array_equal(a.means, b.means) for a, b in zip(made.trace, made.trace[1:], strict=False)]
    assert not any(still[:-1])
    assert still[-1] or made.iterations == MOST


def test_some_fits_never_stand_still_to_the_bit_and_are_ended():
    assert any(demo("plane", seed).iterations == MOST for seed in SEEDS)


@BOTH
def test_most_fits_find_the_truth(name):
    near = 0
    for seed in SEEDS:
        made = demo(name, seed)
        true, found = made.truth, made.trace[-1]
        off = np.abs(deviations(found) - deviations(true)).max()
        weights, means = (np.abs(getattr(found, what) - getattr(true, what)) for what in ("weights", "means"))
        near += means.max() < 0.7 and weights.max() < 0.06 and off < 0.35
    assert near >= 0.8 * len(SEEDS)


@BOTH
@pytest.mark.parametrize("seed", SEEDS[:4])
def test_from_the_same_beginning_scikit_learn_comes_to_the_same(name, seed):
    made = demo(name, seed)
    rounds = min(made.iterations, 120)
    start, end = made.trace[0], made.trace[rounds]
    model = Theirs(
        len(start),
        weights_init=start.weights,
        means_init=start.means,
        precisions_init=np.linalg.inv(start.covariances),
        max_iter=rounds,
        tol=0,
        reg_covar=0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(made.points)
    assert model.means_ == pytest.approx(end.means, abs=1e-6)
    assert model.weights_ == pytest.approx(end.weights, abs=1e-6)
    assert model.covariances_ == pytest.approx(end.covariances, abs=1e-6)
    assert model.score(made.points) == pytest.approx(made.log_likelihoods[rounds], abs=1e-6)


def test_a_fit_can_be_given_up():
    def tick(fraction, partial=None):
        raise Canceled

    with pytest.raises(Canceled):
        demo("line", 0, tick)

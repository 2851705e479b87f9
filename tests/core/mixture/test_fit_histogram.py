"""Mixtures of histograms: the published rounds, the pixels' own fit, laws, and counts that say little."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import read_photo
from palette_studio.core.mixture import fit_histogram
from palette_studio.core.mixture.ascent import Hill, Rules, rounds
from palette_studio.core.mixture.channels import counts, plane
from palette_studio.core.mixture.criteria import CRITERIA, choice
from palette_studio.core.mixture.line import Bins, LineMixture
from palette_studio.core.mixture.search import searched
from palette_studio.core.mixture.starts import STARTS
from palette_studio.core.tick import Canceled

RANDOM = np.random.default_rng(0)
TWO_HILLS = np.bincount(
    np.concatenate([RANDOM.normal(60, 12, 4000), RANDOM.normal(180, 20, 6000)])
    .round()
    .astype(int)
    .clip(0, 255),
    minlength=256,
)


@pytest.fixture(scope="session")
def gmm(shared_data):
    return shared_data / "gmm"


@pytest.fixture(scope="session")
def golden(gmm):
    return json.loads((gmm / "golden_em1d.json").read_text())


def counts_of(folder, name):
    path = next(
        p for p in (folder / "images" / f"{name}.png", folder / "synth1d" / f"{name}.png") if p.exists()
    )
    return counts(plane(read_photo(path).pixels, "gray"))


@pytest.mark.parametrize("k", [2, 3, 4])
def test_the_rounds_are_those_of_a_slow_reference(golden, gmm, k):
    for name, fits in golden.items():
        known = fits[str(k)]
        fit = fit_histogram(
            counts_of(gmm, name), k, iterations=20, tolerance=0, accelerate=False, floor=0, added=1e-6
        )
        for label, values in known.items():
            if not label.startswith("it") or not label[2:].isdigit():
                continue
            mine = fit.at(int(label[2:]))
            assert np.abs(mine.weights - values["w"]).max() < 1e-9, name
            assert np.abs(mine.means - values["mu"]).max() < 1e-9, name
            assert np.abs(mine.variances - values["var"]).max() < 2e-6 if label == "it0" else 1e-9, name
        first = known["ll_first"]
        assert np.abs(fit.log_likelihoods[: len(first)] - first).max() < 1e-9, name


def test_the_end_is_as_likely_as_the_reference_s_unless_that_one_collapsed_on_a_single_value(golden, gmm):
    for name, fits in golden.items():
        for k, known in fits.items():
            fit = fit_histogram(counts_of(gmm, name), int(k))
            assert fit.converged, (name, k)
            if min(known["final"]["var"]) > 1 / 12:
                assert fit.log_likelihood > known["ll_last"] - 1e-5, (name, k)


def test_a_histogram_is_fitted_as_its_pixels_are():
    from sklearn.mixture import GaussianMixture

    start = fit_histogram(TWO_HILLS, 2, iterations=0).mixture
    fit = fit_histogram(TWO_HILLS, 2, start=start, iterations=12, tolerance=0, accelerate=False)
    pixels = np.repeat(np.arange(256.0), TWO_HILLS)[:, None]
    theirs = GaussianMixture(
        2,
        weights_init=start.weights,
        means_init=start.means[:, None],
        precisions_init=1 / start.variances[:, None, None],
        max_iter=12,
        tol=0,
        reg_covar=0,
    )
    with pytest.warns(UserWarning):
        theirs.fit(pixels)
    assert np.abs(theirs.means_[:, 0] - fit.mixture.means).max() < 1e-8
    assert np.abs(np.sqrt(theirs.covariances_[:, 0, 0]) - fit.mixture.deviations).max() < 1e-8
    assert (theirs.predict(np.arange(256.0)[:, None]) == fit.mixture.labels(np.arange(256))).all()
    assert np.abs(fit.log_likelihoods[:12] - theirs.lower_bounds_).max() < 1e-10


@pytest.mark.parametrize("start", [*STARTS, "search"])
@pytest.mark.parametrize("accelerate", [True, False])
def test_the_likelihood_never_falls_and_newton_s_method_ends_no_lower(start, accelerate):
    fit = fit_histogram(TWO_HILLS, 3, start=start, accelerate=accelerate)
    assert np.diff(fit.log_likelihoods).min(initial=0) > -1e-13
    assert fit.log_likelihood == pytest.approx(fit.mixture.log_likelihood(fit.bins), abs=1e-12)
    if accelerate:
        plain = fit_histogram(TWO_HILLS, 3, start=start, accelerate=False, iterations=3000, tolerance=1e-13)
        assert fit.converged
        assert fit.log_likelihood > plain.log_likelihood - 1e-9


def test_newton_s_slope_and_curvature_are_those_of_the_likelihood():
    bins = Bins.of(TWO_HILLS)
    values = fit_histogram(bins, 3, iterations=2).mixture.values

    def moved(step):
        weights, means, widths = step.reshape(3, -1)
        new = np.stack(
            [
                values[0] * np.exp(weights),
                values[1] + means * np.sqrt(values[2]),
                values[2] * np.exp(2 * widths),
            ]
        )
        new[0] /= new[0].sum()
        return LineMixture.of(new).log_likelihood(bins)

    hill, h = Hill.at(values, bins), 1e-4
    axes = np.eye(9) * h
    slope = [(moved(a) - moved(-a)) / (2 * h) for a in axes]
    curve = [
        [(moved(a + b) - moved(a - b) - moved(b - a) + moved(-a - b)) / (4 * h * h) for b in axes]
        for a in axes
    ]
    assert np.abs(hill.slope - slope).max() < 1e-8
    assert np.abs(hill.curve - curve).max() < 1e-5


def test_moving_and_stretching_the_values_moves_and_stretches_the_mixture():
    bins = Bins.of(TWO_HILLS)
    fit = fit_histogram(bins, 2).mixture
    for factor, offset in ((1 / 255, 0.0), (1e6, 0.0), (1.0, 1e7), (257.0, 12.0)):
        other = Bins(bins.places * factor + offset, bins.shares, bins.total, factor)
        moved = fit_histogram(other, 2).mixture
        assert moved.means == pytest.approx(fit.means * factor + offset, rel=1e-6)
        assert moved.deviations == pytest.approx(fit.deviations * factor, rel=1e-6)
        assert moved.weights == pytest.approx(fit.weights, abs=1e-6)


def test_counts_may_be_shares_and_sixteen_bits():
    fit, shares = fit_histogram(TWO_HILLS, 2), fit_histogram(TWO_HILLS / TWO_HILLS.sum(), 2)
    assert shares.mixture.means == pytest.approx(fit.mixture.means, abs=1e-9)
    wide = np.zeros(65536)
    wide[np.arange(256) * 257] = TWO_HILLS
    found = fit_histogram(wide, 2).mixture
    assert Bins.of(wide).width == 257
    assert len(fit_histogram(wide, "auto").mixture) == 2
    assert found.means == pytest.approx(fit.mixture.means * 257, rel=1e-4)


def test_a_circle_has_no_end():
    angles = (
        np.concatenate([RANDOM.normal(355, 12, 5000), RANDOM.normal(120, 20, 5000)]).round().astype(int) % 360
    )
    counts = np.bincount(angles, minlength=360)
    fit = fit_histogram(Bins.of(counts, cyclic=True), 2, start="search").mixture
    assert fit.means == pytest.approx([120, 355], abs=1)
    assert fit.deviations == pytest.approx([20, 12], abs=1)
    turned = fit_histogram(Bins.of(np.roll(counts, 40), cyclic=True), 2, start="search").mixture
    assert sorted((turned.means - 40) % 360) == pytest.approx(fit.means, abs=1e-3)
    assert (fit.labels(np.array([2, 350, 100])) == [1, 1, 0]).all()


def test_a_locked_component_stays_while_the_others_settle():
    start = LineMixture.of(np.array([[0.5, 0.25, 0.25], [60.0, 150.0, 210.0], [144.0, 100.0, 100.0]]))
    fit = fit_histogram(TWO_HILLS, 3, start=start, locked=[1])
    assert (fit.trace[:, :, 1] == start.values[:, 1]).all()
    assert fit.mixture.weights.sum() == pytest.approx(1)
    assert np.diff(fit.log_likelihoods).min() > -1e-13
    assert fit.iterations > 1


def test_a_fit_goes_on_from_where_it_was_dragged_and_keeps_its_order():
    fit = fit_histogram(TWO_HILLS, 2)
    swapped = LineMixture.of(fit.mixture.values[:, ::-1] + np.array([[0], [5], [0]]))
    again = fit_histogram(TWO_HILLS, 2, start=swapped).mixture
    assert again.means == pytest.approx(fit.mixture.means[::-1], abs=1e-3)


def test_thresholds_lie_where_two_components_have_the_same_say():
    fit = fit_histogram(TWO_HILLS, 2)
    (place,) = fit.mixture.thresholds(fit.bins)
    assert abs(np.diff(fit.mixture.posteriors(np.array([place - 0.5, place + 0.5])), axis=0)[0]).max() < 0.2
    assert 90 < place < 140
    assert fit.mixture.posteriors(np.arange(256)).sum(axis=0) == pytest.approx(np.ones(256))


def test_a_fit_can_be_watched_and_stopped():
    seen = []
    fit_histogram(TWO_HILLS, 3, accelerate=False, tick=lambda fraction, partial=None: seen.append(partial))
    assert len(seen) > 2
    assert all(isinstance(mixture, LineMixture) for mixture in seen)

    def stop(fraction, partial=None):
        raise Canceled

    with pytest.raises(Canceled):
        fit_histogram(TWO_HILLS, 3, tick=stop)


class TestCountsThatSayLittle:
    @pytest.mark.parametrize("start", [*STARTS, "search"])
    @pytest.mark.parametrize("k", [1, 2, 3, 8])
    @pytest.mark.parametrize("values", [[77], [0, 255], [10, 11, 12], [0, 0, 0, 200]])
    def test_no_component_is_where_no_pixel_is(self, values, k, start):
        counts = np.bincount(values, minlength=256)
        mixture = fit_histogram(counts, k, start=start).mixture
        assert len(mixture) == min(k, len(set(values)))
        assert np.isfinite(mixture.values).all()
        assert mixture.weights.sum() == pytest.approx(1)
        assert (mixture.means >= min(values) - 1e-9).all()
        assert (mixture.means <= max(values) + 1e-9).all()
        assert (mixture.variances >= 1 / 12 - 1e-12).all()

    def test_automatic_numbers_of_components_are_sane(self):
        assert len(fit_histogram(np.bincount([77] * 50, minlength=256), "auto").mixture) == 1
        assert len(fit_histogram(np.bincount([0, 255] * 500, minlength=256), "auto").mixture) == 2
        assert len(fit_histogram(TWO_HILLS, "auto").mixture) == 2

    @pytest.mark.parametrize(
        ("counts", "words"),
        [
            (np.zeros(256), "no pixel"),
            ([], "one row"),
            (np.ones((2, 3)), "one row"),
            ([1, np.nan], "not numbers"),
            ([1, np.inf], "not numbers"),
            ([3, -1], "negative"),
        ],
    )
    def test_what_is_no_histogram_is_said(self, counts, words):
        with pytest.raises(ValueError, match=words):
            fit_histogram(np.array(counts), 2)

    @pytest.mark.parametrize(("k", "words"), [(0, "at least 1"), (-3, "at least 1"), ("many", "at least 1")])
    def test_what_is_no_number_of_components_is_said(self, k, words):
        with pytest.raises(ValueError, match=words):
            fit_histogram(TWO_HILLS, k)

    def test_unknown_names_are_said_with_those_there_are(self):
        with pytest.raises(ValueError, match="equal, quantiles"):
            fit_histogram(TWO_HILLS, 2, start="magic")
        with pytest.raises(ValueError, match="effective-bic"):
            fit_histogram(TWO_HILLS, "auto", criterion="magic")

    def test_clipped_ends_can_be_left_out(self):
        clipped = TWO_HILLS.copy()
        clipped[0] += 20000
        kept = Bins.of(clipped, ignore_ends=True)
        assert fit_histogram(kept, 2).mixture.means == pytest.approx(
            fit_histogram(TWO_HILLS, 2).mixture.means, abs=0.1
        )
        assert Bins.of(np.bincount([0, 255], minlength=256), ignore_ends=True).distinct == 2


def test_the_search_finds_nothing_less_likely_than_a_hundred_random_starts():
    bins = Bins.of(
        np.bincount(
            RANDOM.choice([10, 30, 90, 95, 200], 5000)
            + RANDOM.normal(0, 9, 5000).round().astype(int).clip(-10, 50),
            minlength=256,
        )
    )
    found = searched(bins, 4)
    for k in (2, 3, 4):
        best = max(fit_histogram(bins, k, start="random", seed=seed).log_likelihood for seed in range(100))
        assert found[k].height > best - 1e-7


def test_criteria_tell_how_many_components_the_synthetic_pictures_have(gmm):
    truth = json.loads((gmm / "synth1d" / "truth.json").read_text())
    right = 0
    for one in truth:
        counts = np.asarray(Image.open(gmm / "synth1d" / f"{one['name']}.png"))
        bins = Bins.of(np.bincount(counts.ravel(), minlength=256 if one["dtype"] == "uint8" else 65536))
        right += choice(bins).k == len(one["mu"])
    assert right >= 7
    assert set(CRITERIA) == {"effective-bic", "bic", "aic", "icl"}


def test_rounds_without_a_tick_agree_with_one_round_after_the_other():
    bins, values = Bins.of(TWO_HILLS), fit_histogram(TWO_HILLS, 2, iterations=0).mixture.values
    rules = Rules(np.zeros(2, bool), bins.floor)
    trace, heights = rounds(values, bins, rules, 6)
    for n in range(6):
        one, height = rounds(trace[n], bins, rules, 1)
        assert (one[1] == trace[n + 1]).all()
        assert height[0] == heights[n]

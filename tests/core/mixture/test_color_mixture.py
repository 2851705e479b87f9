"""Color mixtures: bins hold what pixels hold, rounds climb, labels are those of the densities."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from palette_studio.core import tiles
from palette_studio.core.color import srgb_to_lab, srgb_to_oklab
from palette_studio.core.mixture import color_bins
from palette_studio.core.mixture.color import finished, fit_colors, labels_of, posteriors_of
from palette_studio.core.mixture.color_bins import ColorBins
from palette_studio.core.mixture.components import Components

ROWS, COLUMNS = (0, 1, 2, 0, 0, 1), (0, 1, 2, 1, 2, 2)  # PAIRS


def picture(name: str, channels: int = 3, dtype: type = np.uint8) -> np.ndarray:
    """Return (60, 70) pixels: random ones, or those of a photo that is clipped at both ends."""
    random = np.random.default_rng(0)
    most = np.iinfo(dtype).max
    if name == "random":
        return random.integers(0, most + 1, (60, 70, channels)).astype(dtype)
    places = random.normal(0.5, 0.6, (60, 70, 1)) + random.normal(0, 0.05, (60, 70, channels))
    return np.rint(np.clip(places, 0, 1) * most).astype(dtype)


@pytest.fixture(scope="module")
def sample(coffee) -> np.ndarray:
    with Image.open(coffee) as image:
        return np.asarray(image.convert("RGB").reduce(2))


def space_of(name: str):
    return {
        "lab": srgb_to_lab,
        "oklab": lambda srgb: 100 * srgb_to_oklab(srgb),
        "rgb": lambda srgb: 100 * srgb,
    }[name]


# bins


@pytest.mark.parametrize("name", ["random", "clipped"])
def test_bins_hold_counts_means_and_covariances_of_their_pixels(name):
    pixels = picture(name)
    tally = color_bins._tallied(pixels, color_bins.no_tick)
    codes = np.flatnonzero(tally[:, 0])
    weight, means, roots = color_bins._in_srgb(codes, tally[codes])
    flat = pixels.reshape(-1, 3).astype(float)
    own = (pixels.reshape(-1, 3) >> 3).astype(int) @ (1024, 32, 1)
    assert np.array_equal(codes, np.unique(own))
    for n, code in enumerate(codes):
        inside = flat[own == code]
        assert weight[n] == len(inside)
        assert means[n] == pytest.approx(inside.mean(axis=0), abs=1e-9)
        assert roots[n] @ roots[n].T == pytest.approx(np.cov(inside.T, bias=True), abs=1e-6)


@pytest.mark.parametrize("space", ["lab", "oklab", "rgb"])
@pytest.mark.parametrize("name", ["random", "clipped"])
def test_all_bins_together_have_the_mean_and_covariance_of_the_picture(name, space):
    pixels = picture(name)
    bins = ColorBins.of(pixels, space)
    colors = space_of(space)(pixels.reshape(-1, 3) / 255)
    assert bins.total == len(colors) and bins.shares.sum() == pytest.approx(1)
    mean = bins.shares @ bins.places
    off = bins.places - mean
    second = bins.shares @ (bins.spreads + off[:, ROWS] * off[:, COLUMNS])
    wanted = np.cov(colors.T, bias=True)
    size = np.sqrt(np.trace(wanted))
    bent = {"lab": 0.01, "oklab": 0.1, "rgb": 1e-9}[space]  # within a bin; at black a cube root is steep
    assert mean == pytest.approx(colors.mean(axis=0), abs=bent * size)
    assert second == pytest.approx(wanted[ROWS, COLUMNS], abs=bent * size**2)


def test_flat_colors_are_in_bins_without_spread():
    pixels = np.array([[[10, 200, 30], [250, 0, 255]]] * 4, np.uint8)
    bins = ColorBins.of(pixels)
    colors = srgb_to_lab(pixels[0] / 255)
    assert np.abs(bins.spreads).max() < 1e-9
    assert all(np.abs(colors - place).max(axis=1).min() < 1e-6 for place in bins.places)


def test_pixels_that_do_not_show_are_left_out():
    pixels = picture("random", 4)
    pixels[:20, :, 3], pixels[20:, :, 3] = 0, np.maximum(pixels[20:, :, 3], 1)
    for one, other in zip(
        fields(ColorBins.of(pixels)), fields(ColorBins.of(pixels[20:, :, :3])), strict=True
    ):
        assert np.array_equal(one, other)


def fields(bins: ColorBins) -> tuple:
    return bins.places, bins.shares, bins.spreads, bins.total


@pytest.mark.parametrize("channels", [3, 4])
def test_deep_pixels_count_as_the_nearest_8_bits(channels):
    pixels = picture("clipped", channels, np.uint16)
    nearest = ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)
    for one, other in zip(fields(ColorBins.of(pixels)), fields(ColorBins.of(nearest)), strict=True):
        assert np.array_equal(one, other)
    components = fit_colors(ColorBins.of(pixels), 3).components
    assert np.array_equal(labels_of(pixels, components), labels_of(nearest, components))


def test_a_picture_in_which_nothing_shows_is_refused():
    for pixels in (np.zeros((0, 4, 3), np.uint8), np.zeros((3, 4, 4), np.uint8)):
        with pytest.raises(ValueError, match="no pixel that shows"):
            ColorBins.of(pixels)
    with pytest.raises(ValueError, match="lab, oklab or rgb"):
        ColorBins.of(picture("random"), "hsv")


# fits


@pytest.mark.parametrize("accelerate", [True, False])
@pytest.mark.parametrize("k", [2, 5])
def test_the_likelihood_never_falls(k, accelerate, sample):
    fit = fit_colors(ColorBins.of(sample), k, accelerate=accelerate, iterations=60)
    assert np.diff(fit.log_likelihoods).min() > -1e-9
    assert fit.log_likelihoods[-1] > fit.log_likelihoods[0]


def test_rounds_are_those_of_plain_em_on_the_bins(sample):
    bins = ColorBins.of(sample)
    fit = fit_colors(bins, 4, accelerate=False, iterations=5)
    values = [np.asarray(v) for v in (fit.trace[0].weights, fit.trace[0].means, fit.trace[0].covariances)]
    for step in fit.trace[1:]:
        values = plain_round(bins, *values)
        assert step.weights == pytest.approx(values[0], abs=1e-9)
        assert step.means == pytest.approx(values[1], abs=1e-7)
        assert step.covariances == pytest.approx(values[2], abs=1e-6)


def plain_round(bins, weights, means, covariances):
    """EM with all of a bin having one say, written down as it stands in books."""
    spreads = np.zeros((len(bins), 3, 3))
    spreads[:, ROWS, COLUMNS] = spreads[:, COLUMNS, ROWS] = bins.spreads
    logs = []
    for w, m, c in zip(weights, means, covariances, strict=True):
        off, sharp = bins.places - m, np.linalg.inv(c)
        square = np.einsum("ni,ij,nj->n", off, sharp, off) + np.einsum("ij,nji->n", sharp, spreads)
        logs.append(np.log(w) - 0.5 * (np.linalg.slogdet(2 * np.pi * c)[1] + square))
    logs = np.array(logs).T
    says = np.exp(logs - np.logaddexp.reduce(logs, axis=1)[:, None]) * bins.shares[:, None]
    total = says.sum(axis=0)
    new = says.T @ bins.places / total[:, None]
    spread = []
    for n in range(len(weights)):
        off = bins.places - new[n]
        outer = np.einsum("ni,nj->nij", off, off) + spreads
        spread.append(np.einsum("n,nij->ij", says[:, n], outer) / total[n])
    return [total, new, np.array(spread)]


def test_labels_after_ten_rounds_are_scikit_learns(sample):
    from sklearn.mixture import GaussianMixture

    start = fit_colors(ColorBins.of(sample), 5, iterations=0).components
    ours = fit_colors(ColorBins.of(sample), 5, start=start, iterations=10, tolerance=0, accelerate=False)
    colors = srgb_to_lab(sample.reshape(-1, 3) / 255)
    theirs = GaussianMixture(5, max_iter=10, tol=0, **beginning(start))
    with pytest.warns(UserWarning, match="did not converge"):
        theirs.fit(colors)
    same = theirs.predict(colors) == labels_of(sample, ours.components).ravel()
    assert same.mean() > 0.99


def test_a_finished_fit_is_the_one_that_scikit_learn_finds_in_the_pixels(sample):
    from sklearn.mixture import GaussianMixture

    fit = finished(fit_colors(ColorBins.of(sample), 5), ColorBins.distinct(sample))
    colors = srgb_to_lab(sample.reshape(-1, 3) / 255)
    theirs = GaussianMixture(5, max_iter=1000, tol=1e-8, **beginning(fit.trace[0])).fit(colors)
    same = theirs.predict(colors) == labels_of(sample, fit.components).ravel()
    assert same.mean() > 0.985
    assert fit.log_likelihood == pytest.approx(theirs.score(colors), abs=1e-4)


def beginning(start: Components) -> dict[str, np.ndarray]:
    precisions = np.linalg.inv(start.covariances)
    return {"weights_init": start.weights, "means_init": start.means, "precisions_init": precisions}


@pytest.mark.parametrize("space", ["lab", "oklab", "rgb"])
def test_a_fit_is_finished_in_its_order_and_gets_likelier_with_every_round(space, sample):
    fit = fit_colors(ColorBins.of(sample, space), 4)
    colors = ColorBins.distinct(sample, space)
    done = finished(fit, colors)
    assert done.converged and done.trace[: len(fit.trace)] == fit.trace
    assert len(done.trace) == len(done.log_likelihoods)
    assert np.diff(done.log_likelihoods).min() > -1e-9
    assert done.log_likelihood == pytest.approx(colors.sums(done.components).log_likelihood, abs=1e-12)
    assert (np.abs(done.components.means - fit.components.means) < 10).all()


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_color_that_shows_is_a_bin_of_its_own(dtype):
    pixels = picture("random", 4, dtype)
    pixels[:20, :, 3], pixels[20:, :, 3] = 0, np.maximum(pixels[20:, :, 3], 1)
    bins = ColorBins.distinct(pixels)
    shown = (
        pixels[20:].reshape(-1, 4) if dtype == np.uint8 else (pixels[20:].reshape(-1, 4) + 128.0) // 257
    )[:, :3]
    colors, count = np.unique(shown.astype(int), axis=0, return_counts=True)
    assert bins.total == len(shown) and not bins.spreads.any()
    order = np.lexsort(bins.places.T), np.lexsort(srgb_to_lab(colors / 255).T)
    assert bins.places[order[0]] == pytest.approx(srgb_to_lab(colors / 255)[order[1]], abs=1e-7)
    assert bins.shares[order[0]] == pytest.approx(count[order[1]] / len(shown))


def test_there_are_no_more_components_than_colors():
    pixels = np.array([[[255, 0, 0], [0, 0, 255]]] * 5, np.uint8)
    fit = fit_colors(ColorBins.of(pixels), 6)
    assert len(fit.components) == 2
    assert fit.components.weights == pytest.approx([0.5, 0.5])
    assert fit.components.means == pytest.approx(srgb_to_lab(pixels[0, ::-1] / 255), abs=1e-6)
    assert len(np.unique(labels_of(pixels, fit.components))) == 2


@pytest.mark.parametrize("k", [1, 4, "auto"])
def test_a_picture_of_one_color_has_one_component(k):
    pixels = np.full((8, 9, 3), (200, 30, 90), np.uint8)
    fit = fit_colors(ColorBins.of(pixels), k)
    assert len(fit.components) == 1
    assert fit.components.means[0] == pytest.approx(srgb_to_lab(pixels[0, 0] / 255), abs=1e-6)
    assert np.isfinite(fit.log_likelihood)
    assert not labels_of(pixels, fit.components).any()


def test_a_mixture_goes_on_from_where_it_is_told_in_its_order(sample):
    bins = ColorBins.of(sample)
    start = fit_colors(bins, 3, iterations=2).components.taken(np.array([2, 0, 1]))
    after = fit_colors(bins, 3, start=start).components
    assert np.argsort(after.means[:, 0]).tolist() == [1, 2, 0]


def test_a_locked_component_stays_while_the_others_settle(sample):
    bins = ColorBins.of(sample)
    start = fit_colors(bins, 4, iterations=2).components
    fit = finished(fit_colors(bins, 4, start=start, locked=[1]), ColorBins.distinct(sample), [1])
    for step in fit.trace:
        assert step.weights[1] == start.weights[1] and (step.means[1] == start.means[1]).all()
        assert (step.factors[1] == start.factors[1]).all()
        assert step.weights.sum() == pytest.approx(1)
    assert np.diff(fit.log_likelihoods).min() > -1e-9
    assert (np.abs(fit.components.means - start.means).max(axis=1)[[0, 2, 3]] > 0.1).all()
    free = finished(fit_colors(bins, 4, start=start), ColorBins.distinct(sample))
    assert free.log_likelihood > fit.log_likelihood


def test_components_are_ordered_by_lightness_and_the_number_may_be_found(sample):
    fit = fit_colors(ColorBins.of(sample), "auto")
    assert 2 <= len(fit.components) <= 10
    assert fit.scores is not None and fit.scores.argmin() + 1 == len(fit.components)
    assert (np.diff(fit.components.means[:, 0]) > 0).all()


def test_wrong_numbers_and_criteria_are_refused(sample):
    bins = ColorBins.of(sample[:4])
    for k in (0, -1, "many"):
        with pytest.raises(ValueError, match="at least 1 component"):
            fit_colors(bins, k)
    with pytest.raises(ValueError, match="number of components is found by"):
        fit_colors(bins, "auto", criterion="guess")


def test_any_number_of_threads_gives_the_same_fit(sample, monkeypatch):
    many = fit_colors(ColorBins.of(sample), 4, iterations=20)
    monkeypatch.setattr(tiles, "CORES", 1)
    alone = fit_colors(ColorBins.of(sample), 4, iterations=20)
    assert np.array_equal(many.log_likelihoods, alone.log_likelihoods)
    assert np.array_equal(many.components.factors, alone.components.factors)


# labels and posteriors


@pytest.mark.parametrize("space", ["lab", "oklab", "rgb"])
@pytest.mark.parametrize("channels", [3, 4])
def test_labels_and_posteriors_are_those_of_the_densities(space, channels):
    pixels = picture("clipped", channels)
    components = fit_colors(ColorBins.of(pixels, space), 4).components
    shares, labels = posteriors_of(pixels, components, space), labels_of(pixels, components, space)
    wanted = densities(components, space_of(space)(pixels[..., :3].reshape(-1, 3) / 255))
    wanted /= wanted.sum(axis=1, keepdims=True)
    assert shares.reshape(-1, 4) == pytest.approx(wanted, abs=1e-4)
    clear = np.diff(np.sort(wanted, axis=1)[:, -2:]).ravel() > 1e-3
    assert np.array_equal(labels.ravel()[clear], wanted.argmax(axis=1)[clear])
    assert (labels == shares.argmax(axis=2)).mean() > 0.999  # but for ties of rounded shares


def densities(components: Components, colors: np.ndarray) -> np.ndarray:
    result = []
    for weight, mean, spread in zip(
        components.weights, components.means, components.covariances, strict=True
    ):
        off = colors - mean
        square = np.einsum("ni,ij,nj->n", off, np.linalg.inv(spread), off)
        result.append(weight * np.exp(-0.5 * square) / np.sqrt(np.linalg.det(2 * np.pi * spread)))
    return np.array(result).T

"""Each way of transferring colors by what its paper promises, and the measures on what is known."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from test_transfer_laws import picture

from palette_studio.core.color import ciede2000, lab_to_srgb, srgb_to_lab
from palette_studio.core.palette import Palette, Swatch
from palette_studio.core.transfer import distances, transfer
from palette_studio.core.transfer.colors import Colors
from palette_studio.core.transfer.given import Recolor
from palette_studio.core.transfer.palettes import carried, plan
from palette_studio.core.transfer.regraining import Level, regrained
from palette_studio.core.transfer.reinhard import reinhard
from palette_studio.core.transfer.spaces import SPACES, from_lab, to_lab
from palette_studio.core.transfer.transport import histogram, iterative, linear, monge, spread


@pytest.fixture(scope="module")
def colors() -> tuple[np.ndarray, np.ndarray]:
    """(n, 3) floats of two pictures that stay inside the gamut when exchanged."""
    rng = np.random.default_rng(3)
    first = 0.5 + rng.normal(0, 0.04, (4000, 3)) @ np.array([[1, 0.3, 0], [0, 1, 0.2], [0.1, 0, 0.7]])
    second = np.array([0.6, 0.5, 0.4]) + rng.normal(0, 0.03, (5000, 3)) @ np.array(
        [[1, 0, 0.4], [0.5, 1, 0], [0, 0.3, 1]]
    )
    return first.astype(np.float32), second.astype(np.float32)


def given(fit: Callable[..., Recolor], colors: tuple[np.ndarray, np.ndarray], **how: object) -> np.ndarray:
    """Return the first colors as the fit gives them those of the second."""
    source, reference = (Colors(each[:, None]) for each in colors)
    return fit(source, reference, **how)(colors[0])


def test_lab_and_back_is_exact_to_16_bits():
    srgb = np.random.default_rng(0).random((5000, 3)).astype(np.float32)
    assert np.abs(from_lab(to_lab(srgb)) - srgb).max() < 0.3 / 65535 * 10
    places = SPACES["lalphabeta"]
    light = np.maximum(srgb, 0.1)
    assert np.abs(places.to_srgb(places.to_place(light)) - light).max() < 2e-3


@pytest.mark.parametrize("space", ["lab", "lalphabeta"])
def test_reinhard_gives_means_and_deviations(colors, space):
    one = SPACES[space]
    found, wanted = one.to_place(given(reinhard, colors, space=space)), one.to_place(colors[1])
    assert np.allclose(found.mean(0), wanted.mean(0), atol=0.02)
    assert np.allclose(found.std(0), wanted.std(0), rtol=0.02)


def test_the_linear_map_gives_the_reference_s_covariance(colors):
    (mean, found), (mean_wanted, wanted) = (
        spread(to_lab(each)) for each in (given(linear, colors), colors[1])
    )
    assert np.allclose(mean, mean_wanted, atol=0.05)
    assert np.allclose(found, wanted, atol=0.02 * np.trace(wanted))
    matrix = monge(found, 4 * found)
    assert np.allclose(matrix, matrix.T) and np.allclose(matrix, 2 * np.eye(3), atol=0.02)


def test_iterative_transfer_gives_marginals_along_any_axis(colors):
    found, wanted = given(iterative, colors), colors[1]
    for axis in np.random.default_rng(5).normal(size=(5, 3)):
        places = np.linspace(0.02, 0.98, 40)
        one, two = np.quantile(found @ axis, places), np.quantile(wanted @ axis, places)
        assert np.abs(one - two).max() < 0.05 * np.ptp(wanted @ axis)


def test_histograms_match_in_each_channel(colors):
    found = given(histogram, colors)
    for c in range(3):
        places = np.linspace(0.01, 0.99, 50)
        assert np.abs(np.quantile(found[:, c], places) - np.quantile(colors[1][:, c], places)).max() < 0.004


def test_regraining_keeps_the_gradients_where_the_photo_is_smooth():
    y, x = np.mgrid[:64, :64] / 64
    source = np.dstack([x, y, (x + y) / 2]).astype(np.float32) * 0.5 + 0.2
    noisy = source * 0.8 + np.random.default_rng(0).normal(0, 0.05, source.shape).astype(np.float32)

    def grained(colored: np.ndarray) -> np.ndarray:
        return regrained(Level(lambda a, b: source[a:b], lambda a, b: colored[a:b], (64, 64)))(0, 64)

    found = grained(noisy)
    off = [np.abs(np.diff(each, axis=1) - np.diff(source, axis=1)).mean() for each in (noisy, found)]
    assert off[1] < off[0] / 4
    assert np.allclose(grained(source), source, atol=1e-5)


def test_transport_between_palettes_is_exact():
    cost = np.array([[0.0, 1], [1, 0]])
    assert np.allclose(plan(np.array([0.5, 0.5]), np.array([0.5, 0.5]), cost), np.eye(2) / 2)
    assert np.allclose(plan(np.array([3.0, 1]), np.array([1.0, 1]), cost), [[0.5, 0.25], [0, 0.25]])


def palette(*colors: tuple[int, int, int]) -> Palette:
    return Palette(tuple(Swatch(color, coverage=1 / len(colors)) for color in colors))


def test_a_forced_pair_goes_where_it_is_sent_and_the_others_share_the_rest():
    found, wanted = palette((0, 0, 0), (250, 250, 250)), palette((20, 20, 40), (230, 230, 200))
    assert np.array_equal(carried(found, wanted).colors, wanted.colors)
    crossed = carried(found, wanted, [(0, 1)])
    assert np.array_equal(crossed.colors, wanted.colors[::-1])
    with pytest.raises(ValueError, match="one color only"):
        carried(found, wanted, [(0, 1), (0, 0)])


@pytest.mark.parametrize("method", ["full-color-even", "full-color", "full-color-fast"])
def test_full_color_comes_near_the_colors_and_keeps_the_structure(method):
    source, reference = picture(1, (96, 128)), picture(4, (96, 128))
    before = distances.scores(source, source, reference)
    after = distances.scores(transfer(source, reference, method=method), source, reference)
    assert after.swd < 0.4 * before.swd
    assert after.structure > 0.6
    assert after.grain < 2


def test_full_color_of_a_large_photo_is_that_of_a_small_one():
    source, reference = picture(1, (64, 96)), picture(4, (64, 96))
    large = np.kron(source, np.ones((3, 3, 1), np.uint8))
    small = transfer(source, reference).astype(int)
    off = np.abs(
        transfer(large, np.kron(reference, np.ones((3, 3, 1), np.uint8)))[1::3, 1::3].astype(int) - small
    )
    assert off.mean() < 3


def test_the_cyclic_distance_is_the_least_over_all_cuts():
    rng = np.random.default_rng(0)
    for _ in range(20):
        p, q = rng.random((2, 16)) ** 4
        p, q = p / p.sum(), q / q.sum()
        cuts = [np.sqrt(np.mean(np.cumsum(np.roll(p, -u) - np.roll(q, -u)) ** 2)) for u in range(16)]
        assert distances.cyclic_emd(p, q) == pytest.approx(min(cuts), abs=1e-12)
        assert distances.cyclic_emd(np.roll(p, 5), np.roll(q, 5)) == pytest.approx(min(cuts), abs=1e-12)


def test_measures_of_a_picture_with_itself_and_with_noise():
    pixels = picture(1, (96, 96))
    same = distances.scores(pixels, pixels, pixels)
    assert same.emd == same.emd_weighted == same.swd == 0
    assert same.structure == pytest.approx(1) and same.information == pytest.approx(1) and same.grain == 1
    noise = np.random.default_rng(0).integers(0, 256, pixels.shape, np.uint8)
    off = distances.scores(noise, pixels, pixels)
    assert off.structure < 0.2 and off.grain > 5 and off.swd > 10 and off.information < 0.5


def test_sliced_wasserstein_of_a_shift_in_lightness_is_its_mean_projection():
    one, two = (np.full((8, 8, 3), level, np.uint8) for level in (100, 130))
    apart = abs(float(np.diff([to_lab(np.full((1, 3), v / 255))[0, 0] for v in (100, 130)])[0]))
    assert distances.sliced_wasserstein(one, two) == pytest.approx(apart / 2, rel=0.15)


@pytest.mark.parametrize("method", ["full-color-even", "full-color", "full-color-fast"])
def test_like_colors_change_alike_where_one_map_of_all_colors_does_it(method):
    source = picture(1, (80, 112))
    lab = srgb_to_lab(source / 255) * [0.8, 0.7, 0.7] + [8, 4, 10]
    graded = np.rint(np.clip(lab_to_srgb(lab), 0, 1) * 255).astype(np.uint8)
    found = transfer(source, graded[::-1, ::-1], method=method)
    assert ciede2000(srgb_to_lab(found / 255), lab).mean() < 0.5


def test_one_color_in_two_places_becomes_one_color_by_the_even_way():
    """A gray wall left and right of a red field: what stands beside it must not decide what it becomes."""
    rng = np.random.default_rng(3)
    source = np.full((60, 120, 3), 150.0)
    source[:, 40:70] = (190, 40, 30)
    source += np.linspace(-12, 12, 120)[None, :, None] + rng.normal(0, 3, source.shape)
    reference = np.full((60, 120, 3), (60.0, 90, 160))
    reference[:, 60:] = (235, 235, 240)
    reference[:20] = (120, 90, 50)
    reference += rng.normal(0, 6, reference.shape)
    source, reference = (each.clip(0, 255).astype(np.uint8) for each in (source, reference))

    def apart(method: str) -> float:
        """Return how far pixels of one gray, at places apart, end from each other, in Lab."""
        lab = srgb_to_lab(transfer(source, reference, method=method) / 255)
        same = np.abs(source.astype(int) - 150).max(-1) <= 4
        same[:, 40:70] = False
        return float(lab[same].std(0).mean())

    assert apart("full-color-even") < 0.75 * apart("full-color")

"""Palettes that a picture loses least in: laws, and peers on small crops."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from palette_pictures import KODAK, SAMPLES, meadow, photo, psnr, with_alpha
from PIL import Image
from skimage.metrics import structural_similarity

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.color_histogram import Points
from palette_studio.core.extract.clusters import assigned, clustered
from palette_studio.core.nearest import METRICS, nearest
from palette_studio.core.quantize import METRIC_OF, MODES, quantize
from palette_studio.core.quantize.count import SEEN, SIZES
from palette_studio.core.quantize.spaces import even_to_srgb, srgb_to_even
from palette_studio.core.tick import Canceled

LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601


@pytest.fixture(scope="module")
def coffee_small():
    return photo(SAMPLES / "coffee.jpg", 220)


def rgb(palette):
    return [swatch.color for swatch in palette.swatches]


def mapped(pixels, palette, mode):
    return palette.colors[nearest(pixels, palette.colors, metric=METRIC_OF[mode])]


@pytest.mark.parametrize("mode", MODES)
def test_the_palette_has_the_colors_asked_for_by_ascending_lightness(mode, coffee_small):
    for k in (2, 16, 64, 256):
        palette = quantize(coffee_small, k, mode=mode)
        assert k - k // 16 <= len(palette) <= k
        assert (np.diff(srgb_to_lab(palette.colors / 255)[:, 0]) >= 0).all()
        assert sum(swatch.coverage for swatch in palette.swatches) == pytest.approx(1)


@pytest.mark.parametrize("mode", MODES)
def test_more_colors_lose_less(mode, coffee_small):
    losses = [
        -psnr(coffee_small, mapped(coffee_small, quantize(coffee_small, k, mode=mode), mode))
        for k in (4, 16, 64, 256)
    ]
    assert losses == sorted(losses, reverse=True)


@pytest.mark.parametrize("mode", MODES)
def test_where_pixels_lie_does_not_matter(mode, coffee_small):
    shuffled = np.random.default_rng(0).permutation(coffee_small.reshape(-1, 3)).reshape(1, -1, 3)
    assert quantize(shuffled, 24, mode=mode) == quantize(coffee_small, 24, mode=mode)


def test_how_many_threads_there_are_does_not_matter(coffee_small, monkeypatch):
    many = quantize(coffee_small, 48)
    monkeypatch.setattr("palette_studio.core.tiles.CORES", 1)
    assert quantize(coffee_small, 48) == many


@given(
    st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=12, unique=True),
    st.sampled_from(tuple(MODES)),
)
@settings(max_examples=40, deadline=None)
def test_a_picture_of_k_colors_gives_exactly_those(colors, mode):
    pixels = np.repeat(np.array(colors, np.uint8)[None], 3, axis=0)
    assert set(rgb(quantize(pixels, max(2, len(colors)), mode=mode))) == set(colors)


def test_more_colors_than_are_searched_one_by_one_are_binned_first(monkeypatch, coffee_small):
    one_by_one = psnr(coffee_small, mapped(coffee_small, quantize(coffee_small, 32), "photo"))
    monkeypatch.setattr("palette_studio.core.extract.clusters.MANY", 1000)
    binned = psnr(coffee_small, mapped(coffee_small, quantize(coffee_small, 32), "photo"))
    assert binned == pytest.approx(one_by_one, abs=0.15)


@pytest.mark.parametrize("mode", MODES)
def test_locked_colors_stay_and_count(mode, coffee_small):
    locked = [(255, 0, 255), (0, 0, 0), (123, 99, 71)]
    palette = quantize(coffee_small, 12, mode=mode, locked=locked)
    assert len(palette) == 12
    assert {swatch.color for swatch in palette.swatches if swatch.locked} == set(locked)
    assert set(rgb(quantize(coffee_small, 2, mode=mode, locked=locked))) == set(locked)


def test_what_is_locked_already_is_not_found_twice(coffee_small):
    first = quantize(coffee_small, 8)
    again = quantize(coffee_small, 12, locked=rgb(first)[:4])
    assert psnr(coffee_small, mapped(coffee_small, again, "photo")) > psnr(
        coffee_small, mapped(coffee_small, first, "photo")
    )


def test_a_picture_of_few_colors_keeps_locked_ones_beside_its_own():
    pixels = np.zeros((4, 4, 3), np.uint8)
    assert rgb(quantize(pixels, 4, locked=[(255, 255, 255)])) == [(0, 0, 0), (255, 255, 255)]


def test_pixels_vote_by_their_alpha(coffee_small):
    alpha = np.where(np.arange(coffee_small.shape[0]) % 3 == 0, 0, 255)[:, None]
    some = with_alpha(coffee_small, alpha * np.ones(coffee_small.shape[:2]))
    shown = coffee_small[np.arange(len(coffee_small)) % 3 != 0]
    assert rgb(quantize(some, 16)) == rgb(quantize(shown, 16))
    assert rgb(quantize(np.zeros((5, 5, 4), np.uint8), 4)) == [(0, 0, 0)]


def test_sixteen_bits_give_what_their_eight_give(coffee_small):
    assert quantize(coffee_small.astype(np.uint16) * np.uint16(257), 9) == quantize(coffee_small, 9)


def red(colors):
    lab = srgb_to_lab(colors / 255)
    return (lab[:, 1] > 45) & (lab[:, 2] > 15)


@pytest.mark.parametrize("mode", MODES)
def test_an_automatic_count_is_the_first_that_leaves_hardly_a_difference(mode, coffee_small):
    def off(palette):
        shown = mapped(coffee_small, palette, mode) / 255
        return ciede2000(srgb_to_lab(coffee_small / 255), srgb_to_lab(shown)).mean()

    palettes = (quantize(coffee_small, size, mode=mode) for size in SIZES)
    assert quantize(coffee_small, "auto", mode=mode) == next(p for p in palettes if off(p) <= SEEN)


@pytest.mark.parametrize("mode", MODES)
def test_a_red_flower_is_in_a_palette_of_eight(mode):
    assert red(quantize(meadow(), 8, mode=mode).colors).any()
    assert not red(quantize(meadow(0), 8, mode=mode).colors).any()


@pytest.mark.parametrize("name", ["astronaut", "mountain-path", "cat"])
def test_each_mode_is_the_best_of_the_three_by_its_own_measure(name):
    pixels = photo(SAMPLES / f"{name}.jpg", 250)
    lab, loss = srgb_to_lab(pixels / 255), {}
    for mode in MODES:
        result = mapped(pixels, quantize(pixels, 32, mode=mode), mode)
        similar = structural_similarity(pixels @ LUMA, result @ LUMA, data_range=255)
        difference = float(ciede2000(lab, srgb_to_lab(result / 255)).mean())
        loss[mode] = {"photo": -psnr(pixels, result), "perceptual": difference, "structure": -float(similar)}
    for mode in MODES:
        assert min(loss, key=lambda other: loss[other][mode]) == mode


@pytest.mark.skipif(not KODAK.is_dir(), reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("mode", MODES)
def test_a_vivid_spot_on_a_real_photo_is_in_a_palette_of_eight(mode):
    pixels = photo(KODAK / "13.webp")
    pixels[300:342, 400:445] = (200, 30, 45)  # 0.5 %
    red_lab = srgb_to_lab(np.array([200, 30, 45]) / 255)
    lab = srgb_to_lab(quantize(pixels, 8, mode=mode).colors / 255)
    assert np.linalg.norm(lab - red_lab, axis=1).min() < 12


@pytest.mark.skipif(not KODAK.is_dir(), reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("name", ["13", "19", "23"])
def test_photo_mode_is_far_above_pillows_median_cut(name):
    pixels = photo(KODAK / f"{name}.webp", 300)
    for k in (16, 64):
        image = Image.fromarray(pixels).quantize(k, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        ours = mapped(pixels, quantize(pixels, k), "photo")
        assert psnr(pixels, ours) > psnr(pixels, np.asarray(image.convert("RGB"))) + 1


def test_clusters_beat_plain_rounds_from_many_random_starts():
    random = np.random.default_rng(0)
    place = random.normal(size=(40, 1, 3)) * 10 + random.normal(size=(40, 30, 3))
    points = Points(np.ascontiguousarray(place.reshape(-1, 3)), random.uniform(0.1, 5, 1200))
    ours = clustered(points, 24, np.zeros((0, 3))).error
    for _ in range(10):
        centers = points.place[random.choice(1200, 24, replace=False)]
        for _ in range(30):
            label = ((points.place[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)
            for i in np.unique(label):
                centers[i] = np.average(points.place[label == i], axis=0, weights=points.weight[label == i])
        squared = ((points.place[:, None] - centers) ** 2).sum(axis=2).min(axis=1)
        assert ours <= (squared * points.weight).sum() * 1.001


@pytest.mark.parametrize("k", [1, 2, 20, 25, 26, 200])
def test_every_point_is_with_its_nearest_center(k):
    random = np.random.default_rng(0)
    points = Points(random.uniform(size=(5000, 3)), random.uniform(size=5000))
    centers = random.uniform(size=(k, 3)) ** 3
    clusters = assigned(points, centers, 0, random.integers(0, k, 5000))
    squared = ((points.place[:, None] - centers) ** 2).sum(axis=2)
    assert (clusters.label == squared.argmin(axis=1)).all()
    assert clusters.error == pytest.approx((squared.min(axis=1) * points.weight).sum())
    assert clusters.weight == pytest.approx(np.bincount(clusters.label, points.weight, k))


def test_even_distances_are_close_to_ciede2000_and_lead_back():
    random = np.random.default_rng(0)
    srgb = random.uniform(size=(2000, 3))
    assert even_to_srgb(srgb_to_even(srgb)) == pytest.approx(srgb, abs=1e-4)
    other = np.clip(srgb + random.normal(0, 0.02, srgb.shape), 0, 1)
    want = ciede2000(srgb_to_lab(srgb), srgb_to_lab(other))
    even = np.linalg.norm(srgb_to_even(srgb) - srgb_to_even(other), axis=1)
    plain = np.linalg.norm(srgb_to_lab(srgb) - srgb_to_lab(other), axis=1)
    assert np.median(np.abs(np.log(even / want))) < 0.15
    assert np.std(np.log(even / want)) < np.std(np.log(plain / want)) / 2


def test_every_mode_is_mapped_by_a_metric_there_is():
    assert METRIC_OF.keys() == MODES.keys()
    assert set(METRIC_OF.values()) <= set(METRICS)


def test_what_makes_no_sense_is_refused():
    pixels = np.zeros((4, 4, 3), np.uint8)
    for k in (0, 1, 257, 2.5, "many"):
        with pytest.raises(ValueError, match="k is"):
            quantize(pixels, k)
    with pytest.raises(ValueError, match="'vivid' is no mode; there are photo"):
        quantize(pixels, 4, mode="vivid")


def test_a_tick_that_cancels_stops_the_search(coffee_small):
    calls = []

    def tick(fraction, partial=None):
        calls.append(fraction)
        if len(calls) > 9:
            raise Canceled

    with pytest.raises(Canceled):
        quantize(coffee_small, 64, tick=tick)
    assert calls == sorted(calls)

"""Every way to find a palette: the laws they share, and what each is known for."""

import numpy as np
import pytest
from palette_pictures import KODAK, SAMPLES, meadow, photo, psnr, with_alpha
from PIL import Image

from palette_studio.core.color import srgb_to_lab, srgb_to_oklab
from palette_studio.core.extract import METHODS, ColorHistogram, extract
from palette_studio.core.extract.median_cut import median_cut
from palette_studio.core.extract.octree import octree
from palette_studio.core.extract.wu import wu
from palette_studio.core.nearest import nearest

OURS = ("kmeans", "kmeans-oklab", "median-cut", "wu", "octree")
PATCHES = np.array([(10, 10, 12), (200, 30, 40), (30, 60, 190), (240, 220, 60), (250, 250, 250)], np.uint8)
NONE = np.zeros((0, 3))


def rgb(palette):
    return [swatch.color for swatch in palette.swatches]


@pytest.fixture(scope="module")
def cat():
    return photo(SAMPLES / "cat.jpg", 200)


@pytest.mark.parametrize("method", METHODS)
def test_few_colors_come_back_exactly(method):
    pixels = np.repeat(PATCHES[None], 9, axis=0)
    assert set(rgb(extract(pixels, 5, method=method))) == {tuple(color) for color in PATCHES.tolist()}
    assert set(rgb(extract(pixels, 200, method=method))) == {tuple(color) for color in PATCHES.tolist()}


@pytest.mark.parametrize("k", [2, 7, 32, 256])
@pytest.mark.parametrize("method", OURS)
def test_a_photo_gives_as_many_as_asked(method, k, cat):
    palette = extract(cat, k, method=method)
    assert k - k // 16 <= len(palette) <= k  # two centers may round to one color
    assert sum(swatch.coverage for swatch in palette.swatches) == pytest.approx(1)


@pytest.mark.parametrize("method", METHODS)
def test_where_pixels_lie_does_not_matter(method, cat):
    shuffled = np.random.default_rng(0).permutation(cat.reshape(-1, 3)).reshape(100, -1, 3)
    assert extract(cat, 8, method=method) == extract(shuffled, 8, method=method)


@pytest.mark.parametrize("method", METHODS)
def test_locked_colors_are_fixed_centers(method, cat):
    locked = [(255, 0, 255), (1, 2, 3), (90, 120, 90)]
    palette = extract(cat, 8, method=method, locked=locked)
    assert {swatch.color for swatch in palette.swatches if swatch.locked} == set(locked)
    assert 4 <= len(palette) <= 8
    assert set(rgb(extract(cat, 2, method=method, locked=locked))) == set(locked)


@pytest.mark.parametrize("method", OURS)
def test_what_a_locked_color_shows_needs_no_other(method):
    halves = np.concatenate([meadow(0)[60:], np.full((140, 300, 3), (230, 40, 200), np.uint8)], axis=1)
    palette = extract(halves, 4, method=method, locked=[(230, 40, 200)])
    lab = srgb_to_lab(palette.colors / 255)
    magenta = srgb_to_lab(np.array([230, 40, 200]) / 255)
    assert (np.linalg.norm(lab - magenta, axis=1) < 25).sum() == 1


@pytest.mark.parametrize("method", METHODS)
def test_pixels_vote_by_how_much_they_show(method, cat):
    clear = with_alpha(cat, np.where(np.arange(cat.shape[1]) < 60, 0, 255) * np.ones(cat.shape[:2]))
    assert rgb(extract(clear, 6, method=method)) == rgb(extract(cat[:, 60:], 6, method=method))
    even = with_alpha(cat, np.full(cat.shape[:2], 85))
    for soft, whole in zip(
        extract(even, 6, method=method).swatches, extract(cat, 6, method=method).swatches, strict=True
    ):
        assert np.abs(np.subtract(soft.color, whole.color)).max() <= 1
        assert soft.coverage == pytest.approx(whole.coverage, abs=1e-3)


@pytest.mark.parametrize("method", METHODS)
def test_auto_asks_the_error(method, cat):
    assert 2 <= len(extract(cat, "auto", method=method)) <= 32


@pytest.mark.parametrize("method", OURS)
def test_auto_counts_three_to_ten(method, cat):
    assert 3 <= len(extract(cat, "auto", method=method)) <= 10


def is_red(palette):
    lab = srgb_to_lab(palette.colors / 255)
    return ((lab[:, 1] > 45) & (lab[:, 2] > 15)).any()


@pytest.mark.parametrize("method", OURS)
def test_a_red_flower_is_in_a_palette_of_eight(method):
    assert is_red(extract(meadow(), 8, method=method))
    assert not is_red(extract(meadow(0), 8, method=method))


@pytest.mark.parametrize("method", OURS)
def test_three_stray_pixels_are_no_flower(method):
    stray = meadow(0)
    stray[100, 100:103] = (205, 25, 35)
    assert not is_red(extract(stray, 6, method=method))


@pytest.mark.skipif(not KODAK.is_dir(), reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("method", OURS)
def test_every_vivid_region_of_a_real_photo_is_in_its_palette(method):
    pixels = photo(KODAK / "14.webp")
    pixels = np.concatenate([pixels, np.full((3, pixels.shape[1], 3), (215, 30, 160), np.uint8)])  # 0.6 %
    place = srgb_to_oklab(extract(pixels, 8, method=method).colors / 255)
    pink = srgb_to_oklab(np.array([215, 30, 160]) / 255)
    assert np.linalg.norm(place - pink, axis=1).min() < 0.06


def test_wu_is_near_pillows_best_and_above_its_median_cut(cat):
    def by_pillow(k):
        image = Image.fromarray(cat).quantize(k, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        return psnr(cat, np.asarray(image.convert("RGB")))

    for k in (8, 32, 128):
        colors = extract(cat, k, method="wu").colors
        assert psnr(cat, colors[nearest(cat, colors)]) > by_pillow(k)


def test_median_cut_gives_each_swatch_about_as_many_pixels():
    pixels = np.random.default_rng(0).normal(120, 25, (100, 100, 3)).clip(0, 255).astype(np.uint8)
    histogram = ColorHistogram.of(pixels)
    centers = np.rint(median_cut(histogram, 2, NONE) * 255)
    share = np.bincount(nearest(pixels, centers.astype(np.uint8)).reshape(-1)) / 10_000
    assert share == pytest.approx([0.5, 0.5], abs=0.05)
    assert len(median_cut(histogram, 100, NONE)) == 100


def test_an_octree_of_eight_has_a_leaf_in_each_octant():
    random = np.random.default_rng(0)
    histogram = ColorHistogram.of(random.integers(0, 256, (100, 100, 3)).astype(np.uint8))
    centers = octree(histogram, 8, NONE)
    assert len({tuple(octant) for octant in (centers > 0.5).tolist()}) == 8
    assert len(octree(histogram, 11, NONE)) == 11


def test_wu_cuts_between_two_heaps_first():
    heaps = np.concatenate([np.full((10, 10, 3), 40), np.full((10, 2, 3), 200)], axis=1)
    heaps = np.clip(heaps + np.random.default_rng(0).integers(-9, 10, heaps.shape), 0, 255).astype(np.uint8)
    centers = wu(ColorHistogram.of(heaps), 2, NONE) * 255
    assert sorted(np.rint(centers.mean(axis=1) / 10).tolist()) == [4, 20]


def test_a_histogram_has_every_color_once_with_its_alpha():
    random = np.random.default_rng(0)
    pixels = random.integers(0, 4, (70, 90, 4)).astype(np.uint8) * 85
    histogram = ColorHistogram.of(pixels)
    codes, inverse = np.unique(pixels[..., :3].reshape(-1, 3), axis=0, return_inverse=True)
    alpha = np.bincount(inverse, pixels[..., 3].reshape(-1) / 255)
    order = np.lexsort(histogram.colors.T[::-1])
    assert (histogram.colors[order] == codes[alpha > 0]).all()
    assert histogram.weight[order] == pytest.approx(alpha[alpha > 0])
    assert histogram.weight.sum() == pytest.approx(pixels[..., 3].sum() / 255)


def test_bins_have_the_mean_of_their_colors():
    pixels = np.random.default_rng(0).integers(0, 256, (50, 60, 3)).astype(np.uint8)
    histogram = ColorHistogram.of(pixels)
    points = histogram.bins("lab", 2)
    assert points.weight.sum() == pytest.approx(3000)
    assert len(points.weight) == 64
    first = points.holds == points.holds[0]
    want = np.average(srgb_to_lab(histogram.colors[first] / 255), axis=0, weights=histogram.weight[first])
    assert points.place[points.holds[0]] == pytest.approx(want)
    assert len({tuple(cell) for cell in (histogram.colors[first] >> 6).tolist()}) == 1

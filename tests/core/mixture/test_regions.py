"""Pictures divided by a mixture: smooth labels, regions that hang together, and which become one."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from palette_studio.core import tiles
from palette_studio.core.mixture import regions as merging
from palette_studio.core.mixture import smoothing
from palette_studio.core.mixture.channels import bins, plane
from palette_studio.core.mixture.color import ColorBins, fit_colors, labels_of, posteriors_of
from palette_studio.core.mixture.histogram import fit_histogram
from palette_studio.core.mixture.segment import NONE, RegionOptions, label_sums, segmented, soft_mask
from palette_studio.core.mixture.smoothing import Small, _moved
from palette_studio.core.tick import Canceled, no_tick

PLAIN = RegionOptions(smooth=0, least=0, merge=0)
STEP = 1 / 255  # masks are rounded where shares end that are laid end to end


@pytest.fixture(scope="module")
def sample(coffee) -> np.ndarray:
    with Image.open(coffee) as image:
        return np.asarray(image.convert("RGB").reduce(2))


@pytest.fixture(scope="module")
def mixture(sample):
    return fit_colors(ColorBins.of(sample), 4).components


@pytest.fixture
def flag() -> np.ndarray:
    """Red, white and blue stripes with noise, and a spot of blue in the white."""
    random = np.random.default_rng(0)
    pixels = np.full((60, 90, 3), (200.0, 30.0, 40.0))
    pixels[:, 30:60], pixels[:, 60:] = (240, 240, 235), (20, 60, 160)
    pixels[28:30, 44:47] = (20, 60, 160)
    return np.clip(pixels + random.normal(0, 6, pixels.shape), 0, 255).astype(np.uint8)


def whole(pixels: np.ndarray) -> Small:
    return Small.of(pixels, np.ones(pixels.shape[:2], bool))


# labels


def test_without_smoothing_labels_are_the_likeliest_components(sample, mixture):
    found = segmented(sample, mixture, "lab", PLAIN)
    assert np.mean(found.labels == labels_of(sample, mixture)) > 0.97  # but for regions of a pixel or two
    assert found.mask(1) / 255 == pytest.approx(posteriors_of(sample, mixture)[..., 1], abs=STEP)


def test_filtered_posteriors_are_those_of_the_guided_filter_of_opencv(sample, mixture):
    found = segmented(sample, mixture, "lab", RegionOptions(smooth=5, least=0))
    guide = sample.astype(np.float32)  # 0..255: OpenCV's inverses are imprecise for a guide of 0..1
    shares = posteriors_of(sample, mixture)
    wanted = [
        cv2.ximgproc.guidedFilter(guide, np.ascontiguousarray(share), 5, smoothing.EDGE * 255**2)
        for share in np.moveaxis(shares, 2, 0)
    ]
    wanted = np.clip(np.array(wanted), 0, None)
    wanted /= wanted.sum(axis=0)
    for n in range(4):
        assert found.mask(n) / 255 == pytest.approx(wanted[n], abs=2e-3 + STEP)
    assert np.mean(found.labels == wanted.argmax(axis=0)) > 0.98  # but for regions of a pixel or two


def test_a_large_picture_is_filtered_as_a_small_one(sample, mixture):
    large = cv2.resize(sample, None, fx=5, fy=5, interpolation=cv2.INTER_CUBIC)
    small = cv2.resize(large, (512, 341), interpolation=cv2.INTER_AREA)
    here, there = (segmented(pixels, mixture, "lab", RegionOptions(merge=0)) for pixels in (small, large))
    seen = cv2.resize(there.mask(2), (512, 341), interpolation=cv2.INTER_AREA)
    assert np.abs(seen.astype(int) - here.mask(2)).mean() < 0.01 * 255


@pytest.mark.parametrize("space", ["lab", "oklab"])
@pytest.mark.parametrize("smooth", [0, 8])
def test_masks_sum_to_all_of_a_pixel_and_some_together_are_the_sum_of_theirs(space, smooth, sample):
    mixture = fit_colors(ColorBins.of(sample, space), 3).components
    found = segmented(sample, mixture, space, RegionOptions(smooth, rounds=2 if smooth else 0))
    alone = [found.mask(n) for n in range(3)]
    assert (sum(mask.astype(int) for mask in alone) == 255).all()
    assert np.array_equal(found.mask(2, 0), alone[0] + alone[2])
    if smooth:
        found = segmented(sample, mixture, space)
    assert np.array_equal(soft_mask(sample, mixture, space, [0, 2], smooth), found.mask(0, 2))
    with pytest.raises(ValueError, match="0 to 2"):
        found.mask(3)


def test_rounds_of_places_own_weights_quieten_noise(flag):
    noisy = np.clip(flag + np.random.default_rng(1).normal(0, 60, flag.shape), 0, 255).astype(np.uint8)
    mixture = fit_colors(ColorBins.of(noisy), 3).components
    wrong = []
    for rounds in (0, 8):
        labels = segmented(noisy, mixture, "lab", RegionOptions(smooth=0, rounds=rounds, least=0)).labels
        stripes = [labels[:, 30 * n : 30 * n + 30].ravel() for n in range(3)]
        wrong.append(sum(len(stripe) - np.bincount(stripe).max() for stripe in stripes))
    assert wrong[1] < 0.7 * wrong[0]


def test_spread_is_what_its_authors_wrote(sample, mixture):
    shares, small = posteriors_of(sample, mixture), whole(sample)
    found = smoothing.spread(shares, mixture.weights, 1, small, no_tick)
    density = shares / mixture.weights
    size = (2 * smoothing.REACH + 1,) * 2
    around = np.dstack(
        [cv2.blur(one, size, borderType=cv2.BORDER_REFLECT) for one in np.moveaxis(shares, 2, 0)]
    )
    wanted = around * density
    assert found == pytest.approx(wanted / wanted.sum(axis=2, keepdims=True), abs=1e-5)


def test_pixels_that_do_not_show_are_of_no_region_and_have_no_say(flag):
    clear = np.dstack([flag, np.full(flag.shape[:2], 255, np.uint8)])
    clear[:, 60:, 3] = 0
    mixture = fit_colors(ColorBins.of(clear), 2).components
    one = segmented(clear, mixture, "lab")
    clear[:, 60:, :3] = 77
    other = segmented(clear, mixture, "lab")
    assert np.array_equal(one.labels, other.labels) and np.array_equal(one.regions, other.regions)
    assert np.array_equal(one.labels == NONE, clear[..., 3] == 0)
    assert np.array_equal(one.regions == -1, clear[..., 3] == 0)
    assert not one.mask(0)[:, 60:].any()
    assert one.count == 2


def test_a_picture_in_which_nothing_shows_has_no_regions(flag):
    clear = np.dstack([flag, np.zeros(flag.shape[:2], np.uint8)])
    found = segmented(clear, fit_colors(ColorBins.of(flag), 2).components, "lab")
    assert found.count == 0 and (found.labels == NONE).all() and not found.mask(0).any()


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1), (3, 2000)])
def test_pictures_of_every_shape_are_divided(size):
    pixels = np.random.default_rng(0).integers(0, 256, (*size, 3)).astype(np.uint8)
    mixture = fit_colors(ColorBins.of(pixels), 2).components
    found = segmented(pixels, mixture, "lab")
    assert found.labels.shape == found.regions.shape == size
    assert found.regions.min() == 0


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("space", ["gray", "lightness", "hue"])
def test_a_mixture_of_values_divides_too(space, dtype, flag):
    flag = flag.astype(dtype) * np.array(np.iinfo(dtype).max // 255, dtype)
    values = plane(flag, space)
    mixture = fit_histogram(bins(values, space), 2, start="search").mixture
    found = segmented(flag, mixture, space, PLAIN)
    counted = values < 360 if space == "hue" else np.ones(values.shape, bool)
    assert np.array_equal(found.regions >= 0, counted)
    same = found.labels[counted] == mixture.labels(values[counted].astype(float))
    assert same.mean() > 0.99


def test_too_many_components_and_odd_options_are_refused(sample, mixture):
    with pytest.raises(ValueError, match="at most 255"):
        segmented(sample, mixture.taken(np.zeros(256, int)), "lab")
    for odd in ({"smooth": -1}, {"rounds": -1}, {"least": 1.5}, {"merge": -0.1}, {"merge": np.nan}):
        with pytest.raises(ValueError, match="at least 0"):
            RegionOptions(**odd)


# regions


@pytest.mark.parametrize("count", [1, 2, 4])
def test_regions_are_what_hangs_together_by_sides(count):
    labels = np.random.default_rng(0).integers(0, count, (150, 83)).astype(np.uint8)
    labels[np.random.default_rng(1).random(labels.shape) < 0.1] = NONE
    regions, found = merging.connected(labels)
    wanted, total = np.full(labels.shape, -1), 0
    for label in range(count):
        own, n = ndimage.label(labels == label)
        wanted[own > 0] = own[own > 0] + total
        total += n
    assert found == total
    seen = labels != NONE
    assert np.array_equal(regions[seen], merging.in_order(wanted[seen]))
    assert (regions[~seen] == -1).all()


def test_sums_and_borders_are_those_of_the_pixels(sample):
    from palette_studio.core.color import srgb_to_lab

    labels = labels_of(sample, fit_colors(ColorBins.of(sample), 3).components)[:60, :50]
    regions, count = merging.connected(labels)
    sums = merging.sums_inside(sample[:60, :50], regions, count)
    lab = srgb_to_lab(sample[:60, :50] / 255)
    n = int(sums[:, 0].argmax())
    own = lab[regions == n]
    assert sums[n, 0] == len(own)
    assert sums[n, 1:4] == pytest.approx(own.sum(axis=0), rel=1e-6)
    products = np.einsum("ni,nj->ij", own, own)
    assert sums[n, 4:] == pytest.approx(products[(0, 1, 2, 0, 0, 1), (0, 1, 2, 1, 2, 2)], rel=1e-6)
    strength = np.random.default_rng(0).random(regions.shape, np.float32)
    found = merging.borders_between(regions, count, strength)
    wanted = plain_borders(regions, strength)
    assert {tuple(pair): (length, pytest.approx(mean)) for pair, length, mean in told(found)} == wanted


def told(borders):
    return zip(borders.pairs.tolist(), borders.lengths.tolist(), borders.strengths.tolist(), strict=True)


def plain_borders(regions, strength):
    edges = {}
    for step in ((0, 1), (1, 0)):
        for i in range(regions.shape[0] - step[0]):
            for j in range(regions.shape[1] - step[1]):
                there = i + step[0], j + step[1]
                if regions[i, j] != regions[there]:
                    pair = tuple(sorted((int(regions[i, j]), int(regions[there]))))
                    edges.setdefault(pair, []).append(max(strength[i, j], strength[there]))
    return {pair: (len(each), np.mean(each)) for pair, each in edges.items()}


def test_small_regions_become_part_of_the_most_similar_neighbor(flag):
    mixture = fit_colors(ColorBins.of(flag), 3).components
    plain = segmented(flag, mixture, "lab", PLAIN)
    assert plain.count == 4
    cleaned = segmented(flag, mixture, "lab", RegionOptions(smooth=0, least=0.01, merge=0))
    assert cleaned.count == 3
    assert np.array_equal(np.unique(cleaned.labels[:, 30:60]), np.unique(cleaned.labels[0, 45]))


def test_no_small_region_is_left_where_there_are_neighbors(sample, mixture):
    for least in (0.001, 0.01, 0.1):
        found = segmented(sample, mixture, "lab", RegionOptions(smooth=0, least=least, merge=0))
        assert np.bincount(found.regions.ravel()).min() >= least * found.regions.size


def test_a_higher_threshold_leaves_a_coarser_division_of_the_same(sample, mixture):
    finer = segmented(sample, mixture, "lab", RegionOptions(merge=0))
    for merge in (0.003, 0.01, 0.03, np.inf):
        coarser = segmented(sample, mixture, "lab", RegionOptions(merge=merge))
        pairs = np.unique(np.stack([finer.regions.ravel(), coarser.regions.ravel()]), axis=1)
        assert pairs.shape[1] == finer.count >= coarser.count
        assert np.array_equal(coarser.labels, finer.labels)
        finer = coarser
    assert finer.count == 1


def test_mergers_are_those_of_a_search_through_all_pairs():
    random = np.random.default_rng(0)
    n = 12
    samples = random.normal(50, 10, (n, 30, 3)) + random.normal(0, 15, (n, 1, 3))
    columns = ((0, 1, 2, 0, 0, 1), (0, 1, 2, 1, 2, 2))
    products = (samples[..., columns[0]] * samples[..., columns[1]]).sum(axis=1)
    sums = np.concatenate([np.full((n, 1), 30.0), samples.sum(axis=1), products], axis=1)
    pairs = np.array([(i, j) for i in range(n) for j in range(i + 1, n) if random.random() < 0.4])
    borders = merging.Borders(pairs, random.integers(1, 9, len(pairs)), random.random(len(pairs)))
    threshold = 0.05
    found = merging.merged(sums, borders, threshold)
    assert 1 < found.max() + 1 < n
    assert np.array_equal(found, plain_merged(sums, borders, threshold))


def plain_merged(sums, borders, threshold):
    group, edges = list(range(len(sums))), list(told(borders))
    while True:
        best = (np.inf, 0, 0)
        totals = {g: sum(sums[n] for n in range(len(sums)) if group[n] == g) for g in set(group)}
        for g in totals:
            for h in totals:
                shared = [(w, e) for (i, j), w, e in edges if {group[i], group[j]} == {g, h}]
                if g < h and shared:
                    lengths, strengths = np.array(shared).T
                    strength = np.array([lengths @ strengths / lengths.sum()])
                    cost = merging.costs(totals[g], totals[h][None], strength, sums[:, 0].sum())[0]
                    best = min(best, (cost, g, h))
        if best[0] > threshold:
            return merging.in_order(np.array(group))
        group = [best[1] if g == best[2] else g for g in group]


def test_contrast_is_high_at_borders_and_nothing_inside():
    shares, pixels = halves(), np.zeros((40, 60, 3), np.uint8)
    pixels[:, 30:] = 60
    found = smoothing.contrast(shares, whole(pixels), (4,), no_tick)
    assert found[:, 29:31].min() > 0.7 and found.max() <= 1
    assert not found[:, :24].any() and not found[:, 37:].any()


def halves() -> np.ndarray:
    shares = np.zeros((40, 60, 2), np.float32)
    shares[:, :30, 0] = shares[:, 30:, 1] = 1
    return shares


def test_where_a_color_changes_slowly_there_is_no_border():
    ramp = np.broadcast_to(np.linspace(100, 130, 60)[:, None], (40, 60, 3)).astype(np.uint8)
    assert smoothing.contrast(halves(), whole(ramp), (4,), no_tick).max() < 0.4


def test_clear_pixels_make_no_border():
    pixels = np.zeros((40, 60, 4), np.uint8)
    pixels[:, 30:, :3] = 255
    seen = np.zeros((40, 60), bool)
    seen[:, :30] = True
    shares = np.ones((40, 60, 1), np.float32)
    assert smoothing.contrast(shares, Small.of(pixels, seen), (4,), no_tick).max() < 1e-3


def test_colors_of_labels_are_summed(flag):
    labels = np.random.default_rng(0).integers(0, 3, flag.shape[:2]).astype(np.uint8)
    sums = label_sums(flag, labels)
    assert sums[:, 0].sum() == labels.size and not sums[3:].any()
    assert np.array_equal(sums[1, 1:], flag[labels == 1].sum(axis=0, dtype=int))


# work


def test_any_number_of_threads_gives_the_same_regions(sample, mixture, monkeypatch):
    many = segmented(sample, mixture, "lab", RegionOptions(rounds=2))
    monkeypatch.setattr(tiles, "CORES", 1)
    alone = segmented(sample, mixture, "lab", RegionOptions(rounds=2))
    assert np.array_equal(many.labels, alone.labels) and np.array_equal(many.regions, alone.regions)
    assert np.array_equal(many.mask(1), alone.mask(1))


def test_progress_never_goes_back_and_work_can_be_stopped_at_any_time(sample, mixture):
    seen: list[float] = []
    segmented(
        sample, mixture, "lab", RegionOptions(rounds=2), lambda fraction, partial=None: seen.append(fraction)
    )
    assert seen[-1] == 1 and (np.diff(seen) >= 0).all() and len(seen) > 30
    for at in np.linspace(0, 1, 20):

        def tick(fraction, partial=None, at=at):
            if fraction >= at:
                raise Canceled

        with pytest.raises(Canceled):
            segmented(sample, mixture, "lab", RegionOptions(rounds=2), tick)


def test_results_cannot_change(sample, mixture):
    found = segmented(sample, mixture, "lab")
    for array in (found.labels, found.regions, found.mask(0)):
        assert not array.flags.writeable


@pytest.mark.parametrize("shape", [(7, 9), (1, 30, 1), (40, 1, 3), (12, 17, 5)])
def test_a_picture_is_moved_with_what_is_mirrored_at_its_ends(shape):
    values = np.random.default_rng(0).random(shape).astype(np.float32)
    rows, columns = (np.pad(np.arange(size), 20, "symmetric") for size in shape[:2])
    for down, right in ((0, 5), (-5, 0), (4, -4), (-9, 9), (0, 0)):
        picked = np.ix_(rows[20 + down :][: shape[0]], columns[20 + right :][: shape[1]])
        np.testing.assert_array_equal(_moved(values, down, right), values[picked])

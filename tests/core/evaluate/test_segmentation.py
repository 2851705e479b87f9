"""The measures of segmentations are those of their definitions and of other libraries."""

from __future__ import annotations

from dataclasses import astuple
from itertools import combinations

import numpy as np
import pytest

from palette_studio.core.evaluate.segmentation import (
    Agreement,
    agreement,
    drawn_photos,
    human_segmentations,
)


@pytest.fixture(params=range(6))
def maps(request) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(request.param)
    return random.integers(0, 1 + request.param, (5, 7)), random.integers(0, 5, (5, 7))


def test_each_measure_is_its_definition(maps):
    ours, theirs = maps
    found = agreement(ours, [theirs])
    assert found.covering == pytest.approx(plain_covering(ours, theirs))
    assert found.rand_index == pytest.approx(plain_rand_index(ours, theirs))
    assert found.variation_bits == pytest.approx(plain_variation(ours, theirs), abs=1e-12)


def plain_covering(ours, theirs):
    total = 0.0
    for region in np.unique(theirs):
        there = theirs == region
        best = max((there & (ours == n)).sum() / (there | (ours == n)).sum() for n in np.unique(ours))
        total += there.sum() * best
    return total / theirs.size


def plain_rand_index(ours, theirs):
    pairs = list(combinations(zip(ours.ravel(), theirs.ravel(), strict=True), 2))
    return np.mean([(a[0] == b[0]) == (a[1] == b[1]) for a, b in pairs])


def plain_variation(ours, theirs):
    total = 0.0
    for n in np.unique(ours):
        for m in np.unique(theirs):
            p, q, both = (ours == n).mean(), (theirs == m).mean(), ((ours == n) & (theirs == m)).mean()
            if both:
                total -= both * (np.log2(both / p) + np.log2(both / q))
    return total


def test_measures_are_those_of_other_libraries(maps):
    from skimage.metrics import variation_of_information
    from sklearn.metrics import rand_score

    ours, theirs = maps
    found = agreement(ours, [theirs])
    assert found.rand_index == pytest.approx(rand_score(theirs.ravel(), ours.ravel()))
    assert found.variation_bits == pytest.approx(sum(variation_of_information(theirs, ours)), abs=1e-12)


def test_the_same_regions_agree_wholly_whatever_their_numbers(maps):
    _, theirs = maps
    assert astuple(agreement(4 - 2 * theirs, [theirs])) == pytest.approx((1, 1, 0), abs=1e-12)


def test_people_are_averaged(maps):
    ours, theirs = maps
    one, other = agreement(ours, [theirs]), agreement(ours, [ours])
    both = agreement(ours, [theirs, ours])
    assert both.covering == pytest.approx((one.covering + other.covering) / 2)
    assert both.variation_bits == pytest.approx((one.variation_bits + other.variation_bits) / 2)


def test_what_cannot_be_compared_is_refused():
    with pytest.raises(ValueError, match="cannot be compared"):
        agreement(np.zeros((2, 3), int), [np.zeros((3, 2), int)])
    with pytest.raises(ValueError, match="no segmentation"):
        agreement(np.zeros((2, 3), int), [])


def test_one_region_scores_as_it_is_known_to_on_the_photos_of_berkeley(shared_data):
    folder = shared_data / "gmm" / "bsds_val"
    if not folder.is_dir():
        pytest.skip("the Berkeley photos are not here")
    rows = []
    for _, drawn in drawn_photos(folder):
        humans = human_segmentations(drawn)
        rows.append(agreement(np.zeros(humans[0].shape, int), humans))
    mean = Agreement.mean(rows)
    assert len(rows) == 20
    found = mean.covering, mean.rand_index, mean.variation_bits
    assert found == pytest.approx((0.2709, 0.2709, 2.6164), abs=1e-4)


def test_drawings_are_found_beside_their_photos(tmp_path):
    with pytest.raises(ValueError, match="holds no photos"):
        drawn_photos(tmp_path)
    (tmp_path / "b.png").touch()
    for name in "ab":
        np.savez(tmp_path / f"{name}_gt.npz", s0=np.zeros((2, 3), np.uint16), s1=np.ones((4, 2, 3), int))
    assert drawn_photos(tmp_path) == [(tmp_path / "b.png", tmp_path / "b_gt.npz")]
    assert [one.shape for one in human_segmentations(tmp_path / "b_gt.npz")] == [(2, 3)] * 5


def test_drawings_that_are_none_are_refused_in_one_line(tmp_path):
    (tmp_path / "a_gt.npz").write_bytes(b"nothing")
    with pytest.raises(ValueError, match=r"a_gt\.npz could not be read"):
        human_segmentations(tmp_path / "a_gt.npz")
    np.savez(tmp_path / "b_gt.npz", s0=np.zeros((2, 3)))
    with pytest.raises(ValueError, match=r"b_gt\.npz holds no label map"):
        human_segmentations(tmp_path / "b_gt.npz")

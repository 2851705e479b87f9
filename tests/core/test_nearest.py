"""Nearest colors: every method the same, and exact."""

import numpy as np
import pytest

from palette_studio.core.color import ciede2000, srgb_to_lab, srgb_to_oklab
from palette_studio.core.nearest import METHODS, METRICS, agreement, at_hand, nearest
from palette_studio.core.nearest.choice import fastest
from palette_studio.core.tick import Canceled

EXACT = [name for name in METHODS if name != "flann"]


@pytest.fixture(autouse=True)
def nothing_in_memory():
    at_hand.forget()


def noise(*shape, dtype=np.uint8):
    return np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, shape).astype(dtype)


@pytest.mark.parametrize("method", ["auto", *EXACT])
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("count", [1, 7, 256, 300])
def test_every_exact_method_agrees_with_brute_force(method, metric, dtype, count):
    if method == "cube" and count > 256:
        count = 255  # more than a cube holds
    if method == "cube" and metric == "ciede2000" and dtype == np.uint8:
        count = min(count, 20)  # the cube of more takes long; see test_nearest_cube
    pixels, colors = noise(41, 37, 3, dtype=dtype), noise(count, 3)
    index = nearest(pixels, colors, method=method, metric=metric)
    assert index.shape == (41, 37)
    assert index.dtype == (np.uint8 if count <= 256 else np.uint16)
    assert not index.flags.writeable
    assert np.array_equal(index, nearest(pixels, colors, method="brute", metric=metric))


SPACES = [("lab", srgb_to_lab), ("oklab", srgb_to_oklab), ("rgb", np.asarray), ("ciede2000", srgb_to_lab)]


@pytest.mark.parametrize(("metric", "space"), SPACES)
@pytest.mark.parametrize("method", EXACT)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_no_color_is_nearer_than_the_one_chosen(metric, space, method, dtype):
    pixels, colors = noise(30, 30, 3, dtype=dtype), noise(20, 3)
    points, centers = space(pixels.reshape(-1, 3) / np.iinfo(dtype).max), space(colors / 255)
    distance = ((points[:, None] - centers) ** 2).sum(axis=2)
    if metric == "ciede2000":
        distance = ciede2000(points[:, None], centers)
    chosen = nearest(pixels, colors, metric=metric, method=method).reshape(-1)
    assert (distance[np.arange(len(points)), chosen] <= distance.min(axis=1) + 1e-6).all()


@pytest.mark.parametrize("method", ["auto", *EXACT])
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_ties_go_to_the_lower_index(method, metric, dtype):
    colors = np.array([[9, 9, 9], [200, 10, 30], [200, 10, 30], [9, 9, 9]])
    pixels = np.array([[[190, 20, 30], [0, 0, 0]]], dtype) * np.array(np.iinfo(dtype).max // 255, dtype)
    assert nearest(pixels, colors, method=method, metric=metric).tolist() == [[1, 0]]


@pytest.mark.parametrize("method", EXACT)
def test_halfway_between_two_grays_is_the_first_in_rgb(method):
    pixels = np.full((1, 1, 3), 15, np.uint8)
    assert nearest(pixels, np.array([[20] * 3, [10] * 3]), method=method)[0, 0] == 0


@pytest.mark.parametrize("method", METHODS)
def test_alpha_is_not_looked_at(method):
    pixels = noise(10, 10, 4)
    colors = noise(5, 3)
    with_alpha = nearest(pixels, colors, method=method)
    assert np.array_equal(with_alpha, nearest(pixels[..., :3], colors, method=method))


def test_16_bit_pixels_are_compared_by_their_own_values():
    colors = np.array([[10] * 3, [11] * 3])
    halfway = (10 * 257 + 11 * 257) // 2
    pixels = np.array([[[halfway] * 3, [halfway + 1] * 3]], np.uint16)
    for method in EXACT:
        assert nearest(pixels, colors, method=method).tolist() == [[0, 1]]


@pytest.mark.parametrize("metric", METRICS)
def test_16_bit_boxes_agree_with_every_distance_on_clusters_corners_and_grays(metric):
    rng = np.random.default_rng(0)
    corners = np.array([[r, g, b] for r in (0, 255) for g in (0, 255) for b in (0, 255)])
    cluster = rng.integers(118, 126, (24, 3))
    grays = np.repeat(np.arange(0, 256, 17)[:, None], 3, axis=1)
    colors = np.concatenate([corners, cluster, grays, cluster[:3]])
    close = rng.integers(110 * 257, 134 * 257, (100, 100, 3))
    dark = rng.integers(0, 4000, (50, 100, 3))
    anywhere = rng.integers(0, 65536, (100, 100, 3))
    pixels = np.concatenate([close, dark, anywhere]).astype(np.uint16)
    found = nearest(pixels, colors, method="cube", metric=metric)
    assert np.array_equal(found, nearest(pixels, colors, method="parallel", metric=metric))


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_flann_is_mostly_right_and_always_the_same(metric, dtype):
    pixels, colors = noise(60, 60, 3, dtype=dtype), noise(64, 3)
    first = nearest(pixels, colors, method="flann", metric=metric)
    assert np.array_equal(first, nearest(pixels, colors, method="flann", metric=metric))
    exact = nearest(pixels, colors, metric=metric)
    assert agreement(pixels, colors, metric) == (first == exact).mean()
    assert agreement(pixels, colors, metric) > 0.9


@pytest.mark.parametrize("method", ["auto", *METHODS])
def test_a_picture_without_pixels_has_no_indices(method):
    assert nearest(np.zeros((0, 5, 3), np.uint8), noise(5, 3), method=method).shape == (0, 5)
    assert nearest(np.zeros((5, 0, 3), np.uint8), noise(5, 3), method=method).shape == (5, 0)


def test_small_pictures_are_searched_plainly_and_large_ones_looked_up():
    colors = noise(125, 3)
    assert fastest(noise(100, 100, 3), colors, "rgb") == "parallel"
    assert fastest(np.broadcast_to(np.uint8(0), (3000, 4000, 3)), colors, "rgb") == "cube"
    assert fastest(np.broadcast_to(np.uint8(0), (3000, 4000, 3)), noise(300, 3), "rgb") == "parallel"
    assert fastest(np.broadcast_to(np.uint16(0), (3000, 4000, 3)), colors, "rgb") == "cube"
    small = noise(100, 100, 3)
    nearest(small, colors, method="cube")
    assert fastest(small, colors, "rgb") == "cube"


@pytest.mark.parametrize("method", ["auto", *METHODS])
def test_a_search_that_is_no_longer_wanted_ends(method):
    def stop(fraction, partial=None):
        raise Canceled

    with pytest.raises(Canceled):
        nearest(noise(300, 300, 3), noise(64, 3), method=method, tick=stop)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("method", ["auto", *METHODS])
def test_progress_never_goes_back(method, dtype):
    told = []
    nearest(
        noise(700, 300, 3, dtype=dtype),
        noise(64, 3),
        method=method,
        tick=lambda share, _=None: told.append(share),
    )
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_what_makes_no_sense_is_refused():
    pixels, colors = noise(4, 4, 3), noise(5, 3)
    with pytest.raises(ValueError, match="'best' is no method"):
        nearest(pixels, colors, method="best")
    with pytest.raises(ValueError, match="'xyz' is no metric"):
        nearest(pixels, colors, metric="xyz")
    with pytest.raises(ValueError, match=r"not \(0, 3\)"):
        nearest(pixels, colors[:0])
    with pytest.raises(ValueError, match=r"not -1\.\.9"):
        nearest(pixels, np.array([[-1, 0, 9]]))
    with pytest.raises(ValueError, match="float64"):
        nearest(pixels / 255, colors)
    with pytest.raises(ValueError, match="at most 256 colors, not 300"):
        nearest(pixels, noise(300, 3), method="cube")

"""Nearest colors: every method the same, and exact."""

import numpy as np
import pytest

from palette_studio.core.color import srgb_to_lab, srgb_to_oklab
from palette_studio.core.nearest import METHODS, METRICS, nearest


def noise(*shape, dtype=np.uint8):
    return np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, shape).astype(dtype)


@pytest.mark.parametrize("method", ["auto", *METHODS])
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("count", [1, 7, 256, 300])
def test_every_method_agrees_with_brute_force(method, metric, dtype, count):
    pixels, colors = noise(41, 37, 3, dtype=dtype), noise(count, 3)
    index = nearest(pixels, colors, method=method, metric=metric)
    assert index.shape == (41, 37)
    assert index.dtype == (np.uint8 if count <= 256 else np.uint16)
    assert not index.flags.writeable
    assert np.array_equal(index, nearest(pixels, colors, method="brute", metric=metric))


@pytest.mark.parametrize(("metric", "space"), [("lab", srgb_to_lab), ("oklab", srgb_to_oklab), ("rgb", None)])
def test_no_color_is_nearer_than_the_one_chosen(metric, space):
    pixels, colors = noise(30, 30, 3), noise(20, 3)
    points, centers = pixels.reshape(-1, 3) / 255, colors / 255
    if space:
        points, centers = space(points), space(centers)
    distance = ((points[:, None] - centers) ** 2).sum(axis=2)
    chosen = nearest(pixels, colors, metric=metric).reshape(-1)
    assert (distance[np.arange(len(points)), chosen] <= distance.min(axis=1) + 1e-12).all()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("metric", METRICS)
def test_ties_go_to_the_lower_index(method, metric):
    colors = np.array([[9, 9, 9], [200, 10, 30], [200, 10, 30], [9, 9, 9]])
    pixels = np.array([[[190, 20, 30], [0, 0, 0]]], np.uint8)
    assert nearest(pixels, colors, method=method, metric=metric).tolist() == [[1, 0]]


@pytest.mark.parametrize("method", METHODS)
def test_halfway_between_two_grays_is_the_first_in_rgb(method):
    pixels = np.full((1, 1, 3), 15, np.uint8)
    assert nearest(pixels, np.array([[20] * 3, [10] * 3]), method=method)[0, 0] == 0


def test_alpha_is_not_looked_at():
    pixels = noise(10, 10, 4)
    assert np.array_equal(nearest(pixels, noise(5, 3)), nearest(pixels[..., :3], noise(5, 3)))


def test_what_makes_no_sense_is_refused():
    pixels, colors = noise(4, 4, 3), noise(5, 3)
    with pytest.raises(ValueError, match="'best' is no method"):
        nearest(pixels, colors, method="best")
    with pytest.raises(ValueError, match="'xyz' is no metric"):
        nearest(pixels, colors, metric="xyz")
    with pytest.raises(ValueError, match=r"not \(0, 3\)"):
        nearest(pixels, colors[:0])
    with pytest.raises(ValueError, match="float64"):
        nearest(pixels / 255, colors)

"""Color that flows from hints along lightness: Levin's system and its quick solution."""

import numpy as np
import pytest

from palette_studio.core.colorize.levin import flow, spread


def halves(height=24, width=32):
    """Two flat halves of lightness and a hint in each."""
    rng = np.random.default_rng(0)
    light = np.where(np.arange(width) < width // 2, 0.3, 0.7) + rng.normal(0, 0.004, (height, width))
    chroma, known = np.zeros((height, width, 2)), np.zeros((height, width), bool)
    for x, color in ((3, (40.0, -10.0)), (width - 4, (-30.0, 25.0))):
        chroma[10:12, x], known[10:12, x] = color, True
    return light, chroma, known


@pytest.mark.parametrize("solve", [spread, flow])
def test_color_fills_what_has_like_lightness_and_stops_at_edges(solve):
    light, chroma, known = halves()
    found = solve(light, chroma, known)
    assert np.abs(found[:, 1:13] - (40, -10)).mean() < 4
    assert np.abs(found[:, 20:31] - (-30, 25)).mean() < 4


@pytest.mark.parametrize("solve", [spread, flow])
def test_what_is_known_stays(solve):
    light, chroma, known = halves()
    assert np.abs(solve(light, chroma, known)[known] - chroma[known]).max() < 1e-5


@pytest.mark.parametrize("solve", [spread, flow])
def test_one_hint_colors_everything_and_none_nothing(solve):
    light, chroma, known = halves()
    known[:, 16:] = False
    assert np.abs(solve(light, chroma, known) - (40, -10)).max() < 1e-3
    assert not solve(light, chroma, np.zeros_like(known)).any()


def test_the_exact_solution_has_every_free_pixel_the_weighted_mean_of_its_neighbors():
    light, chroma, known = halves(14, 20)
    found = spread(light, chroma, known)
    lowest, highest = chroma[known].min(0), chroma[known].max(0)
    assert (found >= lowest - 1e-9).all()
    assert (found <= highest + 1e-9).all()


def test_the_quick_solution_is_near_the_exact_one():
    rng = np.random.default_rng(1)
    y, x = np.mgrid[:64, :64] / 64
    light = 0.5 + 0.3 * np.sin(6 * x + 4 * y * y) + rng.normal(0, 0.01, (64, 64))
    truth = np.stack([60 * np.sin(5 * light), 40 * np.cos(9 * light)], -1)
    known = rng.random((64, 64)) < 0.01
    exact, quick = spread(light, truth, known), flow(light, truth, known)
    assert np.sqrt(np.square(quick - exact).mean()) < 0.15 * np.sqrt(np.square(exact - truth).mean()) + 1


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (2, 3)])
def test_pictures_of_hardly_any_pixels_are_solved(shape):
    known = np.zeros(shape, bool)
    known[0, 0] = True
    color = np.full((*shape, 2), 7.0)
    assert np.abs(spread(np.zeros(shape), color, known) - 7).max() < 1e-6
    assert np.abs(flow(np.zeros(shape), color, known) - 7).max() < 1e-5

"""Palettes from photos."""

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.extract import METHODS, coverage, extract
from palette_studio.core.tick import Canceled

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", Path(__file__).resolve().parents[2] / ".." / "shared"))
PHOTOS = sorted((SHARED / "data" / "photos" / "kodak").glob("*.webp"))[::4]


def patches(*colors, size=20):
    """Return a row of flat squares."""
    squares = [np.full((size, size, 3), color, np.uint8) for color in colors]
    return np.concatenate(squares, axis=1)


def noise(*shape, dtype=np.uint8):
    return np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, shape).astype(dtype)


def rgb(palette):
    return [swatch.color for swatch in palette.swatches]


FLAGS = [(10, 10, 12), (200, 30, 40), (30, 60, 190), (240, 220, 60), (250, 250, 250)]


def test_flat_colors_come_back_exactly_by_ascending_lightness():
    palette = extract(patches(*FLAGS), 5)
    lightness = srgb_to_lab(np.array(rgb(palette)) / 255)[:, 0]
    assert set(rgb(palette)) == set(FLAGS)
    assert (np.diff(lightness) > 0).all()
    assert [s.coverage for s in palette.swatches] == pytest.approx([0.2] * 5)
    assert all(s.name == "" and not s.locked for s in palette.swatches)


@pytest.mark.parametrize("k", [2, 6, 17, 32, "auto"])
def test_a_rich_picture_gives_as_many_as_asked(k):
    palette = extract(noise(80, 80, 3), k)
    assert len(palette) == k if k != "auto" else 3 <= len(palette) <= 10
    assert sum(s.coverage for s in palette.swatches) == pytest.approx(1)


@given(
    st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=5, unique=True), st.integers(2, 32)
)
@settings(max_examples=50, deadline=None)
def test_fewer_distinct_colors_give_fewer_swatches(colors, k):
    palette = extract(patches(*colors, size=2), k)
    assert 1 <= len(palette) <= min(k, len(colors))
    assert sum(s.coverage for s in palette.swatches) == pytest.approx(1)
    if k >= len(colors):
        assert set(rgb(palette)) == set(colors)


def test_a_soft_gradient_inside_one_bin_still_gives_several():
    ramp = np.repeat(np.arange(16, dtype=np.uint8)[None, :, None] + 160, 3, axis=2)
    assert len(extract(np.repeat(ramp, 10, axis=0), 4)) == 4


def test_the_same_picture_gives_the_same_palette():
    pixels = noise(300, 700, 3)
    assert extract(pixels, 7) == extract(pixels.copy(), 7)


def test_pixels_that_do_not_show_do_not_count():
    pixels = np.concatenate([patches(*FLAGS[:3]), patches((0, 255, 0))], axis=1)
    alpha = np.full((*pixels.shape[:2], 1), 255, np.uint8)
    alpha[:, 60:] = 0
    palette = extract(np.concatenate([pixels, alpha], axis=2), 4)
    assert set(rgb(palette)) == set(FLAGS[:3])


def test_a_picture_with_nothing_to_see_gives_the_locked_or_one_black():
    clear = np.zeros((9, 9, 4), np.uint8)
    assert [(s.color, s.coverage) for s in extract(clear, 4).swatches] == [((0, 0, 0), 0.0)]
    assert rgb(extract(clear, "auto", locked=[(1, 2, 3)])) == [(1, 2, 3)]


def test_sixteen_bits_give_what_their_eight_give():
    pixels = noise(60, 60, 3)
    assert extract(pixels.astype(np.uint16) * np.uint16(257), 5) == extract(pixels, 5)


def test_locked_colors_stay_and_count():
    locked = [(255, 0, 255), (1, 2, 3)]
    palette = extract(noise(80, 80, 3), 6, locked=locked)
    assert len(palette) == 6
    assert {s.color for s in palette.swatches if s.locked} == set(locked)
    more = extract(patches(*FLAGS), 2, locked=FLAGS[:3])
    assert set(FLAGS[:3]) <= set(rgb(more))


def test_dark_mud_goes_to_the_anchor_and_not_to_a_swatch():
    mud = np.random.default_rng(0).integers(0, 8, (20, 3, 3)).astype(np.uint8)
    colors = [(60, 30, 90), *FLAGS[1:]]
    palette = extract(np.concatenate([patches(*colors), mud], axis=1), 5)
    assert set(rgb(palette)) == set(colors)


@pytest.mark.parametrize("colors", [[(0, 0, 0)], [(255, 255, 255)], [(128, 128, 128)]])
def test_one_flat_color_is_its_own_palette(colors):
    assert rgb(extract(patches(*colors), "auto")) == colors
    assert rgb(extract(patches(*colors)[:1, :1], 6)) == colors


def test_coverage_is_the_share_of_the_nearest_in_lab_ties_to_the_lower():
    pixels, colors = noise(90, 70, 3), noise(6, 3)
    distance = ((srgb_to_lab(pixels.reshape(-1, 3) / 255)[:, None] - srgb_to_lab(colors / 255)) ** 2).sum(
        axis=2
    )
    want = np.bincount(distance.argmin(axis=1), minlength=6) / len(distance)
    assert coverage(pixels, colors) == pytest.approx(want)
    assert coverage(pixels, colors[[2, 2]]).tolist() == [1.0, 0.0]
    assert coverage(np.zeros((3, 3, 4), np.uint8), colors).sum() == 0


@pytest.mark.skipif(not PHOTOS, reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.stem)
def test_a_real_photo_wants_three_to_ten_swatches_and_six_serve_it(path):
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    assert 3 <= len(extract(pixels, "auto")) <= 10
    palette = extract(pixels, 6)
    assert len(palette) == 6
    assert min(s.coverage for s in palette.swatches) > 0.002
    lab = srgb_to_lab(pixels.reshape(-1, 3)[::7] / 255)
    nearest = np.linalg.norm(lab[:, None] - srgb_to_lab(palette.colors / 255), axis=2).min(axis=1)
    assert nearest.mean() < 16


def test_what_makes_no_sense_is_refused():
    pixels = noise(5, 5, 3)
    for k in (1, 257, 0, "many", 2.5):
        with pytest.raises(ValueError, match="k is"):
            extract(pixels, k)
    with pytest.raises(ValueError, match="'magic' is no extract method"):
        extract(pixels, 4, method="magic")
    with pytest.raises(ValueError, match="float64"):
        extract(pixels / 255)


@pytest.mark.parametrize("method", METHODS)
def test_a_tick_that_cancels_stops_the_search(method):
    def tick(fraction, partial=None):
        raise Canceled

    with pytest.raises(Canceled):
        extract(noise(50, 50, 3), method=method, tick=tick)

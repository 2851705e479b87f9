"""Chang's method against a plain float64 one, and the laws of its own."""

import os
from pathlib import Path

import numpy as np
import pytest
import reference_chang as plain
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.extract import extract
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor, weights
from palette_studio.core.recolor.swatches import lightness_order

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", Path(__file__).resolve().parents[2] / ".." / "shared"))
PHOTOS = sorted((SHARED / "data" / "photos" / "kodak").glob("*.webp"))[2::8]
colors = st.tuples(*[st.integers(0, 255)] * 3)


def row(values):
    return np.array(values, np.uint8)[None]


def test_it_equals_the_plain_method_within_a_quarter_of_a_step():
    """Random saturated palettes, where searches for the gamut's edge are at their worst.

    A ray that runs along the edge may leave it here or there; that takes the last half percent.
    """
    rng = np.random.default_rng(0)
    errors = []
    for _ in range(12):
        found = rng.integers(1, 255, (rng.integers(1, 8), 3))
        edited = found.copy()
        edited[rng.integers(len(found))] = rng.integers(0, 256, 3)
        some = rng.integers(0, 256, (80, 3)).astype(np.uint8)
        palettes = Palette.from_colors(found), Palette.from_colors(edited)
        fast = recolor(some[None].astype(np.uint16) * np.uint16(257), *palettes)[0] / 257
        errors.append(np.abs(fast - plain.recolored(some / 255, found, edited) * 255).max(axis=1))
    errors = np.concatenate(errors)
    assert (errors < 0.25).mean() > 0.99
    assert np.median(errors) < 0.01


@pytest.mark.skipif(not PHOTOS, reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.stem)
def test_it_equals_the_plain_method_on_a_real_photo(path):
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    found = extract(pixels, 6)
    edited = found.with_color(2, (40, 90, 200))
    some = np.random.default_rng(0).choice(pixels.reshape(-1, 3), 200)
    fast = recolor(some[None].astype(np.uint16) * np.uint16(257), found, edited)[0] / 257
    errors = np.abs(fast - plain.recolored(some / 255, found.colors, edited.colors) * 255).max(axis=1)
    assert (errors < 0.25).mean() >= 0.99
    eight = recolor(pixels, found, edited)
    assert np.abs(eight - recolor(pixels, found, edited, table=33).astype(int)).mean() < 1


def test_weights_equal_the_plain_ones():
    found = np.array([(20, 18, 25), (120, 40, 30), (180, 150, 130), (60, 80, 140), (220, 215, 210)])
    some = np.random.default_rng(0).integers(0, 256, (300, 3)).astype(np.uint8)
    want = [plain.weights(x, srgb_to_lab(found / 255)) for x in srgb_to_lab(some / 255)]
    assert np.abs(weights(some, Palette.from_colors(found)) - want).max() < 1e-5


@given(st.lists(colors, min_size=1, max_size=7, unique=True), st.integers(0, 6), colors)
@example([(240, 255, 1)], 0, (33, 25, 0))  # at its own lightness the target is outside the gamut
@example([(240, 245, 0)], 0, (135, 131, 0))  # at a trifle more lightness the swatch is
@settings(max_examples=100, deadline=None)
def test_every_swatch_lands_on_its_target(found, index, target):
    index %= len(found)
    edited = [*found]
    edited[index] = target
    lab, there = srgb_to_lab(np.array(found) / 255), srgb_to_lab(np.array(edited) / 255)
    others = np.arange(len(found)) != index
    side = np.sign(lab[others, 0] - lab[index, 0])
    assume((np.sign(lab[others, 0] - there[index, 0]) == side).all())  # it crosses nobody
    assume(not len(side) or np.abs(lab[others] - lab[index]).max(axis=1).min() > 1)
    result = recolor(row(found), Palette.from_colors(found), Palette.from_colors(edited))[0]
    assert np.linalg.norm(srgb_to_lab(result / 255) - there, axis=1).max() < 0.5


def test_several_moved_swatches_land_together():
    found = Palette.from_colors([(20, 18, 25), (120, 40, 30), (180, 150, 130), (220, 215, 210)])
    edited = Palette.from_colors([(25, 30, 60), (60, 90, 40), (200, 140, 90), (230, 225, 180)])
    result = recolor(found.colors[None], found, edited)[0]
    assert np.abs(result.astype(int) - edited.colors).max() <= 1


def test_a_gray_picture_takes_the_colors_of_moved_grays():
    grays = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    found = Palette.from_colors([(40, 40, 40), (128, 128, 128), (210, 210, 210)])
    result = recolor(grays, found, found.with_color(1, (170, 110, 80)))[0].astype(int)
    assert np.abs(result[128] - (170, 110, 80)).max() <= 1
    assert np.array_equal(result[40], (40, 40, 40))
    assert np.array_equal(result[210], (210, 210, 210))


def test_lightness_stays_in_order():
    grays = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    found = Palette.from_colors([(40, 40, 40), (128, 128, 128), (210, 210, 210)])
    result = recolor(grays, found, found.with_color(0, (180, 180, 180)))[0]
    assert (np.diff(result[:, 0].astype(int)) >= 0).all()
    assert result[40, 0] == 180
    assert result[128, 0] == 180  # it was crossed, and yields


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8, unique=True), st.integers(0, 7), st.floats(0, 100))
def test_where_one_swatch_moved_the_order_is_changs(found, index, target):
    found = np.sort(found)
    index %= len(found)
    edited = found.copy()
    edited[index] = target
    assume(abs(target - found[index]) > 0.01)
    want = plain.ordered(found, edited, index)
    assert np.abs(lightness_order(found, edited) - want).max() < 1e-4


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=8))
def test_the_order_ascends_and_leaves_what_ascends_alone(pairs):
    found = np.sort([a for a, _ in pairs])
    edited = np.array([b for _, b in pairs])
    assert (np.diff(lightness_order(found, edited)) >= 0).all()
    distinct = np.unique(found)
    rising = np.sort(edited)[: len(distinct)]
    assert np.array_equal(lightness_order(distinct, rising), rising)


def test_an_untouched_lightness_stays_what_it_was():
    found = np.array([10.0, 40.0, 80.0])
    assert np.array_equal(lightness_order(found, found), found)


def test_swatches_a_hair_apart_still_give_a_calm_picture():
    pixels = np.random.default_rng(0).integers(0, 256, (50, 50, 3)).astype(np.uint8)
    near = [(100, 100, 100), (100, 100, 101), (101, 100, 100), (100, 101, 100), (30, 60, 90)]
    found = Palette.from_colors(near)
    result = recolor(pixels, found, found.with_color(4, (40, 60, 90))).astype(int)
    assert np.abs(result - pixels).max() < 60

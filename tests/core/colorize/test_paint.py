"""Chroma painted on a photo: lightness stays, the gamut is kept to, colors end where lightness does."""

import numpy as np
import pytest

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.colorize.paint import lightness, paint


@pytest.fixture
def gray():
    rng = np.random.default_rng(0)
    values = np.clip(rng.normal(128, 60, (40, 56, 1)), 0, 255).astype(np.uint8)
    return np.repeat(values, 3, axis=2)


def wild(shape, seed=1):
    return np.random.default_rng(seed).normal(0, 60, (*shape, 2)).astype(np.float32)


def test_lightness_is_that_of_cielab(gray):
    assert np.abs(lightness(gray) - srgb_to_lab(gray / 255)[..., 0]).max() < 1e-4


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_colors_beyond_the_gamut_give_up_chroma_and_never_lightness(gray, dtype):
    pixels = gray if dtype == np.uint8 else gray.astype(np.uint16) * 257
    made = paint(pixels, wild(gray.shape[:2]))
    moved = np.abs(lightness(made) - lightness(pixels))
    assert made.dtype == dtype
    assert moved.mean() < (0.15 if dtype == np.uint8 else 0.002)
    assert moved.max() < (1.2 if dtype == np.uint8 else 0.01)


def test_hue_is_kept_where_chroma_is_given_up(gray):
    chroma = np.broadcast_to(np.float32([90, 40]), (*gray.shape[:2], 2))
    made = srgb_to_lab(paint(gray.astype(np.uint16) * 257, chroma) / 65535)
    colorful = np.hypot(made[..., 1], made[..., 2]) > 20
    hue = np.degrees(np.arctan2(made[..., 2], made[..., 1]))[colorful]
    assert colorful.mean() > 0.3
    assert np.abs(hue - np.degrees(np.arctan2(40, 90))).max() < 12  # straight in light bends a little in Lab


def test_chroma_that_fits_comes_out_as_it_went_in(gray):
    mild = np.full_like(gray, 140)
    lab = srgb_to_lab(paint(mild, np.full((*gray.shape[:2], 2), 12, np.float32)) / 255)
    assert np.abs(lab[..., 1:] - 12).max() < 0.8


def test_gray_without_chroma_stays_to_the_bit(gray):
    none = np.zeros((*gray.shape[:2], 2), np.float32)
    assert np.array_equal(paint(gray, none), gray)
    assert np.array_equal(paint(gray, wild(gray.shape[:2]), strength=0), gray)


def test_the_color_that_a_photo_had_does_not_count():
    pixels = np.random.default_rng(2).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    made = paint(pixels, np.zeros((20, 30, 2), np.float32))
    lab = srgb_to_lab(made / 255)
    assert np.abs(lab[..., 1:]).max() < 0.5
    assert np.abs(lab[..., 0] - lightness(pixels)).max() < 0.5


def test_alpha_stays(gray):
    alpha = np.random.default_rng(3).integers(0, 256, (*gray.shape[:2], 1), dtype=np.uint8)
    made = paint(np.concatenate([gray, alpha], 2), wild(gray.shape[:2]))
    assert np.array_equal(made[..., 3:], alpha)
    assert np.array_equal(made[..., :3], paint(gray, wild(gray.shape[:2])))


def test_small_chroma_ends_where_lightness_does():
    pixels = np.full((64, 64, 3), 60, np.uint8)
    pixels[:, 30:] = 190
    small = np.zeros((8, 8, 2), np.float32)
    small[:, :4] = 40  # an edge of color at 32, where that of lightness is at 30
    made = srgb_to_lab(paint(pixels, small) / 255)[..., 1]
    assert made[:, 24:29].min() > 25
    assert made[:, 31:34].max() < 12


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (3, 2)])
def test_pictures_of_hardly_any_pixels_are_painted_too(shape):
    pixels = np.full((*shape, 3), 128, np.uint8)
    assert paint(pixels, np.full((5, 7, 2), 20, np.float32)).shape == (*shape, 3)


def test_strips_leave_no_seams():
    pixels = np.full((200, 30, 3), 128, np.uint8)
    chroma = np.linspace(-20, 20, 10, dtype=np.float32)[:, None, None].repeat(4, 1).repeat(2, 2)
    made = srgb_to_lab(paint(pixels.astype(np.uint16) * 257, chroma) / 65535)[:, 0, 1]
    assert np.diff(made).min() > -1e-2
    assert np.diff(made).max() < 0.6

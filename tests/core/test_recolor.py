"""The laws every recolor method keeps."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from palette_pictures import SAMPLES, photo

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.document import Document
from palette_studio.core.extract import extract
from palette_studio.core.palette import Palette, Swatch
from palette_studio.core.recolor import METHODS, SIZES, exact, membership, recolor, weights
from palette_studio.core.scene import Part, Scene
from palette_studio.core.tick import Canceled
from palette_studio.workbench.edits import palette_method

TABLES = [None, *SIZES]
IN_RGB = {"layers", "mean-value"}  # move colors in sRGB: lightness is kept where swatches are, not between
FOUND = Palette.from_colors([(20, 18, 25), (120, 40, 30), (180, 150, 130), (60, 80, 140), (220, 215, 210)])
EDITED = FOUND.with_color(1, (30, 120, 160))
colors = st.tuples(*[st.integers(0, 255)] * 3)
palettes = st.lists(st.tuples(colors, colors), min_size=1, max_size=6)


def noise(height=40, width=50, channels=3, dtype=np.uint8):
    values = np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, (height, width, channels))
    pixels = values.astype(dtype)
    pixels.flags.writeable = False
    return pixels


PIXELS = noise()


def both(pairs):
    return Palette.from_colors(a for a, _ in pairs), Palette.from_colors(b for _, b in pairs)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("table", TABLES)
def test_an_unchanged_palette_and_no_strength_give_the_bytes_back(method, dtype, channels, table):
    pixels = noise(channels=channels, dtype=dtype)
    assert np.array_equal(recolor(pixels, FOUND, FOUND, method=method, table=table), pixels)
    same = recolor(pixels, FOUND, EDITED, method=method, table=table, strength=0.0)
    assert np.array_equal(same, pixels)


@cache
def own_palette(name, method):
    """Return a photo and the palette that the window finds for an engine in it."""
    pixels = photo(SAMPLES / name, 200)
    return pixels, extract(pixels, 5, method=palette_method(Document(method=method), "photo"))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["astronaut.jpg", "bowl-with-fig.jpg", "coffee.jpg", "mountain-path.jpg"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_photos_come_back_byte_for_byte_at_no_edit_and_no_strength_and_go_all_the_way_at_1(
    method, name, dtype
):
    pixels, found = own_palette(name, method)
    pixels = pixels.astype(dtype) * dtype(np.iinfo(dtype).max // 255)
    again = Palette.from_colors(swatch.color for swatch in found.swatches)  # equal, and another object
    assert np.array_equal(recolor(pixels, found, again, method=method), pixels)
    edited = found.with_color(2, (20, 90, 200))
    assert np.array_equal(recolor(pixels, found, edited, method=method, strength=0.0), pixels)
    whole = recolor(pixels, found, edited, method=method)
    assert np.array_equal(recolor(pixels, found, edited, method=method, strength=1.0), whole)
    assert not np.array_equal(whole, pixels)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("table", TABLES)
def test_the_result_has_the_shape_the_alpha_and_the_lock_of_a_picture(method, dtype, table):
    pixels = noise(channels=4, dtype=dtype)
    result = recolor(pixels, FOUND, EDITED, method=method, table=table)
    assert result.shape == pixels.shape
    assert result.dtype == dtype
    assert not result.flags.writeable
    assert np.array_equal(result[..., 3], pixels[..., 3])
    assert not np.array_equal(result[..., :3], pixels[..., :3])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("table", [None, 17])
@given(pairs=palettes, random=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_reordering_both_palettes_alike_changes_no_bit(method, table, pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    one = recolor(PIXELS, *both(pairs), method=method, table=table)
    other = recolor(PIXELS, *both(shuffled), method=method, table=table)
    assert np.array_equal(one, other)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_recoloring_a_crop_is_cropping_the_recolored(method, table, dtype):
    pixels = noise(700, 500, dtype=dtype)  # more pixels than go color by color, its crop fewer
    assert pixels.shape[0] * pixels.shape[1] > exact.FEW
    scene, part = Scene.of(pixels), Part(200, 100, 500, 700)
    whole = recolor(pixels, FOUND, EDITED, method=method, table=table, scene=scene)
    crop = pixels[100:150, 200:333]
    crop = recolor(crop, FOUND, EDITED, method=method, table=table, scene=scene, part=part)
    assert np.array_equal(crop, whole[100:150, 200:333])


@pytest.mark.parametrize("method", METHODS)
def test_a_second_run_gives_the_same_bits(method):
    first = recolor(PIXELS, FOUND, EDITED, method=method, table=33)
    assert np.array_equal(first, recolor(PIXELS, FOUND, EDITED, method=method, table=33))


@pytest.mark.parametrize("table", TABLES)
def test_colors_that_do_not_move_keep_their_bytes(table):
    """By nearest swatch, those are the pixels of all other swatches."""
    label = weights(PIXELS.reshape(-1, 3), FOUND, "nearest").argmax(axis=1).reshape(PIXELS.shape[:2])
    result = recolor(PIXELS, FOUND, EDITED, method="nearest", table=table)
    assert np.array_equal(result[label != 1], PIXELS[label != 1])
    assert (result[label == 1] != PIXELS[label == 1]).any()


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_colors_without_a_part_in_what_moves_keep_their_bytes(dtype):
    edited = FOUND.with_color(1, (120, 40, 90))
    lab = srgb_to_lab(np.array([FOUND[1].color, edited[1].color]) / 255)
    pixels = noise(300, 300, dtype=dtype)
    part = weights((pixels >> (8 * (dtype == np.uint16))).astype(np.uint8).reshape(-1, 3), FOUND)[:, 1]
    still = (part == 0).reshape(pixels.shape[:2])
    result = recolor(pixels, FOUND, edited, keep_light=1.0)
    assert abs(lab[0, 0] - lab[1, 0]) > 1  # so it is keep_light that leaves lightness alone
    assert still.mean() > 0.1
    if dtype == np.uint8:
        assert np.array_equal(result[still], pixels[still])
    assert np.abs(result[still].astype(int) - pixels[still]).mean() < 1


@pytest.mark.parametrize("method", METHODS)
def test_a_preview_is_near_the_exact_result(method):
    exactly = recolor(PIXELS, FOUND, EDITED, method=method).astype(int)
    means = [
        np.abs(recolor(PIXELS, FOUND, EDITED, method=method, table=size) - exactly).mean() for size in SIZES
    ]
    assert means == sorted(means, reverse=True)
    assert means[0] < 1.5
    assert means[2] < 0.3


@pytest.mark.parametrize("method", METHODS)
def test_sixteen_bits_agree_with_eight(method):
    wide = PIXELS.astype(np.uint16) * np.uint16(257)
    result = recolor(wide, FOUND, EDITED, method=method) / 257
    assert np.abs(result - recolor(PIXELS, FOUND, EDITED, method=method)).max() <= 0.51


def test_a_table_of_65_is_near_the_exact_result_in_sixteen_bits():
    wide = noise(200, 200, dtype=np.uint16)
    exactly = recolor(wide, FOUND, EDITED).astype(float)
    change = np.abs(recolor(wide, FOUND, EDITED, table=65) - exactly) / 257
    assert change.mean() < 0.25
    assert np.percentile(change, 99) < 3


@pytest.mark.parametrize("method", METHODS)
def test_strength_goes_part_of_the_way(method):
    lab = srgb_to_lab(np.array([FOUND[1].color, EDITED[1].color]) / 255)
    pixel = np.array([[FOUND[1].color]], np.uint8)
    half = srgb_to_lab(recolor(pixel, FOUND, EDITED, method=method, strength=0.5)[0, 0] / 255)
    assert np.abs(half - lab.mean(axis=0)).max() < 1


@pytest.mark.parametrize("method", [method for method in METHODS if method not in IN_RGB])
def test_keeping_light_keeps_the_lightness_of_every_pixel(method):
    kept = recolor(PIXELS, FOUND, EDITED, method=method, keep_light=1.0)
    before, after = srgb_to_lab(PIXELS / 255), srgb_to_lab(kept / 255)
    assert np.abs(before[..., 0] - after[..., 0]).max() < 0.6  # rounding to 8 bits
    assert np.abs(before - after).max() > 10


@pytest.mark.parametrize("method", METHODS)
def test_keeping_light_keeps_the_lightness_of_swatches(method):
    kept = recolor(FOUND.colors[None], FOUND, EDITED, method=method, keep_light=1.0)[0]
    before, after = srgb_to_lab(FOUND.colors / 255), srgb_to_lab(kept / 255)
    assert np.abs(before[:, 0] - after[:, 0]).max() < 0.6
    assert np.abs(before - after).max() > 10


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_mask_says_how_much_of_the_change_a_pixel_gets(method, dtype):
    pixels = noise(dtype=dtype)
    full = recolor(pixels, FOUND, EDITED, method=method)
    mask = np.zeros(pixels.shape[:2], np.uint8)
    mask[:, 10:20], mask[:, 20:] = 128, 255
    result = recolor(pixels, FOUND, EDITED, method=method, mask=mask)
    assert np.array_equal(result[:, :10], pixels[:, :10])
    assert np.array_equal(result[:, 20:], full[:, 20:])
    mean = pixels[:, 10:20] + (full[:, 10:20].astype(float) - pixels[:, 10:20]) * (128 / 255)
    assert np.abs(result[:, 10:20] - mean).max() <= 0.51
    floats = recolor(pixels, FOUND, EDITED, method=method, mask=mask / 255)
    assert np.abs(floats.astype(int) - result).max() <= 1


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 500, 4), (500, 1, 3), (12000, 40, 3)])
def test_any_size_of_picture_is_recolored(method, shape):
    pixels = noise(*shape)
    for table in (None, 17):
        assert recolor(pixels, FOUND, EDITED, method=method, table=table).shape == shape


@pytest.mark.parametrize("method", METHODS)
@given(pairs=palettes)
@settings(max_examples=30, deadline=None)
def test_any_palettes_give_a_picture(method, pairs):
    """Equal swatches, one swatch, black, white: all defined, and a gray picture too."""
    grays = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    for pixels in (PIXELS, grays):
        assert recolor(pixels, *both(pairs), method=method).shape == pixels.shape
        assert recolor(pixels, *both(pairs), method=method, table=17).shape == pixels.shape


@pytest.mark.parametrize("method", METHODS)
def test_a_tick_that_cancels_stops_the_work(method):
    def tick(fraction, partial=None):
        raise Canceled

    for table in (None, 33):
        with pytest.raises(Canceled):
            recolor(PIXELS, FOUND, EDITED, method=method, table=table, tick=tick)


@pytest.mark.parametrize("method", METHODS)
def test_weights_sum_to_one_in_the_order_of_the_artist(method):
    found = FOUND.reordered([3, 0, 4, 1, 2]).added(Swatch(FOUND[2].color))
    shares = weights(PIXELS.reshape(-1, 3), found, method)
    assert shares.dtype == np.float32
    assert np.abs(shares.sum(axis=1) - 1).max() < 1e-5
    own = weights(found.colors, found, method)
    assert np.abs(own[:4, :4] - np.eye(6)[:4, :4]).max() < 1e-4
    assert own[5] == pytest.approx([0, 0, 0, 0, 0.5, 0.5], abs=1e-4)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_membership_is_the_share_of_one_swatch(method, dtype):
    pixels = noise(channels=4, dtype=dtype)
    eight = pixels if dtype == np.uint8 else np.rint(pixels / 257).astype(np.uint8)
    shares = weights(np.ascontiguousarray(eight[..., :3].reshape(-1, 3)), FOUND, method)[:, 3]
    region = membership(pixels, FOUND, 3, method)
    assert region.shape == pixels.shape[:2]
    assert region.dtype == np.uint8
    assert np.abs(region.reshape(-1) - shares * 255.0).mean() < 1.5


def test_what_makes_no_sense_is_refused_with_its_value():
    with pytest.raises(ValueError, match="'magic' is no recolor method"):
        recolor(PIXELS, FOUND, EDITED, method="magic")
    with pytest.raises(ValueError, match="not 20"):
        recolor(PIXELS, FOUND, EDITED, table=20)
    with pytest.raises(ValueError, match=r"strength is 1\.5"):
        recolor(PIXELS, FOUND, EDITED, strength=1.5)
    with pytest.raises(ValueError, match="found has 5 swatches and edited 4"):
        recolor(PIXELS, FOUND, EDITED.without(0))
    with pytest.raises(ValueError, match="found has 0"):
        recolor(PIXELS, Palette(), Palette())
    with pytest.raises(ValueError, match="mask is"):
        recolor(PIXELS, FOUND, EDITED, mask=np.zeros((2, 2), np.uint8))
    with pytest.raises(ValueError, match=r"lies in 0\.\.1"):
        recolor(PIXELS, FOUND, EDITED, mask=np.full(PIXELS.shape[:2], 2.0))
    with pytest.raises(ValueError, match="float64"):
        recolor(PIXELS / 255, FOUND, EDITED)
    with pytest.raises(ValueError, match="no swatch 5"):
        membership(PIXELS, FOUND, 5)

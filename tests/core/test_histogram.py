"""Counts of whole photos against plain numpy ones."""

import numpy as np
import pytest

from palette_studio.core.color import srgb_to_hsv, srgb_to_lab
from palette_studio.core.histogram import histograms
from palette_studio.core.tick import Canceled


def noise(*shape, dtype=np.uint8):
    return np.random.default_rng(0).integers(0, np.iinfo(dtype).max + 1, shape).astype(dtype)


def plain(colors):
    """colors: (n, 3) uint8."""
    rgb = np.stack([np.bincount(colors[:, c], minlength=256) for c in range(3)])
    lightness = np.minimum(np.floor(srgb_to_lab(colors / 255)[:, 0] * 2.56), 255).astype(int)
    r, g, b = colors.astype(int).T
    spread = np.ptp(colors.astype(int), axis=1)
    colored = spread > 0
    sixths = np.where(
        r == colors.max(axis=1),
        (g - b) % (6 * np.maximum(spread, 1)),
        np.where(g == colors.max(axis=1), b - r + 2 * spread, r - g + 4 * spread),
    )
    hue = 60 * sixths[colored] // spread[colored]
    return rgb, np.bincount(lightness, minlength=256), np.bincount(hue, minlength=360)


def test_every_pixel_is_counted_exactly():
    pixels = noise(517, 301, 3)
    rgb, lightness, hue = plain(pixels.reshape(-1, 3))
    found = histograms(pixels)
    assert np.array_equal(found.rgb, rgb)
    assert np.array_equal(found.lightness, lightness)
    assert np.array_equal(found.hue, hue)
    assert found.total == 517 * 301
    assert found.hue.sum() + found.gray == found.total
    assert found.rgb.dtype == found.lightness.dtype == found.hue.dtype == np.int64


def test_the_plain_hue_is_that_of_hsv():
    colors = noise(2000, 3)
    degrees = srgb_to_hsv(colors / 255)[:, 0]
    colored = np.ptp(colors.astype(int), axis=1) > 0
    safe = colored & (np.abs(degrees - np.rint(degrees)) > 1e-6)
    whole = np.bincount(np.floor(degrees[safe]).astype(int), minlength=360)
    assert np.array_equal(whole, plain(colors[safe])[2])


def test_grays_have_no_hue_and_fill_the_lightness_bins_they_are_in():
    grays = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    found = histograms(grays)
    assert found.gray == 256
    assert found.hue.sum() == 0
    assert found.lightness[0] >= 1
    assert found.lightness[255] >= 1
    assert np.array_equal(found.lightness, plain(grays[0])[1])


def test_pixels_that_do_not_show_are_not_counted():
    pixels = noise(60, 50, 4)
    pixels[:, :20, 3], pixels[:, 20:, 3] = 0, 1
    found = histograms(pixels)
    assert found.total == 60 * 30
    assert np.array_equal(found.rgb, plain(pixels[:, 20:, :3].reshape(-1, 3))[0])


def test_sixteen_bits_are_rounded_to_eight_first():
    pixels = noise(60, 50, 3, dtype=np.uint16)
    eight = np.rint(pixels / 257).astype(np.uint8)
    assert np.array_equal(histograms(pixels).rgb, histograms(eight).rgb)


@pytest.mark.parametrize("shape", [(1, 1, 3), (12000, 40, 3), (0, 5, 3)])
def test_any_size_is_counted_and_cannot_be_changed(shape):
    found = histograms(noise(*shape))
    assert found.total == shape[0] * shape[1]
    assert not found.rgb.flags.writeable
    assert not found.hue.flags.writeable


def test_a_tick_that_cancels_stops_the_count():
    def tick(fraction, partial=None):
        raise Canceled

    with pytest.raises(Canceled):
        histograms(noise(50, 50, 3), tick)

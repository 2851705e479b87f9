"""One value a pixel, its histogram and its labels."""

from __future__ import annotations

import colorsys

import cv2
import numpy as np
import pytest

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.histogram import histograms
from palette_studio.core.mixture.channels import CHANNELS, bins, counts, labeled, plane

PIXELS = np.random.default_rng(0).integers(0, 256, (61, 47, 3), np.uint8)


def test_gray_is_the_luma_and_gray_pixels_keep_their_value():
    assert (plane(PIXELS, "gray") == cv2.cvtColor(PIXELS, cv2.COLOR_RGB2GRAY)).all()
    for dtype in (np.uint8, np.uint16):
        flat = np.repeat(np.arange(np.iinfo(dtype).max + 1, dtype=dtype)[:, None, None], 3, axis=2)
        assert (plane(flat, "gray") == flat[..., 0]).all()


def test_lightness_and_hue_are_those_of_their_definitions():
    lightness = srgb_to_lab(PIXELS.reshape(-1, 3) / 255)[:, 0]
    found = plane(PIXELS, "lightness").ravel()
    assert (np.abs(found - np.floor(lightness * 2.56)) <= (np.abs(lightness * 2.56 % 1 - 0.5) > 0.499)).all()
    hue = [int(colorsys.rgb_to_hsv(*pixel)[0] * 360 + 1e-9) for pixel in PIXELS.reshape(-1, 3) / 255]
    assert (plane(PIXELS, "hue").ravel() == hue).mean() > 0.999
    assert (plane(np.full((2, 2, 3), 80, np.uint8), "hue") == 360).all()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_value_is_counted_once(channel, dtype):
    pixels = PIXELS if dtype == np.uint8 else PIXELS.astype(np.uint16) * 257
    values = plane(pixels, channel)
    size = CHANNELS[channel].values[8 * np.dtype(dtype).itemsize]
    expected = np.bincount(values[values < size], minlength=size)
    assert (counts(values, channel) == expected).all()
    alpha = np.zeros(values.shape, np.uint8)
    alpha[3:9] = 7
    assert (
        counts(values, channel, alpha) == np.bincount(values[3:9][values[3:9] < size], minlength=size)
    ).all()


def test_the_channels_agree_with_the_histogram_panel_s_counts():
    known = histograms(PIXELS)
    assert (counts(plane(PIXELS, "lightness"), "lightness") == known.lightness).all()
    assert (counts(plane(PIXELS, "hue"), "hue") == known.hue[:360]).all()


def test_labels_follow_values_and_what_has_no_hue_has_no_label():
    values = plane(PIXELS, "gray")
    labels = np.random.default_rng(1).integers(0, 5, 256).astype(np.uint8)
    assert (labeled(values, labels) == labels[values]).all()
    pixels = PIXELS.copy()
    pixels[0] = 90
    assert (labeled(plane(pixels, "hue"), np.zeros(360, np.uint8))[0] == 255).all()


def test_a_picture_without_hue_has_no_histogram_of_it():
    with pytest.raises(ValueError, match="no pixel"):
        bins(plane(np.full((4, 4, 3), 80, np.uint8), "hue"), "hue")
    with pytest.raises(ValueError, match="gray, lightness, hue"):
        plane(PIXELS, "warmth")

"""Dithering: each way against a plain one, and the laws that all of them keep."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.core.color import linear_to_srgb, srgb_to_linear
from palette_studio.core.dither import METHODS, dither
from palette_studio.core.dither.blue_noise import blue_noise, void_and_cluster
from palette_studio.core.dither.diffusion import KERNELS, taps_of
from palette_studio.core.dither.ordered import bayer
from palette_studio.core.dither.riemersma import LAST, REMEMBERED, curve
from palette_studio.core.nearest import nearest
from palette_studio.core.tick import Canceled

FEW = np.array([(0, 0, 0), (255, 255, 255), (200, 40, 30), (40, 70, 180), (150, 150, 150)], np.uint8)
ORDERED = ("bayer2", "bayer4", "bayer8", "bayer16", "blue-noise")


def noise(height=23, width=31, channels=3, dtype=np.uint8):
    most = np.iinfo(dtype).max
    return np.random.default_rng(0).integers(0, most + 1, (height, width, channels)).astype(dtype)


def ramp(height=64, width=256):
    return np.repeat(np.tile(np.arange(width) * 255 // (width - 1), (height, 1))[..., None], 3, 2).astype(
        np.uint8
    )


def plain_nearest(value, palette):
    """The index nearest to a value rounded to 8 bits."""
    eight = np.rint(np.clip(value, 0, 255)).astype(int)
    return int(((palette.astype(int) - eight) ** 2).sum(axis=1).argmin())


def plain_diffusion(pixels, palette, name, strength, serpentine):
    """The textbook: one pixel after the other, float64."""
    height, width = pixels.shape[:2]
    carried = np.zeros((height + 3, width + 4, 3))
    taps, shares = taps_of(name)
    out = np.zeros((height, width), int)
    for y in range(height):
        way = -1 if serpentine and y % 2 else 1
        for x in range(width)[::way]:
            own = (palette == pixels[y, x]).all(axis=1)
            if own.any():
                out[y, x] = own.argmax()
                continue
            value = np.clip(pixels[y, x] + carried[y, x + 2], -128, 383)
            out[y, x] = index = plain_nearest(value, palette)
            for (down, ahead), share in zip(taps, shares, strict=True):
                carried[y + down, x + 2 + way * ahead] += (value - palette[index]) * share * strength
    return out


@pytest.mark.parametrize("serpentine", [True, False])
@pytest.mark.parametrize("strength", [1.0, 0.5])
@pytest.mark.parametrize("name", KERNELS)
def test_error_diffusion_is_the_textbook_s(name, strength, serpentine):
    pixels = noise()
    fast = dither(pixels, FEW, method=name, strength=strength, serpentine=serpentine)
    plain = plain_diffusion(pixels, FEW, name, strength, serpentine)
    # float32 beside float64: a tie that falls the other way sends the rest of the picture another way
    assert (fast[:6] == plain[:6]).mean() > 0.98


@pytest.mark.parametrize("name", KERNELS)
def test_the_shares_of_a_kernel_sum_to_all_of_the_error_or_to_atkinson_s_six_eighths(name):
    taps, shares = taps_of(name)
    assert shares.sum() == pytest.approx(0.75 if name == "atkinson" else 1.0)
    assert ((taps[:, 0] > 0) | (taps[:, 1] > 0)).all()
    assert np.abs(taps).max() <= 2


def test_riemersma_is_the_plain_queue_along_the_curve():
    pixels = noise(9, 14)
    queue, out = [], np.zeros((9, 14), int)
    fade = LAST ** (np.arange(REMEMBERED) / (REMEMBERED - 1))
    for place in curve(14, 9):
        y, x = divmod(int(place), 14)
        value = pixels[y, x] + sum(e * f for e, f in zip(queue, fade, strict=False))
        index = plain_nearest(value, FEW)
        out[y, x] = index
        queue = [pixels[y, x].astype(float) - FEW[index], *queue][:REMEMBERED]
    assert (dither(pixels, FEW, method="riemersma") == out).mean() > 0.98


@pytest.mark.parametrize(
    "size", [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (5, 4), (64, 64), (200, 7), (33, 129)]
)
def test_the_curve_visits_every_pixel_once_by_small_steps(size):
    way = curve(*size)
    assert sorted(way) == list(range(size[0] * size[1]))
    y, x = np.divmod(way.astype(int), size[0])
    assert max(np.abs(np.diff(x)).max(initial=0), np.abs(np.diff(y)).max(initial=0)) <= 1
    diagonal = (np.abs(np.diff(x)) + np.abs(np.diff(y)) > 1).sum()
    assert diagonal <= 1


def test_bayer_s_pattern_is_bayer_s():
    assert bayer(2).tolist() == [[0, 2], [3, 1]]
    assert bayer(4).tolist() == [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]
    assert sorted(bayer(16).reshape(-1)) == list(range(256))


def low_power(ranks, share):
    """Power below a fifth of the highest frequency, of the pattern at a threshold, beside white noise."""
    ones = (ranks < share * ranks.size).astype(float)
    power = np.abs(np.fft.fft2(ones - ones.mean())) ** 2
    away = np.minimum(np.arange(len(ranks)), len(ranks) - np.arange(len(ranks)))
    radius = np.hypot(away[:, None], away[None])
    low = (radius > 0) & (radius < len(ranks) / 10)
    return power[low].mean() / (ones.var() * ranks.size)


def test_the_shipped_noise_is_blue_at_every_threshold():
    ranks = blue_noise()
    assert sorted(ranks.reshape(-1)) == list(range(128 * 128))
    for share in (0.05, 0.2, 0.5, 0.8, 0.95):
        assert low_power(ranks, share) < 0.1


def test_void_and_cluster_makes_the_same_blue_noise_again():
    ranks = void_and_cluster(32)
    assert np.array_equal(ranks, void_and_cluster(32))
    assert sorted(ranks.reshape(-1)) == list(range(1024))
    assert low_power(ranks, 0.3) < 0.15


@pytest.mark.parametrize("linear", [False, True])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("name", METHODS)
def test_pixels_that_are_palette_colors_stay(name, dtype, linear):
    pixels = noise(40, 50, 3, np.uint8)
    ours = np.random.default_rng(1).random((40, 50)) < 0.5
    picked = np.random.default_rng(2).integers(0, len(FEW), (40, 50))
    pixels[ours] = FEW[picked[ours]]
    pixels = pixels.astype(dtype) * (257 if dtype == np.uint16 else 1)
    indices = dither(pixels, FEW, method=name, linear=linear)
    assert np.array_equal(indices[ours], picked[ours])


@pytest.mark.parametrize("name", ["none", *METHODS])
def test_strength_0_is_the_nearest_color(name):
    pixels = noise()
    assert np.array_equal(dither(pixels, FEW, method=name, strength=0.0), nearest(pixels, FEW))


@pytest.mark.parametrize("linear", [False, True])
@pytest.mark.parametrize("name", METHODS)
def test_a_gradient_keeps_its_tone(name, linear):
    pixels, palette = ramp(), np.array([(0, 0, 0), (255, 255, 255)], np.uint8)
    shown = palette[dither(pixels, palette, method=name, linear=linear)][..., 0] / 255.0
    bands = shown.reshape(64, 16, 16).mean(axis=(0, 2))
    wanted = pixels[..., 0] / 255.0
    wanted = (srgb_to_linear(wanted) if linear else wanted).reshape(64, 16, 16).mean(axis=(0, 2))
    if name == "atkinson":  # it lets a quarter of the error go: shadows and lights are flat
        assert np.abs(bands - wanted)[5:11].max() < 0.12
    else:
        bound = {"bayer2": 0.13, "bayer4": 0.05, "riemersma": 0.06}.get(name, 0.03)
        assert np.abs(bands - wanted).max() < bound


@pytest.mark.parametrize("name", METHODS)
def test_a_mixture_of_two_of_many_colors_keeps_its_color(name):
    middle = linear_to_srgb((srgb_to_linear(FEW[2] / 255.0) + srgb_to_linear(FEW[4] / 255.0)) / 2)
    pixels = np.full((64, 64, 3), np.rint(middle * 255), np.uint8)
    shown = FEW[dither(pixels, FEW, method=name, linear=True)]
    mean = linear_to_srgb(srgb_to_linear(shown / 255.0).mean(axis=(0, 1)))
    assert np.abs(mean - middle).max() < (0.16 if name == "atkinson" else 0.06)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("name", METHODS)
def test_clear_pixels_neither_take_nor_give(name, dtype):
    pixels = noise(20, 24, 4, dtype)
    pixels[:, 8:16, 3] = 0
    pixels[:, :8, 3] = pixels[:, 16:, 3] = np.iinfo(dtype).max
    other = pixels.copy()
    other[:, 8:16, :3] = 77
    first, second = (dither(p, FEW, method=name) for p in (pixels, other))
    assert np.array_equal(first, second)
    assert (first[:, 8:16] == 0).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (3, 2)])
@pytest.mark.parametrize("name", METHODS)
def test_any_size_and_any_palette(name, shape):
    pixels = noise(*shape)
    for palette in (FEW[:1], FEW, np.repeat(FEW, 3, axis=0), noise(1, 256)[0]):
        indices = dither(pixels, palette, method=name)
        assert indices.shape == shape and indices.dtype == np.uint8 and indices.max() < len(palette)


@pytest.mark.parametrize("name", METHODS)
def test_16_bits_say_what_8_bits_say(name):
    pixels = noise(40, 40)
    deep = pixels.astype(np.uint16) * 257
    same = dither(pixels, FEW, method=name) == dither(deep, FEW, method=name)
    assert same.mean() > 0.98  # shares of ordered ways are finer in float


@pytest.mark.parametrize("name", METHODS)
def test_a_cancel_stops_it(name):
    calls = []

    def stop(fraction, partial=None):
        calls.append(fraction)
        if len(calls) > 1:
            raise Canceled

    with pytest.raises(Canceled):
        dither(noise(1200, 1200), FEW, method=name, tick=stop)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"method": "magic"}, "magic"),
        ({"strength": 1.5}, "1.5"),
        ({"colors": np.zeros((257, 3), np.uint8)}, "1..256"),
        ({"colors": np.zeros((0, 3), np.uint8)}, "1..256"),
    ],
)
def test_what_makes_no_sense_is_named(options, words):
    colors = options.pop("colors", FEW)
    with pytest.raises(ValueError, match=words):
        dither(noise(), colors, **options)

"""Dithering: each way against a plain one, and the laws that all of them keep."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from palette_studio.core.color import linear_to_srgb, srgb_to_linear
from palette_studio.core.dither import METHODS, diffusion, dither, riemersma
from palette_studio.core.dither.blue_noise import blue_noise, void_and_cluster
from palette_studio.core.dither.diffusion import KERNELS, taps_of, weights_of
from palette_studio.core.dither.options import Options
from palette_studio.core.dither.ordered import bayer
from palette_studio.core.dither.riemersma import FADE, stretches
from palette_studio.core.dither.scale import Scale
from palette_studio.core.kernels.dither_lookup import WHITE
from palette_studio.core.kernels.dither_mix import mixed
from palette_studio.core.nearest import nearest
from palette_studio.core.tick import Canceled, no_tick

FEW = np.array([(0, 0, 0), (255, 255, 255), (200, 40, 30), (40, 70, 180), (150, 150, 150)], np.uint8)
ORDERED = ("bayer2", "bayer4", "bayer8", "bayer16", "blue-noise")


def noise(height=23, width=31, channels=3, dtype=np.uint8):
    most = np.iinfo(dtype).max
    return np.random.default_rng(0).integers(0, most + 1, (height, width, channels)).astype(dtype)


def curve(width, height):
    return np.concatenate([stretch.copy() for stretch in stretches(width, height)])


def ramp(height=64, width=256):
    return np.repeat(np.tile(np.arange(width) * 255 // (width - 1), (height, 1))[..., None], 3, 2).astype(
        np.uint8
    )


def units(palette, linear):
    """Colors in the whole numbers that errors are counted in."""
    share = palette / 255.0
    return np.rint((srgb_to_linear(share) if linear else share) * WHITE).astype(int)


def plain_nearest(value, palette, linear):
    """The index nearest to a color in units, rounded to 8 bits."""
    share = np.clip(value / WHITE, 0, 1)
    byte = np.floor((linear_to_srgb(share) if linear else share) * 255 + 0.5).astype(int)
    return int(((palette.astype(int) - byte) ** 2).sum(axis=1).argmin())


def weighed(errors):
    """A sum of errors times weights, rounded as the loops do."""
    return sum(weight * error for weight, error in errors) + 2**13 >> 14


def plain_step(pixel, palette, taken_up, linear):
    """The index that a pixel shows, and its error."""
    value = units(pixel[:3], linear) + taken_up
    index = plain_nearest(value, palette, linear)
    own = (palette == pixel[:3]).all(axis=1)
    if len(pixel) == 4 and pixel[3] == 0:
        return 0, np.zeros(3, int)
    if own.any():
        return int(own.argmax()), np.zeros(3, int)
    limit = Scale.of(pixel[None, None], palette, Options("rgb", 1.0, linear, True), no_tick).limit
    return index, np.clip(value - units(palette[index], linear), -limit, limit)


def plain_diffusion(pixels, palette, name, strength, serpentine, linear):
    """The textbook: one pixel after the other hands its error on to others."""
    height, width = pixels.shape[:2]
    below, beside, beyond = weights_of(name, strength)
    taps = [(0, 1, beside), (0, 2, beyond)]
    taps += [(up + 1, 2 - at, int(below[0, up, at])) for up in range(2) for at in range(5)]
    out, handed = np.zeros((height, width), int), {}
    for y in range(height):
        way = -1 if serpentine and y % 2 else 1
        for x in range(width)[::way]:
            taken_up = weighed(handed.pop((y, x), [])) if (y, x) in handed else 0
            out[y, x], error = plain_step(pixels[y, x], palette, taken_up, linear)
            for down, ahead, weight in taps:
                handed.setdefault((y + down, x + way * ahead), []).append((weight, error))
    return out


@pytest.mark.parametrize("linear", [False, True])
@pytest.mark.parametrize("serpentine", [True, False])
@pytest.mark.parametrize("strength", [1.0, 0.3])
@pytest.mark.parametrize("name", KERNELS)
def test_error_diffusion_is_the_textbook_s(name, strength, serpentine, linear):
    pixels = noise(channels=4) // 2 + 40
    pixels[5:9, 4:9, :3] = FEW[4]
    pixels[::7, ::5, 3] = 0
    fast = dither(pixels, FEW, method=name, strength=strength, serpentine=serpentine, linear=linear)
    assert np.array_equal(fast, plain_diffusion(pixels, FEW, name, strength, serpentine, linear))


@pytest.mark.parametrize("shape", [(1, 768), (3, 769), (150, 900), (200, 1801)])
@pytest.mark.parametrize("name", ["floyd-steinberg", "jarvis"])
def test_rows_worked_on_by_every_core_are_those_of_one(name, shape, monkeypatch):
    pixels = noise(*shape)
    by_all = dither(pixels, FEW, method=name, serpentine=False)
    monkeypatch.setattr(diffusion, "TILE_COLUMNS", 10_000)
    assert np.array_equal(by_all, dither(pixels, FEW, method=name, serpentine=False))


@pytest.mark.parametrize("name", KERNELS)
def test_the_shares_of_a_kernel_sum_to_all_of_the_error_or_to_atkinson_s_six_eighths(name):
    taps = taps_of(name)
    total = 0.75 if name == "atkinson" else 1.0
    assert sum(share for _, _, share in taps) == pytest.approx(total)
    assert all(down > 0 or ahead > 0 for down, ahead, _ in taps)
    below, beside, beyond = weights_of(name, 1.0)
    assert below[0].sum() + beside + beyond == below[1].sum() + beside + beyond == total * 2**14
    for down, ahead, share in taps:
        weight = below[0, down - 1, 2 - ahead] if down else (beside, beyond)[ahead - 1]
        assert abs(weight / 2**14 - share) < 5 / 2**14


@pytest.mark.parametrize("linear", [False, True])
@pytest.mark.parametrize("strength", [1.0, 0.4])
def test_riemersma_is_a_fading_sum_along_the_curve(strength, linear):
    pixels = noise(9, 14, 4) // 2 + 40
    pixels[:, 5, :3], pixels[::3, ::4, 3] = FEW[4], 0
    out, state = np.zeros((9, 14), int), np.zeros(3, int)
    keep, added = round(FADE * 2**14), round((1 - FADE) * strength * 2**14)
    for place in curve(14, 9):
        y, x = divmod(int(place), 14)
        out[y, x], error = plain_step(pixels[y, x], FEW, state + 2**13 >> 14, linear)
        state = (state * keep >> 14) + error * added
    assert np.array_equal(dither(pixels, FEW, method="riemersma", strength=strength, linear=linear), out)


@pytest.mark.parametrize(
    "size", [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (5, 4), (64, 64), (200, 7), (33, 129)]
)
def test_the_curve_visits_every_pixel_once_by_small_steps(size):
    way = curve(*size)
    assert sorted(way) == list(range(size[0] * size[1]))
    y, x = np.divmod(way.astype(int), size[0])
    assert max(np.abs(np.diff(x)).max(initial=0), np.abs(np.diff(y)).max(initial=0)) <= 1
    assert (np.abs(np.diff(x)) + np.abs(np.diff(y)) > 1).sum() <= 1  # one step may be diagonal


@pytest.mark.parametrize("size", [(40, 1), (1, 40), (23, 17), (64, 32)])
def test_the_curve_may_be_walked_in_stretches(size, monkeypatch):
    whole = curve(*size)
    monkeypatch.setattr(riemersma, "STRETCH", 7)
    assert np.array_equal(curve(*size), whole)


@pytest.mark.parametrize("strength", [63 / 64, 0.5, 0.1])
@pytest.mark.parametrize("kind", ["any", "gray", "flat", "grid"])
@pytest.mark.parametrize("k", [1, 2, 3, 9, 14])
def test_a_mixture_costs_as_little_as_any(k, kind, strength):
    rng = np.random.default_rng(k)
    inks = rng.integers(0, 256, (k, 3)).astype(float)
    if kind == "gray":
        inks[:] = inks[:, :1]
    elif kind == "flat":
        inks[:, 2] = 80
    elif kind == "grid":
        inks = np.stack(np.unravel_index(np.arange(k), (3, 3, 3)), axis=1) * 100.0
    for color in rng.integers(0, 256, (8, 3)).astype(float):
        corner, weight = mixture(color, inks, strength)
        assert weight.min() >= 0 and weight.sum() == pytest.approx(1) and len(weight) <= 4
        ours, least = cost(corner, weight, color, inks, strength), best_cost(color, inks, strength)
        assert ours <= least + 1e-3


def mixture(color, inks, strength):
    """Corners and weights by the compiled loop."""
    k, corner, weight = len(inks), np.empty(5, np.int64), np.empty(5)
    scratch = np.empty(k), np.empty(k), np.empty((5, 5)), np.empty(5)
    across = np.ascontiguousarray(inks.T)
    n = mixed(tuple(color), tuple(color), across, across, 1.0, strength, strength, corner, 0, weight, scratch)
    return corner[:n], weight[:n]


def cost(corner, weight, color, inks, strength):
    grain = weight @ ((inks[corner] - color) ** 2).sum(axis=1)
    return (1 - strength) * grain + strength * ((color - weight @ inks[corner]) ** 2).sum()


def best_cost(color, inks, strength):
    """The least cost of all sets of up to four colors, each solved as linear equations (Lagrange)."""
    least = np.inf
    for size in range(1, min(4, len(inks)) + 1):
        for chosen in combinations(range(len(inks)), size):
            corner, some = np.array(chosen), inks[list(chosen)]
            system = np.ones((size + 1, size + 1))
            system[:size, :size], system[size, size] = 2 * strength * some @ some.T, 0
            right = 2 * strength * some @ color - (1 - strength) * ((some - color) ** 2).sum(axis=1)
            weight = np.linalg.lstsq(system, np.append(right, 1.0), rcond=None)[0][:size]
            if weight.min() > -1e-9 and abs(weight.sum() - 1) < 1e-9:
                least = min(least, cost(corner, weight, color, inks, strength))
    return least


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


@pytest.mark.parametrize("name", METHODS)
def test_a_preview_keeps_the_tone_and_is_exact_but_for_patterns(name):
    pixels = ramp()
    exact, preview = (FEW[dither(pixels, FEW, method=name, preview=hint)] / 255.0 for hint in (False, True))
    if name not in ORDERED:
        assert np.array_equal(exact, preview)
    off = np.abs((exact - preview).reshape(64, 16, 16, 3).mean(axis=(0, 2))).max()
    assert off < (0.06 if name == "bayer2" else 0.02)  # the coarser the pattern, the larger its steps


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

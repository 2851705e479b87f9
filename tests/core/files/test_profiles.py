"""Embedded profiles are converted as the definitions of their color spaces say."""

from __future__ import annotations

from functools import cache

import imagecodecs
import numpy as np
import pytest
import tifffile
from photo_files import ADOBE_PRIMARIES, P3_PRIMARIES, SRGB_PRIMARIES, deep_png

from palette_studio.core.color import linear_to_srgb, srgb_to_linear
from palette_studio.core.files import profiles, read_photo

WIDE = {"adobe": (ADOBE_PRIMARIES, 563 / 256), "p3": (P3_PRIMARIES, 2.2)}


@cache  # a profile holds the second it was made in
def rgb_profile(primaries: tuple[tuple[float, float], ...], gamma: float) -> bytes:
    flat = [value for x, y in primaries for value in (x, y, 1.0)]
    return imagecodecs.cms_profile("rgb", whitepoint=(0.3127, 0.3290, 1.0), primaries=flat, gamma=gamma)


def gray_profile(gamma: float) -> bytes:
    return imagecodecs.cms_profile("gray", whitepoint=(0.3127, 0.3290, 1.0), gamma=gamma)


def to_xyz(primaries: tuple[tuple[float, float], ...]) -> np.ndarray:
    """The matrix of an RGB space with a D65 white (Lindbloom, RGB/XYZ matrices)."""
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in primaries]).T
    white = np.array([0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290])
    return columns * np.linalg.solve(columns, white)


def in_srgb(values: np.ndarray, name: str) -> np.ndarray:
    """Values 0..1 of a wide space as sRGB values 0..1, clipped."""
    primaries, gamma = WIDE[name]
    linear = values**gamma @ (np.linalg.inv(to_xyz(SRGB_PRIMARIES)) @ to_xyz(primaries)).T
    return linear_to_srgb(np.clip(linear, 0, 1))


@pytest.mark.parametrize("name", WIDE)
@pytest.mark.parametrize("kind", ["png", "tif", "webp"])
def test_8_bit_colors_are_within_a_level_of_the_definition(kind, name, random_pixels, save):
    pixels = random_pixels((50, 60, 3))
    how = {"lossless": True} if kind == "webp" else {}
    photo = read_photo(save(pixels, f"x.{kind}", icc_profile=rgb_profile(*WIDE[name]), **how))
    assert photo.origin.converted and photo.origin.profile == rgb_profile(*WIDE[name])
    assert np.abs(photo.pixels - in_srgb(pixels / 255, name) * 255).max() <= 1


@pytest.mark.parametrize("name", WIDE)
@pytest.mark.parametrize("kind", ["png", "tif"])
def test_16_bit_colors_are_within_a_2000th_of_the_definition(kind, name, random_pixels, tmp_path):
    pixels, profile = random_pixels((50, 60, 3), np.uint16), rgb_profile(*WIDE[name])
    path = tmp_path / f"x.{kind}"
    if kind == "tif":
        tifffile.imwrite(path, pixels, photometric="rgb", iccprofile=profile)
    else:
        path.write_bytes(deep_png(pixels, profile=profile))
    photo = read_photo(path)
    assert photo.bits == 16 and photo.origin.converted
    assert np.abs(photo.pixels - in_srgb(pixels / 65535, name) * 65535).max() <= 33
    assert np.abs(photo.pixels.astype(int) - pixels).max() > 3000  # as it would be without the profile


def test_alpha_passes_a_conversion_untouched(random_pixels, save):
    pixels = random_pixels((20, 20, 4))
    photo = read_photo(save(pixels, "x.png", icc_profile=rgb_profile(*WIDE["adobe"])))
    assert np.array_equal(photo.pixels[..., 3], pixels[..., 3])
    assert np.abs(photo.pixels[..., :3] - in_srgb(pixels[..., :3] / 255, "adobe") * 255).max() <= 1


def test_profiles_that_mean_srgb_change_no_byte(random_pixels, save):
    pixels = random_pixels((20, 20, 3))
    for profile in (profiles.srgb_profile(), imagecodecs.cms_profile("srgb")):
        photo = read_photo(save(pixels, "x.png", icc_profile=profile))
        assert np.array_equal(photo.pixels, pixels)
        assert not photo.origin.converted and photo.origin.profile == profile
        assert photo.origin.profile_name == "sRGB"


def test_a_profile_a_little_off_srgb_is_none():
    assert not profiles.is_srgb(rgb_profile(SRGB_PRIMARIES, 2.2))
    assert not profiles.is_srgb(rgb_profile(*WIDE["p3"]))


def test_pixels_can_stay_in_the_colors_of_the_file(random_pixels, save):
    pixels = random_pixels((9, 9, 3))
    photo = read_photo(save(pixels, "x.png", icc_profile=rgb_profile(*WIDE["p3"])), convert=False)
    assert np.array_equal(photo.pixels, pixels) and not photo.origin.converted


def test_gray_goes_through_its_profile(save):
    ramp = np.tile(np.arange(256, dtype=np.uint8), (2, 1))
    photo = read_photo(save(ramp, "x.png", icc_profile=gray_profile(1.8)))
    expected = linear_to_srgb((ramp / 255) ** 1.8) * 255
    assert np.abs(photo.pixels - expected[..., None]).max() <= 1
    assert photo.origin.converted and photo.origin.profile is None


def test_gray_under_an_rgb_profile_is_taken_for_equal_parts(save):
    ramp = np.tile(np.arange(256, dtype=np.uint8), (2, 1))
    photo = read_photo(save(ramp, "x.png", icc_profile=rgb_profile(SRGB_PRIMARIES, 1.8)))
    assert np.abs(photo.pixels - linear_to_srgb((ramp / 255) ** 1.8)[..., None] * 255).max() <= 1


@pytest.mark.parametrize("length", [5, 100, 130, 300, 500])
def test_a_damaged_profile_is_said_and_passed_over(length, random_pixels, save):
    pixels = random_pixels((9, 9, 3))
    photo = read_photo(save(pixels, "x.png", icc_profile=profiles.srgb_profile()[:length]))
    assert np.array_equal(photo.pixels, pixels) and photo.origin.profile is None
    assert "damaged" in photo.origin.profile_name


def test_every_damaged_profile_is_found_unusable_or_used():
    generator, whole = np.random.default_rng(0), np.frombuffer(rgb_profile(*WIDE["adobe"]), np.uint8)
    for _ in range(200):
        damaged = whole.copy()
        places = generator.integers(0, len(whole), 5)
        damaged[places] = generator.integers(0, 256, 5, np.uint8)
        if profiles.usable(damaged.tobytes()) and profiles.space_of(damaged.tobytes()) == "rgb":
            profiles.is_srgb(damaged.tobytes())
        assert profiles.name_of_profile(damaged.tobytes())


def test_the_srgb_profile_is_the_same_in_every_run_and_means_srgb():
    assert profiles.srgb_profile()[24:36] == bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    ramp = np.arange(0, 65536, 257, dtype=np.uint16).reshape(1, -1, 1).repeat(3, axis=2)
    light = profiles.convert(ramp, profiles.srgb_profile(), rgb_profile(SRGB_PRIMARIES, 1.0))
    assert np.abs(light / 65535 - srgb_to_linear(ramp / 65535)).max() < 1e-3

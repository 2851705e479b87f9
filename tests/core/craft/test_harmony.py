"""Harmonies stand at their angles, swatches go to the nearest, and locks, grays and strength are obeyed."""

from __future__ import annotations

import numpy as np
import pytest
from craft_palettes import FIVE, SKY, colors, locked, palettes, random_palette
from hypothesis import given, settings
from hypothesis import strategies as st

from palette_studio.core.color import hsv_to_srgb, srgb_to_oklch
from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.harmony import HARMONIES, guides, harmonized, linked
from palette_studio.core.craft.wheels import RYB, WHEELS, angle_of, hue_of
from palette_studio.core.palette import Palette


def turn(degrees):
    return (np.asarray(degrees) + 180) % 360 - 180


@pytest.mark.parametrize("wheel", WHEELS)
def test_a_wheel_is_turned_there_and_back_and_never_runs_backward(wheel):
    hues = np.arange(0, 360, 0.5)
    assert np.abs(turn(hue_of(angle_of(hues, wheel), wheel) - hues)).max() < 1e-8
    steps = turn(np.diff(hue_of(np.arange(0, 361, 0.5), wheel)))
    assert (steps > 0).all()


def test_the_hsv_wheel_has_full_hues_at_their_hsv_angles():
    angles = np.arange(0, 360, 7.0)
    hues = srgb_to_oklch(hsv_to_srgb(np.stack([angles, np.ones(52), np.ones(52)], axis=1)))[:, 2]
    off = np.abs(turn(angle_of(hues, "hsv") - angles))
    blues = (angles > 226) & (angles < 240)  # of one OKLCH hue, to 0.16 degrees
    assert off[~blues].max() < 0.1 and off[blues].max() < 14
    assert np.abs(turn(hue_of(angles, "hsv") - hues)).max() < 0.17
    blue = srgb_to_oklch([0.0, 0, 1])[2]
    assert angle_of(blue, "hsv") == pytest.approx(240, abs=1)


def test_the_painters_wheel_has_its_paints_every_60_degrees():
    hues = srgb_to_oklch(np.array(RYB, float))[:, 2]
    assert np.abs(turn(angle_of(hues, "ryb") - np.arange(6) * 60)).max() < 0.01


def test_opposites_are_those_of_each_wheel():
    red = srgb_to_oklch([1.0, 0, 0])[2]
    cyan, green = srgb_to_oklch([0.0, 1, 1])[2], srgb_to_oklch([0, 0.66, 0.2])[2]
    assert guides(red, "complementary", "hsv")[1] == pytest.approx(cyan, abs=0.01)
    assert guides(red, "complementary", "ryb")[1] == pytest.approx(green, abs=0.01)
    assert guides(red, "complementary", "oklch")[1] == pytest.approx(red + 180)


@pytest.mark.parametrize("name", HARMONIES)
@pytest.mark.parametrize("wheel", WHEELS)
def test_every_swatch_goes_to_the_nearest_hue_of_the_harmony(name, wheel):
    palette = random_palette(24)
    before, after = oklch_of(palette), oklch_of(harmonized(palette, name, 3, wheel))
    wanted = angle_of(guides(before[3, 2], name, wheel), wheel)
    apart = np.abs(turn(angle_of(before[:, 2], wheel)[:, None] - wanted))
    nearest = guides(before[3, 2], name, wheel)[apart.argmin(axis=1)]
    hued = (before[:, 1] > GRAY) & (after[:, 1] > 0.05)
    assert np.abs(turn(after[hued, 2] - nearest[hued])).max() < 3  # what 8 bits make of it
    assert np.abs(after[:, 0] - before[:, 0]).max() < 0.004
    assert (after[:, 1] < before[:, 1] + 0.004).all()


@settings(max_examples=40, deadline=None)
@given(palettes, st.sampled_from(list(HARMONIES)), st.sampled_from(WHEELS), st.data())
def test_no_strength_changes_nothing_and_locks_and_the_key_stay(palette: Palette, name, wheel, data):
    key = data.draw(st.integers(0, len(palette) - 1))
    assert harmonized(palette, name, key, wheel, 0.0) == palette
    after = harmonized(palette, name, key, wheel)
    assert after[key] == palette[key]
    pairs = zip(palette.swatches, after.swatches, strict=True)
    assert all(a == b for a, b in pairs if a.locked)


def test_a_locked_swatch_may_be_the_key_and_half_the_strength_goes_half_the_way():
    palette = locked(FIVE, 3)
    half, whole = (oklch_of(harmonized(palette, "monochrome", 3, strength=s)) for s in (0.5, 1.0))
    before = oklch_of(palette)
    assert turn(whole[1, 2] - before[3, 2]) == pytest.approx(0, abs=2)
    assert turn(half[1, 2] - before[1, 2]) == pytest.approx(turn(before[3, 2] - before[1, 2]) / 2, abs=2)


def test_a_color_that_is_no_swatch_may_be_the_key():
    assert harmonized(FIVE, "triad", SKY, "ryb") == harmonized(FIVE, "triad", 3, "ryb")
    after = oklch_of(harmonized(FIVE, "monochrome", (200, 60, 160)))
    assert turn(after[1:, 2] - srgb_to_oklch(np.array([200, 60, 160]) / 255)[2]) == pytest.approx(0, abs=3)


def test_grays_stay_and_a_gray_key_moves_nobody():
    assert harmonized(FIVE, "triad", 3)[0] == FIVE[0]
    assert harmonized(FIVE, "triad", 0) == FIVE
    nearly = FIVE.with_color(0, (42, 38, 35))
    assert harmonized(nearly, "complementary", (0, 90, 200))[0] == nearly[0]


def test_one_handle_turns_the_others_with_their_offsets():
    key = (60, 160, 240)
    moved = linked(locked(FIVE, 4), 3, key)
    assert moved[3].color == key and moved[4] == locked(FIVE, 4)[4] and moved[0] == FIVE[0]
    before, after = oklch_of(FIVE), oklch_of(moved)
    assert turn(after[1:3, 2] - before[1:3, 2]) == pytest.approx(
        [turn(after[3, 2] - before[3, 2])] * 2, abs=2
    )
    assert linked(FIVE, 3, SKY) == FIVE
    assert linked(locked(FIVE, 3), 3, key) == locked(FIVE, 3)
    assert colors(linked(FIVE, 3, (90, 90, 90)))[:3] == colors(FIVE)[:3]


def test_unknown_words_and_numbers_are_refused_with_what_there_is():
    with pytest.raises(ValueError, match="there are complementary, analogous"):
        guides(0, "chord")
    with pytest.raises(ValueError, match="there are oklch, hsv, ryb"):
        guides(0, "triad", "cmyk")
    with pytest.raises(ValueError, match=r"strength is 1.5"):
        harmonized(FIVE, "triad", 1, strength=1.5)
    with pytest.raises(ValueError, match="no swatch 5"):
        harmonized(FIVE, "triad", 5)

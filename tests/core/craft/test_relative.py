"""Swatches moved together come back together, stay in sRGB, and leave locked ones where they are."""

from __future__ import annotations

import numpy as np
import pytest
from craft_palettes import FIVE, colors, locked, palettes, random_palette
from hypothesis import given, settings
from hypothesis import strategies as st

from palette_studio.core.color import ciede2000, srgb_to_lab, srgb_to_oklch
from palette_studio.core.craft.gamut import fits, oklch_of, rgb_of, within
from palette_studio.core.craft.relative import Shift, shifted
from palette_studio.core.palette import Palette

CUBE = np.stack(np.meshgrid(*[np.arange(0, 256, 15)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)


def test_every_color_of_srgb_goes_to_oklch_and_back_to_the_same_bytes():
    assert np.array_equal(rgb_of(srgb_to_oklch(CUBE / 255)), CUBE)
    assert fits(srgb_to_oklch(CUBE / 255)).all()


def test_what_is_brought_inside_keeps_lightness_and_hue_and_lies_at_the_edge():
    random = np.random.default_rng(0)
    lch = np.stack([random.uniform(0.05, 0.95, 500), np.full(500, 0.5), random.uniform(0, 360, 500)], axis=1)
    inside = within(lch)
    assert np.array_equal(inside[:, [0, 2]], lch[:, [0, 2]])
    assert fits(inside).all()
    assert not fits(inside + np.array([0, 1e-4, 0])).any()


@settings(max_examples=50, deadline=None)
@given(palettes, st.floats(-1, 1), st.floats(-0.4, 0.4), st.floats(-360, 360))
def test_a_drag_back_to_where_it_began_gives_every_color(palette: Palette, light, chroma, hue):
    moved = shifted(palette, Shift(light, chroma, hue))
    assert shifted(palette, Shift()) == palette
    for before, after in zip(palette.swatches, moved.swatches, strict=True):
        assert all(0 <= value <= 255 for value in after.color)
        assert not before.locked or before == after


def test_a_shift_inside_the_gamut_is_the_difference_of_all_swatches():
    small = Palette.from_colors([(120, 100, 90), (90, 120, 130), (130, 110, 140)])
    moved = oklch_of(shifted(small, Shift(0.05, 0.02, 30))) - oklch_of(small)
    assert np.abs(moved[:, 0] - 0.05).max() < 0.003
    assert np.abs(moved[:, 1] - 0.02).max() < 0.003
    assert np.abs((moved[:, 2] + 180) % 360 - 180 - 30).max() < 4  # what 8 bits make of it


def test_only_the_rows_asked_for_move_and_locks_hold():
    moved = shifted(locked(FIVE, 2), Shift(0.1), [1, 2])
    assert [a != b for a, b in zip(colors(FIVE), colors(moved), strict=True)] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert [s.name for s in moved.swatches] == [s.name for s in FIVE.swatches]
    with pytest.raises(ValueError, match="no swatch 7 among 5"):
        shifted(FIVE, Shift(0.1), [7])


def test_a_gray_stays_gray_when_chroma_rises_and_colors_lose_all_of_it():
    moved = shifted(FIVE, Shift(chroma=0.1))
    assert moved[0].color == FIVE[0].color
    assert oklch_of(moved)[1, 1] > oklch_of(FIVE)[1, 1]
    assert all(len(set(color)) == 1 for color in colors(shifted(FIVE, Shift(chroma=-1))))


def test_a_full_turn_of_hue_changes_no_color():
    palette = random_palette(64)
    lab = srgb_to_lab(palette.colors / 255)
    turned = srgb_to_lab(shifted(palette, Shift(hue_deg=360)).colors / 255)
    assert ciede2000(lab, turned).max() < 1e-6

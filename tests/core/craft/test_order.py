"""Orders are permutations, locked swatches keep their places, gradients and shuffles keep to their rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from craft_palettes import BRICK, FIVE, MOSS, SAND, SKY, colors, locked, palettes, random_palette
from hypothesis import given, settings
from hypothesis import strategies as st

from palette_studio.core.color import srgb_to_oklab, srgb_to_oklch
from palette_studio.core.craft.contrast import luminance
from palette_studio.core.craft.gamut import GRAY, oklch_of
from palette_studio.core.craft.gradient import gradient
from palette_studio.core.craft.order import KEYS, reverse, sorted_by
from palette_studio.core.craft.shuffle import shuffled_assignment, shuffled_hues, shuffled_tones
from palette_studio.core.palette import Palette

SHUFFLES = [shuffled_hues, shuffled_tones, shuffled_assignment]


@settings(max_examples=40, deadline=None)
@given(palettes, st.sampled_from(list(KEYS)), st.booleans())
def test_an_order_is_a_permutation_in_which_locked_swatches_keep_their_places(palette: Palette, key, down):
    order = sorted_by(palette, key, descending=down)
    assert sorted(order) == list(range(len(palette)))
    assert all(order[row] == row for row, swatch in enumerate(palette.swatches) if swatch.locked)
    ordered = palette.reordered(order)
    assert sorted_by(ordered, key, descending=down) == list(range(len(palette)))  # sorted is sorted
    back = palette.reordered(reverse(palette))
    assert back.reordered(reverse(back)) == palette


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("lightness", lambda s: srgb_to_oklch(np.array(s.color) / 255)[0]),
        ("chroma", lambda s: srgb_to_oklch(np.array(s.color) / 255)[1]),
        ("luminance", lambda s: luminance(s.color)),
        ("coverage", lambda s: s.coverage),
        ("name", lambda s: s.name.casefold()),
    ],
)
def test_values_ascend_or_descend(key, value):
    palette = FIVE.with_swatch(4, replace(FIVE[4], name="bisque"))
    up = [value(palette[row]) for row in sorted_by(palette, key)]
    assert up == sorted(up)
    assert [value(palette[row]) for row in sorted_by(palette, key, descending=True)] == up[::-1]


def test_grays_come_after_the_hues_by_lightness():
    grays = Palette.from_colors([(200, 200, 200), BRICK, (20, 20, 20), SKY, MOSS, (120, 121, 120)])
    ordered = grays.reordered(sorted_by(grays, "hue"))
    assert colors(ordered)[3:] == [(20, 20, 20), (120, 121, 120), (200, 200, 200)]
    assert colors(ordered)[:3] == [BRICK, MOSS, SKY]
    assert colors(grays.reordered(sorted_by(grays, "hue", descending=True)))[:3] == [SKY, MOSS, BRICK]


def test_nobody_can_sort_by_what_is_not_there():
    with pytest.raises(ValueError, match="there are hue, lightness"):
        sorted_by(FIVE, "taste")


def test_two_ends_give_even_steps_in_oklab_to_all_between():
    palette = Palette.from_colors([(0, 0, 0), (9, 9, 9), (9, 9, 9), (9, 9, 9), (255, 255, 255)])
    light = oklch_of(gradient(palette, [0, 4]))[:, 0]
    assert light == pytest.approx([0, 0.25, 0.5, 0.75, 1], abs=0.003)
    assert gradient(palette, [4, 0]) == gradient(palette, [0, 4])


def test_the_steps_leave_out_locked_swatches_and_those_not_chosen():
    palette = locked(Palette.from_colors([BRICK, (1, 2, 3), (4, 5, 6), (7, 8, 9), SAND]), 2)
    middle = gradient(palette, [0, 1, 2, 4])
    assert colors(middle)[2:] == [(4, 5, 6), (7, 8, 9), SAND]
    mean = (srgb_to_oklab(np.array(BRICK) / 255) + srgb_to_oklab(np.array(SAND) / 255)) / 2
    assert srgb_to_oklab(np.array(middle[1].color) / 255) == pytest.approx(mean, abs=0.004)
    thirds = gradient(palette, [0, 4])
    assert thirds[2] == palette[2] and thirds[1] != middle[1]
    assert gradient(palette, [0, 1]) == palette
    with pytest.raises(ValueError, match="1 is chosen"):
        gradient(palette, [3])


@settings(max_examples=25, deadline=None)
@given(palettes, st.sampled_from(SHUFFLES), st.integers(0, 99))
def test_a_seed_gives_one_palette_and_locks_hold(palette: Palette, shuffle, seed):
    after = shuffle(palette, seed)
    assert after == shuffle(palette, seed)
    assert all(a == b for a, b in zip(palette.swatches, after.swatches, strict=True) if a.locked)


@pytest.mark.parametrize("shuffle", SHUFFLES)
def test_seeds_differ_and_names_and_coverages_stay(shuffle):
    assert len({tuple(colors(shuffle(FIVE, seed))) for seed in range(20)}) > 10
    assert [(s.name, s.coverage) for s in shuffle(FIVE, 1).swatches] == [
        (s.name, s.coverage) for s in FIVE.swatches
    ]


def test_shuffled_hues_keep_lightness_and_grays():
    palette = random_palette(64)
    before, after = oklch_of(palette), oklch_of(shuffled_hues(palette, 0))
    assert np.abs(before[:, 0] - after[:, 0]).max() < 0.004
    assert (after[:, 1] < before[:, 1] + 0.004).all()
    assert shuffled_hues(FIVE, 0)[0] == FIVE[0]


def test_shuffled_tones_keep_hues_and_exchange_lightnesses():
    palette = random_palette(32)
    before, after = oklch_of(palette), oklch_of(shuffled_tones(palette, 0))
    assert np.sort(after[:, 0]) == pytest.approx(np.sort(before[:, 0]), abs=0.004)
    hued = (before[:, 1] > GRAY) & (after[:, 1] > 0.05)
    assert np.abs((after[hued, 2] - before[hued, 2] + 180) % 360 - 180).max() < 3


def test_a_shuffled_assignment_has_the_same_colors_elsewhere():
    for seed in range(20):
        after = shuffled_assignment(locked(FIVE, 0), seed)
        assert sorted(colors(after)) == sorted(colors(FIVE))
        assert colors(after) != colors(FIVE)

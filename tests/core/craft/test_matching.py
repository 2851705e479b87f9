"""Palettes are matched at the least cost there is, with the pairs that are given."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from craft_palettes import FIVE, colors, locked, random_palette

from palette_studio.core.color import srgb_to_oklab
from palette_studio.core.craft.matching import applied, matched
from palette_studio.core.palette import Palette


def covered(palette: Palette, shares) -> Palette:
    pairs = zip(palette.swatches, shares, strict=True)
    return Palette(tuple(replace(swatch, coverage=float(share)) for swatch, share in pairs))


def cost(found, other, pairs, shares):
    off = srgb_to_oklab(found.colors / 255) - srgb_to_oklab(other.colors[list(pairs)] / 255)
    return float((off**2).sum(axis=1) @ shares)


@pytest.mark.parametrize("seed", range(8))
def test_the_assignment_is_the_best_of_all(seed):
    shares = np.random.default_rng(seed).dirichlet(np.ones(5))
    found, other = covered(random_palette(5, seed), shares), random_palette(6, seed + 100)
    pairs = matched(found, found, other)
    assert len(set(pairs)) == 5
    best = min(cost(found, other, order, shares) for order in permutations(range(6), 5))
    assert cost(found, other, pairs, shares) == pytest.approx(best)


def test_a_palette_in_another_order_is_found_again():
    order = [3, 0, 4, 1, 2]
    pairs = matched(FIVE, FIVE, FIVE.reordered(order))
    assert [order[j] for j in pairs] == list(range(5))
    assert colors(applied(FIVE, FIVE.reordered(order), pairs)) == colors(FIVE)


def test_given_pairs_hold_and_the_rest_is_the_best_of_what_is_left():
    shares = np.full(4, 0.25)
    found, other = covered(random_palette(4, 1), shares), random_palette(4, 2)
    pairs = matched(found, found, other, {2: 0})
    assert pairs[2] == 0 and sorted(pairs) == [0, 1, 2, 3]
    best = min(cost(found, other, p, shares) for p in permutations(range(4)) if p[2] == 0)
    assert cost(found, other, pairs, shares) == pytest.approx(best)


def test_locked_swatches_take_nothing_and_leave_theirs_to_others():
    edited = locked(FIVE, 0, 3)
    pairs = matched(FIVE, edited, FIVE)
    assert pairs == (None, 1, 2, None, 4)
    assert matched(FIVE, edited, FIVE, {1: 3})[1] == 3
    after = applied(edited, random_palette(5), matched(FIVE, edited, random_palette(5)))
    assert after[0] == edited[0] and after[3] == edited[3] and after[1].name == "Brick"
    with pytest.raises(ValueError, match="Coal is locked"):
        matched(FIVE, edited, FIVE, {0: 1})


def test_fewer_colors_are_taken_more_than_once_by_those_nearest():
    two = Palette.from_colors([(0, 0, 0), (255, 255, 255)])
    pairs = matched(FIVE, FIVE, two)
    assert set(pairs) == {0, 1} and pairs[0] == 0 and pairs[4] == 1
    with pytest.raises(ValueError, match="no swatches"):
        matched(FIVE, FIVE, Palette())
    with pytest.raises(ValueError, match="no pair 0, 2"):
        matched(FIVE, FIVE, two, {0: 2})


def test_swatches_that_cover_nothing_still_take_what_is_near():
    found = covered(FIVE, [1, 0, 0, 0, 0])
    assert matched(found, found, FIVE) == (0, 1, 2, 3, 4)

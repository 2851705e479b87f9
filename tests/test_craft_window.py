"""The Palette menu in the whole window: order, harmony, chance, pieces; undone step by step."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.ui.palette_commands import HARMONIZED_TO, SHUFFLED, SORTED_BY

PATIENCE = 60_000


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def do(studio, qtbot, name):
    studio.window.actions_[name].trigger()
    settle(studio, qtbot)


def result(studio):
    return studio.showing.rendering.full


@pytest.fixture
def edited(opened_small, qtbot):
    """A photo of 150 x 100 pixels, of whose swatches one is edited and one is locked."""
    studio = opened_small
    studio.palette_desk._on_color_requested(1, (200, 40, 90), False)
    studio.swatch_desk._on_lock_requested(2)
    settle(studio, qtbot)
    return studio


@pytest.mark.parametrize("name", [*SORTED_BY, "back_to_front"])
def test_sorting_changes_the_order_and_never_the_picture(edited, qtbot, name):
    edited.session.select(1)
    before, swatches = result(edited), edited.document.edited.swatches
    do(edited, qtbot, name)
    now = edited.document.edited.swatches
    assert sorted(now, key=repr) == sorted(swatches, key=repr)
    assert now[2] == swatches[2]  # locked: it keeps its place
    assert edited.session.swatch == swatches[1]  # the hand stays on the swatch
    assert np.array_equal(result(edited), before)


def test_a_sorted_palette_is_not_sorted_again(edited, qtbot):
    do(edited, qtbot, "sort_name")
    count = edited.store.stack.count()
    do(edited, qtbot, "sort_name")
    assert edited.store.stack.count() == count


@pytest.mark.parametrize("name", [*HARMONIZED_TO, *SHUFFLED])
def test_harmony_and_chance_leave_what_is_locked_and_are_one_step(edited, qtbot, name):
    edited.session.select(1)
    before, swatches, count = result(edited), edited.document.edited.swatches, edited.store.stack.count()
    do(edited, qtbot, name)
    now = edited.document.edited.swatches
    assert now != swatches
    assert now[2] == swatches[2]
    assert edited.store.stack.count() == count + 1
    assert not np.array_equal(result(edited), before)
    do(edited, qtbot, "undo")
    assert edited.document.edited.swatches == swatches
    assert np.array_equal(result(edited), before)


def test_shuffled_twice_is_another_palette(edited, qtbot):
    do(edited, qtbot, "shuffle_hues")
    first = edited.document.edited.swatches
    do(edited, qtbot, "shuffle_hues")
    assert edited.document.edited.swatches != first


def test_a_duplicate_changes_no_pixel_and_halves_its_coverage(edited, qtbot):
    edited.session.select(1)
    before, swatch, count = result(edited), edited.session.swatch, len(edited.document.edited)
    do(edited, qtbot, "duplicate")
    assert len(edited.document.found) == len(edited.document.edited) == count + 1
    twins = edited.document.edited.swatches[1:3]
    assert [twin.color for twin in twins] == [swatch.color] * 2
    assert sum(twin.coverage for twin in twins) == pytest.approx(swatch.coverage)
    assert np.array_equal(result(edited), before)
    do(edited, qtbot, "undo")
    assert len(edited.document.edited) == count


def test_a_split_gives_two_swatches_of_what_one_stood_for(opened_small, qtbot):
    studio = opened_small
    studio.session.select(0)
    before, swatch, count = result(studio), studio.session.swatch, len(studio.document.edited)
    do(studio, qtbot, "split")
    halves = studio.document.edited.swatches[:2]
    assert len(studio.document.edited) == count + 1
    assert halves[0].color != halves[1].color
    assert sum(half.coverage for half in halves) == pytest.approx(swatch.coverage, abs=0.02)
    assert np.array_equal(result(studio), before)  # nothing is edited
    do(studio, qtbot, "undo")
    assert len(studio.document.edited) == count


def test_what_is_locked_is_not_split_and_alone_there_is_nothing_to_sort(edited, qtbot):
    actions = edited.window.actions_
    edited.session.select(2)
    assert not actions["split"].isEnabled()
    assert actions["duplicate"].isEnabled()
    for row in range(len(edited.document.edited)):
        if not edited.document.edited[row].locked:
            edited.swatch_desk._on_lock_requested(row)
    assert not any(actions[name].isEnabled() for name in (*SORTED_BY, *HARMONIZED_TO, *SHUFFLED))

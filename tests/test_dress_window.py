"""The palette in the colors of another photo: matched, paired by hand, one step, and never what is locked."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from palette_studio.core.craft.matching import matched
from palette_studio.workbench import edits

PATIENCE = 60_000


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def dress(studio, qtbot, coffee):
    """Open another photo and wait until its colors are on."""
    studio.dress_desk.open(coffee.with_name("mountain-path.jpg"))
    qtbot.waitUntil(lambda: studio.dress_desk.dialog is not None, timeout=PATIENCE)
    settle(studio, qtbot)
    return studio.dress_desk.dialog


@pytest.fixture
def locked(opened_small, qtbot):
    """A photo of whose swatches the third is locked."""
    opened_small.store.edit(*edits.locked(opened_small.document, [2], True))
    settle(opened_small, qtbot)
    return opened_small


def test_swatches_take_matching_colors_of_another_photo_in_one_step(locked, qtbot, coffee):
    start, count = locked.document, locked.store.stack.count()
    before = locked.showing.rendering.full
    dialog = dress(locked, qtbot, coffee)
    other = locked.dress_desk._other.palette
    pairs = matched(start.found, start.edited, other)
    wanted = [
        swatch.color if to is None else other[to].color
        for swatch, to in zip(start.edited.swatches, pairs, strict=True)
    ]
    assert [swatch.color for swatch in locked.document.edited.swatches] == wanted
    assert pairs[2] is None and not np.array_equal(locked.showing.rendering.full, before)
    dialog.accept()
    assert locked.dress_desk.dialog is None
    assert locked.store.stack.count() == count + 1
    assert locked.store.stack.undoText() == "Colors of mountain-path.jpg"
    locked.store.stack.undo()
    settle(locked, qtbot)
    assert locked.document == start
    assert np.array_equal(locked.showing.rendering.full, before)


def test_a_pair_drawn_by_hand_is_kept_and_parted_again(locked, qtbot, coffee):
    start, count = locked.document, locked.store.stack.count()
    dialog = dress(locked, qtbot, coffee)
    found = locked.document.edited
    other = locked.dress_desk._other.palette
    to = next(n for n in range(len(other)) if other[n].color != found[0].color)
    rows = dialog.pairs
    for _ in range(2):
        for place in ((0, 0), (1, to)):
            center = rows.chip(place).center().toPoint()
            qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(center))
        settle(locked, qtbot)
        if dialog.free.isEnabled():
            assert locked.document.edited[0].color == other[to].color
            assert rows._pairs == ((0, to),)
    assert locked.document.edited == found and not dialog.free.isEnabled()
    dialog.pair_requested.emit(1, to)
    dialog.freed.emit()
    settle(locked, qtbot)
    assert locked.document.edited == found
    dialog.reject()
    assert locked.document.edited == start.edited
    assert locked.store.stack.count() == count


def test_a_locked_swatch_is_not_paired_and_it_is_said(locked, qtbot, coffee):
    dialog = dress(locked, qtbot, coffee)
    now = locked.document.edited
    dialog.pair_requested.emit(2, 0)
    qtbot.waitUntil(dialog.reason.isVisible, timeout=PATIENCE)
    assert "is locked" in dialog.reason.text()
    dialog.pair_requested.emit(0, 1)
    settle(locked, qtbot)
    assert locked.document.edited[2] == now[2] and not dialog.reason.isVisible()
    dialog.reject()


def test_another_photo_in_the_window_ends_the_dialog_and_stays_as_it_is(locked, qtbot, coffee):
    dress(locked, qtbot, coffee)
    locked.open(coffee)
    qtbot.waitUntil(lambda: locked.session.photo.name == coffee.name and locked.settled, timeout=PATIENCE)
    assert locked.dress_desk.dialog is None
    assert locked.document.edited == locked.document.found


def test_what_is_no_photo_is_named(locked, qtbot, tmp_path):
    path = tmp_path / "diary.png"
    path.write_text("Dear diary")
    locked.dress_desk.open(path)
    qtbot.waitUntil(lambda: bool(locked.window.toasts.texts), timeout=PATIENCE)
    assert "diary.png" in locked.window.toasts.texts[0]
    assert locked.dress_desk.dialog is None


def test_without_a_free_swatch_there_is_nothing_to_dress(locked):
    action = locked.window.actions_["dress"]
    assert action.isEnabled()
    for row in range(len(locked.document.edited)):
        locked.store.edit(*edits.locked(locked.document, [row], True))
    assert not action.isEnabled()

"""One owner, one door, one step a gesture."""

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest

from palette_studio.core.document import Document
from palette_studio.core.files import photo_from_pixels
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.workbench.store import Store


@pytest.fixture
def store(qapp) -> Store:
    palette = Palette.from_colors([(10, 20, 30), (200, 100, 50)])
    made = Store()
    made.restart(Document(found=palette, edited=palette))
    return made


def test_an_edit_can_be_undone_and_done_again(store):
    before, after = store.document, store.document.with_color(0, (1, 2, 3))
    store.edit("change", after)
    store.stack.undo()
    assert store.document is before
    store.stack.redo()
    assert store.document is after


def test_another_photo_lets_go_of_what_was_known_of_the_last_one_s_palettes(store):
    from palette_studio.core.nearest import at_hand
    from palette_studio.core.recolor import rbf

    black = photo_from_pixels(np.zeros((4, 4, 3), np.uint8))
    store.restart(replace(store.document, photo=black))
    for color in ((9, 9, 9), (8, 8, 8)):
        at_hand.cube_of(np.array([color, (200, 100, 50)], np.uint8), "rgb", keep=False)
    rbf._known_nodes(np.eye(3).tobytes(), 17)
    store.restart(replace(store.document, found=store.document.found))
    assert rbf._known_nodes.cache_info().currsize == 1
    store.restart(replace(store.document, photo=photo_from_pixels(np.ones((4, 4, 3), np.uint8))))
    assert rbf._known_nodes.cache_info().currsize == 0 and len(at_hand._recent) == 1


def test_edits_of_one_gesture_are_one_step(store):
    start, gesture = store.document, store.new_gesture()
    for value in range(50):
        store.edit("drag", store.document.with_color(0, (value, 0, 0)), gesture)
    assert store.stack.count() == 1
    store.stack.undo()
    assert store.document is start


def test_two_gestures_are_two_steps(store):
    for value in (1, 2):
        store.edit("drag", store.document.with_color(0, (value, 0, 0)), store.new_gesture())
    assert store.stack.count() == 2


def test_a_drag_back_to_where_it_began_leaves_no_step(store):
    start, gesture = store.document, store.new_gesture()
    store.edit("drag", store.document.with_color(0, (9, 9, 9)), gesture)
    store.edit("drag", start, gesture)
    assert store.stack.count() == 0
    assert store.document == start


def test_a_canceled_gesture_leaves_no_step_and_keeps_the_steps_before(store):
    store.edit("first", store.document.with_color(1, (5, 5, 5)))
    start, gesture = store.document, store.new_gesture()
    store.edit("drag", store.document.with_color(0, (9, 9, 9)), gesture)
    store.cancel_gesture(gesture)
    assert store.document == start
    assert [store.stack.text(n) for n in range(store.stack.count())] == ["first"]


def test_an_edit_that_changes_nothing_is_no_step(store):
    store.edit("nothing", replace(store.document))
    assert store.stack.count() == 0


def test_three_hundred_steps_come_back_exactly(store):
    past = [store.document]
    for value in range(300):
        store.edit(str(value), store.document.with_color(value % 2, (value % 256, 7, value // 256)))
        past.append(store.document)
    assert store.stack.count() == 300
    for document in reversed(past[:-1]):
        store.stack.undo()
        assert store.document is document


def test_another_photo_begins_a_new_history(store):
    store.edit("change", store.document.with_color(0, (1, 2, 3)))
    store.restart(Document())
    assert store.stack.count() == 0
    assert not store.stack.canUndo()


def test_views_hear_of_the_old_and_the_new_document(store, qtbot):
    before, after = store.document, store.document.with_color(0, (1, 2, 3))
    with qtbot.waitSignal(store.changed) as heard:
        store.edit("change", after)
    assert heard.args[0] is before
    assert heard.args[1] is after


def test_another_photo_leaves_nothing_to_save_even_after_edits_that_were_recovered(store):
    store.stack.resetClean()
    store.restart(Document(strength=0.5))
    assert store.stack.isClean()


def test_edits_are_told_of_that_another_photo_takes_the_place_of(store, qtbot):
    first, second = (photo_from_pixels(np.zeros((2, 2, 3), np.uint8)) for _ in range(2))
    store.restart(Document(photo=first))
    with qtbot.assertNotEmitted(store.left):
        store.restart(Document(photo=second))
    store.edit("Half", Document(photo=second, strength=0.5))
    with qtbot.assertNotEmitted(store.left):
        store.restart(Document(photo=second))
    store.edit("Half", Document(photo=second, strength=0.5))
    with qtbot.waitSignal(store.left) as left:
        store.restart(Document(photo=first))
    assert left.args == [Document(photo=second, strength=0.5)]


def test_options_that_were_chosen_without_a_photo_are_no_edits_to_keep(store, qtbot):
    store.edit("Half", Document(strength=0.5))
    with qtbot.assertNotEmitted(store.left):
        store.restart(Document(photo=photo_from_pixels(np.zeros((2, 2, 3), np.uint8))))


def test_a_drag_keeps_no_photo_once_another_one_is_open(store):
    photo = Photo(np.zeros((2, 2, 3), np.uint8), "a")
    store.restart(replace(store.document, photo=photo))
    gesture = store.new_gesture()
    for value in range(5):
        store.edit("drag", store.document.with_color(0, (value, 0, 0)), gesture)
    store.restart(Document())
    kept = weakref.ref(photo)
    del photo
    gc.collect()
    assert kept() is None

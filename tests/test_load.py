"""Under load: the newest wins, a job that breaks is one message, the end does not wait, nothing is kept."""

import gc
import threading
import time
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from load_window import drag, drag_much
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QProgressBar

from palette_studio.core.library import Entry
from palette_studio.core.memory import Memory
from palette_studio.core.palette import Palette
from palette_studio.workbench import edits, engine
from palette_studio.workbench.engine import Engine, Job
from palette_studio.workbench.jobs.rendering import Rendering, as_found
from palette_studio.workbench.jobs.varying import Picture

PATIENCE = 60_000
ERRORS = [RuntimeError("it broke"), MemoryError(), ValueError("no such value"), OSError(5, "no such disk")]


def change(studio, color=(20, 90, 200)):
    studio.store.edit(*edits.colored(studio.document, 2, color))


def idle(studio):
    return studio.live.idle() and studio.batch.idle()


def breaking(error):
    def run(tick):
        tick(0.5)
        raise error

    return run


# The newest wins


def test_the_picture_after_many_drags_cancels_and_undos_is_the_document_s_to_the_bit(opened):
    told = drag_much(opened, 150)
    assert told["same"]
    assert told["cancels"] and told["undos"], "there were some"
    assert told["older"] == 0, "nothing older was shown after something newer"


def test_a_late_preview_does_not_come_over_the_photo_that_an_undo_has_shown(opened):
    change(opened)
    late = Rendering(opened.showing.serial, as_found(opened.document.photo, 0).patches, exact=False)
    opened.store.stack.undo()
    change(opened, (200, 30, 90))
    shown = []
    opened.window.canvas.show_after = lambda layers, serial, exact: shown.append(serial)
    opened.showing.show(late)
    assert not shown
    del opened.window.canvas.show_after


def test_escape_after_another_photo_has_come_does_not_bring_the_first_one_back(opened):
    store = opened.store
    gesture = store.new_gesture()
    change(opened)
    another = replace(opened.document, photo=None)
    store.restart(another)
    store.cancel_gesture(gesture)
    assert store.document is another


# What breaks


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_job_of_any_topic_that_breaks_is_one_message_and_the_next_one_works(opened, qtbot, error, caplog):
    window, picture = opened.window, opened.showing.rendering
    told_elsewhere = {"fit", "match"} if isinstance(error, ValueError) else set()  # by their own panels
    for topic in opened._show:
        for toast in list(window.toasts._shown):
            toast._on_finished()
        opened.batch.submit(Job(topic, breaking(error), text="Breaking"))
        qtbot.waitUntil(lambda: idle(opened), timeout=PATIENCE)
        assert len(window.toasts.texts) == (topic not in told_elsewhere), topic
        assert not window.statusBar().findChild(QProgressBar).isVisible(), topic
        assert opened.showing.rendering is picture, topic
    change(opened)
    qtbot.waitUntil(lambda: opened.settled, timeout=PATIENCE)
    assert len(caplog.records) == len(opened._show), "each is in the log"
    caplog.clear()


def test_too_little_memory_is_said_in_words(opened, qtbot, caplog):
    opened.batch.submit(Job("settle", breaking(MemoryError())))
    qtbot.waitUntil(lambda: idle(opened), timeout=PATIENCE)
    assert "not enough memory" in opened.window.toasts.texts[0]


def test_a_table_that_cannot_be_measured_is_not_waited_for(opened, qtbot, monkeypatch, caplog):
    from palette_studio.studio import lut_desk

    monkeypatch.setattr(lut_desk, "make_lut_job", lambda *_: Job("make lut", breaking(RuntimeError("broke"))))
    change(opened)
    opened.window.actions_["export_lut"].trigger()
    qtbot.waitUntil(lambda: idle(opened), timeout=PATIENCE)
    dialog = opened.lut_desk._dialog
    assert dialog._error.text() == "could not be measured"
    dialog.reject()


def test_a_demo_whose_points_broke_draws_them_when_it_is_opened_again(opened, qtbot, monkeypatch, caplog):
    from palette_studio.studio import demo_desk

    with monkeypatch.context() as broken:
        job = Job("demo line", breaking(RuntimeError("broke")))
        broken.setattr(demo_desk, "demo_job", lambda *_: job)
        opened.window.actions_["demo_line"].trigger()
        qtbot.waitUntil(lambda: idle(opened), timeout=PATIENCE)
    opened.window.actions_["demo_line"].trigger()
    qtbot.waitUntil(lambda: opened.demo_desks["line"].demo is not None, timeout=PATIENCE)


def test_a_picture_without_pixels_on_the_clipboard_is_no_photo(opened, qtbot):
    QGuiApplication.clipboard().setImage(QImage())
    photo = opened.document.photo
    opened.window.actions_["paste"].trigger()
    opened.transfer_desk._on_paste_requested()
    qtbot.waitUntil(lambda: idle(opened), timeout=PATIENCE)
    assert opened.document.photo is photo
    QGuiApplication.clipboard().clear()


# What does not wait


def test_what_is_known_is_told_while_something_else_is_found_out():
    memory, began, go = Memory(3), threading.Event(), threading.Event()
    memory.known("a", lambda: 1)

    def find_out():
        began.set()
        go.wait(10)
        return 2

    thread = threading.Thread(target=lambda: memory.known("b", find_out))
    thread.start()
    began.wait(10)
    assert memory.remembered("a") == 1
    assert memory.remembered("b") is None
    go.set()
    thread.join()
    assert memory.remembered("b") == 2


def test_the_end_does_not_wait_for_a_job_inside_one_long_call(qapp, monkeypatch):
    monkeypatch.setattr(engine, "END_MS", 50)
    made, began, go = Engine("test"), threading.Event(), threading.Event()

    def run(tick):
        began.set()
        go.wait(10)

    made.submit(Job("a", run))
    assert began.wait(10)
    start = time.monotonic()
    made.close()
    assert time.monotonic() - start < 2
    assert made in engine._lingering, "its thread is kept until it ends"
    go.set()
    assert made._thread.wait(5000)
    engine._lingering.remove(made)


def test_a_photo_is_gone_when_another_one_is_open(opened_small, qtbot, coffee):
    first = weakref.ref(opened_small.document.photo)
    drag(opened_small, 5)
    qtbot.waitUntil(lambda: opened_small.settled and idle(opened_small), timeout=PATIENCE)
    opened_small.open(coffee)
    qtbot.waitUntil(lambda: opened_small.document.photo.width > 150, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(opened_small.document.edited) > 0 and opened_small.settled, timeout=PATIENCE)
    qtbot.waitUntil(lambda: idle(opened_small), timeout=PATIENCE)
    gc.collect()
    assert first() is None


# What a monkey found


def test_a_click_on_the_empty_well_asks_for_a_reference(opened_small, qtbot):
    well = opened_small.window.transfer_panel.well
    opened_small.window.actions_["transfer"].trigger()
    well.open_requested.disconnect()
    with qtbot.waitSignal(well.open_requested, timeout=1000):
        qtbot.mouseClick(well, Qt.MouseButton.LeftButton)


def test_a_picture_of_a_variation_that_comes_to_an_emptied_gallery_is_nothing(opened_small, qtbot):
    desk, panel = opened_small.variations_desk, opened_small.window.variations_panel
    opened_small.window.actions_["more_variations"].trigger()
    qtbot.waitUntil(lambda: len(desk._drawn) > 0, timeout=PATIENCE)
    late = Picture(desk._serial, desk._drawn[0], np.zeros((4, 4, 3), np.uint8), 0.5)
    opened_small.window.actions_["segment"].trigger()
    qtbot.waitUntil(lambda: not panel.drawn.model_.cells, timeout=PATIENCE)
    desk.show(late)
    assert not panel.drawn.model_.cells
    qtbot.waitUntil(lambda: idle(opened_small), timeout=PATIENCE)


def test_a_color_for_a_swatch_that_is_gone_under_the_hand_is_nothing(opened_small):
    before = opened_small.document
    opened_small.window.color_panel.color_requested.emit(len(before.edited), (1, 2, 3), True)
    assert opened_small.document is before


def test_a_photo_of_which_nothing_can_be_seen_has_variations_without_color():
    from palette_studio.core.color_histogram import ColorHistogram
    from palette_studio.core.craft.variations import Chromas

    assert Chromas.of_photo(ColorHistogram.of(np.zeros((4, 4, 4), np.uint8))).means.tolist() == [[0, 0]]


def test_a_palette_of_the_library_without_colors_says_so(opened_small, qtbot):
    desk = opened_small.library_desk
    empty = Entry("mine/empty.json", "Empty", "mine", "mine", Path("empty.json"), Palette())
    desk._entries = {empty.key: empty}
    desk._on_chosen(empty.key)
    assert opened_small.window.toasts.texts == ["Empty holds no colors. Choose another palette."]

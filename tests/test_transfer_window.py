"""The Transfer workspace in the whole window: another photo's colors, then a swatch, then a file."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from palette_studio.core.extract import extract
from palette_studio.core.files import ExportOptions, read_photo
from palette_studio.core.recolor import recolor
from palette_studio.core.transfer import transfer
from palette_studio.core.transferring import WHOLE, part
from palette_studio.ui.pictures import image_of
from palette_studio.workbench.jobs.export import export_job

PATIENCE = 60_000


@pytest.fixture
def reference(tmp_path):
    """A small photo of other colors: sky over sand."""
    rng = np.random.default_rng(2)
    pixels = np.empty((60, 80, 3), np.float64)
    pixels[:30], pixels[30:] = (90, 140, 220), (210, 170, 110)
    pixels += rng.normal(0, 12, pixels.shape)
    path = tmp_path / "dunes.png"
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    return path


def settle(studio, qtbot):
    """Wait until the exact picture stands and its palette has been found."""
    qtbot.waitUntil(lambda: studio.settled and not studio.document.stale, timeout=PATIENCE)


def result(studio):
    return studio.showing.rendering.full


def drop(well, path):
    """Let a file fall into the well, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle = well.rect().center()
    actions, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(middle, actions, mime, button, keys)
    QApplication.sendEvent(well, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(well, QDropEvent(QPointF(middle), actions, mime, button, keys))


def mouse(widget, kind, at, buttons=Qt.MouseButton.LeftButton):
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    place = QPointF(at)
    QApplication.sendEvent(
        widget,
        QMouseEvent(kind, place, widget.mapToGlobal(place), button, buttons, Qt.KeyboardModifier.NoModifier),
    )


def drag(widget, start, end):
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    for share in (0.3, 0.7, 1.0):
        mouse(widget, QEvent.Type.MouseMove, QPointF(start) + (QPointF(end) - QPointF(start)) * share)
    mouse(widget, QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def transferred(opened_small, reference, qtbot):
    """Transfer, the reference dropped into its well."""
    opened_small.window.actions_["transfer"].trigger()
    drop(opened_small.window.transfer_panel.well, reference)
    qtbot.waitUntil(lambda: opened_small.document.transferring.reference is not None, timeout=PATIENCE)
    settle(opened_small, qtbot)
    return opened_small


def test_a_dropped_photo_gives_its_colors_and_a_palette_in_one_step(transferred, reference, qtbot):
    studio, photo = transferred, transferred.session.photo
    steps = studio.store.stack.count()
    expected = transfer(photo.pixels, read_photo(reference).pixels)
    np.testing.assert_array_equal(result(studio), expected)
    found = [swatch.color for swatch in studio.document.found.swatches]
    assert found == [swatch.color for swatch in extract(expected, len(found)).swatches]
    qtbot.waitUntil(lambda: len(studio.window.transfer_panel.pairs._palettes[1]) == 6, timeout=PATIENCE)
    assert studio.store.stack.text(steps - 1) == "Colors of dunes.png"
    studio.store.stack.undo()
    settle(studio, qtbot)
    assert result(studio) is photo.pixels
    studio.store.stack.redo()
    settle(studio, qtbot)
    np.testing.assert_array_equal(result(studio), expected)
    assert studio.store.stack.count() == steps


def test_an_exact_picture_that_takes_long_can_be_given_up(transferred, reference, qtbot):
    document = transferred.document
    signal = transferred.batch.started
    with qtbot.waitSignal(signal, timeout=PATIENCE, check_params_cb=lambda job: job.topic == "settle"):
        transferred.transfer_desk._on_method_requested("hue-fit")
    transferred.window.cancel_requested.emit()
    qtbot.waitUntil(transferred.batch.idle, timeout=PATIENCE)
    assert transferred.showing.given_up
    assert not transferred.settled
    transferred.store.stack.undo()
    settle(transferred, qtbot)
    assert transferred.document == document


def test_strength_is_dragged_live_and_is_one_step(transferred, reference, qtbot):
    studio, dial = transferred, transferred.window.transfer_panel.dials["strength"]
    steps, serial = studio.store.stack.count(), studio.showing.serial
    dial.pressed.emit()
    for value in (0.8, 0.6, 0.4):
        dial.value_requested.emit(value, True)
    qtbot.waitUntil(lambda: studio.showing.rendering is not None, timeout=PATIENCE)
    settle(studio, qtbot)
    assert studio.showing.serial >= serial + 3
    assert studio.store.stack.count() == steps + 1
    assert studio.store.stack.undoText() == "Transfer 40 %"
    wanted = read_photo(reference).pixels
    np.testing.assert_array_equal(result(studio), transfer(studio.session.photo.pixels, wanted, strength=0.4))


def test_a_swatch_is_dragged_afterwards_and_the_file_is_what_the_command_line_writes(
    transferred, reference, photo, run, tmp_path, qtbot
):
    studio = transferred
    choose(studio.window.transfer_panel.method, "reinhard")
    settle(studio, qtbot)
    export_job(studio.document, tmp_path / "window.png", ExportOptions(), None).run(lambda *_: None)
    code, _, err = run(
        "transfer", photo, "--reference", reference, "-o", tmp_path / "line.png", "--method", "reinhard"
    )
    assert code == 0, err
    ours, theirs = (read_photo(tmp_path / name).pixels for name in ("window.png", "line.png"))
    np.testing.assert_array_equal(ours, theirs)
    studio.window.actions_["recolor"].trigger()
    panel = studio.window.color_panel
    panel.gesture_began.emit()
    panel.color_requested.emit(0, (200, 30, 60), True)
    panel.gesture_ended.emit()
    settle(studio, qtbot)
    document = studio.document
    expected = recolor(document.base.pixels, document.found, document.edited, scene=document.base.scene)
    np.testing.assert_array_equal(result(studio), expected)
    assert document.base is not document.photo


def test_a_part_of_the_reference_counts_until_all_of_it_does_again(transferred, reference, qtbot):
    studio, well = transferred, transferred.window.transfer_panel.well
    frame = well._frame()
    drag(well, frame.center() + QPointF(-20, 2), frame.bottomRight())
    settle(studio, qtbot)
    box = studio.document.transferring.box
    assert 0.45 < box[1] < 0.6 and box[3] > 0.4
    wanted = read_photo(reference).pixels
    np.testing.assert_array_equal(result(studio), transfer(studio.session.photo.pixels, part(wanted, box)))
    studio.window.transfer_panel.whole.click()
    assert studio.document.transferring.box == WHOLE
    settle(studio, qtbot)


def test_a_pair_drawn_between_the_palettes_sends_one_color_to_the_other(transferred, reference, qtbot):
    studio, rows = transferred, transferred.window.transfer_panel.pairs
    qtbot.waitUntil(lambda: len(rows._palettes[1]) == 6, timeout=PATIENCE)
    drag(rows, rows.chip((0, 1)).center(), rows.chip((1, 4)).center())
    settle(studio, qtbot)
    assert studio.document.transferring.pairs == ((1, 4),)
    assert studio.document.transferring.method == "palette-transport"
    wanted = read_photo(reference).pixels
    expected = transfer(studio.session.photo.pixels, wanted, method="palette-transport", forced=((1, 4),))
    np.testing.assert_array_equal(result(studio), expected)
    for place in ((1, 4), (0, 1)):  # two clicks do the same: the pair parts
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            mouse(rows, kind, rows.chip(place).center())
    assert studio.document.transferring.pairs == ()
    settle(studio, qtbot)


def test_a_method_without_its_weights_says_so_and_the_picture_stays(transferred, monkeypatch, qtbot):
    from palette_studio.nets import runtime

    studio, panel, before = transferred, transferred.window.transfer_panel, result(transferred)
    monkeypatch.setattr(runtime, "shipped", lambda name: studio.session.photo.origin.path.with_name("none"))
    choose(panel.method, "hue-net")
    qtbot.waitUntil(lambda: not panel.reason.isHidden() and studio.live.idle(), timeout=PATIENCE)
    assert "are not there" in panel.reason.text()
    studio.window.actions_["undo"].trigger()
    settle(studio, qtbot)
    assert panel.reason.isHidden()
    np.testing.assert_array_equal(result(studio), before)


def test_a_reference_comes_from_the_clipboard_or_is_the_open_photo(opened_small, reference, coffee, qtbot):
    opened_small.window.actions_["transfer"].trigger()
    panel, clipboard = opened_small.window.transfer_panel, QGuiApplication.clipboard()
    clipboard.setText(f"file://{reference}")
    panel.paste.click()
    qtbot.waitUntil(lambda: opened_small.document.transferring.reference is not None, timeout=PATIENCE)
    assert opened_small.document.transferring.reference.name == "dunes.png"
    pixels = np.full((20, 30, 3), (200, 40, 40), np.uint8)
    clipboard.setImage(image_of(pixels).copy())
    panel.paste.click()
    qtbot.waitUntil(
        lambda: opened_small.document.transferring.reference.name == "Pasted photo", timeout=PATIENCE
    )
    settle(opened_small, qtbot)
    panel.remove.click()
    settle(opened_small, qtbot)
    assert result(opened_small) is opened_small.session.photo.pixels
    panel.use_open.click()
    assert not opened_small.document.transfers  # it has its own colors already
    first = opened_small.session.photo
    opened_small.open(coffee)
    qtbot.waitUntil(lambda: opened_small.session.photo is not first, timeout=PATIENCE)
    assert opened_small.document.transferring.reference is first
    settle(opened_small, qtbot)
    assert opened_small.document.base is not opened_small.session.photo
    opened_small.window.actions_["recolor"].trigger()
    second = opened_small.session.photo
    opened_small.open(first.origin.path)
    qtbot.waitUntil(lambda: opened_small.session.photo is not second, timeout=PATIENCE)
    assert opened_small.document.transferring.reference is None  # what another photo was given


def test_map_goes_on_from_the_new_colors_and_segment_from_the_photo(transferred, qtbot):
    studio = transferred
    studio.window.actions_["map"].trigger()
    settle(studio, qtbot)
    colors = {tuple(c) for c in np.unique(result(studio).reshape(-1, 3), axis=0).tolist()}
    assert colors <= {swatch.color for swatch in studio.document.edited.swatches}
    studio.window.actions_["segment"].trigger()
    settle(studio, qtbot)
    assert not studio.document.transfers
    assert studio.document.base is studio.session.photo


def test_words_that_hold_no_picture_are_answered_and_a_slip_of_the_hand_does_nothing(transferred, qtbot):
    studio, well = transferred, transferred.window.transfer_panel.well
    QGuiApplication.clipboard().setText("no picture")
    studio.window.transfer_panel.paste.click()
    assert any("holds no photo" in text for text in studio.window.toasts.texts)
    steps = studio.store.stack.count()
    at = well._frame().center()
    drag(well, at, at + QPointF(2, 2))
    drag(well, QPoint(1, 1), QPoint(3, 3))
    assert studio.store.stack.count() == steps

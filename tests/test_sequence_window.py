"""Sequence in the whole window: frames that are watched, scrubbed, judged otherwise, and written."""

from __future__ import annotations

import shutil
import threading
import time
import tracemalloc
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.core.files import read_photo
from palette_studio.core.mixture import BackgroundMixture, despeckled
from palette_studio.core.sequence_watch import cleaned

PATIENCE = 20_000
SIZE, COUNT = (64, 48), 40


@pytest.fixture(scope="module")
def shots():
    return [shot.pixels for shot in Sequence("shadow", 5, SIZE, COUNT)]


@pytest.fixture(scope="module")
def painted(shots, tmp_path_factory):
    folder = tmp_path_factory.mktemp("painted")
    for number, pixels in enumerate(shots):
        Image.fromarray(pixels).save(folder / f"frame{number}.png")
    return folder


@pytest.fixture
def folder(painted, tmp_path):
    return shutil.copytree(painted, tmp_path / "frames")


@pytest.fixture
def clip(shots, tmp_path):
    return video(tmp_path / "clip.avi", shots)


def video(path, shots):
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 25, SIZE)
    for pixels in shots:
        writer.write(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
    writer.release()
    return path


@pytest.fixture
def watching(studio, qtbot, folder):
    studio.open(folder)
    arrive(studio, qtbot)
    return studio


def arrive(studio, qtbot, number=0):
    """Wait until a frame stands, and nothing is under way."""
    desk = studio.sequence_desk

    def stands():
        moment = desk.moment
        return studio.settled and moment is not None and moment.ends and moment.number == number

    qtbot.waitUntil(stands, timeout=PATIENCE)


def go(studio, qtbot, number):
    studio.window.transport_panel.scrubber.setValue(number)
    arrive(studio, qtbot, number)


def straight(shots, how, number):
    """Return the mask of a frame, and the model, after all frames before it."""
    model = BackgroundMixture(**how.options)
    for pixels in shots[: number + 1]:
        mask = model.apply(pixels)
    return despeckled(mask, how.median) if how.median else mask, model


def shown(studio):
    return studio.showing.rendering.full


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def view(studio, qtbot, name, number):
    panel = studio.window.transport_panel
    panel.tabs.setCurrentIndex(("frame", "background", "mask", "clean", "recolored").index(name))
    arrive(studio, qtbot, number)


# Opening


def test_a_folder_shows_its_first_frame_and_finds_a_palette(watching, qtbot, shots):
    window = watching.window
    assert window.actions_["sequence"].isChecked()
    assert window.windowTitle().startswith("frames[*] — ")
    assert window.transport_panel.scrubber.maximum() == COUNT - 1
    assert (watching.session.shown.pixels == shots[0]).all()
    qtbot.waitUntil(lambda: len(watching.document.edited) > 0, timeout=PATIENCE)


def test_the_palette_is_of_the_whole_sequence(watching, qtbot, folder):
    from palette_studio.core.contact_sheet import contact_sheet
    from palette_studio.core.files import read_sequence
    from palette_studio.core.find_palette import palette_of

    qtbot.waitUntil(lambda: len(watching.document.edited) > 0, timeout=PATIENCE)
    sheet = contact_sheet(read_sequence(folder), COUNT)
    k = watching.session.settings.swatches
    assert (watching.document.found.colors == palette_of(sheet, k).colors).all()
    watching.window.actions_["auto"].trigger()
    wanted = palette_of(sheet, "auto").colors.tolist()
    qtbot.waitUntil(lambda: watching.document.found.colors.tolist() == wanted, timeout=PATIENCE)


def test_a_video_is_opened_by_the_menu(studio, qtbot, clip, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(clip), ""))
    studio.window.actions_["open_sequence"].trigger()
    arrive(studio, qtbot)
    go(studio, qtbot, 30)
    frames = list(_frames_of(clip))
    mask, _ = straight(frames, studio.document.sequencing, 30)
    assert (studio.sequence_desk.moment.mask == mask).all()


def _frames_of(path):
    stream = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    while (read := stream.read())[0]:
        yield cv2.cvtColor(read[1], cv2.COLOR_BGR2RGB)
    stream.release()


def test_a_frame_that_is_chosen_opens_its_folder(studio, qtbot, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(folder / "frame3.png"), ""))
    studio.window.transport_panel.open_button.click()
    arrive(studio, qtbot)
    assert studio.document.frames.count == COUNT


def test_a_folder_is_dropped_on_the_window(studio, qtbot, folder):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    studio.window.dropEvent(event)
    arrive(studio, qtbot)


def test_a_sequence_leaves_the_palette_and_a_photo_leaves_the_sequence(opened, qtbot, folder, photo):
    palette = opened.document.edited
    opened.open(folder)
    arrive(opened, qtbot)
    assert opened.document.edited == palette
    opened.open(photo)
    qtbot.waitUntil(lambda: opened.session.photo.name == "photo.png" and opened.settled, timeout=PATIENCE)
    assert opened.document.frames is None
    assert opened.document.workspace == "recolor"
    opened.window.actions_["sequence"].trigger()
    assert opened.window.transport_panel.open_button.isVisible()
    assert not opened.window.transport_panel.play.isEnabled()


# Walking


def test_playing_to_the_end_gives_the_masks_of_the_model(watching, qtbot, shots):
    seen = {}
    panel, desk = watching.window.transport_panel, watching.sequence_desk
    watching.live.progressed.connect(
        lambda _, __, partial: seen.update({partial.number: partial} if partial else {})
    )
    steps = watching.store.stack.count()
    panel.fast.click()
    panel.play.click()
    assert desk.playing
    arrive(watching, qtbot, COUNT - 1)
    assert not desk.playing
    assert watching.store.stack.count() == steps
    how = watching.document.sequencing
    for number in {COUNT - 1, *seen}:
        moment = seen.get(number, desk.moment)
        assert (moment.mask == straight(shots, how, number)[0]).all()
    assert (shown(watching) == desk.moment.mask[..., None]).all()
    panel.play.click()
    arrive(watching, qtbot, COUNT - 1)


def test_playing_stops_where_it_is_asked_to(watching, qtbot, shots):
    panel, desk = watching.window.transport_panel, watching.sequence_desk
    panel.play.click()
    panel.play.click()
    assert not desk.playing
    qtbot.waitUntil(lambda: watching.settled and desk.moment.ends, timeout=PATIENCE)
    number = desk.moment.number
    assert (desk.moment.mask == straight(shots, watching.document.sequencing, number)[0]).all()
    assert panel.scrubber.value() == number


def test_people_see_every_frame_unless_they_want_it_fast(watching, qtbot):
    panel, desk, seen = watching.window.transport_panel, watching.sequence_desk, []
    watching.live.finished.connect(lambda job, moment: seen.append(getattr(moment, "number", -1)))
    qtbot.waitUntil(lambda: watching.settled, timeout=PATIENCE)
    seen.clear()
    panel.play.click()
    qtbot.waitUntil(lambda: desk.moment.number > 4, timeout=PATIENCE)
    panel.play.click()
    number = desk.moment.number
    assert seen == list(range(len(seen)))
    qtbot.waitUntil(lambda: watching.settled, timeout=PATIENCE)
    assert desk.moment.number in (number, number + 1)
    panel.play.click()
    panel.fast.click()
    arrive(watching, qtbot, COUNT - 1)
    panel.play.click()
    panel.fast.click()
    assert desk.playing
    panel.play.click()


@pytest.mark.parametrize("method", ["stauffer-grimson", "paper", "mog2"])
def test_forth_and_back_is_the_same_as_straight_on(watching, qtbot, shots, method):
    choose(watching.window.sequence_panel.method, method)
    for number in (35, 20, 34, 33, 5):
        go(watching, qtbot, number)
        mask, _ = straight(shots, watching.document.sequencing, number)
        assert (watching.sequence_desk.moment.mask == mask).all()


def test_steps_go_one_frame_and_stay_inside(watching, qtbot):
    panel = watching.window.transport_panel
    panel.back.click()
    arrive(watching, qtbot, 0)
    panel.forward.click()
    panel.forward.click()
    arrive(watching, qtbot, 2)
    assert panel.number.text().startswith("3 of 40")
    panel.back.click()
    arrive(watching, qtbot, 1)


def test_every_view_shows_what_it_says(watching, qtbot, shots):
    go(watching, qtbot, 30)
    mask, model = straight(shots, watching.document.sequencing, 30)
    for name, picture in (
        ("frame", shots[30]),
        ("background", model.background()),
        ("clean", cleaned(shots[30], mask)),
        ("mask", np.repeat(mask[..., None], 3, axis=2)),
    ):
        view(watching, qtbot, name, 30)
        assert (shown(watching) == picture).all()
    assert watching.window.canvas.color_at("before", 7, 9) == tuple(shots[30][9, 7])


def test_frames_are_recolored_by_one_palette(watching, qtbot, shots):
    qtbot.waitUntil(lambda: len(watching.document.edited) > 0 and watching.settled, timeout=PATIENCE)
    view(watching, qtbot, "recolored", 0)
    assert (shown(watching) == shots[0]).all()
    watching.store.edit("", watching.document.with_color(0, (255, 0, 90)))
    arrive(watching, qtbot)
    assert (shown(watching) != shots[0]).any()


# Options


def test_options_are_live_and_steps(watching, qtbot, shots):
    panel = watching.window.sequence_panel
    go(watching, qtbot, 25)
    for change in (
        panel.count.more.click,
        lambda: choose(panel.median, 5),
        panel.shadows.click,
        lambda: panel.memory.value_requested.emit(30.0, False),
        lambda: panel.threshold.value_requested.emit(40.0, False),
        lambda: panel.match.value_requested.emit(2.5, False),
    ):
        before, steps = watching.document.sequencing, watching.store.stack.count()
        change()
        arrive(watching, qtbot, 25)
        how = watching.document.sequencing
        assert how != before
        assert watching.store.stack.count() == steps + 1
        assert (watching.sequence_desk.moment.mask == straight(shots, how, 25)[0]).all()
    watching.store.stack.undo()
    arrive(watching, qtbot, 25)
    assert watching.document.sequencing.match == 4.0


def test_a_guess_is_shown_before_all_frames_are_learned_anew(watching, qtbot):
    go(watching, qtbot, 25)
    seen = []
    watching.live.progressed.connect(lambda _, __, partial: seen.append(partial) if partial else None)
    watching.window.sequence_panel.match.value_requested.emit(1.5, False)
    arrive(watching, qtbot, 25)
    assert [(moment.number, moment.exact) for moment in seen] == [(25, False)]
    assert seen[0].share > 0
    assert watching.window.canvas.exact


def test_a_drag_on_an_option_is_one_step_and_escape_takes_it_back(watching, qtbot):
    slider, steps = watching.window.sequence_panel.threshold.slider, watching.store.stack.count()
    slider.setSliderDown(True)
    for place in (100, 120, 140):
        slider.setValue(place)
    slider.setSliderDown(False)
    arrive(watching, qtbot)
    assert watching.store.stack.count() == steps + 1
    assert watching.document.sequencing.threshold == pytest.approx(0.35)
    slider.setSliderDown(True)
    slider.setValue(300)
    slider.canceled.emit()
    assert watching.document.sequencing.threshold == pytest.approx(0.35)


def test_options_change_while_it_plays(watching, qtbot, shots):
    panel = watching.window.transport_panel
    panel.play.click()
    watching.window.sequence_panel.count.more.click()
    arrive(watching, qtbot, COUNT - 1)
    mask, _ = straight(shots, watching.document.sequencing, COUNT - 1)
    assert (watching.sequence_desk.moment.mask == mask).all()


def test_keys_play_and_step_where_there_is_something_to_play(watching, qtbot, shots):
    actions = watching.window.actions_
    actions["frame_on"].trigger()
    arrive(watching, qtbot, 1)
    actions["frame_back"].trigger()
    arrive(watching, qtbot, 0)
    actions["play"].trigger()
    assert watching.sequence_desk.playing
    actions["play"].trigger()
    assert not watching.sequence_desk.playing
    actions["recolor"].trigger()
    assert not any(actions[name].isEnabled() for name in ("play", "frame_on", "frame_back"))


# One pixel


def test_a_click_shows_the_gaussians_of_a_pixel_and_they_move(watching, qtbot, shots):
    panel = watching.window.transport_panel
    go(watching, qtbot, 20)
    watching.window.canvas.clicked.emit(30, 22)
    qtbot.waitUntil(lambda: panel.plot.state is not None, timeout=PATIENCE)
    for number in (20, 24):
        go(watching, qtbot, number)
        _, model = straight(shots, watching.document.sequencing, number)
        state, wanted = panel.plot.state, model.gaussians(30, 22)
        assert (state.x, state.y, state.value) == (30, 22, tuple(shots[number][22, 30]))
        for part, other in zip(state.gaussians, wanted, strict=True):
            assert part == pytest.approx(other)
    assert panel.plot.isVisible()
    assert "background" in panel.plot.accessibleDescription()
    panel.plot.grab()


def test_a_gray_pixel_has_one_axis(studio, qtbot, shots, tmp_path):
    from palette_studio.ui.pixel_plot import _is_gray

    for number, pixels in enumerate(shots[:3]):
        Image.fromarray(pixels[..., 1]).save(tmp_path / f"{number}.png")
    studio.open(tmp_path)
    arrive(studio, qtbot)
    studio.window.canvas.clicked.emit(3, 3)
    plot = studio.window.transport_panel.plot
    qtbot.waitUntil(lambda: plot.state is not None, timeout=PATIENCE)
    assert _is_gray(plot.state)
    plot.grab()


# Writing


def export(studio, qtbot, monkeypatch, name, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "behind.png"), ""))
    before = studio.window.toasts.texts
    studio.window.sequence_panel.buttons[name].click()
    qtbot.waitUntil(lambda: studio.window.toasts.texts != before, timeout=PATIENCE)


def test_masks_and_clean_frames_are_written_to_new_folders(watching, qtbot, tmp_path, shots, monkeypatch):
    qtbot.waitUntil(lambda: len(watching.document.edited) > 0, timeout=PATIENCE)
    mask, _ = straight(shots, watching.document.sequencing, COUNT - 1)
    export(watching, qtbot, monkeypatch, "mask", tmp_path)
    written = tmp_path / "frames-masks"
    assert sorted(p.name for p in written.iterdir()) == sorted(f"frame{n}.png" for n in range(COUNT))
    assert (read_photo(written / "frame39.png").pixels == mask[..., None]).all()
    watching.window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("frames-masks-2/*.png"))) == COUNT, timeout=PATIENCE)
    qtbot.waitUntil(watching.batch.idle, timeout=PATIENCE)
    export(watching, qtbot, monkeypatch, "clean", tmp_path)
    assert (read_photo(tmp_path / "frames-clean/frame39.png").pixels == cleaned(shots[39], mask)).all()
    export(watching, qtbot, monkeypatch, "recolored", tmp_path)
    assert (read_photo(tmp_path / "frames-recolored/frame39.png").pixels == shots[39]).all()


def test_the_background_is_written_but_never_over_a_frame(
    watching, qtbot, tmp_path, folder, monkeypatch, shots
):
    go(watching, qtbot, 30)
    export(watching, qtbot, monkeypatch, "background", tmp_path)
    _, model = straight(shots, watching.document.sequencing, 30)
    assert (read_photo(tmp_path / "behind.png").pixels == model.background()).all()
    export(watching, qtbot, monkeypatch, "background", folder)
    assert "never written to" in watching.window.toasts.texts[-1]
    assert len(list(folder.iterdir())) == COUNT


def test_the_background_is_exported_as_wished_even_before_it_was_learned_so(
    watching, qtbot, tmp_path, monkeypatch, shots
):
    go(watching, qtbot, 20)
    four = replace(watching.document.sequencing, components=4)
    watching.window.sequence_panel.sequencing_requested.emit(four, "4 Gaussians", False)
    watching.live.cancel("sequence")
    export(watching, qtbot, monkeypatch, "background", tmp_path)
    _, model = straight(shots, watching.document.sequencing, 20)
    assert (read_photo(tmp_path / "behind.png").pixels == model.background()).all()


def test_a_bad_frame_is_named_and_the_rest_is_written(watching, qtbot, tmp_path, folder, monkeypatch):
    (folder / "frame7.png").write_bytes(b"no picture")
    export(watching, qtbot, monkeypatch, "mask", tmp_path)
    qtbot.waitUntil(
        lambda: any("frame7.png" in text for text in watching.window.toasts.texts), timeout=PATIENCE
    )
    assert len(list((tmp_path / "frames-masks").iterdir())) == COUNT - 1


def test_an_export_that_is_stopped_leaves_nothing(watching, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    made = tmp_path / "frames-masks"
    watching.batch.progressed.connect(
        lambda *_: watching.window.cancel_requested.emit(), Qt.ConnectionType.DirectConnection
    )
    with qtbot.waitSignal(watching.batch.canceled, timeout=PATIENCE):
        watching.window.sequence_panel.buttons["mask"].click()
    assert not made.exists()


# Errors


def test_what_cannot_be_opened_is_said_and_the_picture_stays(watching, qtbot, tmp_path):
    frames = watching.document.frames
    empty, broken = tmp_path / "empty", tmp_path / "broken.mp4"
    empty.mkdir()
    broken.write_bytes(bytes(range(256)) * 8)
    for path, words in ((empty, "has no frames"), (broken, "no video that can be read")):
        watching.open(path)
        qtbot.waitUntil(lambda w=words: any(w in t for t in watching.window.toasts.texts), timeout=PATIENCE)
        assert watching.document.frames is frames
    go(watching, qtbot, 3)


def test_a_frame_of_another_size_is_said_once_and_passed_over(watching, qtbot, folder, shots):
    Image.fromarray(shots[10][:20]).save(folder / "frame10.png")
    panel = watching.window.transport_panel
    panel.play.click()
    qtbot.waitUntil(lambda: any("frame10.png" in t for t in watching.window.toasts.texts), timeout=PATIENCE)
    arrive(watching, qtbot, 9)
    assert not watching.sequence_desk.playing
    panel.forward.click()
    arrive(watching, qtbot, 11)
    panel.play.click()
    arrive(watching, qtbot, COUNT - 1)
    mask, _ = straight(shots[:10] + shots[11:], watching.document.sequencing, COUNT - 2)
    assert (watching.sequence_desk.moment.mask == mask).all()


def test_a_video_that_breaks_off_ends_where_it_does(studio, qtbot, clip):
    whole = clip.read_bytes()
    clip.write_bytes(whole[: len(whole) * 2 // 3])
    studio.open(clip)
    qtbot.waitUntil(lambda: studio.sequence_desk.moment is not None and studio.settled, timeout=PATIENCE)
    studio.window.transport_panel.play.click()
    desk = studio.sequence_desk
    qtbot.waitUntil(lambda: not desk.playing and studio.settled, timeout=PATIENCE)
    assert 5 < desk.moment.number < COUNT - 1
    assert studio.window.transport_panel.scrubber.maximum() == desk.moment.number


# Leaving


def test_another_workspace_stops_the_work_and_takes_the_frame(watching, qtbot, shots):
    qtbot.waitUntil(lambda: len(watching.document.edited) > 0, timeout=PATIENCE)
    go(watching, qtbot, 12)
    watching.window.canvas.zoom_to(3.0)
    watching.window.transport_panel.play.click()
    watching.window.actions_["recolor"].trigger()
    assert not watching.sequence_desk.playing
    qtbot.waitUntil(lambda: watching.settled, timeout=PATIENCE)
    number = watching.sequence_desk.moment.number
    assert (watching.session.photo.pixels == shots[number]).all()
    assert (shown(watching) == shots[number]).all()
    assert watching.window.canvas.view.zoom == 3.0
    watching.window.actions_["sequence"].trigger()
    arrive(watching, qtbot, number)
    mask, _ = straight(shots, watching.document.sequencing, number)
    assert (shown(watching) == mask[..., None]).all()
    watching.store.stack.undo()
    watching.store.stack.undo()
    arrive(watching, qtbot, number)


def test_a_window_that_is_closed_while_it_plays_ends_at_once(watching, qtbot):
    watching.window.transport_panel.play.click()
    begun = time.monotonic()
    watching.window.close()
    assert time.monotonic() - begun < 3
    assert not watching.live._thread.isRunning()
    assert not watching.batch._thread.isRunning()
    assert not [t for t in threading.enumerate() if t.name in ("live", "batch")]


def test_memory_stays_flat_over_many_frames(studio, qtbot, shots, tmp_path):
    many = video(tmp_path / "many.avi", (shots * 8)[:300])
    studio.open(many)
    arrive(studio, qtbot)
    studio.window.transport_panel.fast.click()
    studio.window.transport_panel.play.click()
    qtbot.waitUntil(lambda: studio.sequence_desk.moment.number > 100, timeout=PATIENCE)
    tracemalloc.start()
    arrive(studio, qtbot, 299)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    state = SIZE[0] * SIZE[1] * 3 * 5 * 4
    assert grown < 10 * state + 2e6
    watch = studio.sequence_desk.stage.watch
    assert len(watch._kept) <= 8


def test_the_values_of_a_method_come_with_it(watching, qtbot):
    panel = watching.window.sequence_panel
    choose(panel.method, "mog2")
    arrive(watching, qtbot)
    assert watching.document.sequencing == replace(watching.document.sequencing, memory=500, components=5)
    assert panel.count.value == 5
    choose(panel.method, "paper")
    arrive(watching, qtbot)
    assert not panel.shadows.isEnabled()

"""A region in the whole window: chosen in Segment, recolored alone, turned, let go of, and exported."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from palette_studio.core.files import ExportOptions, read_photo, write_palette
from palette_studio.core.photo import Photo
from palette_studio.core.recolor import METHODS, recolor
from palette_studio.core.region import masks_of
from palette_studio.core.tick import no_tick
from palette_studio.ui.lut_dialog import LutDialog
from palette_studio.ui.pictures import array_of
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.counting import count_job
from palette_studio.workbench.jobs.export import export_job
from palette_studio.workbench.jobs.sequences import painted

PATIENCE = 60_000


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def result(studio):
    return studio.showing.rendering.full


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def drag_swatch(studio, row=0, color=(20, 90, 200)):
    studio.window.color_panel.gesture_began.emit()
    for part in (0.5, 1.0):
        near = tuple(round(part * c) for c in color)
        studio.window.color_panel.color_requested.emit(row, near, True)
    studio.window.color_panel.gesture_ended.emit()


def mask_of(studio):
    return masks_of(studio.session.photo, studio.document.region)[0]


@pytest.fixture
def divided(opened_small, qtbot):
    """Segment, the photo divided into four by its colors."""
    opened_small.window.actions_["segment"].trigger()
    panel = opened_small.window.segment_panel
    choose(panel.channel, "lab")
    panel.count.value_requested.emit(4)
    qtbot.waitUntil(
        lambda: (
            opened_small.settled
            and (made := opened_small.segment_desk.current) is not None
            and len(made.colors) == 4
        ),
        timeout=PATIENCE,
    )
    return opened_small


@pytest.fixture
def within(divided, qtbot):
    """Recolor, within the second component and the third."""
    chips = divided.window.segment_panel.chips.chips
    for number in (0, 1, 2):  # the first is chosen
        chips[number].click()
    divided.window.segment_panel.region_button.click()
    settle(divided, qtbot)
    return divided


def test_a_region_is_chosen_by_its_components_in_one_step(divided, qtbot):
    panel, steps = divided.window.segment_panel, divided.store.stack.count()
    assert [chip.isChecked() for chip in panel.chips.chips[:4]] == [True, False, False, False]
    panel.chips.chips[2].click()
    divided.window.segment_panel.region_button.click()
    document, row = divided.document, divided.window.recolor_panel.region
    assert document.workspace == "recolor" and document.region.components == {0, 2}
    assert divided.store.stack.count() == steps + 1
    assert divided.store.stack.undoText() == "Recolor only components 1, 3"
    assert row.isVisible() and row.words.text() == "Components 1, 3"
    divided.store.stack.undo()
    assert divided.document.workspace == "segment" and divided.document.region is None
    assert not row.isVisibleTo(divided.window.recolor_panel)


def test_without_a_component_there_is_no_region_to_choose(divided):
    panel = divided.window.segment_panel
    panel.chips.chips[0].click()
    assert not panel.region_button.isEnabled()
    divided.segment_desk._select(3)
    assert panel.chips.chips[3].isChecked() and panel.region_button.isEnabled()


def test_back_in_segment_the_region_is_chosen_still(within, qtbot):
    within.window.actions_["segment"].trigger()
    chips = within.window.segment_panel.chips.chips
    assert [chip.isChecked() for chip in chips[:4]] == [False, True, True, False]


def test_a_drag_changes_the_region_alone_and_undo_brings_all_back(within, qtbot):
    photo, mask = within.session.photo, mask_of(within)
    assert 0 < (mask == 0).mean() < 1
    drag_swatch(within, 2)
    qtbot.waitUntil(lambda: within.window.canvas.serial == within.showing.serial, timeout=PATIENCE)
    settle(within, qtbot)
    shown = result(within)
    assert np.array_equal(shown[mask == 0], photo.pixels[mask == 0])
    assert (shown[mask > 200] != photo.pixels[mask > 200]).any()
    within.store.stack.undo()
    assert result(within) is photo.pixels


@pytest.mark.parametrize("method", METHODS)
def test_previews_and_the_exact_picture_of_every_engine_keep_to_the_region(within, qtbot, method):
    photo, mask, seen = within.session.photo, mask_of(within), []
    within.live.finished.connect(
        lambda job, rendering: seen.append(rendering) if job.topic == "preview" else None
    )
    choose(within.window.recolor_panel.method, method)
    qtbot.waitUntil(lambda: within.settled, timeout=PATIENCE)
    within.window.recolor_panel.keep_light_requested.emit(0.5, False)
    drag_swatch(within, 1)
    settle(within, qtbot)
    document = within.document
    whole = recolor(
        photo.pixels, document.found, document.edited, method=method, keep_light=0.5, scene=photo.scene
    )
    assert np.array_equal(result(within)[mask == 0], photo.pixels[mask == 0])
    assert np.array_equal(result(within)[mask == 255], whole[mask == 255])
    assert seen
    for patch in seen[-1].patches:
        height, width = patch.pixels.shape[:2]
        part = slice(patch.y, patch.y + height), slice(patch.x, patch.x + width)
        out = masks_of(photo, document.region)[patch.level][part] == 0
        assert np.array_equal(patch.pixels[out], photo.levels[patch.level][part][out])


def test_what_is_shown_is_exported_and_copied(within, qtbot, tmp_path):
    drag_swatch(within, 2)
    settle(within, qtbot)
    shown = result(within)
    for name, full in (("at hand", shown), ("anew", None)):
        path = export_job(within.document, tmp_path / f"{name}.png", ExportOptions(format="png"), full).run(
            lambda fraction, partial=None: None
        )
        assert np.array_equal(read_photo(path).pixels, shown)
    within.window.actions_["copy_picture"].trigger()
    assert np.array_equal(array_of(QApplication.clipboard().image()), shown)


def test_the_readouts_tell_what_the_region_lets_move(within, qtbot):
    drag_swatch(within, 2)
    settle(within, qtbot)
    qtbot.waitUntil(lambda: within.live.idle() and within.batch.idle(), timeout=PATIENCE)
    moved = (result(within) != within.session.photo.pixels).any(axis=2).mean()
    qtbot.waitUntil(lambda: within.window.readouts._trust.moved == pytest.approx(moved), timeout=PATIENCE)


def test_turning_and_letting_go_are_a_step_each(within, qtbot):
    drag_swatch(within, 2)
    row, steps = within.window.recolor_panel.region, within.store.stack.count()
    mask = mask_of(within)
    row.turn.click()
    settle(within, qtbot)
    photo = within.session.photo
    assert row.words.text() == "All but 2, 3" and row.turn.isChecked()
    assert np.array_equal(result(within)[mask == 255], photo.pixels[mask == 255])
    row.everywhere.click()
    settle(within, qtbot)
    assert within.document.region is None and not row.isVisible()
    whole = recolor(photo.pixels, within.document.found, within.document.edited, scene=photo.scene)
    assert np.array_equal(result(within), whole)
    assert within.store.stack.count() == steps + 2
    within.store.stack.undo()
    within.store.stack.undo()
    assert row.isVisible() and not row.turn.isChecked()


def test_the_pointer_over_the_row_lights_the_region(within, qtbot):
    row, canvas = within.window.recolor_panel.region, within.window.canvas
    QApplication.sendEvent(row, QEnterEvent(QPointF(), QPointF(), QPointF()))
    qtbot.waitUntil(lambda: canvas._veil is not None, timeout=PATIENCE)
    light, mask = canvas._veil_pixels, masks_of(within.session.photo, within.document.region)
    mask = next(one for one in mask if one.shape == light.shape)
    assert (light[mask == 255] == 0).all() and (light[mask == 0] == light.max()).all()
    row.turn.click()
    qtbot.waitUntil(lambda: canvas._veil_pixels is not light and within.live.idle(), timeout=PATIENCE)
    assert (canvas._veil_pixels[mask == 255] == light.max()).all()
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert canvas._veil is None


def test_a_swatch_lights_what_of_it_can_change(within, qtbot):
    canvas = within.window.canvas
    within.window.palette_panel.strip.hovered.emit(2)
    qtbot.waitUntil(lambda: canvas._veil is not None, timeout=PATIENCE)
    masks = masks_of(within.session.photo, within.document.region)
    mask = next(one for one in masks if one.shape == canvas._veil_pixels.shape)
    assert (canvas._veil_pixels[mask == 0] == canvas._veil_pixels.max()).all()


def test_another_photo_and_other_frames_have_no_region(within, qtbot, photo):
    region, other = within.document.region, Photo(within.session.photo.pixels.copy(), "other")
    frame = painted(within.document, "recolored", other.pixels, np.zeros(other.pixels.shape[:2], np.uint8))
    assert np.array_equal(frame, other.pixels)
    assert within.document.with_photo(other).region is None
    within.open(photo)
    qtbot.waitUntil(lambda: within.session.photo.name == "photo.png", timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(within.document.edited) > 0 and within.settled, timeout=PATIENCE)
    assert region is not None and within.document.region is None
    assert not within.window.recolor_panel.region.isVisible()


def test_a_color_table_says_that_it_leaves_the_region_out(within, qtbot):
    drag_swatch(within, 2)
    settle(within, qtbot)
    within.window.actions_["export_lut"].trigger()
    dialog = within.window.findChild(LutDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("a table holds colors" in words for words in said)
    dialog.reject()
    settle(within, qtbot)


def test_a_color_table_grades_the_region_alone(within, qtbot, tmp_path):
    from palette_studio.core.files import write_lut
    from palette_studio.core.lut import Lut, Stage, node_colors

    write_lut(tmp_path / "negative.cube", Lut(cube=Stage(1 - node_colors(3))))
    within.lut_desk.open(tmp_path / "negative.cube")
    qtbot.waitUntil(lambda: within.document.method == "lut" and within.settled, timeout=PATIENCE)
    photo, mask = within.session.photo, mask_of(within)
    assert np.array_equal(result(within)[mask == 0], photo.pixels[mask == 0])
    assert np.array_equal(result(within)[mask == 255], 255 - photo.pixels[mask == 255])


def test_the_components_palette_stays_when_the_engine_changes_and_moves_their_regions(divided, qtbot):
    divided.window.segment_panel.palette_button.click()
    qtbot.waitUntil(lambda: len(divided.document.edited) == 4, timeout=PATIENCE)
    found = divided.document.found
    divided.window.actions_["recolor"].trigger()
    choose(divided.window.recolor_panel.method, "mixture")
    qtbot.waitUntil(lambda: divided.settled, timeout=PATIENCE)
    assert divided.document.found is found and found.mixed.channel == "lab"
    steps = divided.store.stack.count()
    drag_swatch(divided, 1)
    assert divided.store.stack.count() == steps + 1
    settle(divided, qtbot)
    photo, edited = divided.session.photo, divided.document.edited
    wanted = recolor(photo.pixels, found, edited, method="mixture", scene=photo.scene)
    assert np.array_equal(result(divided), wanted)
    text, plain = edits.removed(divided.document, [3])
    assert plain.found.mixed is None
    divided.store.edit(text, plain)
    settle(divided, qtbot)


def test_a_drag_of_a_components_palette_back_to_where_it_began_leaves_no_step(divided, qtbot):
    divided.window.segment_panel.palette_button.click()
    qtbot.waitUntil(lambda: len(divided.document.edited) == 4, timeout=PATIENCE)
    divided.window.actions_["recolor"].trigger()
    steps, color = divided.store.stack.count(), divided.document.edited[1].color
    drag_swatch(divided, 1, color)
    assert divided.store.stack.count() == steps


def test_the_command_line_makes_the_same_of_the_masks_that_the_window_exports(
    within, qtbot, run, tmp_path, monkeypatch
):
    drag_swatch(within, 2)
    settle(within, qtbot)
    shown, document = result(within), within.document
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    within.window.segment_panel.masks_button.click()
    last = tmp_path / "photo-component-4.png"
    qtbot.waitUntil(lambda: last.exists() and within.batch.idle(), timeout=PATIENCE)
    photo = within.session.photo.origin.path
    write_palette(tmp_path / "found.json", document.found)
    write_palette(tmp_path / "edited.json", document.edited)
    ends = ("--from", tmp_path / "found.json", "--to", tmp_path / "edited.json", "--quiet", "-o")
    masks = [part for n in (2, 3) for part in ("--mask", tmp_path / f"photo-component-{n}.png")]
    assert run("recolor", photo, *masks, *ends, tmp_path / "out.png") == (0, "", "")
    assert np.array_equal(read_photo(tmp_path / "out.png").pixels, shown)

    parts = tmp_path / "parts"
    assert run("segment", photo, "-k", 4, "--masks", parts, "-o", tmp_path / "l.png", "--quiet")[0] == 0
    masks = [part for n in (2, 3) for part in ("--mask", parts / f"component-{n}.png")]
    assert run("recolor", photo, *masks, *ends, tmp_path / "again.png") == (0, "", "")
    assert np.array_equal(read_photo(tmp_path / "again.png").pixels, shown)


def test_masks_without_anything_clear_speak_by_their_brightness_and_add_up(photo, run, tmp_path):
    before = read_photo(photo).pixels
    half = np.zeros(before.shape[:2], np.uint8)
    half[:, : half.shape[1] // 2] = 255
    Image.fromarray(half).convert("RGBA").save(tmp_path / "left.png")
    Image.fromarray(np.rot90(half, 2)).save(tmp_path / "right.png")
    ends = ("--from", "#223,#e8c", "--to", "#522,#e8c", "--force", "-o", tmp_path / "out.png")
    masks = "--mask", tmp_path / "left.png"
    run("recolor", photo, *ends)
    whole = read_photo(tmp_path / "out.png").pixels
    run("recolor", photo, *masks, *ends)
    left = read_photo(tmp_path / "out.png").pixels
    assert np.array_equal(left[half == 0], before[half == 0])
    assert np.array_equal(left[half == 255], whole[half == 255])
    run("recolor", photo, *masks, "--mask", tmp_path / "right.png", *ends)
    assert np.array_equal(read_photo(tmp_path / "out.png").pixels, whole)
    assert run("recolor", "-", "--mask", "-", *ends)[0] == 2


def test_a_late_count_of_a_preview_does_not_replace_that_of_the_exact_picture(within, qtbot):
    drag_swatch(within, 2)
    settle(within, qtbot)
    exact = count_job("after", result(within), within.showing.serial, within.session.photo.pixels)
    sketch = count_job(
        "after", within.session.photo.pixels, within.showing.serial, within.session.photo.pixels, exact=False
    )
    for job in (exact, sketch):
        within.showing.show_counts(job.run(no_tick))
    assert within.window.readouts._trust.moved > 0

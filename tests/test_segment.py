"""Segment in the whole window: mixtures that are fitted, watched, grabbed and used."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from palette_studio.core.files import read_photo
from palette_studio.core.mixture.channels import plane
from palette_studio.core.mixture.color import fit_colors
from palette_studio.core.mixture.color_bins import ColorBins
from palette_studio.core.segmentation import colors_fitted, fitted, labels, place_of

PATIENCE = 60_000


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled and studio.segment_desk.current is not None, timeout=PATIENCE)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def result(studio):
    return studio.showing.rendering.full


@pytest.fixture
def segmenting(opened, qtbot):
    opened.window.actions_["segment"].trigger()
    opened.window.segment_panel.smooth.value_requested.emit(0.0, False)
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: line(opened) is not None and line(opened).isVisible(), timeout=PATIENCE)
    return opened


def line(studio):
    return studio.window.mixture_panel._line


def mixture(studio):
    return studio.segment_desk._mixture(studio.segment_desk.current)


def drag(plot, start, *places):
    """Press at a point of the widget, move over others and let go at the last one."""
    view = plot.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    for place in places:
        QTest.mouseMove(view, place.toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[-1].toPoint())


def test_the_regions_are_those_of_the_mixture_and_are_painted_in_its_colors(segmenting):
    photo, document = segmenting.session.photo, segmenting.document
    fit = fitted(photo, document.segmenting)
    label = fit.mixture.labels(np.arange(256))[plane(photo.pixels, "gray")]
    colors = segmenting.segment_desk.current.colors
    assert (result(segmenting) == colors[label]).all()
    assert len(np.unique(result(segmenting).reshape(-1, 3), axis=0)) == 3


def test_smooth_regions_are_those_of_the_command_line(segmenting, qtbot, tmp_path, run):
    photo = segmenting.session.photo
    segmenting.window.segment_panel.smooth.value_requested.emit(0.25, False)
    settle(segmenting, qtbot)
    shown = result(segmenting)
    code, _, _ = run(
        "segment", photo.origin.path, "-k", 3, "--space", "gray", "--quiet", "-o", tmp_path / "labels.png"
    )
    assert code == 0
    with Image.open(tmp_path / "labels.png") as image:
        label = np.asarray(image)
    assert (segmenting.segment_desk.current.colors[label] == shown).all()


@pytest.mark.parametrize("channel", ["gray", "lightness", "hue", "lab", "oklab"])
def test_every_channel_divides_the_photo(segmenting, qtbot, channel):
    choose(segmenting.window.segment_panel.channel, channel)
    settle(segmenting, qtbot)
    assert segmenting.document.segmenting.channel == channel
    assert len(segmenting.segment_desk.current.colors) == 3
    assert (result(segmenting) != segmenting.session.photo.pixels).any()


def test_once_all_is_still_colors_are_fitted_as_to_every_pixel(segmenting, qtbot):
    choose(segmenting.window.segment_panel.channel, "lab")
    settle(segmenting, qtbot)
    photo, how = segmenting.session.photo, segmenting.document.segmenting
    made, wanted = segmenting.segment_desk.current, colors_fitted(photo.pixels, 3)
    assert (made.fit.components.means == wanted.components.means).all()
    assert len(made.fit.trace) == len(wanted.trace) > len(fit_colors(ColorBins.of(photo.pixels), 3).trace)
    assert (result(segmenting) == made.colors[labels(photo.pixels, how, wanted.components, 8)]).all()
    assert segmenting.window.mixture_panel.bar.scrubber.maximum() == len(wanted.trace) - 1


def test_a_component_is_dragged_as_one_step_and_em_goes_on_from_there(segmenting, qtbot):
    plot, before = line(segmenting), mixture(segmenting)
    steps = segmenting.store.stack.count()
    start = plot.to_widget(plot.top(1))
    drag(plot, start, start + QPointF(40, -5), start + QPointF(90, -10))
    assert segmenting.store.stack.count() == steps + 1
    how = segmenting.document.segmenting
    assert not how.held
    assert how.by_hand.means[1] > before.means[1] + 5
    settle(segmenting, qtbot)
    fit = segmenting.segment_desk.current.fit
    assert (fit.trace[0][1] == how.by_hand.means).all()
    assert fit.log_likelihoods[-1] > fit.log_likelihoods[0]
    segmenting.store.stack.undo()
    settle(segmenting, qtbot)
    assert mixture(segmenting).means == pytest.approx(before.means)


def test_while_a_component_is_held_the_photo_shows_what_the_hand_makes(segmenting, qtbot):
    plot = line(segmenting)
    start = plot.to_widget(plot.top(0))
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(plot.viewport(), (start + QPointF(60, 0)).toPoint())
    assert segmenting.document.segmenting.held
    settle(segmenting, qtbot)
    held = segmenting.document.segmenting.by_hand
    assert (mixture(segmenting).values == held.values).all()
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert segmenting.document.segmenting.by_hand is None
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    assert segmenting.document.segmenting.by_hand is None


def test_wings_widen_the_selected_component(segmenting, qtbot):
    plot = line(segmenting)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.to_widget(plot.top(1)).toPoint())
    assert plot.selected == 1
    before = mixture(segmenting).deviations[1]
    start = plot.to_widget(plot.wing(1, 1))
    drag(plot, start, start + QPointF(30, 0))
    assert segmenting.document.segmenting.by_hand.deviations[1] > before


def test_a_threshold_stays_where_it_is_dragged(segmenting, qtbot):
    plot = line(segmenting)
    start = plot.to_widget(QPointF(plot.thresholds[0], 50))
    drag(plot, start, start + QPointF(30, 0))
    settle(segmenting, qtbot)
    assert segmenting.document.segmenting.held
    wanted = plot._box.mapSceneToView(plot.mapToScene((start + QPointF(30, 0)).toPoint())).x()
    assert line(segmenting).thresholds[0] == pytest.approx(wanted, abs=1.5)
    first, second = (
        result(segmenting)[plane(segmenting.session.photo.pixels, "gray") == v] for v in (0, 255)
    )
    assert (first[0] != second[0]).any() if len(first) and len(second) else True


def test_every_iteration_can_be_seen_from_the_beginning_and_back(segmenting, qtbot):
    panel = segmenting.window.mixture_panel
    last = panel.bar.scrubber.maximum()
    end = result(segmenting)
    panel.bar.scrubber.setValue(0)
    settle(segmenting, qtbot)
    assert segmenting.document.segmenting.iteration == 0
    assert (result(segmenting) != end).any()
    assert mixture(segmenting).means == pytest.approx(segmenting.segment_desk.current.fit.trace[0][1])
    panel.bar.step.click()
    assert segmenting.document.segmenting.iteration == 1
    panel.bar.scrubber.setValue(last)
    settle(segmenting, qtbot)
    assert segmenting.document.segmenting.iteration is None
    assert (result(segmenting) == end).all()


def test_running_shows_one_iteration_after_the_other_as_one_step(segmenting, qtbot):
    panel, steps = segmenting.window.mixture_panel, segmenting.store.stack.count()
    segmenting.segment_desk._play.setInterval(5)
    seen = []
    segmenting.store.changed.connect(lambda old, new: seen.append(new.segmenting.iteration))
    panel.bar.play.click()
    qtbot.waitUntil(lambda: not segmenting.segment_desk._play.isActive(), timeout=PATIENCE)
    assert seen[:3] == [0, 1, 2]
    assert seen[-1] is None
    assert segmenting.store.stack.count() == steps
    panel.bar.play.click()
    panel.bar.play.click()
    assert not segmenting.segment_desk._play.isActive()


def test_keys_run_the_iterations_and_take_one(segmenting):
    actions = segmenting.window.actions_
    actions["frame_on"].trigger()
    assert segmenting.document.segmenting.iteration == 1
    actions["play"].trigger()
    assert segmenting.segment_desk._play.isActive()
    actions["play"].trigger()
    assert not segmenting.segment_desk._play.isActive()
    assert not actions["frame_back"].isEnabled()


def test_curves_follow_the_hand_before_the_fit_is_judged(segmenting):
    plot = line(segmenting)
    start = plot.to_widget(plot.top(1))
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    for far in (20, 40, 60):
        QTest.mouseMove(plot.viewport(), (start + QPointF(far, 0)).toPoint())
        held = segmenting.document.segmenting.by_hand
        assert plot._mixture is held
        assert segmenting.window.segment_panel.mean.isVisibleTo(segmenting.window.segment_panel)
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())


def test_the_number_of_components_and_its_criterion_are_steps(segmenting, qtbot):
    panel = segmenting.window.segment_panel
    panel.count.more.click()
    settle(segmenting, qtbot)
    assert len(mixture(segmenting)) == 4
    panel.auto.click()
    settle(segmenting, qtbot)
    found = len(mixture(segmenting))
    assert panel.count.value == found
    assert panel.curve.isVisibleTo(panel)
    choose(panel.criterion, "icl")
    settle(segmenting, qtbot)
    assert len(mixture(segmenting)) <= found
    assert segmenting.store.stack.undoText() == "ICL"


def test_a_component_is_set_by_numbers_and_locked(segmenting, qtbot):
    panel = segmenting.window.segment_panel
    panel.component_requested.emit("mean", 40.0)
    settle(segmenting, qtbot)
    assert segmenting.document.segmenting.by_hand.means[0] == 40
    panel.lock.click()
    settle(segmenting, qtbot)
    kept = mixture(segmenting).values[:, 0]
    assert segmenting.document.segmenting.locked == (0,)
    plot = line(segmenting)
    start = plot.to_widget(plot.top(2))
    drag(plot, start, start + QPointF(-60, 0))
    settle(segmenting, qtbot)
    assert mixture(segmenting).values[1:, 0] == pytest.approx(kept[1:])


def test_a_component_of_color_is_locked_while_another_one_is_dragged(segmenting, qtbot):
    panel, plots = segmenting.window.segment_panel, segmenting.window.mixture_panel
    choose(panel.channel, "lab")
    settle(segmenting, qtbot)
    panel.lock.click()
    settle(segmenting, qtbot)
    kept = mixture(segmenting).taken(np.array([0]))
    plots.gesture_began.emit()
    plots.shifted.emit(2, 30.0, 40.0)
    plots.gesture_ended.emit()
    settle(segmenting, qtbot)
    assert panel.lock.isChecked() and segmenting.document.segmenting.locked == (0,)
    assert (mixture(segmenting).means[0] == kept.means[0]).all()
    assert mixture(segmenting).weights[0] == kept.weights[0]
    assert len(segmenting.segment_desk.current.fit.trace) > 1


def test_hovering_a_component_lights_its_region(segmenting, qtbot):
    canvas, desk = segmenting.window.canvas, segmenting.segment_desk
    segmenting.window.mixture_panel.hovered.emit(0)
    qtbot.waitUntil(lambda: canvas._veil is not None, timeout=PATIENCE)
    segmenting.window.mixture_panel.hovered.emit(-1)
    assert canvas._veil is None
    assert desk.current is not None


def test_a_click_on_the_photo_chooses_its_component(segmenting):
    gray = plane(segmenting.session.photo.pixels, "gray")
    y, x = np.argwhere(gray == gray.max())[0]
    segmenting.window.canvas.clicked.emit(int(x), int(y))
    assert line(segmenting).selected == 2


def test_components_become_the_palette(segmenting, qtbot):
    colors = segmenting.segment_desk.current.colors
    segmenting.window.segment_panel.palette_button.click()
    qtbot.waitUntil(lambda: len(segmenting.document.edited) == 3, timeout=PATIENCE)
    assert (segmenting.document.edited.colors == colors).all()
    assert all(swatch.name for swatch in segmenting.document.edited.swatches)


def test_regions_and_masks_are_exported(segmenting, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "labels.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    shown = result(segmenting)
    segmenting.window.segment_panel.labels_button.click()
    qtbot.waitUntil(lambda: path.exists() and segmenting.batch.idle(), timeout=PATIENCE)
    with Image.open(path) as image:
        assert image.mode == "P"
        assert (np.asarray(image.convert("RGB")) == shown).all()
    segmenting.window.segment_panel.masks_button.click()
    masks = [tmp_path / f"coffee-component-{n}.png" for n in (1, 2, 3)]
    qtbot.waitUntil(lambda: masks[-1].exists() and segmenting.batch.idle(), timeout=PATIENCE)
    alphas = sum(read_photo(mask).pixels[..., 3].astype(int) for mask in masks)
    assert np.abs(alphas - 255).max() <= 1


def test_a_photo_without_hue_says_so_and_keeps_its_picture(studio, qtbot, tmp_path):
    Image.fromarray(np.arange(48 * 60, dtype=np.uint8).reshape(48, 60)).save(tmp_path / "gray.png")
    studio.open(tmp_path / "gray.png")
    qtbot.waitUntil(lambda: studio.settled and studio.session.photo is not None, timeout=PATIENCE)
    studio.window.actions_["segment"].trigger()
    choose(studio.window.segment_panel.channel, "hue")
    qtbot.waitUntil(lambda: "no pixel" in studio.window.mixture_panel._words.text(), timeout=PATIENCE)
    choose(studio.window.segment_panel.channel, "lightness")
    settle(studio, qtbot)


def test_a_new_photo_begins_without_what_was_moved_by_hand(segmenting, qtbot, photo):
    plot = line(segmenting)
    start = plot.to_widget(plot.top(1))
    drag(plot, start, start + QPointF(40, 0))
    segmenting.open(photo)
    qtbot.waitUntil(lambda: segmenting.session.photo.name == "photo.png", timeout=PATIENCE)
    settle(segmenting, qtbot)
    assert segmenting.document.segmenting.by_hand is None
    assert segmenting.document.workspace == "segment"


def test_colors_are_grabbed_in_their_plane(segmenting, qtbot):
    choose(segmenting.window.segment_panel.channel, "lab")
    settle(segmenting, qtbot)
    plot = segmenting.window.mixture_panel._plane
    qtbot.waitUntil(plot.isVisible, timeout=PATIENCE)
    steps = segmenting.store.stack.count()
    start = plot.to_widget(plot.center(1))
    drag(plot, start, start + QPointF(12, 4), start + QPointF(25, 8))
    assert segmenting.store.stack.count() == steps + 1
    settle(segmenting, qtbot)
    assert not segmenting.document.segmenting.held
    assert segmenting.document.segmenting.by_hand is not None


@pytest.mark.parametrize("channel", ["gray", "lab"])
def test_a_component_that_goes_while_it_is_held_no_longer_follows_the_hand(segmenting, qtbot, channel):
    panel = segmenting.window.segment_panel
    panel.count.more.click()
    choose(panel.channel, channel)
    settle(segmenting, qtbot)
    mixtures = segmenting.window.mixture_panel
    plot = mixtures._line if channel == "gray" else mixtures._plane
    qtbot.waitUntil(plot.isVisible, timeout=PATIENCE)
    last = len(mixture(segmenting)) - 1
    plot.selected_requested.emit(last)
    start = plot.to_widget(
        plot.wing(last, 1) if channel == "gray" else QPointF(*plot.outline(last)[0].tolist())
    )
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    assert plot.held is not None and plot.held.component == last
    panel.count.less.click()
    settle(segmenting, qtbot)
    assert len(mixture(segmenting)) == last
    steps = segmenting.store.stack.count()
    QTest.mouseMove(plot.viewport(), start.toPoint() + QPoint(30, 0))
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint() + QPoint(30, 0))
    assert segmenting.store.stack.count() == steps


def test_the_plane_lies_with_its_longer_side_level_and_fits_its_colors(segmenting, qtbot):
    choose(segmenting.window.segment_panel.channel, "lab")
    settle(segmenting, qtbot)
    plot = segmenting.window.mixture_panel._plane
    qtbot.waitUntil(plot.isVisible, timeout=PATIENCE)
    assert sorted(plot.axes) == [1, 2]
    assert plot.room.width() >= plot.room.height()
    means = mixture(segmenting).means
    assert [plot.center(0).x(), plot.center(0).y()] == pytest.approx(means[0, plot.axes])
    start = plot.to_widget(plot.center(1))
    drag(plot, start, start + QPointF(0, -30))
    up, level = plot.axes[1], plot.axes[0]
    held = segmenting.document.segmenting.by_hand.means
    assert held[1, up] > means[1, up] + 1
    assert held[1, level] == pytest.approx(means[1, level], abs=1)


def test_a_row_of_the_list_of_components_chooses_one(segmenting, qtbot):
    choose(segmenting.window.segment_panel.channel, "lab")
    settle(segmenting, qtbot)
    plot, seen = segmenting.window.mixture_panel._plane, []
    plot.hovered.connect(seen.append)
    rows = plot._list
    QTest.mouseMove(rows, QPoint(20, 26))
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(20, 26))
    assert plot.selected == 1
    assert seen[-1] == 1
    rows.grab()


@pytest.mark.parametrize("channel", ["gray", "lightness", "lab", "oklab"])
def test_the_pixel_under_the_pointer_is_marked_on_the_mixture(segmenting, qtbot, channel):
    box = segmenting.window.segment_panel.channel
    choose(box, channel)
    settle(segmenting, qtbot)
    panel, x, y = segmenting.window.mixture_panel, 40, 60
    plot = panel._stack.currentWidget()
    segmenting.window.canvas.pointed.emit(x, y)
    qtbot.waitUntil(plot._pixel.isVisible, timeout=PATIENCE)
    place = place_of(tuple(segmenting.document.photo.levels[0][y, x, :3].tolist()), channel)
    wanted = QPointF(place[0], 0) if len(place) == 1 else QPointF(*(place[axis] for axis in plot.axes))
    off = plot.to_widget(wanted) - QPointF(plot._pixel.geometry().center())
    assert abs(off.x()) <= 1.5
    assert len(place) == 1 or abs(off.y()) <= 1.5
    segmenting.window.canvas.pointer_left.emit()
    qtbot.waitUntil(lambda: not plot._pixel.isVisible(), timeout=PATIENCE)


def test_entering_by_key_never_moves_the_focus_to_a_button(opened, qtbot):
    window = opened.window
    window.activateWindow()
    window.color_panel.wheel.setFocus()
    window.actions_["segment"].trigger()
    assert window.focusWidget() is window.canvas


def test_a_file_over_the_plots_is_the_window_s(segmenting):
    plot = line(segmenting)
    assert not plot.acceptDrops()
    assert not plot.viewport().acceptDrops()

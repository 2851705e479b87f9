"""Plots as editors in the whole window: planes of color, the pixel under the pointer, ranges on the photo."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from palette_studio.core.density import density
from palette_studio.core.value_range import inside
from palette_studio.ui.histogram_panel import PLANE_PX, VIEWS
from palette_studio.workbench.jobs.veiling import DARKEST

PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton
planes = pytest.mark.parametrize("plane", ["ab", "vectorscope"])


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def show(studio, qtbot, view):
    """Bring a plot to the front, and wait until it shows what there is."""
    panel = studio.window.histogram_panel
    panel.tabs.setCurrentIndex(VIEWS.index(view))
    settle(studio, qtbot)
    qtbot.waitUntil(lambda: not panel._soon.isActive(), timeout=PATIENCE)
    return panel


def drag_handle(studio, qtbot, plot, number, way, release=True):
    start = plot.handle_point(number).toPoint()
    qtbot.mousePress(plot, LEFT, pos=start)
    for step in (1, 2, 3):
        qtbot.mouseMove(plot, start + way * step / 3)
    if release:
        qtbot.mouseRelease(plot, LEFT, pos=start + way)


def drag_range(studio, qtbot, view, first, last):
    panel = show(studio, qtbot, view)
    plot = panel.plot
    ends = [QPoint(round(plot.place(value)), 30) for value in (first, last)]
    qtbot.mousePress(plot, LEFT, pos=ends[0])
    qtbot.mouseMove(plot, ends[1])
    qtbot.mouseRelease(plot, LEFT, pos=ends[1])
    settle(studio, qtbot)
    return panel


def veil(studio):
    return studio.window.canvas._veil_pixels


@planes
def test_the_densities_are_those_of_every_pixel_shown(opened, qtbot, plane):
    panel = show(opened, qtbot, plane)
    plot = panel.planes[plane].plane
    wanted = density(opened.session.photo.pixels, plane).counts
    assert np.array_equal(plot.now.counts, wanted)
    drag_handle(opened, qtbot, plot, opened.session.selected, QPoint(12, 8))
    settle(opened, qtbot)
    after = density(opened.showing.rendering.full, plane).counts
    qtbot.waitUntil(lambda: np.array_equal(plot.now.counts, after), timeout=PATIENCE)
    assert not np.array_equal(after, wanted)
    panel.before.setChecked(True)
    qtbot.waitUntil(lambda: plot.before is not None, timeout=PATIENCE)
    assert np.array_equal(plot.before.counts, wanted)
    panel.before.setChecked(False)
    qtbot.waitUntil(lambda: plot.before is None, timeout=PATIENCE)


@planes
def test_a_dragged_handle_edits_its_swatch_as_one_step(opened, qtbot, plane):
    plot = show(opened, qtbot, plane).planes[plane].plane
    opened.session.select(2)
    before, count = opened.document.edited[2].color, opened.store.stack.count()
    drag_handle(opened, qtbot, plot, 2, QPoint(15, 9))
    settle(opened, qtbot)
    assert opened.document.edited[2].color != before
    assert opened.store.stack.count() == count + 1
    assert opened.window.color_panel.hex.text() == opened.document.edited[2].hex
    opened.store.stack.undo()
    assert opened.document.edited[2].color == before


@planes
def test_escape_takes_back_what_a_handle_did(opened, qtbot, plane):
    plot = show(opened, qtbot, plane).planes[plane].plane
    before, count = opened.document.edited, opened.store.stack.count()
    drag_handle(opened, qtbot, plot, opened.session.selected, QPoint(15, 9), release=False)
    assert opened.document.edited != before
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert opened.document.edited == before
    assert opened.store.stack.count() == count
    settle(opened, qtbot)


@planes
def test_a_press_on_a_handle_selects_its_swatch_everywhere(opened, qtbot, plane):
    opened.session.select(0)
    plot = show(opened, qtbot, plane).planes[plane].plane
    number = plot.handle_at(plot.handle_point(len(opened.document.edited) - 1))
    qtbot.mouseClick(plot, LEFT, pos=plot.handle_point(number).toPoint())
    assert opened.session.selected == number
    assert opened.window.palette_panel.strip.currentIndex().row() == number


@planes
def test_a_plane_in_front_has_more_room_and_gives_it_back(opened, qtbot, plane):
    panel = show(opened, qtbot, "rgb")
    usual = panel.height()
    show(opened, qtbot, plane)
    qtbot.waitUntil(lambda: panel.height() >= PLANE_PX, timeout=PATIENCE)
    show(opened, qtbot, "hue")
    qtbot.waitUntil(lambda: panel.height() <= usual + 2, timeout=PATIENCE)


def test_nothing_is_counted_for_a_plane_that_nobody_sees(opened, qtbot):
    jobs = []
    opened.batch.started.connect(lambda job: jobs.append(job.topic))
    opened.live.started.connect(lambda job: jobs.append(job.topic))
    opened.palette_desk._on_color_requested(0, (10, 200, 90), False)
    settle(opened, qtbot)
    assert not {"density", "density before"} & set(jobs)
    show(opened, qtbot, "ab")
    assert {"density", "density before"} <= set(jobs)
    jobs.clear()
    opened.window.actions_["segment"].trigger()
    settle(opened, qtbot)
    assert "density" not in jobs


def test_another_photo_is_seen_at_once_in_the_plane(opened, qtbot, photo):
    plot = show(opened, qtbot, "ab").planes["ab"].plane
    scale, fits = plot.scale, []
    plot._zoomed, plot._span = True, plot._span / 4  # by hand, closer than any photo needs
    plot.fit, fit = lambda: fits.append(fit()), plot.fit
    opened.open(photo)
    qtbot.waitUntil(lambda: opened.session.photo.name == photo.name and opened.settled, timeout=PATIENCE)
    wanted = density(opened.session.photo.pixels, "ab").counts
    qtbot.waitUntil(lambda: plot.now is not None and plot.now.total == wanted.sum(), timeout=PATIENCE)
    assert np.array_equal(plot.now.counts, wanted)
    assert fits
    assert plot.scale < 2 * scale


@pytest.mark.parametrize("view", VIEWS)
def test_the_pixel_under_the_pointer_is_marked_on_every_plot(opened, qtbot, view):
    panel = show(opened, qtbot, view)
    canvas = opened.window.canvas
    canvas.pointed.emit(200, 150)
    rgb = canvas.color_at("after", 200, 150)
    qtbot.waitUntil(lambda: panel._probe == rgb, timeout=PATIENCE)
    assert opened.window.color_panel.wheel._pixel == rgb
    if view in panel.planes:
        assert panel.planes[view].plane._pixel is not None
        assert panel.planes[view].axis._light is not None
    else:
        assert len(panel.plot._probe) == (3 if view == "rgb" else 1)
    canvas.pointer_left.emit()
    qtbot.waitUntil(lambda: panel._probe is None, timeout=PATIENCE)
    assert opened.window.color_panel.wheel._pixel is None


def test_the_pixel_is_marked_among_the_hues_of_a_transfer_unless_it_is_gray(opened, qtbot):
    plot, canvas = opened.window.hue_panel.plot, opened.window.canvas
    rgb = canvas.color_at("after", 200, 150)
    assert max(rgb) > min(rgb)
    canvas.pointed.emit(200, 150)
    qtbot.waitUntil(lambda: plot._pixel is not None and plot._pixel.getRgb()[:3] == rgb, timeout=PATIENCE)
    plot.set_pixel((90, 90, 90))
    assert plot._pixel is None


@pytest.mark.parametrize(("view", "ends"), [("rgb", (30, 90)), ("lightness", (60, 140)), ("hue", (340, 372))])
def test_the_pixels_of_a_range_light_up_on_the_photo(opened, qtbot, view, ends):
    panel = drag_range(opened, qtbot, view, *ends)
    values = panel.range
    assert values is not None
    small = opened.session.photo.scene.pixels
    wanted = np.where(inside(small, values), 0, DARKEST)
    qtbot.waitUntil(
        lambda: veil(opened) is not None and np.array_equal(veil(opened), wanted), timeout=PATIENCE
    )
    share = float((wanted == 0).mean())
    told = panel.numbers.text().split(":  ")[1].split(" %")[0]
    assert float(told.removeprefix("< ")) == pytest.approx(share * 100, abs=0.51)


@pytest.mark.parametrize("way", ["click", "escape", "workspace", "tab", "photo"])
def test_a_range_that_is_cleared_leaves_the_photo_as_it_is(opened, qtbot, photo, way):
    panel = drag_range(opened, qtbot, "lightness", 60, 140)
    qtbot.waitUntil(lambda: veil(opened) is not None, timeout=PATIENCE)
    if way == "click":
        qtbot.mouseClick(panel.plot, LEFT, pos=QPoint(round(panel.plot.place(10)), 30))
    elif way == "escape":
        qtbot.keyClick(panel.plot, Qt.Key.Key_Escape)
    elif way == "workspace":
        opened.window.actions_["map"].trigger()
    elif way == "tab":
        show(opened, qtbot, "ab")
    else:
        opened.open(photo)
        qtbot.waitUntil(lambda: opened.session.photo.name == photo.name, timeout=PATIENCE)
    settle(opened, qtbot)
    assert panel.range is None
    assert opened.window.canvas._veil is None


def test_after_an_edit_the_range_lights_up_what_is_in_it_now(opened, qtbot):
    panel = drag_range(opened, qtbot, "lightness", 60, 140)
    opened.palette_desk._on_color_requested(0, (240, 230, 90), False)
    settle(opened, qtbot)
    levels = [patch.pixels for patch in opened.showing.rendering.patches]
    small = next(p for p in levels if p.shape[:2] == opened.session.photo.scene.pixels.shape[:2])
    wanted = np.where(inside(small, panel.range), 0, DARKEST)
    qtbot.waitUntil(lambda: np.array_equal(veil(opened), wanted), timeout=PATIENCE)


def test_a_swatch_that_is_pointed_at_is_seen_and_then_the_range_again(opened, qtbot):
    drag_range(opened, qtbot, "lightness", 60, 140)
    qtbot.waitUntil(lambda: veil(opened) is not None, timeout=PATIENCE)
    lit = veil(opened)
    strip = opened.window.palette_panel.strip
    strip.hovered.emit(1)
    qtbot.waitUntil(lambda: veil(opened) is not lit, timeout=PATIENCE)
    strip.hovered.emit(-1)
    assert veil(opened) is lit

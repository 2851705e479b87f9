"""Whatever is dragged can be done by clicks too. WCAG 2.2, 2.5.7; see docs/how-to/without-dragging.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from palette_studio.core.transferring import WHOLE
from palette_studio.workbench import edits

PATIENCE = 60_000
pytestmark = pytest.mark.qt_log_ignore("grabbing the (keyboard|mouse)", extend=True)  # offscreen, by menus
LEFT = Qt.MouseButton.LeftButton


def click(widget: QWidget, point: QPointF | QPoint) -> None:
    QTest.mouseClick(widget, LEFT, pos=point.toPoint() if isinstance(point, QPointF) else point)


def choose_at(widget: QWidget, point: QPoint, words: str) -> None:
    """Open the menu of a place with the right button, and click the entry with these words."""
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()
    QTest.mousePress(widget, Qt.MouseButton.RightButton, pos=point)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, asked)
    click_entry(QApplication.activePopupWidget(), words)
    QTest.mouseRelease(widget, Qt.MouseButton.RightButton, pos=point)


def click_entry(menu: QWidget | None, words: str) -> None:
    assert isinstance(menu, QMenu), "no menu opened"
    entry = next(action for action in menu.actions() if action.text().replace("&", "") == words)
    assert entry.isEnabled(), words
    click(menu, menu.actionGeometry(entry).center())
    QApplication.processEvents()


@pytest.fixture
def strip(opened):
    return opened.window.palette_panel.strip


def settle(studio, qtbot) -> None:
    qtbot.waitUntil(lambda: studio.settled and studio.batch.idle(), timeout=PATIENCE)


def names(studio) -> list[str]:
    return [swatch.name for swatch in studio.document.edited.swatches]


# The strip


def test_a_swatch_is_moved_by_its_menu(opened, strip):
    before = names(opened)
    choose_at(strip.viewport(), strip.chip_rect(1).center(), "Move right")
    assert names(opened) == [before[0], before[2], before[1], *before[3:]]
    choose_at(strip.viewport(), strip.chip_rect(2).center(), "Move left")
    assert names(opened) == before


def test_swatches_are_merged_by_a_menu_as_by_a_drag(opened, strip):
    document = opened.document
    strip.merge_requested.emit([1, 2])  # what letting go of one on the other reports
    dragged = opened.document.edited
    opened.store.stack.undo()
    assert opened.document is document
    choose_at(strip.viewport(), strip.chip_rect(2).center(), "Merge with the one at the left")
    assert opened.document.edited == dragged and opened.store.stack.count() == 1


def test_a_swatch_is_copied_by_its_menu(opened, strip):
    count = len(opened.document.edited)
    choose_at(strip.viewport(), strip.chip_rect(1).center(), "Duplicate")
    assert len(opened.document.edited) == count + 1


def test_a_swatch_s_color_is_given_to_a_place_of_the_photo_as_by_carrying_it_there(opened, strip, qtbot):
    opened.store.edit(*edits.colored(opened.document, 0, (20, 90, 200)))
    settle(opened, qtbot)
    canvas, edited = opened.window.canvas, opened.document.edited
    point = canvas.rect().center() + QPoint(40, 30)
    opened.session.select(0)
    strip.dropped.emit(0, canvas.mapToGlobal(point))
    qtbot.waitUntil(lambda: opened.document.edited != edited, timeout=PATIENCE)
    carried = opened.document.edited
    opened.store.stack.undo()
    settle(opened, qtbot)
    choose_at(canvas, point, "Give this the swatch's color")
    qtbot.waitUntil(lambda: opened.document.edited == carried, timeout=PATIENCE)


# Color


def test_a_click_on_the_wheel_and_on_the_lightness_moves_the_selected_swatch(opened):
    color, before = opened.window.color_panel, opened.document.edited[0].color
    click(color.wheel, color.wheel._point(200, 0.6))
    hued = opened.document.edited[0].color
    assert hued != before
    click(color.strip, QPointF(color.strip.width() / 2, color.strip.height() * 0.25))
    assert sum(opened.document.edited[0].color) > sum(hued)
    assert opened.store.stack.count() == 2


# Plots


def test_a_range_of_the_histogram_is_made_by_two_menus(opened, qtbot):
    panel = opened.window.histogram_panel
    panel.tabs.setCurrentIndex(1)
    QTest.qWait(200)  # curves are drawn a little after the photo
    plot, middle = panel.plot, panel.plot.height() // 2
    choose_at(plot, QPoint(round(plot.place(60)), middle), "Range from here")
    assert round(plot.span.low) == 60
    choose_at(plot, QPoint(round(plot.place(180)), middle), "Range to here")
    assert abs(plot.span.low - 60) <= 1 and abs(plot.span.high - 180) <= 1
    choose_at(plot, QPoint(round(plot.place(120)), middle), "No range")
    assert plot.span is None


@pytest.fixture
def mixture(opened, qtbot):
    opened.window.actions_["segment"].trigger()
    settle(opened, qtbot)
    plot = opened.window.mixture_panel._line
    qtbot.waitUntil(lambda: len(plot.thresholds) > 0, timeout=PATIENCE)
    return plot


def test_tops_wings_and_thresholds_of_a_mixture_are_placed_by_a_menu(opened, mixture, qtbot):
    steps = opened.store.stack.count()
    at = mixture.to_widget(QPointF(mixture.thresholds[0] + 12, 50)).toPoint()
    wanted = mixture.to_plot(QPointF(at)).x()
    choose_at(mixture, at, "The nearest threshold is here")
    settle(opened, qtbot)
    assert min(abs(place - wanted) for place in mixture.thresholds) < 2
    assert opened.store.stack.count() == steps + 1
    top = mixture.top(mixture.selected)
    at = mixture.to_widget(top + QPointF(9, -10)).toPoint()
    with qtbot.waitSignal(mixture.moved, check_params_cb=lambda n, mean, w: abs(mean - top.x() - 9) < 1):
        choose_at(mixture, at, f"Component {mixture.selected + 1} has its top here")
    assert mixture.held is None
    with qtbot.waitSignal(mixture.widened):
        choose_at(mixture, at, f"Component {mixture.selected + 1} reaches to here")
    assert opened.store.stack.count() > steps + 1
    settle(opened, qtbot)


def test_the_ellipses_of_a_mixture_are_placed_by_a_menu(opened, mixture, qtbot):
    box = opened.window.segment_panel.channel
    box.setCurrentIndex(box.findData("lab"))
    box.activated.emit(box.currentIndex())
    plot = opened.window.mixture_panel._plane
    qtbot.waitUntil(lambda: opened.settled and plot._components is not None, timeout=PATIENCE)
    at = plot.to_widget(plot.center(plot.selected) + QPointF(3, 2)).toPoint()
    with qtbot.waitSignal(plot.shifted):
        choose_at(plot, at, f"Component {plot.selected + 1} has its middle here")
    with qtbot.waitSignal(plot.grown):
        choose_at(plot, at + QPoint(30, 0), f"Component {plot.selected + 1} reaches to here")
    settle(opened, qtbot)


# A reference


def test_a_part_of_the_reference_is_framed_by_a_menu_and_pairs_are_made_by_two_clicks(opened, qtbot, coffee):
    opened.window.actions_["transfer"].trigger()
    opened.transfer_desk.open(Path(coffee).with_name("rocket.jpg"))
    qtbot.waitUntil(lambda: opened.document.transfers and opened.settled, timeout=PATIENCE)
    panel = opened.window.transfer_panel
    well = panel.well
    boxes: list[tuple] = []
    well.box_requested.connect(boxes.append)
    for words in ("Upper half", "A third of it around here", "All of it"):
        choose_at(well, well.rect().center(), words)
    assert boxes[0] == (0.0, 0.0, 1.0, 0.5) and boxes[2] == WHOLE
    assert boxes[1] == pytest.approx((1 / 3, 1 / 3, 1 / 3, 1 / 3), abs=0.02)
    settle(opened, qtbot)
    pairs: list[tuple[int, int]] = []
    rows = panel.pairs
    rows.pair_requested.connect(lambda own, wanted: pairs.append((own, wanted)))
    click(rows, rows.chip((0, 1)).center())
    click(rows, rows.chip((1, 2)).center())
    assert pairs == [(1, 2)]


# The canvas


def test_the_line_of_the_comparison_is_put_where_a_click_says(opened):
    canvas = opened.window.canvas
    opened.window.actions_["wipe"].trigger()
    choose_at(canvas, QPoint(canvas.width() // 4, canvas.height() // 2), "Compare along here")
    assert canvas.wipe_at == pytest.approx(0.25, abs=0.01)


def test_the_photo_is_panned_by_a_menu(opened):
    canvas = opened.window.canvas
    canvas.zoom_to(4.0)
    point = canvas.rect().center() + QPoint(60, 40)
    spot = canvas.photo_point(point.toPointF())
    choose_at(canvas, point, "Bring this to the middle")
    x, y = canvas.photo_point(canvas.rect().center().toPointF())
    assert abs(x - spot[0]) <= 1 and abs(y - spot[1]) <= 1
    QTest.mouseMove(canvas, point)
    assert canvas._press is None  # the right button drags nothing afterwards


def test_an_area_is_averaged_without_dragging_over_it(opened, qtbot):
    canvas, count = opened.window.canvas, len(opened.document.edited)
    opened.window.actions_["add"].trigger()
    picked: list[tuple] = []
    canvas.picked.connect(lambda *area: picked.append(area))
    point = canvas.rect().center()
    x, y = canvas.photo_point(point.toPointF())
    choose_at(canvas, point, "Pick the mean of 25 × 25 pixels")
    assert picked == [(x - 12, y - 12, 25, 25)]
    qtbot.waitUntil(lambda: len(opened.document.edited) == count + 1, timeout=PATIENCE)
    settle(opened, qtbot)


def test_a_hint_is_moved_by_a_menu_in_one_step(opened, qtbot):
    window = opened.window
    window.actions_["colorize"].trigger()
    settle(opened, qtbot)
    window.colorize_panel.on_requested.emit(True)
    settle(opened, qtbot)
    canvas = window.canvas
    center = canvas.rect().center()
    canvas.clicked.emit(*canvas.photo_point(center.toPointF()))
    assert len(opened.document.coloring.hints) == 1
    steps, there = opened.store.stack.count(), center + QPoint(50, 20)
    choose_at(canvas, there, "Move the hint here")
    x, y = canvas.photo_point(there.toPointF())
    hint = opened.document.coloring.hints[0]
    assert (hint.x, hint.y) == (x + 0.5, y + 0.5)
    assert opened.store.stack.count() == steps + 1
    settle(opened, qtbot)


# Sliders and panels


def test_a_slider_goes_where_its_track_is_clicked_and_has_a_number(opened):
    dial = opened.window.recolor_panel.strength
    before = dial.slider.value()
    click(dial.slider, QPoint(6, dial.slider.height() // 2))
    assert dial.slider.value() < before
    assert dial.field.isVisible()


def test_panels_are_arranged_by_a_menu(opened, qtbot):
    window = opened.window
    arrange = window.findChild(QMenu, "arrange_panels")
    color = next(action.menu() for action in arrange.actions() if action.text() == "Color")
    entries = {action.text().replace("&", ""): action for action in color.actions()}
    dock = window._right[0]
    width = dock.width()
    entries["Wider"].trigger()
    qtbot.waitUntil(lambda: dock.width() > width)
    entries["To the left"].trigger()
    assert window.dockWidgetArea(dock) == Qt.DockWidgetArea.LeftDockWidgetArea
    entries["To the right"].trigger()
    assert window.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea


def test_a_palette_of_the_library_is_taken_by_a_click(opened, qtbot):
    opened.window.side_tabs.setCurrentIndex(3)
    palettes = opened.window.library_panel.palettes
    qtbot.waitUntil(lambda: len(palettes.model_.rows) > 6, timeout=PATIENCE)
    before = opened.document.edited.colors
    QApplication.processEvents()
    click(palettes.viewport(), palettes.colors_of(palettes.model_.rowCount() and 3).center())
    qtbot.waitUntil(lambda: (opened.document.edited.colors != before).any(), timeout=PATIENCE)

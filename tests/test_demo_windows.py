"""Help, Demos: small windows that show expectation maximization at work."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from palette_studio.studio.demo_desk import NAMES
from palette_studio.ui import theme as themes
from palette_studio.ui.demo_window import DemoWindow, group_colors
from palette_studio.ui.pictures import array_of

PATIENCE = 60_000


def open_demo(studio, qtbot, name):
    desk = studio.demo_desks[name]
    studio.window.actions_[f"demo_{name}"].trigger()
    qtbot.waitUntil(lambda: desk.demo is not None, timeout=PATIENCE)
    return desk


@pytest.fixture(params=NAMES)
def desk(request, studio, qtbot):
    """A demo that stands at its beginning."""
    made = open_demo(studio, qtbot, request.param)
    made.window.bar.reset.click()
    return made


def numbers(desk):
    return [label.text() for pairs in desk.window.comparison._numbers for pair in pairs for label in pair]


def test_the_menu_of_help_holds_both_demos(studio):
    menus = {menu.title().replace("&", ""): menu for menu in studio.window.findChildren(QMenu)}
    assert menus["Demos"].menuAction() in menus["Help"].actions()
    wanted = [studio.window.actions_[f"demo_{name}"] for name in NAMES]
    assert menus["Demos"].actions() == wanted


def test_a_demo_opens_beside_the_window_and_plays(studio, qtbot):
    desk = open_demo(studio, qtbot, "line")
    assert desk.playing
    assert desk.window.isVisible()
    assert not desk.window.isModal()
    assert studio.window.isEnabled()
    assert studio.demo_desks["plane"].window is None


def test_opening_a_demo_twice_shows_the_same_window(desk, studio):
    first = desk.window
    studio.window.actions_[f"demo_{desk._name}"].trigger()
    assert desk.window is first
    first.close()
    studio.window.actions_[f"demo_{desk._name}"].trigger()
    assert desk.window is first
    assert first.isVisible()
    assert len([w for w in studio.window.findChildren(DemoWindow) if w.isVisible()]) == 1


def test_playing_advances_to_the_end_and_begins_again_after_it(desk, qtbot):
    desk._play.setInterval(1)
    seen = []
    desk._play.timeout.connect(lambda: seen.append(desk.iteration))
    desk.window.bar.play.click()
    assert desk.window.bar.play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: not desk.playing, timeout=PATIENCE)
    assert seen[:3] == [1, 2, 3]
    assert seen == sorted(set(seen))
    assert desk.iteration == desk.demo.iterations == desk.window.bar.scrubber.value()
    assert desk.window.bar.play.accessibleName() == "Run"
    desk.window.bar.play.click()
    assert desk.iteration == 0
    desk.window.bar.play.click()
    assert not desk.playing


def test_a_step_goes_one_iteration_further_and_reset_back(desk):
    bar, begun = desk.window.bar, numbers(desk)
    bar.step.click()
    bar.step.click()
    assert desk.iteration == bar.scrubber.value() == 2
    assert numbers(desk) != begun
    bar.reset.click()
    assert desk.iteration == 0
    assert numbers(desk) == begun


def test_every_iteration_is_on_the_scrubber_which_stops_the_play(desk):
    bar, begun = desk.window.bar, numbers(desk)
    assert (bar.scrubber.minimum(), bar.scrubber.maximum()) == (0, desk.demo.iterations)
    bar.play.click()
    bar.scrubber.setValue(desk.demo.iterations)
    assert not desk.playing
    assert numbers(desk) != begun
    bar.scrubber.setValue(0)
    assert numbers(desk) == begun


def test_the_numbers_are_those_of_the_truth_and_of_the_iteration(studio, qtbot):
    desk = open_demo(studio, qtbot, "line")
    desk.window.bar.scrubber.setValue(desk.demo.iterations)
    end = desk.demo.trace[-1]
    true, found = numbers(desk)[::2], numbers(desk)[1::2]
    assert true == ["10.00", "1.00", "33 %", "20.00", "3.00", "67 %"]
    wide = np.sqrt(end.covariances[:, 0, 0])
    for n in range(2):
        assert found[3 * n : 3 * n + 2] == [f"{end.means[n, 0]:.2f}", f"{wide[n]:.2f}"]
    assert "mean 10.00, estimated" in desk.window._plot.accessibleDescription()


def test_the_estimate_is_drawn_anew_at_every_iteration(desk):
    plot = desk.window._plot
    begun = [curve.getData()[1].copy() for curve in plot._estimate]
    desk.window.bar.step.click()
    assert len(begun) == 2
    for before, curve in zip(begun, plot._estimate, strict=True):
        assert not np.array_equal(before, curve.getData()[1], equal_nan=True)


def test_a_group_is_told_by_its_mark_and_its_line_where_colors_are_not_seen(desk):
    plot = desk.window._plot
    items = plot.plotItem.items
    dots = [item.opts["symbol"] for item in items if isinstance(item, pg.ScatterPlotItem)]
    assert {"o", "t1"} <= set(dots)
    assert list(plot._tops.data["symbol"]) == ["o", "t1"]
    curves = [item for item in items if isinstance(item, pg.PlotCurveItem) and item not in plot._estimate]
    assert len({curve.opts["pen"].style() for curve in curves}) == len(curves) == 2


def test_the_samples_of_two_groups_differ_without_color(desk):
    shapes = []
    for sample in desk.window.comparison._samples:
        sample.set_look([(number, QColor("white")) for number, _ in sample._groups], themes.load("dark"))
        shapes.append(array_of(sample.grab().toImage()))
    assert (shapes[0] != shapes[1]).any()


def test_new_points_are_other_ones_and_play_from_the_beginning(desk, qtbot):
    old = desk.demo
    desk.window.bar.step.click()
    desk.window.new_points.click()
    qtbot.waitUntil(lambda: desk.demo is not old, timeout=PATIENCE)
    assert desk.playing
    assert desk.demo.seed == old.seed + 1
    assert (desk.demo.points != old.points).all()
    assert desk.window.bar.scrubber.maximum() == desk.demo.iterations


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_a_key_closes_the_demo_alone(studio, qtbot, key, modifier):
    desk = open_demo(studio, qtbot, "line")
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(desk.window, key, modifier)
    assert not desk.window.isVisible()
    assert not desk.playing
    assert studio.window.isVisible()


def test_demos_close_with_the_main_window(studio, qtbot):
    desks = [open_demo(studio, qtbot, name) for name in NAMES]
    studio.window.close()
    assert not any(desk.window.isVisible() or desk.playing for desk in desks)


def test_a_demo_takes_the_theme_while_it_is_open(desk, studio):
    for name in themes.THEMES:
        theme = themes.load(name)
        studio._on_theme_requested(name)
        plot = desk.window._plot
        assert plot.backgroundBrush().color().name().upper() == theme.panel
        assert plot._estimate[0].opts["pen"].color().name().upper() == theme.text


@pytest.mark.parametrize("name", themes.THEMES)
def test_the_colors_of_the_groups_show_on_every_panel(name):
    theme = themes.load(name)

    def light(color):
        parts = np.array(color.getRgbF()[:3])
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ (0.2126, 0.7152, 0.0722))

    from PySide6.QtGui import QColor

    for color in group_colors(theme):
        dim, bright = sorted((light(color), light(QColor(theme.panel))))
        assert (bright + 0.05) / (dim + 0.05) >= 3  # WCAG 1.4.11


def test_all_controls_of_a_demo_have_names_and_tips(desk):
    window = desk.window
    for button in (window.bar.play, window.bar.step, window.bar.reset, window.bar.scrubber):
        assert button.accessibleName()
        assert button.toolTip()
    assert window.new_points.toolTip()
    assert window._plot.accessibleName()
    assert window.windowTitle()

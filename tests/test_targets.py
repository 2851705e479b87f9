"""Targets of 24 pixels: the measure itself, and the handles that widgets paint themselves."""

from __future__ import annotations

import numpy as np
import pytest
from control_targets import LEAST_PX, small_targets
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QWidget

from palette_studio.ui import handles
from palette_studio.ui import theme as themes
from palette_studio.ui.ab_plot import ComponentList
from palette_studio.ui.color_chips import ColorChips
from palette_studio.ui.hint_layer import LEAST_PX as LEAST_MARK_PX
from palette_studio.ui.hint_layer import _reach
from palette_studio.ui.value_span import Span

PATIENCE = 60_000
CHANNELS = ("lightness", "lab")


@pytest.fixture
def two(qtbot):
    """Put two buttons on a window: a side, and the gap between them."""

    def make(side, gap):
        window = QWidget()
        qtbot.addWidget(window)
        for n in range(2):
            button = QPushButton(str(n), window)
            button.setStyleSheet("min-height: 0; min-width: 0; padding: 0; border: none")
            button.setGeometry(10 + n * (side + gap), 10, side, side)
        window.show()
        return window

    return make


def test_a_small_target_needs_room_around_it(two):
    assert "QPushButton “0”: 16 x 16 px" in small_targets(two(16, 4))
    assert small_targets(two(16, 8)) == ""
    assert small_targets(two(24, 0)) == ""


def row_of(middle, wide):
    """Return the points of pixels in a row around a middle."""
    return [QPointF(middle.x() + x, middle.y()) for x in np.arange(-wide / 2, wide / 2) + 0.5]


def test_a_handle_alone_is_24_pixels_large_even_as_a_dot():
    for radius in (handles.DOT, handles.SMALL, handles.LARGE):
        hit = [handles.under(QPointF(x, 0.5), [(0, QPointF(0.5, 0.5), radius)]) for x in range(-20, 21)]
        assert hit.count(0) >= LEAST_PX


def test_of_dots_that_are_close_the_nearest_is_taken_and_the_upper_where_one_hides_another():
    close = [(1, QPointF(0, 0), handles.DOT), (0, QPointF(10, 0), handles.DOT)]
    taken = [handles.under(QPointF(x, 0), close) for x in (-11, 4, 6, 15, 30)]
    assert taken == [1, 1, 0, 0, -1]
    upper = [(1, QPointF(0, 0), handles.LARGE), (0, QPointF(10, 0), handles.SMALL)]
    assert handles.under(QPointF(9, 0), upper) == 1


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_grips_of_components_are_large(opened_small, qtbot, channel):
    window = opened_small.window
    window.actions_["segment"].trigger()
    box = window.segment_panel.channel
    box.setCurrentIndex(box.findData(channel))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: opened_small.settled, timeout=PATIENCE)
    panel = window.mixture_panel
    plot = next(one for one in (panel._line, panel._plane) if one.isVisible())
    place = plot.top if channel == "lightness" else plot.center
    for n in range(plot_size(plot)):
        points = row_of(plot.to_widget(place(n)), LEAST_PX)
        assert all(plot.grip_at(point) is not None for point in points)


def plot_size(plot):
    return len(plot._mixture if hasattr(plot, "_mixture") else plot._components)


def test_an_end_of_a_range_is_large_and_a_narrow_range_is_still_taken_as_a_whole(opened_small):
    plot = opened_small.window.histogram_panel.plot
    for low, high, least in ((60, 160, LEAST_PX), (100, 105, LEAST_PX / 2)):
        plot.span = Span(0, low, high, 256)
        parts = [plot._part_at(QPointF(x, 20)) for x in range(plot.width())]
        assert parts.count("all") > 1
        assert min(parts.count("low"), parts.count("high")) >= least


def test_a_press_beside_a_small_color_takes_it(qtbot):
    chips = ColorChips(themes.load("dark"), ("Colors", "Colors"), 4)
    qtbot.addWidget(chips)
    chips.set_colors(((1, 2, 3), (4, 5, 6)))
    assert all(min(chips._room(n).width(), chips._room(n).height()) >= LEAST_PX for n in range(2))
    assert not chips._room(0).intersects(chips._room(1))


def test_the_smallest_mark_of_a_hint_is_larger_for_the_hand_than_for_the_eye():
    mark = QRectF(50, 40, LEAST_MARK_PX, LEAST_MARK_PX)
    assert _reach(mark).size() == QSizeF(LEAST_PX, LEAST_PX)
    assert _reach(mark).center() == mark.center()
    assert _reach(QRectF(0, 0, 60, 60)).width() == 60


def test_of_many_components_the_list_shows_large_rows_and_the_selected_one(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    listed = ComponentList(window)
    listed.resize(150, 4 * LEAST_PX)
    colors, inks = [QColor("red")] * 10, (QColor("white"), QColor("gray"))
    for selected in range(10):
        listed.show_components(colors, [0.1] * 10, selected, inks)
        rows = [listed._row(y) for y in range(listed.height())]
        assert selected in rows
        assert all(rows.count(row) >= LEAST_PX for row in set(rows))

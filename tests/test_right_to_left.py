"""From right to left words and forms are mirrored; photos, axes, plots, time and palettes are not."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QTabBar,
    QWidget,
)

from palette_studio.ui import theme as themes
from palette_studio.ui.actions import COMMANDS, WORKSPACES
from palette_studio.ui.batch_list import BatchList
from palette_studio.ui.command_search import CommandSearch
from palette_studio.ui.export_dialog import ExportDialog
from palette_studio.ui.key_page import KeyPage
from palette_studio.ui.palette_rows import Title
from palette_studio.ui.preferences import Preferences
from palette_studio.workbench import edits

PATIENCE = 60_000
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QLabel, QTabBar)
SPACES = [command.name for command in COMMANDS if command.group == WORKSPACES]


@pytest.fixture(autouse=True)
def from_the_right(qapp):
    qapp.setLayoutDirection(RIGHT)
    yield
    qapp.setLayoutDirection(LEFT)


def pixels(widget: QWidget) -> np.ndarray:
    shot = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(shot.constBits(), np.uint8).reshape(shot.height(), shot.bytesPerLine() // 4, 4)
    return rows[:, : shot.width(), :3].astype(int)


def ink(widget: QWidget) -> float:
    """Return how much stands out from the ground: less where words lie on each other, or are cut off."""
    shot = pixels(widget)
    ground = np.median(shot.reshape(-1, 3), axis=0)
    return float(np.abs(shot - ground).sum())


def both_ways(widget: QWidget, measure) -> tuple:
    """Return a measure of a widget from the right and, with the same size, from the left."""
    size = widget.size()
    one = measure(widget)
    QApplication.setLayoutDirection(LEFT)
    widget.resize(size)
    QApplication.sendPostedEvents()
    other = measure(widget)
    QApplication.setLayoutDirection(RIGHT)
    return one, other


def in_sight(page: QWidget) -> list[QWidget]:
    return [part for part in page.findChildren(QWidget) if isinstance(part, CONTROLS) and part.isVisible()]


def assert_nothing_overlaps(page: QWidget) -> None:
    parts = [part for part in in_sight(page) if not part.visibleRegion().isEmpty()]
    places = {part: QRect(part.mapTo(page, part.rect().topLeft()), part.size()) for part in parts}
    for one, other in combinations(parts, 2):
        inside = one.isAncestorOf(other) or other.isAncestorOf(one)
        apart = not places[one].intersects(places[other])
        assert inside or apart, (one, one.accessibleName(), other, other.accessibleName())
    for part, place in places.items():
        assert place.left() >= 0 and place.right() < page.width(), (part, place)


@pytest.mark.parametrize("space", SPACES)
def test_no_control_of_a_workspace_lies_on_another(opened, qtbot, space):
    window = opened.window
    window.actions_[space].trigger()
    qtbot.waitUntil(lambda: opened.settled, timeout=PATIENCE)
    assert window.layoutDirection() == RIGHT
    for dock in window._docks:
        if dock.isVisible() and dock.widget() is not None:
            assert_nothing_overlaps(dock.widget())
    assert_nothing_overlaps(window.readouts)
    assert_nothing_overlaps(window.statusBar())


def test_no_control_of_a_dialog_lies_on_another(opened, qtbot):
    for name, kind in (("preferences", Preferences), ("export", ExportDialog), ("keys", KeyPage)):
        opened.window.actions_[name].trigger()
        dialog = opened.window.findChild(kind)
        qtbot.waitExposed(dialog)
        assert_nothing_overlaps(dialog)
        dialog.reject()


def test_photos_axes_plots_and_palettes_are_painted_as_ever(opened, qtbot):
    window, panel = opened.window, opened.window.histogram_panel
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    qtbot.waitUntil(lambda: opened.settled and opened.batch.idle(), timeout=PATIENCE)
    window.canvas.set_compare("wipe")
    QTest.qWait(200)  # plots are drawn a little after the photo
    color = window.color_panel
    parts = [window.canvas, window.palette_panel.strip.viewport(), color.wheel, color.strip, panel.plot]
    for part in parts:
        one, other = both_ways(part, pixels)
        assert one.shape == other.shape and (one == other).all(), part
    for tab, plane in ((3, "ab"), (4, "vectorscope")):
        panel.tabs.setCurrentIndex(tab)
        view = panel.planes[plane]
        qtbot.waitUntil(lambda v=view: v.plane.now is not None, timeout=PATIENCE)
        for part in (view.plane, view.axis, view.table):
            one, other = both_ways(part, pixels)
            assert one.shape == other.shape and (one == other).all(), part


def test_the_first_swatch_is_at_the_left_and_keys_do_what_is_seen(opened, qtbot):
    strip = opened.window.palette_panel.strip
    assert strip.chip_rect(0).right() < strip.chip_rect(1).left()
    strip._choose((0,), 0)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert opened.session.selected == 1
    opened.window.actions_["move_left"].trigger()
    assert opened.session.selected == 0


def test_the_key_to_the_right_takes_a_slider_s_handle_to_the_right(opened, qtbot):
    slider = opened.window.recolor_panel.strength.slider
    slider.setValue(50)
    at = slider_point_seen(slider)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() != 50 and slider_point_seen(slider) > at
    scrubber = opened.window.transport_panel.scrubber
    assert scrubber.layoutDirection() == LEFT  # time goes to the right
    scrubber.parentWidget().setEnabled(True)
    scrubber.blockSignals(True)
    scrubber.setRange(0, 10)
    scrubber.setValue(5)
    QTest.keyClick(scrubber, Qt.Key.Key_Right)
    assert scrubber.value() == 6


def slider_point_seen(slider: QSlider) -> int:
    """Return where the handle is in the picture of a slider: its darkest or lightest columns."""
    shot = pixels(slider).sum(axis=2)
    ground = shot[0, 0]
    tall = (np.abs(shot - ground) > 60).sum(axis=0)
    columns = np.flatnonzero(tall >= tall.max() - 1)
    return int(columns.mean() * 10)


def test_a_slider_is_filled_from_where_its_values_begin(opened):
    slider = opened.window.recolor_panel.strength.slider
    slider.setValue(20)
    shot = pixels(slider)[slider.height() // 2, :, 0]
    theme = opened.window.theme
    filled, rest = (int(token[1:3], 16) for token in (theme.muted, theme.track))
    assert shot[-4] == filled and shot[4] == rest


@pytest.mark.parametrize("tiled", [False, True])
def test_what_a_line_of_the_library_holds_stands_apart_in_it(opened, qtbot, tiled):
    window = opened.window
    window.side_tabs.setCurrentIndex(3)
    palettes = window.library_panel.palettes
    qtbot.waitUntil(lambda: len(palettes.model_.rows) > 6, timeout=PATIENCE)
    palettes.set_tiled(tiled)
    QApplication.sendPostedEvents()
    palettes.hovered_row = row = next(
        n for n, r in enumerate(palettes.model_.rows) if not isinstance(r, Title)
    )
    parts = [palettes.colors_of(row), palettes.words_of(row), palettes.star_of(row), palettes.more_of(row)]
    place = palettes.place_of(row)
    for one, other in combinations(parts, 2):
        assert not one.adjusted(1, 1, -1, -1).intersects(other), (one, other)
    assert all(place.adjusted(-6, 0, 6, 6).contains(part) for part in parts)
    colors, words, star, more = (part.center().x() for part in parts)
    assert more < star < words and (tiled or words < colors)


def test_lists_are_mirrored_and_no_word_lies_on_another(opened, qtbot, tmp_path):
    window = opened.window
    window.side_tabs.setCurrentIndex(3)
    qtbot.waitUntil(lambda: len(window.library_panel.palettes.model_.rows) > 6, timeout=PATIENCE)
    QApplication.sendPostedEvents()
    window.actions_["search"].trigger()
    search = window.findChild(CommandSearch)
    batch = BatchList(themes.load("dark"))
    qtbot.addWidget(batch)
    batch.model_.set_paths([tmp_path / f"holiday-{n}.jpg" for n in range(4)])
    batch.resize(420, 160)
    batch.show()
    for part in (window.library_panel.palettes.viewport(), search.list.viewport(), batch.viewport()):
        (seen, mirrored), (usual, image) = both_ways(part, lambda p: (ink(p), pixels(p)))
        assert (mirrored != image).any(), part
        assert abs(seen / usual - 1) < 0.04, part
    search.reject()


def test_a_message_stands_whole_at_the_foot_of_the_photo(opened, qtbot):
    opened.window.toasts.complain("The photo holiday.jpg cannot be read: it ends too early.")
    toast = opened.window.toasts._shown[0]
    qtbot.waitExposed(opened.window)
    assert_nothing_overlaps(toast)
    toasts = opened.window.toasts
    assert toasts.parentWidget().rect().contains(toasts.geometry())

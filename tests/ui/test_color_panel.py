"""Wheel, strip and numbers: wishes for colors, and words for what is no color."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui import reach
from palette_studio.ui.color_panel import SPACES, ColorPanel

PALETTE = Palette((Swatch((164, 69, 44), "Brick", 0.5), Swatch((59, 110, 165), "Lake", 0.5)))
colors = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.fixture
def panel(qtbot) -> ColorPanel:
    made = ColorPanel()
    qtbot.addWidget(made)
    made.resize(308, 480)
    made.set_palettes(PALETTE, PALETTE, 0)
    made.show()
    qtbot.waitExposed(made)
    return made


@given(colors)
def test_every_color_stands_on_the_wheel_and_comes_back(rgb):
    back = reach.from_wheel(*reach.to_wheel(rgb))
    assert np.abs(np.subtract(back, rgb)).max() <= 3


@given(st.floats(0, 360), st.floats(0, 1), st.floats(0.1, 1))
def test_every_point_of_the_wheel_keeps_its_lightness(hue, saturation, lightness):
    rgb = reach.from_wheel(hue, saturation, lightness)
    assert abs(reach.to_wheel(rgb)[2] - lightness) < 0.02


@pytest.mark.parametrize("space", SPACES, ids=lambda s: s.name)
@given(rgb=colors)
def test_the_numbers_of_a_color_give_the_color_back(space, rgb):
    assert np.abs(np.subtract(space.rgb(space.numbers(rgb)), rgb)).max() <= 1


def test_a_drag_on_the_wheel_is_one_gesture_of_live_wishes(panel, qtbot):
    heard, gestures = [], []
    panel.color_requested.connect(lambda row, rgb, pressed: heard.append((row, rgb, pressed)))
    panel.gesture_began.connect(lambda: gestures.append("began"))
    panel.gesture_ended.connect(lambda: gestures.append("ended"))
    start = panel.wheel.handle_point(0).toPoint()
    qtbot.mousePress(panel.wheel, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(panel.wheel, start + QPoint(-12 * step, 3 * step))
    assert len(heard) == 5
    assert all(row == 0 and pressed for row, _, pressed in heard)
    qtbot.mouseRelease(panel.wheel, Qt.MouseButton.LeftButton, pos=start + QPoint(-60, 15))
    assert gestures == ["began", "ended"]


def test_escape_takes_the_drag_back(panel, qtbot):
    start = panel.wheel.handle_point(0).toPoint()
    qtbot.mousePress(panel.wheel, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(panel.wheel, start + QPoint(20, 20))
    with qtbot.waitSignal(panel.gesture_canceled):
        qtbot.keyClick(panel.wheel, Qt.Key.Key_Escape)


def test_a_press_on_another_handle_selects_it(panel, qtbot):
    with qtbot.waitSignal(panel.select_requested) as heard:
        qtbot.mousePress(panel.wheel, Qt.MouseButton.LeftButton, pos=panel.wheel.handle_point(1).toPoint())
    assert heard.args == [1]


def test_a_locked_swatch_cannot_be_dragged_or_typed(panel, qtbot):
    locked = Palette((Swatch((164, 69, 44), "Brick", 0.5, True), PALETTE[1]))
    panel.set_palettes(PALETTE, locked, 0)
    start = panel.wheel.handle_point(0).toPoint()
    with qtbot.assertNotEmitted(panel.color_requested):
        qtbot.mousePress(panel.wheel, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(panel.wheel, start + QPoint(30, 0))
    assert not panel.hex.isEnabled()


@pytest.mark.parametrize(
    ("text", "rgb"),
    [
        ("#3b6ea5", (59, 110, 165)),
        ("3B6EA5", (59, 110, 165)),
        ("#abc", (170, 187, 204)),
        ("tomato", (255, 99, 71)),
    ],
)
def test_the_hex_field_takes_any_way_to_write_a_color(panel, qtbot, text, rgb):
    panel.hex.setFocus()
    panel.hex.selectAll()
    qtbot.keyClicks(panel.hex, text)
    with qtbot.waitSignal(panel.color_requested) as heard:
        qtbot.keyClick(panel.hex, Qt.Key.Key_Return)
    assert heard.args == [0, rgb, False]


def test_what_is_no_color_is_refused_with_words_and_the_color_stays(panel, qtbot):
    panel.hex.setFocus()
    panel.hex.selectAll()
    qtbot.keyClicks(panel.hex, "rainbow")
    with qtbot.assertNotEmitted(panel.color_requested):
        qtbot.keyClick(panel.hex, Qt.Key.Key_Return)
    assert panel._message.isVisible()
    assert "rainbow" in panel._message.text()


def test_a_number_out_of_range_names_the_range(panel, qtbot):
    red = panel.fields[0][0]
    red.setFocus()
    red.selectAll()
    qtbot.keyClicks(red, "300")
    with qtbot.assertNotEmitted(panel.color_requested):
        qtbot.keyClick(red, Qt.Key.Key_Return)
    assert "0 to 255" in panel._message.text()


def test_arrows_nudge_a_number(panel, qtbot):
    red = panel.fields[0][0]
    red.setFocus()
    with qtbot.waitSignal(panel.color_requested) as heard:
        qtbot.keyClick(red, Qt.Key.Key_Up)
    assert heard.args[1] == (165, 69, 44)
    with qtbot.waitSignal(panel.color_requested) as heard:
        qtbot.keyClick(red, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert heard.args[1] == (154, 69, 44)

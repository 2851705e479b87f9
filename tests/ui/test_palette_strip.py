"""The strip: widths, names, true colors, order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui import theme as themes
from palette_studio.ui.palette_strip import NARROWEST, PaletteStrip, shared_widths

SWATCHES = (
    Swatch((164, 69, 44), "Brick", 0.5),
    Swatch((59, 110, 165), "Lake", 0.3, locked=True),
    Swatch((232, 201, 17), "Gold", 0.2),
)


@pytest.fixture
def strip(qtbot) -> PaletteStrip:
    made = PaletteStrip(themes.load("dark"))
    qtbot.addWidget(made)
    made.resize(640, made.height())
    made.set_palettes(Palette(SWATCHES), Palette(SWATCHES))
    made.show()
    qtbot.waitExposed(made)
    return made


@given(st.lists(st.floats(0, 1), min_size=1, max_size=32), st.integers(200, 2000))
def test_widths_fill_the_row_and_none_is_too_narrow(shares, room):
    widths = shared_widths(shares, room, NARROWEST)
    assert min(widths) >= NARROWEST - 1
    if room > len(shares) * NARROWEST:
        assert sum(widths) == room


def test_wider_means_more_common(strip):
    widths = [strip.chip_rect(row).width() for row in range(3)]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("name", themes.THEMES)
def test_selection_does_not_tint_a_swatch(strip, name):
    strip.set_theme(themes.load(name))
    for row, swatch in enumerate(SWATCHES):
        strip.show_chosen((row,), row)
        color = strip.viewport().grab().toImage().pixelColor(strip.chip_rect(row).center())
        assert (color.red(), color.green(), color.blue()) == swatch.color


def test_the_original_stands_above_the_edited_color(strip):
    strip.set_palettes(Palette(SWATCHES), Palette(SWATCHES).with_color(0, (1, 250, 3)))
    shot, chip = strip.viewport().grab().toImage(), strip.chip_rect(0)
    above, below = shot.pixelColor(chip.center().x(), chip.top() + 8), shot.pixelColor(chip.center())
    assert (above.red(), above.green(), above.blue()) == (164, 69, 44)
    assert (below.red(), below.green(), below.blue()) == (1, 250, 3)


def test_a_swatch_says_its_name_color_coverage_and_lock(strip):
    interface = QAccessible.queryAccessibleInterface(strip)
    assert interface.text(QAccessible.Text.Name) == "Palette"
    words = strip.model_.data(strip.model_.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Lake, #3B6EA5, 30%, locked"


def test_a_sideways_drag_asks_for_another_order(strip, qtbot):
    start, end = strip.chip_rect(0).center(), strip.chip_rect(2).center() + QPoint(20, 0)
    with qtbot.waitSignal(strip.reorder_requested) as heard:
        qtbot.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(strip.viewport(), (start + end) / 2)
        qtbot.mouseMove(strip.viewport(), end)
        qtbot.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert heard.args == [[1, 2, 0]]


def test_a_click_selects_and_asks_for_no_order(strip, qtbot):
    with qtbot.assertNotEmitted(strip.reorder_requested):
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.chip_rect(2).center())
    assert strip.currentIndex().row() == 2


def test_arrows_select_and_with_control_move(strip, qtbot):
    strip.show_chosen((0,), 0)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.currentIndex().row() == 1
    with qtbot.waitSignal(strip.reorder_requested) as heard:
        qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == [[0, 2, 1]]


def test_a_double_click_resets_and_the_middle_button_locks(strip, qtbot):
    with qtbot.waitSignal(strip.reset_requested):
        qtbot.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.chip_rect(0).center())
    with qtbot.waitSignal(strip.lock_requested):
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.MiddleButton, pos=strip.chip_rect(0).center())


def test_a_palette_that_changes_under_the_hand_ends_the_drag(strip, qtbot):
    start, end = strip.chip_rect(2).center(), strip.chip_rect(0).center()
    qtbot.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(strip.viewport(), end)
    strip.set_palettes(Palette(SWATCHES[:1]), Palette(SWATCHES[:1]))
    with qtbot.assertNotEmitted(strip.reorder_requested):
        qtbot.mouseMove(strip.viewport(), start)
        qtbot.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, pos=end)

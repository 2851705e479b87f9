"""A color that sRGB does not have is told where it lies, and what was taken in its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui.color_panel import SPACES, ColorPanel

PALETTE = Palette((Swatch((164, 69, 44), "Brick", 0.5), Swatch((59, 110, 165), "Lake", 0.5)))


@pytest.fixture
def panel(qtbot):
    """A panel whose wishes are granted."""
    host = QWidget()  # a panel that is a window grows by itself
    qtbot.addWidget(host)
    host.resize(308, 560)
    made = ColorPanel(host)
    made.setGeometry(0, 0, 308, 560)
    made.set_palettes(PALETTE, PALETTE, 0)

    def grant(row, rgb, _):
        now = made._palette.with_color(row, rgb)
        made.set_palettes(PALETTE, now, row)

    made.color_requested.connect(grant)
    host.show()
    qtbot.waitExposed(host)
    yield made


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def field(panel, space, at):
    return panel.fields[[s.name for s in SPACES].index(space)][at]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("oklch(0.6 0.25 25)", "Outside sRGB, inside Display P3."),
        ("oklch(0.85 0.37 145)", "Outside sRGB, inside Rec. 2020."),
        ("lab(50 0 -120)", "Outside sRGB, and Rec. 2020 too."),
    ],
)
def test_a_typed_color_outside_is_told_its_gamut(panel, qtbot, text, where):
    type_into(qtbot, panel.hex, text)
    assert panel.note.isVisible()
    assert panel.note.words.text().startswith(where + "\nTaken")


def test_a_lab_number_that_leads_outside_is_told_and_the_nearest_can_be_taken(panel, qtbot):
    type_into(qtbot, field(panel, "Lab", 1), "110")
    assert panel.note.isVisible() and panel.note.nearest.isVisible()
    before = panel._palette[0].color
    qtbot.mouseClick(panel.note.nearest, Qt.MouseButton.LeftButton)
    assert panel._palette[0].color == panel.note._reach.alike != before
    assert "Taken: the nearest, ΔE" in panel.note.words.text()
    assert panel.note.isVisible() and not panel.note.nearest.isVisible()


@pytest.mark.parametrize("text", ["#345678", "teal", "rgb(300 0 0)", "oklch(0.6 0.1 25)", "lab(50 20 20)"])
def test_a_color_inside_needs_no_word(panel, qtbot, text):
    type_into(qtbot, panel.hex, text)
    assert not panel.note.isVisible()


def test_the_words_go_with_the_color(panel, qtbot):
    type_into(qtbot, field(panel, "OKLCH", 1), "0.39")
    assert panel.note.isVisible()
    panel.set_palettes(PALETTE, panel._palette, 1)
    assert not panel.note.isVisible()
    panel.set_palettes(PALETTE, PALETTE, 0)
    type_into(qtbot, field(panel, "Lab", 2), "-100")
    assert panel.note.isVisible()
    type_into(qtbot, field(panel, "RGB", 2), "20")
    assert not panel.note.isVisible()


def test_digits_that_are_shown_and_typed_again_are_not_outside(panel, qtbot):
    for color in ((0, 0, 255), (255, 0, 0), (0, 255, 0), (255, 255, 0)):
        panel.set_palettes(PALETTE, PALETTE.with_color(0, color), 0)
        for at in range(3):
            shown = field(panel, "Lab", at).text().replace("−", "-")
            type_into(qtbot, field(panel, "Lab", at), shown)
            assert not panel.note.isVisible()


def test_rows_of_numbers_make_room_for_the_words(panel, qtbot):
    panel.setGeometry(0, 0, 308, 340)
    rows = [row[0].isVisible() for row in panel.fields]
    type_into(qtbot, panel.hex, "lab(50 0 -120)")
    assert sum(row[0].isVisible() for row in panel.fields) < sum(rows)
    assert panel.note.geometry().top() >= panel.hex.geometry().bottom()
    type_into(qtbot, panel.hex, "teal")
    assert [row[0].isVisible() for row in panel.fields] == rows

"""The page of checks by itself: contrast in words and in true colors, pairs that look alike."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from palette_studio.core.craft.confusable import alike, confusable
from palette_studio.core.craft.contrast import contrast
from palette_studio.core.craft.sight import Sight
from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui import contrast_words
from palette_studio.ui import theme as themes
from palette_studio.ui.alike_list import FEW
from palette_studio.ui.checks_panel import ChecksPanel

PALETTE = Palette(
    (
        Swatch((40, 44, 52), "Slate"),
        Swatch((222, 205, 170), "Sand"),
        Swatch((150, 80, 60), "Brick"),
        Swatch((110, 104, 40), "Moss"),
    )
)
MANY = Palette.from_colors([(n, 255 - n, (n * 7) % 256) for n in range(256)])


@pytest.fixture
def panel(qtbot):
    made = ChecksPanel(themes.load("dark"))
    qtbot.addWidget(made)
    made.resize(308, 420)
    made.set_palette(PALETTE, 0)
    made.show()
    qtbot.waitExposed(made)
    return made


def point(view, row, column=0):
    return view.visualRect(view.model().index(row, column)).center()


def test_a_ratio_is_cut_and_never_looks_as_if_it_met_a_limit():
    assert [contrast_words.ratio_text(ratio) for ratio in (4.49, 4.5, 21.0, 1.0)] == [
        "4.4",
        "4.5",
        "21.0",
        "1.0",
    ]
    assert [contrast_words.short_verdict(r) for r in (4.49, 4.5, 7.0, 2.99)] == [
        "large",
        "AA",
        "AAA",
        "fails",
    ]


def test_a_cell_says_whose_text_on_what_and_what_it_is_enough_for(panel, qtbot):
    ratio = float(contrast(PALETTE[0].color, PALETTE[1].color))
    words = f"Slate on Sand: {contrast_words.ratio_text(ratio)} : 1, AAA for text"
    with qtbot.waitSignal(panel.matrix.told, check_params_cb=lambda told: told == words):
        qtbot.mouseMove(panel.matrix.viewport(), point(panel.matrix, 1, 2))
    assert panel.told.text() == words
    index = panel.matrix.model().index(1, 2)
    assert panel.matrix.model().data(index, Qt.ItemDataRole.AccessibleTextRole) == words


@pytest.mark.parametrize("name", themes.THEMES)
def test_headers_and_cells_have_the_true_colors_of_their_swatches(panel, name):
    panel.set_theme(themes.load(name))
    shot = panel.matrix.viewport().grab().toImage()
    for column in range(1, 5):
        for row in (0, 1 if column != 1 else 2):
            area = panel.matrix.visualRect(panel.matrix.model().index(row, column))
            color = shot.pixelColor(area.left() + 6, area.top() + 8)
            assert (color.red(), color.green(), color.blue()) == PALETTE[column - 1].color


def test_a_click_on_a_cell_or_a_header_selects_and_the_diagonal_does_nothing(panel, qtbot):
    heard = []
    panel.selected.connect(heard.append)
    for row, column in ((3, 1), (0, 2), (4, 0), (2, 2)):
        qtbot.mouseClick(
            panel.matrix.viewport(), Qt.MouseButton.LeftButton, pos=point(panel.matrix, row, column)
        )
    assert heard == [2, 1, 3]


def test_keys_move_in_the_matrix_and_choose(panel, qtbot):
    heard = []
    panel.selected.connect(heard.append)
    panel.matrix.setFocus()
    panel.matrix.setCurrentIndex(panel.matrix.model().index(3, 1))
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Down)
    assert panel.told.text().startswith("Moss on Slate")
    qtbot.keyClick(panel.matrix, Qt.Key.Key_Return)
    assert heard == [3]


@pytest.mark.parametrize("count", [2, 5, 8])
def test_a_matrix_of_two_to_eight_swatches_fits_the_page(panel, count):
    panel.set_palette(Palette.from_colors([(n * 20, 90, 120) for n in range(count)]), 0)
    matrix = panel.matrix
    last = matrix.visualRect(matrix.model().index(count, count))
    assert last.right() <= matrix.viewport().width() and last.bottom() <= matrix.viewport().height()
    assert last.width() >= 29


def test_more_swatches_are_compared_with_the_selected_one(panel, qtbot):
    panel.set_palette(MANY, 7)
    assert not panel.matrix.isVisible() and panel.list.isVisible()
    assert panel.list.model().rowCount() == 255
    assert panel.told.text() == f"{MANY[7].hex} on the others"
    index = panel.list.model().index(7)
    words = panel.list.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith(f"{MANY[7].hex} on {MANY[8].hex}: ")
    with qtbot.waitSignal(panel.selected, check_params_cb=lambda row: row == 8):
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point(panel.list, 7))


def test_look_alikes_are_told_in_words_and_can_be_selected_and_shown(panel, qtbot):
    panel.set_alike(PALETTE, (*alike(PALETTE), *confusable(PALETTE)))
    group = panel.alike.groups["deutan"]
    assert group.isVisible() and not panel.alike.calm.isVisible()
    row = group.rows[0]
    assert row.accessibleName() == "Brick and Moss look alike to people without green cones (deuteranopia)"
    with qtbot.waitSignal(panel.selected, check_params_cb=lambda chosen: chosen == 2):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.deficiency_requested, check_params_cb=lambda name: name == "deutan"):
        qtbot.mouseClick(group.show_button, Qt.MouseButton.LeftButton)
    panel.set_sight(Sight("deutan"))
    assert group.show_button.isChecked()
    with qtbot.waitSignal(panel.deficiency_requested, check_params_cb=lambda name: name == ""):
        qtbot.mouseClick(group.show_button, Qt.MouseButton.LeftButton)


def test_a_pair_stands_beside_itself_as_it_is_seen(panel):
    panel.set_alike(PALETTE, confusable(PALETTE))
    row = panel.alike.groups["deutan"].rows[0]
    shot = row.grab().toImage()
    shown = [shot.pixelColor(x, 14) for x in (10, 30, 58, 78)]
    sight = Sight("deutan")
    wanted = [
        PALETTE[2].color,
        PALETTE[3].color,
        sight.color(PALETTE[2].color),
        sight.color(PALETTE[3].color),
    ]
    assert [(c.red(), c.green(), c.blue()) for c in shown] == wanted


def test_nothing_to_flag_is_said_calmly(panel):
    two = Palette(PALETTE.swatches[:2])
    panel.set_alike(two, (*alike(two), *confusable(two)))
    assert panel.alike.calm.isVisible() and panel.alike.calm.text() == "No two swatches"
    assert not any(group.isVisible() for group in panel.alike.groups.values())


def test_a_few_of_many_pairs_are_listed_until_more_are_wanted(panel, qtbot):
    grays = Palette.from_colors([(100 + n, 100, 100) for n in range(6)])
    panel.set_alike(grays, alike(grays))
    group = panel.alike.groups[""]
    assert sum(row.isVisible() for row in group.rows) == FEW
    qtbot.mouseClick(group._more, Qt.MouseButton.LeftButton)
    assert sum(row.isVisible() for row in group.rows) == 15
    panel.set_alike(PALETTE, ())
    assert not group.isVisible()


def test_severity_is_asked_for_only_where_there_is_some(panel):
    assert not panel.severity.isVisible()
    panel.set_sight(Sight("protan", 0.4))
    assert panel.severity.isVisible() and panel.severity.slider.value() == 40
    assert panel.vision.currentData() == "protan"


def test_the_pointer_leaves_and_the_title_is_back(panel):
    panel.matrix.told.emit("Slate on Sand: 9.3 : 1, AAA for text")
    assert not panel._title.isVisible()
    QApplication.sendEvent(panel.matrix.viewport(), QEvent(QEvent.Type.Leave))
    assert panel.told.text() == "row's color on column's" and panel._title.isVisible()

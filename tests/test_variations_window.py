"""The gallery of variations in the whole window: drawn, looked at, taken, kept, drawn again."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from palette_studio.core.document import RECOLORS
from palette_studio.core.recolor import METHODS
from palette_studio.core.rendering import rendered
from palette_studio.workbench.jobs.varying import COUNT, taken

PATIENCE = 60_000


def colors(palette):
    return [swatch.color for swatch in palette.swatches]


def gallery(studio):
    return studio.window.variations_panel.drawn


def drawn(studio, qtbot):
    cells = gallery(studio).model_.cells
    qtbot.waitUntil(lambda: studio.settled and not studio.variations_desk._still.isActive(), timeout=PATIENCE)
    cells = gallery(studio).model_.cells
    qtbot.waitUntil(lambda: all(cell.picture for cell in gallery(studio).model_.cells), timeout=PATIENCE)
    return cells


def press(studio, row, modifier=Qt.KeyboardModifier.NoModifier, pictures=None):
    pictures = pictures or gallery(studio)
    spot = pictures.frame_of(pictures.model().index(row)).center()
    QTest.mouseClick(pictures.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


def point(pictures, row):
    spot = pictures.frame_of(pictures.model().index(row)).center()
    place = QPointF(pictures.viewport().mapToGlobal(spot))
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(spot),
        place,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pictures.mouseMoveEvent(event)


@pytest.fixture
def varied(opened_small, qtbot):
    """A photo of 150 x 100 pixels and its twelve variations."""
    opened_small.window.actions_["more_variations"].trigger()
    qtbot.waitUntil(lambda: len(opened_small.variations_desk._drawn) > 0, timeout=PATIENCE)
    drawn(opened_small, qtbot)
    return opened_small


def test_the_gallery_shows_this_photo_in_twelve_other_palettes_with_their_words(varied, qtbot):
    cells = drawn(varied, qtbot)
    assert len(cells) == COUNT
    assert [cell.number for cell in cells] == list(range(1, COUNT + 1))
    assert {"Drawn"} < {cell.words for cell in cells}
    photo = varied.session.photo
    for row, cell in enumerate(cells):
        _, there = taken(varied.document, varied.variations_desk._drawn[row])
        wanted = rendered(there, photo.pixels, None, base=photo)
        color = cell.picture.pixelColor(40, 30)
        assert (color.red(), color.green(), color.blue()) == tuple(wanted[30, 40, :3])


def test_nothing_is_drawn_while_the_page_is_behind(opened_small):
    assert opened_small.variations_desk._drawn == ()
    assert gallery(opened_small).model_.cells == []


def test_a_click_is_one_step_and_the_gallery_stays_to_click_through(varied, qtbot):
    before, count = gallery(varied).model_.cells, varied.store.stack.count()
    press(varied, 2)
    assert varied.store.stack.undoText() == "Variation 3"
    assert varied.store.stack.count() == count + 1
    assert gallery(varied).standing == 2
    press(varied, 5)
    assert varied.store.stack.undoText() == "Variation 6"
    drawn(varied, qtbot)
    assert gallery(varied).model_.cells is before
    assert colors(varied.document.edited) == colors(varied.variations_desk._drawn[5].palette)
    varied.store.stack.undo()
    varied.store.stack.undo()
    assert not varied.document.changed
    assert gallery(varied).standing == -1


def test_more_draws_others_and_the_same_for_a_seed(varied, qtbot, photo):
    first = [one.palette for one in varied.variations_desk._drawn]
    varied.window.actions_["more_variations"].trigger()
    cells = drawn(varied, qtbot)
    others = [one.palette for one in varied.variations_desk._drawn]
    assert others != first
    assert cells[0].number == COUNT + 1
    varied.open(photo)
    qtbot.waitUntil(
        lambda: varied.document.photo is varied.session.photo and varied.settled, timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: len(varied.variations_desk._drawn) > 0, timeout=PATIENCE)
    assert [colors(one.palette) for one in varied.variations_desk._drawn] == [colors(p) for p in first]


def test_kept_ones_outlive_a_new_draw_until_they_are_removed_or_another_photo_comes(varied, qtbot, photo):
    panel = varied.window.variations_panel
    press(varied, 1, Qt.KeyboardModifier.ShiftModifier)
    press(varied, 1, Qt.KeyboardModifier.ShiftModifier)
    press(varied, 4, Qt.KeyboardModifier.ShiftModifier)
    assert varied.store.stack.count() == 0
    wanted = varied.variations_desk._drawn[1]
    varied.window.actions_["more_variations"].trigger()
    drawn(varied, qtbot)
    assert [cell.number for cell in panel.kept.model_.cells] == [2, 5]
    assert all(cell.picture for cell in panel.kept.model_.cells)
    press(varied, 0, pictures=panel.kept)
    assert colors(varied.document.edited) == colors(wanted.palette)
    panel.kept.setCurrentIndex(panel.kept.model().index(1))
    QTest.keyClick(panel.kept, Qt.Key.Key_Delete)
    assert [cell.number for cell in panel.kept.model_.cells] == [2]
    assert len(varied.document.edited) == 6  # the key removed no swatch
    cross = panel.kept.cross_of(panel.kept.model().index(0)).center()
    QTest.mouseClick(panel.kept.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert panel.kept.isHidden()
    press(varied, 0, Qt.KeyboardModifier.ShiftModifier)
    varied.open(photo)
    qtbot.waitUntil(lambda: panel.kept.isHidden() and varied.settled, timeout=PATIENCE)


def test_a_kept_one_brings_its_swatches_back_where_there_are_others(varied, qtbot):
    press(varied, 3, Qt.KeyboardModifier.ShiftModifier)
    wanted, found = varied.variations_desk._drawn[3].palette, varied.document.found
    varied.palette_desk.find_palette(4)
    qtbot.waitUntil(lambda: len(varied.document.edited) == 4, timeout=PATIENCE)
    drawn(varied, qtbot)
    assert len(varied.variations_desk._drawn[0].palette) == 4
    press(varied, 0, pictures=varied.window.variations_panel.kept)
    assert colors(varied.document.edited) == colors(wanted)
    assert colors(varied.document.found) == colors(found)


def test_a_sorted_palette_keeps_its_variations_and_each_swatch_its_color(varied, qtbot):
    first = varied.variations_desk._drawn
    pairs = dict(zip(colors(first[2].found), colors(first[2].palette), strict=True))
    varied.window.actions_["back_to_front"].trigger()
    drawn(varied, qtbot)
    assert varied.variations_desk._drawn is first
    press(varied, 2)
    document = varied.document
    assert dict(zip(colors(document.found), colors(document.edited), strict=True)) == pairs


def test_a_lock_is_obeyed_by_others_that_are_drawn_for_it(varied, qtbot):
    first = varied.variations_desk._drawn
    varied.swatch_desk._on_lock_requested(1)
    qtbot.waitUntil(lambda: varied.variations_desk._drawn is not first, timeout=PATIENCE)
    drawn(varied, qtbot)
    kept = varied.document.edited[1].color
    assert {one.palette[1].color for one in varied.variations_desk._drawn} == {kept}


def test_another_strength_draws_the_same_variations_again(varied, qtbot):
    first, picture = varied.variations_desk._drawn, gallery(varied).model_.cells[0].picture
    varied.window.recolor_panel.strength.value_requested.emit(0.3, False)
    qtbot.waitUntil(lambda: gallery(varied).model_.cells[0].picture is not picture, timeout=PATIENCE)
    drawn(varied, qtbot)
    assert varied.variations_desk._drawn is first


@pytest.mark.parametrize("method", METHODS)
def test_every_engine_draws_its_own_pictures(varied, qtbot, method):
    box = varied.window.recolor_panel.method
    box.setCurrentIndex(box.findData(method))
    box.activated.emit(box.currentIndex())
    drawn(varied, qtbot)
    assert len(varied.variations_desk._drawn) == COUNT
    assert varied.document.method == method and varied.document.workspace in RECOLORS


def test_arrows_move_enter_applies_and_shift_enter_keeps(varied):
    pictures = gallery(varied)
    pictures.setFocus()
    pictures.setCurrentIndex(pictures.model().index(0))
    QTest.keyClick(pictures, Qt.Key.Key_Right)
    QTest.keyClick(pictures, Qt.Key.Key_Down)
    assert pictures.currentIndex().row() == 3
    QTest.keyClick(pictures, Qt.Key.Key_Return)
    assert varied.store.stack.undoText() == "Variation 4"
    QTest.keyClick(pictures, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [cell.number for cell in varied.window.variations_panel.kept.model_.cells] == [4]
    spoken = pictures.model().data(pictures.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Variation 4, ")


def test_a_glance_shows_a_variation_on_the_photo_and_leaves_no_trace(varied, qtbot):
    canvas, document, best = varied.window.canvas, varied.document, varied.showing.rendering
    before = canvas.color_at("after", 75, 50)
    _, there = taken(document, varied.variations_desk._drawn[0])
    pixels = varied.session.photo.pixels
    wanted = rendered(there, pixels, None, base=varied.session.photo)
    y, x = np.unravel_index(np.abs(wanted.astype(int) - pixels).sum(axis=2).argmax(), wanted.shape[:2])
    before = canvas.color_at("after", int(x), int(y))
    point(gallery(varied), 0)
    qtbot.waitUntil(lambda: canvas.color_at("after", int(x), int(y)) != before, timeout=PATIENCE)
    assert varied.document is document and varied.store.stack.count() == 0
    assert varied.showing.rendering is best
    gallery(varied).leaveEvent(
        QMouseEvent(
            QMouseEvent.Type.Leave,
            QPointF(),
            QPointF(),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert canvas.color_at("after", int(x), int(y)) == before
    assert canvas.exact


def test_where_the_picture_follows_no_swatches_the_page_says_so(varied, qtbot):
    varied.window.actions_["segment"].trigger()
    panel = varied.window.variations_panel
    qtbot.waitUntil(lambda: not panel.drawn.isVisible(), timeout=PATIENCE)
    assert "Recolor or Map" in panel._why.text()
    assert not panel.more.isEnabled()
    varied.window.actions_["map"].trigger()
    cells = drawn(varied, qtbot)
    assert len(cells) == COUNT and panel.drawn.isVisible()


def test_a_draw_that_is_stopped_leaves_the_window_ready_for_the_next(varied, qtbot):
    varied.window.actions_["more_variations"].trigger()
    assert varied.window.variations_panel.more.text() == "Stop"
    varied.window.variations_panel.more.click()
    assert varied.window.variations_panel.more.text() == "More"
    qtbot.waitUntil(lambda: varied.batch.idle(), timeout=PATIENCE)
    varied.window.actions_["more_variations"].trigger()
    assert len(drawn(varied, qtbot)) == COUNT

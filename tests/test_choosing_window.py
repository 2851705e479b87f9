"""Several swatches at once in the whole window: chosen, moved together, merged, named, copied, dropped."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication

from palette_studio.core.color import ciede2000, srgb_to_lab, srgb_to_oklch
from palette_studio.core.craft.region_color import region_mean
from palette_studio.core.craft.spot import region_at
from palette_studio.core.palette import Palette

PATIENCE = 60_000
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def strip_of(studio):
    return studio.window.palette_panel.strip


def click(studio, qtbot, row, keys=Qt.KeyboardModifier.NoModifier):
    strip = strip_of(studio)
    qtbot.mouseClick(strip.viewport(), LEFT, keys, strip.chip_rect(row).center())


def drag(studio, qtbot, row, to, keys=Qt.KeyboardModifier.NoModifier):
    strip = strip_of(studio)
    start = strip.chip_rect(row).center()
    qtbot.mousePress(strip.viewport(), LEFT, keys, start)
    for part in (0.4, 0.8, 1.0):
        event_move(strip.viewport(), start + (to - start) * part, keys)
    qtbot.mouseRelease(strip.viewport(), LEFT, keys, to)


def event_move(widget, point, keys):
    """Move with a button down and keys held, which QTest cannot say."""
    from PySide6.QtCore import QCoreApplication, QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    where = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, where, QPointF(widget.mapToGlobal(point)), LEFT, LEFT, keys)
    QCoreApplication.sendEvent(widget, event)


def lch(studio):
    return srgb_to_oklch(studio.document.edited.colors / 255)


def test_shift_chooses_a_range_and_control_one_more_or_less(opened_small, qtbot):
    click(opened_small, qtbot, 1)
    click(opened_small, qtbot, 3, SHIFT)
    assert opened_small.session.chosen == (1, 2, 3)
    click(opened_small, qtbot, 2, CONTROL)
    assert opened_small.session.chosen == (1, 3)
    click(opened_small, qtbot, 0, CONTROL)
    assert (opened_small.session.chosen, opened_small.session.selected) == ((0, 1, 3), 0)
    click(opened_small, qtbot, 3)
    assert opened_small.session.chosen == (3,)


def test_keys_extend_and_choose_all(opened_small, qtbot):
    strip = strip_of(opened_small)
    click(opened_small, qtbot, 2)
    qtbot.keyClick(strip, Qt.Key.Key_Right, SHIFT)
    assert opened_small.session.chosen == (2, 3)
    opened_small.window.actions_["choose_all"].trigger()
    assert opened_small.session.chosen == tuple(range(len(opened_small.document.edited)))


def test_control_and_a_click_on_the_photo_choose_its_swatch_too(opened_small, qtbot):
    studio, canvas = opened_small, opened_small.window.canvas
    click(studio, qtbot, 0)
    rows = {studio.canvas_desk._strongest(studio.canvas_desk._base(x, 50))[0]: x for x in range(0, 150, 5)}
    row, x = next((row, x) for row, x in rows.items() if row > 0)
    canvas.also_clicked.emit(x, 50)
    assert studio.session.chosen == (0, row)
    canvas.also_clicked.emit(x, 50)
    assert studio.session.chosen == (0,)
    canvas.clicked.emit(x, 50)
    assert studio.session.chosen == (row,)


def test_a_drag_on_the_wheel_moves_all_that_is_chosen_by_the_same_turn_in_one_step(opened_small, qtbot):
    studio, wheel = opened_small, opened_small.window.color_panel.wheel
    hued = [row for row in range(len(studio.document.edited)) if lch(studio)[row, 1] > 0.04][:2]
    assert len(hued) == 2
    others = [row for row in range(len(studio.document.edited)) if row not in hued]
    studio.session.choose(hued, hued[0])
    before, count, lch_before = studio.document.edited, studio.store.stack.count(), lch(studio)
    start = wheel.handle_point(hued[0]).toPoint()
    end = wheel._point(lch_before[hued[0], 2] + 70, 0.5).toPoint()
    qtbot.mousePress(wheel, LEFT, pos=start)
    qtbot.mouseMove(wheel, (start + end) / 2)
    qtbot.mouseMove(wheel, end)
    qtbot.mouseRelease(wheel, LEFT, pos=end)
    settle(studio, qtbot)
    turns = (lch(studio)[hued, 2] - lch_before[hued, 2] + 180) % 360 - 180
    assert abs(turns[0] - turns[1]) < 12  # as far as 8 bits and sRGB let them
    assert abs(turns[0]) > 30
    assert all(studio.document.edited[row] == before[row] for row in others)
    assert studio.store.stack.count() == count + 1
    studio.store.stack.undo()
    assert studio.document.edited == before


def test_a_drag_back_to_its_start_leaves_every_color_as_it_was(opened_small, qtbot):
    studio, strip = opened_small, opened_small.window.color_panel.strip
    studio.window.actions_["choose_all"].trigger()
    before, count = studio.document.edited, studio.store.stack.count()
    start = strip.handle_point().toPoint()
    qtbot.mousePress(strip, LEFT, pos=start)
    qtbot.mouseMove(strip, start - QPoint(0, 60))
    assert studio.document.edited != before
    qtbot.mouseMove(strip, start)
    qtbot.mouseRelease(strip, LEFT, pos=start)
    away = np.abs(studio.document.edited.colors.astype(int) - before.colors.astype(int)).max()
    assert away <= 2  # the press is a pixel of the strip, which is less than a hundredth of lightness
    assert studio.store.stack.count() <= count + 1


def test_lightness_of_several_moves_together_and_locked_ones_stay(opened_small, qtbot):
    studio, panel = opened_small, opened_small.window.color_panel
    studio.swatch_desk._on_lock_requested(1)
    studio.session.choose((0, 1, 2), 0)
    before = lch(studio)
    panel.lightness_requested.emit(0.06, False)
    moved = lch(studio)[:, 0] - before[:, 0]
    assert moved[[0, 2]] == pytest.approx(0.06, abs=0.006)
    assert moved[[1, 3, 4, 5]] == pytest.approx(0)


def test_linked_hues_turn_the_whole_palette(opened_small, qtbot):
    studio, before = opened_small, lch(opened_small)
    row = int(before[:, 1].argmax())
    studio.session.select(row)
    studio.window.actions_["link"].setChecked(True)
    start = studio.document.edited[row].color
    wanted = (start[2], start[0], start[1])
    studio.window.color_panel.color_requested.emit(row, wanted, False)
    after = lch(studio)
    turns = (after[:, 2] - before[:, 2] + 180) % 360 - 180
    hued = (before[:, 1] > 0.03) & (after[:, 1] > 0.03)
    assert studio.document.edited[row].color == wanted
    assert np.abs(turns[hued] - turns[row]).max() < 12
    assert after[:, 0] == pytest.approx(before[:, 0], abs=0.2)


def test_dragging_one_of_several_moves_them_all_and_the_picture_stays(opened_small, qtbot):
    studio = opened_small
    studio.palette_desk._on_color_requested(1, (200, 40, 90), False)
    settle(studio, qtbot)
    before, picture = studio.document.edited.swatches, studio.showing.rendering.full
    studio.session.choose((0, 1), 0)
    strip = strip_of(studio)
    drag(studio, qtbot, 0, strip.chip_rect(5).center() + QPoint(strip.chip_rect(5).width() // 2 - 2, 0))
    settle(studio, qtbot)
    assert studio.document.edited.swatches == (*before[2:], before[0], before[1])
    assert studio.session.chosen == (4, 5)
    assert np.array_equal(studio.showing.rendering.full, picture)


def test_a_drag_with_control_places_a_copy_and_the_picture_stays(opened_small, qtbot):
    studio = opened_small
    studio.palette_desk._on_color_requested(1, (200, 40, 90), False)
    settle(studio, qtbot)
    before, picture = studio.document.edited, studio.showing.rendering.full
    click(studio, qtbot, 1)
    strip = strip_of(studio)
    drag(
        studio,
        qtbot,
        1,
        strip.chip_rect(5).center() + QPoint(strip.chip_rect(5).width() // 2 - 2, 0),
        CONTROL,
    )
    settle(studio, qtbot)
    assert len(studio.document.edited) == 7
    assert studio.document.edited[6].color == before[1].color
    assert np.array_equal(studio.showing.rendering.full, picture)


def test_alt_merges_with_the_swatch_it_is_let_go_on(opened_small, qtbot):
    studio, strip = opened_small, strip_of(opened_small)
    before = studio.document.edited
    drag(studio, qtbot, 0, strip.chip_rect(3).center(), ALT)
    assert len(studio.document.edited) == 5
    one = studio.document.edited[2]
    assert one.name == before[3].name
    assert one.coverage == pytest.approx(before[0].coverage + before[3].coverage)
    assert studio.session.chosen == (2,)
    studio.store.stack.undo()
    assert studio.document.edited == before


def test_the_chosen_become_one_swatch_or_a_gradient(opened_small, qtbot):
    studio, actions = opened_small, opened_small.window.actions_
    assert not actions["merge"].isEnabled()
    studio.session.choose((0, 3), 3)
    before = studio.document.edited
    actions["gradient"].trigger()
    now = studio.document.edited
    assert (now[0], now[3], now[4]) == (before[0], before[3], before[4])
    steps = srgb_to_oklch(now.colors / 255)[:4, 0]
    assert np.allclose(np.diff(steps), (steps[3] - steps[0]) / 3, atol=0.02)
    actions["merge"].trigger()
    assert len(studio.document.edited) == 5
    assert studio.document.edited[2].name == before[3].name


def test_two_locked_swatches_are_not_merged_and_it_is_said(opened_small, qtbot):
    studio = opened_small
    studio.session.choose((0, 1), 0)
    studio.window.actions_["lock"].trigger()
    assert [swatch.locked for swatch in studio.document.edited.swatches[:3]] == [True, True, False]
    studio.window.actions_["merge"].trigger()
    assert len(studio.document.edited) == 6
    assert "both locked" in studio.window.toasts.texts[-1]


def test_a_swatch_gets_a_name_in_place(opened_small, qtbot):
    studio, strip = opened_small, strip_of(opened_small)
    studio.session.select(1)
    studio.window.actions_["rename"].trigger()
    qtbot.keyClicks(strip._field, "Old brick")
    qtbot.keyClick(strip._field, Qt.Key.Key_Return)
    assert studio.document.edited[1].name == "Old brick"
    studio.window.actions_["rename"].trigger()
    qtbot.keyClicks(strip._field, "Nothing")
    qtbot.keyClick(strip._field, Qt.Key.Key_Escape)
    assert studio.document.edited[1].name == "Old brick"


def test_several_are_removed_at_once_and_come_back_at_once(opened_small):
    studio = opened_small
    before = studio.document.edited
    studio.session.choose((0, 2), 2)
    studio.window.actions_["remove"].trigger()
    assert len(studio.document.edited) == 4
    studio.store.stack.undo()
    assert studio.document.edited == before
    studio.window.actions_["choose_all"].trigger()
    assert not studio.window.actions_["remove"].isEnabled()


def test_copied_colors_are_pasted_into_as_many_swatches(opened_small, qtbot):
    studio = opened_small
    studio.session.choose((0, 1, 2), 0)
    studio.window.actions_["copy_color"].trigger()
    copied = [swatch.color for swatch in studio.document.edited.swatches[:3]]
    studio.session.choose((3, 4, 5), 3)
    studio.window.actions_["paste"].trigger()
    assert [swatch.color for swatch in studio.document.edited.swatches[3:]] == copied


def test_one_pasted_color_goes_to_the_selected_swatch(opened_small):
    QGuiApplication.clipboard().setText("background: oklch(0.7 0.1 200);")
    opened_small.session.select(2)
    opened_small.window.actions_["paste"].trigger()
    now = srgb_to_oklch(np.array(opened_small.document.edited[2].color) / 255)
    assert now == pytest.approx([0.7, 0.1, 200], abs=0.6)


def test_a_pasted_list_of_colors_recolors_the_photo_or_maps_it(opened_small, qtbot):
    studio = opened_small
    colors = ["#112233", "#445566", "#AABBCC", "#DD8844"]
    QGuiApplication.clipboard().setText(" ".join(colors))
    studio.window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: studio.document.changed, timeout=PATIENCE)
    assert {swatch.hex for swatch in studio.document.edited.swatches} <= set(colors)
    studio.store.stack.undo()
    studio.window.actions_["map"].trigger()
    studio.window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: len(studio.document.edited) == 4, timeout=PATIENCE)
    assert [swatch.hex for swatch in studio.document.edited.swatches] == colors


def test_text_without_a_color_says_what_to_copy(opened_small):
    QGuiApplication.clipboard().setText("nothing of the kind")
    opened_small.window.actions_["paste"].trigger()
    assert "no photo and no color" in opened_small.window.toasts.texts[-1]


def test_a_swatch_that_is_carried_to_the_photo_gives_what_lies_there_its_color(opened_small, qtbot):
    studio, canvas, strip = opened_small, opened_small.window.canvas, strip_of(opened_small)
    frame = canvas.results()[0][0]
    target = canvas.mapToGlobal(frame.center().toPoint())
    studio.palette_desk._on_color_requested(0, (60, 120, 170), False)
    settle(studio, qtbot)
    before, wanted = studio.showing.rendering.full, srgb_to_lab(np.array([60, 120, 170]) / 255)
    spot, count = canvas.photo_point(frame.center()), studio.store.stack.count()
    drag(studio, qtbot, 0, strip.viewport().mapFromGlobal(target))
    qtbot.waitUntil(lambda: studio.store.stack.count() == count + 1, timeout=PATIENCE)
    settle(studio, qtbot)
    inside = region_at(studio.document.photo.levels[0], *spot)
    off = [
        ciede2000(region_mean(pixels, inside), wanted) for pixels in (before, studio.showing.rendering.full)
    ]
    assert off[1] < off[0]
    assert off[1] < 3 or "kept its light" in studio.window.toasts.texts[-1]
    assert studio.store.stack.undoText().startswith("Make the region #")


def test_a_color_from_another_program_is_dropped_on_the_photo(opened_small, qtbot):
    studio, canvas = opened_small, opened_small.window.canvas
    place = canvas.mapToGlobal(canvas.results()[0][0].center().toPoint())
    studio.window.actions_["map"].trigger()
    settle(studio, qtbot)
    studio.window.color_dropped.emit(QColor("#20A060"), place)
    assert "#20A060" in [swatch.hex for swatch in studio.document.edited.swatches]


def test_a_carried_swatch_that_is_let_go_beside_the_photo_changes_nothing(opened_small, qtbot):
    studio, strip = opened_small, strip_of(opened_small)
    before = studio.document
    drag(studio, qtbot, 0, strip.viewport().mapFromGlobal(QPoint(3, 3)))
    assert studio.document is before


@pytest.mark.parametrize("workspace", ["segment", "recolor"])
def test_a_color_dropped_where_no_palette_leads_says_where_it_can_be(opened_small, workspace):
    studio, canvas = opened_small, opened_small.window.canvas
    place = canvas.mapToGlobal(canvas.results()[0][0].center().toPoint())
    studio.window.actions_[workspace].trigger()
    if workspace == "recolor":  # the palette is still being found
        studio.store.restart(studio.document.with_palette(Palette()))
    document = studio.document
    studio.window.color_dropped.emit(QColor("#20A060"), place)
    assert studio.document is document
    assert "Recolor and in Map" in studio.window.toasts.texts[-1]


def test_a_pinned_region_is_shown_again_after_a_swatch_was_carried(opened_small, qtbot):
    studio, canvas, strip = opened_small, opened_small.window.canvas, strip_of(opened_small)
    studio.window.actions_["region"].setChecked(True)
    qtbot.waitUntil(lambda: canvas._veil_pixels is not None, timeout=PATIENCE)
    pinned = canvas._veil_pixels.copy()
    over = strip.viewport().mapFromGlobal(canvas.mapToGlobal(canvas.results()[0][0].center().toPoint()))
    beside = strip.viewport().mapFromGlobal(QPoint(3, 3))
    start = strip.chip_rect(0).center()
    qtbot.mousePress(strip.viewport(), LEFT, pos=start)
    event_move(strip.viewport(), over, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: not np.array_equal(canvas._veil_pixels, pinned), timeout=PATIENCE)
    event_move(strip.viewport(), beside, Qt.KeyboardModifier.NoModifier)
    qtbot.mouseRelease(strip.viewport(), LEFT, pos=beside)
    qtbot.waitUntil(lambda: np.array_equal(canvas._veil_pixels, pinned), timeout=PATIENCE)


def test_a_harmony_may_be_made_weaker_in_the_same_step(opened_small, qtbot):
    studio, bar = opened_small, opened_small.window.palette_panel.harmony
    row = int(lch(studio)[:, 1].argmax())
    studio.session.select(row)
    before, count = studio.document.edited, studio.store.stack.count()
    studio.window.actions_["triad"].trigger()
    full = studio.document.edited
    assert bar.isVisible()
    bar.strength_requested.emit(0.5, True)
    half = studio.document.edited
    assert half not in (before, full)
    bar.wheel_requested.emit("ryb")
    studio.window.actions_["square"].trigger()
    assert studio.store.stack.count() == count + 1
    studio.store.stack.undo()
    assert studio.document.edited == before
    assert not bar.isVisible()

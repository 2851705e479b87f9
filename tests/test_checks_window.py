"""The page of checks in the whole window: it follows the palette and chooses whose eyes see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from palette_studio.core.craft.contrast import contrast_matrix
from palette_studio.core.craft.sight import Sight
from palette_studio.core.palette import Palette

PATIENCE = 60_000
CHECKS = 2  # the tab


@pytest.fixture
def checked(opened_small, qtbot):
    """A window whose page of checks is in front."""
    studio = opened_small
    studio.window.side_tabs.setCurrentIndex(CHECKS)
    qtbot.waitUntil(lambda: studio.window.checks_panel.isVisible(), timeout=PATIENCE)
    return studio


def recolored(studio, *colors):
    edited = studio.document.edited
    for row, color in enumerate(colors):
        edited = edited.with_color(row, color)
    studio.store.edit("several", studio.document.__class__.with_palette(studio.document, edited))


def test_the_matrix_follows_the_palette_while_it_is_edited(checked, qtbot):
    panel = checked.window.checks_panel
    assert panel.matrix.model_.colors.swatches == checked.document.edited.swatches
    checked.palette_desk._on_color_requested(1, (240, 20, 130), True)
    assert panel.matrix.model_.ratios == contrast_matrix(checked.document.edited.colors).tolist()
    checked.store.stack.undo()
    assert panel.matrix.model_.ratios == contrast_matrix(checked.document.edited.colors).tolist()


def test_a_click_in_the_matrix_selects_the_swatch_everywhere(checked, qtbot):
    panel = checked.window.checks_panel
    panel.selected.emit(3)
    assert checked.session.selected == 3 == panel.matrix.selected
    assert checked.window.palette_panel.strip.currentIndex().row() == 3


def test_look_alikes_are_found_and_shown_as_they_are_seen(checked, qtbot):
    panel = checked.window.checks_panel
    recolored(checked, (150, 80, 60), (110, 104, 40))
    group = panel.alike.groups["deutan"]
    qtbot.waitUntil(lambda: group.isVisible() and group.rows[0].row == 0, timeout=PATIENCE)
    qtbot.mouseClick(group.show_button, Qt.MouseButton.LeftButton)
    assert checked.showing.lens.sight == Sight("deutan")
    assert checked.window.actions_["vision_deutan"].isChecked()
    assert checked.window.sight_label.isVisible()
    qtbot.mouseClick(group.show_button, Qt.MouseButton.LeftButton)
    assert checked.showing.lens.sight.normal and not checked.window.sight_label.isVisible()


def test_severity_changes_the_picture_and_the_label(checked, qtbot):
    panel = checked.window.checks_panel
    checked.window.actions_["vision_protan"].trigger()
    panel.severity_requested.emit(0.3)
    assert checked.window.sight_label.text() == "Seen with weak red cones (protan 30 %)"
    panel.severity_requested.emit(0.0)
    assert not checked.window.sight_label.isVisible()
    checked.window.actions_["vision_deutan"].trigger()
    assert checked.showing.lens.sight == Sight("deutan", 1.0)
    qtbot.waitUntil(lambda: checked.settled, timeout=PATIENCE)


def test_a_hidden_page_works_nothing_out_and_is_right_when_it_comes_back(checked, qtbot):
    panel = checked.window.checks_panel
    checked.window.side_tabs.setCurrentIndex(0)
    before = panel.matrix.model_.colors
    recolored(checked, (150, 80, 60), (110, 104, 40))
    assert panel.matrix.model_.colors is before
    checked.window.side_tabs.setCurrentIndex(CHECKS)
    assert panel.matrix.model_.colors.swatches == checked.document.edited.swatches
    qtbot.waitUntil(lambda: panel.alike.groups["deutan"].isVisible(), timeout=PATIENCE)


def test_choosing_normal_again_keeps_it_on(checked):
    normal = checked.window.actions_["vision_normal"]
    normal.trigger()
    assert normal.isChecked() and checked.showing.lens.sight == Sight()


def test_without_swatches_the_page_is_empty_and_nothing_breaks(checked, qtbot):
    checked.store.edit("none", checked.document.with_palette(Palette()))
    assert checked.window.checks_panel.matrix.model_.rowCount() == 0
    qtbot.waitUntil(lambda: checked.window.checks_panel.alike.calm.text() == "", timeout=PATIENCE)

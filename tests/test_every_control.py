"""Every control of every panel and dialog: a name, a role, a tip, room for a hand; Tab leads to it."""

from __future__ import annotations

import pytest
from control_targets import small_targets
from control_walk import complaints, controls, hidden_focus, tab_walk
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from palette_studio.core.evaluate.sequences import Sequence
from palette_studio.ui.question import Question
from palette_studio.ui.recovery_dialog import LostEdits, RecoveryDialog
from palette_studio.workbench import edits

PATIENCE = 60_000
WORKSPACES = ("map", "segment", "transfer", "colorize")
DIALOGS = (
    *("export", "export_lut", "export_palette", "batch", "preferences", "search", "keys", "about"),
    *("dress", "demo_line", "demo_plane"),
)


def lacks(window):
    """Return all that controls of a window lack, and which of them are small, a line each."""
    return "\n".join(found for found in (complaints(window), small_targets(window)) if found)


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def front(qtbot):
    """Bring a window to the front, so that it gets keys."""

    def bring(window):
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=PATIENCE)
        return window

    return bring


def test_the_start_page_and_all_that_is_still_hidden(studio, front):
    assert lacks(front(studio.window)) == ""


def test_recolor_with_every_side_panel_and_every_plot(opened_small, qtbot, front):
    window, found = front(opened_small.window), ""
    for tab in range(window.side_tabs.count()):
        window.side_tabs.setCurrentIndex(tab)
        settle(opened_small, qtbot)
        found += lacks(window) + "\n"
    window.resize(1600, 1000)  # the tables beside the planes have room
    for tab in range(window.histogram_panel.tabs.count()):
        window.histogram_panel.tabs.setCurrentIndex(tab)
        settle(opened_small, qtbot)
        found += lacks(window) + "\n"
    assert found.strip() == ""


@pytest.mark.parametrize("name", WORKSPACES)
def test_the_controls_of_a_workspace(opened_small, qtbot, front, name):
    window = front(opened_small.window)
    window.actions_[name].trigger()
    settle(opened_small, qtbot)
    found = lacks(window)
    if name == "segment":
        choose(window.segment_panel.channel, "lab")
        settle(opened_small, qtbot)
        found += lacks(window) + "\n"
    elif name == "transfer":
        opened_small.transfer_desk.open(opened_small.session.photo.origin.path)
        qtbot.waitUntil(lambda: opened_small.document.transfers and opened_small.settled, timeout=PATIENCE)
        found += lacks(window) + "\n"
    elif name == "colorize":
        window.canvas.clicked.emit(40, 40)
        settle(opened_small, qtbot)
        found += lacks(window) + "\n"
    assert found.strip() == ""


def test_the_controls_of_a_sequence(studio, qtbot, front, tmp_path):
    for number, shot in enumerate(Sequence("shadow", 5, (64, 48), 12)):
        Image.fromarray(shot.pixels).save(tmp_path / f"frame{number}.png")
    studio.open(tmp_path)
    qtbot.waitUntil(lambda: studio.sequence_desk.moment is not None and studio.settled, timeout=PATIENCE)
    studio.window.canvas.clicked.emit(20, 20)
    settle(studio, qtbot)
    assert lacks(front(studio.window)) == ""


@pytest.mark.parametrize("name", DIALOGS)
def test_the_controls_of_a_dialog(opened_small, qtbot, front, monkeypatch, coffee, name):
    monkeypatch.setattr("palette_studio.studio.session.Session.choose_photo", lambda *_: coffee)
    opened_small.store.edit(*edits.colored(opened_small.document, 2, (20, 90, 200)))
    settle(opened_small, qtbot)
    window, before = opened_small.window, set(QApplication.topLevelWidgets())
    window.actions_[name].trigger()
    qtbot.waitUntil(lambda: bool(in_front(before)), timeout=PATIENCE)
    settle(opened_small, qtbot)
    dialog = in_front(before)[0]
    assert lacks(front(dialog)) == ""
    dialog.close()


def in_front(before):
    return [top for top in QApplication.topLevelWidgets() if top.isVisible() and top not in before]


def test_the_controls_of_questions(qtbot, front):
    question = Question("Close", "Save the edits?", "Otherwise they are lost.")
    question.answer("Save", "Save the project")
    question.cancel("Go on editing")
    lost = RecoveryDialog([LostEdits("photo.png", "", 0.0)], crashed=True)
    for dialog in (question, lost):
        qtbot.addWidget(dialog)
        dialog.show()
        assert lacks(front(dialog)) == ""


def test_shift_and_tab_go_back_the_same_way(opened_small, front):
    window = front(opened_small.window)
    there = tab_walk(window)
    back = tab_walk(window, Qt.Key.Key_Backtab)
    assert set(there) == set(back)
    assert len(there) > 40


def test_every_swatch_tells_its_name_color_share_and_lock(opened_small, qtbot):
    opened_small.store.edit(*edits.locked(opened_small.document, (1,), True))
    settle(opened_small, qtbot)
    strip = opened_small.window.palette_panel.strip
    told = QAccessible.queryAccessibleInterface(strip)
    assert told.childCount() == len(opened_small.document.edited)
    for row, swatch in enumerate(opened_small.document.edited.swatches):
        words = told.child(row).text(QAccessible.Text.Name)
        wanted = [swatch.name, swatch.hex, f"{swatch.coverage:.0%}"] + ["locked"] * swatch.locked
        assert words == ", ".join(wanted)
    assert words.endswith("%") and "locked" in told.child(1).text(QAccessible.Text.Name)


def test_what_the_walk_looks_at_is_all_there(opened_small):
    kinds = {type(each).__name__ for each in controls(opened_small.window)}
    assert kinds >= {
        "Canvas",
        "ColorWheel",
        "LightnessStrip",
        "PaletteStrip",
        "CountPlot",
        "PairRows",
        "Track",
    }


@pytest.mark.parametrize("theme", ["dark", "light", "neutral"])
def test_who_has_the_focus_is_seen(opened_small, qtbot, front, theme):
    window = front(opened_small.window)
    window.theme_requested.emit(theme)
    window.setProperty("keyboard", True)
    found = ""
    for name in ("recolor", "segment", "transfer", "colorize"):
        window.actions_[name].trigger()
        settle(opened_small, qtbot)
        found += hidden_focus(window) + "\n"
    for tab in range(window.side_tabs.count()):
        window.side_tabs.setCurrentIndex(tab)
        settle(opened_small, qtbot)
        found += hidden_focus(window) + "\n"
    assert found.strip() == ""


@pytest.mark.parametrize("name", ["export", "batch", "preferences", "keys"])
def test_who_has_the_focus_is_seen_in_a_dialog(opened_small, qtbot, front, name):
    before = set(QApplication.topLevelWidgets())
    opened_small.window.actions_[name].trigger()
    qtbot.waitUntil(lambda: bool(in_front(before)), timeout=PATIENCE)
    dialog = in_front(before)[0]
    assert hidden_focus(front(dialog)) == ""
    dialog.close()


def test_what_comes_and_goes_in_the_window(opened_small, qtbot, front):
    window = front(opened_small.window)
    window.actions_["complementary"].trigger()
    window.actions_["vision_deutan"].trigger()
    settle(opened_small, qtbot)
    window.toasts.complain("photo.png could not be read")
    window.show_progress("Exporting", 0.4)
    assert lacks(window) == ""


def test_the_controls_of_the_tour(opened_small, front):
    window = front(opened_small.window)
    window.actions_["tour"].trigger()
    lead = opened_small.pages.tour.tour
    lead.next.click()
    assert lacks(lead) == ""
    assert len(tab_walk(lead)) == 3
    lead.end()

"""The window and its panels come back where they were; a damaged layout costs nothing but the layout."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from base64 import b64decode, b64encode
from pathlib import Path
from zlib import crc32

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QDockWidget

from palette_studio.core.home import settings_folder
from palette_studio.studio.layout_desk import LayoutDesk
from palette_studio.ui import window_layout
from palette_studio.ui.theme import load
from palette_studio.ui.window import Window
from palette_studio.workbench import layout_file


@pytest.fixture
def make(qtbot, monkeypatch):
    """Return a maker of windows that come back: each has a desk of its layout, on a screen of 1280 x 800."""
    monkeypatch.setattr(window_layout, "_room_at", lambda place: QRect(0, 0, 1280, 800))

    def made(photo: bool = True) -> tuple[Window, LayoutDesk]:
        stack = QUndoStack()
        window = Window(load("dark"), stack, [], [])
        stack.setParent(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        desk = LayoutDesk(window)
        window.show()
        if photo:
            window.show_start(False)
        qtbot.waitUntil(lambda: not file().with_suffix(".tried").exists())
        return window, desk

    return made


def file() -> Path:
    return settings_folder() / "window.json"


def dock(window: Window, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, f"{name}_dock")
    assert found is not None
    return found


def press(action: QAction) -> None:
    action.trigger()


def test_closed_and_floating_panels_and_widths_come_back(make, qtbot):
    first, desk = make()
    press(dock(first, "palette").toggleViewAction())
    first.resizeDocks([dock(first, "color")], [420], Qt.Orientation.Horizontal)
    dock(first, "history").setFloating(True)
    desk.keep()
    second, _ = make()
    assert dock(second, "palette").isHidden() and not dock(second, "color").isHidden()
    assert dock(second, "history").isFloating()
    qtbot.waitUntil(lambda: dock(second, "color").width() == dock(first, "color").width())
    assert dock(second, "color").width() > 400


def test_the_empty_state_has_no_panels_even_if_they_were_there(make):
    _, desk = make()
    desk.keep()
    second, _ = make(photo=False)
    assert all(one.isHidden() for one in second.findChildren(QDockWidget))
    second.show_start(False)
    assert not any(one.isHidden() for one in second.findChildren(QDockWidget))


def test_a_closed_panel_stays_closed_in_every_workspace_until_the_layout_is_reset(make):
    window, _ = make()
    press(dock(window, "color").toggleViewAction())
    for name in ("segment", "recolor", "transfer", "map"):
        window.show_workspace(name)
        assert dock(window, "color").isHidden()
    window.hide_panels(True)
    window.hide_panels(False)
    assert dock(window, "color").isHidden()
    press(dock(window, "color").toggleViewAction())
    assert not dock(window, "color").isHidden()
    press(dock(window, "color").toggleViewAction())
    window.reset_layout()
    assert not dock(window, "color").isHidden()


def test_a_layout_of_a_workspace_does_not_hide_panels_of_another(make):
    first, desk = make()
    first.show_workspace("segment")
    assert dock(first, "palette").isHidden()
    desk.keep()
    second, _ = make()
    assert not dock(second, "palette").isHidden() and not dock(second, "color").isHidden()


def test_a_panel_that_is_nowhere_gets_no_height(make):
    window, _ = make()  # as while it is carried; Qt's warning would be an error
    window.removeDockWidget(dock(window, "color"))
    window.actions_["map"].trigger()
    assert dock(window, "options").height() > 100


def test_a_window_that_is_on_no_screen_is_brought_back(make):
    first, desk = make()
    first.move(-90_000, -90_000)
    dock(first, "color").setFloating(True)
    dock(first, "color").move(90_000, 0)
    desk.keep()
    second, _ = make()
    screen = second.screen().availableGeometry()
    assert screen.intersects(second.frameGeometry())
    assert screen.intersects(dock(second, "color").frameGeometry())


@pytest.mark.parametrize("size", [QSize(1, 1), QSize(30_000, 30_000)])
def test_a_window_has_a_size_that_can_be_worked_with(make, size):
    window, _ = make()
    window.resize(size)
    window.move(QPoint(0, 0))
    window_layout.bring_back(window)
    assert 860 <= window.width() <= 1280 and 600 <= window.height() <= 800


def damaged(change) -> dict:
    saved = json.loads(file().read_text())
    change(saved)
    return saved


def flip(saved: dict) -> None:
    data = bytearray(b64decode(saved["state"]))
    data[len(data) // 2] ^= 64
    saved["state"] = b64encode(data).decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda saved: flip(saved),
        lambda saved: saved.update(place=[1 << 40, 0]),
        lambda saved: saved.update(place=["x", "y"]),
        lambda saved: saved.pop("checksum"),
        lambda saved: saved.update(state="no base64"),
        lambda saved: saved.update(closed=5),
        lambda saved: saved.update(qt=None),
    ],
)
def test_a_damaged_layout_is_set_aside_and_said_once(change, make):
    _, desk = make()
    desk.keep()
    file().write_text(json.dumps(damaged(change)))
    window, _ = make()
    assert window.toasts.texts == [
        "The window and its panels are where they were at first: window.json is damaged. "
        "It was kept as window.json.bad."
    ]
    assert file().with_name("window.json.bad").exists()
    assert make()[0].toasts.texts == []


@pytest.mark.parametrize("name", ["program", "qt"])
def test_another_version_has_its_own_layout(name, make):
    first, desk = make()
    press(dock(first, "palette").toggleViewAction())
    desk.keep()
    file().write_text(json.dumps(damaged(lambda saved: saved.update({name: "0.0.1"}))))
    window, _ = make()
    assert not dock(window, "palette").isHidden() and window.toasts.texts == []


def test_a_layout_is_off_the_disk_while_it_is_tried_and_back_when_the_window_lives(make, monkeypatch):
    _, desk = make()
    desk.keep()
    kept, seen = file().read_bytes(), []
    monkeypatch.setattr(window_layout, "restore", lambda *_: seen.append(file().exists()))
    make()
    assert seen == [False] and file().read_bytes() == kept


# Ends as a segmentation fault does: nothing is cleared up
KILLED = """
import os, sys
from palette_studio.app import create_window
from PySide6.QtWidgets import QApplication
from palette_studio.ui import window_layout
app = QApplication([])
if sys.argv[1] == "killed":
    window_layout.restore = lambda *_: os._exit(139)
window, close = create_window()
window.show()
app.processEvents()
app.processEvents()
print(len(window.toasts.texts))
os._exit(0)
"""


def test_a_layout_that_kills_the_program_does_so_once(make):
    _, desk = make()
    desk.keep()
    codes = [
        subprocess.run([sys.executable, "-c", KILLED, "killed"], capture_output=True, check=False).returncode
        for _ in range(2)
    ]
    assert codes == [139, 0]


def test_random_states_never_reach_qt(make):
    """Flipped bits, with the checksum of before: all are found; each alone could kill the process."""
    _, desk = make()
    desk.keep()
    rng, whole = random.Random(0), json.loads(file().read_text())
    for _ in range(2000):
        state = bytearray(b64decode(whole["state"]))
        for _ in range(rng.randint(1, 8)):
            state[rng.randrange(len(state))] ^= 1 << rng.randrange(8)
        if crc32(state) == whole["checksum"]:
            continue  # the same bits twice
        with pytest.raises(ValueError, match="checksum"):
            window_layout.checked(whole | {"state": b64encode(state).decode()})


def test_a_home_that_cannot_be_written_keeps_no_layout(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("PALETTE_STUDIO_HOME", str(tmp_path / "file"))
    assert layout_file.take(window_layout.checked) is None
    layout_file.prove()

"""From 100 to 300 % the window fits the screen, and one photo pixel is one pixel of the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from palette_studio.app import scale_up
from palette_studio.core.home import settings_folder
from palette_studio.ui import small_screen
from palette_studio.ui.preferences import SCALES, Choices, Preferences
from palette_studio.workbench import settings

SCREEN = {"x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
PLACES = "synchronousWindowSystemEvents", "windowFrameMargins"


def facts_at(percent: int, folder: Path, photo: Path) -> dict:
    """Return what a window of its own process says of itself on a screen of 1600 x 1000 pixels."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps({**dict.fromkeys(PLACES, False), "screens": [{"name": "one", **SCREEN}]}))
    settings.save(settings.Settings(scale=percent))
    variables = {name: value for name, value in os.environ.items() if not name.startswith("QT_SCALE")}
    variables |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    script = Path(__file__).with_name("scaled_window.py")
    command = [sys.executable, script, photo]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("percent", [100, 125, 200, 300])
def test_the_window_fits_the_screen_and_the_photo_is_sharp(warmed, tmp_path, coffee, percent):
    facts = facts_at(percent, tmp_path, coffee)
    assert facts["ratio"] == percent / 100
    assert facts["fits"] and facts["low"] and facts["dialog_fits"] and facts["dialog_ends"]
    assert facts["exact"] and facts["cut_off"] == []
    assert min(facts["photo_px"]) * facts["ratio"] > 300


def test_a_factor_of_qt_s_own_goes_before_the_setting(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.5")
    monkeypatch.delenv("QT_ENABLE_HIGHDPI_SCALING", raising=False)
    scale_up(300)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5" and "QT_ENABLE_HIGHDPI_SCALING" not in os.environ


def test_the_system_s_scale_is_left_alone_unless_one_is_chosen(monkeypatch):
    for name in ("QT_SCALE_FACTOR", "QT_ENABLE_HIGHDPI_SCALING"):
        monkeypatch.setenv(name, "")  # so that it is put back
        monkeypatch.delenv(name)
    scale_up(0)
    assert "QT_SCALE_FACTOR" not in os.environ
    scale_up(125)
    assert os.environ["QT_SCALE_FACTOR"] == "1.25"


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"scale": "large"}', b'{"scale": 99}', b'{"scale": 30000}'])
def test_a_damaged_scale_is_none_and_the_file_waits_for_who_reads_all_of_it(damage):
    path = settings_folder() / "settings.json"
    path.write_bytes(damage)
    assert settings.saved_scale() == 0
    assert path.read_bytes() == damage


def test_the_scale_is_known_before_qt_begins():
    assert settings.saved_scale() == 0
    settings.save(settings.Settings(scale=175))
    assert settings.saved_scale() == 175


def test_preferences_offer_scales_and_say_when_they_count(qtbot):
    page = Preferences(Choices("dark", 110, "", 6, 120))
    qtbot.addWidget(page)
    offered = [page.scale.itemData(n) for n in range(page.scale.count())]
    assert offered == sorted({0, 110, *SCALES}) and page.scale.currentData() == 110
    assert any("next start" in label.text() for label in page.findChildren(QLabel))
    page.scale.setCurrentIndex(page.scale.findData(200))
    with qtbot.waitSignal(page.scale_requested, check_params_cb=lambda percent: percent == 200):
        page.scale.activated.emit(page.scale.currentIndex())


def test_the_scale_chosen_is_kept(studio, qtbot):
    studio.window.actions_["preferences"].trigger()
    page = studio.window.findChild(Preferences)
    page.scale_requested.emit(250)
    assert studio.session.settings.scale == 250
    page.reject()


def test_a_dialog_larger_than_the_screen_scrolls(qtbot, monkeypatch):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    tall = QLabel(dialog)
    tall.setFixedSize(200, 3000)
    column.addWidget(tall)
    column.addWidget(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog))
    small_screen.fit_dialog(dialog)
    assert dialog.height() <= small_screen.screen_room().height()
    area = dialog.findChild(QScrollArea)
    assert area is not None and area.isAncestorOf(tall)

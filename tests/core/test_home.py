"""The program's folders are its own, and closed to others."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from palette_studio.core import home as homes
from palette_studio.core.checkup import DISPLAYS, checkup
from palette_studio.core.resources import resource


@pytest.mark.parametrize("kind", ["settings", "cache", "logs", "recovery"])
def test_folders_stand_under_the_home_and_are_private(kind, home):
    folder = getattr(homes, f"{kind}_folder")
    made = folder()
    assert made.parent == home and stat.S_IMODE(made.stat().st_mode) == 0o700
    made.chmod(0o755)
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700


def test_without_a_home_folders_are_where_the_system_wants_them(monkeypatch, tmp_path):
    monkeypatch.delenv("PALETTE_STUDIO_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert "palette-studio" in str(homes.cache_folder())


def test_compiled_kernels_go_to_a_private_folder_of_this_version(monkeypatch, home):
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    homes.prepare_environment()
    folder = Path(os.environ["NUMBA_CACHE_DIR"])
    assert folder.parent == home / "cache" and folder.name.startswith("kernels-0.")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 and os.environ["OMP_WAIT_POLICY"] == "PASSIVE"


def test_what_the_user_has_set_is_left_alone(monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", "/somewhere")
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    homes.prepare_environment()
    assert os.environ["NUMBA_CACHE_DIR"] == "/somewhere" and os.environ["OMP_WAIT_POLICY"] == "ACTIVE"


def test_where_no_cache_can_be_kept_one_for_this_run_is_made(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("PALETTE_STUDIO_HOME", str(tmp_path / "file"))
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    homes.prepare_environment()
    folder = Path(os.environ["NUMBA_CACHE_DIR"])
    assert folder.parent == tmp_path and folder.is_dir()


def test_resources_are_found():
    assert resource("icons").is_dir() and not resource("nothing of that name").exists()


def test_a_checkup_says_what_a_bug_report_needs(home):
    found = checkup()
    assert found["program"].startswith("Palette Studio 0.") and found["libraries"]["numpy"]
    assert found["folders"]["cache"] == f"{home / 'cache'} (0.0 MB)" and "display" in found


def test_a_checkup_says_how_large_folders_are_and_where_windows_open(home, monkeypatch):
    (homes.cache_folder() / "below").mkdir()
    (homes.cache_folder() / "below" / "file").write_bytes(bytes(2_500_000))
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert checkup()["folders"]["cache"].endswith("cache (2.5 MB)") and checkup()["display"] == "none"
    monkeypatch.setenv("DISPLAY", ":7")
    assert checkup()["display"] == {"DISPLAY": ":7"}

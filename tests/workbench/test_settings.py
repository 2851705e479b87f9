"""Settings survive a restart, damage, a full disk, other versions and other windows."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tarfile
from dataclasses import fields, replace
from pathlib import Path

import pytest

from palette_studio.core.craft.wheels import WHEELS
from palette_studio.core.files import ExportOptions, FileError
from palette_studio.core.home import settings_folder
from palette_studio.core.quantize import MODES
from palette_studio.ui.lut_dialog import SIZES
from palette_studio.ui.palette_panel import FEWEST, MOST, MOST_MAPPED
from palette_studio.ui.preferences import LARGEST_MP
from palette_studio.ui.theme import THEMES
from palette_studio.workbench import settings
from palette_studio.workbench.own_json import MOST_BYTES
from palette_studio.workbench.settings import ALLOWED, Settings


@pytest.fixture
def file() -> Path:
    return settings_folder() / "settings.json"


def told(file: Path) -> tuple[Settings, list[str]]:
    problems: list[str] = []
    return settings.load(problems.append), problems


def test_what_was_saved_is_loaded():
    kept = Settings(theme="light", swatches=9, recent=("/a.png",), window_size=(900, 700))
    kept = replace(kept, export=ExportOptions(format="webp", quality=80))
    settings.save(kept)
    assert settings.load() == kept


def test_a_fresh_home_has_the_defaults(file):
    assert told(file) == (Settings(), [])


def test_values_of_the_wrong_kind_fall_back_alone(file):
    text = (
        '{"theme": 5, "swatches": "many", "recent": [1], "log_scale": true, "unknown": 1, "window_size": [1]}'
    )
    file.write_text(text)
    assert told(file) == (replace(Settings(), log_scale=True), [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"swatches": 0},
        {"swatches": -1},
        {"map_swatches": 10**30},
        {"most_megapixels": 0},
        {"most_megapixels": True},
        {"map_mode": "../../etc"},
        {"theme": "sepia"},
        {"harmony_wheel": []},
        {"window_size": [0, 0]},
        {"window_size": [100_000, 100_000]},
        {"window_size": [1.5, 1.5]},
        {"window_size": {"width": 3}},
        {"export_conflict": "always"},
        {"lut_kind": None},
        {"lut_size": 1 << 40},
        {"export": "png"},
        {"export": {"format": "exe"}},
        {"export": {"quality": 0, "bits": 7, "long_edge": -1, "background": [0, 0, 256]}},
        {"log_scale": 1},
    ],
)
def test_values_out_of_range_fall_back_alone(wrong, file):
    file.write_text(json.dumps({"show_before": False} | wrong))
    assert told(file) == (replace(Settings(), show_before=False), [])


def test_what_is_allowed_is_what_there_is():
    assert ALLOWED["theme"] == THEMES and ALLOWED["harmony_wheel"] == WHEELS
    assert ALLOWED["map_mode"] == tuple(MODES) and ALLOWED["lut_kind"] == tuple(SIZES)
    assert set(ALLOWED["lut_size"]) == {size for sizes in SIZES.values() for size in sizes}
    assert ALLOWED["swatches"] == range(FEWEST, MOST + 1)
    assert ALLOWED["map_swatches"] == range(FEWEST, MOST_MAPPED + 1)
    assert ALLOWED["most_megapixels"] == range(1, LARGEST_MP + 1)
    names = {f.name for f in (*fields(Settings), *fields(ExportOptions))}
    assert set(ALLOWED) <= names


DAMAGED = {
    "garbage": b"\x00\xff not json",
    "zeros": bytes(2000),
    "empty": b"",
    "half": b'{"theme": "li',
    "a list": b"[1, 2]",
    "deep": b"[" * 100_000,
    "a number of many digits": b'{"swatches": ' + b"9" * 20_000 + b"}",
    "too large": b" " * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_kept_aside_and_said_once(data, file):
    file.write_bytes(data)
    found, problems = told(file)
    assert found == Settings()
    assert problems == [
        "Settings are back to their defaults: settings.json is damaged. It was kept as settings.json.bad."
    ]
    assert file.with_name("settings.json.bad").read_bytes() == data
    assert told(file) == (Settings(), [])


def test_of_damaged_files_the_newest_is_kept(file):
    for data in (b"first", b"second"):
        file.write_bytes(data)
        settings.load()
    assert [path.name for path in file.parent.iterdir()] == ["settings.json.bad"]
    assert file.with_name("settings.json.bad").read_bytes() == b"second"


def test_a_folder_or_pipe_in_its_place_is_set_aside(file):
    file.mkdir()
    assert len(told(file)[1]) == 1
    settings.save(Settings(theme="light"))
    assert settings.load().theme == "light"
    file.unlink()
    file.with_name("settings.json.bad").rmdir()
    os.mkfifo(file)
    assert len(told(file)[1]) == 1 and told(file)[1] == []


def test_a_huge_file_is_not_read(file):
    with file.open("wb") as sparse:
        sparse.truncate(1 << 30)
    assert len(told(file)[1]) == 1 and not file.exists()


def test_files_that_were_made_to_break_programs_give_the_defaults(file, shared_data, tmp_path):
    with tarfile.open(shared_data / "hostile" / "files.tar.gz") as archive:
        members = [one for one in archive.getmembers() if "settings/" in one.name and one.isfile()]
        archive.extractall(tmp_path, members, filter="data")
    assert len(members) == 7
    for member in members:
        file.write_bytes((tmp_path / member.name).read_bytes())
        assert settings.load() == Settings(), member.name


def test_what_a_newer_version_keeps_there_stays(file):
    newer = {"zoom": {"deep": [1, None]}, "theme": "sepia", "export": {"format": "jxl", "effort": 9}}
    file.write_text(json.dumps(newer))
    loaded = settings.load()
    settings.save(replace(loaded, swatches=9), loaded)
    assert json.loads(file.read_text()) == newer | {"swatches": 9} | {
        name: value for name, value in json.loads(file.read_text()).items() if name not in newer
    }
    settings.save(replace(loaded, export=ExportOptions(quality=50)), loaded)
    assert json.loads(file.read_text())["export"]["effort"] == 9
    assert settings.load().swatches == 9


def test_two_windows_do_not_undo_each_other():
    settings.save(Settings(recent=("/old.png",)))
    first, second = settings.load(), settings.load()
    settings.save(replace(first.with_recent(Path("/first.png")), theme="light"), first)
    settings.save(replace(second.with_recent(Path("/second.png")), swatches=9), second)
    both = settings.load()
    assert (both.theme, both.swatches) == ("light", 9)
    assert both.recent == ("/second.png", "/first.png", "/old.png")


@pytest.mark.parametrize("count", [3, 10, 13])
def test_an_old_file_that_is_opened_again_comes_first(count):
    kept = Settings()
    for number in range(count):
        kept = kept.with_recent(Path(f"/{number}.png"))
    settings.save(kept)
    again = kept.with_recent(Path(f"/{count - 2}.png")).with_recent(Path("/new.png"))
    settings.save(again, kept)
    assert settings.load().recent == again.recent


SAVING = """
import sys
from dataclasses import replace
from pathlib import Path
from palette_studio.workbench import settings
for number in range(5):
    loaded = settings.load()
    settings.save(loaded.with_recent(Path(f"/{sys.argv[1]}-{number}.png")), loaded)
"""


def test_windows_that_close_together_lose_nothing():
    """Ten files are opened by two programs, five each; all are among the ten recent ones."""
    both = [subprocess.Popen([sys.executable, "-c", SAVING, name]) for name in ("a", "b")]
    assert [one.wait() for one in both] == [0, 0]
    assert sorted(settings.load().recent) == sorted(f"/{name}-{n}.png" for name in "ab" for n in range(5))


def test_a_full_disk_is_said_and_the_old_settings_stay(monkeypatch):
    settings.save(Settings(theme="light"))

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(FileError, match="could not be written: the disk of the folder"):
            settings.save(Settings(theme="neutral"))
    assert settings.load() == Settings(theme="light")


def test_recent_files_are_ten_newest_first_without_repeats():
    kept = Settings()
    for number in [*range(12), 5]:
        kept = kept.with_recent(Path(f"/{number}.png"))
    assert len(kept.recent) == 10
    assert kept.recent[0] == str(Path("/5.png"))
    assert len(set(kept.recent)) == 10

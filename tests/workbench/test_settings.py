"""Settings survive a restart, and damage."""

from dataclasses import replace
from pathlib import Path

from palette_studio.core.files import ExportOptions
from palette_studio.core.home import settings_folder
from palette_studio.workbench import settings
from palette_studio.workbench.settings import Settings


def test_what_was_saved_is_loaded():
    kept = Settings(theme="light", swatches=9, recent=("/a.png",), window_size=(900, 700))
    kept = replace(kept, export=ExportOptions(format="webp", quality=80))
    settings.save(kept)
    assert settings.load() == kept


def test_a_fresh_home_has_the_defaults():
    assert settings.load() == Settings()


def test_values_of_the_wrong_kind_fall_back_alone():
    text = (
        '{"theme": 5, "swatches": "many", "recent": [1], "log_scale": true, "unknown": 1, "window_size": [1]}'
    )
    (settings_folder() / "settings.json").write_text(text)
    assert settings.load() == replace(Settings(), log_scale=True)


def test_garbage_gives_the_defaults(caplog):
    (settings_folder() / "settings.json").write_bytes(b"\x00\xff not json")
    assert settings.load() == Settings()
    assert "defaults used" in caplog.text


def test_recent_files_are_ten_newest_first_without_repeats():
    kept = Settings()
    for number in [*range(12), 5]:
        kept = kept.with_recent(Path(f"/{number}.png"))
    assert len(kept.recent) == 10
    assert kept.recent[0] == str(Path("/5.png"))
    assert len(set(kept.recent)) == 10

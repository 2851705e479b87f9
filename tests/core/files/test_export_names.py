"""The name of an export: filled in, fit for every file system, and never a surprise."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from palette_studio.core.files import FileError, export_path
from palette_studio.core.files.options import SUFFIXES, format_of

DAY = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{name}-recolored", "holiday-recolored.png"),
        ("{date} {name} {k}", "2026-11-21 holiday 7.png"),
        ("{name}{name}", "holidayholiday.png"),
        ("plain", "plain.png"),
        ("v1.2", "v1.2.png"),
        ("  {name}. ", "holiday.png"),
    ],
)
def test_the_fields_are_filled_in(template, name, tmp_path):
    assert export_path(tmp_path, template, "holiday.JPG", "png", "unique", k=7, date=DAY) == tmp_path / name


@pytest.mark.parametrize("format_", SUFFIXES)
def test_the_extension_is_the_formats(format_, tmp_path):
    path = export_path(tmp_path, "{name}", "a.tiff", format_, "unique")
    assert path.name == f"a{SUFFIXES[format_]}"
    assert format_of(path) == format_


def test_today_is_the_day_unless_another_is_given(tmp_path):
    today = datetime.date.today()
    name = export_path(tmp_path, "{date}", "a.png", "png", "unique").stem
    assert name in (today.isoformat(), (today + datetime.timedelta(days=1)).isoformat())


def test_only_extensions_of_photos_are_taken_off_the_name(tmp_path):
    for photo, stem in (("a.b.png", "a.b"), ("Pasted photo", "Pasted photo"), ("v1.5 sunset", "v1.5 sunset")):
        assert export_path(tmp_path, "{name}", photo, "png", "unique").stem == stem


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    def path(conflict: str):
        return export_path(tmp_path, "{name}", "a.jpg", "png", conflict)

    assert path("unique").name == path("skip").name == path("overwrite").name == "a.png"
    (tmp_path / "a.png").touch()
    (tmp_path / "a-2.png").symlink_to("nowhere")  # taken, though it leads nowhere
    assert path("unique").name == "a-3.png"
    assert path("overwrite").name == "a.png"
    assert path("skip") is None


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("", "is empty"),
        ("  . ", "is empty"),
        ("..", "is empty"),
        ("{nome}", "has {nome}"),
        ("{name", "a brace that stands alone"),
        ("name}", "a brace that stands alone"),
        ("{{name}}", "a brace that stands alone|has"),
        ("{name.__class__}", "has {name.__class__}"),
        ("{name!r}", "has {name!r}"),
        ("../{name}", "may not have /"),
        ("a/b", "Folders are chosen above it"),
        ("a\\b", "may not have"),
        ("a:b", "may not have"),
        ("a\0b", "may not have"),
        ("a\nb", "may not have"),
    ],
)
def test_templates_that_make_no_name_are_refused_with_words(template, words, tmp_path):
    with pytest.raises(ValueError, match=words):
        export_path(tmp_path, template, "holiday.jpg", "png", "unique")


@pytest.mark.parametrize("photo", ["../../etc/passwd", "a/b.png", 'what?*<>|":.png', "line\nbreak.png"])
def test_no_photos_name_leads_out_of_the_folder(photo, tmp_path):
    path = export_path(tmp_path, "{name}", photo, "png", "unique")
    assert path.parent == tmp_path
    assert not set(path.name) & set('/\\<>:"|?*\n')


@pytest.mark.parametrize("name", ["", ".png", "...", " "])
def test_a_photo_without_a_name_leaves_the_template(name, tmp_path):
    assert export_path(tmp_path, "{name}-recolored", name, "png", "unique").name.endswith("-recolored.png")


@pytest.mark.parametrize("letter", ["x", "ß", "写", "🎨"])
def test_a_long_name_is_cut_to_what_a_file_system_holds(letter, tmp_path):
    path = export_path(tmp_path, "{name}", letter * 300 + ".png", "jpeg", "unique")
    assert len(os.fsencode(path.name)) <= 255
    path.touch()
    second = export_path(tmp_path, "{name}", letter * 300 + ".png", "jpeg", "unique")
    assert second.name.endswith("-2.jpg")
    assert len(os.fsencode(second.name)) <= 255


def test_a_missing_folder_is_said_before_anything_is_made(tmp_path):
    for conflict in ("unique", "overwrite", "skip"):
        with pytest.raises(FileError, match=r"There is no folder .*gone"):
            export_path(tmp_path / "gone", "{name}", "a.png", "png", conflict)


def test_an_unknown_answer_to_a_conflict_is_refused(tmp_path):
    with pytest.raises(ValueError, match="conflict is 'ask'"):
        export_path(tmp_path, "{name}", "a.png", "png", "ask")


def test_extensions_choose_the_format():
    assert format_of(Path("a.JPEG")) == "jpeg"
    assert format_of(Path("a"), default="webp") == "webp"
    with pytest.raises(FileError, match=r"not as \.gif"):
        format_of(Path("a.gif"))

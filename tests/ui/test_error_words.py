"""Errors of core, nets and workbench in the language of the window: found by their templates, with gaps."""

from __future__ import annotations

import errno
import json
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from palette_studio.core.files import FileError, read_lut, read_photo
from palette_studio.core.files.error import told
from palette_studio.core.files.palette_io import WRITTEN, format_palette, losses_of, parse_palette_file
from palette_studio.core.palette import Palette, Swatch
from palette_studio.core.project import read_project
from palette_studio.core.resources import resource
from palette_studio.ui import error_words
from palette_studio.ui.error_words import AND, GAP, words_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60_000
LISTED = json.loads((resource("translations") / "errors.json").read_text(encoding="utf-8"))
# What stands in a gap of a kind, in English and in German
VALUES = {
    "n": ("Ab cd.xyz", "Ab cd.xyz"),
    "w": ("nothing", "nichts"),
    "d": ("1,234.5", "1.234,5"),
    "l": ("A (.a), B and C", "A (.a), B und C"),
}
COLORS = Palette(tuple(Swatch((20 * i, 10, 200 - 10 * i), f"c{i}", alpha=255 - i) for i in range(8)))


def filled(text: str, kinds: str, language: int) -> str:
    return GAP.sub(lambda gap: VALUES[kinds[int(gap[1]) - 1]][language], text)


@pytest.mark.parametrize("template", [one for one in LISTED if one != AND])
def test_a_message_is_known_by_its_template_and_said_in_german(german, template):
    kinds = LISTED[template]
    words = QCoreApplication.translate("Errors", template)
    assert words
    assert error_words.error_words(filled(template, kinds, 0)) == filled(words, kinds, 1)


def test_every_message_is_translated_in_a_language_of_nobody(nobodys):
    for template, kinds in LISTED.items():
        said = error_words.error_words(filled(template, kinds, 0)) if template != AND else "«»"
        assert re.fullmatch("«.*»", said), template


@pytest.mark.parametrize(
    "text",
    [
        "",
        "operands could not be broadcast together with shapes (3,) (4,) ",
        "Something that nobody foresaw, and more. And more of it.",
        "Seltsam and seltsamer",
    ],
)
def test_a_text_of_others_stays_as_it_is(german, text):
    assert error_words.error_words(text) == text


def test_in_english_nothing_is_looked_up(qapp, monkeypatch):
    monkeypatch.setattr(error_words, "_templates", None)
    text = "a.png is empty. Get another copy of it."
    assert error_words.error_words(text) == text


@pytest.mark.parametrize(
    ("english", "german_words"),
    [
        (
            "a b.gpl is damaged: line 3, “12 x”, is no color (three numbers 0 to 255). "
            "Get another copy of it.",
            "a b.gpl ist beschädigt: Zeile 3, „12 x“, ist keine Farbe (drei Zahlen von 0 bis 255). "
            "Eine andere Kopie davon besorgen.",
        ),
        (
            "a.ase has no colors. 3 colors skipped: in the block at byte 12, the color model “X” is unknown. "
            "It says that it has 1,234 blocks; 2 are there, and all are read. Open another file.",
            "a.ase enthält keine Farben. 3 Farben übersprungen: im Block bei Byte 12, das Farbmodell „X“ ist "
            "unbekannt. Laut Datei sind es 1.234 Blöcke; 2 sind da, und alle werden gelesen. "
            "Eine andere Datei öffnen.",
        ),
        (
            "p is no project that can be opened: photo.x should be a number from 0.5 to 1, not a list of 3. "
            "Open an earlier copy of it.",
            "p ist kein Projekt, das sich öffnen lässt: photo.x sollte eine Zahl von 0,5 bis 1 sein, nicht "
            "eine Liste mit 3. Eine frühere Kopie davon öffnen.",
        ),
    ],
)
def test_reasons_and_numbers_inside_of_a_message_are_translated_too(german, english, german_words):
    assert error_words.error_words(english) == german_words


def test_messages_in_lines_are_translated_line_by_line(german):
    notes = "/x: 3 files passed over, no photos by name.\n/x: 1 folder in it not looked into.\nand this"
    assert error_words.error_words(notes).split("\n") == [
        "/x: 3 Dateien übergangen, dem Namen nach keine Fotos.",
        "/x: 1 Ordner darin nicht durchsucht.",
        "and this",
    ]


def test_a_file_that_is_called_like_a_message_keeps_its_name(german):
    said = error_words.error_words("nothing is empty. Get another copy of it.")
    assert said.startswith("nothing ist leer.")


@pytest.mark.parametrize("format", [name for name in WRITTEN if name != "png"])
def test_every_complaint_about_a_damaged_palette_is_in_german(german, format):
    rng, whole = np.random.default_rng(0), format_palette(COLORS, format)
    for turn in range(20):
        data = bytearray(whole)
        if turn % 2:
            del data[rng.integers(0, len(data)) :]
        else:
            data[rng.integers(0, len(data))] = rng.integers(0, 256)
        try:
            said = parse_palette_file(bytes(data), f"x.{format}").notes
        except FileError as error:
            said = (str(error),)
        assert [text for text in said if error_words.error_words(text) == text] == []


@pytest.mark.parametrize("format", WRITTEN)
def test_what_a_format_leaves_out_is_said_in_german(german, format):
    grouped = tuple(Swatch((i, i, i), f"{i}", alpha=i, spot=i > 2, group="ab"[i % 2]) for i in range(5))
    for palette in (COLORS, Palette(grouped), Palette(grouped[:2])):
        lost = losses_of(palette, format, name="n", columns=3)
        assert [text for text in lost if error_words.error_words(text) == text] == []


@pytest.mark.parametrize("read", [read_photo, read_project, read_lut])
@pytest.mark.parametrize(
    "data", [b"", b"hello", b"{}", b"%PDF-1", b"\0\xff\xfe\x91" * 9, b"LUT_3D_SIZE 2\n1 2"]
)
def test_every_complaint_about_a_file_of_another_kind_is_in_german(german, tmp_path, read, data):
    path = tmp_path / "file.png"
    path.write_bytes(data)
    with pytest.raises(FileError) as told_of:
        read(path)
    assert words_of(told_of.value) != str(told_of.value)


def test_a_damaged_photo_is_complained_about_in_german(german, studio, qtbot, tmp_path):
    path = tmp_path / "kaputt.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    studio.open(path)
    qtbot.waitUntil(lambda: bool(studio.window.toasts.texts), timeout=PATIENCE)
    assert studio.window.toasts.texts[0].startswith("kaputt.png ist beschädigt und lässt sich nicht öffnen")


@pytest.mark.parametrize(
    ("number", "path", "english", "german_words"),
    [
        (errno.ENOSPC, "/x/a.gpl", "The disk is full.", "Der Datenträger ist voll."),
        (errno.EACCES, "/x/a.gpl", "You lack permission for a.gpl.", "Die Berechtigung für a.gpl fehlt."),
        (errno.ENOENT, "/x/a.gpl", "a.gpl is no longer there.", "a.gpl ist nicht mehr da."),
        (
            errno.EIO,
            "/x/a.gpl",
            "a.gpl: the system says: Input",
            "a.gpl: Das System meldet: Fehler beim Lesen",
        ),
        (errno.EMFILE, None, "The system says: Too many", "Das System meldet: Zu viele offene Dateien."),
    ],
)
def test_what_a_system_says_with_a_number_is_said_in_words(german, number, path, english, german_words):
    error = OSError(
        number, {errno.EIO: "Input/output error", errno.EMFILE: "Too many open files"}.get(number), path
    )
    assert told(error).startswith(english)
    assert words_of(error).startswith(german_words)


def test_an_error_without_words_gets_some(german):
    assert told(ValueError()) == "This failed without a reason (ValueError). Please report it."
    assert words_of(OSError()).startswith("Das ist ohne Angabe von Gründen")


def test_no_error_is_shown_as_it_came():
    shown = {
        path.name
        for part in ("studio", "ui")
        for path in (ROOT / "palette_studio" / part).rglob("*.py")
        if re.search(r"str\(error\)", path.read_text(encoding="utf-8"))
    }
    assert shown <= {"complaints.py", "number_field.py"}, "words_of(error) speaks the language of the window"

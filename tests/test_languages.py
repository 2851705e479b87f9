"""The window in other languages: German, whole and up to date, and one that nobody speaks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pseudo_language
import pytest
from pseudo_language import translations
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTabBar, QWidget

from palette_studio.core.document import Document
from palette_studio.core.names import NAMES, color_of, named
from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui import languages
from palette_studio.ui.form_dialog import FormDialog
from palette_studio.ui.number_field import Channel, NumberField
from palette_studio.ui.preferences import Choices, Preferences
from palette_studio.workbench import edits, settings

PATIENCE = 60_000
GERMAN = translations.source_of("de")
PAGES = (
    "export",
    "export_lut",
    "batch",
    "export_palette",
    "preferences",
    "search",
    "keys",
    "about",
    "demo_line",
    "demo_plane",
)
# What is the same in all languages: names of programs, formats, methods, spaces of color and keys
NAMES_KEPT = re.compile(
    r"\b(RGB|HSV|Lab|OKLCH|CIELAB|OKLab|CIEDE2000|Hex|sRGB|MP|MOG2|BIC|AIC|ICL|Stauffer–Grimson|PNG|JPEG|TIFF|"
    r"WebP|AVIF|Floyd–Steinberg|Atkinson|Jarvis–Judice–Ninke|Stucki|Sierra( Lite)?|Bayer \d+ × \d+|Riemersma|"
    r"English|Deutsch|((Ctrl|Shift|Alt)\+)+(\w+|.)|Esc|Del|Return|Space|F\d+|[A-Z])(?!\w)|#[0-9A-F]{6}"
)
OF_QT = {"Close", "OK", "Export...", "Export"}  # and of menus of pyqtgraph, which no plot opens
QT_PARTS = re.compile(r"qt_|Scroll(Left|Right)Button")  # of Qt, which has translations of its own


def entries(path: Path = GERMAN) -> dict[tuple[str, str], ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name") or "", message.findtext("source") or ""
            found[key] = message.find("translation")
    return found


# The files


def test_the_german_words_are_those_that_the_code_says_today():
    assert set(entries()) == set(translations.messages()), "run: make translations"


def test_bringing_the_words_up_to_date_changes_nothing(tmp_path):
    copy = translations.source_of("de", tmp_path)
    copy.write_bytes(GERMAN.read_bytes())
    translations.update("de", tmp_path)
    assert copy.read_text(encoding="utf-8") == GERMAN.read_text(encoding="utf-8"), "run: make translations"


def test_the_list_of_errors_is_what_the_code_says_today(tmp_path):
    listed = translations.list_errors(tmp_path).read_bytes()
    assert listed == (translations.FOLDER / translations.ERRORS).read_bytes(), "run: make translations"


def test_what_the_program_reads_was_made_of_these_words(tmp_path):
    made = translations.release("de", GERMAN, tmp_path)
    assert made.read_bytes() == made.with_suffix(".qm").read_bytes()
    assert made.read_bytes() == GERMAN.with_suffix(".qm").read_bytes(), "run: make translations"


def test_every_german_word_is_there():
    missing = [key for key, words in entries().items() if words.attrib or not (words.text or "").strip()]
    assert missing == []


def _form(text: str) -> tuple[object, ...]:
    """Return what a translation must have in common with its source."""
    filled_in = sorted(re.findall(r"%\d|\{\w+\}|\(\*[^)]*\)|HH:mm", text))
    end = re.search(r"[.…?!:]?$", text)
    return filled_in, len(re.findall(r"&\w", text)), text.count("\n"), end and end[0]


def test_german_words_have_the_gaps_keys_lines_and_ends_of_the_english_ones():
    pairs = [(key, words.text or "") for key, words in entries().items() if key[0] != "Numbers"]
    assert [key for key, words in pairs if _form(key[1]) != _form(words)] == []


def test_words_that_stand_only_where_they_are_shown_are_refused():
    import ast

    for code in ("class A:\n  def f(self):\n    self.tr(words)", "def f(plot):\n  plot.tr('green')"):
        with pytest.raises(ValueError, match=r"self\.tr"):
            list(translations._said(ast.parse(code), "", Path("a.py")))


# Which language it is


@pytest.mark.parametrize(
    ("wish", "of_system", "language"),
    [
        ("", ["de-AT", "de", "en"], "de"),
        ("", ["fr-FR", "de_DE"], "de"),
        ("", ["fr-FR"], "en"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["en-US"], "de"),
        ("tlh", ["de-DE"], "en"),
    ],
)
def test_the_wish_counts_then_the_system_then_english(wish, of_system, language):
    assert languages.spoken(wish, of_system) == language


def test_the_settings_allow_every_language_there_is():
    assert set(settings.ALLOWED["language"]) == {"", *languages.LANGUAGES}
    assert {"en", *translations.LANGUAGES} == set(languages.LANGUAGES)


@pytest.mark.parametrize(
    ("kept", "language"),
    [
        ('{"language": "de"}', "de"),
        ('{"language": "tlh"}', ""),
        ('{"language": [1]}', ""),
        ("[]", ""),
        ("{", ""),
    ],
)
def test_the_language_is_read_before_the_settings_and_leaves_the_file_to_them(home, kept, language):
    assert settings.language() == ""
    file = home / "settings" / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kept)
    assert settings.language() == language
    assert file.read_text() == kept


def test_the_language_chosen_is_kept_for_the_next_start(studio):
    studio.window.actions_["preferences"].trigger()
    page = studio.window.findChild(Preferences)
    assert page.language.currentData() == ""
    page.language.setCurrentIndex(page.language.findData("de"))
    page.language.activated.emit(page.language.currentIndex())
    studio.session.save_settings()
    assert settings.language() == "de"
    assert page.windowTitle() == "Preferences"
    page.reject()


def test_the_window_speaks_the_chosen_language_from_its_first_word_on(home):
    file = home / "settings" / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"language": "de"}))
    script = (
        "import os\nfrom PySide6.QtCore import QCoreApplication, QLocale\nfrom palette_studio import app\n"
        "def show(*_):\n"
        "    print(QCoreApplication.translate('Commands', '&Undo'), QLocale().name(), flush=True)\n"
        "    os._exit(0)\n"
        "app.create_window = show\napp.main([])\n"
    )
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().split() == ["&Rückgängig", "de_DE"]


# German


def test_words_of_a_base_class_are_found_from_its_subclasses(german, qtbot):
    class Mixin:
        def title(self) -> str:
            return self.tr("Cancel")  # of FormDialog, the class after this one

    class Own(Mixin, FormDialog):
        pass

    dialog = Own("Titel")
    qtbot.addWidget(dialog)
    assert dialog.title() == dialog.cancel_button.text() == "Abbrechen"


def test_buttons_of_qt_speak_german_too(german, qtbot):
    page = Preferences(Choices("dark", 0, "", 6, 120))
    qtbot.addWidget(page)
    assert "Schließen" in {button.text().replace("&", "") for button in page.findChildren(QPushButton)}


def test_numbers_are_shown_with_a_comma_and_typed_with_either(german, qtbot):
    field = NumberField(Channel("Chroma", -0.4, 0.4, step=0.005, digits=3))
    qtbot.addWidget(field)
    field.set_value(-0.25)
    assert field.text() == "−0,250"
    for typed in ("0,125", "0.125", " 0,125 "):
        assert field.channel.parse(typed) == 0.125
    with pytest.raises(ValueError, match="0,5 liegt außerhalb"):
        field.channel.parse("0,5")
    assert "−0,4 bis 0,4" in field.toolTip()


def test_steps_are_named_in_german_whatever_swatches_are_called(german):
    document = Document(edited=Palette((Swatch((1, 2, 3), "%2"),)), found=Palette((Swatch((1, 2, 3), "a"),)))
    assert edits.renamed(document, 0, "%1")[0] == "%2 in %1 umbenennen"
    assert edits.locked(document, [0], on=True)[0] == "%2 sperren"


def test_every_color_has_a_german_name_of_its_own_and_is_found_by_both(german):
    words = [languages.color_word(entry.split()[0]) for entry in NAMES.split(",")]
    assert len({word.casefold() for word in words}) == len(words)
    assert named(Palette((Swatch((0, 0, 0)),)))[0].name == "Schwarz"
    assert color_of("ziegel") == color_of("Brick") == (0x9E, 0x3B, 0x2C)


def test_no_two_entries_of_a_german_menu_have_one_key(german, studio):
    menus = [*studio.window._menus.values(), studio.window.menuBar()]
    for menu in menus:
        keys = [key.casefold() for a in menu.actions() for key in re.findall(r"&(\w)", a.text())]
        assert len(keys) == len(set(keys)), (menu.title() if hasattr(menu, "title") else "", keys)


def test_the_german_window_shows_all_its_words(german, opened, qtbot):
    for workspace in ("recolor", "map", "segment", "transfer", "colorize", "sequence"):
        opened.window.actions_[workspace].trigger()
        qtbot.waitUntil(lambda: opened.settled, timeout=PATIENCE)
        pseudo_language.settle_layout()
        assert list(pseudo_language.clipped(opened.window)) == [], workspace
        assert opened.window.size().toTuple() == (1280, 800), workspace


# A language nobody speaks


def untranslated(root: QWidget, kept: set[str]) -> list[str]:
    """Return what is shown in English. kept: names that come from files."""
    files = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(kept, key=len, reverse=True)))})(?!\w)")
    found = []
    for where, text in pseudo_language.texts_of(root):
        rest = NAMES_KEPT.sub("", files.sub("", pseudo_language.plain_rest(text)))
        if re.search("[A-Za-z]{2,}", rest) and not QT_PARTS.search(where):
            found.append(f"{where}: {text}")
    return found


def names_from_files(studio) -> set[str]:
    from palette_studio.core.files.palette_io import FORMATS
    from palette_studio.core.resources import resource

    files = "\n".join(path.read_text(encoding="utf-8") for path in resource("palettes").glob("*.gpl"))
    presets = set(re.findall(r"^Name: (.+)|^ *\d+\s+\d+\s+\d+\s+(.+)", files, re.MULTILINE))
    presets = {name for pair in presets for name in pair if name}
    formats = {name for f in FORMATS.values() for name in (f.TITLE, *f.SUFFIXES)}
    colors = {entry.split()[0] for entry in NAMES.split(",")}
    return presets | formats | colors | {"coffee.jpg", "coffee", ".cube", "Hald CLUT"} | OF_QT


def check(root: QWidget, kept: set[str], where: str) -> None:
    pseudo_language.settle_layout()
    assert untranslated(root, kept) == [], where
    assert list(pseudo_language.clipped(root)) == [], where


def test_every_word_of_the_window_is_translated_and_has_room(nobodys, opened, qtbot):
    window, kept = opened.window, names_from_files(opened)
    samples = {str(label.toolTip()) for label in window.start.findChildren(QWidget)}
    check(window, kept | samples, "start")
    for workspace in ("recolor", "map", "segment", "transfer", "colorize", "sequence", "recolor"):
        window.actions_[workspace].trigger()
        qtbot.waitUntil(lambda: opened.settled, timeout=PATIENCE)
        for bar in (bar for bar in window.findChildren(QTabBar) if bar.isVisible()):
            for tab in range(bar.count()):
                bar.setCurrentIndex(tab)
                qtbot.waitUntil(lambda: opened.settled, timeout=PATIENCE)  # what a tab begins changes words
                check(window, kept | samples, f"{workspace}, {bar.tabText(tab)}")
            bar.setCurrentIndex(0)
        assert window.size().toTuple() == (1280, 800), workspace
        assert window.minimumSizeHint().width() <= 1280, workspace


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_a_page_is_translated_and_has_room(nobodys, opened, qtbot, name):
    opened.store.edit(*edits.colored(opened.document, 2, (20, 90, 200)))
    qtbot.waitUntil(lambda: opened.settled, timeout=PATIENCE)
    before = set(QApplication.topLevelWidgets())
    opened.window.actions_[name].trigger()
    pages = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    qtbot.waitUntil(lambda: opened.batch.idle(), timeout=PATIENCE)
    assert pages, before
    for page in pages:
        kept = names_from_files(opened) | {
            str(label.text()) for label in page.findChildren(QLabel) if "GIMP" in label.text()
        }
        check(page, kept, name)
        page.reject()

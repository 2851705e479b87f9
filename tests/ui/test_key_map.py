"""Keys of commands: the usual ones, those given instead, and that no two commands have the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from palette_studio.ui import key_map
from palette_studio.ui import theme as themes
from palette_studio.ui.actions import COMMANDS, place, plain
from palette_studio.ui.command_search import CommandSearch, Entry, found
from palette_studio.ui.key_map import BY_HAND, BY_NAME
from palette_studio.ui.key_page import NAME, KeyPage

LEFT = Qt.MouseButton.LeftButton
ENTRIES = [
    Entry("export", "Export", "File", "Save the recolored photo as a new file", "Ctrl+E"),
    Entry("export_again", "Export again", "File", "Export as last time", able=False),
    Entry("colorize", "Colorize", "Window", "Give a gray photo color", "F10"),
    Entry("sort_hue", "Hue", "Palette › Sort", "From red to purple"),
]


def names(words):
    return [entry.name for entry in found(words, ENTRIES)]


def press(page, keys):
    page.keys.setKeySequence(QKeySequence(keys))


def choose(page, name):
    page.tree.setCurrentItem(next(row for row in page._rows() if row.data(0, NAME) == name))


@pytest.fixture
def page(qtbot):
    made = KeyPage({})
    qtbot.addWidget(made)
    made.changed_requested.connect(made.set_changed)
    made.show()
    return made


def test_no_two_commands_have_the_same_keys_and_none_those_that_are_read_by_hand():
    keys = [key_map.portable(QKeySequence(key)) for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {key for by_hand, _, _ in BY_HAND for key in by_hand}


def test_changed_keys_are_kept_as_lines_and_read_again():
    changed = {"export": ("Ctrl+E", "Ctrl+Alt+X"), "fit": ()}
    assert key_map.kept(key_map.lines(changed)) == changed


@pytest.mark.parametrize("line", ["", "=", "nonsense=Ctrl+E", "export", "\0", "=Ctrl+E"])
def test_lines_that_mean_nothing_do_no_harm(line):
    assert key_map.kept([line]) in ({}, {"export": ()})


def test_keys_that_are_given_away_go_from_where_they_were():
    changed = key_map.with_keys({}, "fit", ("Ctrl+E",))
    assert changed == {"fit": ("Ctrl+E",), "export": ()}
    back = key_map.with_keys(changed, "export", ("Ctrl+E",))
    assert back == {"fit": ()}
    assert key_map.with_keys(back, "fit", BY_NAME["fit"].keys) == {}


def test_a_command_is_given_keys_on_the_page(page, qtbot):
    choose(page, "fit")
    press(page, "Ctrl+E")
    assert "is now Export" in page.message.text()
    qtbot.mouseClick(page.set_, LEFT)
    rows = {row.data(0, NAME): row.text(1) for row in page._rows()}
    assert (rows["fit"], rows["export"]) == ("Ctrl+E", "")
    press(page, "Ctrl+Alt+9")
    qtbot.mouseClick(page.add, LEFT)
    assert page._changed["fit"] == ("Ctrl+E", "Ctrl+Alt+9")
    qtbot.mouseClick(page.usual, LEFT)
    assert page._changed == {"export": ()}
    qtbot.mouseClick(page.reset, LEFT)
    assert page._changed == {}
    qtbot.mouseClick(page.none, LEFT)
    assert page._changed == {"fit": ()}


@pytest.mark.parametrize("key", ["1", "Esc", "L", "Space"])
def test_keys_that_are_read_by_hand_cannot_be_given(page, key):
    choose(page, "fit")
    press(page, key)
    assert "cannot be given" in page.message.text()
    assert not page.set_.isEnabled() and not page.add.isEnabled()


def test_rows_are_found_by_words_and_by_keys(page):
    page.field.setText("f10")
    seen = [row.text(0) for row in page._rows() if not row.isHidden()]
    assert seen == ["Colorize"]
    page.field.setText("no such thing")
    assert all(head.isHidden() for head, _ in page._sections)


def test_a_command_is_found_by_the_beginnings_of_words():
    assert names("exp") == ["export", "export_again"]
    assert names("photo sa") == ["export"]
    assert names("COLOR")[0] == "colorize"
    assert names("sort") == ["sort_hue"]
    assert names("xyz") == []
    assert names("")[-1] == "export_again", "what would do nothing comes last"


def test_every_command_has_a_name_and_a_place_to_be_found_by():
    for command in COMMANDS:
        entry = Entry(command.name, plain(command), place(command), command.tip)
        assert found(f"{entry.title} {entry.place}".replace("›", ""), [entry]) == [entry], command.name


def test_the_search_asks_for_what_is_chosen_and_never_for_what_would_do_nothing(qtbot):
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 600)
    over.show()
    search, asked = CommandSearch(themes.load("dark"), ENTRIES, over), []
    qtbot.addWidget(search)
    search.command_requested.connect(asked.append)
    search.show()
    qtbot.keyClicks(search.field, "export")
    qtbot.keyClick(search.field, Qt.Key.Key_Down)
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert asked == ["export"], "Export again cannot be reached"

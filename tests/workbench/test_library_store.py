"""The library on the disk: what is kept comes back, and one damaged file spoils nothing else."""

from __future__ import annotations

import json
from collections import deque

import pytest

from palette_studio.core.files import read_palette, write_palette
from palette_studio.core.library import GROUPS, Entry, color_named, searched
from palette_studio.core.palette import MOST, Palette, Swatch
from palette_studio.core.resources import resource
from palette_studio.core.tick import no_tick
from palette_studio.workbench.jobs.library import library_job
from palette_studio.workbench.library_store import IMAGES, RECENT, LibraryStore

DUSK = Palette((Swatch((40, 30, 90), "Night"), Swatch((220, 120, 80), "Glow")))
TWO = Palette.from_colors([(0, 0, 0), (255, 255, 255)])
PRESETS = sorted(resource("palettes").glob("*.gpl"))


@pytest.fixture
def library() -> LibraryStore:
    return LibraryStore()


@pytest.fixture
def folder(home):
    return home / "settings" / "library"


def colors(palette):
    return [swatch.color for swatch in palette.swatches]


def names(library, group, watched=None):
    return [entry.name for entry in library.shelves(watched).entries if entry.group == group]


def test_a_palette_that_is_kept_comes_back_with_its_names(library):
    key = library.keep("Dusk over sea", DUSK)
    entry = next(one for one in LibraryStore().shelves(None).entries if one.key == key)
    assert (entry.name, entry.group, entry.home) == ("Dusk over sea", "mine", "mine")
    assert colors(entry.palette) == colors(DUSK)
    assert entry.palette[1].name == "Glow"


def test_two_of_one_name_are_told_apart(library):
    library.keep("Dusk", DUSK)
    library.keep("Dusk", TWO)
    assert names(library, "mine") == ["Dusk", "Dusk 2"]


def test_names_of_any_letters_are_kept(library):
    for name in ("Закат", "../../dusk", "a" * 200, "???"):
        library.keep(name, DUSK)
    assert set(names(library, "mine")) == {"Закат", "../../dusk", "a" * 100, "???"}


def test_renamed_rewritten_deleted_and_brought_back(library):
    key = library.keep("Dusk", DUSK)
    library.rename(key, "Evening")
    assert names(library, "mine") == ["Evening"]
    library.rewrite(key, TWO)
    assert colors(library.shelves(None).entries[0].palette) == colors(TWO)
    library.restore(key)
    assert colors(library.shelves(None).entries[0].palette) == colors(DUSK)
    library.remove(key)
    assert names(library, "mine") == []
    library.restore(key)
    assert names(library, "mine") == ["Evening"]


def test_favorites_and_recent_ones_stand_in_their_groups_and_in_their_own(library):
    library.star("presets/terracotta.gpl", True)
    for path in PRESETS[: RECENT + 2]:
        library.use(f"presets/{path.name}")
    shelves = library.shelves(None)
    starred = [one for one in shelves.entries if one.favorite]
    assert [(one.name, one.group) for one in starred if one.group != "recent"] == [
        ("Terracotta", "favorites"),
        ("Terracotta", "presets"),
    ]
    recent = [one.path for one in shelves.entries if one.group == "recent"]
    assert recent == PRESETS[: RECENT + 2][::-1][:RECENT]
    library.star("presets/terracotta.gpl", False)
    assert names(library, "favorites") == []


def test_groups_stand_in_their_order(library):
    library.keep("Dusk", DUSK)
    library.keep_image("photo", "here", DUSK)
    library.star("presets/terracotta.gpl", True)
    found = [entry.group for entry in library.shelves(None).entries]
    assert found == sorted(found, key=GROUPS.index)


def test_a_damaged_palette_says_so_and_the_rest_stays(library, folder):
    library.keep("Dusk", DUSK)
    (folder / "mine" / "broken.gpl").write_text("GIMP Palette\nnot a color\n")
    entries = [one for one in library.shelves(None).entries if one.group == "mine"]
    assert [(one.name, bool(one.problem)) for one in entries] == [("broken.gpl", True), ("Dusk", False)]
    assert "broken.gpl is damaged" in entries[0].problem


@pytest.mark.parametrize("text", ["{", "[]", '{"favorites": 3}', '{"recent": []}', "\x00"])
def test_damaged_notes_are_said_once_and_set_aside(library, folder, text):
    library.keep("Dusk", DUSK)
    (folder / "library.json").write_text(text)
    shelves = library.shelves(None)
    assert len(shelves.complaints) == 1 and "library.json is damaged" in shelves.complaints[0]
    assert (folder / "library.json.bad").read_text() == text
    assert library.shelves(None).complaints == ()
    assert names(library, "mine") == ["Dusk"]


def test_of_photos_the_latest_palettes_are_kept(library):
    for number in range(IMAGES + 3):
        library.keep_image(f"photo {number}", f"place {number}", DUSK)
    library.keep_image("photo 3", "elsewhere", TWO)
    found = names(library, "images")
    assert len(found) == IMAGES


def test_a_photo_opened_again_has_one_palette(library):
    library.keep_image("photo", "here", DUSK)
    library.keep_image("photo", "here", TWO)
    entries = [one for one in library.shelves(None).entries if one.group == "images"]
    assert [colors(one.palette) for one in entries] == [colors(TWO)]


def test_a_folder_is_read_in_every_format_and_too_many_colors_are_a_message(library, tmp_path):
    folder = tmp_path / "palettes"
    folder.mkdir()
    for ending in ("ase", "aco", "kpl", "hex"):
        write_palette(folder / f"dusk.{ending}", DUSK)
    (folder / "many.hex").write_text("123456\n" * (MOST + 1))
    (folder / "notes.md").write_text("no palette")
    shelves = library.shelves(folder)
    found = {one.path.name: one for one in shelves.entries if one.group == "folder"}
    assert set(found) == {"dusk.ase", "dusk.aco", "dusk.kpl", "dusk.hex", "many.hex"}
    assert colors(found["dusk.kpl"].palette) == colors(DUSK)
    assert "257 colors" in found["many.hex"].problem
    assert set(shelves.files) == {str(one.path) for one in found.values()}


def test_a_folder_that_is_gone_is_a_complaint(library, tmp_path):
    shelves = library.shelves(tmp_path / "gone")
    assert "gone" in shelves.complaints[0]
    assert any(one.group == "presets" for one in shelves.entries)


def test_a_palette_file_that_was_used_stands_among_the_recent_until_it_is_gone(library, tmp_path):
    path = tmp_path / "dusk.gpl"
    write_palette(path, DUSK)
    library.use(str(path))
    (tmp_path / "broken.gpl").write_text("Dear diary")
    library.use(str(tmp_path / "broken.gpl"))
    assert names(library, "recent") == ["dusk"]
    path.unlink()
    assert names(library, "recent") == []


def test_a_file_is_read_again_when_it_has_changed(library, tmp_path):
    path = tmp_path / "dusk.gpl"
    write_palette(path, DUSK)
    assert names(library, "folder", tmp_path) == ["dusk"]
    write_palette(path, TWO, name="Two")
    assert names(library, "folder", tmp_path) == ["Two"]


def test_changes_of_a_job_that_was_dropped_are_made_by_the_next(library):
    changes = deque([lambda one: one.keep("Dusk", DUSK)])
    library_job(library, changes, None, read=False)
    changes.append(lambda one: one.remove("mine/none.gpl"))
    shelves = library_job(library, changes, None, read=True).run(no_tick)
    assert shelves.fresh == "mine/dusk.gpl"
    assert any(entry.name == "Dusk" for entry in shelves.entries)
    assert len(shelves.complaints) == 1
    assert library_job(library, changes, None, read=False).run(no_tick) is None


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_every_preset_is_own_work_with_a_name_and_no_color_twice(path):
    text = path.read_text(encoding="utf-8")
    assert "CC0 1.0" in text
    palette = read_palette(path)
    assert len(set(colors(palette))) == len(palette) <= MOST
    assert all(swatch.name for swatch in palette.swatches)


def test_there_are_enough_presets_and_two_for_pixels():
    sizes = [len(read_palette(path)) for path in PRESETS]
    assert len(sizes) >= 20 and {2, 4, 16, 32, 216} <= set(sizes)


def entry(name, *swatches):
    return Entry(name, name, "mine", "mine", resource("palettes"), Palette(swatches))


ENTRIES = (
    entry("Dusk", Swatch((10, 120, 125), "Sea")),
    entry("Teal things", Swatch((200, 0, 0), "Fire")),
    entry("Sand", Swatch((210, 180, 140), "Dune"), Swatch((0, 136, 170))),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["Dusk", "Teal things", "Sand"]),
        ("teal", ["Teal things", "Dusk"]),
        ("#0088aa", ["Sand"]),
        ("rgb(200 0 0)", ["Teal things"]),
        ("  DUNE ", ["Sand"]),
        ("dusk", ["Dusk"]),
        ("no such", []),
    ],
)
def test_a_search_finds_names_first_and_then_near_colors(text, found):
    assert [one.name for one in searched(ENTRIES, text)] == found


@pytest.mark.parametrize(
    ("text", "color"),
    [("#08a", (0, 136, 170)), ("rebeccapurple", (102, 51, 153)), ("moss", (98, 112, 44)), ("bed", None)],
)
def test_a_word_is_a_color_where_it_names_one(text, color):
    assert color_named(text) == color


def test_notes_are_plain_json(library, folder):
    library.star("presets/terracotta.gpl", True)
    saved = json.loads((folder / "library.json").read_text())
    assert saved == {"favorites": ["presets/terracotta.gpl"], "recent": []}

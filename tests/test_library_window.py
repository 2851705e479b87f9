"""The library in the whole window: looked at, taken, dragged, kept, named, deleted, exported, followed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from palette_studio.core.files import read_palette, write_palette
from palette_studio.core.files.palette_io import FORMATS, WRITTEN
from palette_studio.core.library import Entry
from palette_studio.core.palette import Palette, Swatch
from palette_studio.ui.palette_dialog import PaletteDialog
from palette_studio.ui.palette_rows import Title

PATIENCE = 60_000
EMBER = "presets/teal-and-ember.gpl"
DUSK = Palette((Swatch((40, 30, 90), "Night"), Swatch((220, 120, 80), "Glow")))


def colors(palette):
    return [swatch.color for swatch in palette.swatches]


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def palettes(studio):
    return studio.window.library_panel.palettes


def titles(studio):
    return {row.group: row.count for row in palettes(studio).model_.rows if isinstance(row, Title)}


def names(studio, group):
    rows = palettes(studio).model_.rows
    return [row.name for row in rows if isinstance(row, Entry) and row.group == group]


def spot(studio, key):
    row = next(n for n, one in enumerate(palettes(studio).model_.rows) if getattr(one, "key", "") == key)
    palettes(studio).scrollTo(palettes(studio).model_.index(row))
    return palettes(studio).colors_of(row).center()


def press(studio, key):
    QTest.mouseClick(palettes(studio).viewport(), Qt.MouseButton.LeftButton, pos=spot(studio, key))


def point(studio, key):
    place = QPointF(spot(studio, key))
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    palettes(studio).mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, plain))


def focus(studio, key):
    rows = palettes(studio).model_.rows
    row = next(n for n, one in enumerate(rows) if getattr(one, "key", "") == key)
    palettes(studio).setFocus()
    palettes(studio).setCurrentIndex(palettes(studio).model_.index(row))


@pytest.fixture
def library(opened_small, qtbot):
    """A photo of 150 x 100 pixels, and the library in front."""
    opened_small.window.side_tabs.show_page(opened_small.window.library_panel)
    qtbot.waitUntil(lambda: bool(titles(opened_small)) and opened_small.settled, timeout=PATIENCE)
    return opened_small


def test_presets_and_the_palette_of_the_photo_stand_under_their_titles(library):
    assert titles(library)["presets"] >= 20
    assert names(library, "images") == ["photo"]


def test_nothing_is_read_while_the_page_is_behind(opened_small):
    assert palettes(opened_small).model_.rows == []


def test_a_click_gives_the_photo_the_colors_of_a_palette_in_one_step(library, qtbot):
    document = library.document
    press(library, EMBER)
    qtbot.waitUntil(lambda: library.document is not document, timeout=PATIENCE)
    ember = next(row for row in palettes(library).model_.rows if getattr(row, "key", "") == EMBER)
    assert library.store.stack.count() == 1
    assert library.store.stack.undoText() == "Colors of Teal and ember"
    assert set(colors(library.document.edited)) == set(colors(ember.palette))
    assert library.document.found is document.found and library.document.workspace == "recolor"
    settle(library, qtbot)
    assert names(library, "recent") == ["Teal and ember"]
    press(library, EMBER)
    qtbot.waitUntil(lambda: bool(library.window.toasts.texts), timeout=PATIENCE)
    assert "already" in library.window.toasts.texts[0]
    library.store.stack.undo()
    assert library.document == document


def test_in_map_a_click_maps_the_photo_and_locks_are_obeyed_in_recolor(library, qtbot):
    library.swatch_desk._on_lock_requested(0)
    kept = library.document.edited[0]
    press(library, EMBER)
    qtbot.waitUntil(lambda: library.document.changed, timeout=PATIENCE)
    assert library.document.edited[0] == kept
    library.window.actions_["map"].trigger()
    settle(library, qtbot)
    press(library, "presets/one-bit.gpl")
    qtbot.waitUntil(lambda: len(library.document.edited) == 2, timeout=PATIENCE)
    settle(library, qtbot)
    shown = library.showing.rendering.full.reshape(-1, 3)
    assert len(np.unique(shown, axis=0)) == 2
    assert sum(swatch.coverage for swatch in library.document.edited.swatches) == pytest.approx(1)


def test_pointing_shows_the_photo_as_it_would_be_and_leaves_no_trace(library, qtbot):
    canvas, document, best = library.window.canvas, library.document, library.showing.rendering
    before = [canvas.color_at("after", x, 50) for x in range(0, 150, 10)]

    def now():
        return [canvas.color_at("after", x, 50) for x in range(0, 150, 10)]

    point(library, EMBER)
    qtbot.waitUntil(lambda: now() != before, timeout=PATIENCE)
    assert library.document is document and library.store.stack.count() == 0
    assert library.showing.rendering is best  # which is what an export and a copy take
    palettes(library).leaveEvent(QEvent(QEvent.Type.Leave))
    assert now() == before and canvas.exact
    settle(library, qtbot)
    assert now() == before


def drag(studio, key, kind=QDragEnterEvent):
    canvas = studio.window.canvas
    mime = QMimeData()
    row = next(one for one in palettes(studio).model_.rows if getattr(one, "key", "") == key)
    number = palettes(studio).model_.rows.index(row)
    mime = palettes(studio).model_.mimeData([palettes(studio).model_.index(number)])
    assert mime.text().startswith("#")
    place, copy = canvas.rect().center(), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    if kind is QDragEnterEvent:
        event = QDragEnterEvent(place, copy, mime, left, plain)
    else:
        event = QDropEvent(QPointF(place), copy, mime, left, plain)
    QApplication.sendEvent(canvas, event)
    return event


def test_a_palette_that_is_dropped_on_the_photo_maps_it(library, qtbot):
    assert drag(library, EMBER).isAccepted()
    assert "Teal and ember" in library.window._status.hint.text()
    assert drag(library, EMBER, QDropEvent).isAccepted()
    qtbot.waitUntil(lambda: library.document.workspace == "map", timeout=PATIENCE)
    assert library.window._status.hint.text() == ""
    assert library.store.stack.count() == 1
    library.store.stack.undo()
    assert library.document.workspace == "recolor"


def test_the_present_palette_is_kept_named_deleted_and_brought_back(library, qtbot):
    wanted = colors(library.document.edited)
    library.window.actions_["save_palette"].trigger()
    qtbot.waitUntil(lambda: names(library, "mine") == ["photo"], timeout=PATIENCE)
    field = palettes(library).findChild(QLineEdit)
    assert field is not None
    field.setText("My dusk")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(library, "mine") == ["My dusk"], timeout=PATIENCE)
    entry = next(
        row
        for row in palettes(library).model_.rows
        if getattr(row, "group", "") == "mine" and isinstance(row, Entry)
    )
    assert colors(entry.palette) == wanted
    focus(library, entry.key)
    QTest.keyClick(palettes(library), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(library, "mine") == [], timeout=PATIENCE)
    assert len(library.document.edited) == 6  # the key removed no swatch
    assert library.window.toasts.texts == ["Deleted My dusk"]  # and Enter on the name took no colors
    library.window.toasts._shown[0]._button.click()
    qtbot.waitUntil(lambda: names(library, "mine") == ["My dusk"], timeout=PATIENCE)


def test_a_preset_stays_and_a_copy_of_it_is_named(library, qtbot):
    focus(library, EMBER)
    QTest.keyClick(palettes(library), Qt.Key.Key_Delete)
    assert "stays" in library.window.toasts.texts[0]
    focus(library, EMBER)
    QTest.keyClick(palettes(library), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: names(library, "mine") == ["Teal and ember"], timeout=PATIENCE)
    assert "Teal and ember" in names(library, "presets")


def test_a_star_makes_a_favorite_and_takes_it_back(library, qtbot):
    point(library, EMBER)
    row = next(n for n, one in enumerate(palettes(library).model_.rows) if getattr(one, "key", "") == EMBER)
    star = palettes(library).star_of(row).center()
    QTest.mouseClick(palettes(library).viewport(), Qt.MouseButton.LeftButton, pos=star)
    qtbot.waitUntil(lambda: names(library, "favorites") == ["Teal and ember"], timeout=PATIENCE)
    palettes(library).star_requested.emit(EMBER)
    qtbot.waitUntil(lambda: names(library, "favorites") == [], timeout=PATIENCE)
    assert library.store.stack.count() == 0


def test_the_menu_of_a_palette_holds_what_its_kind_allows(library):
    def words(key):
        menu = library.library_desk.menu_of(key)
        menu.deleteLater()
        return [action.text() for action in menu.actions() if action.text()]

    assert words(EMBER) == ["Take its colors", "Map the photo to it", "Favorite", "Copy to Mine", "Export…"]
    image = next(row.key for row in palettes(library).model_.rows if getattr(row, "home", "") == "images")
    assert words(image)[-1] == "Delete"


def test_a_search_finds_by_color_and_a_closed_group_opens_for_it(library):
    panel = library.window.library_panel
    QTest.mouseClick(
        palettes(library).viewport(),
        Qt.MouseButton.LeftButton,
        pos=palettes(library).place_of(palettes(library).model_.row_of("presets", "")).center(),
    )
    assert names(library, "presets") == []
    panel.search.setText("teal")
    assert "Teal and ember" in names(library, "presets")
    assert "Warm grays" not in names(library, "presets")
    panel.search.setText("no such thing")
    assert not palettes(library).isVisible()
    panel.search.clear()
    assert palettes(library).isVisible() and names(library, "presets") == []


def test_the_grid_has_two_a_line_and_is_remembered(library):
    panel = library.window.library_panel
    panel.tiles.click()
    assert library.session.settings.palette_grid
    palettes(library).executeDelayedItemsLayout()
    first = palettes(library).model_.row_of("presets", "") + 1
    left, right = palettes(library).place_of(first), palettes(library).place_of(first + 1)
    assert left.top() == right.top() and left.right() < right.left()
    assert left.width() == right.width()


def test_swatches_show_their_exact_colors(library):
    entry = next(row for row in palettes(library).model_.rows if getattr(row, "key", "") == EMBER)
    focus(library, EMBER)
    press_spot = spot(library, EMBER)
    row = palettes(library).model_.rows.index(entry)
    area, count = palettes(library).colors_of(row), len(entry.palette)
    shown = palettes(library).viewport().grab().toImage()
    for n, color in enumerate(colors(entry.palette)):
        pixel = shown.pixelColor(round(area.left() + (n + 0.5) * area.width() / count), press_spot.y())
        assert (pixel.red(), pixel.green(), pixel.blue()) == color


def test_keys_move_take_and_close_groups(library, qtbot):
    focus(library, EMBER)
    spoken = palettes(library).model_.data(
        palettes(library).currentIndex(), Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "Teal and ember, 6 colors"
    QTest.keyClick(palettes(library), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: library.document.changed, timeout=PATIENCE)
    settle(library, qtbot)
    palettes(library).setCurrentIndex(palettes(library).model_.index(0))
    count = len(palettes(library).model_.rows)
    QTest.keyClick(palettes(library), Qt.Key.Key_Return)
    assert len(palettes(library).model_.rows) < count
    QTest.keyClick(palettes(library), Qt.Key.Key_Down)
    assert palettes(library).currentIndex().row() == 1


def test_a_folder_is_followed_while_it_changes(library, qtbot, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    write_palette(folder / "dusk.ase", DUSK)
    library.library_desk.watch(str(folder))
    qtbot.waitUntil(lambda: names(library, "folder") == ["dusk"], timeout=PATIENCE)
    settle(library, qtbot)
    (folder / "broken.gpl").write_text("Dear diary")
    qtbot.waitUntil(lambda: names(library, "folder") == ["broken.gpl", "dusk"], timeout=PATIENCE)
    press(library, str(folder / "broken.gpl"))
    assert "broken.gpl" in library.window.toasts.texts[0]
    settle(library, qtbot)
    write_palette(folder / "broken.gpl", DUSK, name="Whole again")
    qtbot.waitUntil(lambda: names(library, "folder") == ["dusk", "Whole again"], timeout=PATIENCE)
    (folder / "dusk.ase").unlink()
    qtbot.waitUntil(lambda: names(library, "folder") == ["Whole again"], timeout=PATIENCE)
    library.library_desk.watch("")
    qtbot.waitUntil(lambda: names(library, "folder") == [], timeout=PATIENCE)
    assert library.library_desk._watch._watcher.directories() == []


def test_a_palette_file_that_was_opened_stands_among_the_recent(library, qtbot, tmp_path):
    write_palette(tmp_path / "dusk.gpl", DUSK)
    library.file_desk._on_paths_dropped([tmp_path / "dusk.gpl"])
    qtbot.waitUntil(lambda: names(library, "recent") == ["dusk"], timeout=PATIENCE)


@pytest.mark.parametrize("format", WRITTEN)
def test_the_palette_is_exported_in_every_format_and_told_what_it_loses(
    opened_small, qtbot, tmp_path, format
):
    studio = opened_small
    studio.session.remember(export_folder=str(tmp_path))
    studio.window.actions_["export_palette"].trigger()
    dialog = studio.window.findChild(PaletteDialog)
    dialog._format.setCurrentIndex(dialog._format.findData(format))
    path = dialog.path()
    assert path.name == f"photo-palette{FORMATS[format].SUFFIXES[0]}"
    assert dialog._losses.text()
    dialog.accept()
    qtbot.waitUntil(lambda: bool(studio.window.toasts.texts) and studio.settled, timeout=PATIENCE)
    assert colors(read_palette(path))[: len(studio.document.edited)] == colors(studio.document.edited)
    assert studio.session.settings.palette_format == format


def test_without_a_photo_the_library_is_there_and_says_what_is_missing(studio, qtbot):
    studio.window.actions_["hide_panels"].setChecked(False)
    studio.window.hide_panels(False)
    studio.window.side_tabs.show_page(studio.window.library_panel)
    qtbot.waitUntil(lambda: bool(titles(studio)), timeout=PATIENCE)
    assert not studio.window.library_panel.save.isEnabled()
    press(studio, EMBER)
    assert "Open a photo" in studio.window.toasts.texts[0]


def test_what_is_kept_in_the_last_moment_is_on_the_disk(library, home):
    library.window.actions_["save_palette"].trigger()
    library.close()
    assert (home / "settings" / "library" / "mine" / "photo.gpl").is_file()


def test_a_page_that_goes_gives_its_focus_to_no_button(library):
    focus(library, EMBER)
    library.window.side_tabs.show_page(library.window.variations_panel)
    focused = library.window.focusWidget()
    assert focused is None or not library.window.variations_panel.isAncestorOf(focused)

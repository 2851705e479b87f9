"""The main job by keyboard alone: open, choose a swatch, change its color, compare, undo, redo, export.

Keys go where the system would send them: to the window in front, and from there to what has the focus.
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from palette_studio.core.files import read_photo
from palette_studio.core.palette import hex_of
from palette_studio.ui import canvas_menu
from palette_studio.ui.start_page import Thumbnail

PATIENCE = 60_000
MOST_TABS = 200
Key, Held = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Held.ControlModifier, Held.ShiftModifier
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


def press(key, held=Held.NoModifier):
    QTest.keyClick(QApplication.focusWindow(), key, held)


def write(text):
    for sign in text:
        QTest.keyClick(QApplication.focusWindow(), sign)


def tab_to(wanted, key=Key.Key_Tab):
    """Press Tab until what has the focus is wanted, and return that."""
    for _ in range(MOST_TABS):
        focus = QApplication.focusWidget()
        if focus is not None and wanted(focus):
            return focus
        press(key)
    raise AssertionError("no Tab leads there")


def named(name):
    return lambda widget: widget.objectName() == name


def called(words):
    return lambda widget: widget.accessibleName() == words or getattr(widget, "text", str)() == words


@pytest.fixture
def no_mouse(studio):
    """A window that is in front; a mouse in it would fail the test."""

    class Watch(QObject):
        def eventFilter(self, watched, event):
            assert event.type() not in MOUSE
            return False

    watch = Watch()
    studio.window.windowHandle().installEventFilter(watch)
    studio.window.activateWindow()
    yield studio
    studio.window.windowHandle().removeEventFilter(watch)


def stands(studio, qtbot):
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)


def shown(studio):
    return np.array(studio.showing.rendering.full)


def by_the_wheel(qtbot, studio):
    tab_to(named("color_wheel"))
    for _ in range(6):
        press(Key.Key_Right, SHIFT)


def by_hex(qtbot, studio):
    tab_to(named("hex_field"))
    write("#1040c0")
    press(Key.Key_Return)
    press(Key.Key_Escape)  # back to the wheel: letters are commands again


def by_a_number(qtbot, studio):
    tab_to(called("Blue"))
    write("240")
    press(Key.Key_Return)
    press(Key.Key_Escape)


def by_letters(qtbot, studio):
    window = QApplication.focusWindow()
    QTest.keyPress(window, Key.Key_L)
    for _ in range(3):
        QTest.keyClick(window, Key.Key_Up, SHIFT)
    QTest.keyRelease(window, Key.Key_L)


def open_sample(studio, monkeypatch, photo):
    tab_to(lambda widget: isinstance(widget, Thumbnail))
    press(Key.Key_Return)


def open_by_dialog(studio, monkeypatch, photo):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(photo), ""))
    press(Key.Key_O, CTRL)


def export(studio, qtbot, folder):
    """Write a PNG of this name into a folder, by the dialog."""
    press(Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE)
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle(), timeout=PATIENCE)
    for field, text in (("Folder", str(folder)), ("Name", "by-keys")):
        tab_to(called(field))
        press(Key.Key_A, CTRL)
        write(text)
    tab_to(called("Format"))
    write("PNG")
    tab_to(called("Export"))
    press(Key.Key_Return)
    path = folder / "by-keys.png"
    qtbot.waitUntil(lambda: path.exists() and studio.batch.idle(), timeout=PATIENCE)
    assert QApplication.activeModalWidget() is None
    return path


WAYS = [
    (open_sample, by_the_wheel),
    (open_by_dialog, by_hex),
    (open_by_dialog, by_a_number),
    (open_by_dialog, by_letters),
]


@pytest.mark.parametrize(("open_photo", "change"), WAYS)
def test_a_photo_is_recolored_and_exported_by_keys(
    no_mouse, qtbot, monkeypatch, photo, tmp_path, open_photo, change
):
    studio = no_mouse
    open_photo(studio, monkeypatch, photo)
    stands(studio, qtbot)
    strip = tab_to(named("palette_strip"))
    assert studio.window.property("keyboard")  # the ring that says where the keys go
    press(Key.Key_Right)
    press(Key.Key_Right)
    row = studio.session.selected
    assert row == strip.currentIndex().row() > 0
    before, color = shown(studio), studio.document.edited[row].color

    change(qtbot, studio)
    stands(studio, qtbot)
    after = shown(studio)
    assert studio.document.edited[row].color != color
    assert (after != before).any()

    press(Key.Key_W)
    assert studio.window.canvas.compare == "wipe"
    press(Key.Key_W)
    assert studio.window.canvas.compare == "off"
    while studio.store.stack.canUndo():
        press(Key.Key_Z, CTRL)
    stands(studio, qtbot)
    assert (shown(studio) == before).all()
    while studio.store.stack.canRedo():
        press(Key.Key_Z, CTRL | SHIFT)
    stands(studio, qtbot)
    assert (shown(studio) == after).all()

    path = export(studio, qtbot, tmp_path)
    assert (read_photo(path).pixels == after).all()


def test_a_workspace_is_changed_and_a_command_found_by_keys(no_mouse, qtbot, monkeypatch, photo):
    studio = no_mouse
    open_by_dialog(studio, monkeypatch, photo)
    stands(studio, qtbot)
    press(Key.Key_F6)
    stands(studio, qtbot)
    assert studio.document.workspace == "map"
    press(Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not studio.window, timeout=PATIENCE)
    write("recolor")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: studio.document.workspace == "recolor", timeout=PATIENCE)


def test_a_color_that_is_being_typed_is_left_by_esc(no_mouse, qtbot, monkeypatch, photo):
    studio = no_mouse
    open_by_dialog(studio, monkeypatch, photo)
    stands(studio, qtbot)
    steps, color = studio.store.stack.count(), studio.document.edited[0].color
    press(Key.Key_1)
    field = tab_to(named("hex_field"))
    write("#12")
    press(Key.Key_Escape)
    assert field.text() == studio.document.edited[0].hex
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is studio.window.color_panel.wheel
    assert (studio.store.stack.count(), studio.document.edited[0].color) == (steps, color)


def test_a_hint_is_set_moved_sized_and_removed_by_keys(no_mouse, qtbot, monkeypatch, photo):
    studio = no_mouse
    open_by_dialog(studio, monkeypatch, photo)
    stands(studio, qtbot)
    press(Key.Key_F10)
    stands(studio, qtbot)
    tab_to(called("Color this photo"))
    press(Key.Key_Space)
    stands(studio, qtbot)
    tab_to(called("Hints"))
    press(Key.Key_Return)
    stands(studio, qtbot)
    (first,) = studio.document.coloring.hints
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Plus)
    (moved,) = studio.document.coloring.hints
    assert (moved.x > first.x, moved.y, moved.size) == (True, first.y, first.size + 1)
    press(Key.Key_Delete)
    assert studio.document.coloring.hints == ()
    assert len(studio.document.edited) == len(studio.document.found)
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert studio.document.coloring.hints[0].x == moved.x
    stands(studio, qtbot)


@pytest.mark.parametrize("channel", ["gray", "lab"])
def test_a_component_is_chosen_moved_and_widened_by_keys(no_mouse, qtbot, monkeypatch, photo, channel):
    studio = no_mouse
    open_by_dialog(studio, monkeypatch, photo)
    stands(studio, qtbot)
    press(Key.Key_F7)
    stands(studio, qtbot)
    box = studio.window.segment_panel.channel
    tab_to(lambda widget: widget is box)
    press(Key.Key_Home)
    while box.currentData() != channel:
        press(Key.Key_Down)
    stands(studio, qtbot)
    plot = tab_to(named("ab_plot" if channel == "lab" else "mixture_plot"))
    press(Key.Key_PageUp)
    chosen = plot.selected
    press(Key.Key_PageDown)
    assert plot.selected == (chosen + 1) % len(plot.colors)
    for key in (Key.Key_Right, Key.Key_Plus):
        middle, edge = (plot.held_by_keys(plot.selected, rim=rim)[1] for rim in (False, True))
        press(key, SHIFT)
        stands(studio, qtbot)
        now, rim = (plot.held_by_keys(plot.selected, rim=rim)[1] for rim in (False, True))
        assert (now.x() - middle.x(), rim.x() - edge.x()) != (0, 0)
    assert studio.store.stack.canUndo()


def test_the_part_of_a_reference_that_counts_is_framed_by_keys(no_mouse, qtbot, monkeypatch, photo):
    studio = no_mouse
    open_by_dialog(studio, monkeypatch, photo)
    stands(studio, qtbot)
    press(Key.Key_F9)
    stands(studio, qtbot)
    tab_to(called("Reference: none"))
    press(Key.Key_Return)  # the dialog that was put in the place of the system's answers
    qtbot.waitUntil(lambda: studio.document.transfers and studio.settled, timeout=PATIENCE)
    tab_to(called("Reference"))
    press(Key.Key_Minus, SHIFT)
    stands(studio, qtbot)
    assert studio.document.transferring.box == pytest.approx((0.05, 0.05, 0.9, 0.9))
    press(Key.Key_Left)
    stands(studio, qtbot)
    assert studio.document.transferring.box == pytest.approx((0.03, 0.05, 0.9, 0.9))


def to_the_photo(studio, qtbot, monkeypatch, photo):
    open_by_dialog(studio, monkeypatch, photo)
    stands(studio, qtbot)
    tab_to(named("canvas"))
    return studio.window.canvas, studio.window.canvas_menu.cursor


def test_a_swatch_is_chosen_on_the_photo_by_keys(no_mouse, qtbot, monkeypatch, photo):
    studio, heard = no_mouse, []
    canvas, cursor = to_the_photo(studio, qtbot, monkeypatch, photo)
    canvas.clicked.connect(lambda *spot: heard.append(spot))
    canvas.also_clicked.connect(lambda *spot: heard.append(("also", *spot)))
    press(Key.Key_Return)
    middle = cursor.spot
    assert middle == tuple(side // 2 for side in canvas.photo_size)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down)
    x, y = cursor.spot
    assert (x - middle[0], heard) == (10 * (y - middle[1]), [])
    assert canvas.spoken() == f"Pixel {x}, {y}: {hex_of(canvas.color_at('after', x, y))}"
    assert studio.window.readouts._place.text() == f"{x}, {y}"
    press(Key.Key_Return)
    press(Key.Key_Return, CTRL)
    assert heard == [(x, y), ("also", x, y)]
    press(Key.Key_Escape)
    assert cursor.isHidden() and canvas.spoken() == ""


def test_the_cursor_of_the_keys_stays_on_the_photo_and_in_sight(no_mouse, qtbot, monkeypatch, photo):
    canvas, cursor = to_the_photo(no_mouse, qtbot, monkeypatch, photo)
    canvas.zoom_to(8.0)
    press(Key.Key_Return)
    for _ in range(200):
        press(Key.Key_Left, SHIFT)
        assert canvas.rect().contains(cursor.place().toPoint())
    assert cursor.spot[0] == 0
    assert canvas.photo_point(cursor.place()) == cursor.spot


def test_a_color_is_picked_by_keys(no_mouse, qtbot, monkeypatch, photo):
    studio = no_mouse
    canvas, cursor = to_the_photo(studio, qtbot, monkeypatch, photo)
    count = len(studio.document.found)
    press(Key.Key_I)
    assert canvas.tool == "eyedropper"
    press(Key.Key_Right)  # no Return is needed to begin
    press(Key.Key_Right)
    press(Key.Key_Down, SHIFT)
    spot = cursor.spot
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(studio.document.found) == count + 1, timeout=PATIENCE)
    color = tuple(int(part) for part in studio.session.photo.pixels[spot[1], spot[0], :3])
    assert color in [swatch.color for swatch in studio.document.found.swatches]
    assert canvas.tool == "select" and cursor.isHidden()
    stands(studio, qtbot)


def test_the_menu_of_a_place_is_reached_by_keys(no_mouse, qtbot, monkeypatch, photo):
    canvas, cursor = to_the_photo(no_mouse, qtbot, monkeypatch, photo)
    press(Key.Key_Return)
    press(Key.Key_Left, SHIFT)
    place = cursor.place()
    opened = []
    monkeypatch.setattr(canvas_menu, "show_menu", lambda owner, choices, at: opened.append((choices, at)))
    press(Key.Key_F10, SHIFT)
    ((choices, at),) = opened
    assert at == canvas.mapToGlobal(place.toPoint())
    middle = canvas.rect().center()
    dict(choices)["Bring this to the middle"]()
    away = cursor.place().toPoint() - middle
    assert away.manhattanLength() <= 2  # place is rounded to pixels of the screen


def test_the_line_between_original_and_edited_is_moved_by_keys(no_mouse, qtbot, monkeypatch, photo):
    canvas, cursor = to_the_photo(no_mouse, qtbot, monkeypatch, photo)
    press(Key.Key_W)
    view = canvas.view
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Left, SHIFT)
    assert canvas.wipe_at == pytest.approx(0.55) and canvas.view == view
    press(Key.Key_Right)
    assert canvas.view != view
    canvas.fit()
    press(Key.Key_Return)
    for _ in range(9):
        press(Key.Key_Left, SHIFT)
    x, y = cursor.place().x(), cursor.place().y()
    assert x < canvas.width() * canvas.wipe_at  # on the side of the original
    shot = cursor.grab().toImage()
    assert any(shot.pixelColor(int(x) + away, int(y)).alpha() for away in range(4, 18))
    press(Key.Key_Escape)
    press(Key.Key_W)
    canvas.set_showing_original(True)
    view = canvas.view
    press(Key.Key_Left)
    assert canvas.view != view

"""The whole window, offscreen, with real files: the artist's loop and everything that may go wrong in it."""

from __future__ import annotations

import resource
import signal
import struct
import zlib

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from palette_studio.core.document import Document
from palette_studio.core.files import ExportOptions, read_photo, write_palette
from palette_studio.core.palette import Palette
from palette_studio.workbench import edits
from palette_studio.workbench.jobs.export import export_job

PATIENCE = 60_000


def change(studio, row=2, color=(20, 90, 200)):
    studio.store.edit(*edits.colored(studio.document, row, color))


def change_at_rest(studio):
    """Change a swatch so that the exact picture is on its way at once."""
    change(studio)
    studio.showing._settle.stop()
    studio.showing._on_still()


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def complaints(studio):
    return studio.window.toasts.texts


def test_create_window_gives_a_window_and_its_end(qtbot, coffee, warmed):
    from palette_studio.app import create_window

    window, close = create_window([coffee])
    assert isinstance(window, QMainWindow)
    window.show()
    strip = window.findChild(QWidget, "palette_strip")
    qtbot.waitUntil(lambda: strip.model().rowCount() == 6, timeout=PATIENCE)
    for name in ("canvas", "palette_strip", "color_wheel", "lightness_strip", "hex_field", "export_button"):
        assert window.findChild(QWidget, name) is not None, name
    close()
    close()
    window.deleteLater()


def test_an_opened_photo_has_its_palette_without_a_button(opened):
    assert len(opened.document.edited) == 6
    assert sum(s.coverage for s in opened.document.edited.swatches) == pytest.approx(1, abs=1e-3)
    assert len({s.name for s in opened.document.edited.swatches}) == 6


def test_an_unchanged_palette_shows_the_photo_s_own_bytes(opened):
    assert opened.showing.rendering.full is opened.session.photo.pixels


def test_reordering_never_changes_the_picture(opened, qtbot):
    change(opened)
    settle(opened, qtbot)
    before, serial = opened.showing.rendering, opened.showing.serial
    opened.swatch_desk._on_reorder_requested([3, 1, 5, 0, 2, 4])
    assert opened.showing.rendering is before
    assert opened.showing.serial == serial


def test_escape_during_a_drag_restores_and_leaves_no_step(opened, qtbot):
    start, wheel = opened.document, opened.window.color_panel.wheel
    opened.session.select(2)
    grip = wheel.handle_point(2).toPoint()
    qtbot.mousePress(wheel, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(wheel, wheel.rect().center() + QPoint(30, 40))
    assert opened.document.changed
    qtbot.keyClick(wheel, Qt.Key.Key_Escape)
    assert opened.document == start
    assert opened.store.stack.count() == 0
    qtbot.mouseRelease(wheel, Qt.MouseButton.LeftButton, pos=grip)


def test_late_results_never_replace_newer_ones(opened, qtbot):
    shown = []
    opened.window.canvas.painted.connect(shown.append)
    for step in range(200):
        change(opened, color=(step, 255 - step, 40))
        if step % 7 == 0:
            QApplication.sendPostedEvents()
            qtbot.wait(1)
    settle(opened, qtbot)
    assert shown == sorted(shown)
    assert opened.showing.rendering.serial == opened.showing.serial


def test_fewer_and_more_swatches_keep_edited_and_locked_ones(opened, qtbot):
    change(opened, 2)
    opened.swatch_desk._on_lock_requested(0)
    kept = opened.document.edited[0].color, opened.document.edited[2].color
    opened.palette_desk.find_palette(9)
    qtbot.waitUntil(lambda: len(opened.document.edited) == 9, timeout=PATIENCE)
    colors = [s.color for s in opened.document.edited.swatches]
    assert all(color in colors for color in kept)
    assert sum(s.locked for s in opened.document.edited.swatches) == 1
    opened.store.stack.undo()
    assert len(opened.document.edited) == 6


def test_the_eyedropper_adds_a_swatch_and_leaves_the_photo_alone(opened, qtbot):
    opened.canvas_desk._on_picked(100, 50, 8, 8)
    qtbot.waitUntil(lambda: len(opened.document.edited) == 7, timeout=PATIENCE)
    settle(opened, qtbot)
    assert opened.showing.rendering.full is opened.session.photo.pixels
    assert opened.session.selected == 6
    assert sum(s.coverage for s in opened.document.edited.swatches) == pytest.approx(1, abs=1e-3)


def test_a_click_on_the_canvas_selects_its_swatch(opened, qtbot):
    from palette_studio.core.recolor import weights

    canvas = opened.window.canvas
    point = canvas.rect().center()
    x, y = canvas.photo_point(point.toPointF())
    color = opened.session.photo.pixels[y, x, :3]
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    assert opened.session.selected == int(weights(color[None], opened.document.found)[0].argmax())


def test_the_readouts_name_the_pixel_before_and_after(opened, qtbot):
    change(opened)
    settle(opened, qtbot)
    canvas, heard = opened.window.canvas, []
    readouts = opened.window.readouts
    readouts.set_probe, real = heard.append, readouts.set_probe
    qtbot.mouseMove(canvas, canvas.rect().center())
    qtbot.waitUntil(lambda: bool(heard))
    probe = next(p for p in heard if p is not None)
    full, photo = opened.showing.rendering.full, opened.session.photo.pixels
    assert probe.before == tuple(photo[probe.y, probe.x, :3])
    assert probe.after == tuple(full[probe.y, probe.x, :3])
    real(probe)
    assert probe.name


def test_a_hovered_swatch_dims_the_rest_and_leaving_restores(opened, qtbot):
    canvas = opened.window.canvas
    plain = canvas.grab().toImage()
    opened.palette_desk._on_swatch_hovered(4)
    qtbot.waitUntil(lambda: canvas._veil is not None, timeout=PATIENCE)
    assert canvas.grab().toImage() != plain
    opened.palette_desk._on_swatch_hovered(-1)
    assert canvas.grab().toImage() == plain


def test_compare_shows_both_sides_through_one_view(opened, qtbot):
    change(opened)
    settle(opened, qtbot)
    canvas, actions = opened.window.canvas, opened.window.actions_
    actions["side_by_side"].trigger()
    left, right = canvas._panes()
    assert (left.side, right.side) == ("before", "after")
    assert left.area.size() == right.area.size()
    actions["wipe"].trigger()
    assert canvas.compare == "wipe"
    assert not actions["side_by_side"].isChecked()
    actions["wipe"].trigger()
    assert canvas.compare == "off"
    actions["before"].trigger()
    assert [pane.side for pane in canvas._panes()] == ["before"]


def test_histograms_count_every_pixel_exactly(opened, qtbot):
    change(opened)
    settle(opened, qtbot)
    full = opened.showing.rendering.full
    wanted = np.stack([np.bincount(full[..., n].ravel(), minlength=256) for n in range(3)])
    panel = opened.window.histogram_panel
    qtbot.waitUntil(lambda: (panel._after.rgb == wanted).all(), timeout=PATIENCE)


def test_export_and_command_line_give_identical_pixels(opened, qtbot, tmp_path, coffee):
    from palette_studio.cli import main

    change(opened)
    settle(opened, qtbot)
    by_window, by_command = tmp_path / "window.png", tmp_path / "command.png"
    job = export_job(opened.document, by_window, ExportOptions(format="png"), None)
    with qtbot.waitSignal(
        opened.batch.finished, timeout=PATIENCE, check_params_cb=lambda done, _: done is job
    ):
        opened.batch.submit(job)
    lists = [",".join(s.hex for s in p.swatches) for p in (opened.document.found, opened.document.edited)]
    assert main(["recolor", str(coffee), "--from", lists[0], "--to", lists[1], "-o", str(by_command)]) == 0
    pixels = [read_photo(path).pixels for path in (by_window, by_command)]
    assert (pixels[0] == pixels[1]).all()
    assert (pixels[0] == opened.showing.rendering.full).all()


def test_a_bad_file_is_a_message_and_the_last_good_picture_stays(opened, qtbot, tmp_path):
    bad = tmp_path / "holiday.png"
    bad.write_text("this is no picture")
    document = opened.document
    opened.open(bad)
    qtbot.waitUntil(lambda: bool(complaints(opened)), timeout=PATIENCE)
    assert "holiday.png" in complaints(opened)[0]
    assert opened.document is document
    change(opened)
    settle(opened, qtbot)


@pytest.mark.parametrize("name", ["holiday.png", "holiday.palettestudio"])
def test_a_file_that_fails_to_open_never_costs_the_exact_picture(opened, qtbot, tmp_path, name):
    bad = tmp_path / name
    bad.write_text("this is neither")
    change_at_rest(opened)
    opened.open(bad)
    qtbot.waitUntil(lambda: bool(complaints(opened)), timeout=PATIENCE)
    settle(opened, qtbot)


def test_opening_that_is_canceled_never_costs_the_exact_picture(opened, qtbot, coffee):
    change_at_rest(opened)
    opened.open(coffee)
    opened.window.cancel_requested.emit()
    settle(opened, qtbot)
    assert len(opened.document.edited) > 0
    assert opened.document.changed


def claims_60000_squared() -> bytes:
    """A PNG of one row whose header claims 60000 x 60000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0))
    row = chunk(b"IDAT", zlib.compress(bytes(1 + 3 * 60000)))
    return b"\x89PNG\r\n\x1a\n" + header + row + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["empty", "text", "cut off", "too large", "folder", "missing"])
def test_what_cannot_be_opened_is_named_and_nothing_is_lost(opened, qtbot, tmp_path, coffee, kind):
    path = tmp_path / "holiday.png"
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        jpeg = coffee.read_bytes()
        content = {
            "empty": b"",
            "text": b"Dear diary",
            "cut off": jpeg[: len(jpeg) // 2],
            "too large": claims_60000_squared(),
        }
        path.write_bytes(content[kind])
    document, picture = opened.document, opened.showing.rendering
    opened.open(path)
    qtbot.waitUntil(lambda: bool(complaints(opened)), timeout=PATIENCE)
    text = complaints(opened)[0]
    assert "holiday.png" in text
    assert "Traceback" not in text
    assert len(text.split(".")) >= 3, f"it says what to do: {text}"
    assert opened.document is document
    assert opened.showing.rendering is picture
    if kind == "too large":
        assert "60000 × 60000" in text
        assert "120 MP" in text


def test_gray_16_bit_gray_and_cmyk_photos_open_and_recolor(studio, qtbot, tmp_path):
    import cv2

    noise = np.random.default_rng(0)
    _, deep = cv2.imencode(".png", noise.integers(0, 65536, (40, 50), np.uint16))
    (tmp_path / "deep.png").write_bytes(deep.tobytes())
    Image.fromarray(noise.integers(0, 256, (40, 50), np.uint8)).save(tmp_path / "gray.jpg")
    Image.fromarray(noise.integers(0, 256, (40, 50, 4), np.uint8), "CMYK").save(tmp_path / "ink.jpg")
    for name in ("deep.png", "gray.jpg", "ink.jpg"):
        studio.open(tmp_path / name)
        qtbot.waitUntil(
            lambda n=name: (
                getattr(studio.session.photo, "name", "") == n
                and len(studio.document.edited) > 0
                and studio.settled
            ),
            timeout=PATIENCE,
        )
        change(studio, 0)
        settle(studio, qtbot)
        assert studio.showing.rendering.full.dtype == studio.session.photo.pixels.dtype
    assert all(text.endswith("were set aside.") for text in complaints(studio))


def test_an_export_that_cannot_be_written_is_named_and_the_next_one_works(opened, qtbot, tmp_path):
    change(opened)
    gone = tmp_path / "gone" / "picture.png"
    opened.batch.submit(export_job(opened.document, gone, ExportOptions(format="png"), None))
    qtbot.waitUntil(lambda: bool(complaints(opened)), timeout=PATIENCE)
    assert "gone" in complaints(opened)[0]
    here = tmp_path / "here.png"
    opened.batch.submit(export_job(opened.document, here, ExportOptions(format="png"), None))
    qtbot.waitUntil(lambda: any("here.png" in text for text in complaints(opened)), timeout=PATIENCE)
    assert here.exists()


def test_a_full_disk_is_named_and_leaves_nothing_behind(opened, qtbot, tmp_path):
    change(opened)
    settle(opened, qtbot)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, old[1]))  # no file may grow beyond: the disk is full
    try:
        full = opened.showing.rendering.full
        opened.batch.submit(
            export_job(opened.document, tmp_path / "a.png", ExportOptions(format="png"), full)
        )
        qtbot.waitUntil(lambda: bool(complaints(opened)), timeout=PATIENCE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    assert "a.png" in complaints(opened)[0]
    assert not [path for path in tmp_path.iterdir() if path.suffix in (".png", ".tmp")]


def test_the_source_cannot_be_exported_onto(studio, qtbot, tmp_path, coffee):
    mine = tmp_path / "mine.jpg"
    mine.write_bytes(coffee.read_bytes())
    studio.open(mine)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    change(studio)
    studio.batch.submit(export_job(studio.document, mine, ExportOptions(format="jpeg"), None))
    qtbot.waitUntil(lambda: bool(complaints(studio)), timeout=PATIENCE)
    assert mine.read_bytes() == coffee.read_bytes()


def test_messages_do_not_pile_up(opened, qtbot, tmp_path):
    for number in range(6):
        opened.open(tmp_path / f"missing-{number}.png")
        qtbot.waitUntil(
            lambda n=number: any(f"missing-{n}" in t for t in complaints(opened)), timeout=PATIENCE
        )
    assert len(complaints(opened)) == 3


@pytest.mark.parametrize(
    "shape", [(1, 1), (40, 12000), (3, 3)], ids=["one pixel", "12000 x 40", "nine pixels"]
)
def test_odd_sizes_open_recolor_and_zoom(studio, qtbot, tmp_path, shape):
    pixels = np.random.default_rng(0).integers(0, 256, (*shape, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "odd.png")
    studio.open(tmp_path / "odd.png")
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.settled, timeout=PATIENCE)
    change(studio, 0)
    settle(studio, qtbot)
    studio.window.canvas.zoom_to(1.0)
    studio.window.canvas.zoom_to(40.0)
    assert not studio.window.canvas.grab().isNull()


def test_gray_and_transparent_photos_work_too(studio, qtbot, tmp_path):
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (50, 60), np.uint8)).save(tmp_path / "gray.png")
    clear = np.zeros((40, 50, 4), np.uint8)
    clear[10:, :, :] = (200, 60, 20, 255)
    Image.fromarray(clear).save(tmp_path / "clear.png")
    for name in ("gray.png", "clear.png"):
        studio.open(tmp_path / name)
        qtbot.waitUntil(
            lambda n=name: (
                studio.session.photo is not None
                and studio.session.photo.name == n
                and len(studio.document.edited) > 0
                and studio.settled
            ),
            timeout=PATIENCE,
        )
        change(studio, 0)
        settle(studio, qtbot)
        assert studio.showing.rendering.full.shape == studio.session.photo.pixels.shape


def test_every_theme_dresses_the_window_without_a_restart(opened):
    shots = []
    for name in ("light", "neutral", "dark"):
        opened._on_theme_requested(name)
        shots.append(opened.window.grab().toImage())
    assert shots[0] != shots[1] != shots[2]


def test_removing_says_so_and_offers_undo(opened):
    opened.session.select(1)
    name = opened.document.edited[1].name
    opened.swatch_desk._on_remove()
    assert len(opened.document.edited) == 5
    assert complaints(opened) == [f"Removed {name}"]


def test_letters_select_and_nudge(opened, qtbot):
    window = opened.window
    window.canvas.setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_3)
    assert opened.session.selected == 2
    before = opened.document.edited[2].color
    qtbot.keyPress(window.windowHandle(), Qt.Key.Key_L)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Up)
    qtbot.keyRelease(window.windowHandle(), Qt.Key.Key_L)
    after = opened.document.edited[2].color
    assert sum(after) > sum(before)


def test_two_hundred_steps_can_be_undone(opened, qtbot):
    start = opened.document
    for step in range(200):
        change(opened, step % 6, (step, 100, 255 - step))
    for _ in range(200):
        opened.store.stack.undo()
    assert opened.document == start
    assert opened.showing.rendering.full is opened.session.photo.pixels


def test_preferences_take_effect_at_once_and_refuse_nonsense(opened, qtbot, coffee):
    from palette_studio.ui.number_field import NumberField
    from palette_studio.ui.preferences import Preferences

    opened.pages._on_preferences()
    page = opened.window.findChild(Preferences)
    limit = next(f for f in page.findChildren(NumberField) if f.accessibleName() == "Largest photo")
    limit.selectAll()
    qtbot.keyClicks(limit, "many")
    qtbot.keyClick(limit, Qt.Key.Key_Return)
    assert opened.session.settings.most_megapixels == 120
    assert "many" in page._message.text()
    limit.selectAll()
    qtbot.keyClicks(limit, "1")
    qtbot.keyClick(limit, Qt.Key.Key_Return)
    assert opened.session.settings.most_megapixels == 1
    opened.open(coffee.with_name("mountain-path.jpg"))
    qtbot.waitUntil(lambda: bool(complaints(opened)), timeout=PATIENCE)
    assert "up to 1 MP" in complaints(opened)[0]


def test_settings_outlive_the_window(opened):
    from palette_studio.workbench import settings

    opened._on_theme_requested("neutral")
    opened.close()
    assert settings.load().theme == "neutral"


def test_the_window_fits_small_screens(opened):
    opened.window.resize(1000, 700)
    assert opened.window.width() <= 1000
    assert opened.window.height() <= 700


def test_an_empty_studio_shows_the_start_page(studio):
    assert studio.window.start.isVisible()
    assert isinstance(studio.document, Document)
    assert not studio.window.actions_["export"].isEnabled()


def test_dialogs_open_and_close_a_hundred_times(opened, qtbot):
    for turn in range(100):
        (opened.pages._on_keys, opened.pages._on_preferences, opened.file_desk._on_export)[turn % 3]()
        opened.session._dialog.reject()
        qtbot.wait(1)
    change(opened)
    settle(opened, qtbot)


def test_the_start_page_is_dressed_anew_with_every_theme(studio, qtbot):
    for turn in range(12):
        studio._on_theme_requested(("light", "neutral", "dark")[turn % 3])
        qtbot.wait(1)
    assert studio.window.start.isVisible()


def test_a_copied_result_pastes_as_a_photo_and_a_copied_file_opens(opened, qtbot, coffee):
    change(opened)
    settle(opened, qtbot)
    full = opened.showing.rendering.full
    opened.file_desk._on_copy_picture()
    opened.file_desk._on_paste()
    qtbot.waitUntil(lambda: opened.session.photo.name == "Pasted photo" and opened.settled, timeout=PATIENCE)
    assert (opened.session.photo.pixels == full).all()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(coffee))])
    QGuiApplication.clipboard().setMimeData(mime)
    opened.file_desk._on_paste()
    qtbot.waitUntil(lambda: opened.session.photo.name == coffee.name, timeout=PATIENCE)


def test_pasting_what_is_no_photo_says_so(opened):
    QGuiApplication.clipboard().setText("hello")
    opened.file_desk._on_paste()
    QGuiApplication.clipboard().clear()
    opened.file_desk._on_paste()
    assert "holds no photo" in complaints(opened)[-1]


def test_a_dropped_file_opens(studio, qtbot, coffee):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(coffee))])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    drop = QDropEvent(QPoint(50, 50).toPointF(), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    studio.window.dropEvent(drop)
    qtbot.waitUntil(lambda: len(studio.document.edited) == 6, timeout=PATIENCE)


@pytest.mark.parametrize("suffix", ["gpl", "ase", "kpl", "css"])
def test_a_palette_of_any_format_dropped_on_a_photo_is_taken(opened, qtbot, tmp_path, suffix):
    path = tmp_path / f"ours.{suffix}"
    write_palette(path, Palette.from_colors([(200, 30, 40), (20, 90, 200), (240, 240, 200)]))
    opened.file_desk._on_paths_dropped([path])
    qtbot.waitUntil(lambda: len(opened.document.edited) == 3, timeout=PATIENCE)
    assert opened.document.edited[0].color == (200, 30, 40)


def test_a_drag_shows_the_whole_photo_even_from_a_hovered_handle(opened, qtbot):
    wheel, canvas = opened.window.color_panel.wheel, opened.window.canvas
    opened.session.select(2)
    grip = wheel.handle_point(2).toPoint()
    qtbot.mouseMove(wheel, grip)
    qtbot.waitUntil(lambda: canvas._veil is not None, timeout=PATIENCE)
    qtbot.mousePress(wheel, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(wheel, wheel.rect().center() + QPoint(30, 40))
    settle(opened, qtbot)
    assert canvas._veil is None
    qtbot.mouseRelease(wheel, Qt.MouseButton.LeftButton, pos=wheel.rect().center())


def test_a_pinned_region_is_not_found_again_for_every_color(opened, qtbot):
    opened.window.actions_["region"].setChecked(True)
    qtbot.waitUntil(lambda: opened.window.canvas._veil is not None, timeout=PATIENCE)
    settle(opened, qtbot)
    veil = opened.window.canvas._veil_pixels
    change(opened)
    settle(opened, qtbot)
    assert opened.window.canvas._veil_pixels is veil

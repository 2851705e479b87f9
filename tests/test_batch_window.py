"""The batch in the window: photos, progress and results in one dialog, beside the work on one photo."""

from __future__ import annotations

import os
import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from palette_studio.core.project import project_of, write_project

PATIENCE = 60_000


@pytest.fixture
def edited(opened_small):
    """A studio whose photo has a changed palette."""
    document = opened_small.document
    opened_small.store.edit("Edit", document.with_color(1, (58, 110, 165)))
    return opened_small


@pytest.fixture
def folder(tmp_path, photo):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(5):
        shutil.copy(photo, folder / f"{number}.png")
    return folder


@pytest.fixture
def dialog(edited, folder, qtbot):
    edited.window.actions_["batch"].trigger()
    made = edited.batch_desk.dialog
    add(made, qtbot, folder)
    return made


def add(dialog, qtbot, path):
    """Add a photo or a folder, and wait until it has been looked into."""
    dialog.add([path])
    qtbot.waitUntil(lambda: not dialog._added, timeout=PATIENCE)


def press(dialog, qtbot):
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)


def finish(studio, qtbot):
    qtbot.waitUntil(lambda: not studio.batch_desk.dialog.running, timeout=PATIENCE)


def words(dialog) -> list[str]:
    return [dialog.list.model_.words(path) for path in dialog.list.model_.paths]


def test_a_folder_is_done_as_the_window_exports(edited, dialog, folder, qtbot, tmp_path):
    assert dialog.isVisible() and not dialog.isModal()
    assert "Results go to" in dialog._target.text() and str(folder / "recolored") in dialog._target.text()
    press(dialog, qtbot)
    assert dialog.running and dialog.export_button.text() == "Stop"
    finish(edited, qtbot)
    assert words(dialog) == ["Done"] * 5 and dialog._target.text() == "5 done"
    from palette_studio.core.files import ExportOptions
    from palette_studio.core.tick import no_tick
    from palette_studio.workbench.jobs.export import export_job

    export_job(edited.document, tmp_path / "own.png", ExportOptions(), None).run(no_tick)
    assert (folder / "recolored" / "0-recolored.png").read_bytes() == (tmp_path / "own.png").read_bytes()


def test_start_again_does_only_what_is_left(edited, dialog, folder, qtbot):
    (folder / "bad.jpg").write_text("no photo")
    add(dialog, qtbot, folder)
    press(dialog, qtbot)
    finish(edited, qtbot)
    assert dialog._target.text() == "5 done, 1 failed"
    assert [text for text in words(dialog) if text.startswith("Failed: bad.jpg is a text")]
    (folder / "recolored" / "3-recolored.png").unlink()
    press(dialog, qtbot)
    finish(edited, qtbot)
    assert dialog._target.text() == "1 done, 4 done before, 1 failed"


def test_names_and_format_are_kept_for_the_next_start(edited, dialog, qtbot):
    dialog._name.setText("{name}-of-many")
    dialog._format.setCurrentIndex(dialog._format.findData("webp"))
    press(dialog, qtbot)
    finish(edited, qtbot)
    edited.batch_desk.dialog = None  # as at the next start
    edited.window.actions_["batch"].trigger()
    again = edited.batch_desk.dialog.wish()
    assert (again.template, again.conflict, again.kind) == ("{name}-of-many", "unique", "webp")


def test_stopping_keeps_what_is_done_and_start_goes_on(edited, dialog, folder, qtbot, coffee):
    for number in range(20):
        shutil.copy(coffee, folder / f"large-{number}.jpg")
    add(dialog, qtbot, folder)
    press(dialog, qtbot)
    qtbot.waitUntil(lambda: words(dialog).count("Done") >= 2, timeout=PATIENCE)
    press(dialog, qtbot)
    finish(edited, qtbot)
    done = words(dialog).count("Done")
    assert 2 <= done < 25 and "to do: Start goes on" in dialog._target.text()
    assert set(words(dialog)) <= {"Done", "Waiting"}
    assert not list((folder / "recolored").glob("*.tmp"))
    press(dialog, qtbot)
    finish(edited, qtbot)
    assert (
        f"{done} done before" in dialog._target.text()
        and len(list((folder / "recolored").glob("*.png"))) == 25
    )


def test_previews_and_edits_go_on_meanwhile(edited, dialog, folder, qtbot, coffee):
    for number in range(12):
        shutil.copy(coffee, folder / f"large-{number}.jpg")
    add(dialog, qtbot, folder)
    press(dialog, qtbot)
    qtbot.waitUntil(lambda: "In work" in words(dialog), timeout=PATIENCE)
    edited.store.edit("Edit", edited.document.with_color(0, (200, 30, 30)))
    qtbot.waitUntil(lambda: edited.settled, timeout=PATIENCE)
    assert dialog.running
    finish(edited, qtbot)
    first = (folder / "recolored" / "0-recolored.png").read_bytes()
    assert (folder / "recolored" / "4-recolored.png").read_bytes() == first


def test_closing_the_window_stops_at_once_and_leaves_whole_files(edited, dialog, folder, qtbot, coffee):
    from palette_studio.core.files import read_photo

    for number in range(20):
        shutil.copy(coffee, folder / f"large-{number}.jpg")
    add(dialog, qtbot, folder)
    press(dialog, qtbot)
    qtbot.waitUntil(lambda: "Done" in words(dialog), timeout=PATIENCE)
    edited.window.close()
    edited.close()
    qtbot.waitUntil(lambda: not edited.batch_desk.engine._thread.isRunning(), timeout=PATIENCE)
    made = sorted((folder / "recolored").glob("*.png"))
    assert made and len(made) < 25
    for path in made:
        read_photo(path)
    assert {path.suffix for path in (folder / "recolored").iterdir()} == {".png", ".jsonl"}


def test_what_a_batch_says_after_the_window_has_closed_reaches_no_dialog(edited, dialog, qtbot, monkeypatch):
    press(dialog, qtbot)
    qtbot.waitUntil(lambda: len(edited.batch_desk._items) > 0, timeout=PATIENCE)
    said = []
    monkeypatch.setattr(dialog, "end", lambda *_: said.append("end"))
    edited.window.setWindowModified(False)
    edited.window.close()
    qtbot.waitUntil(edited.batch_desk.engine.idle, timeout=PATIENCE)
    assert not said


def test_a_recipe_file_needs_no_photo_in_the_window(studio, folder, qtbot, tmp_path):
    from palette_studio.core.document import Document
    from palette_studio.core.palette import Palette

    colors = Palette.from_colors([(36, 23, 17), (217, 199, 168)])
    document = Document(found=colors, edited=colors.with_color(0, (58, 110, 165)))
    write_project(tmp_path / "look.palettestudio", project_of(document))
    studio.window.actions_["batch"].trigger()
    dialog = studio.batch_desk.dialog
    assert "Add photos" in dialog._target.text() and not dialog.export_button.isEnabled()
    add(dialog, qtbot, folder / "0.png")
    assert "choose a recipe" in dialog._target.text() and not dialog.export_button.isEnabled()
    dialog.choose_recipe(tmp_path / "look.palettestudio")
    press(dialog, qtbot)
    finish(studio, qtbot)
    assert words(dialog) == ["Done"]


def test_what_cannot_be_is_said_in_the_dialog(edited, dialog, folder, qtbot, tmp_path):
    dialog._name.setText("{nonsense}")
    assert "{nonsense}" in dialog._target.text() and not dialog.export_button.isEnabled()
    dialog._name.setText("{name}")
    dialog._folder.setText(str(folder / "0.png"))
    press(dialog, qtbot)
    finish(edited, qtbot)
    assert "is a file, not a folder" in dialog._target.text()
    (tmp_path / "broken.json").write_text("{}")
    dialog.choose_recipe(tmp_path / "broken.json")
    press(dialog, qtbot)
    finish(edited, qtbot)
    assert "broken.json is no project" in dialog._target.text()


def test_files_and_folders_are_dropped_and_taken_out(edited, dialog, folder, qtbot, coffee):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(coffee)), QUrl.fromLocalFile(str(folder))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    dialog.list.dropEvent(event)
    qtbot.waitUntil(lambda: not dialog._added, timeout=PATIENCE)
    assert [path.name for path in dialog.list.model_.paths] == [*(f"{n}.png" for n in range(5)), "coffee.jpg"]
    assert dialog._count.text() == "6" and not dialog.buttons["remove"].isEnabled()
    dialog.list.setCurrentIndex(dialog.list.model_.index(5))
    assert dialog.buttons["remove"].isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert len(dialog.list.model_.paths) == 5
    dialog.buttons["clear"].click()
    assert not dialog.list.model_.paths and not dialog.export_button.isEnabled()


def test_a_double_click_shows_the_folder_of_the_result(edited, dialog, folder, qtbot, monkeypatch):
    from palette_studio.studio import batch_desk

    opened = []
    monkeypatch.setattr(batch_desk.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.list.activated.emit(dialog.list.model_.index(0))
    press(dialog, qtbot)
    finish(edited, qtbot)
    dialog.list.activated.emit(dialog.list.model_.index(0))
    assert opened == [str(folder), str(folder / "recolored")]


def test_a_dialog_out_of_sight_works_on_and_says_when_it_is_done(edited, dialog, qtbot):
    press(dialog, qtbot)
    dialog.close()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    assert "The batch is done: 5 photos" in " ".join(edited.window.toasts.texts)


def test_everything_in_the_dialog_has_a_name_and_is_reached_by_keys(dialog):
    for button in dialog.findChildren(QPushButton):
        assert (button.text() and not button.autoDefault()) or button is dialog.export_button
    for part in (dialog.list, dialog.bar, dialog._recipe, dialog._format, dialog._quality, dialog._folder):
        assert part.accessibleName()
    assert dialog.list.focusPolicy() & Qt.FocusPolicy.TabFocus
    told = dialog.list.model_.data(dialog.list.model_.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "0.png"


def test_no_process_stays_behind(edited, dialog, qtbot):
    import multiprocessing

    press(dialog, qtbot)
    finish(edited, qtbot)
    assert not multiprocessing.active_children() and os.getpid()


def test_photos_can_be_added_and_taken_out_while_folders_are_looked_into(
    edited, dialog, folder, qtbot, tmp_path
):
    more = tmp_path / "more"
    more.mkdir()
    for name in ("a.png", "b.png"):
        shutil.copy(folder / "0.png", more / name)
    dialog.add([more / "a.png"])
    assert "Looking" in dialog._target.text() and not dialog.export_button.isEnabled()
    dialog.add([more])
    dialog.list.setCurrentIndex(dialog.list.model_.index(0))
    dialog.remove()
    qtbot.waitUntil(lambda: not dialog._added, timeout=PATIENCE)
    assert [path.name for path in dialog.list.model_.paths] == [
        *(f"{n}.png" for n in range(1, 5)),
        "a.png",
        "b.png",
    ]
    dialog.add([folder])
    dialog._on_clear()
    qtbot.waitUntil(edited.session.files.idle, timeout=PATIENCE)
    assert not dialog.list.model_.paths

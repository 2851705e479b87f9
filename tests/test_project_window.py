"""Projects in the window: saved, opened, asked for, brought back; after a crash the edits are offered."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from palette_studio.core.home import recovery_folder
from palette_studio.studio import Studio
from palette_studio.ui.question import Question
from palette_studio.ui.recent import RecentMenu
from palette_studio.ui.recovery_dialog import RecoveryDialog
from palette_studio.ui.start_page import Thumbnail
from palette_studio.workbench import edits, recovery
from palette_studio.workbench.recovery import About, Run

PATIENCE = 60_000


def change(studio, row=2, color=(20, 90, 200)):
    studio.store.edit(*edits.colored(studio.document, row, color))


def settle(studio, qtbot):
    qtbot.waitUntil(lambda: studio.settled, timeout=PATIENCE)


def press(studio, name):
    studio.window.actions_[name].trigger()


def name_next(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def saved(studio, qtbot, monkeypatch, path):
    name_next(monkeypatch, path)
    press(studio, "save")
    settle(studio, qtbot)
    return path


def answer(studio, text: str) -> None:
    """Press the button of the question that is asked."""
    assert isinstance(studio.session._dialog, Question)
    buttons = studio.session._dialog.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()


@pytest.fixture
def another(qtbot, warmed):
    """A way to start the program again; all that were started end."""
    started = []

    def start() -> Studio:
        studio = Studio()
        started.append(studio)
        qtbot.addWidget(studio.window)
        studio.window.show()
        qtbot.waitUntil(lambda: studio.canvas_desk.warm, timeout=PATIENCE)
        qtbot.waitUntil(lambda: all(engine.idle() for engine in studio.session.engines), timeout=PATIENCE)
        return studio

    yield start
    for studio in started:
        studio.close()


def killed(document_of: Studio, about: About) -> None:
    """Leave what a run leaves that is killed with these edits."""
    from palette_studio.core.project import project_of, write_project

    run = Run()
    write_project(run.document, project_of(document_of.document))
    run.note(about)
    assert run._lock is not None
    os.close(run._lock)


def test_a_saved_project_opens_as_it_was_left(opened_small, qtbot, tmp_path, monkeypatch):
    change(opened_small)
    assert opened_small.window.isWindowModified()
    press(opened_small, "wipe")
    settle(opened_small, qtbot)
    left, picture = opened_small.document, opened_small.showing.rendering.full
    path = saved(opened_small, qtbot, monkeypatch, tmp_path / "mine")
    assert not opened_small.window.isWindowModified()
    path = path.with_suffix(".palettestudio")
    assert path.is_file()
    press(opened_small, "wipe")
    change(opened_small, 0, (200, 10, 10))
    opened_small.open(path)
    qtbot.waitUntil(lambda: opened_small.document.edited == left.edited, timeout=PATIENCE)
    settle(opened_small, qtbot)
    assert np.array_equal(opened_small.showing.rendering.full, picture)
    assert opened_small.window.canvas.compare == "wipe"
    assert opened_small.window.windowTitle().startswith("mine.palettestudio[*]")
    assert not opened_small.window.isWindowModified()
    assert str(path) in opened_small.session.settings.recent


def test_save_again_asks_no_more(opened_small, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "again.palettestudio"
    saved(opened_small, qtbot, monkeypatch, path)
    first = path.read_bytes()
    name_next(monkeypatch, "")
    change(opened_small)
    press(opened_small, "save")
    settle(opened_small, qtbot)
    assert path.read_bytes() != first and not opened_small.window.isWindowModified()


def test_a_project_that_cannot_be_saved_stays_unsaved(opened_small, qtbot, tmp_path, monkeypatch):
    change(opened_small)
    saved(opened_small, qtbot, monkeypatch, tmp_path / "nowhere" / "x.palettestudio")
    assert opened_small.window.isWindowModified()
    assert "there is no folder" in opened_small.window.toasts.texts[-1]
    saved(opened_small, qtbot, monkeypatch, tmp_path / "x.palettestudio")
    assert not opened_small.window.isWindowModified()


@pytest.mark.parametrize("text", ["Save", "Discard", "Cancel"])
def test_closing_with_edits_asks(opened_small, qtbot, tmp_path, monkeypatch, text):
    window, path = opened_small.window, tmp_path / "closing.palettestudio"
    name_next(monkeypatch, path)
    change(opened_small)
    window.close()
    assert window.isVisible()
    answer(opened_small, text)
    if text == "Cancel":
        assert window.isVisible() and not opened_small._closed
    else:
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    assert path.exists() == (text == "Save")


def test_closing_without_edits_asks_nothing(opened_small):
    opened_small.window.close()
    assert not opened_small.window.isVisible()


def test_a_save_at_the_end_that_fails_keeps_the_window(opened_small, qtbot, tmp_path, monkeypatch):
    name_next(monkeypatch, tmp_path / "nowhere" / "x")
    change(opened_small)
    opened_small.window.close()
    answer(opened_small, "Save")
    settle(opened_small, qtbot)
    assert opened_small.window.isVisible() and opened_small.window.isWindowModified()


def test_a_photo_that_moved_beside_the_project_is_found(opened_small, qtbot, tmp_path, monkeypatch, photo):
    change(opened_small)
    beside = tmp_path / "projects"
    beside.mkdir()
    path = saved(opened_small, qtbot, monkeypatch, beside / "a.palettestudio")
    shutil.move(photo, beside)
    wanted = opened_small.document.edited
    press(opened_small, "undo")
    opened_small.open(path)
    qtbot.waitUntil(lambda: opened_small.document.edited == wanted, timeout=PATIENCE)
    assert opened_small.session.photo.origin.path == beside / photo.name


def test_a_photo_that_is_gone_is_asked_for(opened_small, qtbot, tmp_path, monkeypatch, photo):
    change(opened_small)
    path = saved(opened_small, qtbot, monkeypatch, tmp_path / "a.palettestudio")
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    shutil.move(photo, hidden / "renamed.png")
    wanted = opened_small.document.edited
    press(opened_small, "undo")
    opened_small.open(path)
    settle(opened_small, qtbot)
    assert opened_small.session._dialog.text == f"Where is {photo.name}?"
    assert opened_small.document.edited != wanted
    monkeypatch.setattr(opened_small.session, "choose_photo", lambda _: hidden / "renamed.png")
    answer(opened_small, "Find…")
    qtbot.waitUntil(lambda: opened_small.document.edited == wanted, timeout=PATIENCE)


def test_a_photo_that_changed_is_said_to_have(opened_small, qtbot, tmp_path, monkeypatch, photo, coffee):
    path = saved(opened_small, qtbot, monkeypatch, tmp_path / "a.palettestudio")
    shutil.copy(coffee, photo)
    opened_small.open(path)
    qtbot.waitUntil(lambda: "has changed" in "".join(opened_small.window.toasts.texts), timeout=PATIENCE)


def test_a_damaged_project_leaves_what_is_there(opened_small, qtbot, tmp_path):
    (tmp_path / "bad.palettestudio").write_text('{"format": "palette-studio-project", "version": 1, "x": 1}')
    before = opened_small.document
    opened_small.open(tmp_path / "bad.palettestudio")
    qtbot.waitUntil(lambda: bool(opened_small.window.toasts.texts), timeout=PATIENCE)
    assert "bad.palettestudio is no project" in opened_small.window.toasts.texts[0]
    assert opened_small.document is before


def test_a_recipe_is_one_step_on_another_photo(opened_small, qtbot, tmp_path, monkeypatch, coffee):
    change(opened_small)
    wanted = opened_small.document.edited
    name_next(monkeypatch, tmp_path / "look.palettestudio")
    press(opened_small, "save_recipe")
    settle(opened_small, qtbot)
    assert "photo" not in json.loads((tmp_path / "look.palettestudio").read_text())
    assert opened_small.window.isWindowModified()
    opened_small.open(coffee)
    qtbot.waitUntil(lambda: opened_small.session.photo.name == coffee.name, timeout=PATIENCE)
    settle(opened_small, qtbot)
    opened_small.open(tmp_path / "look.palettestudio")
    qtbot.waitUntil(lambda: opened_small.document.edited == wanted, timeout=PATIENCE)
    settle(opened_small, qtbot)
    assert opened_small.store.stack.count() == 1
    press(opened_small, "undo")
    assert opened_small.document.edited != wanted


def test_a_recipe_without_a_photo_says_what_to_do(studio, qtbot, tmp_path):
    (tmp_path / "r.palettestudio").write_text('{"format": "palette-studio-recipe", "version": 1}')
    studio.open(tmp_path / "r.palettestudio")
    qtbot.waitUntil(lambda: "Open a photo first" in "".join(studio.window.toasts.texts), timeout=PATIENCE)


def test_edits_of_a_photo_that_is_replaced_can_be_brought_back(opened_small, qtbot, coffee):
    change(opened_small)
    wanted = opened_small.document.edited
    opened_small.open(coffee)
    qtbot.waitUntil(lambda: opened_small.session.photo.name == coffee.name, timeout=PATIENCE)
    settle(opened_small, qtbot)
    assert opened_small.window.toasts.texts == ["The edits of photo.png were set aside."]
    press(opened_small, "reopen")
    qtbot.waitUntil(lambda: opened_small.document.edited == wanted, timeout=PATIENCE)
    assert opened_small.window.isWindowModified() and opened_small.session.project is None


def test_edits_are_offered_after_a_crash(opened_small, qtbot, another, photo):
    change(opened_small)
    wanted = opened_small.document.edited
    killed(opened_small, About("photo.png", "", 1.7e9))
    again = another()
    dialog = again.session._dialog
    assert isinstance(dialog, RecoveryDialog)
    assert dialog.list.item(0).text().startswith("photo.png\nEdited ")
    dialog.recover.click()
    qtbot.waitUntil(lambda: again.document.edited == wanted, timeout=PATIENCE)
    assert again.window.isWindowModified()
    settle(again, qtbot)
    left = list(recovery_folder().iterdir())
    assert left == [again.recovery_desk._run.folder], "the old run is gone, the new one has the edits"
    again.close()
    assert list(recovery_folder().iterdir()) == []


def test_discarded_edits_are_not_offered_again(opened_small, another):
    killed(opened_small, About("photo.png"))
    another().session._dialog.discard.click()
    assert another().session._dialog is None


def test_edits_left_for_later_are_offered_again(opened_small, another):
    killed(opened_small, About("photo.png"))
    another().session._dialog.later.click()
    assert isinstance(another().session._dialog, RecoveryDialog)


def test_edits_that_a_run_died_of_twice_are_kept_but_not_offered(opened_small, qtbot, another):
    change(opened_small)
    killed(opened_small, About("photo.png", blamed=True))
    again = another()
    assert again.session._dialog is None and again.session.photo is None
    qtbot.waitUntil(lambda: bool(again.window.toasts.texts), timeout=PATIENCE)
    assert "ended twice with the edits of photo.png" in again.window.toasts.texts[0]
    kept = list((recovery_folder() / recovery.KEPT_FOLDER).iterdir())
    assert len(kept) == 1
    again.open(kept[0])
    qtbot.waitUntil(lambda: again.document.edited == opened_small.document.edited, timeout=PATIENCE)


def test_two_runs_at_once_do_not_take_each_other_s_edits(opened_small, qtbot, another):
    change(opened_small)
    opened_small.recovery_desk._on_due()
    settle(opened_small, qtbot)
    assert opened_small.recovery_desk._run.document.exists()
    assert another().session._dialog is None


def test_saved_edits_are_not_kept_twice(opened_small, qtbot, tmp_path, monkeypatch):
    change(opened_small)
    opened_small.recovery_desk._on_due()
    saved(opened_small, qtbot, monkeypatch, tmp_path / "a.palettestudio")
    assert not opened_small.recovery_desk._run.document.exists()


def test_the_report_can_be_copied(studio, qtbot):
    from PySide6.QtGui import QGuiApplication

    press(studio, "report")
    qtbot.waitUntil(lambda: studio.window.toasts.texts == ["Copied the report"], timeout=PATIENCE)
    assert "Palette Studio" in QGuiApplication.clipboard().text()


def test_a_crash_report_is_shown_with_what_a_bug_report_needs(another, home):
    run = Run()
    with run.crash_file() as file:
        file.write("Fatal Python error: Segmentation fault\n")
    os.close(run._lock)
    again = another()
    assert "error inside" in again.window.toasts.texts[0]
    assert "Segmentation fault" in again.recovery_desk._report
    assert '"program": "Palette Studio' in again.recovery_desk._report


def test_recent_files_are_shown_with_how_they_look(opened_small, qtbot, tmp_path, monkeypatch, another):
    from PIL import Image

    change(opened_small, 0, (255, 0, 255))
    path = saved(opened_small, qtbot, monkeypatch, tmp_path / "pink.palettestudio")
    opened_small.close()
    again = another()
    recent = [one for one in again.window.start.findChildren(Thumbnail) if one.path.suffix != ".jpg"]
    assert [one.path for one in recent] == [path, tmp_path / "photo.png"]
    with Image.open(recent[0]._shown) as project, Image.open(recent[1]._shown) as photo:
        assert project.size == photo.size
        assert project.tobytes() != photo.tobytes()
    menu = again.window.findChild(RecentMenu)
    menu.aboutToShow.emit()
    (tmp_path / "photo.png").unlink()
    menu.aboutToShow.emit()
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [
        ("pink.palettestudio", True),
        ("photo.png", False),
    ]


def test_a_sequence_is_kept_with_its_frames(studio, qtbot, tmp_path, monkeypatch):
    from PIL import Image

    folder = tmp_path / "frames"
    folder.mkdir()
    for number in range(4):
        Image.new("RGB", (40, 30), (60 * number, 90, 30)).save(folder / f"{number}.png")
    studio.open(folder)
    qtbot.waitUntil(lambda: len(studio.document.edited) > 0 and studio.live.idle(), timeout=PATIENCE)
    change(studio, 0)
    wanted = studio.document.edited
    name_next(monkeypatch, tmp_path / "film.palettestudio")
    press(studio, "save")
    qtbot.waitUntil(lambda: not studio.window.isWindowModified(), timeout=PATIENCE)
    press(studio, "undo")
    studio.open(tmp_path / "film.palettestudio")
    qtbot.waitUntil(lambda: studio.document.edited == wanted, timeout=PATIENCE)
    assert studio.document.frames.count == 4 and studio.session.watching
    qtbot.waitUntil(lambda: studio.session.frame is not None, timeout=PATIENCE)


def test_settings_are_written_while_the_window_is_open(opened_small, qtbot, home, photo):
    kept = home / "settings" / "settings.json"
    qtbot.waitUntil(kept.exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: opened_small.session._saved == opened_small.session.settings, timeout=PATIENCE)
    assert json.loads(kept.read_text())["recent"] == [str(photo)]


def test_settings_that_cannot_be_written_are_told_once(opened_small, qtbot, monkeypatch):
    from palette_studio.core.files import FileError
    from palette_studio.workbench.jobs import keeping

    def fail(*_: object) -> None:
        raise FileError("settings.json could not be written: the disk is full.")

    monkeypatch.setattr(keeping, "save", fail)
    for swatches in (7, 8):
        opened_small.session.remember(swatches=swatches)
        opened_small.session._on_soon()
        qtbot.waitUntil(opened_small.session.files.idle, timeout=PATIENCE)
    assert opened_small.window.toasts.texts == ["settings.json could not be written: the disk is full."]


def test_a_preview_of_the_photo_before_never_stands_on_an_edited_project(opened, qtbot, tmp_path):
    from PIL import Image

    from palette_studio.core.files import read_photo
    from palette_studio.core.project import project_of, write_project
    from palette_studio.workbench.jobs.rendering import Area, preview_job

    Image.new("RGB", (1, 1), (200, 30, 60)).save(tmp_path / "dot.png")
    edited = edits.colored(opened.document, 2, (20, 90, 200))[1]
    dot = replace(edited, photo=read_photo(tmp_path / "dot.png"))
    write_project(tmp_path / "dot.palettestudio", project_of(dot))
    change(opened)
    last = len(opened.session.photo.levels) - 1
    height, width = opened.session.photo.levels[last].shape[:2]
    late = preview_job(opened.document, Area(last, 0, 0, width, height), opened.showing.serial)
    late = late.run(lambda *_: None)
    settle(opened, qtbot)
    shown = []
    opened.store.changed.connect(lambda old, new: shown.append(opened.showing.show(late)))
    opened.open(tmp_path / "dot.palettestudio")
    qtbot.waitUntil(lambda: opened.document.photo.name == "dot.png", timeout=PATIENCE)
    opened.window.canvas.grab()
    settle(opened, qtbot)
    assert shown

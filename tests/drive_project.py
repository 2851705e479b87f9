"""Projects with a real mouse: saved, closed by mistake, opened again, brought back, recovered after a crash.

Run under Xvfb: ``xvfb-run -a python tests/drive_project.py``. Prints one line a step; asserts pixels.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import numpy as np
import shiboken6
from PySide6.QtWidgets import QDialog, QPushButton

sys.path.insert(0, str(Path(__file__).parent))
from drive_craft import drag_handle
from drive_transfer import result, settle
from window_driver import ROOT, Driver, driven, leave, say

PHOTO = ROOT / "resources" / "samples" / "bowl-with-fig.jpg"
OTHER = ROOT / "resources" / "samples" / "cat.jpg"


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    photo, project = folder / "bowl.jpg", folder / "bowl.palettestudio"
    shutil.copy(PHOTO, photo)
    digest = hashlib.sha256(photo.read_bytes()).hexdigest()
    open_photo(driver, photo)
    drag_handle(driver, 1, 100)
    settle(driver)
    save(driver, project)
    saved = result(driver)
    close_by_mistake(driver)
    set_aside_and_bring_back(driver)
    open_again(driver, project, saved)
    recover(driver)
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == digest
    say("the photo itself is as it was")


def open_photo(driver: Driver, photo: Path) -> None:
    studio = driver.studio
    studio.open(photo)
    driver.until(
        lambda: studio.session.photo is not None and studio.session.photo.name == photo.name, "the photo"
    )
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "its palette")


def save(driver: Driver, project: Path) -> None:
    window = driver.window
    assert window.isWindowModified()
    driver.answer_with(project, lambda: driver.key("ctrl+s"))
    driver.until(lambda: not window.isWindowModified(), "a saved project")
    assert project.is_file() and window.windowTitle().startswith("bowl.palettestudio[*]")
    say(f"saved as {project.name}, {project.stat().st_size / 1000:.1f} KB")


def close_by_mistake(driver: Driver) -> None:
    """Edit on, press the keys that close the window, and think better of it."""
    drag_handle(driver, 2, -80)
    settle(driver)
    before = result(driver)
    driver.key("ctrl+w")
    press(driver, "Cancel")
    assert driver.window.isVisible() and driver.window.isWindowModified()
    np.testing.assert_array_equal(result(driver), before)
    say("the window asked before it closed, and stayed")


def set_aside_and_bring_back(driver: Driver) -> None:
    """Open another photo over unsaved edits, and bring them back."""
    studio, before = driver.studio, result(driver)
    open_photo(driver, OTHER)
    driver.until(lambda: any("set aside" in text for text in studio.window.toasts.texts), "the message")
    driver.key("ctrl+shift+t")
    driver.until(lambda: studio.session.photo.name == "bowl.jpg", "the edits")
    settle(driver)
    np.testing.assert_array_equal(result(driver), before)
    assert driver.window.isWindowModified()
    say("edits set aside by another photo were brought back, every pixel")


def open_again(driver: Driver, project: Path, saved: np.ndarray) -> None:
    studio = driver.studio
    studio.open(project)
    driver.until(lambda: studio.session.project == project, "the project")
    settle(driver)
    np.testing.assert_array_equal(result(driver), saved)
    assert not driver.window.isWindowModified()
    say("the project opened as it was saved, every pixel")


def recover(driver: Driver) -> None:
    """Edit, leave what a killed run leaves, and take it up as the next start does."""
    from palette_studio.core.home import recovery_folder

    studio = driver.studio
    drag_handle(driver, 1, 60)
    settle(driver)
    edited = result(driver)
    desk = studio.recovery_desk
    driver.until(lambda: desk._run.document.exists(), "what is kept by itself")
    dead = recovery_folder() / "20260101-000000-dead"
    shutil.copytree(desk._run.folder, dead)
    for _ in range(2):
        driver.key("ctrl+z")
    driver.until(lambda: not studio.store.stack.canUndo(), "no edits")
    desk.look()
    press(driver, "Recover")
    driver.until(lambda: studio.store.stack.count() == 0 and driver.window.isWindowModified(), "the edits")
    settle(driver)
    np.testing.assert_array_equal(result(driver), edited)
    assert studio.session.project is not None
    driver.until(lambda: not dead.exists(), "the end of what the dead run has left")
    say("edits of a run that died were offered and recovered, every pixel")


def press(driver: Driver, text: str) -> None:
    """Press a button of the dialog that has come up."""
    found: list[QPushButton] = []

    def there() -> bool:
        dialog = driver.studio.session._dialog
        if isinstance(dialog, QDialog) and dialog.isVisible():
            found[:] = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
        return bool(found)

    driver.until(there, f"a button {text}")
    driver.pause(0.3)
    driver.click(found[0])
    driver.until(lambda: not shiboken6.isValid(found[0]), "the end of that dialog")


if __name__ == "__main__":
    leave(main())

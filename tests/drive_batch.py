"""A batch with a real mouse: one edit for a folder of photos, one damaged, while the window is worked in.

Run under Xvfb: ``xvfb-run -a python tests/drive_batch.py``. Prints one line a step; asserts pixels.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))
from drive_craft import drag_handle
from drive_project import open_photo
from drive_transfer import result, settle
from window_driver import ROOT, Driver, driven, leave, say

SAMPLES = ROOT / "resources" / "samples"
NAMES = ("bowl-with-fig", "cat", "coffee", "rocket")


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    photos = folder / "photos"
    photos.mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / f"{name}.jpg", photos)
    (photos / "damaged.jpg").write_bytes(b"\xff\xd8\xff\xe0 no photo")
    digests = sums(photos)
    open_photo(driver, photos / f"{NAMES[0]}.jpg")
    drag_handle(driver, 1, 100)
    settle(driver)
    edited = result(driver)
    start(driver, photos)
    go_on_editing(driver)
    done = compare(driver, photos / "recolored", edited)
    do_the_rest(driver, photos / "recolored", done)
    assert sums(photos) == digests
    say("the photos themselves are as they were")


def sums(folder: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.glob("*.jpg")}


def start(driver: Driver, photos: Path) -> None:
    """Open the dialog, add a folder, choose PNG, press Start."""
    driver.key("ctrl+b")
    desk = driver.studio.batch_desk
    driver.until(lambda: desk.dialog is not None and desk.dialog.isVisible(), "the dialog")
    driver.pause(0.3)
    dialog = desk.dialog
    driver.choose_file(dialog.buttons["folder"], photos)
    driver.until(lambda: dialog.list.model_.rowCount() == len(NAMES) + 1, "the photos in the list")
    dialog._format.setCurrentIndex(dialog._format.findData("png"))
    driver.click(dialog.export_button)
    driver.until(lambda: dialog.running, "work")
    say(f"{dialog.list.model_.rowCount()} photos begun")


def go_on_editing(driver: Driver) -> None:
    """The window goes on with another edit, which is not that of the batch."""
    driver.window.activateWindow()
    driver.window.raise_()
    drag_handle(driver, 2, -80)
    settle(driver)
    driver.until(lambda: not driver.studio.batch_desk.dialog.running, "the end of the batch")
    assert driver.window.isWindowModified()


def compare(driver: Driver, folder: Path, edited: np.ndarray) -> dict[str, int]:
    """The photo of the window was made as the window showed it, and the damaged one is told."""
    dialog = driver.studio.batch_desk.dialog
    states = sorted(item.state for item in dialog._items.values())
    assert states == ["done"] * len(NAMES) + ["failed"], states
    reasons = [item.reason for item in dialog._items.values() if item.reason]
    assert len(reasons) == 1 and "damaged.jpg" in reasons[0]
    made = {one.name: one.stat().st_mtime_ns for one in folder.glob("*.png")}
    assert sorted(made) == sorted(f"{name}-recolored.png" for name in NAMES), made
    with Image.open(folder / f"{NAMES[0]}-recolored.png") as image:
        np.testing.assert_array_equal(np.asarray(image), edited)
    say(f"{len(made)} done as the window showed it when it began; of the damaged one it says: {reasons[0]}")
    return made


def do_the_rest(driver: Driver, folder: Path, done: dict[str, int]) -> None:
    """Start again: the edit is another one by now, so all are done anew, beside those that are there."""
    dialog = driver.studio.batch_desk.dialog
    dialog.raise_()
    driver.click(dialog.export_button)
    driver.until(lambda: dialog.running, "work again")
    driver.until(lambda: not dialog.running, "the end of it")
    made = {one.name: one.stat().st_mtime_ns for one in folder.glob("*.png")}
    assert len(made) == 2 * len(NAMES) and done.items() <= made.items(), made
    say("another edit, started again: new files beside the first ones, which stay")
    driver.click(dialog.cancel_button)
    driver.until(lambda: not dialog.isVisible(), "the end of the dialog")


if __name__ == "__main__":
    leave(main())

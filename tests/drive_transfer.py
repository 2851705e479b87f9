"""The Transfer workspace with a real mouse: a file from another program, strength, method, a swatch.

Run under Xvfb: ``xvfb-run -a python tests/drive_transfer.py``. Prints one line a step; asserts pixels.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

sys.path.insert(0, str(Path(__file__).parent))
from drive_window import drag_a_handle, export
from window_driver import ROOT, Driver, driven, leave, say

SAMPLES = ROOT / "resources" / "samples"
PHOTO, REFERENCE = SAMPLES / "coffee.jpg", SAMPLES / "mountain-path.jpg"
CORNER = 10, 900  # of the screen, below the window: where the other program stands


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    """Open, drop a reference, drag strength, change the method, pair two colors, drag a swatch, export."""
    studio = driver.studio
    studio.open(PHOTO)
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
    driver.key("F9")
    panel = studio.window.transfer_panel
    driver.until(panel.well.isVisible, "the well")
    drop(driver, REFERENCE, panel.well)
    settle(driver)
    say(f"{REFERENCE.name} dropped: {studio.window.hue_panel.numbers.accessibleName()}")
    drag_strength(driver)
    pair(driver)
    change_method(driver)
    compare_with_the_command_line(driver, folder)
    drag_swatch(driver, folder)


def settle(driver: Driver) -> None:
    studio = driver.studio
    driver.until(lambda: studio.settled and not studio.document.stale, "the exact picture")


def result(driver: Driver) -> np.ndarray:
    return driver.studio.showing.rendering.full


def drop(driver: Driver, path: Path, target: QWidget) -> None:
    """Drag a file from another program's window."""
    words = [sys.executable, str(ROOT / "tests" / "drag_source.py"), str(path), *map(str, CORNER)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        driver.pause(0.5)
        end = target.mapToGlobal(target.rect().center())
        start = QPoint(CORNER[0] + 30, CORNER[1] + 30)
        steps = ["mousemove", f"{start.x()}", f"{start.y()}", "mousedown", "1"]
        for share in (0.05, 0.3, 0.6, 0.9, 0.97, 1.0):
            at = start + (end - start) * share
            steps += ["sleep", "0.1", "mousemove", f"{at.x()}", f"{at.y()}"]
        driver._do(*steps, "sleep", "0.3", "mouseup", "1")
        driver.until(lambda: driver.studio.document.transferring.reference is not None, "the reference")
        program.terminate()


def drag_strength(driver: Driver) -> None:
    studio, dial = driver.studio, driver.studio.window.transfer_panel.dials["strength"]
    steps = studio.store.stack.count()
    driver.slide(dial.slider, 40, moves=48)
    frames = len(driver.frames.shown)
    driver.release()
    settle(driver)
    strength = studio.document.transferring.strength
    assert abs(strength - 0.4) < 0.03, strength
    assert studio.store.stack.count() == steps + 1, "a drag is one step"
    assert frames >= 3, f"{frames} pictures while the button was down"
    say(f"strength dragged to {strength:.0%}: {frames} pictures while the button was down")
    driver.key("ctrl+z")
    settle(driver)
    assert studio.document.transferring.strength == 1


def pair(driver: Driver) -> None:
    """Draw a line from the photo's second color to the reference's last one, and take it back."""
    studio, rows = driver.studio, driver.studio.window.transfer_panel.pairs
    driver.until(lambda: len(rows._palettes[1]) > 0, "the palettes")
    start, end = (rows.chip(place).center().toPoint() for place in ((0, 1), (1, 5)))
    driver.drag(rows, [start + (end - start) * (n / 8) for n in range(9)], 1 / 60)
    driver.release()
    driver.until(lambda: studio.document.transferring.pairs == ((1, 5),), "the pair")
    settle(driver)
    say(f"two colors paired, by {studio.document.transferring.method}")
    driver.key("ctrl+z")
    settle(driver)


def change_method(driver: Driver) -> None:
    """Choose another method by the keys of its list."""
    studio, before = driver.studio, result(driver)
    box = studio.window.transfer_panel.method
    driver.click(box)
    driver.until(lambda: box.view().isVisible(), "the list of methods")
    driver._do("key", "Down", "Return")
    driver.until(lambda: studio.document.transferring.method != "full-color-even", "another method")
    settle(driver)
    assert (result(driver) != before).any()
    say(f"method changed to {studio.document.transferring.method}")


def compare_with_the_command_line(driver: Driver, folder: Path) -> None:
    from palette_studio.core.files import read_photo

    method, out = driver.studio.document.transferring.method, folder / "line.png"
    words = ["transfer", str(PHOTO), "--reference", str(REFERENCE), "--method", method, "-o", str(out)]
    line = subprocess.Popen([sys.executable, "-m", "palette_studio", *words])
    driver.until(lambda: line.poll() is not None, "the command line")
    np.testing.assert_array_equal(read_photo(out).pixels, result(driver))
    say("the command line gives the same pixels")


def drag_swatch(driver: Driver, folder: Path) -> None:
    """Go on in Recolor: a swatch of the new palette is dragged across the wheel, then all of it exported."""
    from palette_studio.core.files import read_photo

    studio, before = driver.studio, result(driver)
    driver.key("F5")
    driver.until(studio.window.color_panel.wheel.isVisible, "the wheel")
    driver.pause(0.3)  # the panels find their places
    drag_a_handle(driver, studio, 1)
    settle(driver)
    moved = (result(driver) != before).any(-1).mean()
    assert moved > 0.1, f"{moved:.0%} of the pixels changed"
    target = export(driver, driver.window, folder)
    np.testing.assert_array_equal(read_photo(target).pixels, result(driver))
    say(f"a swatch of the new palette dragged ({moved:.0%} of the pixels), exported as {target.name}")


if __name__ == "__main__":
    leave(main())

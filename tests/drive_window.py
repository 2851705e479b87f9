"""The artist's job from start to end with a real mouse in a real window; asserts pixels.

Run under Xvfb: ``xvfb-run -a python tests/drive_window.py``. Prints one line a step.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QToolButton

sys.path.insert(0, str(Path(__file__).parent))
from window_driver import ROOT, Driver, driven, leave, say

MOVES = 24


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    """Open, drag, undo, redo, compare, export."""
    from palette_studio.core.files import read_photo

    photo = ROOT / "resources" / "samples" / "coffee.jpg"
    studio, source = driver.studio, photo.read_bytes()
    studio.open(photo)
    driver.until(lambda: len(studio.document.edited) > 0, "a palette")
    say(f"palette of {photo.name}: {', '.join(s.hex for s in studio.document.edited.swatches)}")
    row = colorful(studio)
    driver.until(lambda: studio.settled, "the exact picture")
    before = studio.document
    drag_a_handle(driver, studio, row)
    after = studio.document
    assert after.edited[row].color != before.edited[row].color, "the drag moved the swatch"
    assert studio.store.stack.count() == 1, "one gesture is one step"
    full = studio.showing.rendering.full
    assert (full != studio.session.photo.pixels).any(), "the photo followed"
    compare_screen(driver, studio)
    driver.key("ctrl+z")
    driver.until(lambda: studio.document.edited == before.edited and studio.settled, "the undo")
    assert studio.showing.rendering.full is studio.session.photo.pixels, "undone, not one byte differs"
    driver.key("ctrl+shift+z")
    driver.until(lambda: studio.document == after and studio.settled, "the redo")
    assert (studio.showing.rendering.full == full).all(), "redone, all is as it was"
    say("undo and redo give the same pixels")
    wipe(driver, studio)
    target = export(driver, driver.window, folder)
    written = read_photo(target)
    assert (written.pixels == full).all(), "the file holds what the window showed"
    assert photo.read_bytes() == source, "the source was not touched"
    say(f"exported {target.name}: the same pixels as shown")


def colorful(studio: object) -> int:
    from palette_studio.core import color

    lch = color.srgb_to_oklch(studio.document.edited.colors / 255.0)
    return int(np.argmax(lch[:, 1]))


def drag_a_handle(driver: object, studio: object, row: int) -> None:
    """Select the swatch on the strip, drag its handle across the wheel, count the frames before release."""
    strip = studio.window.palette_panel.strip
    driver.click(strip.viewport(), strip.chip_rect(row).center())
    driver.until(lambda: studio.window.color_panel.wheel.selected == row, "the selection")
    wheel = studio.window.color_panel.wheel
    start = wheel.handle_point(row).toPoint()
    middle = wheel.rect().center()
    end = middle + (middle - start)
    path = [start + (end - start) * (n / MOVES) for n in range(MOVES + 1)]
    driver.drag(wheel, path, 1 / 60)
    frames = len({serial for _, serial in driver.frames.shown})
    order = [serial for _, serial in driver.frames.shown]
    assert frames >= 3, f"the canvas followed while the button was down: {frames} frames"
    assert order == sorted(order), "no older color after a newer one"
    driver.release()
    driver.until(lambda: studio.settled, "the exact picture after the drag")
    say(f"{frames} distinct frames before release")


def compare_screen(driver: object, studio: object) -> None:
    """What is on the screen is the result: compare one grabbed pixel with the array."""
    canvas = studio.window.canvas
    canvas.zoom_to(1.0)
    driver.pause(0.3)
    point = canvas.rect().center()
    x, y = canvas.photo_point(point.toPointF())
    shot = canvas.grab().toImage().pixelColor(point)
    shown = (shot.red(), shot.green(), shot.blue())
    wanted = tuple(int(v) for v in studio.showing.rendering.full[y, x, :3])
    assert shown == wanted, f"the screen shows {shown}, the result holds {wanted}"
    canvas.fit()
    say("the screen shows the result's own bytes at 100 %")


def wipe(driver: object, studio: object) -> None:
    """Turn the wipe on from the toolbar, drag its line: left of it the original, right of it the edit."""
    window, canvas = studio.window, studio.window.canvas
    button = next(b for b in window.findChildren(QToolButton) if b.defaultAction() is window.actions_["wipe"])
    driver.click(button)
    driver.until(lambda: canvas.compare == "wipe", "the wipe")
    middle = canvas.rect().center()
    far = QPoint(middle.x() + canvas.width() // 8, middle.y())
    driver.drag(canvas, [middle, (middle + far) / 2, far], 1 / 60)
    driver.release()
    driver.until(lambda: abs(canvas.wipe_at - far.x() / canvas.width()) < 0.02, "the wipe's line")
    sides = [canvas._pane_at(p.toPointF()).side for p in (middle, far + QPoint(20, 0))]
    assert sides == ["before", "after"], sides
    say("the wipe follows the mouse")


def export(driver: object, window: object, folder: Path) -> Path:
    """Fill in the export dialog and press its button."""
    button = window.findChild(QToolButton, "export_button")
    driver.click(button)
    driver.until(lambda: bool(window.findChildren(QDialog)), "the export dialog")
    dialog = window.findChildren(QDialog)[0]
    field = next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "Folder")
    field.setText(str(folder))
    box = next(b for b in dialog.findChildren(type(dialog._format)) if b.accessibleName() == "Format")
    box.setCurrentIndex(box.findData("png"))
    driver.until(lambda: dialog.isVisible() and dialog.export_button.isEnabled(), "a name to export to")
    path = dialog.path()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    driver.click(dialog.export_button)
    driver.until(lambda: path.exists() and window.property("studio").batch.idle(), "the exported file")
    return path


if __name__ == "__main__":
    leave(main())

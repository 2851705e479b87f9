"""The Colorize workspace with a real mouse: a gray photo, a hint, vividness, a palette, a swatch, a file.

Run under Xvfb: ``xvfb-run -a python tests/drive_colorize.py``. Prints one line a step; asserts pixels.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, QPointF

sys.path.insert(0, str(Path(__file__).parent))
from drive_transfer import drag_swatch, result, settle
from window_driver import ROOT, Driver, driven, leave, say

PHOTO = ROOT / "resources" / "samples" / "coffee.jpg"
WHERE = 0.35, 0.4  # of the photo, for the hint
MOVED = 0.62, 0.55
MOVES = 100


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    """Open a gray photo, hint, lead by a palette, export what the command line makes too, edit a swatch."""
    gray = folder / "gray.png"
    Image.open(PHOTO).convert("L").save(gray)
    studio = driver.studio
    studio.open(gray)
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
    driver.key("F10")
    driver.until(studio.window.colorize_panel.plane.isVisible, "the panel")
    settle(driver)
    assert keeps_lightness(driver) and chroma(result(driver)) > 1
    say(f"colored: mean chroma {chroma(result(driver)):.1f}, {len(studio.document.edited)} swatches")
    hint(driver)
    drag_vividness(driver)
    lead_by_its_swatches(driver)
    compare_with_the_command_line(driver, gray, folder)
    drag_swatch(driver, folder)


def hint(driver: Driver) -> None:
    """Click, drag over the plane of colors, move, size and remove a hint."""
    studio, panel = driver.studio, driver.studio.window.colorize_panel
    bare = result(driver)
    driver.click(driver.canvas, spot(driver, *WHERE))
    driver.until(lambda: len(studio.document.coloring.hints) == 1, "the hint")
    settle(driver)
    middle, far = panel.plane.rect().center(), panel.plane.point(55, 35).toPoint()
    driver.drag(panel.plane, path(middle, far), 1 / 40)
    frames = len(driver.frames.shown)
    driver.release()
    settle(driver)
    red = result(driver)
    assert frames >= 3, f"{frames} pictures while the button was down"
    assert (red != bare).any(-1).mean() > 0.02 and keeps_lightness(driver)
    say(f"a hint clicked and turned red: {frames} pictures while the button was down")
    driver.drag(driver.canvas, path(spot(driver, *WHERE), spot(driver, *MOVED)), 1 / 40)
    frames = len(driver.frames.shown)
    driver.release()
    settle(driver)
    (moved,) = studio.document.coloring.hints
    assert abs(moved.x / studio.document.photo.width - MOVED[0]) < 0.02
    assert (result(driver) != red).any() and frames >= 3
    say(f"moved: {frames} pictures on the way")
    driver._do("click", "4")
    driver.until(lambda: studio.document.coloring.hints[0].size > moved.size, "a larger hint")
    driver._do("click", "3")
    driver.until(lambda: not studio.document.coloring.hints, "no hint")
    settle(driver)
    np.testing.assert_array_equal(result(driver), bare)
    for _ in range(3):  # removed, sized, moved
        driver.key("ctrl+z")
    driver.until(lambda: len(studio.document.coloring.hints) == 1, "the hint again")
    settle(driver)
    np.testing.assert_array_equal(result(driver), red)
    say("sized, removed, and taken back to where it was red")


def drag_vividness(driver: Driver) -> None:
    studio, dial = driver.studio, driver.studio.window.colorize_panel.dials["vividness"]
    before = chroma(result(driver))
    driver.slide(dial.slider, 100, moves=48)
    driver.release()
    settle(driver)
    assert studio.document.coloring.vividness > 0.95
    assert chroma(result(driver)) > 1.3 * before and keeps_lightness(driver)
    say(f"livelier: mean chroma {before:.1f} to {chroma(result(driver)):.1f}")


def lead_by_its_swatches(driver: Driver) -> None:
    studio, panel = driver.studio, driver.studio.window.colorize_panel
    before = result(driver)
    driver.click(panel.from_strip)
    driver.until(lambda: len(studio.document.coloring.palette) > 2, "a palette that leads")
    settle(driver)
    assert (result(driver) != before).any() and keeps_lightness(driver)
    say(f"led by {len(studio.document.coloring.palette)} colors")


def compare_with_the_command_line(driver: Driver, gray: Path, folder: Path) -> None:
    from palette_studio.core.colorize.hints import write_hints
    from palette_studio.core.files import read_photo

    how, out, hints = driver.studio.document.coloring, folder / "line.png", folder / "hints.json"
    hints.write_text(write_hints(how.hints))
    colors = ["#{:02x}{:02x}{:02x}".format(*color) for color in how.palette]
    words = ["colorize", str(gray), "--hints", str(hints), "--palette", ",".join(colors), "-o", str(out)]
    words += ["--vivid", str(how.vividness)]
    line = subprocess.Popen([sys.executable, "-m", "palette_studio", *words])
    driver.until(lambda: line.poll() is not None, "the command line")
    np.testing.assert_array_equal(read_photo(out).pixels, result(driver))
    say("the command line gives the same pixels")


def spot(driver: Driver, x: float, y: float) -> QPoint:
    """Return where a place of the photo is on the canvas."""
    (frame, _), *_ = driver.canvas.results()
    return (frame.topLeft() + QPointF(x * frame.width(), y * frame.height())).toPoint()


def path(start: QPoint, end: QPoint) -> list[QPoint]:
    """Return the points of a slow drag: a frame takes a hint longer than a swatch."""
    return [start + (end - start) * (n / MOVES) for n in range(MOVES + 1)]


def chroma(pixels: np.ndarray) -> float:
    from palette_studio.core.color import srgb_to_lab

    return float(np.hypot(*np.moveaxis(srgb_to_lab(pixels[..., :3] / 255)[..., 1:], -1, 0)).mean())


def keeps_lightness(driver: Driver) -> bool:
    from palette_studio.core.colorize.paint import lightness

    photo = driver.studio.document.photo.pixels
    return float(np.abs(lightness(result(driver)) - lightness(photo)).mean()) <= 0.15


if __name__ == "__main__":
    leave(main())

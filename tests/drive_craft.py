"""The craft of palettes with a real mouse: choose, move together, merge, split, shuffle, harmonize, reorder.

Run under Xvfb: ``xvfb-run -a python tests/drive_craft.py``. Prints one line a step; asserts pixels, and the
same pixels again after the undo of each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect

sys.path.insert(0, str(Path(__file__).parent))
from drive_transfer import result, settle
from window_driver import ROOT, Driver, driven, leave, say

PHOTO = ROOT / "resources" / "samples" / "bowl-with-fig.jpg"
MOVES = 24


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    studio = driver.studio
    studio.open(PHOTO)
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
    choose(driver)
    undone(driver, "several dragged on the wheel", move_together)
    undone(driver, "the same, hues linked", turn_linked)
    studio.palette_desk._on_color_requested(3, (30, 110, 190), False)
    undone(driver, "two merged by a drag with Alt", merge)
    undone(driver, "an edited one split by its key", split)
    undone(driver, "locked, and all else shuffled", lock_and_shuffle)
    undone(driver, "a triad, made weaker", harmonize)
    undone(driver, "a swatch carried to the photo", carry)
    undone(driver, "a variation pointed at, then taken", vary)
    undone(driver, "the library: a palette pointed at, then taken", take_from_library)
    undone(driver, "a swatch dragged on the plane of a and b", drag_on_plane)
    reorder(driver)
    rename(driver)
    truth(driver)


def undone(driver: Driver, what: str, do: Callable[[Driver], str]) -> None:
    """Do one thing by mouse and keys; it changes the picture in one step, and one undo takes it back."""
    studio = driver.studio
    settle(driver)
    document, picture, count = studio.document, result(driver).copy(), studio.store.stack.index()
    words = do(driver)
    settle(driver)
    steps = studio.store.stack.index() - count
    moved = (result(driver) != picture).any(-1).mean()
    assert moved > 0.005, f"{what}: the photo followed"
    assert steps == (2 if "locked" in what else 1), f"{what}: {steps} steps"
    for _ in range(steps):
        driver.key("ctrl+z")
    driver.until(lambda: studio.document == document, f"the undo of: {what}")
    settle(driver)
    np.testing.assert_array_equal(result(driver), picture)
    say(f"{what}: {moved:.0%} of the pixels changed; {words}; undone, all are as before")


def choose(driver: Driver) -> None:
    """Choose a range with Shift, then one less and one more with Ctrl."""
    studio = driver.studio
    click(driver, 1)
    click(driver, 3, "shift")
    assert studio.session.chosen == (1, 2, 3), studio.session.chosen
    click(driver, 2, "ctrl")
    assert studio.session.chosen == (1, 3), studio.session.chosen
    click(driver, 2, "ctrl")
    say("chosen: 1 to 3, one less, one more")


def move_together(driver: Driver) -> str:
    before = lch(driver)
    drag_handle(driver, 2, 110.0)
    turns = (lch(driver)[[1, 2, 3], 2] - before[[1, 2, 3], 2] + 180) % 360 - 180
    assert np.ptp(turns) < 15 and abs(turns.mean()) > 40, turns
    return f"three turned by {', '.join(f'{turn:.0f}°' for turn in turns)}"


def turn_linked(driver: Driver) -> str:
    driver.click(link_button(driver))
    driver.until(driver.window.actions_["link"].isChecked, "the link")
    click(driver, 3)
    before = lch(driver)
    drag_handle(driver, 3, 110.0)
    hued = (before[:, 1] > 0.03) & (lch(driver)[:, 1] > 0.03)
    turns = (lch(driver)[:, 2] - before[:, 2] + 180) % 360 - 180
    assert np.ptp(turns[hued]) < 15, turns
    driver.click(link_button(driver))
    driver.until(lambda: not driver.window.actions_["link"].isChecked(), "no link")
    return f"{hued.sum()} turned by {turns[hued].mean():.0f}°"


def merge(driver: Driver) -> str:
    """Merge an edited swatch with another: the picture changes, as what was edited is the mean now."""
    studio, strip = driver.studio, strip_of(driver)
    shares = [swatch.coverage for swatch in studio.document.edited.swatches]
    drag_chip(driver, 3, strip.chip_rect(5).center(), "alt")
    driver.until(lambda: len(studio.document.edited) == 5, "the merge")
    one = studio.document.edited[4]
    assert abs(one.coverage - shares[3] - shares[5]) < 1e-9
    return f"{one.name} covers {one.coverage:.0%}"


def split(driver: Driver) -> str:
    studio = driver.studio
    click(driver, 3)
    driver.key("ctrl+shift+d")
    driver.until(lambda: len(studio.document.edited) == 7, "the split")
    return "two for one"


def lock_and_shuffle(driver: Driver) -> str:
    studio = driver.studio
    click(driver, 3)
    driver.key("k")
    driver.until(lambda: studio.document.edited[3].locked, "the lock")
    kept = studio.document.edited[3]
    driver.key("shift+r")
    driver.until(lambda: studio.document.changed, "the shuffle")
    assert studio.document.edited[3] == kept
    return f"{kept.name} stayed"


def harmonize(driver: Driver) -> str:
    studio, bar = driver.studio, driver.window.palette_panel.harmony
    click(driver, 3)
    driver.window.actions_["triad"].trigger()
    driver.until(bar.isVisible, "the bar of the harmony")
    full = studio.document.edited
    driver.slide(bar.strength.slider, 40, moves=24)
    driver.release()
    driver.until(lambda: studio.document.edited != full, "a weaker harmony")
    return f"at {bar.strength.slider.value()} %"


def carry(driver: Driver) -> str:
    """Take the quiet gray of the wall to the bowl."""
    studio, strip = driver.studio, strip_of(driver)
    (frame, _), *_ = driver.canvas.results()
    place = (frame.topLeft() + QPointF(0.8 * frame.width(), 0.45 * frame.height())).toPoint()
    count = studio.store.stack.index()
    drag_chip(driver, 4, strip.viewport().mapFromGlobal(driver.canvas.mapToGlobal(place)))
    driver.until(lambda: studio.store.stack.index() == count + 1, "the palette that does it")
    return studio.store.stack.undoText()


def vary(driver: Driver) -> str:
    """Point at a variation: the canvas shows it, nothing else; keep one, then take one."""
    studio, panel = driver.studio, driver.window.variations_panel
    side_page(driver, 1)
    driver.until(lambda: len(studio.variations_desk._drawn) >= 8, "the variations")
    driver.until(lambda: driver.studio.batch.idle(), "their pictures")
    point_at(driver, panel.drawn.viewport(), panel.drawn.frame_of(panel.drawn.model().index(1, 0)).center())
    words = panel.drawn.model().index(1, 0).data()
    driver._do("keydown", "shift", "click", "1", "keyup", "shift")
    driver.until(lambda: len(studio.variations_desk._kept) == 1, "the one that is kept")
    place = panel.drawn.frame_of(panel.drawn.model().index(1, 0)).center()
    driver.click(panel.drawn.viewport(), place)
    driver.until(lambda: studio.store.stack.undoText().startswith("Variation"), "the variation")
    return f"{words}; {len(studio.variations_desk._drawn)} drawn, one kept"


def take_from_library(driver: Driver) -> str:
    studio, view = driver.studio, driver.window.library_panel.palettes
    side_page(driver, 3)
    driver.until(lambda: len(view.model_.rows) > 4, "the presets")
    row = next(n for n, one in enumerate(view.model_.rows) if "presets" in getattr(one, "key", ""))
    point_at(driver, view.viewport(), view.colors_of(row).center())
    count = studio.store.stack.index()
    driver.click(view.viewport(), view.colors_of(row).center())
    driver.until(lambda: studio.store.stack.index() == count + 1, "the colors of a preset")
    return studio.store.stack.undoText()


def point_at(driver: Driver, widget: object, place: QPoint) -> None:
    """Let the pointer rest: the photo is seen so, and as it is again once the pointer has left."""
    studio, canvas = driver.studio, driver.canvas
    (frame, _), *_ = canvas.results()
    inner = frame.toRect().adjusted(20, 20, -20, -20)
    plain, document = driver.screen_of(canvas, inner), studio.document
    there, beside = widget.mapToGlobal(place), driver.window.mapToGlobal(QPoint(600, 70))
    driver._do("mousemove", f"{there.x()}", f"{there.y()}")
    driver.until(lambda: (driver.screen_of(canvas, inner) != plain).any(-1).mean() > 0.05, "the glance")
    assert studio.document is document, "a glance is no edit"
    driver._do("mousemove", f"{beside.x()}", f"{beside.y()}")
    driver.until(lambda: (driver.screen_of(canvas, inner) == plain).all(), "the photo as it is")
    driver._do("mousemove", f"{there.x()}", f"{there.y()}")


def side_page(driver: Driver, number: int) -> None:
    tabs = driver.window.side_tabs
    driver.click(tabs, tabs.tabRect(number).center())
    driver.until(lambda: tabs.currentIndex() == number, "the page")
    driver.pause(0.4)


def drag_on_plane(driver: Driver) -> str:
    """Drag the strongest swatch to the other side of the plane."""
    from palette_studio.ui.plane_plot import PlanePlot

    panel = driver.window.histogram_panel
    driver.click(panel.tabs, panel.tabs.tabRect(3).center())
    driver.pause(0.6)
    click(driver, 3)
    plane = next(one for one in driver.window.findChildren(PlanePlot) if one.isVisible())
    before = driver.studio.document.edited[3].hex
    start = plane.handle_point(3).toPoint()
    middle = plane.rect().center()
    path = [start + (middle - start) * (1.6 * n / MOVES) for n in range(MOVES + 1)]
    driver.drag(plane, path, 1 / 60)
    frames = len({serial for _, serial in driver.frames.shown})
    driver.release()
    assert frames >= 3, f"{frames} pictures while the button was down"
    after = driver.studio.document.edited[3].hex
    driver.click(panel.tabs, panel.tabs.tabRect(0).center())
    return f"{before} to {after}"


def reorder(driver: Driver) -> None:
    """Drag two chosen swatches to the end: another order, the same pixels."""
    studio, strip = driver.studio, strip_of(driver)
    picture, before = result(driver).copy(), studio.document.edited.swatches
    click(driver, 0)
    click(driver, 1, "shift")
    last = strip.chip_rect(5)
    drag_chip(driver, 0, QPoint(last.right() - 2, last.center().y()))
    driver.until(lambda: studio.document.edited.swatches == (*before[2:], *before[:2]), "the order")
    settle(driver)
    np.testing.assert_array_equal(result(driver), picture)
    driver.key("ctrl+z")
    driver.until(lambda: studio.document.edited.swatches == before, "the undo")
    settle(driver)
    np.testing.assert_array_equal(result(driver), picture)
    say("two swatches dragged to the end and back: not a pixel differs")


def rename(driver: Driver) -> None:
    studio = driver.studio
    click(driver, 4)
    driver.key("F2")
    driver.until(lambda: strip_of(driver)._field.hasFocus(), "the field")
    driver._do("type", "Old wall")
    driver._do("key", "Return")
    driver.until(lambda: studio.document.edited[4].name == "Old wall", "the name")
    say("named in place")


def truth(driver: Driver) -> None:
    """Every swatch shows its own color, on the screen: hovered, chosen, locked, in every theme."""
    studio, strip = driver.studio, strip_of(driver)
    looked = 0
    for theme in ("dark", "light", "neutral"):
        studio._on_theme_requested(theme)
        for row in range(len(studio.document.edited)):
            click(driver, row)
            click(driver, (row + 1) % 6, "ctrl")
            driver.key("k")
            driver.until(lambda at=row: studio.document.edited[at].locked, "the lock")
            driver.pause(0.1)
            for at, swatch in enumerate(studio.document.edited.swatches):
                chip = strip.chip_rect(at)
                place = QRect(chip.center() - QPoint(2, -4), chip.center() + QPoint(2, 8))
                shown = driver.screen_of(strip.viewport(), place)
                off = np.abs(shown.astype(int) - np.array(swatch.color)).max()
                assert off <= 1, f"{swatch.name} in {theme}: {off} units off"
                looked += 1
            driver.key("k")
            driver.until(lambda at=row: not studio.document.edited[at].locked, "no lock")
    say(f"{looked} swatches looked at in three themes, hovered, chosen and locked: all in their own color")


def strip_of(driver: Driver) -> object:
    return driver.window.palette_panel.strip


def link_button(driver: Driver) -> object:
    from PySide6.QtWidgets import QToolButton

    return next(
        button
        for button in driver.window.color_panel.findChildren(QToolButton)
        if button.defaultAction() is driver.window.actions_["link"]
    )


def click(driver: Driver, row: int, key: str = "") -> None:
    strip = strip_of(driver)
    place = strip.viewport().mapToGlobal(strip.chip_rect(row).center())
    press = ["mousemove", f"{place.x()}", f"{place.y()}", "click", "1"]
    driver._do(*(["keydown", key, *press, "keyup", key] if key else press))
    driver.pause(0.05)


def drag_chip(driver: Driver, row: int, to: QPoint, key: str = "") -> None:
    viewport, start = strip_of(driver).viewport(), strip_of(driver).chip_rect(row).center()
    if key:
        driver._do("keydown", key)
    driver.drag(viewport, [start + (to - start) * (n / MOVES) for n in range(MOVES + 1)], 1 / 60)
    driver.release()
    if key:
        driver._do("keyup", key)
    driver.pause(0.05)


def drag_handle(driver: Driver, row: int, degrees: float) -> None:
    """Turn a handle on the wheel while the photo follows."""
    wheel = driver.window.color_panel.wheel
    start = wheel.handle_point(row).toPoint()
    hue, far = wheel._polar(QPointF(start))
    path = [wheel._point(hue + degrees * n / MOVES, min(far, 1.0)).toPoint() for n in range(MOVES + 1)]
    driver.drag(wheel, path, 1 / 60)
    frames = len({serial for _, serial in driver.frames.shown})
    driver.release()
    assert frames >= 3, f"{frames} pictures while the button was down"


def lch(driver: Driver) -> np.ndarray:
    from palette_studio.core.color import srgb_to_oklch

    return srgb_to_oklch(driver.studio.document.edited.colors / 255)


if __name__ == "__main__":
    leave(main())

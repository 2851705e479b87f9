"""The Segment workspace with a real mouse: a mixture is taken in hand, watched and used; asserts pixels.

Run under Xvfb: ``xvfb-run -a python tests/drive_segment.py``. Prints one line a step.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect

sys.path.insert(0, str(Path(__file__).parent))
from window_driver import ROOT, Driver, driven, leave, say

MOVES, FAR_PX = 24, 60
ROUNDING = 1e-9  # nats a pixel


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    """Open, divide, drag a top, a wing and a threshold, scrub, use as palette, export."""
    studio = driver.studio
    studio.open(ROOT / "resources" / "samples" / "coffee.jpg")
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
    driver.key("F7")
    settle(driver)
    driver.until(lambda: studio.window.mixture_panel._line is not None, "the plot")
    plot = studio.window.mixture_panel._line
    made = studio.segment_desk.current
    say(f"{len(made.colors)} components of {made.photo.name} after {len(made.fit.trace) - 1} iterations")
    drag_a_top(driver, plot)
    drag_a_wing(driver, plot)
    scrub(driver)
    drag_a_threshold(driver, plot)
    use_as_palette(driver)
    export_labels(driver, folder)
    drag_a_color(driver)


def settle(driver: Driver) -> None:
    studio = driver.studio
    driver.until(lambda: studio.settled and studio.segment_desk.current is not None, "the mixture")


class Curves(QObject):
    """Where a component's top was, whenever the plot was painted."""

    def __init__(self, plot: object, index: int) -> None:
        super().__init__(plot)
        self.plot, self.index, self.seen = plot, index, []
        plot.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(self.plot.top(self.index).x())
        return False

    def stop(self) -> list[float]:
        self.plot.viewport().removeEventFilter(self)
        return self.seen


def mixture(driver: Driver) -> object:
    desk = driver.studio.segment_desk
    return desk._mixture(desk.current)


def path(start: QPointF, across: float, up: float = 0.0) -> list[QPoint]:
    return [(start + QPointF(across, -up) * (n / MOVES)).toPoint() for n in range(MOVES + 1)]


def drag_a_top(driver: Driver, plot: object) -> None:
    """Drag a component sideways: its curve follows, EM goes on from there, and it is one step."""
    studio, before = driver.studio, mixture(driver)
    end, steps = studio.segment_desk.current.fit.log_likelihoods[-1], studio.store.stack.count()
    curves = Curves(plot, 1)
    driver.drag(plot.viewport(), path(plot.to_widget(plot.top(1)), FAR_PX), 1 / 60)
    settle(driver)
    held = mixture(driver).means[1]
    at = plot.to_widget(plot.top(1))
    followed = curves.stop()
    assert studio.document.segmenting.held, "the hand holds it"
    assert held > before.means[1] + 5, "the component went along"
    assert abs(at.x() - (plot.to_widget(QPointF(before.means[1], 0)).x() + FAR_PX)) < 2, "under the pointer"
    assert len(set(followed)) >= 3, f"the curve followed while the button was down: {len(set(followed))}"
    assert (result(studio) == painted(studio)).all(), "the photo followed"
    frames = len({serial for _, serial in driver.frames.shown})
    driver.release()
    driver.until(lambda: not studio.document.segmenting.held, "EM going on")
    settle(driver)
    fit = studio.segment_desk.current.fit
    values = fit.log_likelihoods
    assert fit.at(0).means[1] == held, "EM began where the hand let go"
    assert len(values) > 1 and (np.diff(values) >= -ROUNDING).all(), "the likelihood never falls"
    assert studio.store.stack.count() == steps + 1, "one gesture is one step"
    say(
        f"top dragged from {before.means[1]:.1f} to {held:.1f}: {len(set(followed))} curves and {frames} "
        f"pictures while the button was down"
    )
    say(
        f"EM went on for {len(values) - 1} iterations: {values[0]:.5f} in hand, {values[-1]:.5f} at the end, "
        f"{end:.5f} before; component at {fit.mixture.means[1]:.1f}"
    )
    driver.key("ctrl+z")
    settle(driver)
    assert np.allclose(mixture(driver).values, before.values), "undone, the mixture is as it was"
    driver.key("ctrl+shift+z")
    settle(driver)
    assert mixture(driver).means[1] == fit.mixture.means[1], "redone too"
    say("one undo takes it back, one redo brings it again")


def drag_a_wing(driver: Driver, plot: object) -> None:
    """Choose a component by a click on its top, make it wider by its wing."""
    driver.click(plot.viewport(), plot.to_widget(plot.top(1)).toPoint())
    driver.until(lambda: plot.selected == 1, "the selection")
    settle(driver)
    before = mixture(driver).deviations[1]
    driver.drag(plot.viewport(), path(plot.to_widget(plot.wing(1, 1)), 30), 1 / 60)
    settle(driver)
    held = mixture(driver).deviations[1]
    driver.release()
    driver.until(lambda: not driver.studio.document.segmenting.held, "EM going on")
    settle(driver)
    values = driver.studio.segment_desk.current.fit.log_likelihoods
    assert held > before, "wider"
    assert (np.diff(values) >= -ROUNDING).all(), "the likelihood never falls"
    say(f"wing dragged: deviation {before:.1f} to {held:.1f}; EM went on for {len(values) - 1} iterations")


def drag_a_threshold(driver: Driver, plot: object) -> None:
    """Drag the line between two components; it stays there, and the regions with it."""
    start = plot.to_widget(QPointF(plot.thresholds[0], 50))
    before = plot.thresholds[0]

    def off() -> float:
        return plot.to_widget(QPointF(plot.thresholds[0], 0)).x() - start.x() - 30

    driver.drag(plot.viewport(), path(start, 30), 1 / 60)
    driver.until(lambda: abs(off()) < 5, "the threshold under the pointer")
    driver.release()
    settle(driver)
    assert abs(off()) < 5, f"the threshold is {off():.1f} pixels from the pointer"
    assert driver.studio.document.segmenting.held, "EM does not take it back"
    assert (result(driver.studio) == painted(driver.studio)).all()
    say(f"threshold dragged from {before:.1f} to {plot.thresholds[0]:.1f}")


def scrub(driver: Driver) -> None:
    """Go to the first iteration and back by the scrubber; the canvas shows the regions of each."""
    studio, scrubber = driver.studio, driver.studio.window.mixture_panel.bar.scrubber
    end, last = result(studio).copy(), scrubber.maximum()
    assert (end == painted(studio)).all()
    driver.slide(scrubber, 0)
    driver.release()
    driver.until(lambda: scrubber.value() == 0, "the first iteration")
    settle(driver)
    first = result(studio)
    frames = len({serial for _, serial in driver.frames.shown})
    assert studio.document.segmenting.iteration == 0
    assert (first == painted(studio)).all(), "the regions are those of iteration 0"
    assert (first != end).any()
    on_the_screen(driver)
    changed = (first != end).any(axis=2).mean()
    driver.slide(scrubber, last)
    driver.release()
    driver.until(lambda: scrubber.value() == last, "the last iteration")
    settle(driver)
    assert studio.document.segmenting.iteration is None
    assert (result(studio) == end).all(), "back at the end, not one byte differs"
    on_the_screen(driver)
    say(f"scrubbed to 0 of {last} and back: {frames} pictures on the way, {changed:.1%} of the pixels change")


def result(studio: object) -> np.ndarray:
    return studio.showing.rendering.full[..., :3]


def painted(studio: object) -> np.ndarray:
    """Return what the photo must look like, worked out beside the window."""
    from palette_studio.core.segmentation import colors_of, labels, mixture_of

    made, how = studio.segment_desk.current, studio.document.segmenting
    shown = mixture_of(made.fit, how.iteration)
    label = labels(made.photo.pixels, replace(how, iteration=None), shown, made.photo.bits)
    return colors_of(made.photo, how, shown)[label]


def on_the_screen(driver: Driver) -> None:
    """Compare the middle of the canvas, as the screen has it at 100 %, with the result."""
    canvas = driver.studio.window.canvas
    canvas.zoom_to(1.0)
    driver.pause(0.1)
    place = QRect(canvas.rect().center() - QPoint(40, 40), canvas.rect().center() + QPoint(39, 39))
    x, y = canvas.photo_point(place.topLeft().toPointF())
    wanted = result(driver.studio)[y : y + 80, x : x + 80]
    assert (driver.screen_of(canvas, place) == wanted).all(), "the screen shows the result's own bytes"
    canvas.fit()
    driver.pause(0.1)


def use_as_palette(driver: Driver) -> None:
    studio = driver.studio
    colors = studio.segment_desk.current.colors
    driver.click(studio.window.segment_panel.palette_button)
    driver.until(lambda: len(studio.document.edited) == len(colors), "the palette of the components")
    assert (studio.document.edited.colors == colors).all()
    say(f"palette of the components: {', '.join(s.hex for s in studio.document.edited.swatches)}")


def export_labels(driver: Driver, folder: Path) -> None:
    """Answer the dialog by its keyboard; the file's indices are the regions, its colors theirs."""
    from PIL import Image

    studio, target = driver.studio, folder / "labels.png"
    settle(driver)
    driver.choose_file(studio.window.segment_panel.labels_button, target)
    driver.until(lambda: target.exists() and studio.batch.idle(), "the labels")
    with Image.open(target) as image:
        assert image.mode == "P"
        indices, shown = np.asarray(image), np.asarray(image.convert("RGB"))
    assert (shown == result(studio)).all(), "the file holds what the window showed"
    shares = np.bincount(indices.ravel()) / indices.size
    say(f"exported {target.name}: regions of {', '.join(f'{share:.1%}' for share in shares)}")


def drag_a_color(driver: Driver) -> None:
    """Divide by color, drag a center across the plane."""
    studio = driver.studio
    box = studio.window.segment_panel.channel
    box.setCurrentIndex(box.findData("lab"))
    box.activated.emit(box.currentIndex())
    settle(driver)
    plot = studio.window.mixture_panel._plane
    driver.until(plot.isVisible, "the plane")
    before, steps = mixture(driver).means[1].copy(), studio.store.stack.count()
    driver.drag(plot.viewport(), path(plot.to_widget(plot.center(1)), 24, 12), 1 / 60)
    settle(driver)
    held = mixture(driver).means[1].copy()
    frames = len({serial for _, serial in driver.frames.shown})
    driver.release()
    driver.until(lambda: not studio.document.segmenting.held, "EM going on")
    settle(driver)
    values = studio.segment_desk.current.fit.log_likelihoods
    assert held[1] > before[1] and held[2] > before[2], "right is redder, up is yellower"
    assert held[0] == before[0], "a drag in the plane leaves the lightness"
    assert (np.diff(values) >= -ROUNDING).all(), "the likelihood never falls"
    assert (result(studio) == painted(studio)).all()
    assert studio.store.stack.count() == steps + 1, "one gesture is one step"
    say(
        f"center dragged from a {before[1]:.1f}, b {before[2]:.1f} to a {held[1]:.1f}, b {held[2]:.1f}: "
        f"{frames} pictures; {values[0]:.5f} in hand, {values[-1]:.5f} after {len(values) - 1} iterations"
    )


if __name__ == "__main__":
    leave(main())

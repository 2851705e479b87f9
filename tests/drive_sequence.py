"""The Sequence workspace with a real mouse: frames played, scrubbed, judged otherwise and written.

Masks are compared with those that the command line writes, and with a truth. Run under Xvfb:
``xvfb-run -a python tests/drive_sequence.py``. Prints one line a step.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Slot

sys.path.insert(0, str(Path(__file__).parent))
from window_driver import ROOT, Driver, driven, leave, say

SIZE, COUNT = (160, 120), 90
PIXEL = (80, 70)
MEDIAN = 5
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared"))
TRAFFIC = SHARED / "data" / "gmm" / "bgs_traffic"


def main() -> int:
    return driven(do_the_job)


def do_the_job(driver: Driver, folder: Path) -> None:
    """Watch a generated sequence, whose truth is known, then one of a shaking camera, where it is present."""
    from PIL import Image

    from palette_studio.core.evaluate.background import labeled
    from palette_studio.core.evaluate.sequences import Sequence

    shots = list(Sequence("shadow", 5, SIZE, COUNT))
    frames = folder / "frames"
    frames.mkdir()
    for number, shot in enumerate(shots):
        Image.fromarray(shot.pixels).save(frames / f"frame{number:03}.png", compress_level=1)
    driver.key("F8")
    open_frames(driver, frames, COUNT)
    play(driver)
    play_fast(driver)
    look_at_a_pixel(driver, shots)
    scrub(driver, shots)
    everywhere = np.ones(SIZE[::-1], bool)
    truth = [(shot, everywhere if 2 * n >= COUNT else None) for n, shot in enumerate(shots)]
    compare_with_the_command_line(driver, frames, folder / "usual", truth, least=0.8)
    usual = driver.studio.document.sequencing
    judge_otherwise(driver)
    compare_with_the_command_line(driver, frames, folder / "otherwise", truth, least=0.8)
    for _ in range(3):
        driver.key("ctrl+z")
    driver.until(lambda: driver.studio.document.sequencing == usual, "three undos")
    if not TRAFFIC.is_dir():
        say("bgs_traffic is not here: left out")
        return
    truth = list(labeled(TRAFFIC))
    open_frames(driver, TRAFFIC / "input", len(truth))
    play_fast(driver)
    compare_with_the_command_line(driver, TRAFFIC / "input", folder / "traffic", truth, least=0.5)


def arrive(driver: Driver, number: int) -> object:
    """Wait until a frame stands, and nothing is under way; return it."""
    studio, desk = driver.studio, driver.studio.sequence_desk

    def stands() -> bool:
        return studio.settled and desk.moment is not None and desk.moment.ends

    driver.until(lambda: stands() and desk.moment.number == number, f"frame {number}")
    return desk.moment


def open_frames(driver: Driver, folder: Path, count: int) -> None:
    driver.studio.open(folder)
    driver.until(lambda: driver.studio.sequence_desk._count == count, "the sequence")
    first = arrive(driver, 0)
    say(f"opened {folder.name}: {first.count} frames of {first.frames.size[0]} × {first.frames.size[1]}")


class Seen(QObject):
    """When each frame was first painted on the canvas, in seconds."""

    def __init__(self, driver: Driver) -> None:
        super().__init__()
        self.times: dict[int, float] = {}
        self.desk, self.canvas = driver.studio.sequence_desk, driver.canvas
        self.canvas.painted.connect(self._on_painted)

    @Slot(int)
    def _on_painted(self, serial: int) -> None:
        self.times.setdefault(self.desk.moment.number, time.monotonic())

    def stop(self) -> dict[int, float]:
        self.canvas.painted.disconnect(self._on_painted)
        return self.times


def play(driver: Driver) -> None:
    """Play a while as people see it, then stop."""
    panel, desk = driver.studio.window.transport_panel, driver.studio.sequence_desk
    seen = Seen(driver)
    driver.click(panel.play)
    driver.until(lambda: desk.moment.number >= 12, "twelve frames")
    driver.click(panel.play)
    driver.until(lambda: not desk.playing and driver.studio.settled, "a stop")
    times = list(seen.stop().values())
    rate = (len(times) - 1) / (times[-1] - times[0])
    say(f"played to frame {desk.moment.number + 1}, {rate:.0f} a second")


def play_fast(driver: Driver) -> None:
    """Play to the end, as fast as the model learns."""
    panel, desk = driver.studio.window.transport_panel, driver.studio.sequence_desk
    steps, first = driver.studio.store.stack.count(), desk.moment.number
    if not panel.fast.isChecked():
        driver.click(panel.fast, QPoint(10, panel.fast.height() // 2))
    driver.until(lambda: panel.fast.isChecked() and desk.fast, "Fast")
    seen, start = Seen(driver), time.monotonic()
    driver.click(panel.play)
    moment = arrive(driver, desk._count - 1)
    rate = (moment.number - first) / (time.monotonic() - start)
    assert not desk.playing, "it stops at the end"
    assert driver.studio.store.stack.count() == steps, "frames that pass are no steps"
    say(f"played fast to frame {moment.number + 1}, {rate:.0f} a second, {len(seen.stop())} of them seen")


def look_at_a_pixel(driver: Driver, shots: list) -> None:
    """Click a pixel on the canvas; its Gaussians are those of a model that saw the same frames."""
    canvas, panel = driver.studio.window.canvas, driver.studio.window.transport_panel
    moment = driver.studio.sequence_desk.moment
    click_pixel(driver, PIXEL)
    driver.until(lambda: panel.plot.state is not None and panel.plot.isVisible(), "the pixel's Gaussians")
    state = panel.plot.state
    model = straight(shots, driver.studio.document.sequencing, moment.number)[1]
    wanted = model.gaussians(state.x, state.y)
    assert (state.x, state.y) == PIXEL and canvas._mark == PIXEL
    assert state.value == tuple(shots[moment.number].pixels[PIXEL[1], PIXEL[0]])
    for part, other in zip(state.gaussians, wanted, strict=True):
        assert np.allclose(part, other), "the Gaussians of that pixel"
    shares = ", ".join(f"{w:.1%}{'' if b else ' moving'}" for w, b in zip(wanted[0], wanted[3], strict=True))
    say(f"clicked pixel {state.x}, {state.y}: {len(wanted.weights)} Gaussians of {shares}")


def click_pixel(driver: Driver, pixel: tuple[int, int]) -> None:
    canvas = driver.studio.window.canvas
    place = next(
        point
        for y in range(0, canvas.height(), 2)
        for x in range(0, canvas.width(), 2)
        if canvas.photo_point(QPointF(point := QPoint(x, y))) == pixel
    )
    driver.click(canvas, place)


def straight(shots: list, how: object, number: int) -> tuple[np.ndarray, object]:
    """Return the mask of a frame, and the model, after all frames before it."""
    from palette_studio.core.mixture import BackgroundMixture

    model = BackgroundMixture(**how.options)
    for shot in shots[: number + 1]:
        mask = model.apply(shot.pixels)
    return mask, model


def scrub(driver: Driver, shots: list) -> None:
    """Drag the scrubber back and forth; wherever it stops, the mask is that of a straight run."""
    scrubber, how = driver.studio.window.transport_panel.scrubber, driver.studio.document.sequencing
    masks, at, seen = [], [], Seen(driver)
    for goal in (20, 70, 3, 55):
        driver.slide(scrubber, goal)
        driver.release()
        driver.until(lambda g=goal: abs(scrubber.value() - g) <= 2, "the scrubber")
        at.append(scrubber.value())
        moment = arrive(driver, at[-1])
        assert (moment.mask == straight(shots, how, at[-1])[0]).all(), f"the mask of frame {at[-1]}"
        masks.append(moment.mask)
    on_the_screen(driver, masks[-1])
    places = ", ".join(str(n + 1) for n in at)
    say(f"scrubbed to frames {places}, {len(seen.stop())} seen on the way: masks as of a straight run")


def on_the_screen(driver: Driver, mask: np.ndarray) -> None:
    canvas = driver.studio.window.canvas
    canvas.zoom_to(1.0)
    canvas.set_mark(None)
    driver.pause(0.1)
    corner = canvas.rect().center() - QPoint(30, 30)
    x, y = canvas.photo_point(corner.toPointF())
    shown = driver.screen_of(canvas, QRect(corner.x(), corner.y(), 60, 60))
    assert (shown == mask[y : y + 60, x : x + 60, None]).all(), "the screen shows the mask's own bytes"
    canvas.fit()


def judge_otherwise(driver: Driver) -> None:
    """Change K by its button, memory and threshold by their sliders; the frame stands, its mask follows."""
    panel, desk = driver.studio.window.sequence_panel, driver.studio.sequence_desk
    number, before = desk.moment.number, driver.studio.document.sequencing
    shares = [desk.moment.share]
    driver.click(panel.count.more)
    driver.until(lambda: driver.studio.document.sequencing.components == before.components + 1, "K")
    shares.append(arrive(driver, number).share)
    for dial, share in ((panel.memory, 0.7), (panel.threshold, 0.8)):
        steps = driver.studio.store.stack.count()
        slider = dial.slider
        driver.slide(slider, round(slider.minimum() + (slider.maximum() - slider.minimum()) * share))
        driver.release()
        driver.until(lambda s=slider: not s.isSliderDown(), "the end of the drag")
        shares.append(arrive(driver, number).share)
        assert driver.studio.store.stack.count() == steps + 1, "a drag is one step"
    how = driver.studio.document.sequencing
    assert how.memory != before.memory and how.threshold != before.threshold
    said = ", ".join(f"{share:.2%}" for share in shares)
    say(f"K {how.components}, α 1/{how.memory}, T {how.threshold:.2f}: {said} of frame {number + 1} moves")


def compare_with_the_command_line(
    driver: Driver, frames: Path, folder: Path, truth: list, *, least: float
) -> None:
    """Export the masks; they are those of ``palette-studio background`` with the same options."""
    from palette_studio.cli import main as command
    from palette_studio.core.evaluate.background import Score
    from palette_studio.core.files import read_sequence
    from palette_studio.core.mixture import despeckled

    how, studio = driver.studio.document.sequencing, driver.studio
    said, target = folder / "said", folder / f"{frames.name}-masks"
    folder.mkdir()
    options = {"components": how.components, "alpha": 1 / how.memory, "threshold": how.threshold}
    given = [part for name, value in options.items() for part in (f"--{name}", repr(value))]
    assert command(["background", str(frames), "-o", str(said), "--quiet", *given]) == 0
    driver.choose_file(studio.window.sequence_panel.buttons["mask"], folder)
    driver.until(lambda: target.is_dir() and studio.batch.idle(), "the masks")
    names = sorted(path.name for path in target.iterdir())
    assert len(names) == len(truth)
    raw, smooth = Score(), Score()
    for name, (shot, where) in zip(names, truth, strict=True):
        mask = read_sequence(target / name).frame(0)[..., 0]
        assert (mask == read_sequence(said / name).frame(0)[..., 0]).all(), f"{name} differs"
        if where is not None:
            raw = raw.plus(mask, shot.truth, where)
            smooth = smooth.plus(despeckled(mask, MEDIAN), shot.truth, where)
    assert smooth.f > least, f"F of {smooth.f:.3f}"
    say(f"{len(names)} masks as the command line writes them; F {raw.f:.3f}, median {MEDIAN}: {smooth.f:.3f}")


if __name__ == "__main__":
    leave(main())

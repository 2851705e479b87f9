"""What a video costs the window while it is played: memory after 100 frames and after over 500 of them.

Run: python tests/benchmarks/bench_sequence.py. It starts an X server of its own (Xvfb) and needs xdotool.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from clock import Row, resident
from screen import on_screen

HERE = Path(__file__).resolve()
SIZE, PAINTED, TIMES = (640, 480), 140, 4  # the video is what was painted, forward and back
MARKS = (100, 300, 540)  # frames

MAKE = """
import cv2
from palette_studio.core.evaluate.sequences import Sequence
writer = cv2.VideoWriter({file!r}, cv2.VideoWriter_fourcc(*"MJPG"), 25, {size})
shots = [cv2.cvtColor(shot.pixels, cv2.COLOR_RGB2BGR) for shot in Sequence("shadow", 1, {size}, {painted})]
for turn in range({times}):
    for shot in shots if turn % 2 == 0 else reversed(shots):
        writer.write(shot)
writer.release()
"""


def rows() -> list[Row]:
    """Return what was measured on a screen of its own."""
    return on_screen(HERE, "here")


def own_rows() -> list[Row]:
    """Play a video to its end, as fast as the model learns, a pixel's Gaussians in sight."""
    from window_driver import Driver, driven

    found: dict[int, int] = {}

    def play(driver: Driver, folder: Path) -> None:
        studio, desk = driver.studio, driver.studio.sequence_desk
        driver.until(lambda: studio.canvas_desk.warm and studio.live.idle(), "the kernels")
        video = folder / "video.avi"
        code = MAKE.format(file=str(video), size=SIZE, painted=PAINTED, times=TIMES)
        subprocess.run([sys.executable, "-c", code], check=True)
        studio.open(video)
        driver.until(lambda: desk.moment is not None and studio.settled, "the video")
        driver.click(driver.canvas)
        driver.click(studio.window.transport_panel.fast)
        driver.until(lambda: desk.fast and studio.settled, "Fast")
        driver.click(studio.window.transport_panel.play)
        for mark in MARKS:
            driver.until(lambda m=mark: desk.moment.number >= m, f"frame {mark}")
            found[mark] = resident()

    driven(play)
    first, *others = (found[mark] / 2**20 for mark in MARKS)
    said = ", ".join(f"{value:.0f} MB at {mark}" for mark, value in zip(MARKS[1:], others, strict=True))
    grown = others[-1] - first
    what = f"Memory of a video of 640 × 480 that plays: frames {MARKS[0]} to {MARKS[-1]}"
    return [(what, f"{grown:+.0f} MB", f"{first:.0f} MB at {MARKS[0]}, {said}")]


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    if len(sys.argv) > 1:
        print(json.dumps(own_rows()))
    else:
        for name, figure, beside in rows():
            print(f"{name:<62} {figure:>9}   {beside}")

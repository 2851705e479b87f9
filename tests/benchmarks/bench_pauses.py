"""How long the window's thread is away from its events while the engines divide a 24-MP photo.

A timer beats every millisecond in the window's event loop. Two beats stand apart as long as the window did
something in between, or had to wait for a core or for the interpreter's lock.

Run: python tests/benchmarks/bench_pauses.py. It starts an X server of its own (Xvfb) and needs xdotool.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from clock import Row
from screen import on_screen

FRAME_MS = 1000 / 60
MOVES, FAR_PX, RUNS = 40, 90, 3


def rows() -> list[Row]:
    """Return what was measured on a screen of its own."""
    return on_screen(Path(__file__).resolve(), "all")


def pause_rows() -> list[Row]:
    """Open Segment, change K, and drag a component by its top with a real mouse; several times each."""
    from photos import big_photo
    from PySide6.QtWidgets import QApplication
    from window_driver import Driver

    app = QApplication(["palette-studio"])
    from palette_studio.app import create_window
    from palette_studio.workbench.jobs.opening import paste_job

    window, close = create_window()
    window.resize(1280, 800)
    window.show()
    studio, driver = window.property("studio"), Driver(window)
    desk, panel = studio.segment_desk, window.segment_panel

    def rest() -> None:
        driver.until(lambda: studio.settled and desk.current is not None, "the mixture and its picture")

    def drag() -> None:
        plot = window.mixture_panel._line
        at = plot.to_widget(plot.top(1)).toPoint()
        path = [type(at)(at.x() + FAR_PX * n // MOVES, at.y()) for n in range(MOVES + 1)]
        driver.drag(plot.viewport(), path, 1 / 60)
        driver.release()
        rest()

    def count(button: object) -> None:
        driver.click(button)
        driver.pause(0.1)
        rest()

    studio.batch.submit(paste_job(big_photo(24), "24 MP"))
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
    driver.until(
        lambda: studio.canvas_desk.warm and studio.live.idle() and studio.batch.idle(), "the kernels"
    )
    beats = _Beats()
    result = [_row("Segment opened", beats.during(lambda: (window.actions_["segment"].trigger(), rest())))]
    turns = []
    for _ in range(RUNS):
        turns += beats.during(lambda: count(panel.count.more))
        turns += beats.during(lambda: count(panel.count.less))
    result.append(_row("K changed", turns))
    result.append(_row("a component dragged", [beat for _ in range(RUNS) for beat in beats.during(drag)]))
    close()
    assert app is not None
    return result


class _Beats:
    """Beats of the event loop: for each, the milliseconds since the last, and what this thread computed."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._taken: list[tuple[float, float]] = []
        self._last = 0.0, 0.0

    def during(self, work: Callable[[], object]) -> list[tuple[float, float]]:
        self._taken = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()
        work()
        self._timer.stop()
        return self._taken

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._taken.append(tuple((b - a) * 1e3 for a, b in zip(self._last, now, strict=True)))
        self._last = now


def _row(what: str, beats: list[tuple[float, float]]) -> Row:
    waits = [wait for wait, _ in beats]
    longest = max(waits)
    late = sum(wait > FRAME_MS for wait in waits)
    beside = (
        f"{late} of {len(waits):,} turns longer than a frame, the median {statistics.median(waits):.1f} ms; "
        f"computing in one turn: at most {max(computed for _, computed in beats):.0f} ms"
    )
    return (f"Longest pause of the window, 24 MP, {what}", f"{longest:.0f} ms", beside)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(pause_rows()))
    else:
        for name, figure, beside in rows():
            print(f"{name:<58} {figure:>16}   {beside}")

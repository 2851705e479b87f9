"""How the window keeps up: first paint, a drag on 12 MP by a real mouse, memory with 50 MP and 50 steps.

Run: python tests/benchmarks/bench_window.py. It starts an X server of its own (Xvfb) and needs xdotool.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from clock import Row, milliseconds, resident
from screen import on_screen

HERE = Path(__file__).resolve()
MOVES, RATE, DRAGS = 40, 60, 3
EAGER = ("numba", "cv2", "pyqtgraph", "PIL.Image", "tifffile", "imagecodecs", "torch", "safetensors")

PAINT = """
import sys
for name in {libraries}:
    __import__(name)
from PySide6.QtWidgets import QApplication
from palette_studio.app import create_window
app = QApplication([])
window, close = create_window()
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            import os, time
            print(time.monotonic(), flush=True)
            os._exit(0)
        return False
watch = Watch()
window.start.installEventFilter(watch)
window.show()
app.exec()
"""


def rows() -> list[Row]:
    """Return what was measured; the measuring runs under an X server of its own."""
    return [row for part in ("paint", "drag", "memory") for row in on_screen(HERE, part)]


def paint_rows() -> list[Row]:
    """Measure from the start of the process to the first paint: lazily, and with all libraries first.

    Bytecode is kept, as it is where the program is installed.
    """
    lazy, eager = _first_paint(()), _first_paint(EAGER)
    beside = f"{eager:.0f} ms with all libraries imported first: {eager / lazy:.1f} times as long"
    return [("First paint of the window", f"{lazy:.0f} ms", beside)]


def _first_paint(libraries: tuple[str, ...]) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken = []
    for _ in range(6):
        start = time.monotonic()
        code = PAINT.format(libraries=libraries)
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        taken.append((float(done.stdout) - start) * 1e3)
    return statistics.median(taken[1:])


def drag_rows() -> list[Row]:
    """Drag the handle of one swatch around on a 12-MP photo, as fast as a hand and a screen."""
    from photos import big_photo, distinct_colors

    pixels = big_photo(12)
    runs = _drags(pixels)
    copy = f"{distinct_colors(pixels):,} distinct colors; a copy takes {milliseconds(pixels.copy):.1f} ms"
    result = [("Photo of the drags", f"{pixels.shape[1]} × {pixels.shape[0]}", copy)]
    for name, measured in runs.items():
        frames, first, last, whole, ordered = (
            statistics.median(each) for each in zip(*measured, strict=True)
        )
        order = "" if ordered else "; SOME FRAMES OLDER THAN THE ONE BEFORE"
        beside = f"first after {first:.0f} ms, last {last:.0f} ms after its move, exact {whole:.0f} ms{order}"
        result.append((f"Drag on 12 MP, {name}", f"{frames:.0f} frames of {MOVES} moves", beside))
    return result


def _drags(pixels: object) -> dict[str, list[tuple[float, ...]]]:
    """Return several drags by each engine and in Map."""
    from PySide6.QtWidgets import QApplication

    app = QApplication(["palette-studio"])
    from window_driver import Driver

    from palette_studio.app import create_window
    from palette_studio.workbench.jobs.opening import paste_job

    window, close = create_window()
    window.resize(1280, 800)
    window.show()
    studio, driver = window.property("studio"), Driver(window)
    studio.batch.submit(paste_job(pixels, "12 MP"))
    driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
    runs = {}
    box = studio.window.recolor_panel.method
    for engine in (box.itemData(at) for at in range(box.count() - 1)):  # the last is the color table
        studio.store.edit("as found", studio.document.with_palette(studio.document.found))
        box.setCurrentIndex(box.findData(engine))
        box.activated.emit(box.currentIndex())
        driver.pause(0.5)
        driver.until(lambda: studio.settled and studio.session.engine_ready, engine)
        runs[engine] = [_one_drag(driver, studio, turn) for turn in range(DRAGS)]
    studio.store.edit("as found", studio.document.with_palette(studio.document.found))
    studio.window.actions_["map"].trigger()
    studio.palette_desk.find_palette(16)
    driver.until(lambda: len(studio.document.edited) == 16 and studio.settled, "the palette to map to")
    runs["map to 16"] = [_one_drag(driver, studio, turn) for turn in range(DRAGS)]
    studio.store.edit(
        "dithered", replace(studio.document, mapping=replace(studio.document.mapping, dither="blue-noise"))
    )
    driver.until(lambda: studio.settled, "the dithered photo")
    runs["map to 16, blue noise"] = [_one_drag(driver, studio, turn) for turn in range(DRAGS)]
    close()
    assert app is not None
    return runs


def _one_drag(driver: object, studio: object, turn: int) -> tuple[float, ...]:
    from math import cos, pi, sin

    from PySide6.QtCore import QPoint

    studio.session.select(turn % len(studio.document.edited))
    wheel = studio.window.color_panel.wheel
    driver.pause(0.5)
    start, middle, radius = wheel.handle_point(wheel.selected), wheel.rect().center(), wheel.width() * 0.3
    path = [start.toPoint()]
    for n in range(MOVES):
        angle = 2 * pi * n / MOVES + turn
        path.append(QPoint(round(middle.x() + radius * cos(angle)), round(middle.y() + radius * sin(angle))))
    driver.drag(wheel, path, 1 / RATE)
    pressed_until = time.monotonic()
    driver.until(lambda: driver.frames.shown[-1][1] >= studio.showing.serial, "the last frame")
    moves, shown = driver.moves, list(driver.frames.shown)
    before = [frame for frame in shown if frame[0] <= pressed_until]
    first = shown[0][0] - moves[0]
    last = shown[-1][0] - moves[-1]
    driver.release()
    released = time.monotonic()
    driver.until(lambda: studio.showing.settled, "the exact picture")
    whole = time.monotonic() - released
    serials = [serial for _, serial in shown]
    ordered = serials == sorted(serials)
    driver.until(lambda: studio.settled, "rest")
    return len({s for _, s in before}), first * 1e3, last * 1e3, whole * 1e3, ordered


def memory_rows() -> list[Row]:
    """Open a 50-MP photo, edit 50 times, let every exact picture come; beside the empty window."""
    from PySide6.QtWidgets import QApplication

    app = QApplication(["palette-studio"])
    from window_driver import Driver

    from palette_studio.app import create_window
    from palette_studio.ui import reach
    from palette_studio.workbench import edits

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "fifty.jpg"
        command = [sys.executable, "-c", MAKE.format(here=str(HERE.parent), file=str(file))]
        subprocess.run(command, check=True)
        window, close = create_window()
        window.show()
        studio, driver = window.property("studio"), Driver(window)
        driver.until(lambda: studio.canvas_desk.warm and studio.live.idle(), "the kernels")
        empty = resident()
        studio.open(file)
        driver.until(lambda: len(studio.document.edited) > 0 and studio.settled, "the photo")
        most = resident()
        for step in range(50):
            color = reach.from_wheel(step * 31.0, 0.8, 0.3 + step / 120)
            studio.store.edit(*edits.colored(studio.document, step % len(studio.document.edited), color))
            driver.until(lambda: studio.showing.rendering is not None, "a preview")
            if step % 10 == 9:
                driver.until(lambda: studio.settled, "the exact picture")
            most = max(most, resident())
        rest, rgb = resident(), studio.session.photo.pixels[..., :3].nbytes
        steps = studio.store.stack.count()
        close()
    assert app is not None
    beside = (
        f"its RGB bytes are {rgb / 2**20:.0f} MiB; the most on the way was {(most - empty) / rgb:.1f} times"
    )
    return [
        (
            f"Memory of 50 MP with {steps} steps over the empty window",
            f"{(rest - empty) / rgb:.1f} × RGB",
            beside,
        )
    ]


MAKE = """
import sys
sys.path.insert(0, {here!r})
from photos import big_photo
from PIL import Image
Image.fromarray(big_photo(50)).save({file!r}, quality=92)
"""


if __name__ == "__main__":
    parts = {"paint": paint_rows, "drag": drag_rows, "memory": memory_rows}
    if len(sys.argv) > 1:
        print(json.dumps(parts[sys.argv[1]]()))
    else:
        for name, figure, beside in rows():
            print(f"{name:<58} {figure:>16}   {beside}")

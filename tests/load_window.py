"""What tests/load.py measures, one thing in each process: a window, heavy work, and what became of it."""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
from monkey_watch import give_back, resident
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "load"
PATIENCE_S = 300
STRENGTH = 0.9


def photo_of(width: int, height: int, kind: str = "jpg") -> Path:
    """Return a photo of that size, made once: a sample, enlarged, with some noise on it."""
    path = CACHE / f"{width}x{height}.{kind}"
    if not path.exists():
        import cv2

        CACHE.mkdir(parents=True, exist_ok=True)
        sample = np.asarray(Image.open(ROOT / "resources" / "samples" / "mountain-path.jpg").convert("RGB"))
        large = cv2.resize(sample, (width, height), interpolation=cv2.INTER_CUBIC)
        rng = np.random.default_rng(0)
        for top in range(0, height, 256):
            part = large[top : top + 256]
            large[top : top + 256] = np.clip(part + rng.normal(0, 2, part.shape), 0, 255)
        Image.fromarray(large).save(path, compress_level=1, quality=92)
    return path


def until(done: Callable[[], bool], what: str, seconds: float = PATIENCE_S) -> None:
    """Let the window live until ``done``."""
    loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + seconds
    timer.timeout.connect(lambda: loop.quit() if done() or time.monotonic() > end else None)
    timer.start(5)
    loop.exec()
    timer.stop()
    assert done(), f"never came: {what}"


def window_with(path: Path | None = None):
    """Return (application, studio, close) with a photo, its palette and all that follows from them."""
    app = QApplication.instance() or QApplication(["palette-studio"])
    from palette_studio.app import create_window

    window, close = create_window()
    window.show()
    studio = window.property("studio")
    until(lambda: studio.canvas_desk.warm, "the kernels")
    if path is not None:
        studio.open(path)
        until(lambda: len(studio.document.edited) > 0, "a palette")
    rest(studio)
    return app, studio, close


def rest(studio) -> None:
    until(lambda: studio.live.idle() and studio.batch.idle(), "rest")


def tell(**values: object) -> None:
    print(json.dumps(values), flush=True)


def leave() -> None:
    """End as the program does."""
    from palette_studio.app import leave as end

    end(0)


# A thousand events


def latest() -> None:
    """Drag a swatch as fast as events come, with Esc and undo in between; compare with a fresh recoloring."""
    _, studio, close = window_with(ROOT / "resources" / "samples" / "coffee.jpg")
    told = drag_much(studio, 1000)
    tell(**told)
    close()
    leave()


def drag_much(studio, events: int, seed: int = 0) -> dict[str, object]:
    """Do so, and say what was shown."""
    from palette_studio.core.recolor import recolor
    from palette_studio.workbench import edits

    rng, store, serials = np.random.default_rng(seed), studio.store, []
    show = studio.window.canvas.show_after

    def heard(layers: object, serial: int, exact: bool) -> None:
        serials.append((serial, exact))
        show(layers, serial, exact)

    studio.window.canvas.show_after = heard
    counts = {"drags": 0, "cancels": 0, "undos": 0}
    gesture = store.new_gesture()
    left = iter(range(events))
    loop, timer = QEventLoop(), QTimer()

    def step() -> None:
        nonlocal gesture
        if next(left, None) is None:
            loop.quit()
            return
        counts["drags"] += 1
        color = tuple(int(v) for v in rng.integers(0, 256, 3))
        row = int(rng.integers(len(studio.document.edited)))
        text, new = edits.colored(studio.document, row, color)
        store.edit(text, new, gesture)
        chance = rng.random()
        if chance < 0.03:
            counts["cancels"] += 1
            store.cancel_gesture(gesture)
            gesture = store.new_gesture()
        elif chance < 0.06:
            counts["undos"] += 1
            store.stack.undo()
            gesture = store.new_gesture()

    timer.timeout.connect(step)
    timer.start(8)
    loop.exec()
    timer.stop()
    until(lambda: studio.settled, "the exact picture")
    del studio.window.canvas.show_after
    document, photo = studio.document, studio.document.photo
    fresh = recolor(photo.pixels, document.found, document.edited, method=document.method, scene=photo.scene)
    shown = studio.showing.rendering.full
    older = sum(now < before for before, now in pairwise(serials))
    same = bool(np.array_equal(shown, fresh if document.changed else photo.pixels))
    return {**counts, "shown": len(serials), "older": older, "same": same}


# The end in the middle of work


def _recolored(studio) -> None:
    from palette_studio.workbench import edits

    studio.store.edit(*edits.colored(studio.document, 1, (20, 90, 200)))


def _export(studio, name: str, **options: object) -> None:
    from dataclasses import replace

    from palette_studio.core.files import ExportOptions
    from palette_studio.workbench.jobs.export import export_job

    path = Path(os.environ["PALETTE_STUDIO_HOME"]) / name
    wish = replace(ExportOptions(), format=path.suffix[1:], **options)
    studio.batch.submit(export_job(studio.document, path, wish, studio.session.photo.pixels))


def _action(name: str) -> Callable[..., None]:
    return lambda studio: studio.window.actions_[name].trigger()


def _method(name: str) -> Callable[..., None]:
    def begin(studio) -> None:
        _recolored(studio)
        studio.window.recolor_panel.method_requested.emit(name)

    return begin


def _transfer(method: str) -> Callable[..., None]:
    def begin(studio) -> None:
        from dataclasses import replace

        from palette_studio.core.files import read_photo

        reference = read_photo(ROOT / "resources" / "samples" / "cat.jpg")
        studio.window.actions_["transfer"].trigger()
        how = replace(studio.document.transferring.of(reference), method=method)
        studio.store.edit("transfer", replace(studio.document, transferring=how))

    return begin


def _colorize(studio) -> None:
    from dataclasses import replace

    studio.window.actions_["colorize"].trigger()
    studio.store.edit("on", replace(studio.document, coloring=replace(studio.document.coloring, on=True)))


def _map(studio) -> None:
    from dataclasses import replace

    studio.window.actions_["map"].trigger()
    mapping = replace(studio.document.mapping, method="cube", dither="none")
    studio.store.edit("cube", replace(studio.document, mapping=mapping))


def _dither(studio) -> None:
    from dataclasses import replace

    studio.window.actions_["map"].trigger()
    mapping = replace(studio.document.mapping, dither="floyd-steinberg")
    studio.store.edit("dither", replace(studio.document, mapping=mapping))


def _lut(studio) -> None:
    from palette_studio.workbench.jobs.tables import make_lut_job

    _recolored(studio)
    studio.batch.submit(make_lut_job(studio.document, 65, True))


def _frames(studio) -> None:
    folder = Path(os.environ["PALETTE_STUDIO_HOME"]) / "frames"
    folder.mkdir()
    image = Image.open(ROOT / "resources" / "samples" / "coffee.jpg")
    for number in range(12):
        image.save(folder / f"{number:03}.jpg")
    studio.open(folder)
    until(lambda: studio.sequence_desk.moment is not None, "a frame")
    studio.sequence_desk.fast = True
    studio.sequence_desk._on_play_requested()


def _fit(studio) -> None:
    from dataclasses import replace

    studio.window.actions_["segment"].trigger()
    how = replace(studio.document.segmenting, channel="lab", k=12)
    studio.store.edit("fit", replace(studio.document, segmenting=how))


# What is begun, and the size of the photo.
QUITS: dict[str, tuple[Callable[..., None], tuple[int, int]]] = {
    "open jpeg 100 MP": (lambda studio: studio.open(photo_of(12000, 8400)), (0, 0)),
    "open png 100 MP": (lambda studio: studio.open(photo_of(12000, 8400, "png")), (0, 0)),
    "palette 12 MP": (lambda studio: studio.open(photo_of(4000, 3000)), (0, 0)),
    "settle rbf": (_recolored, (6000, 4000)),
    "settle layers": (_method("layers"), (6000, 4000)),
    "settle mean-value": (_method("mean-value"), (6000, 4000)),
    "settle mixture": (_method("mixture"), (6000, 4000)),
    "export png": (lambda studio: _export(studio, "out.png"), (6000, 4000)),
    "export tiff": (lambda studio: _export(studio, "out.tiff"), (6000, 4000)),
    "export avif": (lambda studio: _export(studio, "out.avif"), (6000, 4000)),
    "export webp": (lambda studio: _export(studio, "out.webp"), (6000, 4000)),
    "export jpeg": (lambda studio: _export(studio, "out.jpeg"), (6000, 4000)),
    "fit": (_fit, (4000, 3000)),
    "extract": (_action("auto"), (6000, 4000)),
    "transfer reinhard": (_transfer("reinhard"), (6000, 4000)),
    "transfer hue-net": (_transfer("hue-net"), (4000, 3000)),
    "transfer hue-fit": (_transfer("hue-fit"), (4000, 3000)),
    "colorize": (_colorize, (4000, 3000)),
    "variations": (_action("more_variations"), (4000, 3000)),
    "library": (lambda studio: studio.window.side_tabs.show_page(studio.window.library_panel), (800, 600)),
    "cube": (_map, (4000, 3000)),
    "dither": (_dither, (6000, 4000)),
    "lut": (_lut, (4000, 3000)),
    "sequence": (_frames, (800, 600)),
    "cold kernels": (lambda studio: None, (0, 0)),
}


def quit_during(kind: str) -> None:
    """Begin some work, close the window in the middle of it, and say when."""
    begin, size = QUITS[kind]
    if kind == "cold kernels":
        os.environ["NUMBA_CACHE_DIR"] = os.environ["PALETTE_STUDIO_HOME"]
        _, studio, close = _cold_window()
    else:
        _, studio, close = window_with(photo_of(*size) if size[0] else None)
    running: list[str] = []
    for engine in (studio.live, studio.batch):
        engine.started.connect(lambda job: running.append(job.topic))
    begin(studio)
    end = time.monotonic() + float(os.environ.get("QUIT_AFTER_S", "0.4"))
    until(lambda: time.monotonic() > end, "a moment")
    busy = [name for name in ("live", "batch") if not getattr(studio, name).idle()]
    tell(closed_at=time.monotonic(), running=f"{'+'.join(busy) or 'nothing'}: {', '.join(running[-3:])}")
    studio.window.close()
    close()
    leave()


def _cold_window():
    app = QApplication(["palette-studio"])
    from palette_studio.app import create_window

    window, close = create_window()
    window.show()
    end = time.monotonic() + 2
    until(lambda: time.monotonic() > end, "a moment")
    return app, window.property("studio"), close


# Memory


class Peak:
    """The most memory that this process and its children take at once, in bytes."""

    def __init__(self) -> None:
        self.most, self._over = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            self.most = max(self.most, resident() + children())

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return self.most


def children() -> int:
    """Return what the children of this process take that they do not share with it, in bytes."""
    taken = 0
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            for number in task.read_text().split():
                words = Path(f"/proc/{number}/statm").read_text().split()
                taken += (int(words[1]) - int(words[2])) * 4096
        except OSError:
            continue  # it has just ended
    return taken


def drag(studio, events: int = 30) -> None:
    """Drag a swatch: many edits that are one step."""
    from palette_studio.workbench import edits

    gesture = studio.store.new_gesture()
    for value in range(events):
        studio.store.edit(*edits.colored(studio.document, 1, (20, 90, 100 + value)), gesture)


def reopen(times: str) -> None:
    """Open a photo of 12 MP again and again; say the memory after each."""
    _, studio, close = window_with(photo_of(4000, 3000))
    other = CACHE / "other.jpg"
    if not other.exists():
        Image.open(photo_of(4000, 3000)).transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(other, quality=92)
    taken = []
    for number in range(int(times)):
        before = studio.session.photo
        studio.open(other if number % 2 else photo_of(4000, 3000))
        until(lambda before=before: studio.session.photo is not before, "the photo")
        del before
        until(lambda: len(studio.document.edited) > 0, "a palette")
        drag(studio)
        until(lambda: studio.settled, "the exact picture")
        rest(studio)
        gc.collect()
        give_back()
        taken.append(round(resident() / 1e6))
    tell(mb=taken)
    close()
    leave()


def _by(method: str) -> Callable[..., None]:
    def work(studio) -> None:
        studio.window.recolor_panel.method_requested.emit(method)
        rest(studio)
        _recolored(studio)
        until(lambda: studio.settled, "the exact picture")
        _save(studio)

    return work


def _save(studio, name: str = "out.jpeg") -> None:
    from dataclasses import replace

    from palette_studio.core.files import ExportOptions
    from palette_studio.workbench.jobs.export import export_job

    path = Path(os.environ["PALETTE_STUDIO_HOME"]) / name
    wish = replace(ExportOptions(), format=path.suffix[1:])
    full = studio.showing.rendering.full
    studio.batch.submit(export_job(studio.document, path, wish, full))
    rest(studio)
    until(path.exists, f"the file; {studio.window.toasts.texts}")


def _mapped(dither: str, method: str = "parallel") -> Callable[..., None]:
    def work(studio) -> None:
        from dataclasses import replace

        studio.window.actions_["map"].trigger()
        mapping = replace(studio.document.mapping, dither=dither, method=method)
        studio.store.edit("map", replace(studio.document, mapping=mapping))
        until(lambda: studio.settled, "the exact picture")
        _save(studio, "out.png")

    return work


def _made(begin: Callable[..., None]) -> Callable[..., None]:
    def work(studio) -> None:
        begin(studio)
        until(lambda: studio.settled, "the exact picture")
        rest(studio)
        _save(studio)

    return work


BIG: dict[str, tuple[Callable[..., None], str]] = {
    "open jpeg": (rest, "jpg"),
    "open png": (rest, "png"),
    "rbf": (_by("rbf"), "jpg"),
    "layers": (_by("layers"), "jpg"),
    "mean-value": (_by("mean-value"), "jpg"),
    "mixture": (_by("mixture"), "jpg"),
    "nearest": (_mapped("none"), "jpg"),
    "floyd-steinberg": (_mapped("floyd-steinberg"), "jpg"),
    "transfer reinhard": (_made(_transfer("reinhard")), "jpg"),
    "colorize": (_made(_colorize), "jpg"),
}


def big(work: str) -> None:
    """Do some work on 100 MP; say the most memory it took over the empty window."""
    do, kind = BIG[work]
    _, studio, close = window_with()
    rest(studio)
    gc.collect()
    give_back()
    empty, start = resident() + children(), time.monotonic()
    peak = Peak()
    studio.open(photo_of(12000, 8400, kind))
    until(lambda: len(studio.document.edited) > 0, f"a palette; {studio.window.toasts.texts}")
    rest(studio)
    do(studio)
    over = peak.stop() - empty
    tell(empty_mb=empty / 1e6, over_mb=over / 1e6, seconds=time.monotonic() - start)
    print(studio.window.toasts.texts, file=sys.stderr)
    close()
    leave()

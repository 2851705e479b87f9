"""What tests/load.py measures, one thing in each process: a window, heavy work, and what became of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import imagecodecs
import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "load"
PATIENCE_S = 300
STRENGTH = 0.9


def photo_of(width: int, height: int, kind: str = "jpg") -> Path:
    """Return a photo of that size, made once: a sample, enlarged, with some noise on it.

    kind: how its name ends; with "adobe" in it, its numbers are Adobe RGB.
    """
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
        profile = imagecodecs.cms_profile("adobergb") if "adobe" in kind else None
        Image.fromarray(large).save(path, compress_level=1, quality=92, icc_profile=profile)
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


def drag(studio, events: int = 30) -> None:
    """Drag a swatch: many edits that are one step."""
    from palette_studio.workbench import edits

    gesture = studio.store.new_gesture()
    for value in range(events):
        studio.store.edit(*edits.colored(studio.document, 1, (20, 90, 100 + value)), gesture)


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

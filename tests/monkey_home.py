"""The monkey's home: a window in which its memory is compared, with all loaded that is loaded once."""

from __future__ import annotations

import gc
import inspect
import shutil
import sys
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import scipy.linalg
from load_quits import begin_coloring, begin_transfer
from monkey_fodder import UNTOUCHED, Fodder
from monkey_hand import THEMES, WORKSPACES
from monkey_life import Life
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

PATIENCE_S = 120
THREADS, SIDE = 6, 1000  # that are ever at work at once, and of matrices that need a buffer as large as any
WINDOWS = ("batch", "demo_line", "demo_plane", "preferences", "help", "keys")


def warm_up(life: Life, fodder: Fodder) -> None:
    """Have everything loaded that is loaded once: each workspace has worked, each window stands."""
    from palette_studio.core.files import read_photo

    window, life.warm = life.window, True
    studio = window.property("studio")
    window.actions_["recolor"].trigger()
    studio.open(fodder.photos[0])
    until(lambda: len(studio.document.edited) > 0 and studio.settled)
    read_photo(next(photo for photo in fodder.photos if "deep" in photo.name))
    if life.opened == 1:
        load_networks(window)
        fill_buffers()
        for theme in (*THEMES, THEMES[0]):  # icons are kept for each
            window.theme_requested.emit(theme)
            until(lambda: studio.settled)
    for name in (*WORKSPACES, *WINDOWS, "recolor"):
        window.actions_[name].trigger()
        until(lambda: studio.live.idle() and studio.batch.idle())
    for above in QApplication.topLevelWidgets():
        if above is not window:
            above.close()


def load_networks(window: QMainWindow) -> None:
    """Have every network that ships at work once: what it takes stays."""
    from palette_studio.nets import colorize
    from palette_studio.nets.colorizing import MODELS

    studio = window.property("studio")
    for begin in (begin_coloring, begin_transfer("hue-net")):
        begin(studio)
        until(lambda: studio.settled)
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    for model in MODELS:
        colorize(noise, model=model, palette=noise[0, :2])


def fill_buffers() -> None:
    """Have many threads in BLAS at once, as it keeps a buffer for each that ever met another there."""
    meeting = threading.Barrier(THREADS)

    def multiply(number: int) -> None:
        square = np.random.default_rng(number).random((SIDE, SIDE))
        for kind in (np.float32, np.float64):
            matrix = square.astype(kind)
            for solve in (np.matmul, np.linalg.solve, scipy.linalg.solve):
                meeting.wait()
                solve(matrix, matrix)

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(multiply, range(THREADS)))


def come_home(life: Life, fodder: Fodder) -> str:
    """Bring the window to the state in which its memory is compared; return what else is alive, in words."""
    from palette_studio.core.photo import Photo

    studio = life.window.property("studio")
    studio.window.actions_["recolor"].trigger()  # nothing plays any more
    studio.batch_desk._on_stop_requested()
    until(lambda: all(engine.idle() for engine in studio.session.engines) and not studio.batch_desk.running)
    while (above := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        above.close()
    if not life.warm:
        warm_up(life, fodder)
    before = weakref.ref(studio.document.photo)  # it must be free to go
    settle_window(life.window)
    home = fodder.folder / "home.palettestudio"  # written anew, because it may be saved over
    shutil.copyfile(fodder.projects[0].with_name(UNTOUCHED), home)
    studio.open(home)
    until(lambda: studio.document.photo is not before() and len(studio.document.edited) > 0)
    until(lambda: studio.settled and studio.live.idle() and studio.batch.idle())
    gc.collect()
    photos = sum(isinstance(one, Photo) for one in gc.get_objects())
    return f"{len(QApplication.allWidgets())} widgets, {photos} photos, {life.opened} windows"


def settle_window(window: QMainWindow) -> None:
    """Have a window look as at first: what it shows besides the photo takes memory too."""
    for name, action in window.actions_.items():
        if action.isCheckable() and action.isChecked() and name not in WORKSPACES:
            action.setChecked(False)
    window.side_tabs.show_page(window.history)
    window.resize(1280, 800)
    window.actions_["reset_layout"].trigger()


def unrest(window: QMainWindow) -> list[str]:
    """Return what is still under way when all should be done."""
    studio = window.property("studio")
    if not until(lambda: studio.settled or studio.showing.given_up):
        busy = [engine._thread.objectName() for engine in studio.session.engines if not engine.idle()]
        return [f"work that never ends: {busy}"]
    if window.statusBar()._progress.isVisible():
        return ["progress is shown though nothing is under way"]
    return []


def until(done: Callable[[], object]) -> bool:
    """Let the window live until ``done``; return whether it ever was."""
    loop, timer, end = QEventLoop(), QTimer(interval=20), time.monotonic() + PATIENCE_S
    timer.timeout.connect(loop.quit)
    timer.start()
    while not done() and time.monotonic() < end:
        loop.exec()
    timer.stop()
    if not done():
        print(f"  waited in vain for {inspect.getsource(done).strip()}", file=sys.stderr)
    return bool(done())

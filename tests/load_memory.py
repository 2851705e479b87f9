"""What photos take of memory, for tests/load.py: one opened again and again, one of 100 MP."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from load_quits import begin_coloring, begin_recoloring, begin_segmenting, begin_transfer
from load_window import CACHE, drag, leave, photo_of, rest, tell, until, window_with
from monkey_watch import give_back, resident
from PIL import Image


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


Work = Callable[..., None]  # on a studio that has the photo


def _by(method: str) -> Work:
    def work(studio) -> None:
        studio.window.recolor_panel.method_requested.emit(method)
        rest(studio)
        begin_recoloring(studio)
        until(lambda: studio.settled, "the exact picture")
        _save(studio)

    return work


def _save(studio, name: str = "out.jpeg", **options: object) -> None:
    from dataclasses import replace

    from palette_studio.core.files import ExportOptions
    from palette_studio.workbench.jobs.export import export_job

    path = Path(os.environ["PALETTE_STUDIO_HOME"]) / name
    wish = replace(ExportOptions(), format=path.suffix[1:], **options)
    _write(studio, export_job(studio.document, path, wish, studio.showing.rendering.full), path)


def _write(studio, job, path: Path) -> None:
    studio.batch.submit(job)
    rest(studio)
    until(path.exists, f"the file; {studio.window.toasts.texts}")


def _mapped(dither: str, method: str = "parallel") -> Work:
    def work(studio) -> None:
        from dataclasses import replace

        studio.window.actions_["map"].trigger()
        mapping = replace(studio.document.mapping, dither=dither, method=method)
        studio.store.edit("map", replace(studio.document, mapping=mapping))
        until(lambda: studio.settled, "the exact picture")
        _save(studio, "out.png")

    return work


def _indexed(studio) -> None:
    from palette_studio.workbench.jobs.export import indexed_job

    studio.window.actions_["map"].trigger()
    until(lambda: studio.settled, "the exact picture")
    path = Path(os.environ["PALETTE_STUDIO_HOME"]) / "out.png"
    _write(studio, indexed_job(studio.document, path), path)


def _graded(studio) -> None:
    from dataclasses import replace

    from palette_studio.core.lut import Lut, Stage, node_colors

    table = Lut("turned", cube=Stage(node_colors(33)[:, ::-1].copy()))
    studio.store.edit("lut", replace(studio.document, method="lut", lut=table))
    until(lambda: studio.settled, "the exact picture")
    _save(studio)


def _made(begin: Work) -> Work:
    def work(studio) -> None:
        begin(studio)
        until(lambda: studio.settled, "the exact picture")
        rest(studio)
        _save(studio)

    return work


def _exported(name: str, **options: object) -> Work:
    def work(studio) -> None:
        begin_recoloring(studio)
        until(lambda: studio.settled, "the exact picture")
        _save(studio, name, **options)

    return work


def _transfers() -> dict[str, tuple[Work, str]]:
    from palette_studio.core.transfer import LEARNED, METHODS

    return {f"transfer {name}": (_made(begin_transfer(name)), "jpg") for name in (*METHODS, *LEARNED)}


# What is done, and the kind of photo.
BIG: dict[str, tuple[Work, str]] = {
    "open jpeg": (rest, "jpg"),
    "open png": (rest, "png"),
    "rbf": (_by("rbf"), "jpg"),
    "layers": (_by("layers"), "jpg"),
    "mean-value": (_by("mean-value"), "jpg"),
    "mixture": (_by("mixture"), "jpg"),
    "nearest": (_mapped("none"), "jpg"),
    "floyd-steinberg": (_mapped("floyd-steinberg"), "jpg"),
    **_transfers(),
    "colorize": (_made(begin_coloring), "jpg"),
    "segment": (_made(begin_segmenting), "jpg"),
    "color table": (_graded, "jpg"),
    "export png": (_exported("out.png"), "jpg"),
    "export png, 16 bits": (_exported("out.png", bits=16), "jpg"),
    "export png, indexed": (_indexed, "jpg"),
    "export tiff": (_exported("out.tiff"), "jpg"),
    "export tiff, 16 bits": (_exported("out.tiff", bits=16), "jpg"),
    "export webp": (_exported("out.webp"), "jpg"),
    "export webp, lossless, 59 MP": (_exported("out.webp", quality=100, long_edge=9180), "jpg"),
    "export avif": (_exported("out.avif"), "jpg"),
    "export jpeg, 4000 px": (_exported("out.jpeg", long_edge=4000), "jpg"),
    "export jpeg, 14000 px": (_exported("out.jpeg", long_edge=14000), "jpg"),
    "export jpeg, as the source": (_exported("out.jpeg", profile="source"), "adobe.jpg"),
    "export tiff, as the source, 16 bits": (_exported("out.tiff", profile="source", bits=16), "adobe.jpg"),
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

"""The window closed in the middle of every kind of work, for tests/load.py."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from load_window import ROOT, leave, photo_of, tell, until, window_with
from PIL import Image
from PySide6.QtWidgets import QApplication


def begin_recoloring(studio) -> None:
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
        begin_recoloring(studio)
        studio.window.recolor_panel.method_requested.emit(name)

    return begin


def begin_transfer(method: str) -> Callable[..., None]:
    def begin(studio) -> None:
        from dataclasses import replace

        from palette_studio.core.files import read_photo

        reference = read_photo(ROOT / "resources" / "samples" / "cat.jpg")
        studio.window.actions_["transfer"].trigger()
        how = replace(studio.document.transferring.of(reference), method=method)
        studio.store.edit("transfer", replace(studio.document, transferring=how))

    return begin


def begin_coloring(studio) -> None:
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

    begin_recoloring(studio)
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


def begin_segmenting(studio) -> None:
    from dataclasses import replace

    studio.window.actions_["segment"].trigger()
    how = replace(studio.document.segmenting, channel="lab", k=12)
    studio.store.edit("fit", replace(studio.document, segmenting=how))


# What is begun, and the size of the photo.
QUITS: dict[str, tuple[Callable[..., None], tuple[int, int]]] = {
    "open jpeg 100 MP": (lambda studio: studio.open(photo_of(12000, 8400)), (0, 0)),
    "open png 100 MP": (lambda studio: studio.open(photo_of(12000, 8400, "png")), (0, 0)),
    "palette 12 MP": (lambda studio: studio.open(photo_of(4000, 3000)), (0, 0)),
    "settle rbf": (begin_recoloring, (6000, 4000)),
    "settle layers": (_method("layers"), (6000, 4000)),
    "settle mean-value": (_method("mean-value"), (6000, 4000)),
    "settle mixture": (_method("mixture"), (6000, 4000)),
    "export png": (lambda studio: _export(studio, "out.png"), (6000, 4000)),
    "export tiff": (lambda studio: _export(studio, "out.tiff"), (6000, 4000)),
    "export avif": (lambda studio: _export(studio, "out.avif"), (6000, 4000)),
    "export webp": (lambda studio: _export(studio, "out.webp"), (6000, 4000)),
    "export jpeg": (lambda studio: _export(studio, "out.jpeg"), (6000, 4000)),
    "fit": (begin_segmenting, (4000, 3000)),
    "extract": (_action("auto"), (6000, 4000)),
    "transfer reinhard": (begin_transfer("reinhard"), (6000, 4000)),
    "transfer hue-net": (begin_transfer("hue-net"), (4000, 3000)),
    "transfer hue-fit": (begin_transfer("hue-fit"), (4000, 3000)),
    "colorize": (begin_coloring, (4000, 3000)),
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

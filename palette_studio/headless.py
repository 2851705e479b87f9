"""The main job without a display: the window as a picture, and the photo recolored by the same code."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QEventLoop, QObject, QTimer, Slot

from palette_studio.core import color
from palette_studio.core.files import ExportOptions, FileError, write_photo
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.resources import sample_photos
from palette_studio.studio import Studio
from palette_studio.ui import reach
from palette_studio.workbench.engine import Job

PATIENCE_MS = 300_000
PLOTS_MS = 250  # plots are drawn a little after the photo
TURN = 200.0  # degrees of hue by which the edit turns a swatch and its family
FAMILY, COLORFUL = 40.0, 0.05  # degrees of hue apart, OKLCH chroma


class _Watcher(QObject):
    """Ends a loop when the exact picture of an edited palette stands, or when something failed."""

    def __init__(self, studio: Studio, loop: QEventLoop) -> None:
        super().__init__(studio)
        self._studio, self._loop = studio, loop
        self.error = ""
        self._poll = QTimer(self, interval=50)
        self._poll.timeout.connect(self._on_poll)
        for engine in (studio.live, studio.batch):
            engine.finished.connect(self._on_finished)
            engine.failed.connect(self._on_failed)

    @Slot(object, object)
    def _on_finished(self, job: Job, result: object) -> None:
        if job.topic == "palette":
            turn_family(self._studio, TURN)
            self._poll.start()

    @Slot()
    def _on_poll(self) -> None:
        if self._studio.document.changed and self._studio.settled:
            self._poll.stop()
            QTimer.singleShot(PLOTS_MS, self._loop, self._loop.quit)

    @Slot(object, object)
    def _on_failed(self, job: Job, error: Exception) -> None:
        self.error = str(error)
        self._loop.quit()


def main_job(photos: list[str], folder: Path) -> int:
    """Open, recolor, draw the window, save both; print where they are. Returns the exit code."""
    studio = Studio()
    loop = QEventLoop()
    watcher = _Watcher(studio, loop)
    studio.window.show()
    studio.open(Path(photos[0]) if photos else sample_photos()[0])
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    try:
        return _save(studio, watcher.error, folder)
    finally:
        studio.close()
        studio.window.close()


def turn_family(studio: Studio, turn_deg: float) -> None:
    """Turn the most colorful swatch, and those of about its hue, as an artist would to try the program."""
    document = studio.document
    lch = color.srgb_to_oklch(document.edited.colors / 255.0)
    shares = np.array([swatch.coverage for swatch in document.edited.swatches])
    first = int(np.argmax(lch[:, 1] * np.sqrt(shares)))
    apart = np.abs((lch[:, 2] - lch[first, 2] + 180) % 360 - 180)
    for row in np.flatnonzero((apart < FAMILY) & (lch[:, 1] > COLORFUL)):
        hue, saturation, lightness = reach.to_wheel(document.edited[int(row)].color)
        document = document.with_color(int(row), reach.from_wheel(hue + turn_deg, saturation, lightness))
    studio.store.edit(f"Turn {document.edited[first].name}", document)
    studio.session.select(first)


def _save(studio: Studio, error: str, folder: Path) -> int:
    best = studio.showing.rendering
    if error or best is None or best.full is None:
        print(error or "The photo was not recolored in time.", file=sys.stderr)
        return 1
    window, result = folder / "window.png", folder / "recolored.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        drawn = QBuffer()
        studio.window.grab().save(drawn, "PNG")
        write_atomically(window, bytes(drawn.data().data()))
        write_photo(result, best.full, studio.session.photo, ExportOptions(format="png"))
    except (FileError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"The window: {window.resolve()}\nThe photo recolored: {result.resolve()}")
    return 0

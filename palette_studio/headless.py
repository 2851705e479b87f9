"""The main job without a display: the window as a picture, and the photo recolored by the same code."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot

from palette_studio.core.files import ExportOptions, FileError, write_photo
from palette_studio.studio import Studio, sample_photos
from palette_studio.workbench import edits
from palette_studio.workbench.engine import Job

PATIENCE_MS = 120_000
TURN = 110  # degrees of hue by which the headless edit turns a swatch


class _Watcher(QObject):
    """Ends a loop when the exact picture of an edited palette stands, or when something failed."""

    def __init__(self, studio: Studio, loop: QEventLoop) -> None:
        super().__init__(studio)
        self._studio, self._loop = studio, loop
        self.error = ""
        studio.batch.finished.connect(self._on_finished)
        for engine in (studio.live, studio.batch):
            engine.failed.connect(self._on_failed)

    @Slot(object, object)
    def _on_finished(self, job: Job, result: object) -> None:
        if job.topic == "open":
            turn_most_colorful(self._studio)
        elif job.topic == "after" and self._studio.document.changed:
            QTimer.singleShot(200, self._loop, self._loop.quit)

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


def turn_most_colorful(studio: Studio) -> None:
    """Turn the hue of the swatch with most chroma and coverage, as an artist would to try the program."""
    import numpy as np

    from palette_studio.core import color
    from palette_studio.ui import reach

    swatches = studio.document.edited.swatches
    lch = color.srgb_to_oklch(studio.document.edited.colors / 255.0)
    row = int(np.argmax(lch[:, 1] * np.sqrt([s.coverage for s in swatches])))
    hue, saturation, lightness = reach.to_wheel(swatches[row].color)
    studio.store.edit(
        *edits.colored(studio.document, row, reach.from_wheel(hue + TURN, saturation, lightness))
    )


def _save(studio: Studio, error: str, folder: Path) -> int:
    best = studio.showing.rendering
    if error or best is None or best.full is None:
        print(error or "The photo was not recolored in time.", file=sys.stderr)
        return 1
    window, result = folder / "window.png", folder / "recolored.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        studio.window.grab().save(str(window))
        write_photo(result, best.full, studio.session.photo, ExportOptions(format="png"))
    except (FileError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"The window: {window.resolve()}\nThe photo recolored: {result.resolve()}")
    return 0

"""Pictures of the window for the README, made from photos that may ship.

Run: python tests/screenshots.py. Writes resources/screenshots.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "screenshots"
SAMPLES = ROOT / "resources" / "samples"
HINTS = (  # x and y, shares of the photo; a color
    (0.6, 0.12, (110, 150, 205)),
    (0.7, 0.45, (150, 145, 140)),
    (0.85, 0.72, (105, 115, 50)),
    (0.6, 0.92, (95, 100, 45)),
)
# name, theme, photo, scale, how it is compared, degrees of hue by which its strongest color turns; a whole
# number: into how many colors it is mapped, dithered, or, below 0, by how many components it is divided.
# FRAMES: a generated sequence, and the frame of it that is seen; a name: the photo whose colors it takes on;
# hints: it is gray, and colored as these want it; VARIATIONS, CHECKS: with that page in front
PICTURES = (
    ("window-dark", "dark", "bowl-with-fig.jpg", 1, "wipe", 215.0),
    ("window-light", "light", "coffee.jpg", 1, "side_by_side", 195.0),
    ("window-neutral", "neutral", "astronaut.jpg", 1, "wipe", 190.0),
    ("window-dark-2x", "dark", "mountain-path.jpg", 2, "wipe", 60.0),
    ("window-map", "dark", "coffee.jpg", 1, "wipe", 12),
    ("window-segment", "light", "coffee.jpg", 1, "wipe", -4),
    ("window-transfer", "neutral", "mountain-path.jpg", 1, "wipe", "rocket.jpg"),
    ("window-colorize", "light", "mountain-path.jpg", 1, "wipe", HINTS),
    ("window-sequence", "dark", "FRAMES", 1, "wipe", 170),
    ("window-variations", "dark", "coffee.jpg", 1, "", "VARIATIONS"),
    ("window-checks", "light", "mountain-path.jpg", 1, "", "CHECKS"),
    ("start", "dark", "", 1, "", 0.0),
)
PATIENCE_S = 120
Hints = tuple[tuple[float, float, tuple[int, int, int]], ...]


def main() -> int:
    """Make every picture in a process of its own: the scale of a screen is set at its start."""
    if len(sys.argv) > 1:
        return shoot(*next(p for p in PICTURES if p[0] == sys.argv[1]))
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        environment = os.environ | {"QT_SCALE_FACTOR": str(picture[3]), "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.executable, __file__, picture[0]], env=environment, check=True)
    return 0


def shoot(name: str, theme: str, photo: str, scale: int, compare: str, change: float | str | Hints) -> int:
    os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))
    with tempfile.TemporaryDirectory() as home:
        os.environ["PALETTE_STUDIO_HOME"] = home
        from PySide6.QtWidgets import QApplication

        app = QApplication(["palette-studio"])
        from palette_studio.studio import Studio

        studio = Studio()
        studio._on_theme_requested(theme)
        studio.window.resize(1280, 800)
        studio.window.show()
        live_until(lambda: studio.canvas_desk.warm)
        if photo == "FRAMES":
            watch(studio, Path(home) / "street.avi", int(change))
        elif photo:
            studio.open(grayed(SAMPLES / photo, Path(home)) if change is HINTS else SAMPLES / photo)
            live_until(lambda: len(studio.document.edited) > 0 and studio.settled)
            changed(studio, change)
            live_until(lambda: studio.settled)
        if compare:
            studio.window.actions_[compare].setChecked(True)
        live_for(0.5)
        save(studio.window.grab(), FOLDER / f"{name}.webp")
        studio.close()
        studio.window.close()
        assert app is not None
    return 0


def changed(studio: object, change: float | str | Hints) -> None:
    if change == "VARIATIONS":
        vary(studio)
    elif change == "CHECKS":
        check(studio)
    elif isinstance(change, str):
        take_colors(studio, SAMPLES / change)
    elif isinstance(change, tuple):
        colorize(studio, change)
    elif not isinstance(change, int):
        recolor(studio, change)
    elif change > 0:
        map_to(studio, change)
    else:
        divide(studio, -change)


def vary(studio: object) -> None:
    """Take a variation of which another two are kept; the vectorscope below."""
    studio.window.histogram_panel.tabs.setCurrentIndex(4)
    studio.window.side_tabs.setCurrentIndex(1)
    live_until(lambda: studio.variations_desk._drawn and studio.batch.idle())
    studio.variations_desk._on_drawn_chosen(3)
    live_until(lambda: studio.settled and studio.batch.idle())


def check(studio: object) -> None:
    """See contrasts, and a photo without green cones."""
    studio.window.histogram_panel.tabs.setCurrentIndex(3)
    studio.window.side_tabs.setCurrentIndex(2)
    live_until(studio.batch.idle)


def watch(studio: object, video: Path, number: int) -> None:
    """Paint a video, watch it up to a frame, choose a pixel in the middle."""
    import cv2

    from palette_studio.core.evaluate.sequences import Sequence

    size = (640, 400)
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter_fourcc(*"MJPG"), 25, size)
    for shot in Sequence("shadow", 2, size, 240):
        writer.write(cv2.cvtColor(shot.pixels, cv2.COLOR_RGB2BGR))
    writer.release()
    studio.open(video)
    live_until(lambda: studio.sequence_desk.moment is not None and studio.settled)
    studio.window.transport_panel.scrubber.setValue(number)
    studio.window.canvas.clicked.emit(430, 250)
    live_until(lambda: studio.settled and studio.sequence_desk.moment.number == number)


def take_colors(studio: object, reference: Path) -> None:
    studio.window.actions_["transfer"].trigger()
    studio.transfer_desk.open(reference)
    live_until(lambda: studio.document.transfers and studio.settled and not studio.document.stale)


def grayed(photo: Path, folder: Path) -> Path:
    from PIL import Image

    path = folder / photo.with_suffix(".png").name
    Image.open(photo).convert("L").save(path)
    return path


def colorize(studio: object, hints: Hints) -> None:
    studio.window.actions_["colorize"].trigger()
    live_until(lambda: studio.settled and not studio.document.stale)
    photo = studio.document.photo
    for x, y, color in hints:
        studio.window.canvas.clicked.emit(round(x * photo.width), round(y * photo.height))
        studio.window.colorize_panel.suggestion_chosen.emit(color)
    studio.window.colorize_panel.look_requested.emit("vividness", 0.5, False)
    live_until(lambda: studio.settled and not studio.document.stale)


def divide(studio: object, count: int) -> None:
    studio.window.actions_["segment"].trigger()
    how = replace(studio.document.segmenting, k=count, start="search")
    studio.window.segment_panel.segmenting_requested.emit(how, f"{count} components")
    live_until(lambda: studio.settled and studio.segment_desk.current is not None)


def recolor(studio: object, turn_deg: float) -> None:
    from palette_studio.headless import turn_family

    turn_family(studio, turn_deg)


def map_to(studio: object, count: int) -> None:
    studio.window.actions_["map"].trigger()
    studio.palette_desk.find_palette(count)
    live_until(lambda: len(studio.document.edited) == count and studio.settled)
    mapping = replace(studio.document.mapping, dither="blue-noise", metric="oklab")
    studio.store.edit("Dither", replace(studio.document, mapping=mapping))


def live_until(done: object) -> None:
    end = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window was never ready for its picture")
        live_for(0.05)


def live_for(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def save(shot: object, path: Path) -> None:
    """Write the picture small."""
    from PIL import Image

    from palette_studio.ui.pictures import array_of

    Image.fromarray(array_of(shot.toImage())[..., :3]).save(path, quality=92, method=6)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    sys.exit(main())

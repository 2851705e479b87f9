"""A moving picture for the README: in the real window, a hand drags a swatch once around the color wheel.

Run: python tests/animation.py. Writes resources/screenshots/drag.webp.
"""

from __future__ import annotations

import os
import sys
import tempfile
from math import cos, radians, sin
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from screenshots import FOLDER, ROOT, SAMPLES, live_for, live_until

os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".cache" / "kernels"))

from PIL import Image
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

PHOTO, SWATCHES, THEME = "mountain-path.jpg", 5, "dark"
WINDOW, WIDTH = QSize(1120, 700), 896  # of the window, and of the picture
STEP_DEG, FRAME_MS, REST_MS = 6, 70, 900
ARROW = ((0, 0), (0, 17), (4.2, 13.2), (7.2, 19.6), (10, 18.3), (7.1, 12), (12.4, 12))
LEFT = Qt.MouseButton.LeftButton


class Film:
    """Frames of a window with the pointer on them."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.frames: list[Image.Image] = []
        self.times: list[int] = []

    def take(self, widget: QWidget, point: QPointF, ms: int = FRAME_MS) -> None:
        from palette_studio.ui.pictures import array_of

        shot = self._window.grab()
        painter = QPainter(shot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(widget.mapTo(self._window, point))
        painter.scale(1.3, 1.3)
        painter.setBrush(QColor("#000000"))
        painter.setPen(QPen(QColor("#FFFFFF"), 1.4))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in ARROW]))
        painter.end()
        self._add(shot, ms, array_of)

    def _add(self, shot: QPixmap, ms: int, array_of: object) -> None:
        image = Image.fromarray(array_of(shot.toImage())[..., :3])
        height = round(image.height * WIDTH / image.width)
        self.frames.append(image.resize((WIDTH, height), Image.Resampling.LANCZOS))
        self.times.append(ms)

    def save(self, path: Path) -> None:
        first, *rest = self.frames
        first.save(path, save_all=True, append_images=rest, duration=self.times, loop=0, quality=70, method=6)
        print(f"{path.relative_to(ROOT)}: {len(self.frames)} frames, {path.stat().st_size // 1024} KiB")


def drag_around(studio: object, film: Film) -> None:
    """Take the handle of the most colorful swatch once around, back to where it was."""
    wheel = studio.window.color_panel.wheel
    number = max(range(len(wheel.handles)), key=lambda n: wheel._of(wheel.handles[n].color)[1])
    studio.window.palette_panel.strip.show_chosen((number,), number)
    studio.window.palette_panel.strip.chosen_requested.emit([number], number)
    live_until(lambda: wheel.selected == number and studio.settled)
    middle = QPointF(wheel.rect().center())
    start = wheel.handle_point(number)
    away = start - middle
    for share in (1.0, 0.8, 0.6, 0.45, 0.3, 0.18, 0.08, 0.0):
        film.take(wheel, start + QPointF(-190, 60) * share**1.5, REST_MS if share == 1.0 else FRAME_MS)
    QTest.mousePress(wheel, LEFT, pos=start.toPoint())
    for degrees in range(STEP_DEG, 361, STEP_DEG):
        turn = radians(degrees)
        point = middle + QPointF(
            away.x() * cos(turn) + away.y() * sin(turn), away.y() * cos(turn) - away.x() * sin(turn)
        )
        QTest.mouseMove(wheel, point.toPoint())
        live_for(0.15)
        film.take(wheel, point)
    QTest.mouseRelease(wheel, LEFT, pos=start.toPoint())
    live_until(lambda: studio.settled)
    film.take(wheel, start, REST_MS)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["PALETTE_STUDIO_HOME"] = home
        app = QApplication(["palette-studio"])
        from palette_studio.studio import Studio

        studio = Studio()
        studio._on_theme_requested(THEME)
        studio.window.resize(WINDOW)
        studio.window.show()
        live_until(lambda: studio.canvas_desk.warm)
        studio.open(SAMPLES / PHOTO)
        live_until(lambda: len(studio.document.edited) > 0 and studio.settled)
        studio.palette_desk.find_palette(SWATCHES)
        live_until(lambda: len(studio.document.edited) == SWATCHES and studio.settled)
        studio.window.findChild(QDockWidget, "histogram_dock").toggleViewAction().trigger()
        live_for(0.5)  # the photo is larger without it
        film = Film(studio.window)
        drag_around(studio, film)
        film.save(FOLDER / "drag.webp")
        studio.close()
        studio.window.close()
        assert app is not None


if __name__ == "__main__":
    main()

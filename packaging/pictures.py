"""The icon in the sizes and containers that systems want, drawn from the one vector picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from parts import BUILD, NAME, ROOT

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
OF_ICO = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]
SOURCE = ROOT / "resources" / "icons" / f"{NAME}.svg"


def make(python: Path) -> None:
    """Draw with the Python that has Qt and Pillow."""
    subprocess.run([str(python), __file__], check=True, env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""})


def draw(folder: Path) -> None:
    from PIL import Image
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(SOURCE))
    for size in (*SIZES, 1024):
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))
    with Image.open(folder / "1024.png") as largest:
        largest.save(folder / f"{NAME}.icns")
        largest.save(folder / f"{NAME}.ico", sizes=OF_ICO)
    del app


if __name__ == "__main__":
    draw(BUILD / "icons")
    sys.exit()

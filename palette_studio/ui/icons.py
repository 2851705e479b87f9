"""SVG -> QIcon in the theme's ink."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from palette_studio.core.resources import resource

SIZE_PX = 20
SCALES = (1.0, 2.0)  # others are scaled down from the larger one


@lru_cache(maxsize=256)
def icon(name: str, ink: str, faint: str = "") -> QIcon:
    """Return the icon ``name`` drawn in ``ink``; ``faint`` is its ink when disabled."""
    result = QIcon()
    for scale in SCALES:
        result.addPixmap(pixmap(name, ink, SIZE_PX, scale), QIcon.Mode.Normal)
        if faint:
            result.addPixmap(pixmap(name, faint, SIZE_PX, scale), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=512)
def pixmap(name: str, ink: str, size_px: int = SIZE_PX, scale: float = 1.0) -> QPixmap:
    """Return one drawing of the icon: ``size_px`` in logical pixels, for a screen of that scale."""
    side = round(size_px * scale)
    drawing = QPixmap(QSize(side, side))
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    QSvgRenderer(QByteArray(_svg(name).replace("currentColor", ink).encode())).render(painter)
    painter.end()
    drawing.setDevicePixelRatio(scale)
    return drawing


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")

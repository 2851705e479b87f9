"""Layers: the pictures one side of the canvas is painted from, and which of them serve a zoom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from palette_studio.core.palette import Rgb
from palette_studio.ui.pictures import image_of

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, eq=False)
class Layer:
    """One picture: its left upper corner stands at (x, y) of pyramid level ``level``.

    pixels: what it is; image: what is painted of it, nothing where it is null. at: where in pixels the corner
    of image stands.
    """

    level: int
    x: int
    y: int
    image: QImage
    pixels: np.ndarray
    looked_at: np.ndarray  # keeps the memory alive that ``image`` looks at
    at: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, pixels: np.ndarray, level: int, x: int = 0, y: int = 0) -> Layer:
        return cls(level, x, y, image_of(pixels), pixels, pixels)

    def painted_as(self, seen: np.ndarray | None, at: tuple[int, int] = (0, 0)) -> Layer:
        """Return it painted by other pixels, of all of it or of a part; None: not painted at all."""
        if seen is None:
            return replace(self, image=QImage(), looked_at=self.pixels, at=(0, 0))
        return replace(self, image=image_of(seen), looked_at=seen, at=at)


class Pile:
    """The layers of one side. sizes: (width, height) of every pyramid level, finest first."""

    def __init__(self, layers: Iterable[Layer] = (), sizes: tuple[tuple[int, int], ...] = ()) -> None:
        self.layers = tuple(sorted(layers, key=lambda one: one.level))
        self.sizes = sizes or tuple((one.pixels.shape[1], one.pixels.shape[0]) for one in self.layers)

    @property
    def has_alpha(self) -> bool:
        return any(layer.pixels.shape[2] == 4 for layer in self.layers[:1])

    def chosen(self, wanted: int) -> list[Layer]:
        """Return what to paint: the one whole layer nearest to level ``wanted``, then sharper parts."""
        shown = [layer for layer in self.layers if not layer.image.isNull()]
        whole = [layer for layer in shown if self._is_whole(layer)]
        if not whole:
            return []
        enough = [layer for layer in whole if layer.level <= wanted]
        base = enough[-1] if enough else whole[0]
        return [base, *(one for one in shown if not self._is_whole(one) and one.level < base.level)]

    def color_at(self, x: int, y: int) -> Rgb | None:
        """Return the color of a photo pixel, from the finest layer that has it."""
        for layer in self.layers:
            column, row = (x >> layer.level) - layer.x, (y >> layer.level) - layer.y
            if 0 <= column < layer.pixels.shape[1] and 0 <= row < layer.pixels.shape[0]:
                r, g, b = layer.pixels[row, column, :3]
                return int(r), int(g), int(b)
        return None

    def paint(self, painter: QPainter, layer: Layer, frame: QRectF, clip: QRectF) -> None:
        """Paint the part of a layer that ``clip`` lets through; frame: where the whole photo stands."""
        across, down = self.sizes[layer.level]
        sx, sy = frame.width() / across, frame.height() / down
        width, height = layer.image.width(), layer.image.height()
        x, y = layer.x + layer.at[0], layer.y + layer.at[1]
        place = QRectF(frame.x() + x * sx, frame.y() + y * sy, width * sx, height * sy)
        seen = place.intersected(clip.adjusted(-2, -2, 2, 2))
        if seen.isEmpty():
            return
        left, top = int((seen.left() - place.left()) / sx), int((seen.top() - place.top()) / sy)
        right = min(int((seen.right() - place.left()) / sx) + 2, width)
        bottom = min(int((seen.bottom() - place.top()) / sy) + 2, height)
        source = QRectF(left, top, right - left, bottom - top)
        corner = QRectF(
            place.x() + left * sx, place.y() + top * sy, source.width() * sx, source.height() * sy
        )
        painter.drawImage(corner, layer.image, source)

    def _is_whole(self, layer: Layer) -> bool:
        return (layer.image.width(), layer.image.height()) == self.sizes[layer.level]

"""View: which part of a photo a rectangle of the screen shows, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt

SMALLEST, LARGEST = 0.02, 64.0  # device pixels per photo pixel
MARGIN = 24  # around a fitted photo, in logical pixels
WAYS = {  # that the photo goes by the arrow keys, in logical pixels
    Qt.Key.Key_Left: (60, 0),
    Qt.Key.Key_Right: (-60, 0),
    Qt.Key.Key_Up: (0, 60),
    Qt.Key.Key_Down: (0, -60),
}
BLOCKS_FROM = 2.0  # from 200 % on, pixels are shown as squares


@dataclass(frozen=True)
class View:
    """zoom: device pixels per photo pixel (1 = 100 %). (x, y): the photo point in the middle.

    fitted: the photo fills the pane and keeps doing so when the pane changes.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fitted: bool = True

    @classmethod
    def fit(cls, photo: tuple[int, int], pane: QRectF, dpr: float) -> View:
        """photo: (width, height). Tiny photos grow by whole factors: their squares stay even."""
        width, height = photo
        room_w, room_h = max(pane.width() - 2 * MARGIN, 16), max(pane.height() - 2 * MARGIN, 16)
        zoom = min(room_w / width, room_h / height) * dpr
        if zoom > BLOCKS_FROM:
            zoom = float(floor(zoom))
        return cls(min(max(zoom, 1e-4), LARGEST), width / 2, height / 2, True)

    def zoomed(self, zoom: float, at: QPointF, pane: QRectF, dpr: float) -> View:
        """Return the view at another zoom in which the photo point under ``at`` stays there."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        held = self.to_photo(at, pane, dpr)
        offset = (at - pane.center()) * dpr / zoom
        return View(zoom, held.x() - offset.x(), held.y() - offset.y(), False)

    def moved(self, by: QPointF, dpr: float) -> View:
        """by: logical pixels the photo moves on the screen."""
        return replace(
            self, x=self.x - by.x() * dpr / self.zoom, y=self.y - by.y() * dpr / self.zoom, fitted=False
        )

    def kept_inside(self, photo: tuple[int, int]) -> View:
        """Return the view with its middle on the photo, so that it can never be lost."""
        return replace(self, x=min(max(self.x, 0.0), photo[0]), y=min(max(self.y, 0.0), photo[1]))

    def to_photo(self, point: QPointF, pane: QRectF, dpr: float) -> QPointF:
        """Return the photo point under a point of the screen, by the corner that ``frame`` paints from."""
        return (point - self._corner(pane, dpr)) * dpr / self.zoom

    def frame(self, photo: tuple[int, int], pane: QRectF, dpr: float) -> QRectF:
        """Return where the whole photo stands on the screen."""
        scale = self.zoom / dpr
        corner = self._corner(pane, dpr)
        return QRectF(corner.x(), corner.y(), photo[0] * scale, photo[1] * scale)

    def _corner(self, pane: QRectF, dpr: float) -> QPointF:
        """Return the photo's upper left corner, on a whole device pixel so that 100 % is sharp."""
        corner = pane.center() - QPointF(self.x, self.y) * (self.zoom / dpr)
        return QPointF(round(corner.x() * dpr) / dpr, round(corner.y() * dpr) / dpr)

    def level(self, levels: int) -> int:
        """Return the smallest pyramid level that still has a pixel for every device pixel."""
        number = 0
        while number + 1 < levels and 0.5 ** (number + 1) >= self.zoom * 0.999:
            number += 1
        return number

"""The menu of the canvas: by a click, what else is dragged there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from palette_studio.ui.canvas import Canvas
from palette_studio.ui.hint_layer import HintLayer
from palette_studio.ui.key_cursor import KeyCursor
from palette_studio.ui.place_menu import Choice, show_menu

SIDES = (5, 25, 101)  # of squares that the eyedropper averages, in photo pixels


class CanvasMenu(QObject):
    """Opens on a right click, or the key for menus; the canvas itself never sees that button."""

    color_requested = Signal(QPoint)  # what lies at this place of the screen is to take the swatch's color

    def __init__(self, canvas: Canvas, hints: HintLayer) -> None:
        super().__init__(canvas)
        self._canvas, self._hints = canvas, hints
        self.cursor = KeyCursor(canvas)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            middle = self.cursor.place() or QPointF(self._canvas.rect().center())
            return self._open(middle if by_key else QPointF(event.pos()))
        return isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.RightButton

    def _open(self, point: QPointF) -> bool:
        choices = self.choices(point)
        if choices:
            show_menu(self._canvas, choices, self._canvas.mapToGlobal(point.toPoint()))
        return bool(choices)

    def choices(self, point: QPointF) -> list[Choice]:
        """Return what can be done at a point of the canvas, in words."""
        canvas, spot = self._canvas, self._canvas.photo_point(point)
        if not canvas.results() and spot is None:
            return []
        found: list[Choice] = []
        if canvas.compare == "wipe" and not canvas.showing_original:
            along = point.x() / canvas.width() if canvas.wipe_upright else point.y() / canvas.height()
            found.append((self.tr("Compare along here"), lambda: canvas.set_wipe(along, canvas.wipe_upright)))
        if spot is not None:
            found += self._at(spot, canvas.mapToGlobal(point.toPoint()))
        middle = QPointF(canvas.rect().center())
        found.append((self.tr("Bring this to the middle"), lambda: canvas.move_by(middle - point)))
        found.append((self.tr("100 % here"), lambda: canvas.zoom_to(1.0, point)))
        found.append((self.tr("Fit"), canvas.fit))
        return found

    def _at(self, spot: tuple[int, int], place: QPoint) -> list[Choice]:
        """Return what can be done with a photo pixel."""
        hints = self._hints
        if self._canvas.tool == "eyedropper":
            words = self.tr("Pick the mean of %1 × %1 pixels")
            return [(words.replace("%1", str(side)), lambda s=side: self._pick(spot, s)) for side in SIDES]
        if hints.isVisible():
            return [(self.tr("Move the hint here"), lambda: hints.place(spot))] if hints.current >= 0 else []
        return [(self.tr("Give this the swatch's color"), lambda: self.color_requested.emit(place))]

    def _pick(self, spot: tuple[int, int], side: int) -> None:
        width, height = self._canvas.photo_size
        left, top = (max(at - side // 2, 0) for at in spot)
        self._canvas.picked.emit(left, top, min(side, width - left), min(side, height - top))

"""Curves of counts with swatches on their axis; a range of it can be dragged out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.ui import handles, overlays
from palette_studio.ui.draggable import Draggable
from palette_studio.ui.place_menu import Choice, show_menu
from palette_studio.ui.theme import CAPTION_PX, Theme, sized
from palette_studio.ui.value_span import Span

FLOOR = 1e-4  # percent of the pixels: the foot of the logarithmic scale
MARK_PX, EDGE_PX, FOOT_PX = 9, 6, 9  # swatches on the axis; room beside it, and under it
HUES_PX, SATURATION, VALUE = 4, 0.75, 0.9  # of the strip under hues
GRIP_PX = 8  # the width of an end of a range
LETTERS, LETTER_PX = "RGB", 13  # of the channels
CLICK_PX = 3  # a press that moves less is a click
USUAL_SPAN = 0.1  # of the axis: a range that the keyboard begins
SLOW = 0.1  # Ctrl


@dataclass(frozen=True, eq=False)
class Curves:
    """Shares in percent, one array a curve, of now and before. wraps: the axis is a circle."""

    now: Sequence[np.ndarray]
    before: Sequence[np.ndarray]
    colors: Sequence[QColor]
    log: bool
    wraps: bool


class CountPlot(Draggable):
    """Filled curves of what is, thin ones of what was. The tallest inner bin fills the height."""

    pointed = Signal(object)  # a place on the axis, or None
    span_changed = Signal(object)  # Span, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("count_plot")
        self.setAccessibleName(self.tr("Histogram"))
        self.setToolTip(
            self.tr(
                "Drag to select a range: the photo shows its pixels alone. "
                "A click or Esc clears it; arrow keys move it."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme: Theme | None = None
        self._curves = Curves((), (), (), False, False)
        self._marks: list[tuple[float, QColor]] = []
        self._probe: list[tuple[float, QColor]] = []
        self._picture: QPixmap | None = None  # of the curves: all else is painted over it
        self.span: Span | None = None
        self._before_drag: Span | None = None
        self._blank = Span(0, 0, 0, 256)  # where a new one begins
        self._moving = ""  # "new", "low", "high", "all"
        self._press, self._moved = QPointF(), False

    def spoken(self) -> str:
        if self.span is None:
            return self.tr("No range")
        low, high = (f"{value:.0f}" for value in self.span.ends)
        return self.tr("Range from %1 to %2").replace("%1", low).replace("%2", high)

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._redraw()

    def show_counts(self, curves: Curves) -> None:
        """Show other curves. A range belongs to the axis that it was drawn on, and goes with it."""
        old, self._curves = self._curves, curves
        if (len(curves.colors), curves.wraps) != (len(old.colors), old.wraps):
            self.let_go()
            self._change(None)
        self._redraw()

    def show_marks(self, marks: list[tuple[float, QColor]]) -> None:
        """marks: places of swatches on the axis and their colors."""
        self._marks = marks
        self.update()

    def set_probe(self, places: list[tuple[float, QColor]]) -> None:
        """places: where the pixel under the pointer stands, and the colors to mark that in."""
        if places != self._probe:
            self._probe = places
            self.update()

    def set_span(self, span: Span | None) -> None:
        """Show a range without reporting it."""
        self.span = span
        self.update()

    @property
    def bins(self) -> int:
        return max((len(one) for one in self._curves.now), default=256)

    def place(self, value: float) -> float:
        """Return where a value stands, in pixels from the left."""
        room = self._room()
        return room.left() + (value + 0.5) / self.bins * room.width()

    def value(self, x: float) -> float:
        room = self._room()
        return (x - room.left()) / max(room.width(), 1) * self.bins - 0.5

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(EDGE_PX, 2, -EDGE_PX, -FOOT_PX)

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        if self._picture is None:
            self._picture = self._drawn(self._theme)
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.span is not None:
            self._paint_span(painter, self.span)
        foot = self._room().bottom()
        for value, color in self._marks:
            handles.paint_dot(painter, QPointF(self.place(value), foot - MARK_PX / 2 + 3), color, MARK_PX)
        for value, color in self._probe:
            self._paint_probe(painter, value, color)
        if self.hasFocus() and self.window().property("keyboard"):
            overlays.focus_ring(painter, QRectF(self.rect()))
        painter.end()

    def _drawn(self, theme: Theme) -> QPixmap:
        dpr = self.devicePixelRatioF()
        picture = QPixmap(self.size() * dpr)
        picture.setDevicePixelRatio(dpr)
        picture.fill(QColor(theme.panel))
        painter, room, curves = QPainter(picture), self._room(), self._curves
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bins, color in zip(curves.before, curves.colors, strict=False):
            painter.setPen(QPen(_clear(color, 130), 1))
            painter.drawPolyline(self._line(bins))
        for bins, color in zip(curves.now, curves.colors, strict=False):
            line, area = self._line(bins), QPainterPath()
            area.addPolygon(
                QPolygonF([QPointF(line[0].x(), room.bottom()), *line, QPointF(line[-1].x(), room.bottom())])
            )
            painter.fillPath(area, _clear(color, 56))
            painter.setPen(QPen(color, 1))
            painter.drawPolyline(line)
        if len(curves.now) == len(LETTERS):
            self._paint_letters(painter, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if curves.wraps:
            foot = QRectF(room.left(), room.bottom() + 3, room.width(), HUES_PX)
            painter.fillRect(foot, _hues(foot))
        painter.end()
        return picture

    def letter_places(self) -> list[QPointF]:
        """Return where the curves of three channels are named: over their highest places, apart."""
        room, found = self._room(), []
        tops = [int(np.argmax(self._heights(bins)[1:-1])) + 1 for bins in self._curves.now]
        taken = -LETTER_PX
        for n in sorted(range(len(tops)), key=lambda n: tops[n]):
            x = max(self.place(tops[n]) + 6, taken + LETTER_PX)
            y = room.bottom() - float(self._heights(self._curves.now[n])[tops[n]]) * room.height()
            taken = min(x, room.right() - LETTER_PX * (len(tops) - len(found)))
            found.append((n, QPointF(taken, max(y + 4, room.top() + 10))))
        return [place for _, place in sorted(found, key=lambda one: one[0])]

    def _paint_letters(self, painter: QPainter, theme: Theme) -> None:
        """Name the channels, which else were told apart by their colors alone."""
        font = sized(self.font(), CAPTION_PX, QFont.Weight.DemiBold)
        for letter, place in zip(LETTERS, self.letter_places(), strict=True):
            path = QPainterPath()
            path.addText(place, font, letter)
            painter.strokePath(path, QPen(QColor(theme.panel), 3, j=Qt.PenJoinStyle.RoundJoin))
            painter.fillPath(path, QColor(theme.text))

    def _line(self, bins: np.ndarray) -> list[QPointF]:
        room = self._room()
        across = room.left() + (np.arange(len(bins)) + 0.5) * (room.width() / self.bins)
        down = room.bottom() - self._heights(bins) * room.height()
        return [QPointF(x, y) for x, y in zip(across.tolist(), down.tolist(), strict=True)]

    def _heights(self, bins: np.ndarray) -> np.ndarray:
        """Return heights 0..1."""
        curves = self._curves
        tall = max((_height(one) for one in (*curves.now, *curves.before)), default=1.0) or 1.0
        if not curves.log:
            return np.clip(bins / tall, 0, 1)
        span = np.log10(tall / FLOOR)
        return np.clip(np.log10(np.maximum(bins, FLOOR) / FLOOR) / span, 0, 1)

    def _paint_span(self, painter: QPainter, span: Span) -> None:
        assert self._theme is not None
        room, color = self._room(), self._curves.colors[span.curve]
        half = room.width() / self.bins / 2
        for low, high in span.pieces:
            left, right = self.place(low) - half, self.place(high) + half
            painter.fillRect(QRectF(left, room.top(), right - left, room.height()), _clear(color, 48))
        for value, side in zip(span.ends, (-1, 1), strict=True):
            x = self.place(value) + side * half
            for ink, width in (("#000000", 3.0), ("#FFFFFF", 1.4)):
                painter.setPen(QPen(QColor(ink), width))
                painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            grip = QRectF(x - GRIP_PX / 2, room.center().y() - 11, GRIP_PX, 22)
            painter.setPen(QPen(QColor("#000000"), 1))
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawRoundedRect(grip, 3, 3)
            painter.setPen(QPen(QColor("#808080"), 1))
            painter.drawLine(QPointF(x, grip.top() + 6), QPointF(x, grip.bottom() - 6))

    def _paint_probe(self, painter: QPainter, value: float, color: QColor) -> None:
        assert self._theme is not None
        x, room = self.place(value), self._room()
        line = color if len(self._probe) > 1 else QColor(self._theme.text)
        painter.setPen(QPen(line, 1))
        painter.drawLine(QPointF(x, room.top() + 8), QPointF(x, room.bottom()))
        handles.paint_dot(painter, QPointF(x, room.top() + 4), color, 5)

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._curves.now:
            return
        self._press, self._moved, self._before_drag = event.position(), False, self.span
        self._moving = self._part_at(event.position())
        if self._moving == "new":
            value = self.value(event.position().x())
            blank = Span(self._curve_at(event.position()), 0, 0, self.bins, self._curves.wraps)
            self._blank = blank.between(value, value)
        self.begin()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self.pointed.emit(self.value(point.x()))
        if not self.dragging:
            shapes = {"low": Qt.CursorShape.SizeHorCursor, "all": Qt.CursorShape.OpenHandCursor}
            part = self._part_at(point).replace("high", "low")
            self.setCursor(shapes.get(part, Qt.CursorShape.ArrowCursor))
            return
        self._moved = self._moved or abs(point.x() - self._press.x()) >= CLICK_PX
        if self._moved:
            slow = SLOW if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1.0
            self._drag(self.value(point.x()) - self.value(self._press.x()), slow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self.dragging and not self._moved and event.button() == Qt.MouseButton.LeftButton
        super().mouseReleaseEvent(event)
        if clicked and self._moving in ("new", "all"):
            self._change(None)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(event)

    def _drag(self, by: float, slow: float) -> None:
        if self._moving == "new":
            self._change(self._blank.between(self._blank.low, self._blank.low + by * slow))
            return
        span = self._before_drag
        if span is None:
            return
        if self._moving == "all":
            self._change(span.shifted(by * slow))
        elif self._moving == "low":
            self._change(span.between(span.high, span.low + by * slow))
        else:
            self._change(span.between(span.low, span.high + by * slow))

    def _part_at(self, point: QPointF) -> str:
        """Return which part of the range a press would take: an end, all of it, or a new one."""
        if self.span is None:
            return "new"
        low, high = (self.place(value) for value in self.span.ends)
        wide = (self.span.high - self.span.low) * (self.place(1) - self.place(0))
        inward = min(handles.REACH_PX, wide / 4)  # what is between the ends of a narrow range is all of it
        outside = {"low": low - point.x(), "high": point.x() - high}
        near = [end for end, out in outside.items() if -inward <= out <= handles.REACH_PX]
        if near:
            return min(near, key=lambda end: abs(outside[end]))
        return "all" if self.span.holds(self.value(point.x())) else "new"

    def _curve_at(self, point: QPointF) -> int:
        """Return the curve that is nearest to a point, above or below it."""
        at = min(max(round(self.value(point.x())), 0), self.bins - 1)
        room = self._room()
        height = (room.bottom() - point.y()) / max(room.height(), 1)
        off = [abs(float(self._heights(one)[at]) - height) for one in self._curves.now]
        return int(np.argmin(off))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._curves.now:
            at = event.pos().toPointF()
            choices: list[Choice] = [
                (self.tr("Range from here"), lambda: self._end_at(at, "low")),
                (self.tr("Range to here"), lambda: self._end_at(at, "high")),
                (self.tr("No range"), lambda: self._change(None)),
            ]
            show_menu(self, choices[: 2 + (self.span is not None)], event.globalPos())

    def _end_at(self, point: QPointF, end: str) -> None:
        """Let the range, or a new one of usual width, begin or end at a point."""
        value, wide = self.value(point.x()), self.bins * USUAL_SPAN * (1 if end == "low" else -1)
        span, other = self.span, value + wide
        if span is None:
            span = Span(self._curve_at(point), 0, 0, self.bins, self._curves.wraps)
        elif end == "low" and value < span.high:
            other = span.high
        elif end == "high" and value > span.low:
            other = span.low
        self._change(span.between(value, other))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, far = event.key(), 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -0.5, Qt.Key.Key_Up: 0.5}
        if key == Qt.Key.Key_Escape and self.dragging:
            super().keyPressEvent(event)
            self._change(self._before_drag)
        elif key == Qt.Key.Key_Escape and self.span is not None:
            self._change(None)
        elif key in ways and self._curves.now:
            way = ways[Qt.Key(key)] * far
            if self.span is None:
                middle, half = self.bins / 2, self.bins * USUAL_SPAN / 2
                blank = Span(0, 0, 0, self.bins, self._curves.wraps)
                self._change(blank.between(middle - half, middle + half))
            elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._change(self.span.shifted(way))
            else:
                self._change(self.span.widened(way))
        else:
            super().keyPressEvent(event)

    def _change(self, span: Span | None) -> None:
        if span != self.span:
            self.span = span
            self.span_changed.emit(span)
            self.update()


def _height(bins: np.ndarray) -> float:
    """Return the height to scale by: a clipped end of the range may stand far above all others."""
    inner = bins[1:-1] if len(bins) > 2 else bins
    return float(inner.max()) if len(inner) and inner.max() > 0 else float(bins.max(initial=0.0))


def _hues(room: QRectF) -> QLinearGradient:
    gradient = QLinearGradient(room.topLeft(), room.topRight())
    for step in range(25):
        gradient.setColorAt(step / 24, QColor.fromHsvF(step % 24 / 24, SATURATION, VALUE))
    return gradient


def _clear(color: QColor, alpha: int) -> QColor:
    other = QColor(color)
    other.setAlpha(alpha)
    return other

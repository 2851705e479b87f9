"""A plot with handles that can be grabbed: what plots of mixtures share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from palette_studio.ui import overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.place_menu import show_menu
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

pg.setConfigOptions(antialias=True, imageAxisOrder="row-major")
HANDLE_PX = 11
NEAR_PX, FAR_PX = 2, 20  # that an arrow moves a handle, and with Shift
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
GROWTH = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


@dataclass(frozen=True)
class Grip:
    """What the pointer holds: a kind of handle, its number, and the component it belongs to, -1 for none."""

    kind: str
    index: int
    component: int


class Handles(pg.GraphicsObject):
    """What lies over a plot in pixels of the screen, ringed to show on any gray. Subclasses draw it."""

    def boundingRect(self) -> QRectF:
        return self.viewRect() or QRectF()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        to_screen = painter.worldTransform()
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, to_screen)
        painter.restore()

    def draw(self, painter: QPainter, to_screen: QTransform) -> None:
        raise NotImplementedError


class GripPlot(pg.PlotWidget):
    """Reports what is pressed, dragged and pointed at. Subclasses say what is where, and what a drag means.

    They give grip_at, component_at and drag, each for places of this widget or of the plot.
    """

    grabbed = Signal()
    released = Signal()
    canceled = Signal()
    hovered = Signal(int)  # component, -1: none
    selected_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        for part in (self, self.viewport()):
            part.setAcceptDrops(False)  # files that are dropped are the window's
        for side in ("left", "bottom"):
            self.hideAxis(side)
        plot: Any = self.plotItem  # pyqtgraph has no types
        self._layout: Any = plot.layout
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._box: Any = plot.vb
        self._box.setDefaultPadding(0)
        self._box.setMouseEnabled(x=False, y=False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(sized(self.font(), CAPTION_PX))
        self.ink, self.paper, self.faint = QColor("#FFFFFF"), QColor("#000000"), QColor("#808080")
        self.colors: list[QColor] = []
        self.selected = 0
        self.locked: tuple[int, ...] = ()
        self.held: Grip | None = None
        self._over = -1

    def set_theme(self, theme: Theme) -> None:
        self.setBackground(theme.panel)
        self.ink, self.paper, self.faint = QColor(theme.text), QColor(theme.panel), QColor(theme.muted)

    def grip_at(self, position: QPointF) -> Grip | None:
        """Return the handle at a place of this widget."""
        raise NotImplementedError

    def component_at(self, position: QPointF) -> int:
        """Return the component at a place of this widget, -1 without one."""
        raise NotImplementedError

    def drag(self, grip: Grip, place: QPointF) -> None:
        """Report what it means that a handle is at a place of the plot."""
        raise NotImplementedError

    def held_by_keys(self, index: int, *, rim: bool) -> tuple[Grip, QPointF]:
        """Return the middle or the rim of a component, as something held, and its place in the plot."""
        raise NotImplementedError

    def cursor_of(self, grip: Grip | None) -> Qt.CursorShape:
        return Qt.CursorShape.ArrowCursor if grip is None else Qt.CursorShape.SizeAllCursor

    def to_widget(self, place: QPointF) -> QPointF:
        return QPointF(self.mapFromScene(self._box.mapViewToScene(place)))

    def to_plot(self, position: QPointF) -> QPointF:
        return QPointF(self._box.mapSceneToView(self.mapToScene(position.toPoint())))

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        if ev.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        self.held = self.grip_at(ev.position())
        chosen = self.component_at(ev.position()) if self.held is None else self.held.component
        self.selected_requested.emit(chosen)
        if self.held is not None:
            self.grabbed.emit()

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        if self.held is not None:
            if self.held.component < len(self.colors):  # else a key took away what is held
                self.drag(self.held, self.to_plot(ev.position()))
            return
        grip = self.grip_at(ev.position())
        self.setCursor(self.cursor_of(grip))
        owner = -1 if grip is None else grip.component
        self._point_at(owner if owner >= 0 else self.component_at(ev.position()))

    def _point_at(self, index: int) -> None:
        if index != self._over:
            self._over = index
            self.hovered.emit(index)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        if self.held is not None:
            self.held = None
            self.released.emit()

    def placeable(self, position: QPointF) -> list[tuple[str, Grip]]:
        """Return the handles that a click may bring to a place of this widget, in words."""
        raise NotImplementedError

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.pos().toPointF()
        if self.colors:
            grips = self.placeable(at)
            choices = [(words, lambda grip=grip: self._place(grip, at)) for words, grip in grips]
            show_menu(self, choices, event.globalPos())

    def _place(self, grip: Grip, position: QPointF) -> None:
        """Do what a drag of the handle to this place does, as one step."""
        self.grabbed.emit()
        self.drag(grip, self.to_plot(position))
        self.released.emit()

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        key = Qt.Key(ev.key())
        if key == Qt.Key.Key_Escape and self.held is not None:
            self.held = None
            self.canceled.emit()
        elif self.held is not None or not 0 <= self.selected < len(self.colors):
            ev.ignore()
        elif key in PAGES:
            self.selected_requested.emit((self.selected + PAGES[key]) % len(self.colors))
        elif key in ARROWS:
            self._nudge(QPointF(*ARROWS[key]), ev.modifiers(), rim=False)
        elif key in GROWTH:
            edge, middle = (
                self.to_widget(self.held_by_keys(self.selected, rim=rim)[1]) for rim in (True, False)
            )
            self._nudge(_one(edge - middle) * GROWTH[key], ev.modifiers(), rim=True)
        else:
            ev.ignore()

    def _nudge(self, way: QPointF, keys: Qt.KeyboardModifier, *, rim: bool) -> None:
        """Drag a handle of the selected component by a step; each is a gesture of its own."""
        far = FAR_PX if keys & Qt.KeyboardModifier.ShiftModifier else NEAR_PX
        grip, place = self.held_by_keys(self.selected, rim=rim)
        step = self.to_plot(QPointF(FAR_PX, FAR_PX) + way * far) - self.to_plot(QPointF(FAR_PX, FAR_PX))
        self.grabbed.emit()
        self.drag(grip, place + step)
        self.released.emit()

    def spoken(self) -> str:
        if not 0 <= self.selected < len(self.colors):
            return ""
        return (
            self.tr("Component %1 of %2")
            .replace("%1", str(self.selected + 1))
            .replace("%2", str(len(self.colors)))
        )

    def paintEvent(self, ev: QPaintEvent) -> None:
        super().paintEvent(ev)
        overlays.view_focus(self)

    def wheelEvent(self, ev: QEvent) -> None:
        ev.ignore()

    def leaveEvent(self, ev: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(ev)

    # Handles, in pixels of the screen; ringed so that they show on any gray

    def draw_handle(self, painter: QPainter, at: QPointF, index: int) -> None:
        """Draw the disc of a component and its number beside it."""
        radius = HANDLE_PX / 2 + (2 if index == self.selected else 0)
        painter.setBrush(self.colors[index])
        for ink, grow in (("#000000", 1.2), ("#FFFFFF", 0.0)):
            painter.setPen(QPen(QColor(ink), 1.6))
            painter.drawEllipse(at, radius + grow, radius + grow)
        if index in self.locked:
            painter.setPen(QPen(QColor("#FFFFFF"), 1.4))
            painter.setBrush(QColor("#000000"))
            painter.drawRect(QRectF(at.x() - 3, at.y() - 3, 6, 6))
        self._draw_number(painter, at + QPointF(radius + 5, 0), index)

    def _draw_number(self, painter: QPainter, at: QPointF, index: int) -> None:
        """Write which component it is to the right of a point, haloed so that it can be read."""
        font, path = QFont(painter.font()), QPainterPath()
        font.setBold(True)
        path.addText(at + QPointF(0, QFontMetricsF(font).capHeight() / 2), font, str(index + 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        halo = QPen(self.paper, 3.5)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(halo)
        painter.drawPath(path)
        painter.fillPath(path, self.ink)


def _one(way: QPointF) -> QPointF:
    """Return a step of one pixel in a direction."""
    return way / max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-9)

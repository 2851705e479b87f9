"""Where a reference photo is dropped and looked at; a rectangle drawn on it is the part that counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from palette_studio.core.transferring import WHOLE, Box
from palette_studio.ui import icons, overlays
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.drops import path_in
from palette_studio.ui.place_menu import show_menu
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

HEIGHT, RADIUS = 128, 6
LEAST = 6  # pixels a side of a rectangle; less is a slip of the hand
NEAR, FAR = 0.02, 0.1  # of the picture: what a key moves the frame by, and with Shift
LEAST_SHARE = 0.05
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
GROWTH = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
VEIL = QColor(0, 0, 0, 140)


class ReferenceWell(QWidget):
    """Shows the reference; takes files and pictures; reports the part that is framed."""

    path_dropped = Signal(object)  # Path
    image_dropped = Signal(QImage)
    box_requested = Signal(tuple)  # shares of width and height: left, top, width, height
    open_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unmirrored(self)
        self._theme = theme
        self._picture: QImage | None = None
        self._box: Box = WHOLE
        self._from: QPointF | None = None  # where a rectangle was begun
        self._drawn: QRectF | None = None
        self._over = False  # a drop hangs above it
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_picture(self, picture: QImage | None, box: Box) -> None:
        """Show the reference, small, and the part of it that counts; None: there is none."""
        self._picture, self._box, self._from, self._drawn = picture, box, None, None
        empty = picture is None
        self.setCursor(Qt.CursorShape.PointingHandCursor if empty else Qt.CursorShape.CrossCursor)
        self._name()
        self.update()

    def _name(self) -> None:
        if self._picture is None:
            self.setAccessibleName(self.tr("Reference: none"))
            self.setToolTip(self.tr("Drop the photo whose colors you want here, or click to choose it"))
        else:
            self.setAccessibleName(self.tr("Reference"))
            self.setToolTip(
                self.tr("Drag, or − and arrows, to frame the part that counts; double-click for all of it")
            )

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if path_in(event.mimeData()) is not None or event.mimeData().hasImage():
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        event.acceptProposedAction()
        path = path_in(event.mimeData())
        if path is not None:
            self.path_dropped.emit(path)
        else:
            self.image_dropped.emit(QImage(event.mimeData().imageData()))

    # The part that counts

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._picture is not None:
            self._from, self._drawn = event.position(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            drawn = QRectF(self._from, event.position()).normalized().intersected(self._frame())
            self._drawn = drawn if min(drawn.width(), drawn.height()) >= LEAST else None
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drawn = self._drawn
        self._from = self._drawn = None
        if self._picture is None:
            if self.rect().contains(event.position().toPoint()):
                self.open_requested.emit()
        elif drawn is not None:
            frame = self._frame()
            left = (drawn.left() - frame.left()) / frame.width()
            top = (drawn.top() - frame.top()) / frame.height()
            self.box_requested.emit(
                (left, top, drawn.width() / frame.width(), drawn.height() / frame.height())
            )
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._picture is not None and self._box != WHOLE:
            self.box_requested.emit(WHOLE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._picture is None:
            return
        parts: tuple[tuple[str, Box], ...] = (
            (self.tr("All of it"), WHOLE),
            (self.tr("Upper half"), (0.0, 0.0, 1.0, 0.5)),
            (self.tr("Lower half"), (0.0, 0.5, 1.0, 0.5)),
            (self.tr("Left half"), (0.0, 0.0, 0.5, 1.0)),
            (self.tr("Right half"), (0.5, 0.0, 0.5, 1.0)),
            (self.tr("The middle"), (0.25, 0.25, 0.5, 0.5)),
        )
        around = self.tr("A third of it around here"), self._around(event.pos().toPointF())
        choices = [(words, lambda box=box: self.box_requested.emit(box)) for words, box in (*parts, around)]
        show_menu(self, choices, event.globalPos())

    def _around(self, point: QPointF) -> Box:
        """Return a third of width and height around a point, inside of the picture."""
        frame = self._frame()
        left = (point.x() - frame.left()) / frame.width() - 1 / 6
        top = (point.y() - frame.top()) / frame.height() - 1 / 6
        return min(max(left, 0.0), 2 / 3), min(max(top, 0.0), 2 / 3), 1 / 3, 1 / 3

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._from is not None:
            self._from = self._drawn = None
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.open_requested.emit()
        elif self._picture is not None and key in (*ARROWS, *GROWTH):
            far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NEAR
            self._reframe(ARROWS.get(Qt.Key(key), (0, 0)), GROWTH.get(Qt.Key(key), 0), far)
        else:
            super().keyPressEvent(event)

    def _reframe(self, way: tuple[int, int], growth: int, far: float) -> None:
        """Ask for a frame that is moved, or larger or smaller about its middle; inside the picture."""
        left, top, width, height = self._box
        wide, high = (min(max(side + growth * far, LEAST_SHARE), 1.0) for side in (width, height))
        across = left + way[0] * far + (width - wide) / 2
        down = top + way[1] * far + (height - high) / 2
        box = min(max(across, 0.0), 1 - wide), min(max(down, 0.0), 1 - high), wide, high
        if box != self._box:
            self.box_requested.emit(box)

    # How it looks

    def _frame(self) -> QRectF:
        """Return where the picture stands."""
        assert self._picture is not None
        room = QRectF(self.rect())
        scale = min(room.width() / self._picture.width(), room.height() / self._picture.height())
        frame = QRectF(0, 0, self._picture.width() * scale, self._picture.height() * scale)
        frame.moveCenter(room.center())
        return frame

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.field))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        if self._picture is None:
            self._paint_invitation(painter, room)
        else:
            self._paint_picture(painter, self._picture)
        if self._over or self.hasFocus():
            overlays.ring(painter, room.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS)
        painter.end()

    def _paint_invitation(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        middle = room.center()
        drawing = icons.pixmap("image", self._theme.muted, scale=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(middle.x() - 10, middle.y() - 36), drawing)
        painter.setPen(QColor(self._theme.text))
        line = QRectF(room.left(), middle.y() - 6, room.width(), 20)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.tr("Drop a photo here"))
        painter.setFont(sized(self.font(), CAPTION_PX))
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(
            line.translated(0, 20), Qt.AlignmentFlag.AlignCenter, self.tr("Your photo takes on its colors")
        )

    def _paint_picture(self, painter: QPainter, picture: QImage) -> None:
        frame = self._frame()
        whole = QPainterPath()
        whole.addRoundedRect(frame, 4, 4)
        painter.setClipPath(whole)
        painter.drawImage(frame, picture)
        shown = self._drawn
        if shown is None and self._box != WHOLE:
            left, top, width, height = self._box
            shown = QRectF(
                frame.left() + left * frame.width(),
                frame.top() + top * frame.height(),
                width * frame.width(),
                height * frame.height(),
            )
        if shown is not None:
            hole = QPainterPath()
            hole.addRect(shown)
            painter.fillPath(whole.subtracted(hole), VEIL)
            overlays.ring(painter, shown, 1)
        painter.setClipping(False)

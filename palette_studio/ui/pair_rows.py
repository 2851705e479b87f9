"""Two rows of swatches, the photo's and the reference's; a line from one to the other makes a pair."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from palette_studio.core.palette import Palette
from palette_studio.ui import overlays
from palette_studio.ui.controls import LABEL_PX
from palette_studio.ui.direction import unmirrored
from palette_studio.ui.theme import CAPTION_PX, Theme, sized

CHIP, BETWEEN, GAP, RADIUS = 28, 26, 4, 5
OWN, WANTED = 0, 1  # the rows
Place = tuple[int, int]  # row and number


class PairRows(QWidget):
    """Drag from a swatch to one of the other row, or click both; the same again parts them."""

    pair_requested = Signal(int, int)  # swatch of the photo, swatch of the reference

    def __init__(self, theme: Theme, parent: QWidget | None = None, other: str = "") -> None:
        """other: the name of the lower row, "Reference" if none is given."""
        super().__init__(parent)
        unmirrored(self)
        self._theme = theme
        self._names = self.tr("Photo"), other or self.tr("Reference")
        self._found: tuple[tuple[int, int], ...] = ()
        self._palettes = Palette(), Palette()
        self._pairs: tuple[tuple[int, int], ...] = ()
        self._chosen: Place | None = None  # the first of two clicks
        self._held: Place | None = None
        self._pointer: QPointF | None = None  # of a drag
        self._pressed_at = QPointF()
        self._cursor: Place = (OWN, 0)  # of the keyboard
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(
            self.tr("Drag from a color of the photo to one of the reference: it becomes that color")
        )
        self._name()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_palettes(self, own: Palette, wanted: Palette) -> None:
        self._palettes, self._chosen, self._held, self._pointer = (own, wanted), None, None, None
        self._name()
        self.update()

    def set_pairs(self, pairs: tuple[tuple[int, int], ...]) -> None:
        self._pairs = pairs
        self._name()
        self.update()

    def set_found(self, pairs: tuple[tuple[int, int], ...]) -> None:
        """pairs: those that are made where none is forced; shown by dashed lines."""
        self._found = pairs
        self.update()

    def _name(self) -> None:
        own, wanted = self._palettes
        there = [(a, b) for a, b in self._pairs if a < len(own) and b < len(wanted)]
        told = [f"{own[a].name} → {wanted[b].name}" for a, b in there]
        self.setAccessibleName(self.tr("Pairs of colors: %1").replace("%1", ", ".join(told) or "–"))

    def spoken(self) -> str:
        row, number = self._cursor
        here = self._palettes[row]
        return f"{self._names[row]}: {here[number].name}" if number < len(here) else ""

    def sizeHint(self) -> QSize:
        return QSize(240, 2 * CHIP + BETWEEN)

    def chip(self, place: Place) -> QRectF:
        """Return where a swatch stands."""
        row, number = place
        room = self.width() - LABEL_PX - 8
        count = max(1, len(self._palettes[row]))
        width = (room - GAP * (count - 1)) / count
        return QRectF(LABEL_PX + 8 + number * (width + GAP), row * (CHIP + BETWEEN), width, CHIP)

    def _at(self, point: QPointF) -> Place | None:
        for row in (OWN, WANTED):
            for number in range(len(self._palettes[row])):
                if self.chip((row, number)).contains(point):
                    return row, number
        return None

    # The hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._pressed_at = self._at(event.position()), event.position()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        far = (event.position() - self._pressed_at).manhattanLength()
        if self._pointer is not None or far >= QApplication.startDragDistance():
            self._pointer = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._held is None:
            return
        held, dragged = self._held, self._pointer is not None
        self._held = self._pointer = None
        there = self._at(event.position())
        if dragged:
            self._pair(held, there)
        elif there is not None:
            self._cursor = there
            self._choose(there)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, number = self._cursor
        key = event.key()
        if key == Qt.Key.Key_Escape and (self._held or self._chosen) is not None:
            self._held = self._pointer = self._chosen = None
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._cursor = row, number + (1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._cursor = (OWN if key == Qt.Key.Key_Up else WANTED), number
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Space) and number < len(self._palettes[row]):
            self._choose(self._cursor)
        else:
            super().keyPressEvent(event)
            return
        row, number = self._cursor
        self._cursor = row, min(max(number, 0), max(0, len(self._palettes[row]) - 1))
        self.update()

    def _choose(self, place: Place) -> None:
        """Take the first of two swatches, or the second one."""
        first, self._chosen = self._chosen, None
        if first is None or first[0] == place[0]:
            self._chosen = None if first == place else place
        else:
            self._pair(first, place)

    def _pair(self, one: Place, two: Place | None) -> None:
        if two is None or one[0] == two[0]:
            return
        own, wanted = (one, two) if one[0] == OWN else (two, one)
        self._chosen = None
        self.pair_requested.emit(own[1], wanted[1])

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.text))
        for row, words in enumerate(self._names):
            line = QRectF(0, row * (CHIP + BETWEEN), LABEL_PX + 4, CHIP)
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        self._paint_links(painter)
        for row in (OWN, WANTED):
            for number, swatch in enumerate(self._palettes[row].swatches):
                self._paint_chip(painter, (row, number), QColor(*swatch.color))
        painter.end()

    def _paint_links(self, painter: QPainter) -> None:
        own, wanted = self._palettes
        styles = (
            (self._found, self._theme.muted, Qt.PenStyle.DashLine),
            (self._pairs, self._theme.text, Qt.PenStyle.SolidLine),
        )
        for pairs, ink, line in styles:
            painter.setPen(QPen(QColor(ink), 1.5, line))
            for a, b in pairs:
                if a < len(own) and b < len(wanted):
                    painter.drawLine(self._foot((OWN, a)), self._foot((WANTED, b)))
        if self._held is not None and self._pointer is not None:
            painter.setPen(QPen(QColor(self._theme.text), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(self._foot(self._held), self._pointer)
        if len(own) and not self._pairs and not self._found and self._pointer is None:
            painter.setFont(sized(self.font(), CAPTION_PX))
            painter.setPen(QColor(self._theme.muted))
            room = QRectF(LABEL_PX + 8, CHIP, self.width() - LABEL_PX - 8, BETWEEN)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tr("Drag between them to make a pair"))

    def _foot(self, place: Place) -> QPointF:
        """Return where a line leaves a swatch."""
        chip = self.chip(place)
        return QPointF(chip.center().x(), chip.bottom() + 1 if place[0] == OWN else chip.top() - 1)

    def _paint_chip(self, painter: QPainter, place: Place, color: QColor) -> None:
        chip = self.chip(place)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.setBrush(color)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if place in (self._chosen, self._held):
            overlays.ring(painter, chip, RADIUS)
        if overlays.shows_focus(self) and place == self._cursor:
            overlays.ring(painter, chip.adjusted(4, 4, -4, -4), RADIUS - 2)

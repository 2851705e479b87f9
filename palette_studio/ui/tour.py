"""A tour of the window: one part after the other stands in the light, with a few words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from palette_studio.ui import overlays
from palette_studio.ui.controls import heading, muted

MOST = 5
BUBBLE_PX, GAP_PX, EDGE_PX, RADIUS = 320, 14, 4, 8
SHADE = QColor(0, 0, 0, 130)


@dataclass(frozen=True, eq=False)
class Stop:
    """parts: the widgets that stand in the light."""

    parts: tuple[QWidget, ...]
    title: str
    text: str


class Tour(QWidget):
    """Lies over a window until it is ended: by its last step, Skip or Esc."""

    ended = Signal()

    def __init__(self, stops: Sequence[Stop], window: QWidget, leaving: Sequence[QKeySequence] = ()) -> None:
        """stops: at most ``MOST``; parts that are not on the screen are passed over.

        leaving: keys that the window takes all the same.
        """
        super().__init__(window)
        self._window, self._leaving = window, list(leaving)
        self.setObjectName("tour")
        self.setAccessibleName(self.tr("Tour of the window"))
        self._stops = [stop for stop in stops if stop.parts[0].isVisibleTo(window)][:MOST]
        self._at = 0
        self._before = window.focusWidget()
        self._make_bubble()
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._show()

    def _make_bubble(self) -> None:
        self.bubble = QFrame(self)
        self.bubble.setObjectName("tour_bubble")
        self.bubble.setFixedWidth(BUBBLE_PX)
        column = QVBoxLayout(self.bubble)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self._title, self._text = heading("", self.bubble), muted("", self.bubble)
        self._text.setWordWrap(True)
        self._count = muted("", self.bubble)
        self.skip = QPushButton(self.tr("Skip"), self.bubble)
        self.skip.setToolTip(self.tr("End the tour (Esc); Help shows it again"))
        self.back = QPushButton(self.tr("Back"), self.bubble)
        self.back.setToolTip(self.tr("The step before"))
        self.next = QPushButton(self.tr("Next"), self.bubble)
        self.next.setToolTip(self.tr("The next step (Return)"))
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self._line = line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._count)
        line.addStretch(1)
        for button in (self.skip, self.back, self.next):
            button.setAutoDefault(True)
            button.ensurePolished()
            line.addWidget(button)
        for part in (self._title, self._text):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(line)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._at

    def end(self) -> None:
        """Take the tour away and give the focus back."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.ended.emit()

    def _go(self, way: int) -> None:
        self._at += way
        if self._at >= len(self._stops):
            self.end()
        else:
            self._show()

    def _show(self) -> None:
        stop, last = self._stops[self._at], self._at == len(self._stops) - 1
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        count = self.tr("%1 of %2").replace("%1", str(self._at + 1))
        self._count.setText(count.replace("%2", str(len(self._stops))))
        self.back.setEnabled(self._at > 0)
        self.skip.setVisible(not last)
        self.next.setText(self.tr("Done") if last else self.tr("Next"))
        self.bubble.setFixedWidth(max(BUBBLE_PX, self._line.sizeHint().width() + 32))
        self.bubble.setAccessibleName(f"{stop.title}. {stop.text}")
        self._place()
        self.next.setFocus()
        self.update()

    def _light(self) -> QRect:
        light = QRect()
        for part in self._stops[self._at].parts:
            light |= QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
        return light.adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX).intersected(self.rect())

    def _place(self) -> None:
        """Put the words beside the light, on the side where there is room."""
        self.bubble.setFixedHeight(self.bubble.layout().heightForWidth(BUBBLE_PX))  # type: ignore[union-attr]
        light, size, room = self._light(), self.bubble.size(), self.rect().adjusted(8, 8, -8, -8)
        middle = light.center() - QRect(QPoint(0, 0), size).center()
        places = (
            QPoint(middle.x(), light.bottom() + GAP_PX),
            QPoint(middle.x(), light.top() - GAP_PX - size.height()),
            QPoint(light.left() - GAP_PX - size.width(), middle.y()),
            QPoint(light.right() + GAP_PX, middle.y()),
            middle,
        )
        for place in places:
            spot = QRect(place, size)
            spot.moveLeft(max(room.left(), min(spot.left(), room.right() - size.width())))
            spot.moveTop(max(room.top(), min(spot.top(), room.bottom() - size.height())))
            if not spot.intersects(light) or place is places[-1]:
                self.bubble.move(spot.topLeft())
                return

    # What happens to it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(QKeySequence(event.keyCombination()) not in self._leaving)
            return True  # other shortcuts of the window rest meanwhile
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Left and self._at > 0:
            self._go(-1)
        elif event.key() == Qt.Key.Key_Right:
            self._go(1)
        else:
            event.accept()

    def mousePressEvent(self, event: object) -> None:
        """Keep the press from what lies below."""

    def focusNextPrevChild(self, next: bool) -> bool:
        """Have Tab stay on the tour."""
        order = [one for one in (self.skip, self.back, self.next) if one.isVisible() and one.isEnabled()]
        if not order:  # it is on its way out
            return False
        at = [*(one.hasFocus() for one in order), True].index(True) % len(order)
        order[(at + (1 if next else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light, dark = QPainterPath(), QPainterPath()
        light.addRoundedRect(QRectF(self._light()), RADIUS, RADIUS)
        dark.addRect(QRectF(self.rect()))
        painter.fillPath(dark.subtracted(light), SHADE)
        overlays.ring(painter, QRectF(self._light()), RADIUS)
        painter.end()
